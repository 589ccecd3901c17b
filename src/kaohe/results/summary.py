"""A batch's results side by side: who stands where, in total and in each section, and what was lost where."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from kaohe.problems import Problem
from kaohe.results.by_identity import ByIdentity
from kaohe.results.grade_reached import GradeReached
from kaohe.results.grade_sharing import share_out
from kaohe.results.province_changes import ProvinceChange
from kaohe.results.score_range import ScoreRange
from kaohe.results.sheet import FormHead, ItemScore, Sheet
from kaohe.rubric.grades import Grade


@dataclass(frozen=True, slots=True)
class UnitScore:
    """One unit's result without its ledger. `sections` and `items` stand in the form's order."""

    path: str
    unit: str
    year: int | None
    stage: str
    total: ScoreRange
    sections: tuple[ScoreRange, ...]
    items: tuple[ScoreRange, ...]
    missing: int
    grades: Mapping[str, GradeReached] = field(default_factory=dict)
    """Of each section that has grades by its id, of the whole by an empty one; none where there is no score."""

    def __reduce__(self) -> tuple[Callable[..., "UnitScore"], tuple[Any, ...]]:
        """For another process, as plain numbers: what the many small ranges are by themselves takes twice as long."""
        several = ((self.total,), self.sections, self.items)
        ranges = [[(one.points, one.low, one.high, one.scored) for one in each] for each in several]
        return _again, ((self.path, self.unit, self.year, self.stage), ranges, self.missing, self.grades)


def _again(
    before: tuple[str, str, int | None, str],
    ranges: Sequence[Sequence[Any]],
    missing: int,
    grades: Mapping[str, GradeReached],
) -> UnitScore:
    (total,), sections, items = (tuple([ScoreRange(*one) for one in each]) for each in ranges)
    return UnitScore(*before, total, sections, items, missing, grades)


@dataclass(frozen=True, slots=True)
class Heading:
    """A section or an item as the columns of a table name it."""

    number: str
    id: str
    title: str
    points: Fraction


@dataclass(frozen=True, slots=True)
class BadFile:
    """A file of the folder that gave no sheet, and why."""

    path: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Switched:
    """Every unit's total if one doubtful passage were read in another way, in the units' order.

    `taken` is the meaning of the option `chosen`, `meaning` that of the other `option`.
    """

    reading: str
    words: str
    chosen: str
    taken: str
    option: str
    meaning: str
    totals: tuple[ScoreRange, ...]


@dataclass(frozen=True, slots=True)
class AbsentUnit:
    """A unit that has not reached a summary's stage, and so has no rank in it.

    `reached` is the last stage before that it has, with its `total` there, or nothing; `group` is its class, if one is
    known. `due` says that it is to report at this stage, `faulty` that it has, but something is wrong in its files.
    """

    unit: str
    group: str = ""
    reached: str = ""
    due: bool = False
    faulty: bool = False
    total: ScoreRange | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """All units of a batch at one stage, the roster's order or that of their files. `items_of` counts sections' items.

    `first` are the same units, in the same order, at the stage that each began with; empty where that is this one.
    `changes` are all that led from there to here, `absent` those that have not reached the `stage`.
    """

    form: FormHead
    sections: tuple[Heading, ...]
    items: tuple[Heading, ...]
    items_of: tuple[int, ...]
    units: tuple[UnitScore, ...]
    bad: tuple[BadFile, ...]
    first: tuple[UnitScore, ...] = ()
    switched: tuple[Switched, ...] = ()
    changes: tuple[ProvinceChange, ...] = ()
    stage: str = ""
    absent: tuple[AbsentUnit, ...] = ()


@dataclass(frozen=True, slots=True)
class Ranked:
    """A unit's place by one score: the same score, the same place; None while the score is open."""

    rank: int | None
    unit: UnitScore
    standing: ScoreRange


_bare: ByIdentity[ItemScore, ScoreRange] = ByIdentity(ItemScore.bare)
"""Units have many items in common."""


