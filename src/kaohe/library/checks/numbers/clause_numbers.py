"""Every number of a clause stands in its rule, or in what people are asked for it."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Any

from kaohe.formulas.scope import PARAMETERS, SHARED
from kaohe.formulas.tokens import names
from kaohe.library.checks.numbers.number_kinds import UNITS_OF_TIME, Found, demanded, said, spellings
from kaohe.library.checks.numbers.rule_numbers import UNSAID, RuleNumber, rule_numbers, ways
from kaohe.library.checks.positions import Path, Place, holders, items
from kaohe.problems import Problem
from kaohe.rubric.model import Rubric

Facts = list[Mapping[str, Any]]
"""Indicators as they are declared."""


def check(rubric: Rubric, place: Place) -> Iterator[Problem]:
    for _, item, path in items(rubric):
        for holder, where in holders(item, path):
            for one in missing(holder.clause, place.data(where), facts_named(place, path, place.data(where))):
                words = one.words if one.words[0].isalpha() else f'"{one.words}"'
                parameters = {"number": one.number, "clause": holder.clause, "example": words}
                yield place.problem("number-not-in-rule", (*where, "clause"), parameters)


def missing(clause: str, rule: Mapping[str, Any], facts: Facts) -> list[Found]:
    """The numbers of a clause, each once, that neither its rule nor the facts of the rule have."""
    own = list(rule_numbers(rule))
    known = ways(own) | fact_numbers(facts)
    if rule.get("type") == "proportional" and "anchors" not in rule:
        known |= {"100%", "100"}  # where the line ends if nothing else is said
    measured = [number for number in rule_numbers({**rule, "points": 0}) if number.text not in UNSAID]
    wanted = {one.number: one for one in reversed(demanded(clause, _times(clause, measured, facts)))}
    return [one for one in reversed(wanted.values()) if known.isdisjoint(spellings(one.number))]


def _times(clause: str, measured: list[RuleNumber], facts: Facts) -> AbstractSet[str]:
    """Which times of a clause its rule has too: dates, or lengths of time if a number of it is none of the clause."""
    found = {"date" for number in measured if number.dated}
    if any(fact.get("unit", "").removeprefix("个") in UNITS_OF_TIME for fact in facts):
        of_clause = said(clause)
        found |= {"term" for number in measured if not number.dated and of_clause.isdisjoint(number.ways)}
    return found


def fact_numbers(facts: Facts) -> set[str]:
    """The numbers that facts are made of, and those in the words by which people are asked for them."""
    made = [fact.get(key) for fact in facts for key in ("formula", "by", "table", "range")]
    asked = [fact["label"] for fact in facts]
    asked += [text for fact in facts for key in ("labels", "options") for text in fact.get(key, {}).values()]
    return ways(rule_numbers(made)) | said("；".join(asked))


def facts_named(place: Place, item: Path, value: object) -> Facts:
    """The facts that formulas below a value name, and those that these are made of."""
    groups = (
        place.data(item).get("indicators", {}),
        place.data(()).get(SHARED, {}),
        place.data(()).get(PARAMETERS, {}),
    )
    waiting, known, found = [value], set[str](), list[Mapping[str, Any]]()
    while waiting:
        for name in {_own_name(name) for name in _names(waiting.pop())} - known:
            known.add(name)
            fact = next((group[name] for group in groups if name in group), None)
            if fact is not None:
                found.append(fact)
                waiting.append([fact.get("formula"), fact.get("by")])
    return found


def _own_name(reference: str) -> str:
    """The name of the fact itself: without what is asked of it, or what stands before a common one."""
    return reference.removeprefix(f"{SHARED}.").removeprefix(f"{PARAMETERS}.").partition(".")[0]


def _names(value: object) -> Iterator[str]:
    """Every fact that a formula below a value names."""
    if isinstance(value, str):
        yield from names(value)
    children = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for child in children:
        yield from _names(child)
