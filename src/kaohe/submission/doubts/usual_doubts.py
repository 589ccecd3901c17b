"""What is doubted of one fact's own numbers: by the ranges that its rubric gives, or by what is usual of its kind."""

from collections.abc import Iterator
from fractions import Fraction

from kaohe.expr.numbers import percent_text
from kaohe.formulas.indicators import Indicator
from kaohe.formulas.ranges import Range
from kaohe.formulas.usual_ranges import ranges
from kaohe.submission.doubts.doubt import Doubt
from kaohe.submission.doubts.reported_numbers import OF_TWO, Number, Reported, about, written

COUNTED = frozenset("人名位户家个次起件项所份条例宗场期篇台辆村座处批岗") | {"人次", "户次"}
"""Units of which there are no halves."""
TENFOLD = (5_000, 20_000)
"""Between these two numbers are ten thousand times apart, as 元 and 万元 are."""


def ten_thousandfold(one: Number, other: Number) -> bool:
    """Whether two numbers are about ten thousand times apart."""
    first, second = [-number if number < 0 else number for number in (one, other)]
    low, high = (first, second) if first <= second else (second, first)
    return low > 0 and TENFOLD[0] * low <= high <= TENFOLD[1] * low


def own_doubts(one: Reported, *, usual: bool) -> Iterator[Doubt]:
    """What is to be doubted of what a unit reports of a fact, without regard to others."""
    indicator = one.indicator
    if indicator.plausible is not None and not indicator.plausible.asked:
        return
    own = indicator.plausible is not None and bool(indicator.plausible.ranges)
    if usual and not own and indicator.kind == "change" and ten_thousandfold(*_two(one)):
        yield doubt(one, "doubt-tenfold", "", {"label": one.called, "detail": one.detail})
        return
    if usual and whole(indicator):
        yield from _not_whole(one)
    value = one.number()
    for span in ranges(indicator, usual=usual):
        if value is not None and not span.holds(value):
            code, told = beyond(indicator, one.title, span, value)
            yield doubt(one, code, "", {**told, "detail": one.detail})


def _two(one: Reported) -> tuple[Number, Number]:
    return one.fields.get("previous", 0), one.fields.get("current", 0)


def whole(indicator: Indicator) -> bool:
    """Whether there are no halves of what it counts."""
    return indicator.unit in COUNTED and indicator.kind in ("number", "amount", *OF_TWO)


def _not_whole(one: Reported) -> Iterator[Doubt]:
    for field, value in one.fields.items():
        if not isinstance(value, int) and value.denominator != 1:
            yield doubt(one, "doubt-not-whole", field, {"label": one.label(field), "found": one.text(field)})


def beyond(indicator: Indicator, called: object, span: Range, value: Number) -> tuple[str, dict[str, object]]:
    """The code and the words for a number beyond its range; `called` is the number's own name."""
    above = span.to is not None and value > span.to.value
    side = span.to if above else span.from_
    assert side is not None  # noqa: S101 - the number is beyond one side
    percent = indicator.kind in OF_TWO
    found = percent_text(Fraction(value)) if percent else written(indicator, value)
    return f"doubt-{'above' if above else 'below'}", {"label": called, "found": found, "limit": side.text()}


def doubt(one: Reported, code: str, field: str, told: dict[str, object]) -> Doubt:
    """A doubt about one field, or about the fact as a whole."""
    inside = (*one.inside, field) if field else one.inside
    return Doubt(code, about(one.fact), inside, frozenset([about(one.fact)]), told)
