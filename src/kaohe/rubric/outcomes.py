"""What befalls sections and the whole: events that forfeit points, and events that limit grades."""

from fractions import Fraction
from typing import Annotated

from kaohe.expr.numbers import AMOUNT, Flag, Points, Text
from kaohe.formulas.formula_keys import Condition
from kaohe.source.models import frozen_model

Least = Annotated[Fraction, AMOUNT]
"""Points that may be below zero."""


@frozen_model
class Forfeit:
    """An event that takes all points of a section or of the whole (一票否决); a penalty goes below zero.

    With `penalty_each` it is taken each time: `when` is a number then.
    """

    clause: Text
    when: Condition
    zero: Flag = True
    penalty: Points | None = None
    penalty_each: Flag = False


@frozen_model
class Limit:
    """An event with which a unit has no better grade than this one."""

    clause: Text
    when: Condition
    grade: Text
