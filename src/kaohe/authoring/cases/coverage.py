"""Which spots of a rubric cases have reached, and which none ever did."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from kaohe.authoring.cases.branches import Asked, holds, of_members
from kaohe.authoring.cases.decided import rule_decided
from kaohe.authoring.cases.running import Outcome
from kaohe.authoring.cases.spots import ItemSpots, Spot, Spots
from kaohe.expr.numbers import plain
from kaohe.messages import Language
from kaohe.results.sheet import ItemScore, Sheet
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.submission.gaps import Row


@dataclass(frozen=True, slots=True)
class Coverage:
    """All spots in the rubric's order, and those that some case has reached."""

    spots: tuple[Spot, ...]
    reached: frozenset[Spot]

    @property
    def share(self) -> Fraction:
        """How much is reached; all, where there is nothing to reach."""
        return Fraction(len(self.reached), len(self.spots)) if self.spots else Fraction(1)

    @property
    def percent(self) -> str:
        """The same for people, rounded down to one decimal: 100 are all."""
        return plain(Fraction(int(self.share * 1000), 10))

    @property
    def unreached(self) -> tuple[Spot, ...]:
        return tuple(one for one in self.spots if one not in self.reached)


class CoverageGatherer:
    """Gathers what outcomes reach of one rubric, whatever readings they take."""

    def __init__(self, compiled: CompiledRubric, language: Language) -> None:
        """`compiled` is the rubric as it is read where nothing else is chosen."""
        self._language = language
        self._spots: dict[int, tuple[CompiledRubric, Spots]] = {}
        self._own = self._of(compiled)
        self._reached: set[Spot] = set()

    def coverage(self) -> Coverage:
        every = tuple(dict.fromkeys(self._own.all()))
        return Coverage(every, frozenset(every) & self._reached)

    def add(self, outcome: Outcome) -> None:
        """What a case has reached of that of which it expects something; of what could not be scored, nothing."""
        if outcome.scorer is None or outcome.values is None or outcome.items is None:
            return
        compiled = outcome.scorer.compiled
        known = self._of(compiled)
        for item in _looked_at(outcome):
            place = next(place for place, one in enumerate(compiled.items) if one.item.id == item.id)
            reach = _ItemReach(compiled, place, known.item(place), outcome.values.row)
            self._reached.update(reach.reached(item, outcome.case.readings))
        if outcome.sheet is not None:
            self._reached.update(_above(outcome.sheet, known))

    def _of(self, compiled: CompiledRubric) -> Spots:
        if id(compiled) not in self._spots:
            self._spots[id(compiled)] = compiled, Spots(compiled, self._language)
        return self._spots[id(compiled)][1]


def _looked_at(outcome: Outcome) -> Iterator[ItemScore]:
    """The items that decide what is expected: those named, those of sections, all where the whole is."""
    expected, found = outcome.case.expected, dict(outcome.items or {})
    for section in outcome.sheet.sections if outcome.sheet else ():
        if expected.score is not None or section.id in expected.sections:
            found |= {item.id: item for item in section.items}
    yield from found.values()


@dataclass(frozen=True, slots=True)
class _ItemReach:
    """What one outcome reaches of one item."""

    compiled: CompiledRubric
    place: int
    spots: ItemSpots
    row: Row

    def reached(self, item: ItemScore, readings: Mapping[str, str]) -> Iterator[Spot]:
        facts = self.compiled.possible(self.place, self.row)
        asked, own = Asked(), self.compiled.items[self.place]
        for account, (due, *limits) in zip(own.accounts, own.trees, strict=True):
            for beside in of_members(account.line.members, facts) if account.line.members else [facts]:
                asked.walk(due, beside)
            for limit in limits:
                asked.walk(limit, facts)
        for condition, several in self.spots.conditions.items():
            yield from (spot for spot in several if spot.outcome in asked.seen.get(condition, ()))
        for spot, condition in self.spots.entries:
            if True in asked.seen[condition] if condition in asked.seen else holds(condition, facts):
                yield spot
        yield from self._rules(item)
        for name, (rule, options) in self.spots.readings.items():
            if rule_decided(self.compiled, self.place, rule, self.row):
                yield options[readings.get(name, self._chosen(name))]

    def _rules(self, item: ItemScore) -> Iterator[Spot]:
        """What each rule and veto did, where that is decided."""
        taking = {line.rule for line in item.ledger if line.due}
        cut = {line.rule for line in item.ledger if line.applied < line.due}
        for name, (silent, taken) in self.spots.rules.items():
            if rule_decided(self.compiled, self.place, name, self.row):
                yield taken if name in taking else silent
        yield from (spot for name, spot in self.spots.caps.items() if name in cut)

    def _chosen(self, reading: str) -> str:
        return dict(self.compiled.items[self.place].item.readings())[reading].chosen


def _above(sheet: Sheet, known: Spots) -> Iterator[Spot]:
    """What changed a section or the whole, and the grades that came of it."""
    several = (("", sheet.ledger, sheet.grade), *((one.id, one.ledger, one.grade) for one in sheet.sections))
    for name, ledger, grade in several:
        own = known.above[name]
        yield from (own.steps[line.rule] for line in ledger if line.rule in own.steps)
        if grade is not None:
            yield from (own.grades[one] for one in (grade.id,) if one is not None)
            yield from (own.limits[one] for one in (grade.why,) if one in own.limits)
