"""Units made up at random: a row of facts for any rubric, from what its indicators may be."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cache
from random import Random
from typing import Any

from kaohe.compiler.row_layout import Fact
from kaohe.expr.dates import date_text, month_text
from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.expr.numbers import int_if_whole
from kaohe.formulas.indicators import Indicator
from kaohe.scoring.compiled_rubric import CompiledRubric

Row = tuple[Any, ...]
MOST_MEMBERS = 4
GONE = 0.15
"""How often facts that may not apply do not; those that apply together share their chance."""


def seeded(seed: int) -> Random:
    """Chance that comes out the same in every run."""
    return Random(seed)  # noqa: S311 - nothing here is secret


def random_row(compiled: CompiledRubric, random: Random, *, gaps: float = 0.0) -> Row:
    """One unit's facts as the values' reader would give them; each field is missing with the probability `gaps`."""
    row: list[Any] = []
    gone: dict[str, bool] = {}
    for fact in compiled.layout.facts:
        may_be_gone = not optional(compiled).isdisjoint(fact.keys())
        absent = may_be_gone and gone.setdefault(fact.group or fact.key, random.random() < GONE)
        row += [NOT_APPLICABLE] * fact.width() if absent else _fact(fact, random, gaps)
    return tuple(row)


@cache
def optional(compiled: CompiledRubric) -> frozenset[str]:
    """The keys of facts that may be 不适用."""
    return frozenset().union(*(trees.optional() for trees in compiled.items))


def unit_values(compiled: CompiledRubric, row: Row) -> Mapping[str, Any]:
    """The `indicators` and `parameters` of the file from which a row without gaps would be read."""
    found: dict[str, Any] = {"indicators": {}, "parameters": {}}
    for fact in compiled.layout.facts:
        group = found["indicators"].setdefault(fact.item, {}) if fact.item else found["parameters"]
        group[fact.id] = written(fact, row[fact.start : fact.start + fact.width()])
    return found


def _fact(fact: Fact, random: Random, gaps: float) -> list[Any]:
    if not fact.indicator.list:
        return _fields(fact, random, gaps)
    if random.random() < gaps:
        return [None]
    names = [f"成员{number}" for number in range(random.randint(0, MOST_MEMBERS))]
    return [tuple((name, *_fields(fact, random, gaps)) for name in names)]


def _fields(fact: Fact, random: Random, gaps: float) -> list[Any]:
    record = fact.indicator.inside.values()
    values = [value for one in record or [fact.indicator] for value in _values(one, random)]
    return [None if random.random() < gaps else value for value in values]


def _values(indicator: Indicator, random: Random) -> list[Any]:
    """The fields of one fact, or of one fact of a record."""
    if indicator.kind == "choice":
        return [random.choice(sorted(indicator.options))]
    return KINDS[indicator.kind](random)


def _count(random: Random) -> int:
    return random.choice((0, 0, 0, 1, 1, 2, 3, 4, 5, 12, 1000))


def _change(random: Random) -> list[Any]:
    previous = random.choice((1, 7, 100, 1000, 1203400))
    growth = random.choice((-100, -3, 0, 0, 1, 5, 10, 10, 15, 20, 20, 21, 500))
    return [previous, int_if_whole(Fraction(previous * (1000 + growth), 1000))]


def _ratio(random: Random) -> list[Any]:
    whole = random.choice((1, 3, 18, 100, 1000))
    return [
        int_if_whole(
            Fraction(whole * random.choice((0, 333, 700, 897, 900, 945, 949, 950, 994, 1000, 1005, 1100, 1300)), 1000)
        ),
        whole,
    ]


KINDS: Mapping[str, Callable[[Random], list[Any]]] = {
    "flag": lambda random: [random.random() < 0.7],
    "count": lambda random: [_count(random)],
    "number": lambda random: [int_if_whole(Fraction(random.randint(0, 5000), 100))],
    "percent": lambda random: [int_if_whole(Fraction(random.randint(0, 1200), 1000))],
    "amount": lambda random: [random.randint(-5, 20)],
    "date": lambda random: [random.randint(734000, 735000)],
    "month": lambda random: [random.randint(24100, 24200)],
    "judgement": lambda random: [random.randint(0, 5), "理由"],
    "change": _change,
    "ratio": _ratio,
    "year": lambda random: [random.randint(2008, 2013)],
}


TIMES: Mapping[str, Callable[[int], str]] = {"date": date_text, "month": month_text}


def written(fact: Fact, values: Row) -> Any:
    """A fact as a unit's file has it."""
    if values[0] is NOT_APPLICABLE:
        return "不适用"
    if fact.indicator.list:
        return None if values[0] is None else {one[0]: written_fields(fact, one[1:]) for one in values[0]}
    return written_fields(fact, values)


def written_fields(fact: Fact, values: Row) -> Any:
    if fact.indicator.kind != "record":
        return _written(fact.indicator, values)
    found, left = {}, list(values)
    for name, one in fact.indicator.inside.items():
        own, left = left[: len(one.fields)], left[len(one.fields) :]
        found[name] = _written(one, own)
    return found


def _written(indicator: Indicator, values: Sequence[Any]) -> Any:
    """The fields of one fact, or of one fact of a record."""
    names = tuple(indicator.fields)
    texts = [written_value(indicator, value) for value in values]
    return texts[0] if names == ("",) else dict(zip(names, texts, strict=True))


def written_value(indicator: Indicator, value: Any) -> Any:
    """One field."""
    if value is None:
        return None
    if indicator.kind == "percent":
        return f"{Decimal((value * 100).numerator) / (value * 100).denominator}%"
    if indicator.kind in TIMES:
        return TIMES[indicator.kind](value)
    return Decimal(value.numerator) / value.denominator if isinstance(value, Fraction) else value
