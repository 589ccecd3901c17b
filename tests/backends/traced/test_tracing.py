"""Texts traced with numbers that are not known: each question once, and none whose answer is known already."""

from collections.abc import Callable
from fractions import Fraction
from functools import partial
from math import inf
from typing import Any

import pytest

from kaohe.backends.bounds import Interval, Missing, MissingList
from kaohe.backends.spoken_numbers import MOST_PLACES, decimals, readily, reported, rounded, spoken, spoken_points
from kaohe.backends.traced.known import Known, Side
from kaohe.backends.traced.paths import Path
from kaohe.backends.traced.signs import ABOVE, ALL, AT_LEAST, AT_MOST, BELOW, SAME, KnownSigns, Signs
from kaohe.backends.traced.texts import Digits, Either, Row, Told, Unsaid, Words, Written, nodes, row
from kaohe.backends.traced.tracing import MOST_PATHS, Tracer
from kaohe.backends.traced.unknowns import Unknown
from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.expr.tree import Call, Const, Expr, If, Input, Notation, Op
from kaohe.messages import say
from support.told_texts import NotSaid, said

ANY, COUNTED = Interval(-inf, inf), Interval(0, inf)
FACTS: dict[str, Any] = {
    "x": Missing(ANY),
    "y": Missing(ANY),
    "n": Missing(COUNTED),
    "flag": Missing(frozenset({True, False})),
    "choice": Missing(frozenset({"a", "b", "c"})),
    "why": Missing(frozenset({""})),
    "gone": Missing(COUNTED, "gone"),
    "list": MissingList({"": COUNTED}),
}
X, Y, N, FLAG, CHOICE, GONE = map(Input, ("x", "y", "n", "flag", "choice", "gone"))
ZERO, ONE, TWO = (Const(Fraction(number)) for number in range(3))


def traced(write: Callable[[Path], str], *sides: Side, language: Any = "zh") -> Told:
    return Tracer(Known(FACTS, {"n": 0}, language, sides)).traced(write)


def unknown(path: Path, tree: Expr) -> Any:
    return Unknown(path, tree)


def equal(left: Expr, right: Expr) -> Call:
    return Call(Op.EQUAL, (left, right))


@pytest.mark.parametrize(
    ("condition", "wanted"),
    [
        (N >= ZERO, Words("是")),
        (Const(False), Words("否")),
        (~FLAG, Either(FLAG, Words("否"), Words("是"))),
        (FLAG & ~FLAG, Words("否")),
        (FLAG | ~FLAG, Words("是")),
        (
            If(FLAG, X > Y, Y >= X),
            Either(FLAG, Either(X > Y, Words("是"), Words("否")), Either(Y >= X, Words("是"), Words("否"))),
        ),
        (If(FLAG, ONE, ZERO) > ZERO, Either(FLAG, Words("是"), Words("否"))),
        (Call(Op.MAXIMUM, (ZERO, X)) > ZERO, Either(X > ZERO, Words("是"), Words("否"))),
        (Call(Op.FLOOR, (X,)) > ZERO, Either(X >= ONE, Words("是"), Words("否"))),
        (Call(Op.APPLICABLE, (X,)), Words("是")),
        (Call(Op.APPLICABLE, (GONE,)), Either(Call(Op.APPLICABLE, (GONE,)), Words("是"), Words("否"))),
        (equal(CHOICE, Const("d")), Words("否")),
        (equal(If(FLAG, Const("a"), Const("b")), Const("a")), Either(FLAG, Words("是"), Words("否"))),
        (equal(CHOICE, Const("a")) & equal(CHOICE, Const("b")), Words("否")),
        (equal(X, X), Words("是")),
        ((X > TWO) & (ONE > X), Words("否")),
        ((X > ONE) & (X > ZERO), Either(X > ONE, Words("是"), Words("否"))),
        (((X - Y) / N > ONE) & (Y >= X), Words("否")),
        ((X * TWO > TWO) & (ONE >= X), Words("否")),
        ((X * TWO > Y * TWO) & (Y > X), Words("否")),
    ],
)
def test_a_condition(condition: Expr, wanted: Told) -> None:
    assert traced(lambda path: "是" if path.holds(condition) else "否") == wanted


YES, NO = Words("是"), Words("否")


def any_of(*conditions: Expr) -> Callable[[Path], str]:
    return lambda path: "是" if path.any_holds(conditions) else "否"


