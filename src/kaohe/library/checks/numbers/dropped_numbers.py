"""An alternative drops no number of its clause in silence: the rule so read has it, or the meaning speaks of it."""

from collections.abc import Iterator, Mapping
from typing import Any

from kaohe.library.checks.numbers.clause_numbers import facts_named, missing
from kaohe.library.checks.numbers.number_kinds import NUMBER, said, spellings
from kaohe.library.checks.numbers.numerals import multiples, numerals
from kaohe.library.checks.numbers.rule_numbers import RuleNumber, rule_numbers, ways
from kaohe.library.checks.positions import Path, Place


def dropped(place: Place, item: Path, rule: Mapping[str, Any], changed: Mapping[str, Any], meaning: str) -> list[str]:
    """The numbers of a clause that its rule has, and as the alternative has it no more.

    What becomes 0 is not dropped: another way to read a text may be that it takes nothing. Nor is a number in whose
    stead it has another of the clause: with 90%以上 and 80%—89% a band may begin above 89% or at 90%.
    """
    before = {one.number for one in missing(rule["clause"], rule, facts_named(place, item, rule))}
    spoken = {*said(meaning), *numerals(meaning), *ways(_to_zero(rule, changed))}
    now = ways(rule_numbers(changed))
    left_out = missing(rule["clause"], changed, facts_named(place, item, changed))
    gone = [
        one.number
        for one in left_out
        if one.number not in before
        and spoken.isdisjoint(spellings(one.number))
        and now.isdisjoint((_digits(one.number), *multiples(meaning, spellings(one.number))))
    ]
    gained = before - {one.number for one in left_out}
    return gone if len(gone) > len(gained) else []


def _digits(number: str) -> str:
    """Without its sign: whether 10 means 10% may be what a reading is about."""
    return str(NUMBER.findall(number)[0][0])


def _to_zero(before: object, after: object, key: str = "") -> Iterator[RuleNumber]:
    """The numbers in whose place a 0 stands afterwards."""
    if isinstance(before, dict) and isinstance(after, dict):
        for name in before.keys() & after.keys():
            yield from _to_zero(before[name], after[name], name)
    elif isinstance(before, list) and isinstance(after, list):
        for one, other in zip(before, after, strict=False):
            yield from _to_zero(one, other, key)
    elif after == 0 and not isinstance(after, bool):
        yield from rule_numbers(before, key)
