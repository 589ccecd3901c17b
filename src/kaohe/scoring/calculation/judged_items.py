"""Points that a reviewer gives an item, whatever its rules say: they stand in place of what is computed."""

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor

from kaohe.backends.cells.formulas import Formula, Reference, both, call, choose, compare, number, times
from kaohe.backends.cells.magnitudes import constant
from kaohe.backends.cells.pairs import Pair, whole
from kaohe.backends.cells.spans import Span
from kaohe.backends.cells.writer import Writer
from kaohe.backends.excel.whole_numbers import MOST_POINTS
from kaohe.results.calculation import KNOWN, MISSING, UNUSABLE
from kaohe.results.score_range import ScoreRange
from kaohe.scoring.calculation.given_cells import NamedFormula, given, said


def judgement_cells(name: str, places: int, possible: ScoreRange) -> Iterator[NamedFormula]:
    """What stands in the item's input cell, and its state.

    A number with more decimals than points have is refused, and so is one that no facts of the item could give.
    """
    yield from given(name)
    content, one = Reference(f"given.{name}"), 10**places
    taken = [compare("=", call("ROUND", content, number(places)), content)]
    if possible.low is not None:
        taken.append(compare(">=", content, _number(Fraction(ceil(possible.low * one), one))))
    if possible.high is not None:
        taken.append(compare(">=", _number(Fraction(floor(possible.high * one), one)), content))
    usable = choose(both(*taken), number(KNOWN), number(UNUSABLE))
    read = choose(call("ISNUMBER", content), usable, number(UNUSABLE))
    yield f"state.{name}", choose(said(name), read, number(MISSING))


def judged(writer: Writer, name: str, places: int, span: Span, possible: ScoreRange) -> Span:
    """The score between its sides, or the points that are given; where these are refused it is anything possible."""
    top = call("ROUND", times(Reference(f"given.{name}"), number(10**places)), number(0))
    points = Pair(top, MOST_POINTS, 10**places, constant(10**places))

    def side(computed: Pair, end: Pair) -> Pair:
        unclear = writer.pairs.choose(_is(name, UNUSABLE), end, computed)
        return writer.pairs.choose(_is(name, KNOWN), points, unclear)

    lowest = writer.pairs.lowest if possible.low is None else whole(possible.low)
    highest = writer.pairs.highest if possible.high is None else whole(possible.high)
    return Span(side(span.low, lowest), side(span.high, highest))


def _number(value: Fraction) -> Formula:
    return number(value.numerator if value.denominator == 1 else float(value))


def _is(name: str, state: int) -> Formula:
    return compare("=", Reference(f"state.{name}"), number(state))
