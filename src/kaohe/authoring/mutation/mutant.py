"""A mutant: a rubric changed in one thing, and what became of it when the cases were run."""

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["noticed", "survived", "refused", "same", "equivalent"]
"""Some case failed; none did; it is no sound rubric; it means the same; its author has said that it does, and why."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """`name` is where it was changed, in an item (of that number and title) or above.

    `reading` is what must be taken for that to matter, as `name=option` or nothing; `by` the case that noticed it, or
    the reason why none can.
    """

    name: str
    number: str
    title: str
    line: int
    column: int
    before: str
    after: str
    reading: str
    verdict: Verdict
    by: str = ""

    @property
    def change(self) -> str:
        """What was written otherwise: `cap: 5 → cap: 6`; with nothing on one side it was left out, or put in."""
        return f"{self.before} → {self.after}".strip()
