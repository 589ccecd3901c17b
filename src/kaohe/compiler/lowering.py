"""From the rules and vetoes of a rubric's items to the accounts on which each loses points."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import TypeVar

from kaohe.compiler.accounts import ORDER, Account, ItemAccounts, Part
from kaohe.compiler.remainders import remainder, score
from kaohe.expr.sentence_tree import Because, Choice, EachMember, Facts, Figure, Joined, Phrase, Sentence
from kaohe.expr.tree import COMPUTABLE, ZERO, Call, Const, Expr, If, Input, Notation, Op, chain, points
from kaohe.expr.tree_questions import defined, inputs, unbound
from kaohe.formulas.scope import Scope, labelled
from kaohe.formulas.terms import NONE, ONE, result
from kaohe.rubric.model import Common, Item, Rubric, Veto
from kaohe.rubric.rule_parts.amounts import amount, short_of
from kaohe.rubric.rule_parts.existence import existence
from kaohe.rubric.rule_parts.most_awarded import award
from kaohe.rubric.rule_parts.rule import ForEach, Line, Rule

AnyScope = TypeVar("AnyScope", bound=Scope)
AnyPart = TypeVar("AnyPart", Part, Part | None)
JUDGED = ".score"
"""The end of a judgement's key."""
RESCALED = Phrase("不计入满分，按其余的折算", "left out of the full marks, the rest counting for all")
RESULTS, ITEMS = "rules", "items"
"""What stands before the id of a rule or item where a formula names its result."""


def lower(rubric: Rubric) -> tuple[ItemAccounts, ...]:
    """Every item of the rubric; raises UnknownReference, which `validate` has turned into problems before."""
    return tuple(accounts for accounts, _ in in_order(rubric))


def in_order(rubric: Rubric) -> Iterator[tuple[ItemAccounts, Common]]:
    """Every item, with what it may name besides its own facts: the scores of the items before it, too."""
    common = rubric.common
    for number, item in rubric.items():
        accounts = lower_item(number, item, common)
        yield accounts, common
        name = f"{ITEMS}.{item.id}"
        scored = labelled(score(accounts, rubric.rounding.places), name, percent=False)
        common = common._replace(results={**common.results, name: result(scored)})


def lower_item(number: str, item: Item, common: Common) -> ItemAccounts:
    scope, parts = item.scope(common), []
    for rule, part, following in in_turn(item, scope, lower_rule):
        parts += [part] if rule.counts else []
        scope = following
    parts += [part for place, veto in enumerate(item.vetoes, 1) for part in _veto_parts(place, item, veto, scope)]
    return ItemAccounts(number, item, tuple(sorted(parts, key=lambda part: ORDER.index(part.floor))))


def item_scope(item: Item, common: Common) -> Scope:
    """All that the item's rules may name, their own results too."""
    scope = item.scope(common)
    for _, _, following in in_turn(item, scope, lower_rule):
        scope = following
    return scope


def in_turn(
    item: Item, scope: AnyScope, lowered: Callable[[int, Item, AnyScope], AnyPart]
) -> Iterator[tuple[Rule, AnyPart, AnyScope]]:
    """Each rule of an item with its part, and the scope of what follows: that may name the result of the rule.

    `lowered` gives the part of a rule, by its place from 1, or None where it has none: then the name leads to zero.
    """
    for place, rule in enumerate(item.rules, 1):
        part = lowered(place, item, scope)
        if rule.id:
            name = f"{RESULTS}.{rule.id}"
            points_left = labelled(NONE if part is None else remainder(part), f"{item.id}.{name}", percent=False)
            scope = replace(scope, parts={**scope.parts, name: result(points_left)})
        yield rule, part, scope


def lower_rule(place: int, item: Item, scope: Scope) -> Part:
    """One rule with all that stands outside its type: requirements, facts that do not exist, vetoes of the part."""
    rule = item.rules[place - 1]
    name = f"{item.id}.{place}"
    own = (_together(rule, rule.for_each, scope),) if rule.for_each else rule.lines(scope)
    if rule.for_each:
        rule = replace(rule, requires=(), otherwise=None, cap=None)
    exists = _exists(rule, own, scope)
    accounts = [Account(name, rule.clause, line, ("rules", place - 1)) for line in _lines(rule, own, exists, scope)]
    vetoes = [
        Account(
            f"{item.id}.veto{number}",
            veto.clause,
            _gate(scope.condition(veto.when), rule.points, _event(veto, scope)),
            ("vetoes", number - 1),
        )
        for number, veto in enumerate(item.vetoes, 1)
        if place in veto.scope
    ]
    counts = exists if rule.not_applicable == "rescaled" else None
    return Part(rule.points, rule.floor, _limit(rule, exists, scope), (*vetoes, *accounts), counts)


