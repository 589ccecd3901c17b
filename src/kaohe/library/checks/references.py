"""What rules name must be declared, what is declared must be used, and rules must be sound in themselves."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import suppress
from fractions import Fraction
from typing import Any

from kaohe.backends.bounds import Facts
from kaohe.compiler.accounts import Part
from kaohe.compiler.lowering import in_turn, lower_rule
from kaohe.compiler.possible_facts import possible_facts
from kaohe.expr.numbers import Quantity, plain
from kaohe.expr.tree import Expr
from kaohe.expr.tree_questions import IN_LIST, questioned, unbound, unguarded
from kaohe.formulas.indicators import Indicator
from kaohe.formulas.scope import UnknownReference
from kaohe.formulas.tokens import Malformed, names
from kaohe.library.checks.indicator_checks import check_indicator
from kaohe.library.checks.lenient_scope import NotingScope
from kaohe.library.checks.noted_problems import problem_at
from kaohe.library.checks.positions import Path, Place, items
from kaohe.problems import Problem
from kaohe.rubric.model import Common, Item, Rubric, Veto
from kaohe.rubric.rule_parts.amounts import written
from kaohe.rubric.rule_parts.rule import Finding, ForEach, Rule
from kaohe.source.models import nearest

OF_FACTS = ("percent-mismatch", "step-unit", "unknown-level")
"""Findings that rest on what a fact is."""
NOT_REFERENCES = (
    *("type", "floor", "partial", "direction", "not_applicable", "take"),
    *("id", "clause", "words", "chosen", "meaning"),
)
"""Keys whose values are words of the language or of people, whatever they look like."""


def check(rubric: Rubric, place: Place) -> Iterator[Problem]:
    elsewhere = set(_named_by_totals(rubric))
    used = {_declared(name) for name in elsewhere}
    facts = possible_facts(rubric)
    for _, item, path in items(rubric):
        found = check_item(place, item, path, rubric.common_before(item), facts)
        yield from found
        meant = {_declared(str(problem.parameters.get("nearest", ""))) for problem in found}
        outside = {name.split(".")[1] for name in elsewhere if name.startswith(f"{item.id}.")}
        mentioned = set(_mentioned(place.data(path))) | meant | outside
        used |= mentioned
        yield from _unused(place, item.indicators, (*path, "indicators"), mentioned)
    yield from _common(rubric, place, used, facts)


def _common(rubric: Rubric, place: Place, used: set[str], facts: Facts) -> Iterator[Problem]:
    """The facts that all items may name: sound in themselves, and used."""
    scope = NotingScope("", {}, rubric.parameters, rubric.shared, possible=facts)
    for group, declared in rubric.common.facts.items():
        used |= {_declared(text) for one in declared.values() for text in _made_of(one)}
        for name, one in declared.items():
            yield from check_indicator(place, (group, name), one, scope, f"{group}.{name}")
    for group, declared in rubric.common.facts.items():
        read = {name.removeprefix(f"{group}.") for name in used if name.startswith(f"{group}.")}
        yield from _unused(place, declared, (group,), read)


def _made_of(indicator: Indicator) -> Iterator[str]:
    yield from names(indicator.formula)
    yield from names(indicator.members_of)
    if indicator.peers is not None:
        yield from names(indicator.peers.of)
        yield from names(indicator.peers.within)
    if indicator.by:
        yield indicator.by


def _unused(
    place: Place, declared: Mapping[str, Indicator], path: Path, mentioned: AbstractSet[str]
) -> Iterator[Problem]:
    for name, indicator in declared.items():
        if name not in mentioned:
            yield place.problem("unused-indicator", (*path, name), {"name": name, "label": indicator.label}, key=True)
            continue
        for fact, one in indicator.facts.items():
            if f"{name}.{fact}" not in mentioned:
                parameters = {"name": f"{name}.{fact}", "label": one.label}
                yield place.problem("unused-indicator", (*path, name, "facts", fact), parameters, key=True)


def check_item(place: Place, item: Item, path: Path, common: Common, facts: Facts) -> list[Problem]:
    """What is wrong in the rules, vetoes and indicators of one item; `facts` are what those of the rubric may be."""
    base = NotingScope(item.id, item.indicators, *common, possible=facts)
    found: list[Problem] = []

    def checked(number: int, item: Item, scope: NotingScope) -> Part | None:
        new = list(_rule(place, (*path, "rules", number - 1), item.rules[number - 1], scope))
        found.extend(new)
        return None if new else lower_rule(number, item, scope)

    list(in_turn(item, base, checked))
    for index, veto in enumerate(item.vetoes):
        found += _veto(place, (*path, "vetoes", index), item, veto, base)
    found += [
        problem
        for name, one in item.indicators.items()
        for problem in check_indicator(place, (*path, "indicators", name), one, base, name)
    ]
    found += _together(place, item, path)
    if found:
        return found
    with suppress(UnknownReference, Malformed):  # in a fact common to all items, and said there
        found += _existence(place, item, path, common)
    return found


def _together(place: Place, item: Item, path: Path) -> Iterator[Problem]:
    """Facts that apply together: each is one of the item's, and there are at least two."""
    for number, group in enumerate(item.together):
        where = (*path, "together", number)
        for index, name in enumerate(group):
            if name not in item.indicators:
                known = tuple(item.indicators)
                parameters = {"found": name, "nearest": nearest(name, known), "known": ", ".join(known)}
                yield place.problem("unknown-reference", (*where, index), parameters)
        if len(set(group)) < 2:  # noqa: PLR2004 - two at least
            yield place.problem("together-with-what", where)


