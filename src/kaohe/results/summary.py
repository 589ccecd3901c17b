"""A batch's results side by side: who stands where, in total and in each section, and what was lost where."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from kaohe.compiler.grade_trees import share_out
from kaohe.problems import Problem
from kaohe.results.score_range import ScoreRange
from kaohe.results.sheet import FormHead, Sheet
from kaohe.rubric.outcomes import Grade


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
    grades: tuple[str, ...] = ()
    """The ids of the grades that it may have, best first; none while that is open, or where there are no grades."""


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
class Summary:
    """All units of a batch at one stage. `items_of` counts the items of each section.

    `first` are the same units, in the same order, at the stage that each began with; empty where that is this one.
    """

    form: FormHead
    sections: tuple[Heading, ...]
    items: tuple[Heading, ...]
    items_of: tuple[int, ...]
    units: tuple[UnitScore, ...]
    bad: tuple[BadFile, ...]
    first: tuple[UnitScore, ...] = ()
    switched: tuple[Switched, ...] = ()


@dataclass(frozen=True, slots=True)
class Ranked:
    """A unit's place by one score: the same score, the same place; None while the score is open."""

    rank: int | None
    unit: UnitScore
    standing: ScoreRange


def unit_score(path: str, sheet: Sheet, *, detailed: bool = True) -> UnitScore:
    """A sheet's scores; without details only the total's, for those who want the sheets alone."""
    sections = sheet.sections if detailed else ()
    items = [item for section in sections for item in section.items]
    return UnitScore(
        path=path,
        unit=sheet.unit,
        year=sheet.year,
        stage=sheet.stage,
        total=sheet.bare(),
        sections=tuple(one.bare() for one in sections),
        items=tuple(one.bare() for one in items),
        missing=len(sheet.missing),
        grades=sheet.grade.may_have if sheet.grade is not None else (),
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

    Units with one score share a rank, and the next rank counts them all: 1, 2, 2, 4.
    """
    standings = [(unit, unit.total if section is None else unit.sections[section]) for unit in units]
    decided = [(unit, one, one.score) for unit, one in standings if one.score is not None]
    decided.sort(key=lambda entry: (-entry[2], entry[0].unit))
    places = ranks([one for _, one, _ in decided])
    ranked = [Ranked(rank, unit, one) for rank, (unit, one, _) in zip(places, decided, strict=True)]
    still_open = [(unit, one) for unit, one in standings if one.score is None]
    still_open.sort(key=lambda entry: (not entry[1].scored, -_most(entry[1]), entry[0].unit))
    return (*ranked, *(Ranked(None, unit, one) for unit, one in still_open))


def ranks(standings: Sequence[ScoreRange]) -> list[int | None]:
    """The rank of each; None while it is open."""
    counts = Counter(one.score for one in standings if one.score is not None)
    rank_of: dict[Fraction | None, int] = {}
    better = 0
    for score, count in sorted(counts.items(), reverse=True):
        rank_of[score] = better + 1
        better += count
    return [rank_of.get(one.score) for one in standings]


def graded(summary: Summary) -> Mapping[str, str]:
    """Each unit's grade by its title, by the path of its file; none while a unit is open or left out."""
    titles = {grade.id: grade.title for grade in summary.form.grades}
    found = {} if summary.bad else settled_grades(summary.form.grades, summary.units)
    return {path: titles[grade] for path, grade in found.items()}


def settled_grades(grades: Sequence[Grade], every: Sequence[UnitScore]) -> Mapping[str, str]:
    """Each unit's grade by its id, by the path of its file, quotas shared out; none while a unit is open."""
    units = [unit for unit in every if unit.total.scored]
    places = {grade.id: place for place, grade in enumerate(grades)}
    standing = [([places[grade] for grade in unit.grades], unit.total.score) for unit in units if unit.grades]
    decided = [(may_have, score) for may_have, score in standing if score is not None]
    if len(decided) < len(units):
        return {}
    shared_out = share_out(grades, decided)
    return {unit.path: grades[place].id for unit, place in zip(units, shared_out, strict=True)}


def _most(standing: ScoreRange) -> Fraction:
    """The most that an open score can reach."""
    return standing.points if standing.high is None else standing.high
