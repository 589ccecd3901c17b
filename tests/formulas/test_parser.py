"""Formulas: what each is worth, what is not defined, and every way in which one can't be read."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from kaohe.backends.bounds import Interval, bounds
from kaohe.backends.exact import compile_trees
from kaohe.expr.tree import Expr, If, points
from kaohe.expr.tree_questions import defined
from kaohe.formulas.parser import parse
from kaohe.formulas.tokens import Malformed, names, tokens
from kaohe.rubric.model import Rubric
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.source import read
from kaohe.source.models import validate
from kaohe.submission.gaps import possible
from support.naive import evaluate, facts_of
from support.rule_cases import ITEM, read_row, rubric_document

CASES: Any = read(str(Path(__file__).parent / "formulas.yaml")).data
USED = [
    {"count": name, "each": 1} for name in ("a", "b", "rate", "sent - 2011-01-01", "arrived - 2011-01", "各县", "twice")
]
RULES = [
    {"type": "deductions", "points": 1, "requires": "done and grade = good", "deductions": USED},
    {"type": "deductions", "points": 1, "deductions": [{"unless": "合格", "once": 1}]},
]
_DOCUMENT = rubric_document({"indicators": CASES["indicators"], "rules": RULES})
PROGRAM = CompiledRubric(validate(Rubric, _DOCUMENT, _DOCUMENT.data), "")
SCOPE = PROGRAM.rubric.sections[0].items[0].scope(PROGRAM.rubric.common)
ROW = read_row(PROGRAM, CASES["values"], {})
LAYOUT = PROGRAM.layout


def value(tree: Expr) -> Any:
    """By the generated code, after the naive walk and the bounds have said the same."""
    (found,) = compile_trees([tree], LAYOUT.slots, 1, LAYOUT.divided)(ROW)
    assert evaluate(tree, facts_of(LAYOUT, ROW)) == found
    known = possible(LAYOUT.facts, ROW, frozenset())
    exact = If(tree, points(Fraction(1)), points(Fraction(0))) if isinstance(found, bool) else tree
    assert bounds(exact, known) == Interval(Fraction(found), Fraction(found))
    return found


@pytest.mark.parametrize(("formula", "worth"), CASES["numbers"].items())
def test_numbers(formula: str, worth: Any) -> None:
    assert value(SCOPE.number(formula)) == Fraction(str(worth))


@pytest.mark.parametrize(("formula", "holds"), CASES["conditions"].items())
def test_conditions(formula: str, holds: bool) -> None:  # noqa: FBT001
    assert value(SCOPE.condition(formula)) is holds


@pytest.mark.parametrize("formula", CASES["undefined"])
def test_undefined(formula: str) -> None:
    condition = defined(SCOPE.number(formula))
    assert condition is not None
    assert value(condition) is False


@pytest.mark.parametrize("formula", CASES["defined"])
def test_defined(formula: str) -> None:
    condition = defined(SCOPE.number(formula))
    assert condition is None or value(condition) is True


def test_what_never_divides_needs_no_asking() -> None:
    assert defined(SCOPE.number("a + 1")) is None
    assert defined(SCOPE.number("if(done and a > 1, a, b) / 2")) is None


@pytest.mark.parametrize(
    ("formula", "code", "offset"),
    [
        ("a $ b", "formula-sign", 2),
        ("a ≥ b", "formula-foreign", 2),
        ("done && b", "formula-foreign", 5),
        ("grade == good", "formula-foreign", 6),
        ("1 < a <= b", "formula-chain", 6),
        ("sent > arrived", "formula-times", 7),
        ("sent > 5", "formula-times", 7),
        ("sent + sent", "formula-times", 7),
        ("5 - sent", "formula-times", 4),
        ("sent * 2", "formula-times", 0),
        ("arrived > 2014-05-01", "formula-times", 10),
        ("a / 0", "formula-divisor", 4),
        ("a / 0%", "formula-divisor", 4),
        ("a / -1", "formula-divisor", 4),
        ("a / (2 - 2)", "formula-divisor", 4),
        ("max(sent, 5) > 1", "formula-times", 10),
        ("sum(sent, sent)", "formula-times", 4),
        ("-sent <= 2011-03-01", "formula-times", 1),
        ("min(rate, 50)", "formula-percent", 10),
        ("if(done, rate, 50)", "formula-percent", 15),
        ("a >= 100%", "formula-percent", 5),
        ("a + １", "formula-foreign", 4),
        ("a" + " + a" * 100, "formula-too-long", 300),
        ("9" * 61, "formula-too-long", 0),
        ("a + ", "formula-unfinished", 3),
        ("a b", "formula-end", 2),
        ("a (b)", "formula-function", 0),
        ("(a) b", "formula-end", 4),
        ("grade)", "formula-bracket-too-many", 5),
        ("a)", "formula-bracket-too-many", 1),
        ("max(a, b))", "formula-bracket-too-many", 9),
        ("done) and (a > 1", "formula-bracket-too-many", 4),
        ("a, b", "formula-comma", 1),
        ("a >= 1,000", "formula-comma", 6),
        ("a >= 100人", "formula-unit", 8),
        ("rate >= 5%以上", "formula-unit", 10),
        ("rate >= 5 %", "formula-percent-sign", 10),
        ("a >= .5", "formula-point", 5),
        ("a >= 1.", "formula-point", 6),
        ("grade = 'good'", "formula-quote", 8),
        ("grade = “good”", "formula-quote", 8),
        ("a => 1", "formula-foreign", 2),
        ("a =< 1", "formula-foreign", 2),
        ("done & a > 1", "formula-foreign", 5),
        ("max(a b)", "formula-bracket", 6),
        ("max(a, b", "formula-unclosed", 8),
        ("max()", "formula-arguments", 0),
        ("", "formula-fact", 0),
        ("(a", "formula-unclosed", 2),
        ("a +* b", "formula-fact", 3),
        ("and a", "formula-fact", 0),
        ("max(a, done)", "formula-number", 7),
        ("count(a)", "formula-condition", 6),
        ("done + 1", "formula-number", 0),
        ("not a", "formula-condition", 4),
        ("a or done", "formula-condition", 0),
        ("-done", "formula-number", 1),
        ("sent > 2011-02-30", "date-expected", 7),
        ("arrived > 2011-13", "month-expected", 10),
        ("rate + a", "formula-percent", 7),
        ("rate > 90", "formula-percent", 7),
        ("各县 > 1% and 合格", "formula-lists", 12),
        ("nothing(a)", "formula-function", 0),
        ("abs(a, b)", "formula-arguments", 0),
        ("grade = best", "unknown-level", 8),
        ("grade >= good", "formula-choice", 6),
    ],
)
def test_malformed(formula: str, code: str, offset: int) -> None:
    with pytest.raises(Malformed) as raised:
        SCOPE.number(formula, listed=True)
    assert (raised.value.code, raised.value.offset) == (code, offset)


@pytest.mark.parametrize(
    ("formula", "found"),
    [
        ("max(a, done)", "done"),
        ("max(grade, 2) > 1", "grade"),
        ("count(a) > 1", "a"),
        ("min(rate, 50 + 1)", "50 + 1"),
        ("sum(a, sent - sent, sent)", "sent"),
        ("(a + b) or done", "(a + b)"),
        ("done + 1", "done"),
        ("done > 1", "done"),
        ("done * 2", "done"),
        ("not (a)", "(a)"),
    ],
)
def test_what_is_wrong_is_told_without_what_stands_around_it(formula: str, found: str) -> None:
    with pytest.raises(Malformed) as raised:
        SCOPE.number(formula, listed=True)
    assert raised.value.parameters["found"] == found


def test_names() -> None:
    assert names("max(a.rate, 各县) >= 90% and not done") == ["a.rate", "各县", "done"]
    assert names("a ÷ 各县") == ["a", "各县"]
    assert [token.kind for token in tokens(" a>=2011-03 ")] == ["name", "sign", "month", "end"]


def test_a_name_alone_is_not_parsed() -> None:
    with pytest.raises(ZeroDivisionError):
        parse("a.b", lambda name, offset: 1 / 0 if (name, offset) == ("a.b", 0) else None)  # type: ignore[arg-type, return-value]


def test_the_item_is_the_cases() -> None:
    assert SCOPE.item == ITEM
