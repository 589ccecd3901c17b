"""Between which thresholds a number lies, as a sentence."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from kaohe.expr.numbers import Quantity
from kaohe.expr.sentence_tree import SILENT, Choice, Figure, Joined, Named, Phrase, Sentence
from kaohe.expr.tree import Call, Expr, Op
from kaohe.rubric.rule_parts.step_sizes import TIME_UNITS


class Threshold(NamedTuple):
    """A number that decides; `included` where it is on the upper side itself."""

    side: Quantity
    included: bool

    @property
    def order(self) -> tuple[object, bool]:
        return self.side.value, not self.included

    def passed(self, number: Expr) -> Call:
        """Whether a number is on its upper side."""
        return number >= self.side.const() if self.included else number > self.side.const()


def placed(number: Expr, thresholds: Sequence[Threshold]) -> Sentence:
    """The number, and between which two thresholds it lies, or beyond which.

    That a growth is above or below nothing is said of it already.
    """
    several = sorted(set(thresholds), key=lambda one: one.order)
    if not several:  # `validate` refuses it
        return Named(number)
    apart = tuple(one.side.const() for one in several)
    told = _under(number, several[0])
    for low, high in zip_longest(several, several[1:]):
        told = Choice(low.passed(number), _between(number, low, high), told)
    return Joined((Named(number, apart=apart), told))


def _between(number: Expr, low: Threshold, high: Threshold | None) -> Sentence:
    growth = _is_growth(number) and low.side.value == 0
    if high is not None and low.side.value == high.side.value:
        return Phrase("正好 {low}", "exactly {low}", {"low": _figure(number, low)})
    if high is None:
        return SILENT if growth else _beyond(number, low)
    if growth:
        return _under(number, high)
    ends = {"low": _figure(number, low), "high": _figure(number, high)}
    return Phrase("在 {low} 到 {high} 之间", "between {low} and {high}", ends)


def _beyond(number: Expr, one: Threshold) -> Sentence:
    if one.side.unit in TIME_UNITS:
        words = ("不早于 {side}", "not before {side}") if one.included else ("晚于 {side}", "after {side}")
    else:
        words = ("达到 {side}", "at least {side}") if one.included else ("超过 {side}", "above {side}")
    return Phrase(*words, {"side": _figure(number, one)})


def _under(number: Expr, one: Threshold) -> Sentence:
    if _is_growth(number) and one.side.value == 0:  # a fall is said already
        still = Call(Op.EQUAL, (number, one.side.const()))
        return Choice(still, Phrase("没有增加", "no increase"))
    if one.side.unit in TIME_UNITS:
        words = ("早于 {side}", "before {side}") if one.included else ("不晚于 {side}", "not after {side}")
    else:
        words = ("不到 {side}", "below {side}") if one.included else ("不超过 {side}", "not above {side}")
    return Phrase(*words, {"side": _figure(number, one)})


def _figure(number: Expr, one: Threshold) -> Figure:
    return Figure(one.side.const(), one.side.unit, None if one.side.unit.value else number)


def _is_growth(number: Expr) -> bool:
    return isinstance(number, Call) and number.label.endswith(".growth")
