"""Conditions in words, whatever their facts are."""

import pytest

from kaohe.authoring import rule_examples
from kaohe.authoring.cases.condition_words import ConditionWords
from kaohe.compiler.lowering import item_scope
from kaohe.formulas.formula_examples import FACTS, examples
from kaohe.messages import Language
from kaohe.scoring.compiled_rubric import CompiledRubric

RULE = "rules:\n- {type: all_or_nothing, clause: 得, points: 5, requires: met, not_applicable: zero}\n"
SNIPPET = "indicators:\n" + "".join(f"  {line}" for line in FACTS.splitlines(keepends=True)) + RULE
DOCUMENT = rule_examples.rubric(SNIPPET)
COMPILED = CompiledRubric(rule_examples.model(DOCUMENT), DOCUMENT.sha256)
((_, ITEM),) = COMPILED.rubric.items()


def told(formula: str, language: Language = "zh") -> str:
    words = ConditionWords(COMPILED.layout.names(language), language)
    return words.say(item_scope(ITEM, COMPILED.rubric.common).condition(formula))


@pytest.mark.parametrize(
    ("formula", "chinese", "english"),
    [
        ("met", "「已达标」", "“已达标”"),
        ("not late", "非（「迟报」 > 0）", "not (“迟报” > 0)"),
        ("rate >= 95%", "「完成率」 ≥ 95%", "“完成率” ≥ 95%"),
        ("95% < rate", "「完成率」 > 95%", "“完成率” > 95%"),
        ("grade = good", "「等次」 = 优", "“等次” = 优"),
        ("met and rate > 90%", "「已达标」 且 「完成率」 > 90%", "“已达标” and “完成率” > 90%"),
        ("met or done >= planned", "「已达标」 或 「完成数」 ≥ 「计划数」", "“已达标” or “完成数” ≥ “计划数”"),
        ("(done + planned) / 2 = 98", "(「完成数」 + 「计划数」) ÷ 2 = 98", "(“完成数” + “计划数”) ÷ 2 = 98"),
        ("sent <= 2011-03-31", "「上报日期」 ≤ 2011-03-31", "“上报日期” ≤ 2011-03-31"),
        ("opened < 2011-06", "「开工月份」 < 2011-06", "“开工月份” < 2011-06"),
        ("done - planned > 1.5", "「完成数」 - 「计划数」 > 1.5", "“完成数” - “计划数” > 1.5"),
        ("done * 2 > planned", "「完成数」 × 2 > 「计划数」", "“完成数” × 2 > “计划数”"),
    ],
)
def test_conditions(formula: str, chinese: str, english: str) -> None:
    assert (told(formula), told(formula, "en")) == (chinese, english)


@pytest.mark.parametrize("formula", examples())
def test_every_sign_and_function_can_be_said(formula: str) -> None:
    for language in ("zh", "en"):
        said = told(formula, language)
        assert said
        assert "Call" not in said


def test_whether_a_fact_exists() -> None:
    words = ConditionWords(COMPILED.layout.names("zh"), "zh")
    (trees, *_) = COMPILED.items[0].trees
    assert "「已达标」适用" in words.say(trees[0])