def _together(rule: Rule, each: ForEach, scope: Scope) -> Line:
    """What a rule takes that is applied to each member of a list: its points less what is made of theirs."""
    inside, one = scope.of_each(each.list), rule.of_one
    accounts = tuple(Account("", "", line) for line in _lines(one, one.lines(inside), None, inside))
    earned = _earned(Part(one.points, one.floor, _limit(one, None, inside), accounts))
    listed, full = Input(inside.each), points(rule.points)
    told = _members_told(inside.each, one.points, earned, accounts)
    match each.take:
        case "highest":
            return Line(
                full - Call(Op.HIGHEST, (listed, earned)),
                told=_taking(told, "取最高", "taking the highest"),
                earns=True,
            )
        case "lowest":
            least = NONE - Call(Op.HIGHEST, (listed, NONE - earned))
            return Line(full - least, told=_taking(told, "取最低", "taking the lowest"), earns=True)
        case "mean":
            mean = Call(Op.TOTAL, (listed, earned)) / Call(Op.TOTAL, (listed, ONE))
            return Line(full - mean, told=_taking(told, "取平均", "taking the mean"), earns=True)
    return award(rule.points, Call(Op.TOTAL, (listed, earned)), each.most, scope, told)


def _taking(told: Sentence, chinese: str, english: str) -> Sentence:
    """What is made of the members' points, said after them."""
    return Joined((told, Phrase(chinese, english)))


def _members_told(listed: str, full: Fraction, earned: Expr, accounts: tuple[Account, ...]) -> Sentence:
    """What is said of each member: of those that earn, or where points can be lost, of those that lost some."""
    counts = points(full) - earned
    why = Joined(
        [Choice(one.line.due > ZERO, one.line.told) for one in accounts]
        if full
        else [one.line.told for one in accounts]
    )
    gained = {"why": why, "points": Figure(earned, Notation.POINTS)}
    some, none = (
        Phrase("{why}，得 {points}", "{why}: {points}", gained),
        Phrase("{why}，不得分", "{why}; no points", gained),
    )
    return EachMember(listed, counts, Choice(Call(Op.EQUAL, (earned, ZERO)), none, some))


def _earned(part: Part) -> Expr:
    """What is left of a part's points; where it only awards, what it awards, as people read it."""
    match part.accounts:
        case [Account(line=Line(due=Call(Op.SUBTRACT, (Const() as full, earned)), gate=False, limit=None))] if (
            full == part.limit == points(part.points)
        ):
            return Call(Op.MAXIMUM, (earned, ZERO))
    return remainder(part)


def _gate(closed: Expr, award: Fraction, told: Sentence) -> Line:
    return Line(If(closed, points(award), ZERO), gate=True, told=told)


def _event(veto: Veto, scope: Scope) -> Sentence:
    """What a veto takes points for."""
    return Because(scope.condition(veto.when))


def _limit(rule: Rule, exists: Expr | None, scope: Scope) -> Expr | None:
    """The most that all its lines together may take."""
    cap = None if rule.cap is None else _within(amount(rule.cap, rule.points, scope), exists)
    if rule.floor != "part" or cap is None:
        return points(rule.points) if rule.floor == "part" else cap
    match cap:
        case Const(Fraction() as value):
            return points(min(value, rule.points))
    return Call(Op.MINIMUM, (cap, points(rule.points)))


