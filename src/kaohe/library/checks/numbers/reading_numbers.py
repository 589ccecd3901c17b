"""The numbers of readings: a patch has none that nobody speaks of, a meaning speaks of none that is nowhere."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from kaohe.expr.numbers import plain
from kaohe.library.checks.numbers.clause_numbers import fact_numbers, facts_named
from kaohe.library.checks.numbers.number_kinds import demanded, said, spellings
from kaohe.library.checks.numbers.numerals import numerals, points_in_words
from kaohe.library.checks.numbers.rule_numbers import UNSAID, rule_numbers, ways
from kaohe.library.checks.positions import Path, Place, holders, items
from kaohe.problems import Problem
from kaohe.rubric.model import Rubric
from kaohe.rubric.rule_parts.rule import Option

EXAMPLE = re.compile(r"(?:例如|比如|譬如)[^。；;]*")
"""What a meaning shows for one case has to stand nowhere."""


def check(rubric: Rubric, place: Place) -> Iterator[Problem]:
    for _, item, path in items(rubric):
        marks = {plain(points) for points in (item.points, *(rule.points for rule in item.rules))}
        for holder, where in holders(item, path):
            rule = place.data(where)
            for number, reading in enumerate(holder.readings):
                for name, option in reading.options.items():
                    at = (*where, "readings", number, "options", name)
                    known = marks | fact_numbers(facts_named(place, path, [rule, option.patch]))
                    yield from _patch(place, at, rule, option)
                    yield from _meaning(place, at, rule, option, known)


def _patch(place: Place, at: Path, rule: Mapping[str, Any], option: Option) -> Iterator[Problem]:
    """Numbers that are new to the rule, though neither its clause nor the meaning has them: they change scores."""
    text, own = f"{rule['clause']}；{option.meaning}", list(rule_numbers(rule))
    spoken = {*said(text), *numerals(text, (number.text for number in own)), *ways(own), *UNSAID}
    for number in dict.fromkeys(rule_numbers(option.patch)):
        if spoken.isdisjoint(number.ways):
            parameters = {"number": number.text, "option": at[-1], "clause": rule["clause"]}
            yield place.problem("number-only-in-patch", (*at, "patch"), parameters)


def _meaning(place: Place, at: Path, rule: Mapping[str, Any], option: Option, known: set[str]) -> Iterator[Problem]:
    """Numbers that neither the clause nor the rule so read has; a warning, for a meaning scores nothing."""
    clause = rule["clause"]
    known = {*known, *UNSAID, *said(clause), *numerals(clause), *ways(rule_numbers([rule, option.patch]))}
    text = EXAMPLE.sub("", option.meaning)
    for number in dict.fromkeys([*(one.number for one in demanded(text, ())), *points_in_words(text)]):
        if known.isdisjoint(spellings(number)):
            parameters = {"number": number, "option": at[-1], "clause": clause}
            found = place.problem("number-only-in-meaning", (*at, "meaning"), parameters)
            yield replace(found, severity="warning")