def unit_score(path: str, sheet: Sheet, *, sections: bool = True, items: bool = True) -> UnitScore:
    """A sheet's scores: the total's, and those of sections and of items as far as they are wanted."""
    parts = sheet.sections if sections else ()
    rows = [item for section in parts for item in section.items] if items else []
    return UnitScore(
        path=path,
        unit=sheet.unit,
        year=sheet.year,
        stage=sheet.stage,
        total=sheet.bare(),
        sections=tuple(one.bare() for one in parts),
        items=tuple(map(_bare.of, rows)),
        missing=len(sheet.missing),
        grades=dict(sheet.graded()),
    )


def headings(sheet: Sheet) -> tuple[tuple[Heading, ...], tuple[Heading, ...], tuple[int, ...]]:
    """The sections, the items, and how many items each section has."""
    items = [item for section in sheet.sections for item in section.items]
    return (
        tuple(Heading(one.number, one.id, one.title, one.points) for one in sheet.sections),
        tuple(Heading(one.number, one.id, one.title, one.points) for one in items),
        tuple(len(section.items) for section in sheet.sections),
    )


def ranking(units: Sequence[UnitScore], section: int | None = None) -> tuple[Ranked, ...]:
    """Units by their total, or by a section's score, best first; then open ones by the most they can reach.

    Those without a score come last.

    Units with one score share a rank, and the next rank counts them all: 1, 2, 2, 4. They stand in the units' order.
    """
    standings = [(unit, unit.total if section is None else unit.sections[section]) for unit in units]
    decided = [(unit, one, one.score) for unit, one in standings if one.score is not None]
    decided.sort(key=lambda entry: -entry[2])
    places = ranks([one for _, one, _ in decided])
    ranked = [Ranked(rank, unit, one) for rank, (unit, one, _) in zip(places, decided, strict=True)]
    still_open = [(unit, one) for unit, one in standings if one.score is None]
    still_open.sort(key=lambda entry: (not entry[1].scored, -_most(entry[1])))
    return (*ranked, *(Ranked(None, unit, one) for unit, one in still_open))


def ranks(standings: Sequence[ScoreRange]) -> list[int | None]:
    """The rank of each; None while it is open."""
    scores = [one.score for one in standings]
    parts = [None if one is None else one.as_integer_ratio() for one in scores]  # fractions take long to be told apart
    counts = Counter(one for one in parts if one is not None)
    rank_of: dict[tuple[int, int] | None, int] = {}
    better = 0
    for one in sorted(counts, key=lambda pair: Fraction(*pair), reverse=True):
        rank_of[one] = better + 1
        better += counts[one]
    return [rank_of.get(one) for one in parts]


def graded(summary: Summary, name: str = "") -> Mapping[str, str] | None:
    """Each unit's grade in a section by its id, or in the whole, by its title, by the path of the unit's file.

    A unit's is not there while it is open. None where there are no such grades.
    """
    if name not in summary.form.grades:
        return None
    reached = ((unit.path, unit.grades.get(name)) for unit in summary.units)
    return {path: one.title for path, one in reached if one is not None and one.settled}


def settled_grades(
    grades: Mapping[str, Sequence[Grade]], units: Sequence[UnitScore]
) -> Mapping[str, Mapping[str, str]]:
    """Each unit's grades by their ids, by the path of its file and what they are the grades of; places shared out.

    Of a section, or of the whole, there are none while a unit is open.
    """
    found: dict[str, dict[str, str]] = {}
    for name, several in grades.items():
        graded = {unit.path: unit.grades[name] for unit in units if name in unit.grades}
        known = all(one.may_have for one in graded.values())
        shared = share_out(several, list(graded.values())) if known else None
        for path, grade in zip(graded, shared or (), strict=shared is not None):
            found.setdefault(path, {})[name] = grade.id
    return found


def _most(standing: ScoreRange) -> Fraction:
    """The most that an open score can reach."""
    return standing.points if standing.high is None else standing.high
