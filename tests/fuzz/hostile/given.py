"""What one attempt is given: spoilt files, the command that tells whether anything is wrong, and what must follow."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Line = tuple[str, ...]
"""A command's arguments; files are named as they are in the attempt's folder."""


@dataclass(frozen=True)
class Given:
    """Files by their names, and commands in the folder of these.

    Where `first` finds nothing wrong, each of `then` ends well too, with what those before it have written; with
    findings of another kind where it is `judging`. Where `first` finds something, `scoring` gives no score.
    """

    kind: str
    files: Mapping[str, bytes]
    first: Line
    then: Sequence[Line] = ()
    scoring: Line | None = None
    judging: bool = False
