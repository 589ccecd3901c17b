"""What rules promise of their trees is proved from what each fact may be, or is a finding at its place."""

from collections.abc import Iterator
from fractions import Fraction

from kaohe.backends.bounds import Facts, widest
from kaohe.compiler.accounts import ItemAccounts, Part
from kaohe.compiler.lowering import in_order, in_turn, lower_rule
from kaohe.compiler.possible_facts import anything
from kaohe.compiler.row_layout import layout
from kaohe.expr.numbers import plain
from kaohe.expr.tree import If
from kaohe.formulas.scope import Scope
from kaohe.formulas.terms import NONE, ONE
from kaohe.library.checks.positions import Path, Place, items
from kaohe.problems import Problem
from kaohe.rubric.model import Rubric
from kaohe.rubric.rules.amounts import amount
from kaohe.rubric.rules.claims import Claim, sound_amount
from kaohe.rubric.rules.rule import Rule


def check(rubric: Rubric, place: Place) -> Iterator[Problem]:
    """To be asked of a rubric that is sound otherwise."""
    facts = anything(layout(rubric))
    paths = [path for _, _, path in items(rubric)]
    for (accounts, common), path in zip(in_order(rubric), paths, strict=True):
        item = accounts.item
        scope = item.scope(common)
        for number, (rule, part, following) in enumerate(in_turn(item, scope, lower_rule)):
            where = (*path, "rules", number)
            inside = scope.of_each(rule.for_each.list) if rule.for_each else scope
            claims = (*_claims(rule.of_one, inside), *rule.of_one.claims(inside))
            broken = [one for claim in claims for one in _proved(place, where, rule, claim, facts)]
            yield from broken
            if rule.counts and not broken:
                yield from _takes(place, where, accounts, part, facts)
            scope = following


def _claims(rule: Rule, scope: Scope) -> Iterator[Claim]:
    """What rules of every type promise of the keys that all have."""
    yield from sound_amount(rule.cap, ("cap",), rule.points, scope)
    if isinstance(rule.otherwise, str):
        yield Claim("below-floor", ("otherwise",), amount(rule.otherwise, rule.points, scope))


def _proved(place: Place, where: Path, rule: Rule, claim: Claim, facts: Facts) -> Iterator[Problem]:
    holds = claim.broken == "never-holds"
    span = widest(If(claim.tree, ONE, NONE) if holds else claim.tree, facts)
    broken = {
        "may-be-negative": span.low < 0,
        "never-counts": span.low == span.high == 0,
        "never-holds": span.high == 0,
        "below-floor": span.low < 0 and rule.floor == "part",
    }
    if broken[claim.broken]:
        least = "-∞" if isinstance(span.low, float) else plain(Fraction(span.low))
        yield place.problem(claim.broken, (*where, *claim.path), {**claim.parameters, "least": least})


def _takes(place: Place, where: Path, item: ItemAccounts, part: Part, facts: Facts) -> Iterator[Problem]:
    """A part that takes points must have some to take: its own, or with `floor: item` those of the item."""
    asks = [widest(one.line.total(), facts) for one in part.accounts if not one.line.gate]
    reachable = part.points or (part.floor == "none") or (part.floor == "item" and _has_points(item, part, facts))
    if not reachable and any(one.high > 0 for one in asks):
        yield place.problem("nothing-to-take", where, {"floor": part.floor})


def _has_points(item: ItemAccounts, part: Part, facts: Facts) -> bool:
    """Whether the item has points besides those of a part, or another part may give some."""
    others = [one for one in item.parts if one is not part]
    return any(
        one.points or any(widest(account.line.total(), facts).low < 0 for account in one.accounts) for one in others
    )
