"""What a cell shows of a number: its quotient, or a sign where nothing bounds it."""

from kaohe.backends.cells.formulas import Formula, call, choose, number, times
from kaohe.backends.cells.pairs import Pair
from kaohe.backends.excel.arithmetic import endless

OPEN_ENDED = 1e100
"""A side that nothing bounds."""


def shown(pair: Pair) -> Formula:
    """The double that is nearest to a number."""
    value = pair.top if pair.over == 1 else call("/", pair.top, pair.divisor)
    return choose(endless(pair.top), times(call("SIGN", pair.top), number(OPEN_ENDED)), value)
