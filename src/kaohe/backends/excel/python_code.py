"""Formulas as Python text: what a spreadsheet computes, without one."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from math import floor
from typing import Any

from kaohe.backends.cells.formulas import Formula, Literal, Reference
from kaohe.expr.dates import MONTHS, SPREADSHEET_ZERO

EPOCH = SPREADSHEET_ZERO.toordinal()
ALIKE = 2.0**-48
"""Numbers whose difference is a smaller share of them are equal in a spreadsheet, unless they are whole."""


def compile_cells(cells: Iterable[tuple[str, Formula]], inputs: Iterable[str]) -> Callable[[Mapping[str, object]], Any]:
    """One function of the contents of the input cells that gives the value of every cell by its name, in their order.

    An input that is not given is a blank cell.
    """
    code = {name: f"g({name!r})" for name in inputs}
    lines, own = [], {}
    for place, (name, formula) in enumerate(cells):
        code[name] = own[name] = f"c{place}"
        lines.append(f"    c{place} = {_code(formula, code)}")
    source = "\n".join(["def run(g):", *lines, "    return locals()"])
    namespace: dict[str, Any] = dict(HELPERS)
    exec(source, namespace)  # noqa: S102 - the text is made of formulas: what people wrote stands in quoted literals
    run = namespace["run"]

    def values(given: Mapping[str, object]) -> Any:
        found = run(given.get)
        return {name: found[variable] for name, variable in own.items()}

    return values


def _code(formula: Formula, names: Mapping[str, str]) -> str:
    if isinstance(formula, Literal):
        return repr(formula.value)
    if isinstance(formula, Reference):
        return names[formula.name]
    parts = [_code(one, names) for one in formula.arguments]
    if formula.function in JOINED:
        return f"({JOINED[formula.function].join(parts)})"
    return CALLED[formula.function].format(*parts, all=", ".join(parts))


def _equal(left: Any, right: Any) -> bool:
    if isinstance(left, str) or isinstance(right, str):
        return isinstance(left, str) and isinstance(right, str) and left.lower() == right.lower()
    return bool(left == right or (abs(left - right) < ALIKE * abs(left) and left % 1 != 0))


def _written(value: Any) -> str:
    """What a number is where a text is wanted: at most fifteen digits, no idle zeros."""
    if isinstance(value, float):
        return f"{Decimal(f'{value + 0.0:.15g}').normalize():f}"  # no spreadsheet has a zero below zero
    return str(value)


def _joined(*parts: Any) -> str:
    return "".join(map(_written, parts))


def _rounded(value: float, places: int) -> float:
    """Half away from zero, by the shortest decimal that the double stands for."""
    if isinstance(value, int):
        return value
    exact = Decimal(repr(value)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP) if abs(value) < 10**15 else value
    return float(exact) if places else int(exact)


def _if_error(value: Callable[[], Any], otherwise: Any) -> Any:
    try:
        return value()
    except (TypeError, ValueError, OverflowError):
        return otherwise


def _serial(year: float, month: float, day: float) -> int:
    """The day of a date, as DATE takes it: a month or a day beyond the last goes on into what follows."""
    months = int(year) * MONTHS + int(month) - 1
    return date(months // MONTHS, months % MONTHS + 1, 1).toordinal() + int(day) - 1 - EPOCH


def _day(serial: float) -> date:
    return date.fromordinal(floor(serial) + EPOCH)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


JOINED = {"+": " + ", "-": " - ", "*": " * ", "/": " / ", ">": " > ", ">=": " >= "}
JOINED |= {"AND": " and ", "OR": " or "}
CALLED = {
    "=": "equal({all})",
    "IF": "({1} if {0} else {2})",
    "NOT": "(not {0})",
    "MIN": "min({all})",
    "MAX": "max({all})",
    "INT": "floor({0})",
    "ROUND": "rounded({all})",
    "ABS": "abs({0})",
    "SIGN": "(({0} > 0) - ({0} < 0))",
    "ISERROR": "False",
    "ISBLANK": "({0} is None)",
    "ISTEXT": "isinstance({0}, str)",
    "ISNUMBER": "is_number({0})",
    "ISLOGICAL": "isinstance({0}, bool)",
    "IFERROR": "if_error(lambda: {0}, {1})",
    "COUNTA": "int({0} is not None)",
    "&": "joined({all})",
    "RIGHT": "written({0})[-{1}:]",
    "LEN": "len(written({0}))",
    "TRIM": "' '.join({0}.split(' ')).strip(' ')",
    "LEFT": "written({0})[:{1}]",
    "MID": "written({0})[{1} - 1:{1} - 1 + {2}]",
    "VALUE": "int({0})",
    "DATE": "serial({all})",
    "YEAR": "day({0}).year",
    "MONTH": "day({0}).month",
    "DAY": "day({0}).day",
}
"""An input cell never holds an error: that is nothing that could be given."""
HELPERS = {
    "joined": _joined,
    "written": _written,
    "equal": _equal,
    "rounded": _rounded,
    "if_error": _if_error,
    "serial": _serial,
    "day": _day,
    "is_number": _is_number,
    "floor": floor,
}
