"""One unit's dossier: its sheets stage by stage, and what moved the scores from each stage to the next."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kaohe.problems import Problem
from kaohe.results.causes import Cause
from kaohe.results.sheet import Sheet

if TYPE_CHECKING:
    from kaohe.results.evidence_directory import EvidenceDirectory
    from kaohe.results.explanation import Explanation


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """From one stage's sheet to another's: every difference has one cause, and the causes add up to it.

    `before` and `after` are places in the dossier's sheets.
    """

    before: int
    after: int
    causes: tuple[Cause, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """A unit's sheets in the stages' order, and the reconciliation of each with the one before it.

    `seal` gives the text of all facts that this was computed from, empty where it is not known; it is called only by
    what writes it down.
    """

    sheets: tuple[Sheet, ...]
    reconciliations: tuple[Reconciliation, ...] = ()
    evidence: "EvidenceDirectory | None" = None
    """None where no file names any, or where it was not asked for."""
    in_workbook: bool = False
    """Whether the unit reports in a workbook, in which evidence has a column."""
    explanations: "tuple[Explanation, ...]" = ()
    """Of the items that lost or gained anything, where they were asked for."""
    seal: Callable[[], str] = str

    @property
    def last(self) -> Sheet:
        """The sheet of the latest stage."""
        return self.sheets[-1]

    def with_problems(self, found: Iterable[Problem]) -> "Dossier":
        """The same with what is wrong beside the latest stage's points."""
        problems = (*self.last.problems, *found)
        return replace(self, sheets=(*self.sheets[:-1], replace(self.last, problems=problems)))

    def sides(self, way: Reconciliation) -> tuple[Sheet, Sheet]:
        """The sheets that a reconciliation leads from and to."""
        return self.sheets[way.before], self.sheets[way.after]
