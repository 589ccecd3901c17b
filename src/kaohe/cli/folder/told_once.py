"""What is wrong in a file that several rest on stands at the first of them; each says that it rests on it."""

from collections.abc import Iterable

from kaohe.results.summary import BadFile
from kaohe.source.file_kinds import table_and_row


def told_once(bad: Iterable[BadFile]) -> list[BadFile]:
    """The files in their order, each with what is new in it."""
    told: set[tuple[object, ...]] = set()
    found = []
    for one in sorted(bad, key=_place):
        new = [problem for problem in one.problems if problem.identity not in told]
        told.update(problem.identity for problem in new)
        found.append(BadFile(one.path, tuple(new)))
    return found


def _place(bad: BadFile) -> tuple[str, int]:
    """Where a file stands among all: rows of a table in their order."""
    return table_and_row(bad.path)
