"""What is doubted of a fact beside the same fact before: at the stage before, or in last year's file."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

from kaohe.compiler.row_layout import Fact
from kaohe.expr.numbers import percent_text
from kaohe.formulas.usual_ranges import HALF
from kaohe.problems import Said
from kaohe.submission.doubts.doubt import Doubt
from kaohe.submission.doubts.reported_numbers import Number, Reported, field_name, reported
from kaohe.submission.doubts.usual_doubts import doubt, ten_thousandfold

GROWING = ("number", "amount", "ratio")
"""Kinds whose numbers are about as large from year to year."""


def apart(fact: Fact, before: Sequence[Any], after: Sequence[Any]) -> Iterator[Doubt]:
    """A later stage's number that is ten thousand times the one before, or one ten-thousandth of it."""
    old = _fields(fact, before)
    for one in reported(fact, after):
        for field, value in one.fields.items():
            known = old.get((*one.inside, field))
            if known is not None and ten_thousandfold(known[1], value):
                told = {"label": one.label(field), "old": known[0].text(field), "found": one.text(field)}
                yield doubt(one, "doubt-stage", field, told)


def since_last_year(fact: Fact, row: Sequence[Any], before: tuple[Fact, Sequence[Any]], year: Said) -> Iterator[Doubt]:
    """What does not go with what the unit reported in an earlier year; `before` is the same fact in its row of then."""
    old = _fields(*before)
    for one in reported(fact, row):
        for field, value in one.fields.items():
            found = old.get((*one.inside, "current" if field == "previous" else field))
            if found is not None and found[0].indicator.kind == one.indicator.kind:
                yield from _beside(one, field, value, found, year)


def _beside(one: Reported, field: str, value: Number, found: tuple[Reported, Number], year: Said) -> Iterator[Doubt]:
    before, old = found
    told: dict[str, object] = {"label": one.label(field), "found": one.text(field), "year": year}
    if field == "previous":
        if value != old:
            other = {"other": field_name(before.indicator, "current"), "old": before.text("current")}
            yield doubt(one, "doubt-year-previous", field, {**told, **other})
        return
    told["old"] = before.text(field)
    if ten_thousandfold(old, value):
        yield doubt(one, "doubt-year-tenfold", field, told)
    elif one.indicator.kind in GROWING and old > 0 and abs(Fraction(value) / Fraction(old) - 1) > HALF.value:
        growth = percent_text(Fraction(value) / Fraction(old) - 1)
        yield doubt(one, "doubt-year-growth", field, {**told, "growth": growth, "limit": HALF.text()})


def _fields(fact: Fact, row: Sequence[Any]) -> Mapping[tuple[str, ...], tuple[Reported, Number]]:
    """Every number of a fact by what leads to it."""
    return {(*one.inside, field): (one, value) for one in reported(fact, row) for field, value in one.fields.items()}