@pytest.mark.parametrize(
    ("several", "wanted"),
    [
        ([[N >= ZERO, X > Y]], YES),
        ([[ZERO > N]], NO),
        ([[X > Y, ZERO > N]], Either(X > Y, YES, NO)),
        ([[X > Y, Y > X], [X > Y, Y > X]], Either((X > Y) | (Y > X), Words("是是"), Words("否否"))),
        (
            [[X > Y, Y > X], [X > N, Y > X, X > Y]],
            Either((X > Y) | (Y > X), Words("是是"), row(["否", Either(X > N, YES, NO)])),
        ),
        (
            [[X > Y, Y > X], [X > Y], [Y > X]],
            Either(
                (X > Y) | (Y > X),
                row(["是", Either(X > Y, row(["是", Either(Y > X, YES, NO)]), Words("否是"))]),
                Words("否否否"),
            ),
        ),
    ],
)
def test_whether_any_of_several_holds_is_asked_once(several: list[list[Expr]], wanted: Told) -> None:
    assert traced(lambda path: "".join(any_of(*one)(path) for one in several)) == wanted


def test_all_options_of_a_choice() -> None:
    told = traced(lambda path: str(path.value(CHOICE)))
    asked = [equal(CHOICE, Const(one)) for one in ("a", "b")]
    assert told == Either(asked[0], Words("a"), Either(asked[1], Words("b"), Words("c")))
    both = traced(lambda path: f"{path.value(CHOICE)}{'是' if path.holds(equal(CHOICE, Const('c'))) else '否'}")
    assert both == Either(asked[0], Words("a否"), Either(asked[1], Words("b否"), Words("c是")))


def test_values() -> None:
    values: list[Any] = []

    def write(path: Path) -> str:
        values.extend(path.value(one) for one in (ONE, Const("甲"), FLAG, GONE, X + ONE, N > ONE))
        return "甲"

    traced(write)
    choice = If(FLAG, If(N > ONE, Const("甲"), Const("乙")), ONE)
    words = Either(N > ONE, Words("甲"), Words("乙"))
    assert traced(lambda path: str(path.value(choice))) == Either(FLAG, words, Words("1"))
    choice = If(FLAG, If(N > ONE, Const("甲"), ONE), TWO)
    words = Either(N > ONE, Words("甲"), Words("1"))
    assert traced(lambda path: str(path.value(choice))) == Either(FLAG, words, Words("2"))
    assert isinstance(Path(Known(FACTS, {}, "zh"), (), frozenset(), inner=False).value(If(FLAG, ONE, TWO)), Unknown)
    either = If(FLAG, X > Y, Y > X)
    assert traced(lambda path: str(path.value(either))) == traced(lambda path: str(path.holds(either)))
    assert values[:3] == [1, "甲", True]
    assert isinstance(values[3], Unknown)
    assert NOT_APPLICABLE in [one for one in values if not isinstance(one, Unknown)]


def test_what_a_person_wrote() -> None:
    told = traced(lambda path: f"因为{path.value(Input('why'))}")
    assert told == row(["因为", Either(equal(Input("why"), Const("")), Words(""), Written(Input("why")))])


def test_members_are_the_engine_s() -> None:
    assert traced(lambda path: str(path.value(Input("list")))) == Unsaid("members")
    with pytest.raises(NotSaid, match="members"):
        said(Unsaid("members"), {})


def test_too_many_ways() -> None:
    def write(path: Path) -> str:
        return "".join(
            "是" if path.holds(Const(Fraction(one)) * Y < X) else "否" for one in range(MOST_PATHS.bit_length())
        )

    assert traced(write) == Unsaid("paths")


def test_a_number_s_sum_and_size() -> None:
    def write(path: Path) -> str:
        x = unknown(path, X)
        return f"{abs(1 - x)} {1 + x + x - 1} {bool(x)} {x < 2}"

    for number in (0, 3):
        assert (
            said(traced(write), {"x": Fraction(number)})
            == f"{abs(1 - number)} {2 * number} {bool(number)} {number < 2}"
        )


def test_a_size_below_one() -> None:
    assert said(traced(lambda path: str(abs(unknown(path, X)) * 2)), {"x": Fraction(-1, 2)}) == "1"


def test_a_number_in_words_has_the_decimals_that_it_may_have() -> None:
    assert traced(lambda path: str(unknown(path, N))) == Digits(N, 0)


def test_once_a_number_is_the_number() -> None:
    path = Path(Known(FACTS, {}, "zh"), (), frozenset(), inner=False)
    assert ((unknown(path, X) * 1).tree, (unknown(path, X) * 3).tree) == (X, X * Const(Fraction(3)))


def _write(write: Any, notation: Notation, language: Any, apart: Any, path: Path) -> str:
    text: str = write(unknown(path, X), notation, language, "", apart)
    return text


