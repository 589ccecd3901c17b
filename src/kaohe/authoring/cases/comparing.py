"""What a case expects beside what its facts give: every difference, each with its place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from kaohe.authoring.cases.case import Between, Case, CasePlace, Key
from kaohe.authoring.cases.decided import rule_decided
from kaohe.expr.numbers import added
from kaohe.results.score_range import Side
from kaohe.results.sheet import ItemScore, SectionScore, Sheet
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.submission.gaps import Row

Kind = Literal["points", "given", "due", "applied", "section", "score", "grade"]
Amount = Between | tuple[str, ...]
"""Points, or the titles of grades."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What was `expected` of what is `named` (an item's or a section's title, or nothing), and what was `found`.

    `id` is its id, `number` an item's on the form, and `rule` what the ledger calls a rule of the item.
    """

    kind: Kind
    place: CasePlace
    expected: Amount
    found: Amount
    id: str = ""
    number: str = ""
    named: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A case and what its facts gave: its row, the items of which something is expected.

    There is a `sheet` where something above items is expected.
    """

    case: Case
    compiled: CompiledRubric
    row: Row
    items: Mapping[str, ItemScore]
    sheet: Sheet | None

    def differences(self) -> Iterator[Difference]:
        """Those of items, in the order in which they are expected, of their rules, then of what is above items."""
        expected = self.case.expected
        for item in expected.points:
            yield from self._points(("points", item), expected.points[item], self.items[item])
        for item, rule in expected.rules:
            yield from self._rule(self.items[item], rule)
        if self.sheet is not None:
            yield from self._above(self.sheet)

    def _above(self, sheet: Sheet) -> Iterator[Difference]:
        expected, sections = self.case.expected, {one.id: one for one in sheet.sections}
        for name, points in expected.sections.items():
            yield from self._points(("sections", name), points, sections[name])
        if expected.score is not None:
            yield from self._points(("score",), expected.score, sheet)
        for name, ids in expected.grades.items():
            reached = sections[name].grade if name else sheet.grade
            yield from self._grade(name, ids, () if reached is None else tuple(one.id for one in reached.may_have))

    def _points(self, key: Key, expected: Between, found: ItemScore | SectionScore | Sheet) -> Iterator[Difference]:
        if not expected.agrees(found):
            kinds: Mapping[str, Kind] = {"points": "points", "sections": "section", "score": "score"}
            other = Between(found.low, found.high, found.scored)
            named = ("", "", "") if isinstance(found, Sheet) else (found.id, found.number, found.title)
            yield Difference(kinds[key[0]], self.case.place_of(key), expected, other, *named)

    def _rule(self, item: ItemScore, rule: str) -> Iterator[Difference]:
        expected, where = self.case.expected.rules[item.id, rule], self.case.place_of(("rules", item.id, rule))
        lines = [line for line in item.ledger if line.rule == f"{item.id}.{rule}"]
        due, applied = added(line.due for line in lines), added(line.applied for line in lines)
        sides: dict[Kind, tuple[Side, Fraction]] = {
            "given": (expected.given, self._full(item.id, rule) - applied),
            "due": (expected.due, due),
            "applied": (expected.applied, applied),
        }
        place = next(place for place, one in enumerate(self.compiled.items) if one.item.id == item.id)
        still_open = not rule_decided(self.compiled, place, f"{item.id}.{rule}", self.row)
        for kind, (wanted, got) in sides.items():
            if wanted is not None and (still_open or wanted != got):
                found = Between(None, None) if still_open else Between(got, got)
                yield Difference(kind, where, Between(wanted, wanted), found, item.id, item.number, item.title, rule)

    def _full(self, item: str, rule: str) -> Fraction:
        """The points of a rule; a veto has none."""
        rules = next(one.rules for _, one in self.compiled.rubric.items() if one.id == item)
        return rules[int(rule) - 1].points if rule.isdigit() else Fraction(0)

    def _grade(self, section: str, expected: tuple[str, ...], found: tuple[str, ...]) -> Iterator[Difference]:
        """All grades that the unit may have: several while places are to be shared out, none while that is open."""
        if set(expected) != set(found):
            holder = dict(self.compiled.rubric.totals())[section]
            titles = {one.id: one.title for one in holder.grades}
            wanted, got = (tuple(titles.get(one, one) for one in ids) for ids in (expected, found))
            named = holder.title if section else ""
            yield Difference("grade", self.case.place_of(("grades", section)), wanted, got, section, named=named)
