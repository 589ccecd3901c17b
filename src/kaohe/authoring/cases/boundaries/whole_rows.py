"""The rows of facts at which the whole form is to be looked at: beside cut-offs, limits and events above items."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from kaohe.authoring.cases.boundaries.begun_row import Row, begun, put_all, spots
from kaohe.authoring.cases.boundaries.fact_rows import CaseRow, FactRows, Why
from kaohe.authoring.cases.boundaries.fact_values import values
from kaohe.authoring.cases.boundaries.item_course import ItemCourse
from kaohe.authoring.cases.boundaries.score_targets import score_targets
from kaohe.authoring.cases.boundaries.sums_near import sums_near
from kaohe.authoring.cases.boundaries.whole_course import WholeCourse
from kaohe.compiler.row_layout import Fact
from kaohe.compiler.totals import SECTIONS
from kaohe.rubric.model import Rubric, Section

MOST_LOSSES = 6
"""So many ways of an item to lose points are tried where a total is to be met."""
Items = Mapping[int, Sequence[CaseRow]]
"""The rows of each item, by its place; the best first."""


@dataclass(frozen=True, slots=True)
class WholeRow:
    """A row of the whole form, why it is looked at, and what differs from the best one: facts, or rows of items.

    `section` is the one of which a total is met.
    """

    row: Row
    why: Why
    facts: tuple[Fact, ...] = ()
    items: tuple[tuple[int, CaseRow], ...] = ()
    section: str = ""


class WholeRows:
    """Those of one rubric."""

    def __init__(self, course: WholeCourse, common: Row, items: Items) -> None:
        self._course, self._items = course, items
        self._layout = course.compiled.layout
        self._courses = {place: ItemCourse(course.compiled, place) for place in items}
        self._start = begun(self._layout, course.above, course.constants, common)
        self._start = self.best = self._climbed(self._with({}))

    def rows(self) -> Iterator[WholeRow]:
        """The best and the worst, then what happens above items."""
        yield WholeRow(self.best, "best")
        worst = {place: row for place in self._items if (row := self._lowest(place)) is not None}
        if worst:
            yield WholeRow(self._with(worst), "worst")
        own = FactRows(self._course, self.best, self._course.above)
        for fact in self._course.above:
            for one in own.of(fact):
                if self._course.seen(one.row) != self._course.seen(self.best):
                    yield WholeRow(one.row, one.why, one.facts)
        yield from self._limited()
        yield from self._cut_off()

    def _with(self, chosen: Mapping[int, CaseRow]) -> Row:
        """The best row of every item but for those that are given another one."""
        row = list(self._start)
        for place, rows in self._items.items():
            given = chosen.get(place, rows[0]).row
            for fact in self._course.compiled.reads[place]:
                own = fact.item == self._course.compiled.items[place].item.id
                if place in chosen or own or row[fact.start] is None:
                    row[fact.start : fact.start + fact.width()] = given[fact.start : fact.start + fact.width()]
        return tuple(row)

    def _alone(self) -> Iterator[Fact]:
        """What counts above items and in none of them."""
        read = {fact.start for place in self._items for fact in self._course.compiled.reads[place]}
        return (fact for fact in self._course.above if fact.start not in read)

    def _climbed(self, row: Row) -> Row:
        """With the best value for each fact that counts above items alone."""
        for fact in self._alone():
            for spot in spots(fact):
                tried = [put_all(row, spot, value) for value in values(spot, self._course.constants)]
                row = max((row, *tried), key=self._course.worth)
        return row

    def _lowest(self, place: int) -> CaseRow | None:
        """The row in which an item has least."""
        worst = [one for one in self._items[place] if one.why == "worst"]
        return next(iter(worst), None) or max(self._losing(place), key=lambda one: one[0], default=(0, None))[1]

    def _losing(self, place: int) -> list[tuple[Fraction, CaseRow]]:
        """Ways of an item to lose points, from the smallest loss, each loss once; of facts of its own alone."""
        item = self._course.compiled.items[place].item.id
        best, found = self._scored(place, self._items[place][0].row), dict[Fraction, CaseRow]()
        for one in self._items[place][1:]:
            score = self._scored(place, one.row)
            if score is not None and best is not None and score < best and all(fact.item == item for fact in one.facts):
                found.setdefault(best - score, one)
        return sorted(found.items(), key=lambda pair: pair[0])

    def _limited(self) -> Iterator[WholeRow]:
        """Where an item, by itself, costs a grade, and the last row in which it does not yet."""
        if not any(self._course.grades(self.best)):
            return
        for place in self._items:
            before: CaseRow | None = None
            for _, one in self._losing(place):
                row = self._with({place: one})
                if self._course.grades(row) != self._course.grades(self.best):
                    for beside in (before, one):
                        if beside is not None:
                            yield WholeRow(self._with({place: beside}), "edge", items=((place, beside),))
                    break
                before = one

    def _cut_off(self) -> Iterator[WholeRow]:
        """Totals that meet a cut-off or a bound exactly, and those nearest to it on both sides."""
        rubric = self._course.compiled.rubric
        start = 0
        for one in rubric.sections:
            places = range(start, start + len(one.items))
            start += len(one.items)
            yield from self._near(one, places)
        yield from self._near(rubric, range(start))

    def _near(self, one: Section | Rubric, places: range) -> Iterator[WholeRow]:
        section = one.id if isinstance(one, Section) else ""
        bounds = {side for side in (one.most, one.least) if side is not None}
        targets = sorted({*bounds, *score_targets(self._course.compiled, f"{SECTIONS}.{section}", self._start)})
        full = self._course.total(self.best, section)
        if not targets or full is None:
            return
        losses = {place: self._costs(place, section, full) for place in places}
        sizes = {place: [loss for loss, _ in several] for place, several in losses.items()}
        for target in targets:
            for chosen in sums_near(sizes, full - target):
                rows = {place: losses[place][number][1] for place, number in chosen.items()}
                yield WholeRow(self._with(rows), "edge", items=tuple(rows.items()), section=section)

    def _costs(self, place: int, section: str, full: Fraction) -> list[tuple[Fraction, CaseRow]]:
        """What an item can cost a total by itself, from the smallest, each once; not what limits a grade besides."""
        found: dict[Fraction, CaseRow] = {}
        for _, one in self._losing(place):
            row = self._with({place: one})
            left = self._course.total(row, section)
            if left is not None and left < full and not self._course.limited(row):
                found.setdefault(full - left, one)
        return sorted(found.items(), key=lambda pair: pair[0])[:MOST_LOSSES]

    def _scored(self, place: int, row: Row) -> Fraction | None:
        return self._courses[place].score(row)
