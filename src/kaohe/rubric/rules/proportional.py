"""Proportional: points on a straight line between anchors (达标率100%得满分，≤75%得0分，其间线性内插)."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import Literal

from kaohe.expr.numbers import Quantity
from kaohe.expr.sentence_tree import SILENT, Choice, Figure, Joined, Named, Phrase, Sentence
from kaohe.expr.tree import ZERO, Call, Const, Expr, If, Notation, Op, points, total
from kaohe.formulas.formula_keys import Reference
from kaohe.formulas.scope import Scope
from kaohe.formulas.terms import NONE
from kaohe.rubric.rule_parts.amounts import SignedAmount, amount, amount_said, priced, written
from kaohe.rubric.rule_parts.claims import Claim, Path, within_points
from kaohe.rubric.rule_parts.most_awarded import earns_enough
from kaohe.rubric.rule_parts.phrases import Words
from kaohe.rubric.rule_parts.rule import Finding, Line, Rule
from kaohe.rubric.rule_parts.sides import Side, side, side_unit
from kaohe.source.models import frozen_model

ORDER = ("below", "at", "above")
"""How anchors at one place follow each other."""


@frozen_model
class Anchor:
    """A number and the points that it earns; `below` and `above` leave the number itself out.

    So two anchors at one place make a jump: `{below: 80%, points: 0}`, then `{at: 80%, points: 3}`.
    """

    at: Side | None = None
    below: Side | None = None
    above: Side | None = None
    points: SignedAmount

    @property
    def key(self) -> str:
        """Which of the three it has; `check` has seen to it that there is one."""
        return next((name for name in ORDER if getattr(self, name) is not None), "at")

    @property
    def place(self) -> Quantity | str:
        """Where it stands."""
        given: Quantity | str | None = getattr(self, self.key)
        assert given is not None  # noqa: S101 - `check` has seen to it
        return given


@frozen_model
class Proportional(Rule):
    """Between two anchors the points change evenly; outside them they are those of the nearest.

    Without anchors the line runs from nothing at 0% to the rule's points at 100%.
    An anchor above the rule's points pays a bonus, one below zero takes.
    """

    type: Literal["proportional"] = "proportional"
    of: Reference
    anchors: tuple[Anchor, ...] = ()

    example = """\
- type: proportional
  clause: 防洪达标率100%得满分，≤75%得0分，其间线性内插
  points: 5
  of: standard_reached
  anchors: [{at: 75%, points: 0}, {at: 100%, points: 5}]
"""
    facts = """\
standard_reached: {label: 防洪达标率, kind: percent}
"""
    given = """\
