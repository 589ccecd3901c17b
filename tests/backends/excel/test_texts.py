"""Formulas that give texts: words and cells one behind another, sentences with cells in their blanks."""

import pytest

from kaohe.backends.cells.formulas import Apply, Formula, Literal, Reference, total
from kaohe.backends.excel.formula_text import formula_text
from kaohe.backends.excel.python_code import compile_cells
from kaohe.backends.excel.texts import sentence, text

SCORE = Reference("score")


@pytest.mark.parametrize(
    ("parts", "wanted"),
    [
        ((), Literal("")),
        (("得", " ", "分"), Literal("得 分")),
        ((SCORE,), Apply("&", (SCORE, Literal("")))),
        (("得 ", SCORE, " ", "分"), Apply("&", (Literal("得 "), SCORE, Literal(" 分")))),
        (("得 ", SCORE, " 分"), Apply("&", (Literal("得 "), SCORE, Literal(" 分")))),
        ((text("得 ", SCORE), "", " 分"), Apply("&", (Literal("得 "), SCORE, Literal(" 分")))),
    ],
)
def test_text(parts: tuple[Formula | str, ...], wanted: Formula) -> None:
    assert text(*parts) == wanted


def test_a_sentence_with_cells_in_its_blanks() -> None:
    formula = sentence("live.wanted", "zh", range="0～8 分", count=SCORE)
    assert formula_text(formula, {"score": "B7"}) == '="0～8 分，待填 "&B7&" 项"'
    run = compile_cells([("said", formula)], ["score"])
    assert run({"score": 2})["said"] == "0～8 分，待填 2 项"


def test_a_sentence_with_words_before_its_first_blank() -> None:
    formula = sentence("live.cut", "zh", due=SCORE, applied=Reference("got"))
    assert formula_text(formula, {"score": "B7", "got": "B8"}) == '="应扣 "&B7&" 分，实扣 "&B8&" 分"'


def test_there_is_no_zero_below_zero() -> None:
    assert compile_cells([("said", text("扣 ", SCORE))], ["score"])({"score": -0.0})["said"] == "扣 0"


def test_a_sum_has_its_terms_side_by_side() -> None:
    several = [Reference(name) for name in ("a", "b", "c")]
    assert total([]) == Literal(0)
    assert total([Literal(0), SCORE]) == SCORE
    assert total(several[:2]) == Apply("+", tuple(several[:2]))
    assert formula_text(total(several), {"a": "B1", "b": "B2", "c": "B3"}) == "=B1+B2+B3"


def test_entries_below_the_prepared_rows_are_counted() -> None:
    run = compile_cells([("some", Apply("COUNTA", (Reference("below"),)))], ["below"])
    assert (run({})["some"], run({"below": "乙县"})["some"]) == (0, 1)
