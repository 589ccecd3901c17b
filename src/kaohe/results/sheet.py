"""The scored sheet: what every form of output is drawn from, and nothing else."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from kaohe.problems import Problem
from kaohe.results.grade_reached import GradeReached
from kaohe.results.score_range import ScoreRange
from kaohe.rubric.grades import Grade

LEFT_OUT = "stage-left-out"
"""The code of what is said of a later stage's file that is wrong and not counted."""
TO_CONFIRM = "items-to-confirm"
"""The code of what is said of items whose official text was changed since somebody confirmed it."""
ON_FACE = (LEFT_OUT, TO_CONFIRM)


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """Points lost (positive) or gained (negative) on one account.

    `due` is what the clause asks for, `applied` what was really taken: a cap or a floor may cut it short. `why` says in
    words how that came about, `arithmetic` how `due` was computed.
    """

    rule: str
    clause: str
    fact: str
    due: Fraction
    applied: Fraction
    why: str
    arithmetic: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemScore(ScoreRange):
    """One row of the form."""

    number: str
    id: str
    title: str
    target: str
    method: str
    ledger: tuple[LedgerLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionScore(ScoreRange):
    """A group of items and an award of its own."""

    number: str
    id: str
    title: str
    items: tuple[ItemScore, ...]
    ledger: tuple[LedgerLine, ...] = ()
    """What the section itself took or gave: a formula, a bound, a veto."""
    grade: GradeReached | None = None


@dataclass(frozen=True, slots=True)
class MissingFact:
    """An indicator that the unit has not reported; `number` is the item's on the form.

    Where it is not `computable`, all is reported, but a divisor is not above zero; `label` says which.
    """

    number: str
    item: str
    indicator: str
    label: str
    computable: bool = True


@dataclass(frozen=True, slots=True)
class SheetNote:
    """What the unit has remarked on a fact, or without an `indicator` on an item; `label` is what that is called."""

    number: str
    item: str
    indicator: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class ReadingTaken:
    """How one doubtful passage is read in this sheet: `others` are (name, meaning) of what was not chosen."""

    id: str
    words: str
    chosen: str
    meaning: str
    others: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class FormHead:
    """What identifies the form and what its print carries besides the rows.

    `grades` are those of each section that has some, by its id, and of the whole by an empty one.
    """

    id: str
    title: str
    sha256: str
    attachment: str
    unit_label: str
    stages: tuple[tuple[str, str], ...]
    grades: Mapping[str, tuple[Grade, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet(ScoreRange):
    """One unit's result at one stage.

    `settled` is the sum of the decided items' scores, `pending` the points of the open ones.
    """

    form: FormHead
    unit: str
    year: int | None
    stage: str
    settled: Fraction
    pending: Fraction
    sections: tuple[SectionScore, ...]
    missing: tuple[MissingFact, ...]
    readings: tuple[ReadingTaken, ...]
    ledger: tuple[LedgerLine, ...] = ()
    """What the whole itself took or gave."""
    grade: GradeReached | None = None
    notes: tuple[SheetNote, ...] = ()
    problems: tuple[Problem, ...] = field(default=())

    @property
    def complete(self) -> bool:
        return not self.missing

    @property
    def on_face(self) -> tuple[Problem, ...]:
        """Those that its face says."""
        return tuple(one for one in self.problems if one.code in ON_FACE)

    @property
    def findings(self) -> tuple[Problem, ...]:
        """The others."""
        return tuple(one for one in self.problems if one.code not in ON_FACE)

    def graded(self) -> Iterator[tuple[str, GradeReached]]:
        """The grade of each section that has one by its id, and of the whole by an empty one."""
        several = (*((section.id, section.grade) for section in self.sections), ("", self.grade))
        yield from ((name, grade) for name, grade in several if grade is not None)