standard_reached: 87.5%
"""

    def lines(self, scope: Scope) -> tuple[Line, ...]:
        number, anchors = scope.number(self.of, times=True), self._anchors()
        stretches = [self._gained(number, low, high, scope) for low, high in pairwise(anchors)]
        first = amount(anchors[0].points, self.points, scope)
        due = points(self.points) - total([*([] if first == ZERO else [first]), *stretches])
        return (Line(due, told=self._told(number, scope), earns=True),)

    def _told(self, number: Expr, scope: Scope) -> Sentence:
        """Between which anchors the number lies; beyond them it is on the side of the nearest."""
        anchors = self._anchors()
        sides = [side(one.place, scope) for one in anchors]
        percent = scope.unit(self.of) is not Notation.NONE and any(_is_percent(one.place) for one in anchors)
        unit = Notation.PERCENT if percent else Notation.NONE
        figures = [
            Figure(one, unit, None if percent else number) if isinstance(one, Const) else Named(one, unit)
            for one in sides
        ]
        told = _under(number, sides[0], figures[0])
        for place, (start, end) in enumerate(pairwise(sides)):
            between = {"low": figures[place], "high": figures[place + 1]}
            inside = Phrase("在 {low} 和 {high} 之间，按比例计", "between {low} and {high}, in proportion", between)
            inwards = _past(number, start, anchors[place].key) if place else number > start
            told = Choice(inwards, inside, told) if start != end else told
        words = ("超过 {last}", "above {last}") if anchors[-1].key == "above" else ("达到 {last}", "at least {last}")
        last = Phrase(*words, {"last": figures[-1]})
        prices = [one for anchor in anchors for one in priced(anchor.points, scope)]
        return Joined(
            (Named(number, unit, tuple(sides)), Choice(_past(number, sides[-1], anchors[-1].key), last, told), *prices)
        )

    def _anchors(self) -> tuple[Anchor, ...]:
        usual = (Fraction(0), Fraction(0)), (Fraction(1), self.points)
        percent, plain = Notation.PERCENT, Notation.NONE
        return self.anchors or tuple(
            Anchor(at=Quantity(at, percent), points=Quantity(earned, plain)) for at, earned in usual
        )

    def _gained(self, number: Expr, low: Anchor, high: Anchor, scope: Scope) -> Expr:
        """The points that the stretch between two anchors adds: none below it, all above it.

        Written so, a number stands once in each stretch, and bounds stay narrow.
        """
        start, end = side(low.place, scope), side(high.place, scope)
        more = _difference(amount(high.points, self.points, scope), amount(low.points, self.points, scope))
        if start == end:
            return If(_past(number, start, high.key), more, ZERO)
        inside = Call(Op.MAXIMUM, (Call(Op.MINIMUM, (number, end)), start))
        match start, end, more:
            case Const(Fraction() as first), Const(Fraction() as last), Const(Fraction() as gain):
                return (inside - start) * Const(gain / (last - first))
        return (inside - start) / (end - start) * more

    def branches(self, scope: Scope) -> Iterator[tuple[Path, Expr]]:
        number, anchors = scope.number(self.of, times=True), self._anchors()
        for index, (low, high) in enumerate(pairwise(anchors), 1):
            start, end = side(low.place, scope), side(high.place, scope)
            if start != end and self.anchors:
                yield ("anchors", index), (number > start) & (number < end)

    def claims(self, scope: Scope) -> Iterator[Claim]:
        for index, (low, high) in enumerate(pairwise(self.anchors), 1):
            start, end = side(low.place, scope), side(high.place, scope)
            if isinstance(high.place, str) and start != end:
                yield Claim("formula-zero", ("anchors", index), end - start, {"formula": high.place})
        for index, anchor in enumerate(self.anchors):
            yield Claim("below-floor", ("anchors", index), amount(anchor.points, self.points, scope))
            if self.points:
                yield from within_points(anchor.points, ("anchors", index, "points"), self.points, scope, self._most())

    def _most(self) -> Fraction:
        """The rule's points, or those of the highest anchor that is written: more is a bonus."""
        known = (written(one.points, self.points) for one in self.anchors if isinstance(one.points, Quantity))
        return max((self.points, *known))

    def check(self, scope: Scope) -> Iterator[Finding]:
        if len(self.anchors) == 1:
            yield Finding("two-anchors", ("anchors",))
        wrong = [
            index
            for index, anchor in enumerate(self.anchors)
            if [anchor.at, anchor.below, anchor.above].count(None) != 2  # noqa: PLR2004 - one of three
        ]
        yield from (Finding("anchor-place", ("anchors", index)) for index in wrong)
        if wrong:
            return
        yield from self._rising()
        for index, anchor in enumerate(self.anchors):
            if not self._fits(anchor.place, scope):
                yield Finding("percent-mismatch", ("anchors", index), {"reference": self.of})
        if not self.anchors and not scope.fits(self.of, Notation.PERCENT):
            yield Finding("percent-mismatch", ("of",), {"reference": self.of})
        yield from earns_enough([anchor.points for anchor in self._anchors()], "anchors", self.points)

    def _fits(self, place: Quantity | str, scope: Scope) -> bool:
        unit = side_unit(place, scope)
        return unit is None or scope.fits(self.of, unit)

    def _rising(self) -> Iterator[Finding]:
        """Of anchors that are written, each stands beyond the one before, or jumps from it at the same place."""
        for index, (low, high) in enumerate(pairwise(self.anchors), 1):
            match low.place, high.place:
                case Quantity() as start, Quantity() as end if not _rises(low.key, start, high.key, end):
                    yield Finding("anchors-rise", ("anchors", index), {"found": end.text(), "before": start.text()})

    def sentence(self, words: Words) -> str:
        listed = [self._said(one, words) for one in self._anchors()]
        joined = words.choose("，", ", ").join(listed)
        return words.choose(
            f"{words.name(self.of)}{joined}，其间按比例得分", f"by {words.name(self.of)}: {joined}, evenly between"
        )

    def _said(self, anchor: Anchor, words: Words) -> str:
        unit = words.units.get(self.of, "") if isinstance(anchor.place, Quantity) else ""
        text = anchor.place.text() if isinstance(anchor.place, Quantity) else words.name(anchor.place)
        chinese, english = _SIDES[anchor.key]
        place, earned = f"{text}{f' {unit}' if unit else ''}", amount_said(anchor.points, self.points, words)
        return words.choose(f"{chinese}{place} 得 {earned}", f"{earned} {english} {place}")


_SIDES = {"below": ("不到 ", "just below"), "at": ("", "at"), "above": ("超过 ", "just above")}


def _past(number: Expr, place: Expr, key: str) -> Expr:
    """Whether a number has an anchor at a place behind it, which `above` leaves out itself."""
    return number > place if key == "above" else number >= place


def _under(number: Expr, first: Expr, figure: Sentence) -> Sentence:
    """A number that is on the side of the first anchor; of one that is zero no more need be said than that it is."""
    below = Phrase("不到 {first}", "below {first}", {"first": figure})
    at = SILENT if first == NONE else Phrase("正好是下限 {first}", "exactly the lowest, {first}", {"first": figure})
    return Choice(Call(Op.EQUAL, (number, first)), at, below)


def _is_percent(place: Quantity | str) -> bool:
    return isinstance(place, Quantity) and place.unit is Notation.PERCENT


def _rises(low: str, start: Quantity, high: str, end: Quantity) -> bool:
    """Whether one anchor stands beyond another, or jumps from it; just below and just above leave a hole between."""
    if start.value == end.value:
        return ORDER.index(low) < ORDER.index(high) and (low, high) != ("below", "above")
    return start.value < end.value


def _difference(high: Expr, low: Expr) -> Expr:
    match high, low:
        case Const(Fraction() as one), Const(Fraction() as other):
            return points(one - other)
    return high - low


RULE = Proportional
