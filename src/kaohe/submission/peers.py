"""Facts over all assessed units: mean, extremes, sum and rank, computed from every unit's own number."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from kaohe.backends.exact import Compiled, compile_trees
from kaohe.compiler.row_layout import Fact, RowLayout
from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.expr.numbers import int_if_whole
from kaohe.expr.tree import Const, Expr
from kaohe.expr.tree_questions import defined, facts_read
from kaohe.formulas.indicators import Peers
from kaohe.formulas.scope import SHARED
from kaohe.rubric.model import Rubric
from kaohe.submission.gaps import is_missing

Row = Sequence[Any]
Own = Fraction | None
"""A unit's own number; None where it has none because it does not apply."""


@dataclass(frozen=True, slots=True)
class PeerFact:
    """One fact over all units: where it stands in a row, and each unit's own number that it is made of."""

    fact: Fact
    peers: Peers
    facts: tuple[Fact, ...]
    run: Compiled

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
    return tuple(_peer_fact(rubric, layout, fact) for fact in layout.facts if fact.indicator.peers is not None)


def _peer_fact(rubric: Rubric, layout: RowLayout, fact: Fact) -> PeerFact:
    peers = fact.indicator.peers
    assert peers is not None  # noqa: S101 - the caller has seen to it
    scopes = {item.id: item.scope(rubric.common) for _, item in rubric.items()}
    scope = scopes[fact.item] if fact.item != SHARED else next(iter(scopes.values()))
    tree = scope.without(fact.id if fact.item != SHARED else f"{SHARED}.{fact.id}").number(peers.of)
    condition = defined(tree)
    sound: Expr = Const(True) if condition is None else condition
    facts = layout.find(facts_read(tree, sound))
    return PeerFact(fact, peers, facts, compile_trees([tree, sound], layout.slots(), 1, layout.divided()))


def over_all(fact: PeerFact, owns: Sequence[Own | str]) -> list[Any]:
    """The fact for each unit; None, still missing, where some unit has not reported its number."""
    if "missing" in owns:
        return [None] * len(owns)
    numbers = [own for own in owns if isinstance(own, Fraction)]
    if fact.peers.take == "rank":
        ranks = _ranks(numbers, fact.peers)
        return [ranks[own] if isinstance(own, Fraction) else NOT_APPLICABLE for own in owns]
    take = TAKES[fact.peers.take]
    if fact.peers.with_self is not False:
        everyone = int_if_whole(take(numbers)) if numbers else NOT_APPLICABLE
        return [everyone] * len(owns)
    return list(_of_others(take, numbers, owns))


def _of_others(
    take: Callable[[Sequence[Fraction]], Fraction], numbers: list[Fraction], owns: Sequence[Any]
) -> Iterator[Any]:
    for own in owns:
        others = numbers.copy()
        if own is not None:
            others.remove(own)
        yield int_if_whole(take(others)) if others else NOT_APPLICABLE


def _ranks(numbers: Sequence[Fraction], peers: Peers) -> Mapping[Fraction, Any]:
    """The rank of each number: ties share the best place (1, 2, 2, 4), leave no gap (1, 2, 2, 3) or take the mean."""
    ordered = sorted(numbers, reverse=peers.first == "highest")
    distinct = list(dict.fromkeys(ordered))
    if peers.ties == "dense":
        return {number: place for place, number in enumerate(distinct, 1)}
    best = {number: ordered.index(number) + 1 for number in distinct}
    if peers.ties == "shared":
        return best
    return {number: int_if_whole(best[number] + Fraction(ordered.count(number) - 1, 2)) for number in distinct}


TAKES: Mapping[str, Callable[[Sequence[Fraction]], Fraction]] = {
    "mean": lambda numbers: sum(numbers, Fraction(0)) / len(numbers),
    "minimum": min,
    "maximum": max,
    "sum": lambda numbers: sum(numbers, Fraction(0)),
    "number": lambda numbers: Fraction(len(numbers)),
}
