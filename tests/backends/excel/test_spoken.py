"""Texts with blanks as formulas: their values, computed without a spreadsheet."""

from fractions import Fraction
from typing import Any

import pytest

from kaohe.backends.cells.formulas import Literal, Reference, call
from kaohe.backends.cells.magnitudes import constant
from kaohe.backends.cells.pairs import Pair, whole
from kaohe.backends.cells.spans import known
from kaohe.backends.cells.writer import Known
from kaohe.backends.excel.python_code import compile_cells
from kaohe.backends.excel.sheet_writer import SheetWriter
from kaohe.backends.excel.spoken import DEEPEST, LONGEST, LONGEST_LITERAL, SpokenCells, depth, length
from kaohe.backends.traced.texts import Digits, Either, Moment, Told, Unsaid, Words, Written, row
from kaohe.expr.dates import days, months
from kaohe.expr.tree import Call, Const, Input, Notation, Op
from kaohe.messages import Language

X, DAY, REASON = Input("x"), Input("d"), Input("it.judged.reason")
FIVE = Fraction(5)
MILLIONTHS = 10**6


def value(told: Told, x: float = 0, reason: str = "", language: Language = "zh") -> Any:
    """What a text says of a number with six decimals."""
    fact = Pair(Reference("x"), constant(10**12), MILLIONTHS, constant(MILLIONTHS))
    day = Pair(Reference("d"), constant(10**7))
    writer = SheetWriter(Known({"x": known(fact), "d": known(day)}))
    writer.room = "it"
    formula = SpokenCells(writer, language).text(told)
    run = compile_cells([*writer.cells.items(), ("y", formula)], ["x", "d", "given.it.judged.reason"])
    return run({"x": round(x * MILLIONTHS), "d": int(x), "given.it.judged.reason": reason})["y"]


@pytest.mark.parametrize(
    ("told", "x", "text"),
    [
        (Digits(X, 0), 1203, "1203"),
        (Digits(X, 2), 7.5, "7.5"),
        (Digits(X, 2), -7.5, "-7.5"),
        (Digits(X, 15), 0.000002, "0.000002"),
        (Digits(X, 2, fixed=True), 7.5, "7.50"),
        (Digits(X, 2, fixed=True), -0.125, "-0.13"),
        (Digits(X, 2, fixed=True), 0.005, "0.01"),
        (Digits(X, 2, fixed=True), 0, "0.00"),
        (Digits(X, 2, fixed=True), -0.01, "-0.01"),
        (Digits(X / Const(Fraction(3)), 15), 1, "0.33333333"),
        (Digits(X, 0, grouped=True), 999, "999"),
        (Digits(X, 0, grouped=True), 1203400, "1,203,400"),
        (Digits(X, 2, grouped=True), 1203.4, "1,203.4"),
        (Digits(X, 2, grouped=True), 1203.45, "1,203.45"),
        (Digits(X, 2, grouped=True), 1203.01, "1,203.01"),
        (Digits(X, 2, grouped=True), -1203, "-1,203"),
        (Digits(X, 0, grouped=True), 1000, "1,000"),
        (Digits(X, 0, grouped=True), 123 * 10**9, "123,000,000,000"),
        (Digits(X, 0, grouped=True), 1234 * 10**9, "1234,000,000,000"),
        (Digits(X, 2, fixed=True, grouped=True), 1203.4, "1,203.40"),
        (Digits(Const(FIVE), 0), 0, "5"),
        (Moment(DAY, Notation.DATE), days("2011-03-31"), "2011年3月31日"),
        (Moment(DAY, Notation.MONTH), months("2011-03"), "2011年3月"),
        (row(["得", Digits(X, 0), "分"]), 3, "得3分"),
        (Words("字" * (LONGEST_LITERAL + 1)), 0, "字" * (LONGEST_LITERAL + 1)),
        (Words(""), 0, ""),
        (Either(Const(FIVE) < X, Words("高"), Words("不高")), 6, "高"),
        (Either(Const(FIVE) < X, Words("高"), Words("不高")), 5, "不高"),
    ],
)
def test_text(told: Told, x: float, text: str) -> None:
    assert value(told, x) == text


def test_in_english() -> None:
    assert value(Moment(DAY, Notation.DATE), days("2011-03-31") or 0, language="en") == "2011-03-31"
    assert value(Moment(DAY, Notation.MONTH), months("2011-03") or 0, language="en") == "2011-03"


def test_a_reason_that_is_given() -> None:
    told = Either(Call(Op.EQUAL, (REASON, Const(""))), Words("无"), Written(REASON))
    assert (value(told), value(told, reason="酌情")) == ("无", "酌情")


def test_what_is_long_is_parted() -> None:
    told: Told = Words("完")
    for place in range(40):
        told = Either(Const(FIVE * place) < X, told, Words(f"{place}" * 80))
    assert (value(told, 1000), value(told, 1)) == ("完", "39" * 80)


@pytest.mark.parametrize(("letters", "cells"), [(LONGEST - 27, 0), (LONGEST - 26, 1)])
def test_a_part_that_is_too_long_stands_in_a_cell_of_its_own(letters: int, cells: int) -> None:
    """It has five pieces in quotation marks and a number behind them; what has no more than five pieces is left."""
    assert parted(row([Words("字" * letters), Digits(Const(FIVE), 0)])) == cells
    assert parted(Words("字" * letters)) == 0


@pytest.mark.parametrize(("branches", "cells"), [(DEEPEST, 0), (DEEPEST + 1, 1)])
def test_a_part_that_branches_too_deep_stands_in_a_cell_of_its_own(branches: int, cells: int) -> None:
    told: Told = Words("无")
    for place in range(branches):
        told = Either(Const(FIVE * place) < X, Words(str(place)), told)
    assert parted(told) == cells


def parted(told: Told) -> int:
    """How many cells the parts of a text with one branch have."""
    writer = SheetWriter(Known({"x": known(whole(1))}))
    SpokenCells(writer, "zh").text(Either(Const(FIVE) < X, told, Words("")))
    return len(writer.cells)


def test_how_long_and_how_deep_a_formula_is() -> None:
    choice = call("IF", Reference("a"), Literal("高"), Literal(12))
    assert (length(Literal("得分")), length(Reference("a")), length(choice)) == (4, 14, 2 + 15 + 4 + 5)
    several = call("&", choice, call("IF", choice, choice, Literal("")), Literal("分"))
    assert [depth(one) for one in (Literal(""), choice, several)] == [0, 1, 2]


def test_words_alone_are_a_literal() -> None:
    assert SpokenCells(SheetWriter(Known()), "zh").text(Words("得")) == Literal("得")


def test_what_only_the_engine_says_is_no_formula() -> None:
    with pytest.raises(TypeError):
        value(Unsaid("members"))
