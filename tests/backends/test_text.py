"""Trees as arithmetic for people, in both languages."""
# ruff: noqa: SIM300 - both sides are trees, written as a rule writes them

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from kaohe.backends.names import Name
from kaohe.backends.text import Arithmetic
from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.expr.numbers import plain
from kaohe.expr.tree import ZERO, Call, Const, Expr, If, Input, Notation, Op, points
from kaohe.messages import Language
from kaohe.scoring.reasons import Reasons
from support.rule_cases import Case, cases

SNAPSHOTS = Path(__file__).parent / "snapshots"
LATE, DONE, RATE, GRADE = Input("late"), Input("done"), Input("rate"), Input("grade")
SLOTS = {"late": "v[0]", "done": "v[1]", "rate": "v[2]", "grade": "v[3]"}
NAMES = {
    "late": Name("超时上报", "次"),
    "done": Name("联网"),
    "rate": Name("通过率", style="percent"),
    "grade": Name("等次", options={"good": "优"}),
    "growth": Name("缴费人数增幅", style="percent"),
}
GROWTH = Call(Op.DIVIDE, (LATE - Const(Fraction(100)), Const(Fraction(100))), "growth", Notation.PERCENT)
ROW = (102, False, Fraction("0.865"), "good")
ONE, TWO = points(Fraction(1)), points(Fraction("2.5"))


def percent(text: str) -> Const:
    return Const(Fraction(text) / 100, Notation.PERCENT)


def fill(expr: Expr, language: Language, row: tuple[Any, ...] = ROW) -> str:
    return Arithmetic(expr, SLOTS, NAMES, language).fill(row)


TREES: Mapping[str, Expr] = {
    "a product": LATE * ONE,
    "a product with a number that is no points": LATE * Const(Fraction(3)),
    "a percent": RATE,
    "a difference of percents": percent("90") - RATE,
    "a quotient of a difference": (percent("90") - RATE) / percent("1"),
    "a quotient by one": LATE / Const(Fraction(1)) * ONE,
    "a quotient of a sum by one": TWO - (LATE + RATE) / Const(Fraction(1)),
    "a quotient by all of it": LATE / percent("100"),
    "a quotient by the greater, which is one": LATE / Call(Op.MAXIMUM, (Const(Fraction(1)), RATE)),
    "a quotient by one point": ONE / ONE,
    "a difference of a sum": TWO - (ONE + ZERO),
    "from left to right": ONE + TWO - ZERO,
    "a difference of a product": TWO - LATE * ONE,
    "a derived fact by its name": GROWTH,
    "full steps": Call(Op.FLOOR, (RATE / percent("1"),)),
    "rounding is not told": Call(Op.ROUND, (RATE, Const(Fraction(2)))),
    "the greater is nothing": Call(Op.MAXIMUM, (percent("80") - RATE, ZERO)),
    "the greater of two differences": Call(Op.MAXIMUM, (percent("80") - RATE, RATE - percent("80"))),
    "the cap": Call(Op.MINIMUM, (LATE * ONE, TWO)),
    "below the cap": Call(Op.MINIMUM, (ONE, TWO)),
    "the greater in a quotient": Call(Op.MAXIMUM, (percent("90") - RATE, ZERO)) / percent("1"),
    "the greater of the greater in a quotient": Call(
        Op.MAXIMUM, (Call(Op.MAXIMUM, (percent("90") - RATE, RATE - percent("90"))), ZERO)
    )
    / percent("1"),
    "a flag that fails": If(DONE, ZERO, TWO),
    "a flag that ought to fail": If(~DONE, ONE, TWO),
    "a count that occurred": If(LATE > Const(Fraction(0)), ONE, ZERO),
    "below a threshold": If(LATE >= Const(Fraction(103)), ONE, ZERO),
    "at a threshold that it must pass": If(LATE > Const(Fraction(102)), ONE, ZERO),
    "equal": If(Call(Op.EQUAL, (LATE, LATE)), ONE, ZERO),
    "another choice": If(Call(Op.EQUAL, (GRADE, Const("fair"))), TWO, ONE),
    "the second of two branches": If(DONE, ZERO, If(LATE > Const(Fraction(0)), ONE, TWO)),
    "both, one fails": If(DONE & (LATE > Const(Fraction(0))), ZERO, ONE),
    "both hold": If(~DONE & (LATE > Const(Fraction(0))), ZERO, ONE),
    "either, none holds": If(DONE | (LATE > Const(Fraction(102))), ZERO, ONE),
    "either, one holds": If(DONE | (LATE > Const(Fraction(0))), ZERO, ONE),
    "while it exists": If(Call(Op.APPLICABLE, (LATE,)), LATE * ONE, ZERO),
    "a branch in a sum": ONE + If(DONE, ONE, TWO),
    "a constant condition": If(Const(True), ONE, TWO),
    "a constant beside a condition": If(Const(True) & DONE, ONE, TWO),
    "a condition alone": DONE & DONE,
}


