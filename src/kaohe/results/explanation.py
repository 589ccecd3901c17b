"""One item of one unit explained (为什么): clauses, facts through the stages, other readings, what would add points."""

from dataclasses import dataclass
from fractions import Fraction

from kaohe.results.causes import Cause
from kaohe.results.improvements import Improvement
from kaohe.results.sheet import ItemScore, LedgerLine, Sheet


@dataclass(frozen=True, slots=True)
class ClauseExplained:
    """A clause of the item, and the lines of the ledger that rest on it; none where it took and gave nothing.

    `missing` are the labels of facts without which that is open.
    """

    clause: str
    lines: tuple[LedgerLine, ...]
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FactReported:
    """A fact that the item rests on: what it was at each stage, the files that show it, what the unit remarked."""

    label: str
    values: tuple[str, ...]
    evidence: tuple[str, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadingGives:
    """A passage of the item read in another way, and the item's score then; None where the facts do not say."""

    id: str
    option: str
    words: str
    taken: str
    meaning: str
    score: Fraction | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that can be said of one item of a unit; `stages` are its scores, the latest last."""

    sheet: Sheet
    stages: tuple[tuple[str, ItemScore | None], ...]
    clauses: tuple[ClauseExplained, ...]
    facts: tuple[FactReported, ...]
    causes: tuple[Cause, ...]
    readings: tuple[ReadingGives, ...]
    improvements: tuple[Improvement, ...]

    @property
    def item(self) -> ItemScore:
        """The item as it stands at the latest stage."""
        last = self.stages[-1][1]
        assert last is not None  # noqa: S101 - it was looked for there
        return last