NEAR = [
    Fraction(one)
    for one in ("0.05", "0.0499", "0.050001", "0.04999999", "0.1", "0", "1/3000", "0.05123", "-1/7", "0.0123456")
]


@pytest.mark.parametrize("apart", [(), (Fraction(1, 20),), (Fraction(1, 20), Fraction(1, 10)), (0,)])
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("notation", [Notation.NONE, Notation.PERCENT, Notation.POINTS])
def test_rounding(apart: Any, language: Any, notation: Notation) -> None:
    write: Any
    for write in (spoken, readily):
        told = traced(partial(_write, write, notation, language, apart), language=language)
        for number in NEAR:
            assert said(told, {"x": number}, language) == write(number, notation, language, "", apart)


def test_rounding_beside_another_unknown_number() -> None:
    told = traced(lambda path: spoken(unknown(path, X), Notation.NONE, "zh", "", [unknown(path, Y), unknown(path, N)]))
    for number in NEAR:
        for other in NEAR:
            facts = {"x": number, "y": other, "n": Fraction(7)}
            assert said(told, facts) == spoken(number, Notation.NONE, "zh", "", [other, Fraction(7)])


def test_too_near_to_two_others() -> None:
    """Then all its decimals are said."""
    apart = (Fraction("0.0500001"), Fraction("0.0499999"))
    told = traced(partial(_write, spoken, Notation.NONE, "zh", apart))
    number = Fraction("0.05000001")
    assert said(told, {"x": number}) == spoken(number, Notation.NONE, "zh", "", apart)


def test_a_blank_is_a_letter() -> None:
    path = Path(Known(FACTS, {}, "zh"), (), frozenset(), inner=False)
    first, second = path.blank(Words("甲"), X), path.blank(Words("乙"), X)
    assert first != second
    assert path.blank(Words("甲"), X) == first
    assert f"{first + ''}{first + '分'}" == f"{first}{first}分"


def test_points() -> None:
    told = traced(lambda path: spoken_points(unknown(path, X), "zh"))
    for number in NEAR:
        assert said(told, {"x": number}) == spoken_points(number, "zh")


def test_along_no_way_anything_is_asked_twice() -> None:
    def hold(told: Told, asked: frozenset[Expr]) -> None:
        match told:
            case Either(condition, then, otherwise):
                assert condition not in asked
                hold(then, asked | {condition})
                hold(otherwise, asked | {condition})
            case Row(parts):
                for part in parts:
                    hold(part, asked)

    told = traced(lambda path: spoken_points(unknown(path, X), "zh"))
    assert isinstance(told, Either)
    hold(told, frozenset())


def test_one_number_in_two_ways_is_said_in_one() -> None:
    """So that what is said of one subject can stand together."""

    def write(path: Path) -> str:
        ways = [rounded(unknown(path, X), apart, "zh") for apart in ((Fraction(1, 20),), (Fraction(1, 10),))]
        return "同" if ways[0] == ways[1] else f"{ways[0]}；{ways[1]}"

    told = traced(write)
    for number in NEAR:
        ways = [rounded(number, apart, "zh") for apart in ((Fraction(1, 20),), (Fraction(1, 10),))]
        assert said(told, {"x": number}) == ("同" if ways[0] == ways[1] else "；".join(ways))


def test_one_number_in_one_way_is_said_so_every_time() -> None:
    def write(path: Path) -> str:
        return rounded(unknown(path, X), (Fraction(1, 20),), "zh")

    once = traced(write)
    assert traced(lambda path: f"{write(path)}；{write(path)}") == row([once, "；", once])


@pytest.mark.parametrize(
    "write", [decimals, partial(rounded, apart=(), language="zh"), partial(spoken_points, language="zh")]
)
def test_of_few_decimals_nothing_is_asked(write: Callable[[Any], str]) -> None:
    path = Path(Known(FACTS, {"x": 2}, "zh"), (), frozenset(), inner=False)
    write(unknown(path, X))
    assert (path.taken, [*path.blanks]) == ([], [Digits(X, 2)])


def test_of_decimals_that_can_be_read_nothing_is_asked() -> None:
    known = Known(FACTS, {"x": MOST_PLACES}, "zh")
    assert Tracer(known).traced(lambda path: readily(unknown(path, X), Notation.NONE, "zh")) == Digits(X, MOST_PLACES)