def _lines(rule: Rule, own: tuple[Line, ...], exists: Expr | None, scope: Scope) -> Iterator[Line]:
    """The rule's own lines as they count; where facts may not exist at all, that is asked before anything else."""
    needed = chain(Op.AND, [scope.condition(one) for one in rule.requires], Const(True))
    if exists is not None and rule.not_applicable != "full":
        gone: tuple[Sentence, ...] = (RESCALED,) if rule.not_applicable == "rescaled" else ()
        yield Line(If(exists, ZERO, points(rule.points)), gate=True, told=Joined((Because(exists), *gone)))
    if rule.requires and rule.points and rule.otherwise is None:
        yield Line(
            _guarded(If(needed, ZERO, points(rule.points)), exists), gate=True, told=_there(Because(needed), exists)
        )
        own = tuple(_only_if(needed, line) for line in own)
    elif rule.requires:
        shut = ZERO if rule.otherwise is None else short_of(rule.points, amount(rule.otherwise, rule.points, scope))
        first = next((line for line in own if not line.members and line.limit is None), None)
        own = tuple(
            replace(
                line,
                due=If(needed, line.due, shut if line is first else ZERO),
                told=Choice(needed, line.told, Because(needed)),
            )
            for line in own
        )
        if first is None:
            yield Line(_guarded(If(needed, ZERO, shut), exists), told=_there(Because(needed), exists), earns=True)
    cap = None if rule.cap is None else amount(rule.cap, rule.points, scope)
    for line in own:
        limit = None if line.limit is None else _within(line.limit, exists)
        told = _there(_capped(line, (line.limit, cap)), exists)
        yield replace(line, due=_guarded(line.due, exists), limit=limit, told=told)


def _capped(line: Line, limits: Sequence[Expr | None]) -> Sentence:
    """With the facts that set a limit, where more is asked for than that."""
    facts = [Choice(line.due > one, Facts(one)) for one in limits if one is not None and inputs(one)]
    return Joined((line.told, *facts)) if facts else line.told


def _only_if(needed: Expr, line: Line) -> Line:
    """Where the requirements fail the part is gone anyway: nothing is judged for it, nor divided by zero."""
    if any(key.endswith(JUDGED) for key in inputs(line.due)):
        return replace(line, due=If(needed, line.due, ZERO))
    sound = defined(line.due)
    if sound is None:
        return line
    return replace(line, due=If(Call(Op.OR, (needed, sound), COMPUTABLE), line.due, ZERO))


def _there(told: Sentence, exists: Expr | None) -> Sentence:
    """What is said of facts that may not exist."""
    return told if exists is None else Choice(exists, told)


def _guarded(due: Expr, exists: Expr | None) -> Expr:
    return due if exists is None else If(exists, due, ZERO)


def _within(limit: Expr, exists: Expr | None) -> Expr:
    """A limit that rests on facts is asked for where they exist."""
    return _guarded(limit, exists) if inputs(limit) else limit


def _exists(rule: Rule, lines: tuple[Line, ...], scope: Scope) -> Expr | None:
    """Whether what the rule reads exists and can be computed; None where that is taken for granted.

    Of parts that count each by itself, one that exists is enough.
    """
    if rule.not_applicable is None:
        return None
    if rule.for_each:
        keys = sorted(frozenset().union(*(unbound(line.due) for line in lines)))
        return existence(list(map(Input, keys)), [scope.of_each(rule.for_each.list).each], scope)
    needed = [scope.condition(one) for one in rule.requires]
    needed += [] if rule.cap is None else [amount(rule.cap, rule.points, scope)]
    apart = rule.apart(scope)
    if not apart:
        dues = [one for line in lines for one in (line.due, line.limit) if one is not None]
        return existence([*needed, *dues], [line.members for line in lines], scope)
    some = chain(Op.OR, apart, Const(False))
    return existence(needed, (), scope) & some if needed else some


def _veto_parts(place: int, item: Item, veto: Veto, scope: Scope) -> Iterator[Part]:
    """A veto of the whole item takes what is left of it; a penalty goes below zero."""
    condition, name, at = scope.condition(veto.when), f"{item.id}.veto{place}", ("vetoes", place - 1)
    if not veto.scope:
        taken = Line(If(condition, points(item.points), ZERO), told=Because(condition))
        yield Part(Fraction(0), "veto", None, (Account(name, veto.clause, taken, at),))
    if veto.penalty is not None:
        penalty: Expr = points(veto.penalty)
        due = scope.number(veto.when) * penalty if veto.penalty_each else If(condition, penalty, ZERO)
        yield Part(
            Fraction(0),
            "penalty",
            None,
            (Account(f"{name}.penalty", veto.clause, Line(due, told=Because(condition)), at),),
        )
