"""One unit's dossier: its sheets stage by stage, and what moved the scores from each stage to the next."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from kaohe.results.sheet import Sheet

if TYPE_CHECKING:
    from kaohe.results.evidence_directory import EvidenceDirectory
    from kaohe.results.explanation import Explanation

CauseKind = Literal[
    "fact_corrected",
    "evidence_rejected",
    "entry_mistake",
    "judgement",
    "reading",
    "rubric_version",
    "peers",
    "fact",
]
"""Why a score moved. `peers` is a fact over all units that other units' changes have moved; `fact` is one in which two
units differ."""
Level = Literal["item", "section", "total"]
Points = Fraction | None


@dataclass(frozen=True, slots=True)
class Moved:
    """By how many points a cause moved one score: `level` and `id` name an item, a section or the whole (no id).

    `points` is None where the score was open before the cause, or is open after it.
    """

    level: Level
    id: str
    points: Points


@dataclass(frozen=True, slots=True)
class Cause:
    """One entry of a later stage's file: what was changed, by whom, when and why, and the points that it moved.

    `number` and `item` are those of the item that the entry names, empty where it names none. `subject` is what was
    changed, in the rubric's words: a fact's label, the words of a reading, the title of an item.
    """

    kind: CauseKind
    number: str
    item: str
    subject: str
    old: str
    new: str
    reason: str
    by: str
    on: str
    evidence: tuple[str, ...]
    moved: tuple[Moved, ...]
    """Only the scores that moved; the last one is the whole's, always."""

    @property
    def total(self) -> Points:
        """What the whole moved by."""
        return self.moved[-1].points


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
    explanations: "tuple[Explanation, ...]" = ()
    """Of the items that lost or gained anything, where they were asked for."""
    seal: Callable[[], str] = str

    @property
    def last(self) -> Sheet:
        """The sheet of the latest stage."""
        return self.sheets[-1]

    def sides(self, way: Reconciliation) -> tuple[Sheet, Sheet]:
        """The sheets that a reconciliation leads from and to."""
        return self.sheets[way.before], self.sheets[way.after]
