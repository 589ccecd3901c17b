"""A case at a boundary: facts with what they give, as a file of cases has it and as people read it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from kaohe.authoring.cases.boundaries.begun_row import Row
from kaohe.authoring.cases.boundaries.fact_rows import CaseRow, Why
from kaohe.authoring.cases.boundaries.fact_words import FactWords
from kaohe.authoring.cases.boundaries.reported_facts import readable, reported_facts
from kaohe.authoring.cases.decided import rule_decided
from kaohe.authoring.cases.expectations import NOT_SCORED
from kaohe.compiler.row_layout import Fact
from kaohe.messages import Language, say
from kaohe.results.score_range import ScoreRange
from kaohe.results.sheet import ItemScore
from kaohe.rubric.model import Item
from kaohe.scoring.scorer import Scorer
from kaohe.submission.reader import Values
from kaohe.submission.written_facts import has_end, points_written


@dataclass(frozen=True, slots=True)
class BoundaryCase:
    """`raw` is the case as a file of cases has it; `told` are its facts in words, `whys` what was lost and why.

    Of a case of several items `item` and `number` are empty.
    """

    item: str
    number: str
    title: str
    why: Why
    told: str
    points: ScoreRange
    whys: tuple[str, ...]
    raw: Mapping[str, Any]
    differs: str = ""
    """The facts in words that are not those of the item's first case."""
    rest: bool = False
    """Whether the others are those of the first case."""
    reading: str = ""
    """How a passage is read in it, in words, where it is not as the rubric has it."""
    same: bool = False
    """Whether the points are the same as the rubric has it: what is read otherwise makes none in this case."""
    grade: str = ""
    row: Row = field(default=(), repr=False)

    @property
    def name(self) -> str:
        return str(self.raw["name"])


class CaseMaker:
    """Makes cases of rows of one rubric with its readings taken; those that no unit could report are left out."""

    def __init__(self, scorer: Scorer, language: Language, common: Row, readings: Mapping[str, str]) -> None:
        self._scorer, self._language, self._readings = scorer, language, readings
        self._common = common
        self.words = FactWords(scorer.compiled.layout, language)

    def of_item(self, place: int, one: CaseRow, first: Row) -> BoundaryCase | None:
        """The case of an item, by its place on the form, beside the row of its first case.

        None where the facts could not be reported so.
        """
        compiled = self._scorer.compiled
        number, item = compiled.rubric.items()[place]
        facts = tuple(self._reported(place, one.row))
        if not readable(compiled.reader, facts, one.row):
            return None
        scored = self._scorer.item(Values("", "-", None, "self", one.row), place)
        reported = reported_facts(facts, one.row, item.id)
        raw = {"name": self._name(number, item, one), **reported}
        if self._readings:
            raw["readings"] = dict(self._readings)
        raw |= _expected(item, scored, self._decided(place, one.row), alone="item" in reported)
        apart = [fact for fact in facts if any(one.row[at] != first[at] for at in fact.places())]
        return BoundaryCase(
            item=item.id,
            number=number,
            title=item.title,
            why=one.why,
            told=self.words.told(facts, one.row),
            points=scored.bare(),
            whys=(*(line.why for line in scored.ledger if line.why), *self._undefined(place, one.row)),
            raw=raw,
            differs=self.words.told(apart, one.row),
            rest=len(apart) < len(facts),
            row=one.row,
        )

    def _decided(self, place: int, row: Row) -> Callable[[str], bool]:
        """Which rules and vetoes of an item are certain, by their names in the ledger, whatever a row leaves open."""
        compiled = self._scorer.compiled
        if not compiled.unreported(row) and not compiled.undefined(row):
            return lambda _: True
        return lambda rule: rule_decided(compiled, place, rule, row)

    def _undefined(self, place: int, row: Row) -> Iterator[str]:
        """What can't be computed of the item, and why."""
        compiled = self._scorer.compiled
        for one in compiled.undefined(row):
            if place in map(compiled.resting, one.accounts):
                yield self._scorer.reasons.undefined(one, row)

    def _reported(self, place: int, row: Row) -> Iterator[Fact]:
        """What the item rests on, or would if it was read otherwise, but for what is given for all units."""
        compiled = self._scorer.compiled
        read, item = compiled.reads[place], compiled.items[place].item.id
        for fact in compiled.layout.facts:
            if self._common[fact.start] is None and (
                fact in read or (fact.item == item and row[fact.start] is not None)
            ):
                yield fact

    def _name(self, number: str, item: Item, one: CaseRow) -> str:
        if one.why in ("best", "worst"):
            return say(f"boundary.{one.why}", self._language, number=number, title=item.title)
        return say("boundary.differs", self._language, number=number, facts=self.words.told(one.facts, one.row))


def points_told(points: ScoreRange) -> Any:
    """A number, or a range, of which a side may be open."""
    if not points.scored:
        return NOT_SCORED[0]
    if points.score is not None:
        return points_written(points.score)
    sides = {"from": points.low, "to": points.high}
    return {side: points_written(value) for side, value in sides.items() if value is not None}


def _expected(
    item: Item, scored: ItemScore, decided: Callable[[str], bool], *, alone: bool
) -> Iterator[tuple[str, Any]]:
    """The points, and what rules give; by the item's id where the facts are of several."""
    rules = dict(_given(item, scored, decided)) if scored.score is not None else {}
    if rules:
        yield "rules", rules if alone else {item.id: rules}
    yield "points", points_told(scored) if alone else {item.id: points_told(scored)}


def _given(item: Item, scored: ItemScore, decided: Callable[[str], bool]) -> Iterator[tuple[str, Any]]:
    """What each rule that counts leaves of its points, and what vetoes take, where that is decided."""
    taken: dict[str, Fraction] = {}
    for line in scored.ledger:
        name = line.rule.removeprefix(f"{item.id}.")
        taken[name] = taken.get(name, Fraction(0)) + line.applied
    for place, rule in enumerate(item.rules, 1):
        given = rule.points - taken.pop(str(place), Fraction(0))
        if rule.counts and has_end(given) and decided(f"{item.id}.{place}"):
            yield str(place), points_written(given)
    for name, applied in taken.items():
        if name.startswith("veto") and has_end(applied) and decided(f"{item.id}.{name}"):
            yield name, points_written(-applied)
