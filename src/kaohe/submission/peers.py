"""Facts over all assessed units: mean, extremes, sum and rank, computed from every unit's own number."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import accumulate
from typing import Any

from kaohe.backends.exact import Compiled, compile_trees
from kaohe.compiler.lowering import in_order
from kaohe.compiler.row_layout import Fact, RowLayout
from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.expr.numbers import int_if_whole
from kaohe.expr.tree import Const, Expr
from kaohe.expr.tree_questions import defined, facts_read
from kaohe.formulas.indicators import Peers
from kaohe.formulas.scope import SHARED, Scope
from kaohe.formulas.terms import Use
from kaohe.rubric.model import Rubric
from kaohe.submission.gaps import is_missing

Row = Sequence[Any]
Own = Fraction | None
"""A unit's own number; None where it has none because it does not apply."""


@dataclass(frozen=True, slots=True)
class PeerFact:
    """One fact over all units: where it stands in a row, and each unit's own number that it is made of.

    That is a `tree` over `facts`, and there is none where it is not `sound`.
    """

    fact: Fact
    peers: Peers
    facts: tuple[Fact, ...]
    tree: Expr
    sound: Expr
    run: Compiled
    within: Fact | None = None
    """The choice by which units are compared in groups."""

    def groups(self, rows: Sequence[Row]) -> Sequence[Any]:
        """What each unit is compared within, None where that is not reported; nothing where all are compared."""
        return [] if self.within is None else [row[self.within.start] for row in rows]

    def own(self, row: Row) -> Own | str:
        """The unit's number, None where it does not apply; "missing" where it is not reported."""
        if any(is_missing(fact, row) for fact in self.facts):
            return "missing"
        if any(row[fact.start] is NOT_APPLICABLE for fact in self.facts):
            return None
        number, sound = self.run(row)
        return Fraction(number) if sound else None


def peer_facts(rubric: Rubric, layout: RowLayout) -> tuple[PeerFact, ...]:
    """Every fact over all units that the rubric declares."""
    declared = [fact for fact in layout.facts if fact.indicator.peers is not None]
    scopes = {one.item.id: one.item.scope(common) for one, common in in_order(rubric)} if declared else {}
    return tuple(_peer_fact(layout, fact, scopes) for fact in declared)


def _peer_fact(layout: RowLayout, fact: Fact, scopes: Mapping[str, Scope]) -> PeerFact:
    peers = fact.indicator.peers
    assert peers is not None  # noqa: S101 - the caller has seen to it
    scope = scopes[fact.item] if fact.item != SHARED else next(iter(scopes.values()))
    results = {name: term for name, term in scope.parts.items() if fact.item != SHARED}
    own = replace(scope.without(fact.id if fact.item != SHARED else f"{SHARED}.{fact.id}"), parts=results)
    tree = own.number(peers.of)
    condition = defined(tree)
    sound: Expr = Const(True) if condition is None else condition
    facts = layout.find(facts_read(tree, sound))
    run = compile_trees([tree, sound], layout.slots, 1, layout.divided)
    within = own.term(peers.within, Use.CHOICE).tree if peers.within else {}
    assert isinstance(within, Mapping)  # noqa: S101 - a CHOICE is one
    (group,) = layout.find(facts_read(*within.values())) or (None,)
    return PeerFact(fact, peers, facts, tree, sound, run, group)


def over_all(fact: PeerFact, owns: Sequence[Own | str], groups: Sequence[Any] = ()) -> list[Any]:
    """The fact for each unit, within its group where there are `groups`.

    None, still missing, where a unit of the group has not reported its number, or any unit its group.
    """
    if None in groups:
        return [None] * len(owns)
    if not groups:
        return _over_group(fact, owns)
    found: dict[int, Any] = {}
    for group in dict.fromkeys(groups):
        places = [place for place, one in enumerate(groups) if one == group]
        found |= dict(zip(places, _over_group(fact, [owns[place] for place in places]), strict=True))
    return [found[place] for place in range(len(owns))]


def _over_group(fact: PeerFact, owns: Sequence[Own | str]) -> list[Any]:
    if "missing" in owns:
        return [None] * len(owns)
    numbers = [own for own in owns if isinstance(own, Fraction)]
    if fact.peers.take == "rank":
        ranks = _ranks(numbers, fact.peers)
        return [ranks[own] if isinstance(own, Fraction) else NOT_APPLICABLE for own in owns]
    take, ordered = TAKES[fact.peers.take], sorted(numbers)
    total = sum(ordered, Fraction(0))
    everyone = Gathered(ordered, total).taken(take)
    if fact.peers.with_self is not False:
        return [everyone] * len(owns)
    return [Gathered(ordered, total, own).taken(take) if isinstance(own, Fraction) else everyone for own in owns]


@dataclass(frozen=True, slots=True)
class Gathered:
    """Numbers in order, their sum, and one of them that is left out: the others are not gone through again."""

    ordered: Sequence[Fraction]
    total: Fraction
    left_out: Own = None

    def taken(self, take: "Take") -> Any:
        return int_if_whole(take(self)) if self.number else NOT_APPLICABLE

    @property
    def number(self) -> int:
        return len(self.ordered) - (self.left_out is not None)

    @property
    def sum(self) -> Fraction:
        return self.total - (self.left_out or 0)

    @property
    def least(self) -> Fraction:
        return self.ordered[self.ordered[0] == self.left_out]

    @property
    def most(self) -> Fraction:
        return self.ordered[-1 - (self.ordered[-1] == self.left_out)]


def _ranks(numbers: Sequence[Fraction], peers: Peers) -> Mapping[Fraction, Any]:
    """The rank of each number: ties share the best place (1, 2, 2, 4), leave no gap (1, 2, 2, 3) or take the mean."""
    many = Counter(sorted(numbers, reverse=peers.first == "highest"))
    if peers.ties == "dense":
        return {number: place for place, number in enumerate(many, 1)}
    best = dict(zip(many, accumulate(many.values(), initial=1), strict=False))
    if peers.ties == "shared":
        return best
    return {number: int_if_whole(best[number] + Fraction(count - 1, 2)) for number, count in many.items()}


Take = Callable[[Gathered], Fraction]
TAKES: Mapping[str, Take] = {
    "mean": lambda numbers: numbers.sum / numbers.number,
    "minimum": lambda numbers: numbers.least,
    "maximum": lambda numbers: numbers.most,
    "sum": lambda numbers: numbers.sum,
    "number": lambda numbers: Fraction(numbers.number),
}
