"""Proportional: points on a straight line between two numbers, or along several (按完成比例得分；其间线性内插)."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import Annotated, Literal

from kaohe.expr.numbers import AMOUNT, Quantity, plain
from kaohe.expr.tree import Call, Const, Expr, Notation, Op, points, total
from kaohe.formulas.indicators import Side
from kaohe.formulas.scope import Scope
from kaohe.rubric.rules.phrases import Words
from kaohe.rubric.rules.rule import Finding, Line, Reference, Rule
from kaohe.source.models import frozen_model


@frozen_model
class Anchor:
    """A number and the points that it earns."""

    at: Side
    points: Annotated[Fraction, AMOUNT]


@frozen_model
class Proportional(Rule):
    """Between two anchors the points change evenly; outside them they are those of the nearest.

    Without anchors the line runs from nothing at 0% to the rule's points at 100%.
    An anchor above the rule's points pays a bonus.
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
        stretches = [_gained(number, low, high) for low, high in pairwise(anchors)]
        first = [points(anchors[0].points)] if anchors[0].points else []
        return (Line(points(self.points) - total([*first, *stretches])),)

    def _anchors(self) -> tuple[Anchor, ...]:
        usual = (Fraction(0), Fraction(0)), (Fraction(1), self.points)
        return self.anchors or tuple(Anchor(at=Quantity(at, Notation.PERCENT), points=earned) for at, earned in usual)

    def check(self, scope: Scope) -> Iterator[Finding]:
        if len(self.anchors) == 1:
            yield Finding("two-anchors", ("anchors",))
        for index, (low, high) in enumerate(pairwise(self.anchors), 1):
            if high.at.value <= low.at.value:
                yield Finding("anchors-rise", ("anchors", index), {"found": high.at.text(), "before": low.at.text()})
        for index, anchor in enumerate(self.anchors):
            if not scope.fits(self.of, anchor.at.unit):
                yield Finding("percent-mismatch", ("anchors", index), {"reference": self.of})
        if not self.anchors and not scope.fits(self.of, Notation.PERCENT):
            yield Finding("percent-mismatch", ("of",), {"reference": self.of})
        most = max((anchor.points for anchor in self._anchors()), default=self.points)
        if most < self.points:
            yield Finding("earns-too-little", ("anchors",), {"found": plain(most), "points": plain(self.points)})

    def sentence(self, words: Words) -> str:
        unit = words.units.get(self.of, "")
        listed = [
            words.choose(
                f"{one.at.text()}{f' {unit}' if unit else ''} 得 {words.points(one.points)}",
                f"{words.points(one.points)} at {one.at.text()}{f' {unit}' if unit else ''}",
            )
            for one in self._anchors()
        ]
        joined = words.choose("，", ", ").join(listed)
        return words.choose(
            f"{words.name(self.of)}{joined}，其间按比例得分", f"by {words.name(self.of)}: {joined}, evenly between"
        )


def _gained(number: Expr, low: Anchor, high: Anchor) -> Expr:
    """The points that the stretch between two anchors adds: none below it, all above it.

    Written so, a number stands once in each stretch, and bounds stay narrow.
    """
    inside = Call(Op.MAXIMUM, (Call(Op.MINIMUM, (number, high.at.const())), low.at.const()))
    slope = (high.points - low.points) / (high.at.value - low.at.value)
    return (inside - low.at.const()) * Const(slope)


RULE = Proportional