def _rule(place: Place, path: Path, rule: Rule, scope: NotingScope) -> Iterator[Problem]:
    if rule.for_each is not None:
        yield from _for_each(place, path, rule, rule.for_each)
        scope, rule = scope.of_each(rule.for_each.list), rule.of_one
    needed = [scope.condition(one) for one in rule.requires]
    if rule.otherwise is not None and not rule.requires:
        yield place.problem("otherwise-of-what", (*path, "otherwise"), key=True)
    elif isinstance(rule.otherwise, Quantity):
        yield from _otherwise(place, path, rule, written(rule.otherwise, rule.points))
    if not rule.counts and not rule.id:
        yield place.problem("nothing-names-it", (*path, "counts"), key=True)
    found = [one for one in rule.check(scope) if one.parameters.get("known") != ""]  # a choice of nothing: see below
    if scope.noted:  # what was said of a fact that is not there means nothing
        found = [one for one in found if one.code not in OF_FACTS]
    if not found:
        lines = rule.lines(scope)
        list(rule.claims(scope))
        limits = [scope.points(one) for one in (rule.cap, rule.otherwise) if isinstance(one, str)]
        if scope.each and not scope.noted:
            found += _reads_member([*needed, *(line.total() for line in lines), *limits], scope.each)
    yield from (place.problem(one.code, (*path, *one.path), one.parameters) for one in found)
    yield from _noted(place, path, scope)


def _for_each(place: Place, path: Path, rule: Rule, each: ForEach) -> Iterator[Problem]:
    """A sum needs the points of one member, a mean or an extreme has those of the rule; only a sum is bounded."""
    if (each.points is None) == (each.take == "sum"):
        yield place.problem("points-of-one", (*path, "for_each"), {"take": each.take})
    if each.most is not None and each.take != "sum":
        yield place.problem("most-of-members", (*path, "for_each", "most"))
    if each.take == "sum" and not rule.points and each.most is None:
        yield place.problem("most-expected", (*path, "for_each"))


def _reads_member(trees: Sequence[Expr], members: str) -> Iterator[Finding]:
    """A rule for each member reads a fact of the member, or it gives the same to all."""
    if not any(key.startswith(f"{members}{IN_LIST}") for tree in trees for key in unbound(tree)):
        yield Finding("no-fact-of-member", ("for_each",), {"list": members.partition(".")[2]})


def _otherwise(place: Place, path: Path, rule: Rule, otherwise: Fraction) -> Iterator[Problem]:
    """What is given where the requirements fail must be what the rule's floor and cap let it come to."""
    cap = written(rule.cap, rule.points) if isinstance(rule.cap, Quantity) else None
    if otherwise < 0 and rule.floor == "part":
        yield place.problem("below-floor", (*path, "otherwise"), {"least": plain(otherwise)})
    elif otherwise > rule.points or (cap is not None and rule.points - otherwise > cap):
        parameters = {"found": plain(otherwise), "points": plain(rule.points)}
        yield place.problem("otherwise-out-of-reach", (*path, "otherwise"), parameters)


