"""What rules name must be declared, what is declared must be used, and rules must be sound in themselves."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Any

from kaohe.checks.place import Path, Place, items
from kaohe.checks.scope import NotingScope
from kaohe.expr import asked, inputs, reported
from kaohe.indicators import Indicator
from kaohe.loading import nearest
from kaohe.lowering import lower_rule
from kaohe.problems import Problem
from kaohe.rubric import Item, Rubric, Veto
from kaohe.rules.rule import Rule

OF_FACTS = ("percent-mismatch", "step-unit", "unknown-level")
"""Findings that rest on what a fact is."""
NOT_REFERENCES = (
    *("type", "floor", "partial", "direction", "not_applicable"),
    *("id", "clause", "words", "chosen", "meaning"),
)
"""Keys whose values are words of the language or of people, whatever they look like."""


def check(rubric: Rubric, place: Place) -> Iterator[Problem]:
    used: set[str] = set()
    for _, item, path in items(rubric):
        found = check_item(place, item, path, rubric.parameters)
        yield from found
        meant = {_declared(str(problem.parameters.get("nearest", ""))) for problem in found}
        mentioned = set(_mentioned(place.data(path))) | meant
        used |= mentioned
        yield from _unused(place, item.indicators, (*path, "indicators"), mentioned)
    read = {name.removeprefix("parameters.") for name in used if name.startswith("parameters.")}
    yield from _unused(place, rubric.parameters, ("parameters",), read)


def _unused(
    place: Place, declared: Mapping[str, Indicator], path: Path, mentioned: AbstractSet[str]
) -> Iterator[Problem]:
    for name, indicator in declared.items():
        if name not in mentioned:
            yield place.problem("unused-indicator", (*path, name), {"name": name, "label": indicator.label}, key=True)


def check_item(place: Place, item: Item, path: Path, parameters: Mapping[str, Indicator]) -> list[Problem]:
    """What is wrong in the rules, vetoes and indicators of one item."""
    scope = NotingScope(item.id, item.indicators, parameters)
    found: list[Problem] = []
    for index, rule in enumerate(item.rules):
        found += _rule(place, (*path, "rules", index), rule, scope)
    for index, veto in enumerate(item.vetoes):
        found += _veto(place, (*path, "vetoes", index), item, veto, scope)
    found += [
        problem
        for name, one in item.indicators.items()
        for problem in _indicator(place, (*path, "indicators", name), one)
    ]
    return found or list(_existence(place, item, path, parameters))


def _rule(place: Place, path: Path, rule: Rule, scope: NotingScope) -> Iterator[Problem]:
    for one in rule.requires:
        one.condition(scope)
    if rule.requires and not rule.points:
        yield place.problem("requires-without-points", path)
    found = [one for one in rule.check(scope) if one.parameters.get("known") != ""]  # a choice of nothing: see below
    if scope.noted:  # what was said of a fact that is not there means nothing
        found = [one for one in found if one.code not in OF_FACTS]
    if not found:
        rule.lines(scope)
    yield from (place.problem(one.code, (*path, *one.path), one.parameters) for one in found)
    yield from _noted(place, path, scope)


def _noted(place: Place, path: Path, scope: NotingScope) -> Iterator[Problem]:
    """The findings of a rule or veto, each at the word itself."""
    for unknown in scope.take():
        where = next(_search(place.data(path), path, unknown.reference), path)
        parameters = {
            "found": unknown.reference,
            "nearest": nearest(unknown.reference, unknown.known),
            "known": ", ".join(unknown.known) or "-",
        }
        yield place.problem(unknown.code, where, parameters)


def _existence(place: Place, item: Item, path: Path, parameters: Mapping[str, Indicator]) -> Iterator[Problem]:
    """A fact that need not exist for one rule must not be read by another as if it did."""
    scope = item.scope(parameters)
    parts = [lower_rule(number, item, scope) for number in range(1, len(item.rules) + 1)]
    optional = frozenset().union(*(asked(account.line.due) for part in parts for account in part.accounts))
    for index, (rule, part) in enumerate(zip(item.rules, parts, strict=True)):
        if rule.not_applicable is None:
            keys = frozenset().union(*(reported(account.line.due) for account in part.accounts))
            yield from _unanswered(place, item, (*path, "rules", index), keys & optional)
    for index, veto in enumerate(item.vetoes):
        yield from _unanswered(place, item, (*path, "vetoes", index), inputs(scope.condition(veto.when)) & optional)


def _unanswered(place: Place, item: Item, path: Path, keys: AbstractSet[str]) -> Iterator[Problem]:
    for name in sorted({key.split(".")[1] for key in keys}):
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


def _indicator(place: Place, path: Path, indicator: Indicator) -> Iterator[Problem]:
    if (indicator.kind == "choice") != bool(indicator.options):
        yield place.problem("options-and-choice", path, {"label": indicator.label})
    for name in indicator.labels:
        if name not in indicator.fields:
            known = ", ".join(field for field in indicator.fields if field)
            yield place.problem(
                "no-such-field", (*path, "labels", name), {"found": name, "known": known or "-"}, key=True
            )


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
            yield _declared(text)


def _declared(reference: str) -> str:
    """What a reference is made of: an indicator of the item, or a parameter."""
    own = reference.startswith("parameters.")
    return ".".join(reference.split(".")[: 1 + own])


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    if isinstance(data, dict):
        data = [one for key, one in data.items() if not (isinstance(one, str) and key in NOT_REFERENCES)]
    for child in data if isinstance(data, list) else ():
        yield from _texts(child)
