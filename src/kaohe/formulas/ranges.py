"""A range of numbers, percents, dates or months: both sides are included, and either may be left open."""

from fractions import Fraction
from typing import Annotated

from kaohe.expr.numbers import Quantity
from kaohe.formulas.thresholds import THRESHOLD
from kaohe.source.models import frozen_model

Side = Annotated[Quantity, THRESHOLD]


@frozen_model
class Range:
    """What a number may be; both sides are included. A judgement must have both."""

    from_: Side | None = None
    to: Side | None = None

    def holds(self, value: int | Fraction) -> bool:
        low, high = self.from_, self.to
        return (low is None or value >= low.value) and (high is None or value <= high.value)
