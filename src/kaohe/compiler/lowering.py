"""A rubric's items as trees: the accounts on which each part loses points, and the score that is left."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal, TypeVar

from kaohe.expr.tree import ZERO, Call, Const, Expr, If, Input, Op, chain, points, total
from kaohe.expr.tree_questions import asked, defined, inputs
from kaohe.formulas.scope import SHARED, Scope, labelled
from kaohe.formulas.terms import Term, Use
from kaohe.rubric.model import Common, Item, Rubric, Veto
from kaohe.rubric.rules.rule import Line, Rule

AnyScope = TypeVar("AnyScope", bound=Scope)
Floor = Literal["part", "item", "none", "veto", "penalty"]
RESULTS, ITEMS = "rules", "items"
"""What stands before the id of a rule or item where a formula names its result."""
ORDER: tuple[Floor, ...] = ("part", "item", "none", "veto", "penalty")


@dataclass(frozen=True, slots=True)
class Account:
    """A line of a part, with the words it rests on: `rule` is its name in the ledger, `place` where the rule stands."""

    rule: str
    clause: str
    line: Line
    place: tuple[str, int] = ("", 0)
    """The item's list, `rules` or `vetoes`, and the place in it, from 0."""


@dataclass(frozen=True, slots=True)
class Part:
    """Points that stand together and the accounts that drain them, in order.

    `floor` says how far: to the part's own zero, to the item's, or without end; a veto takes all that the item has
    left, and a penalty comes on top of it.
    `limit` is the most that all accounts together may take; None is no limit.
    """

    points: Fraction
    floor: Floor
    limit: Fraction | None
    accounts: tuple[Account, ...]
    exists: Expr | None = None
    """Whether its points count among those that apply; None where they always do."""

    def remainder(self) -> Expr:
        """What is left of its points before the item's floor; of a veto its condition, of a penalty its cost."""
        lines = [account.line for account in self.accounts]
        due = total([line.total() for line in lines if not line.gate])
        if self.floor == "penalty":
            return due
        if self.floor == "veto":
            return due > ZERO
        left = points(self.points) - (due if self.limit is None else Call(Op.MINIMUM, (due, points(self.limit))))
        gates: list[Expr] = [line.due > ZERO for line in lines if line.gate]
        if not gates:
            return left
        return If(chain(Op.OR, gates, Const(False)), Call(Op.MINIMUM, (ZERO, left)), left)


@dataclass(frozen=True, slots=True)
class ItemTrees:
    """An item's parts in the order in which they drain it."""

    number: str
    item: Item
    parts: tuple[Part, ...]

    def score(self, places: int) -> Expr:
        """The item's score as one tree."""
        left: dict[Floor, list[Expr]] = {floor: [] for floor in ORDER}
        for part in self.parts:
            left[part.floor].append(part.remainder())
        pooled = total([*left["part"], *left["item"]])
        if left["item"]:
            pooled = Call(Op.MAXIMUM, (ZERO, pooled))
        score = total([pooled, *left["none"]])
        for veto in left["veto"]:
            score = If(veto, Call(Op.MINIMUM, (ZERO, score)), score)
        if left["penalty"]:
            score = score - total(left["penalty"])
        return Call(Op.ROUND, (score, Const(Fraction(places))))

    def applies(self) -> Expr:
        """How many of the item's points apply to the unit."""
        return total(
            [points(p.points) if p.exists is None else If(p.exists, points(p.points), ZERO) for p in self.parts]
        )

    def optional(self) -> frozenset[str]:
        """The keys of facts that need not exist: some tree asks whether they do."""
        return frozenset().union(*(asked(account.line.due) for part in self.parts for account in part.accounts))

    def reads(self) -> frozenset[str]:
        """The keys of the facts that the item's score rests on."""
        lines = [account.line for part in self.parts for account in part.accounts]
        keys = frozenset().union(*(inputs(line.due) for line in lines))
        return frozenset(key.partition(".*")[0] for key in keys) | {line.members for line in lines if line.members}


def lower(rubric: Rubric) -> tuple[ItemTrees, ...]:
    """Every item of the rubric; raises UnknownReference, which `validate` has turned into problems before."""
    found: list[ItemTrees] = []
    common = rubric.common
    for number, item in rubric.items():
        found.append(lower_item(number, item, common))
        score = labelled(found[-1].score(rubric.rounding.places), f"{ITEMS}.{item.id}", percent=False)
        results = {**common.results, f"{ITEMS}.{item.id}": Term(Use.NUMBER, score, percent=False)}
        common = common._replace(results=results)
    return tuple(found)


def lower_item(number: str, item: Item, common: Common) -> ItemTrees:
    scope = item.scope(common)
    parts = []
    for place, rule in enumerate(item.rules, 1):
        part = lower_rule(place, item, scope)
        scope = named(rule, part.remainder(), item, scope)
        parts += [part] if rule.counts else []
    parts += [part for place, veto in enumerate(item.vetoes, 1) for part in _veto_parts(place, item, veto, scope)]
    return ItemTrees(number, item, tuple(sorted(parts, key=lambda part: ORDER.index(part.floor))))


