"""Texts with blanks: joined, parted where a condition decides, set close."""

from fractions import Fraction

import pytest

from kaohe.backends.traced.closing import closed
from kaohe.backends.traced.decimal_places import places_of
from kaohe.backends.traced.texts import (
    Digits,
    Either,
    Moment,
    Row,
    Told,
    Unsaid,
    Words,
    Written,
    either,
    nodes,
    replaced,
    row,
    trees,
)
from kaohe.expr.tree import Call, Const, Expr, If, Input, Notation, Op

X, Y = Input("it.x"), Input("it.y")
ASKED = X > Y
NUMBER, DATE = Digits(X, 2), Moment(X, Notation.DATE)


def test_words_beside_words_are_one() -> None:
    assert row(["甲", Words("乙"), Row((Words("丙"), NUMBER)), ""]) == Row((Words("甲乙丙"), NUMBER))
    assert row([]) == Words("")


def test_what_both_begin_and_end_with_stands_outside() -> None:
    told = either(ASKED, row(["得分 ", NUMBER, " 分，高"]), row(["得分 ", NUMBER, " 分，不高"]))
    assert told == Row((Words("得分 "), NUMBER, Words(" 分，"), Either(ASKED, Words(""), Words("不")), Words("高")))
    assert either(ASKED, NUMBER, NUMBER) == NUMBER
    told = either(ASKED, row(["甲", NUMBER, "丙", DATE]), row(["乙", NUMBER, "丙", DATE]))
    assert told == Row((Either(ASKED, Words("甲"), Words("乙")), NUMBER, Words("丙"), DATE))


def test_what_the_engine_alone_says_gives_way() -> None:
    told = Either(ASKED, Unsaid("members"), row(["甲", NUMBER, Written(Y)]))
    assert replaced(told, Words("乙")) == Either(ASKED, Words("乙"), row(["甲", NUMBER, Written(Y)]))
    assert [one for one in nodes(told) if isinstance(one, Unsaid)] == [Unsaid("members")]
    assert list(trees(told)) == [ASKED, X, Y]


@pytest.mark.parametrize(
    ("parts", "wanted"),
    [
        (["比 ", DATE, " 早"], ["比 ", DATE, "早"]),
        (["比 ", NUMBER, " 多"], ["比 ", NUMBER, " 多"]),
        (["超过 ", Row((Words("略高于 "), NUMBER)), " 项"], ["超过略高于 ", NUMBER, " 项"]),
        (["按 ", Row((NUMBER, Words("天"))), " 计"], ["按 ", NUMBER, "天计"]),
        (
            ["超过 ", Either(ASKED, Row((Words("略高于 "), NUMBER)), NUMBER), " 项"],
            ["超过", Either(ASKED, Row((Words("略高于 "), NUMBER)), Row((Words(" "), NUMBER))), " 项"],
        ),
        (
            ["按 ", Either(ASKED, Row((NUMBER, Words("天"))), NUMBER), " 计"],
            ["按 ", Either(ASKED, Row((NUMBER, Words("天"))), Row((NUMBER, Words(" ")))), "计"],
        ),
        (
            [
                "按",
                Either(ASKED, Row((Words("约"), NUMBER, Words("天"))), Row((Words("第"), NUMBER, DATE, NUMBER))),
                " 计",
            ],
            [
                "按",
                Either(
                    ASKED,
                    Row((Words("约"), NUMBER, Words("天"))),
                    Row((Words("第"), NUMBER, DATE, NUMBER, Words(" "))),
                ),
                "计",
            ],
        ),
    ],
)
def test_a_space_goes_where_no_digit_is(parts: list[Told | str], wanted: list[Told | str]) -> None:
    assert closed(parts, "zh") == row(wanted)
    assert closed(parts, "en") == row(parts)


TWO = Const(Fraction(2))


@pytest.mark.parametrize(
    ("expr", "places"),
    [
        (X, 2),
        (Y, None),
        (Const(Fraction(1, 4)), 2),
        (Const(Fraction(1, 3)), None),
        (Const("甲"), None),
        (If(ASKED, X, TWO), 2),
        (If(ASKED, X, Y), None),
        (Call(Op.FLOOR, (Y,)), 0),
        (Call(Op.ROUND, (Y, TWO)), 2),
        (Call(Op.TOTAL, (Input("it.l"), X)), 2),
        (X - TWO, 2),
        (X * Const(Fraction(100)), 0),
        (Y * TWO, None),
        (X * X, 4),
        (X * Y, None),
        (X / TWO, 3),
        (X / Const(Fraction(3)), None),
        (X / Y, None),
    ],
)
def test_places(expr: Expr, places: int | None) -> None:
    assert places_of(expr, {"it.x": 2}) == places