def test_trees(pinned: Callable[[Path, str], None]) -> None:
    told = [f"# {name}\n{fill(tree, 'zh')}\n{fill(tree, 'en')}\n" for name, tree in TREES.items()]
    pinned(SNAPSHOTS / "trees.txt", "".join(told))


def test_a_fact_that_does_not_exist() -> None:
    missing = If(Call(Op.APPLICABLE, (LATE,)), ZERO, TWO)
    assert fill(missing, "zh", (NOT_APPLICABLE, True)) == "「超时上报」不适用 → 2.5 分"
    assert fill(missing, "en", (NOT_APPLICABLE, True)) == "超时上报: not applicable → 2.5 points"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_line_of_every_case(language: Language, pinned: Callable[[Path, str], None]) -> None:
    pinned(
        SNAPSHOTS / f"arithmetic-{language}.txt",
        "\n".join(line for case in cases() for line in _told(case, language)) + "\n",
    )


def _told(case: Case, language: Language) -> list[str]:
    reasons, ledger = Reasons(case.compiled, language, None), case.compiled.ledger
    lines = [f"# {case.name}"]
    for example in case.examples:
        row = case.row(example)
        for entry in ledger.score(row)[1]:
            if entry.account >= 0:
                points_taken = plain(ledger.exact(entry.applied))
                lines.append(f"{points_taken:>6}  {reasons.arithmetic(entry, row)}  [{reasons.fact(entry, row)}]")
    return lines


def test_a_truth_value_stands_as_it_is() -> None:
    assert Arithmetic(Const("good"), {}, {}, "zh").fill(()) == "good"


LIST, MEMBER = Input("list"), Input("list.*")


def listed(expr: Expr, numbers: Sequence[int], rate: int = 2) -> str:
    slots, names = {"list": "v[0]", "rate": "v[1]"}, {"list": Name("名单"), "list.*": Name("数"), "rate": Name("单价")}
    members = tuple((name, one) for name, one in zip("甲乙丙丁戊己庚辛", numbers, strict=False))
    return Arithmetic(expr, slots, names, "zh", {"list.*": "m[1]"}).fill((members, rate))


COUNTED = Call(Op.TOTAL, (LIST, If(MEMBER > ZERO, Const(Fraction(1)), ZERO)))


def test_few_members_are_named_and_more_are_not() -> None:
    six, seven = listed(COUNTED, [1] * 6), listed(COUNTED, [1] * 7)
    assert "甲、乙、丙、丁、戊、己" in six
    assert "…" not in six
    assert "甲、乙、丙、丁、戊、己、…" in seven


PRICED = MEMBER * Input("rate")


def test_of_the_greatest_one_member_is_told_with_the_facts_of_the_unit() -> None:
    assert listed(Call(Op.HIGHEST, (LIST, PRICED)), [1, 3, 3]) == "乙（数 3 × 单价 2）"
    assert listed(Call(Op.TOTAL, (LIST, PRICED)), [1, 3]) == "甲（数 1 × 单价 2） + 乙（数 3 × 单价 2）"


def test_what_a_failed_condition_makes_of_the_other() -> None:
    """Whether there were any late ones is asked only where they exist, in whatever words that is asked."""
    gone = ~Call(Op.APPLICABLE, (LATE,)) | (LATE > Const(Fraction(0)))
    assert fill(If(gone, ONE, TWO), "zh", (NOT_APPLICABLE, True)) == "「超时上报」不适用 → 1 分"
    assert fill(If(gone, ONE, TWO), "zh", (3, True)) == "超时上报 3 次 → 1 分"
