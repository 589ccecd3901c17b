"""What columns of tables and warehouses are called besides facts, and how numbers stand in them."""

from kaohe.expr.tree import Notation
from kaohe.formulas.indicators import Indicator
from kaohe.formulas.kinds import KINDS

UNIT, MEMBER = "unit", "member"
VALUE = "value"
"""The field in which the fact itself stands where a member has one number or word."""
PERCENT, NOT_APPLICABLE = ".percent", ".not_applicable"
"""What stands behind the name of a fact in that of a column of percents, 86.5, and of one that says it is not there."""
PERCENT_PLACES = 2
"""So many decimals fewer has a number of percents."""
DIGITS = 18
"""A decimal of so many digits is a whole number of 64 bits in every engine."""
FIRST_DAY = 719_163
"""The first of January 1970, from which tables count days, as `expr.dates` counts them."""


def counts_percents(indicator: Indicator) -> bool:
    """Whether a bare number in its column would not say what is meant: 0.5 may be half a percent or fifty."""
    return KINDS[indicator.kind].unit is Notation.PERCENT


def ending(indicator: Indicator) -> str:
    """What its column of numbers has behind its name."""
    return PERCENT if counts_percents(indicator) else ""