def item_scope(item: Item, common: Common) -> Scope:
    """All that the item's rules may name, their own results too."""
    scope = item.scope(common)
    for place, rule in enumerate(item.rules, 1):
        scope = named(rule, lower_rule(place, item, scope).remainder(), item, scope)
    return scope


def named(rule: Rule, result: Expr, item: Item, scope: AnyScope) -> AnyScope:
    """The scope of the rules that follow: they may name the result of a rule that has an id."""
    if not rule.id:
        return scope
    name = f"{RESULTS}.{rule.id}"
    term = Term(Use.NUMBER, labelled(result, f"{item.id}.{name}", percent=False), percent=False)
    return replace(scope, parts={**scope.parts, name: term})


def lower_rule(place: int, item: Item, scope: Scope) -> Part:
    """One rule with all that stands outside its type: requirements, facts that do not exist, vetoes of the part."""
    rule = item.rules[place - 1]
    name = f"{item.id}.{place}"
    accounts = [Account(name, rule.clause, line, ("rules", place - 1)) for line in _lines(rule, scope)]
    vetoes = [
        Account(
            f"{item.id}.veto{number}",
            veto.clause,
            _gate(scope.condition(veto.when), rule.points),
            ("vetoes", number - 1),
        )
        for number, veto in enumerate(item.vetoes, 1)
        if place in veto.scope
    ]
    exists = _exists(rule, rule.lines(scope), scope) if rule.not_applicable == "rescaled" else None
    return Part(rule.points, rule.floor, _limit(rule), (*vetoes, *accounts), exists)


def _gate(closed: Expr, award: Fraction) -> Line:
    return Line(If(closed, points(award), ZERO), gate=True)


def _limit(rule: Rule) -> Fraction | None:
    if rule.floor != "part":
        return rule.cap
    return rule.points if rule.cap is None else min(rule.cap, rule.points)


def _lines(rule: Rule, scope: Scope) -> Iterator[Line]:
    """The rule's lines; where facts may not exist at all, that is asked before anything else."""
    own = rule.lines(scope)
    needed = chain(Op.AND, [scope.condition(one) for one in rule.requires], Const(True))
    exists = _exists(rule, own, scope)
    if exists is not None and rule.not_applicable != "full":
        yield Line(If(exists, ZERO, points(rule.points)), gate=True)
    if rule.requires and rule.points and rule.otherwise is None:
        yield Line(_guarded(If(needed, ZERO, points(rule.points)), exists), gate=True)
        own = tuple(_only_if(needed, line) for line in own)
    elif rule.requires:
        shut = ZERO if rule.otherwise is None else points(rule.points - rule.otherwise)
        first = next((line for line in own if not line.members and line.limit is None), None)
        own = tuple(replace(line, due=If(needed, line.due, shut if line is first else ZERO)) for line in own)
        if first is None:
            yield Line(_guarded(If(needed, ZERO, shut), exists))
    for line in own:
        yield replace(line, due=_guarded(line.due, exists))


def _only_if(needed: Expr, line: Line) -> Line:
    """An account that divides is not computed where the requirements fail: the part is gone anyway."""
    return line if defined(line.due) is None else replace(line, due=If(needed, line.due, ZERO))


def _guarded(due: Expr, exists: Expr | None) -> Expr:
    return due if exists is None else If(exists, due, ZERO)


def _exists(rule: Rule, lines: tuple[Line, ...], scope: Scope) -> Expr | None:
    """Whether every fact that the rule reads exists and can be computed; None where that is taken for granted."""
    if rule.not_applicable is None:
        return None
    trees = [*(scope.condition(one) for one in rule.requires), *(line.due for line in lines)]
    keys = sorted(frozenset().union(*map(inputs, trees)), reverse=True)
    first = {".".join(key.split(".")[:2]): key for key in keys}
    first |= {line.members: line.members for line in lines if line.members}
    own = [*(f"{scope.item}.{name}" for name in scope.indicators), *(f"{SHARED}.{name}" for name in scope.shared)]
    there: list[Expr] = [Call(Op.APPLICABLE, (Input(first[key]),)) for key in own if key in first]
    sound = [condition for tree in trees if (condition := defined(tree)) is not None]
    return chain(Op.AND, [*there, *sound], Const(True))


def _veto_parts(place: int, item: Item, veto: Veto, scope: Scope) -> Iterator[Part]:
    """A veto of the whole item takes what is left of it; a penalty goes below zero."""
    condition, name, at = scope.condition(veto.when), f"{item.id}.veto{place}", ("vetoes", place - 1)
    if not veto.scope:
        taken = Line(If(condition, points(item.points), ZERO))
        yield Part(Fraction(0), "veto", None, (Account(name, veto.clause, taken, at),))
    if veto.penalty is not None:
        penalty: Expr = points(veto.penalty)
        due = scope.number(veto.when) * penalty if veto.penalty_each else If(condition, penalty, ZERO)
        yield Part(Fraction(0), "penalty", None, (Account(f"{name}.penalty", veto.clause, Line(due), at),))
