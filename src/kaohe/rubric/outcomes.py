"""What follows from sections and the whole: events that forfeit points, grades by cut-offs, events that limit them."""

from dataclasses import field
from fractions import Fraction
from typing import Annotated, Literal

from kaohe.expr.numbers import AMOUNT, QUANTITY, Flag, Points, Quantity, Scalar, Text, Unreadable, read_quantity, shown
from kaohe.expr.tree import Notation
from kaohe.formulas.formula_keys import Condition
from kaohe.rubric.rules.rule import REQUIREMENTS
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


def _read_quota(raw: object) -> Quantity:
    """`30%` of all units, or a number of them."""
    quantity: Quantity = read_quantity(raw)
    if quantity.unit is not Notation.PERCENT and quantity.value.denominator != 1:
        raise Unreadable("whole-number-expected", found=shown(raw))
    return quantity


QUOTA = Scalar(_read_quota, QUANTITY.schema, "quota")


@frozen_model
class Grade:
    """等次: what the whole score, and conditions besides, come to. `from` includes its score, `above` does not.

    `quota` is how many units may have it, decided over all of them; `top` bars units whose score is not among the
    first so many of all, whoever of these has the grade. Where units of one score stand at the edge of a quota, `ties`
    says whether all of them have the grade or none.
    """

    id: Text
    title: Text
    from_: Least | None = None
    above: Least | None = None
    requires: Annotated[tuple[Text, ...], REQUIREMENTS] = field(default_factory=tuple)
    quota: Annotated[Quantity | None, QUOTA] = None
    top: Annotated[Quantity | None, QUOTA] = None
    ties: Literal["none", "all"] = "none"

    @property
    def shared_out(self) -> bool:
        """Whether who has it hangs on all units."""
        return self.quota is not None or self.top is not None


@frozen_model
class Limit:
    """An event with which a unit has no better grade than this one."""

    clause: Text
    when: Condition
    grade: Text
