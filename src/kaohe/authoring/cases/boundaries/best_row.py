"""The row of facts that earns an item most: what its other cases differ from."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import islice, permutations

from kaohe.analysis.improving.movable_facts import Movable
from kaohe.authoring.cases.boundaries.begun_row import Row, begun, first_fields, lists, put, put_all, sized, spots
from kaohe.authoring.cases.boundaries.edges import Edges
from kaohe.authoring.cases.boundaries.fact_values import DIVISORS, values
from kaohe.authoring.cases.boundaries.item_course import ItemCourse
from kaohe.compiler.row_layout import Fact
from kaohe.expr.not_applicable import NOT_APPLICABLE

Facts = Sequence[Fact]
SIZES = (1, 2, 0, 3, 4, 5, 6, 8, 10, 12, 15, 20)
"""The numbers of members to try."""
ROUNDS = 6
SOME = 100
NOTHING = Fraction(-(10**9))
"""What a row is worth that can't be scored."""
PAIRED, EACH = 10, 16
"""So many facts, each with so many values, are tried two at a time where one at a time does not help."""


def best_row(course: ItemCourse, common: Row) -> Row:
    """The first of the rows that earn most, as far as changes of one fact or of two lead there."""
    row = begun(course.compiled.layout, course.facts, course.constants, common)
    if course.score(row) is None:
        row = _above_zero(course, row, common)
    own = tuple(fact for fact in course.facts if common[fact.start] is None)
    full = course.accounts.item.points
    row = _climbed(course, own, row, edges=False)
    if _worth(course, row) < full:
        row = _climbed(course, own, row, edges=True)
    if _worth(course, row) < full:
        row = _climbed(course, own, _paired(course, own, row), edges=False)
    return row


def _climbed(course: ItemCourse, own: Facts, row: Row, *, edges: bool) -> Row:
    """One fact after the other is given its best value, as long as that helps."""
    found = row
    for _ in range(ROUNDS):
        before = found
        for fact in own:
            for others in _others(course, fact, found, edges=edges):
                found = max((found, *others), key=lambda one: _worth(course, one))
        if found == before:
            break
    return found


def _others(course: ItemCourse, fact: Fact, row: Row, *, edges: bool) -> Iterator[list[Row]]:
    """Rows with other values of a fact: of each field, other members, none at all."""
    layout = course.compiled.layout
    there = row[fact.start] is not NOT_APPLICABLE and (not fact.indicator.list or bool(row[fact.start]))
    for spot in spots(fact) if there else ():
        if spot.field_name().rpartition(".")[2] in DIVISORS:
            continue
        tried = list(values(spot, course.constants))
        if edges and _measured(spot):
            tried += Edges(course, spot, row).values()
        yield [put_all(row, spot, value) for value in tried]
    if fact in lists(course.facts):
        like = first_fields(fact, course.constants)
        yield [sized(row, fact, number, layout, like) for number in SIZES]
    if not course.compiled.optional.isdisjoint(fact.keys()):
        yield [put(row, fact, [NOT_APPLICABLE] * fact.width(), layout)]


def _measured(spot: Movable) -> bool:
    return spot.indicator.kind not in ("flag", "choice", "year") and not spot.field_name().endswith("reason")


def _paired(course: ItemCourse, own: Facts, row: Row) -> Row:
    """The best row of those that differ in two facts."""
    found = row
    for one, two in permutations(own[:PAIRED], 2):
        for first in _some(course, one, row):
            found = max((found, *_some(course, two, first)), key=lambda each: _worth(course, each))
    return found


def _some(course: ItemCourse, fact: Fact, row: Row) -> Iterator[Row]:
    """A few of the rows with other values of a fact."""
    for others in _others(course, fact, row, edges=False):
        yield from islice(others, EACH)


def _above_zero(course: ItemCourse, row: Row, common: Row) -> Row:
    """The row with something in the place of each zero: it may be divided by."""
    found = row
    for fact in course.facts:
        for spot in spots(fact) if common[fact.start] is None and row[fact.start] != () else ():
            if spot.value(found) == 0 and _measured(spot):
                found = put_all(found, spot, SOME)
    return found


def _worth(course: ItemCourse, row: Row) -> Fraction:
    """What is given beyond full marks is no better."""
    score = course.score(row)
    return NOTHING if score is None else min(score, course.accounts.item.points)
