"""What rules promise of their trees is proved from what each fact may be, or is a finding at its place."""

from collections.abc import Iterator

from kaohe.backends.bounds import Facts, widest
from kaohe.compiler.accounts import ItemAccounts, Part
from kaohe.compiler.lowering import in_order, in_turn, lower_rule
from kaohe.compiler.possible_facts import possible_facts
from kaohe.expr.numbers import plain
from kaohe.expr.tree import If
from kaohe.formulas.scope import Scope
from kaohe.formulas.terms import NONE, ONE
from kaohe.library.checks.positions import Path, Place, items
from kaohe.library.checks.proofs.divisors import never_above_zero
from kaohe.problems import Problem
from kaohe.rubric.model import Common, Rubric
from kaohe.rubric.rule_parts.amounts import amount, short_of
from kaohe.rubric.rule_parts.claims import Claim, sound_amount, within_points
from kaohe.rubric.rule_parts.rule import Finding, Rule


def check(rubric: Rubric, place: Place) -> Iterator[Problem]:
    """To be asked of a rubric that is sound otherwise."""
    facts = possible_facts(rubric)
    paths = [path for _, _, path in items(rubric)]
    for (accounts, common), path in zip(in_order(rubric), paths, strict=True):
        for one in broken(accounts, common, facts):
            yield place.problem(one.code, (*path, *one.path), one.parameters)


def broken(accounts: ItemAccounts, common: Common, facts: Facts) -> Iterator[Finding]:
    """What the rules of an item do not keep, each by its path from the item."""
    item = accounts.item
    scope = item.scope(common)
    for number, (rule, part, following) in enumerate(in_turn(item, scope, lower_rule)):
        where = ("rules", number)
        inside = scope.of_each(rule.for_each.list) if rule.for_each else scope
        claims = (*_claims(rule.of_one, inside), *rule.of_one.claims(inside))
        found = [one for claim in claims for one in _proved(where, rule, claim, facts)]
        yield from found
        if rule.counts and not found:
            yield from _takes(where, accounts, part, facts)
        scope = following


def _claims(rule: Rule, scope: Scope) -> Iterator[Claim]:
    """What rules of every type promise of the keys that all have."""
    yield from sound_amount(rule.cap, ("cap",), rule.points, scope)
    yield from within_points(rule.otherwise, ("otherwise",), rule.points, scope)
    if isinstance(rule.otherwise, str):
        yield Claim("below-floor", ("otherwise",), amount(rule.otherwise, rule.points, scope))
    if rule.otherwise is not None and rule.cap is not None and str in (type(rule.otherwise), type(rule.cap)):
        given, cap = amount(rule.otherwise, rule.points, scope), amount(rule.cap, rule.points, scope)
        found = rule.otherwise if isinstance(rule.otherwise, str) else rule.otherwise.text()
        parameters = {"found": found, "points": plain(rule.points)}
        yield Claim("otherwise-out-of-reach", ("otherwise",), cap - short_of(rule.points, given), parameters)


def _proved(where: Path, rule: Rule, claim: Claim, facts: Facts) -> Iterator[Finding]:
    holds = claim.broken == "never-holds"
    span = widest(If(claim.tree, ONE, NONE) if holds else claim.tree, facts)
    wrong = {
        "may-be-negative": span.low < 0,
        "never-counts": span.low == span.high == 0,
        "never-holds": span.high == 0,
        "below-floor": span.low < 0 and rule.floor == "part",
        "may-exceed-points": span.high > claim.most,
        "otherwise-out-of-reach": span.low < 0,
        "formula-zero": claim.broken == "formula-zero" and never_above_zero(claim.tree, facts),
    }
    if wrong[claim.broken]:
        least, most = span.texts()
        yield Finding(claim.broken, (*where, *claim.path), {**claim.parameters, "least": least, "most": most})


def _takes(where: Path, item: ItemAccounts, part: Part, facts: Facts) -> Iterator[Finding]:
    """A part that takes points must have some to take: its own, or with `floor: item` those of the item."""
    asks = [widest(one.line.total(), facts) for one in part.accounts if not one.line.gate]
    reachable = part.points or (part.floor == "none") or (part.floor == "item" and _has_points(item, part, facts))
    if not reachable and any(one.high > 0 for one in asks):
        yield Finding("nothing-to-take", where, {"floor": part.floor})


def _has_points(item: ItemAccounts, part: Part, facts: Facts) -> bool:
    """Whether the item has points besides those of a part, or another part may give some."""
    others = [one for one in item.parts if one is not part]
    return any(
        one.points or any(widest(account.line.total(), facts).low < 0 for account in one.accounts) for one in others
    )
