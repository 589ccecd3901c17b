"""The summary's tables of items by units: what each unit scored, and what was lost where."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from kaohe.messages import Language, say
from kaohe.render.xlsx.cells import bounds
from kaohe.render.xlsx.figures_table import Table
from kaohe.render.xlsx.paper_layout import Value
from kaohe.render.xlsx.pen import CENTRED, HEADING, STRONG, TEXT, Cell, Ink
from kaohe.render.xlsx.shades import legend
from kaohe.results.score_classes import share_class
from kaohe.results.score_range import ScoreRange
from kaohe.results.summary import Summary, UnitScore

MOST_UNITS_ACROSS = 60
WORST = 3
LOSS, SHARE = "{0};-{0};-", "0.00%;-0.00%;-"  # a loss of nothing prints as a dash
NUMBER_TITLE_POINTS = ("number", "item", "points")
LOST_UNITS_SHARE = ("lost", "losers", "loss_share")


@dataclass(frozen=True, slots=True)
class Line:
    """An item, or the sum of several: `items` are the places on the form of those it sums up."""

    number: str
    title: str
    points: Fraction
    standings: tuple[ScoreRange, ...]
    items: range
    is_sum: bool


@dataclass(frozen=True, slots=True)
class Lost:
    """What all units lost on a line, and which of them; what is still open does not count."""

    points: Fraction
    units: frozenset[int]
    possible: Fraction


def shown(standing: ScoreRange, language: Language) -> Value:
    """A score, or between what it is still open."""
    if standing.score is not None:
        return standing.score
    return f"{say('workbook.open', language)}\n{bounds(standing.low, standing.high, language)}"


def scores(summary: Summary, title: str, notes: tuple[str, ...], language: Language) -> Table:
    """Each unit's score of each item, with subtotals and total, shaded by its share of the points."""
    grid = [_head(NUMBER_TITLE_POINTS, summary.units, language)]
    for line in _lines(summary, language):
        ink = HEADING if line.is_sum else CENTRED
        cells = ((shown(one, language), ink._replace(shade=share_class(one))) for one in line.standings)
        grid.append([*_lead(line), *cells])
    return replace(_table(title, notes, grid, len(summary.units)), legend=legend(language))


def losses(summary: Summary, title: str, notes: tuple[str, ...], language: Language) -> Table:
    """Each unit's loss on each item and all units' together; the largest are marked."""
    lines = list(_lines(summary, language))
    lost = [[lost_of(standing) for standing in line.standings] for line in lines]
    items = [found for line, found in zip(lines, lost, strict=True) if not line.is_sum]
    sums = [lost_by_all(item) for item in items]
    worst = _worst(sums)
    most = [max((one.score or 0 for one in column), default=0) for column in zip(*items, strict=True)]
    grid = [_head((*NUMBER_TITLE_POINTS, *LOST_UNITS_SHARE), summary.units, language)]
    for line, found in zip(lines, lost, strict=True):
        total = _together([sums[place] for place in line.items])
        cells = [*_lead(line), *_sum_cells(line, total, marked=not line.is_sum and total.points in worst)]
        for standing, largest in zip(found, most, strict=True):
            marked = not line.is_sum and bool(standing.score) and standing.score == largest
            cells.append((shown(standing, language), _loss_ink(line, marked=marked)))
        grid.append(cells)
    return _table(title, notes, grid, len(summary.units))


def _lines(summary: Summary, language: Language) -> Iterator[Line]:
    """The form's items in its order, a subtotal after each section, the total at the end."""
    units, start = summary.units, 0
    for place, (section, count) in enumerate(zip(summary.sections, summary.items_of, strict=True)):
        items = range(start, start + count)
        for index in items:
            item = summary.items[index]
            standings = tuple(unit.items[index] for unit in units)
            yield Line(item.number, item.title, item.points, standings, range(index, index + 1), is_sum=False)
        title = say("workbook.subtotal", language, title=section.title)
        standings = tuple(unit.sections[place] for unit in units)
        yield Line(section.number, title, section.points, standings, items, is_sum=True)
        start += count
    points = sum((section.points for section in summary.sections), Fraction(0))
    totals = tuple(unit.total for unit in units)
    yield Line("", say("workbook.total", language), points, totals, range(start), is_sum=True)


def _head(names: Sequence[str], units: Sequence[UnitScore], language: Language) -> list[Cell]:
    labels = [say(f"workbook.{name}", language) for name in names]
    return [(text, CENTRED) for text in (*labels, *(unit.unit for unit in units))]


def _lead(line: Line) -> list[Cell]:
    if line.is_sum:
        return [(line.number, HEADING), (line.title, STRONG), (line.points, HEADING)]
    return [(line.number, CENTRED), (line.title, TEXT), (line.points, CENTRED)]


def lost_of(standing: ScoreRange) -> ScoreRange:
    """The points that are missing from full marks."""
    points, low, high = standing.points, standing.low, standing.high
    if standing.score is not None:
        lost = points - standing.score
        return ScoreRange.at(points, lost)
    return ScoreRange(points, None if high is None else points - high, None if low is None else points - low)


def lost_by_all(item: Sequence[ScoreRange]) -> Lost:
    decided = [(place, one.points, one.score) for place, one in enumerate(item) if one.score is not None]
    return Lost(
        points=sum((lost for _, _, lost in decided if lost), Fraction(0)),
        units=frozenset(place for place, _, lost in decided if lost > 0),
        possible=sum((points for _, points, _ in decided), Fraction(0)),
    )


def _together(items: Sequence[Lost]) -> Lost:
    return Lost(
        points=sum((item.points for item in items), Fraction(0)),
        units=frozenset[int]().union(*(item.units for item in items)),
        possible=sum((item.possible for item in items), Fraction(0)),
    )


def _worst(sums: Sequence[Lost]) -> set[Fraction]:
    """The largest losses of single items."""
    return set(sorted((lost.points for lost in sums if lost.points > 0), reverse=True)[:WORST])


def _sum_cells(line: Line, lost: Lost, *, marked: bool) -> list[Cell]:
    ink = _loss_ink(line, marked=marked)
    return [(lost.points, ink), (Fraction(len(lost.units)), ink), (share_of(lost), ink._replace(format=SHARE))]


def share_of(lost: Lost) -> Value:
    return lost.points / lost.possible if lost.possible else "—"


def _loss_ink(line: Line, *, marked: bool) -> Ink:
    return Ink("heading" if line.is_sum or marked else "centred", LOSS, "marked" if marked else "")


def _table(title: str, notes: tuple[str, ...], grid: Sequence[Sequence[Cell]], units: int) -> Table:
    """Units across while a few pages hold them, else items across."""
    lead, heads = len(NUMBER_TITLE_POINTS), 1
    if units > MOST_UNITS_ACROSS:
        grid = list(zip(*grid, strict=True))
        lead, heads = heads, lead
    values = [[cell and cell[0] for cell in line] for line in grid[:heads]]
    return Table(title, notes, values, grid[heads:], lead)