def test_as_a_unit_gives_it() -> None:
    told = traced(lambda path: reported(unknown(path, X), Notation.NONE, "zh", "人"))
    assert told == row([Digits(X, 15), " 人"])
    assert traced(lambda path: reported(unknown(path, X / N), Notation.NONE, "zh")) == Unsaid("number")
    assert traced(lambda path: reported(unknown(path, N), Notation.NONE, "en"), language="en") == Digits(
        N, 0, grouped=True
    )


def test_a_date() -> None:
    told = traced(lambda path: f"比 {spoken(unknown(path, N), Notation.DATE, 'zh')} 早")
    assert said(told, {"n": 734227}) == "比 2011年3月31日早"


def test_words_agree_with_a_number() -> None:
    told = traced(
        lambda path: say("reason.points", "en", points=spoken(unknown(path, N), Notation.NONE, "en")), language="en"
    )
    assert [said(told, {"n": number}, "en") for number in (1, 2000)] == ["1 point", "2,000 points"]
    assert not any(isinstance(one, Unsaid) for one in nodes(told))


def test_sides() -> None:
    known = KnownSigns()
    known.learn(X, ONE, AT_MOST)
    assert known.signs(X, TWO) == BELOW
    assert known.signs(ONE, X) == AT_LEAST
    assert known.signs(Call(Op.ROUND, (X, TWO)), ONE) == AT_MOST
    known.learn(X, Y, BELOW)
    assert known.signs(X, TWO) == BELOW
    known.learn(Y, Const(Fraction(-1)), BELOW)
    assert known.signs(Y, ZERO) == BELOW
    assert known.signs(Call(Op.ROUND, (Y, ZERO)), ZERO) == AT_MOST
    known.learn(N, ONE, ABOVE)
    assert known.signs(Call(Op.ROUND, (N, ZERO)), ONE) == AT_LEAST
    assert known.signs(Call(Op.ROUND, (N, ZERO)), Const(Fraction(5))) == AT_MOST | ABOVE
    assert known.signs(N, N) == SAME


@pytest.mark.parametrize("by", [Fraction(1, 2), Fraction(1)])
def test_a_difference_beyond_a_number_is_on_that_side(by: Fraction) -> None:
    known = KnownSigns()
    known.learn(X - Y, Const(by), AT_LEAST)
    known.learn(N - Y, Const(-by), AT_MOST)
    assert (known.signs(X, Y), known.signs(N, Y)) == (ABOVE, BELOW)
    assert known.signs(X - Y, Const(Fraction(-3))) == ABOVE


def test_a_number_beside_lesser_and_greater_ones() -> None:
    known = KnownSigns()
    known.learn(X, TWO, AT_LEAST)
    assert [known.signs(X, one) for one in (ONE, TWO)] == [ABOVE, AT_LEAST]
    cent, third = Const(Fraction(1, 100)), Const(Fraction(1, 3))
    known.learn(Y, cent, AT_MOST)
    known.learn(N, third, AT_MOST)
    rounded_signs = [known.signs(Call(Op.ROUND, (number, TWO)), one) for number, one in ((Y, cent), (N, third))]
    assert rounded_signs == [AT_MOST, AT_MOST | ABOVE]


HALF, THREE = Const(Fraction(1, 2)), Const(Fraction(3))


@pytest.mark.parametrize(
    ("learnt", "signs", "asked", "known"),
    [
        ((X / N, ZERO), ABOVE, (X, ZERO), ABOVE),
        ((X * HALF, ONE), ABOVE, (X, TWO), ABOVE),
        ((X * Const(Fraction(-1, 2)), ONE), ABOVE, (X, Const(Fraction(-2))), ALL),
        ((X * ZERO, ONE), BELOW, (X, ONE), ALL),
        ((X * HALF, Y * HALF), ABOVE, (X, Y), ABOVE),
        ((X * Const(Fraction(-1, 2)), Y * Const(Fraction(-1, 2))), ABOVE, (X, Y), ALL),
        ((X * TWO, Y * THREE), ABOVE, (X, Y), ALL),
        ((X * ZERO, Y * ZERO), SAME, (X, Y), ALL),
        ((N, ONE), AT_LEAST, (Call(Op.ROUND, (N, ZERO)), ONE), AT_LEAST),
    ],
)
def test_what_is_known_of_one_pair_is_known_of_another(
    learnt: tuple[Expr, Expr], signs: Signs, asked: tuple[Expr, Expr], known: Signs
) -> None:
    sides = KnownSigns()
    sides.learn(*learnt, signs)
    assert sides.signs(*asked) == known


def test_sides_that_are_known_before() -> None:
    assert traced(lambda path: "是" if path.holds(X >= Y) else "否", (X, Y, AT_LEAST)) == Words("是")
