"""What rules may refer to, for every kind of indicator, and what is said of references that lead nowhere."""

from fractions import Fraction
from typing import Any

import pytest

from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.expr.tree import Call, Const, Expr, Input, Notation, Op
from kaohe.expr.tree_questions import inputs
from kaohe.formulas.indicators import Indicator
from kaohe.formulas.kinds import KINDS
from kaohe.formulas.scope import Scope, UnknownReference
from kaohe.formulas.terms import Use

FACTS = {
    "done": Indicator(label="完成", kind="flag"),
    "late": Indicator(label="迟报", kind="count"),
    "hours": Indicator(label="课时", kind="number"),
    "paid": Indicator(label="兑付率", kind="percent"),
    "funds": Indicator(label="资金", kind="change"),
    "passed": Indicator(label="通过", kind="ratio"),
    "grade": Indicator(label="等次", kind="choice", options={"good": "优", "fair": "良"}),
    "uploads": Indicator(label="上传量", kind="ratio", list=True),
    "errors": Indicator(label="差错", kind="count", list=True),
}
PARAMETERS = {
    "average": Indicator(label="省平均", kind="percent"),
    "rate": Indicator(label="省比率", kind="ratio"),
    "rounds": Indicator(label="次数", kind="count"),
}
SCOPE = Scope("it", FACTS, PARAMETERS)
PREVIOUS, CURRENT = Input("it.funds.previous"), Input("it.funds.current")


@pytest.mark.parametrize(
    ("reference", "tree"),
    [
        ("late", Input("it.late")),
        ("hours", Input("it.hours")),
        ("paid", Input("it.paid")),
        ("funds.growth", (CURRENT - PREVIOUS) / PREVIOUS),
        ("passed.rate", Input("it.passed.part") / Input("it.passed.whole")),
        ("parameters.average", Input("parameters.average")),
        ("parameters.rate.rate", Input("parameters.rate.part") / Input("parameters.rate.whole")),
    ],
)
def test_numbers(reference: str, tree: Expr) -> None:
    assert SCOPE.number(reference) == tree


def test_each_member_of_a_list() -> None:
    rate = Input("it.uploads.*.part") / Input("it.uploads.*.whole")
    assert SCOPE.number("uploads.rate", listed=True) == rate
    assert SCOPE.number("late", listed=True) == Input("it.late")
    assert SCOPE.condition("errors", listed=True) == (Input("it.errors.*") > Const(Fraction(0)))


@pytest.mark.parametrize(
    ("reference", "tree"),
    [
        ("done", Input("it.done")),
        ("late", Input("it.late") > Const(Fraction(0))),
        ("parameters.rounds", Input("parameters.rounds") > Const(Fraction(0))),
    ],
)
def test_conditions(reference: str, tree: Expr) -> None:
    assert SCOPE.condition(reference) == tree


def test_choices() -> None:
    grade = Input("it.grade")
    assert SCOPE.choice("grade") == {name: Call(Op.EQUAL, (grade, Const(name))) for name in ("good", "fair")}
    assert SCOPE.choice("funds.direction") == {
        "increased": CURRENT > PREVIOUS,
        "unchanged": Call(Op.EQUAL, (CURRENT, PREVIOUS)),
        "decreased": CURRENT < PREVIOUS,
    }


@pytest.mark.parametrize(
    ("use", "reference", "code"),
    [
        (Use.NUMBER, "nothing", "unknown-reference"),
        (Use.NUMBER, "parameters.nothing", "unknown-reference"),
        (Use.NUMBER, "done", "not-a-number"),
        (Use.NUMBER, "funds", "not-a-number"),
        (Use.NUMBER, "funds.growht", "not-a-number"),
        (Use.NUMBER, "funds.growth.growth", "not-a-number"),
        (Use.NUMBER, "parameters.average.rate", "not-a-number"),
        (Use.NUMBER, "uploads.rate", "not-a-single-fact"),
        (Use.NUMBER, "uploads", "not-a-number"),
        (Use.CONDITION, "errors", "not-a-single-fact"),
        (Use.CONDITION, "nothing", "unknown-reference"),
        (Use.CONDITION, "hours", "not-a-condition"),
        (Use.CONDITION, "late.more", "not-a-condition"),
        (Use.CONDITION, "funds.growth", "not-a-condition"),
        (Use.CHOICE, "done", "not-a-choice"),
        (Use.CHOICE, "funds", "not-a-choice"),
        (Use.CHOICE, "funds.growth", "not-a-choice"),
        (Use.CHOICE, "nothing", "unknown-reference"),
    ],
)
def test_unknown_references(use: Use, reference: str, code: str) -> None:
    build: Any = {Use.NUMBER: SCOPE.number, Use.CONDITION: SCOPE.condition, Use.CHOICE: SCOPE.choice}[use]
    with pytest.raises(UnknownReference) as unknown:
        build(reference)
    assert (unknown.value.reference, unknown.value.code) == (reference, code)
    lists = code == "not-a-single-fact"
    known = [name for name in SCOPE.references(use) if not (lists and SCOPE.members(name))]
    assert list(unknown.value.known) == known


