"""An item between two rubrics: some of its clauses are the new ones already, the others still the old ones."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Literal

from kaohe.authoring.comparing.pairs import Clause, ClauseKind, ClausePair, ItemPair
from kaohe.formulas.indicators import FactWords, Indicator
from kaohe.rubric.model import Item, Veto
from kaohe.rubric.rule_parts.rule import Rule

Parts = tuple[tuple[ItemPair, ClausePair | None], ...]
"""What a step changes: clauses of items; None is all of an item."""
SCORING: tuple[ClauseKind, ...] = ("rules", "vetoes")


def item_steps(pair: ItemPair, name: str) -> Iterator[tuple[Parts, Item]]:
    """The item after each of its clauses has become what it is, one after another; `name` is its id on the way.

    All at once where it can't be taken apart: where facts of one name are not the same, or rules have changed places.
    """
    last = _last(pair, name)
    steps = [one for one in pair.clauses if one.changed and _scores(one)]
    if not steps or _inseparable(pair):
        yield ((pair, None),), last
        return
    for count, one in enumerate(steps[:-1], 1):
        yield ((pair, one),), _mixed(pair, steps[:count], name)
    yield ((pair, steps[-1]),), last


def _last(pair: ItemPair, name: str) -> Item:
    """The new item; one that is gone keeps its place and is worth nothing."""
    if pair.new is not None:
        return replace(pair.new.item, id=name)
    item = pair.shown.item
    return replace(item, points=Fraction(0), rules=(), vetoes=(), non_scoring=(), scored_above=(), todo=())


def _scores(one: ClausePair) -> bool:
    return any(side is not None and side.kind in SCORING for side in (one.old, one.new))


def _inseparable(pair: ItemPair) -> bool:
    facts = [(one.old[1], one.new[1]) for one in pair.facts if one.old and one.new and one.old[0] == one.new[0]]
    labels = {one.old[1].label for one in pair.facts if one.old}
    renamed = any(was.label != now.label and now.label in labels for was, now in facts)  # names that only count
    unlike = any(material(was) != material(now) for was, now in facts)
    return renamed or unlike or any(one.moved and _scores(one) for one in pair.clauses)


def material(one: Indicator) -> Indicator:
    """The fact without what is only said of it."""
    return replace(one, label="", note="", words=FactWords(), labels={}, plausible=None, evidence=None, fixed=False)


def _mixed(pair: ItemPair, done: Sequence[ClausePair], name: str) -> Item:
    """`done` are the clauses that are the new ones already."""
    base = pair.shown.item if pair.old is None else pair.old.item
    facts = {one[0]: one[1] for side in ("old", "new") for both in pair.facts if (one := getattr(both, side))}
    order = [(one, _side(one, done)) for one in _in_order(pair.clauses, "rules")]
    placed = [(one, side) for one, side in order if side is not None and side.kind == "rules"]
    rules = tuple(side.holder for _, side in placed if isinstance(side.holder, Rule))
    vetoes: list[Veto] = []
    for one in _in_order(pair.clauses, "vetoes"):
        side = _side(one, done)
        if side is not None and isinstance(side.holder, Veto):
            vetoes += _scoped(side.holder, pair, "new" if side is one.new else "old", [rule for rule, _ in placed])
    points = sum((rule.points for rule in rules if rule.counts), Fraction(0))
    return replace(base, id=name, points=points, indicators=facts, rules=rules, vetoes=tuple(vetoes), todo=())


def _side(one: ClausePair, done: Sequence[ClausePair]) -> Clause | None:
    return one.new if one in done or not one.changed else one.old


def _in_order(clauses: Sequence[ClausePair], kind: ClauseKind) -> list[ClausePair]:
    """The clauses that are of this kind on either side: in the new order, those that are gone where they stood."""
    own = [one for one in clauses if any(side and side.kind == kind for side in (one.old, one.new))]
    order = sorted((one for one in own if one.new and one.new.kind == kind), key=lambda one: _place(one.new))
    gone = sorted((one for one in own if one not in order), key=lambda one: _place(one.old))
    for one in gone:
        after = [at for at, other in enumerate(order) if other.old and _place(other.old) > _place(one.old)]
        order.insert(after[0] if after else len(order), one)
    return order


def _place(clause: Clause | None) -> int:
    return -1 if clause is None else clause.place


def _scoped(veto: Veto, pair: ItemPair, side: Literal["old", "new"], rules: Sequence[ClausePair]) -> Iterator[Veto]:
    """The veto with the numbers that its rules have now; none where it takes rules that are not there."""
    if not veto.scope:
        yield veto
        return
    known = {
        clause.number: one
        for one in pair.clauses
        if (clause := getattr(one, side)) is not None and clause.kind == "rules"
    }
    scope = tuple(rules.index(known[number]) + 1 for number in veto.scope if known.get(number) in rules)
    if scope:
        yield replace(veto, scope=scope)
