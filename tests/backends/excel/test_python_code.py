"""What a spreadsheet computes, computed without one."""

from typing import Any

import pytest

from kaohe.backends.cells.formulas import Formula, Literal, Reference, call, choose, compare, number
from kaohe.backends.excel.python_code import CALLED, JOINED, compile_cells

X = Reference("x")
IN_EXCEL_2007 = {
    *("IF", "AND", "OR", "NOT", "MIN", "MAX", "INT", "ROUND", "ABS", "SIGN", "DATE", "YEAR", "MONTH", "DAY"),
    *("ISERROR", "ISBLANK", "ISTEXT", "ISNUMBER", "ISLOGICAL", "IFERROR", "LEN", "TRIM", "LEFT", "MID", "VALUE"),
    *("+", "-", "*", "/", "=", ">", ">=", "&", "RIGHT", "COUNTA"),
}


def value(formula: Formula, x: Any) -> Any:
    return compile_cells([("y", formula)], ["x"])({"x": x})["y"]


@pytest.mark.parametrize(
    ("formula", "x", "wanted"),
    [
        (call("ROUND", X, number(0)), 2.5, 3),
        (call("ROUND", X, number(0)), -2.5, -3),
        (call("ROUND", X, number(2)), 1.005, 1.01),
        (call("ROUND", X, number(6)), 0.932, 0.932),
        (call("ROUND", X, number(2)), 7, 7),
        (call("ROUND", X, number(0)), 1e30, 1e30),
        (call("ROUND", X, number(0)), 500000000000000.5, 500000000000001),
        (call("INT", X), -0.5, -1),
        (call("SIGN", X), -7, -1),
        (compare("=", X, number(1)), "1", False),
        (compare("=", X, Literal("YES")), "yes", True),
        (compare("=", X, Literal("")), 0, False),
        (compare("=", X, number(0.3)), 0.1 + 0.2, True),
        (compare("=", X, number(0.3)), 0.4, False),
        (compare("=", number(1.5), X), 1.5 - 1.5 * 2**-48, False),
        (compare("=", number(1.5), X), 1.5 - 1.4 * 2**-48, True),
        (compare("=", X, number(10**14)), 10**14 + 1, False),
        (compare("=", X, number(10**15)), 10**15 + 1, False),
        (call("ISBLANK", X), None, True),
        (call("ISBLANK", X), "", False),
        (call("ISNUMBER", X), True, False),
        (call("ISLOGICAL", X), True, True),
        (call("TRIM", X), "  甲 市 ", "甲 市"),
        (call("IFERROR", call("VALUE", X), Literal("?")), "12", 12),
        (call("IFERROR", call("VALUE", X), Literal("?")), "一", "?"),
        (call("MID", X, number(6), number(2)), "2011-03-31", "03"),
        (call("RIGHT", X, number(2)), 107, "07"),
        (call("&", X, Literal("%")), 7.5, "7.5%"),
        (call("&", Literal("共"), X), 0.000002, "共0.000002"),
        (call("&", X, Literal("")), 1203400.0, "1203400"),
        (call("&", X, X), 12, "1212"),
        (call("DAY", call("DATE", number(2012), X, number(0))), 3, 29),
        (call("YEAR", call("DATE", number(2011), X, number(1))), 13, 2012),
        (call("MONTH", X), 40633, 3),
        (choose(compare(">", X, number(0)), call("/", number(1), X), Literal("")), 0, ""),
    ],
)
def test_value(formula: Formula, x: Any, wanted: Any) -> None:
    assert value(formula, x) == wanted


def test_no_function_is_newer_than_excel_2007() -> None:
    assert JOINED.keys() | CALLED.keys() == IN_EXCEL_2007


def test_an_input_that_is_not_given_is_blank() -> None:
    assert compile_cells([("y", call("ISBLANK", X))], ["x"])({}) == {"y": True}