def test_a_day_is_no_number_but_may_be_compared() -> None:
    scope = Scope("it", {"sent": Indicator(label="报送日期", kind="date"), **FACTS}, PARAMETERS)
    assert scope.number("sent", times=True) == Input("it.sent")
    with pytest.raises(UnknownReference) as unknown:
        scope.number("sent")
    assert (unknown.value.code, unknown.value.known) == ("not-a-number", SCOPE.references(Use.NUMBER))


@pytest.mark.parametrize(
    ("use", "known"),
    [
        (
            Use.NUMBER,
            {"late", "hours", "paid", "funds.growth", "funds.previous", "funds.current", "errors"}
            | {"passed.rate", "passed.part", "passed.whole", "uploads.rate", "uploads.part", "uploads.whole"}
            | {"parameters.average", "parameters.rounds"}
            | {"parameters.rate.rate", "parameters.rate.part", "parameters.rate.whole"},
        ),
        (Use.CONDITION, {"done", "late", "errors", "parameters.rounds"}),
        (Use.CHOICE, {"funds.direction", "grade"}),
    ],
)
def test_known_references(use: Use, known: set[str]) -> None:
    assert set(SCOPE.references(use)) == known
    assert len(SCOPE.references(use)) == len(known)


@pytest.mark.parametrize("use", [Use.NUMBER, Use.CONDITION, Use.CHOICE])
def test_every_known_reference_can_be_used(use: Use) -> None:
    listed = {"listed": True} if use is not Use.CHOICE else {}
    build: Any = {Use.NUMBER: SCOPE.number, Use.CONDITION: SCOPE.condition, Use.CHOICE: SCOPE.choice}[use]
    assert all(build(reference, **listed) is not None for reference in SCOPE.references(use))


@pytest.mark.parametrize(
    ("reference", "unit"),
    [
        ("paid", Notation.PERCENT),
        ("funds.growth", Notation.PERCENT),
        ("uploads.rate", Notation.PERCENT),
        ("parameters.average", Notation.PERCENT),
        ("parameters.rate.rate", Notation.PERCENT),
        ("late", Notation.NONE),
        ("hours", Notation.NONE),
    ],
)
def test_units_are_known(reference: str, unit: Notation) -> None:
    assert SCOPE.unit(reference) is unit


@pytest.mark.parametrize(
    ("reference", "members"),
    [
        ("uploads.rate", "it.uploads"),
        ("errors", "it.errors"),
        ("late", ""),
        ("parameters.average", ""),
    ],
)
def test_lists_are_known_as_such(reference: str, members: str) -> None:
    assert SCOPE.members(reference) == members


def test_an_unknown_reference_passes_through_context_managers() -> None:
    """They set its traceback, which a frozen one would refuse."""
    with pytest.raises(UnknownReference), pytest.MonkeyPatch.context():
        SCOPE.number("nothing")


def test_derived_facts_carry_their_name() -> None:
    growth, rate = SCOPE.number("funds.growth"), SCOPE.number("parameters.rate.rate")
    assert isinstance(growth, Call)
    assert isinstance(rate, Call)
    assert (growth.label, growth.unit) == ("it.funds.growth", Notation.PERCENT)
    assert (rate.label, rate.unit) == ("parameters.rate.rate", Notation.PERCENT)


def test_what_does_not_exist_has_no_members() -> None:
    assert list(NOT_APPLICABLE) == []
    assert not inputs(Const(True))


def test_every_kind_can_be_referred_to() -> None:
    assert all((kind.fields and kind.references) or name == "record" for name, kind in KINDS.items())
    assert {field for kind in KINDS.values() for field in kind.fields} == {
        *("", "previous", "current", "part", "whole", "score", "reason")
    }
