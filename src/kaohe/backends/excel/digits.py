"""Numbers as formulas that give their digits: by whole numbers, so that no locale and no double shows in them."""

from fractions import Fraction

from kaohe.backends.cells.formulas import Formula, Literal, call, choose, compare, minus, number, times
from kaohe.backends.cells.writer import Writer
from kaohe.backends.traced.texts import Digits
from kaohe.expr.tree import Call, Const, Op

MOST_PLACES = 8
"""A quotient is told with no more decimals here."""
THOUSAND = 1000
GROUPS = 4
"""Numbers are grouped below a thousand to this power."""


def digits(writer: Writer, told: Digits) -> Formula:
    """The text of a number: `7.5`, or with fixed decimals `7.50`."""
    places = min(told.places, MOST_PLACES)
    units = _units(writer, told, places)
    if not told.fixed and not told.grouped:
        return _plain(units, places)
    size = writer.keep(call("ABS", units))
    whole = size if not places else writer.keep(call("INT", call("/", size, number(10**places))))
    front = _grouped(writer, whole, GROUPS) if told.grouped else whole
    return call("&", _sign(units), front, _decimals(size, whole, places, fixed=told.fixed))


def _units(writer: Writer, told: Digits, places: int) -> Formula:
    """The number as a whole number of its last decimal."""
    pair = writer.number(Call(Op.ROUND, (told.number, Const(Fraction(places))))).low
    assert isinstance(pair.over, int)  # noqa: S101 - it is rounded
    return writer.keep(times(pair.top, number(10**places // pair.over)))


def _plain(units: Formula, places: int) -> Formula:
    """A spreadsheet writes a double as people do, without idle zeros."""
    if isinstance(units, Literal):
        return call("&", units, Literal(""))
    value = call("ROUND", call("/", units, number(10**places)), number(places)) if places else units
    return call("&", value, Literal(""))


def _sign(units: Formula) -> Formula:
    return choose(compare(">", number(0), units), Literal("-"), Literal(""))


def _decimals(size: Formula, whole: Formula, places: int, *, fixed: bool) -> Formula:
    """What stands behind the whole number, with its point."""
    if not places:
        return Literal("")
    scale = 10**places
    rest = minus(size, times(whole, number(scale)))
    if fixed:
        return call("&", Literal("."), call("RIGHT", call("+", rest, number(scale)), number(places)))
    plain = _plain(rest, places)
    return choose(compare("=", rest, number(0)), Literal(""), call("MID", plain, number(2), number(places + 1)))


def _grouped(writer: Writer, whole: Formula, groups: int) -> Formula:
    """A whole number by thousands."""
    if groups == 1:
        return whole
    above = writer.keep(call("INT", call("/", whole, number(THOUSAND))))
    last = call("RIGHT", call("+", minus(whole, times(above, number(THOUSAND))), number(THOUSAND)), number(3))
    front = _grouped(writer, above, groups - 1)
    return choose(compare(">=", whole, number(THOUSAND)), call("&", front, Literal(","), last), whole)