def _noted(place: Place, path: Path, scope: NotingScope) -> Iterator[Problem]:
    """The findings of a rule or veto, each at the word itself; those in the formula of an indicator are said there."""
    known = (scope.indicators, scope.parameters, scope.shared)
    elsewhere = {text for facts in known for one in facts.values() for text in (one.formula, one.by)}
    for unknown in scope.take():
        if unknown.formula not in elsewhere:
            where = next(_search(place.data(path), path, unknown.formula), path)
            yield problem_at(place, where, unknown)


def _existence(place: Place, item: Item, path: Path, common: Common) -> Iterator[Problem]:
    """A fact that need not exist for one rule must not be read by another as if it did."""
    scope, parts = item.scope(common), []
    for _, part, following in in_turn(item, scope, lower_rule):
        parts.append(part)
        scope = following
    events = [scope.condition(veto.when) for veto in item.vetoes]
    trees = [[tree for account in part.accounts for tree in part.trees(account)] for part in parts]
    optional = questioned(*events, *(tree for several in trees for tree in several))
    for index, (rule, several) in enumerate(zip(item.rules, trees, strict=True)):
        if rule.not_applicable is None:
            keys = frozenset().union(*map(unguarded, several))
            yield from _unanswered(place, item, (*path, "rules", index), keys & optional)
    for index, event in enumerate(events):
        yield from _unanswered(place, item, (*path, "vetoes", index), unguarded(event) & optional)


def _unanswered(place: Place, item: Item, path: Path, keys: AbstractSet[str]) -> Iterator[Problem]:
    for name in sorted({key.split(".")[1] for key in keys if key.startswith(f"{item.id}.")}):
        yield place.problem("existence-unanswered", path, {"label": item.indicators[name].label})


def _veto(place: Place, path: Path, item: Item, veto: Veto, scope: NotingScope) -> list[Problem]:
    found = [
        place.problem("no-such-rule", (*path, "scope"), {"found": number, "count": len(item.rules)})
        for number in veto.scope
        if number > len(item.rules)
    ]
    withheld = [item.rules[number - 1].points for number in veto.scope if number <= len(item.rules)]
    if not all(withheld):
        found.append(place.problem("requires-without-points", (*path, "scope")))
    scope.condition(veto.when)
    if veto.penalty_each:
        scope.number(veto.when)
    return [*found, *_noted(place, path, scope)]


def _search(data: Any, path: Path, word: str) -> Iterator[Path]:
    if data == word:
        yield path
    children = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, child in children:
        if step not in (*NOT_REFERENCES, "readings"):
            yield from _search(child, (*path, step), word)


def _mentioned(row: Any) -> Iterator[str]:
    """Every name that the item's rules, vetoes and the alternatives of their readings could mean."""
    for holders in ("rules", "vetoes"):
        for text in _texts(row.get(holders, [])):
            for name in names(text):
                yield from _parts(name)
    for one in row.get("indicators", {}).values():
        over_all = one.get("peers", {})
        others = (over_all.get("of", ""), over_all.get("within", ""), one.get("members_of", ""))
        for text in (one.get("formula", ""), one.get("by", ""), *others):
            for name in names(str(text)):
                yield from _parts(name)


def _named_by_totals(rubric: Rubric) -> Iterator[str]:
    """Every name in the formulas of sections, of the whole and of grades."""
    for _, one in rubric.totals():
        texts = [one.score or "", *(event.when for event in one.vetoes), *(event.when for event in one.limits)]
        for grade in one.grades:
            texts += [*grade.requires, grade.within, *(tie.of for tie in grade.tie_breaks)]
        for text in texts:
            yield from names(text)


def _parts(reference: str) -> Iterator[str]:
    """What a reference is made of, and with the step after it: a fact of a record."""
    declared = _declared(reference)
    yield declared
    further = reference.removeprefix(f"{declared}.").partition(".")[0]
    if reference != declared:
        yield f"{declared}.{further}"


def _declared(reference: str) -> str:
    """What a reference is made of: an indicator of the item, or a fact common to all items."""
    common = reference.startswith(("parameters.", "shared."))
    return ".".join(reference.split(".")[: 1 + common])


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    if isinstance(data, dict):
        data = [one for key, one in data.items() if not (isinstance(one, str) and key in NOT_REFERENCES)]
    for child in data if isinstance(data, list) else ():
        yield from _texts(child)
