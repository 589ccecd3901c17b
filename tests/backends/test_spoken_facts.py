"""Conditions as they are read aloud: which facts decided, and on which side of what they are, in both languages."""

from fractions import Fraction
from typing import Any

import pytest

from kaohe.backends.names import Name
from kaohe.backends.sentences import SpokenSentence
from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.expr.sentence_tree import Because, Facts, Named, Sentence
from kaohe.expr.tree import Call, Const, Expr, If, Input, Op
from support.small_rubric import deductions
from support.small_scores import item_reasons

FACTS: dict[str, Any] = {
    "done": {"label": "完成", "kind": "flag"},
    "sent": {"label": "上报", "kind": "flag", "words": {"true": "按时上报", "false": "上报不及时"}},
    "praised": {"label": "表彰", "kind": "flag", "words": {"false": "没有表彰"}},
    "late": {"label": "迟报", "kind": "count", "unit": "次"},
    "rate": {"label": "通过率", "kind": "percent"},
    "mean": {"label": "平均率", "kind": "percent"},
    "funds": {"label": "资金", "kind": "change", "unit": "元"},
    "share": {"label": "上传量", "kind": "ratio", "unit": "条"},
    "grade": {"label": "等级", "kind": "choice", "options": {"good": "好", "poor": "差"}},
    "due": {"label": "期限", "kind": "date"},
    "handed": {"label": "报送日", "kind": "date"},
    "begun": {"label": "开工", "kind": "month"},
}
SOUND: dict[str, Any] = {
    "done": True,
    "sent": True,
    "praised": True,
    "late": 3,
    "rate": "85.5%",
    "mean": "86.5%",
    "funds": {"previous": 1000, "current": 1014},
    "share": {"part": 2, "whole": 3},
    "grade": "good",
    "due": "2011-06-30",
    "handed": "2011-07-01",
    "begun": "2011-03",
}


def said(condition: str, language: Any, **facts: Any) -> str:
    """What is said of a condition, whether it holds or not: one of two deductions speaks, the other is silent."""
    rule = deductions("甲", {"when": condition, "once": 1}, {"unless": condition, "once": 1})
    names = {name for name in FACTS if name in condition}
    own = {name: FACTS[name] for name in names}
    values = {name: {**SOUND, **facts}[name] for name in names}
    (text,) = item_reasons(values, language, indicators=own, rules=[rule])
    end = {"zh": "，扣 1 分", "en": "; 1 point off"}[language]
    assert text.endswith(end)
    return text.removesuffix(end)


@pytest.mark.parametrize(
    ("condition", "facts", "chinese", "english"),
    [
        ("done", {}, "「完成」为是", "完成: yes"),
        ("not done", {}, "「完成」为是", "完成: yes"),
        ("done", {"done": False}, "「完成」为否", "完成: no"),
        ("sent", {}, "按时上报", "按时上报"),
        ("sent", {"sent": False}, "上报不及时", "上报不及时"),
        ("grade = good", {}, "等级为好", "等级 is 好"),
        ("grade = good", {"grade": "poor"}, "等级为差", "等级 is 差"),
        ("grade != good", {"grade": "poor"}, "等级为差", "等级 is 差"),
        ("late > 0", {}, "迟报 3 次", "迟报 3 次"),
        ("late > 0", {"late": 0}, "迟报 0 次", "迟报 0 次"),
        ("late >= 3", {}, "迟报 3 次，达到 3 次", "迟报 3 次, at least 3 次"),
        ("late >= 4", {}, "迟报 3 次，不到 4 次", "迟报 3 次, below 4 次"),
        ("late < 4", {}, "迟报 3 次，不到 4 次", "迟报 3 次, below 4 次"),
        ("late > 2", {}, "迟报 3 次，超过 2 次", "迟报 3 次, above 2 次"),
        ("late <= 2", {}, "迟报 3 次，超过 2 次", "迟报 3 次, above 2 次"),
        ("late <= 3", {}, "迟报 3 次，不超过 3 次", "迟报 3 次, not above 3 次"),
        ("late = 3", {}, "迟报 3 次", "迟报 3 次"),
        ("late = 2", {}, "迟报 3 次，不是 2 次", "迟报 3 次, not 2 次"),
    ],
)
def test_one_fact(condition: str, facts: Any, chinese: str, english: str) -> None:
    assert said(condition, "zh", **facts) == chinese
    assert said(condition, "en", **facts) == english


@pytest.mark.parametrize(
    ("condition", "chinese", "english"),
    [
        ("4 > late", "迟报 3 次，不到 4 次", "迟报 3 次, below 4 次"),
        ("3 >= late", "迟报 3 次，不超过 3 次", "迟报 3 次, not above 3 次"),
        ("2 >= late", "迟报 3 次，超过 2 次", "迟报 3 次, above 2 次"),
        ("3 > late", "迟报 3 次，达到 3 次", "迟报 3 次, at least 3 次"),
        ("3 = late", "迟报 3 次", "迟报 3 次"),
        ("2011-06-30 >= handed", "报送日 2011年7月1日，晚于 2011年6月30日", "报送日 2011-07-01, after 2011-06-30"),
        ("2011-07-01 >= handed", "报送日 2011年7月1日，不晚于 2011年7月1日", "报送日 2011-07-01, not after 2011-07-01"),
        ("2011-07-02 > handed", "报送日 2011年7月1日，早于 2011年7月2日", "报送日 2011-07-01, before 2011-07-02"),
    ],
)
def test_a_number_before_the_fact_is_said_after_it(condition: str, chinese: str, english: str) -> None:
    assert said(condition, "zh") == chinese
    assert said(condition, "en") == english


@pytest.mark.parametrize(
    ("condition", "chinese", "english"),
    [
        ("handed >= 2011-07-01", "不早于 2011年7月1日", "not before 2011-07-01"),
        ("handed >= 2011-07-02", "早于 2011年7月2日", "before 2011-07-02"),
        ("handed > 2011-06-30", "晚于 2011年6月30日", "after 2011-06-30"),
        ("handed > 2011-07-01", "不晚于 2011年7月1日", "not after 2011-07-01"),
        ("handed = 2011-06-30", "不在 2011年6月30日", "not on 2011-06-30"),
    ],
)
def test_dates(condition: str, chinese: str, english: str) -> None:
    assert said(condition, "zh") == f"报送日 2011年7月1日，{chinese}"
    assert said(condition, "en") == f"报送日 2011-07-01, {english}"


def test_a_date_that_is_met() -> None:
    assert said("handed = 2011-07-01", "zh") == "报送日 2011年7月1日"
    assert said("handed - due >= 500", "zh") == "报送日 2011年7月1日，比期限 2011年6月30日晚 1 天，不到 500 天"


def test_months_between_dates() -> None:
    assert said("months(due, handed) >= 2", "zh") == "期限 2011年6月30日，报送日 2011年7月1日，相隔 0 个月，不到 2 个月"
    assert (
        said("max(0, months(due, handed)) >= 2", "zh")
        == "期限 2011年6月30日，报送日 2011年7月1日，相隔 0 个月，不到 2 个月"
    )


def test_months() -> None:
    assert said("begun <= 2011-02", "zh") == "开工 2011年3月，晚于 2011年2月"
    assert said("begun <= 2011-02", "en") == "开工 2011-03, after 2011-02"


@pytest.mark.parametrize(
    ("condition", "facts", "chinese"),
    [
        ("rate >= mean", {}, "通过率 85.5%，不到平均率 86.5%"),
        ("rate >= mean", {"rate": "86.5%"}, "通过率 86.5%，达到平均率 86.5%"),
        ("rate >= 85.5001%", {}, "通过率 85.5%，不到 85.5001%"),
        ("share.rate >= 66.667%", {}, "上传量比率 66.6667%，不到 66.667%"),
        ("share.rate >= 60%", {}, "上传量比率 66.67%，达到 60%"),
        ("funds.growth >= 2%", {}, "资金由 1000 元增到 1014 元，增 1.4%，不到 2%"),
        (
            "funds.growth > 0%",
            {"funds": {"previous": 1000, "current": 900}},
            "资金由 1000 元降到 900 元，降 10%，不超过 0%",
        ),
        ("funds.current > funds.previous", {}, "资金由 1000 元增到 1014 元"),
        ("funds.current > funds.previous", {"funds": {"previous": 7, "current": 7}}, "资金与上年持平（7 元）"),
        ("funds.previous >= funds.current", {}, "资金由 1000 元增到 1014 元"),
        ("funds.current - funds.previous >= 20", {}, "资金本年 1014 元，比资金上年 1000 元多 14 元，不到 20 元"),
        (
            "funds.growth >= -2%",
            {"funds": {"previous": 100000, "current": 98001}},
            "资金由 100000 元降到 98001 元，降 1.999%，达到 -2%",
        ),
        ("funds.growth * 2 >= 50%", {}, "资金由 1000 元增到 1014 元，增 1.4%，算得 2.8%，不到 50%"),
        ("rate - mean >= 5%", {}, "通过率 85.5%，比平均率 86.5% 低 1 个百分点，不到 5%"),
        ("mean - rate >= 5%", {}, "平均率 86.5%，比通过率 85.5% 高 1 个百分点，不到 5%"),
        ("mean - rate >= 5%", {"rate": "86.4999%"}, "平均率 86.5%，比通过率 86.4999% 高 0.0001 个百分点，不到 5%"),
        ("mean - rate > 0", {}, "平均率 86.5%，超过通过率 85.5%"),
        ("handed - due > 0", {}, "报送日 2011年7月1日，晚于期限 2011年6月30日"),
        ("late * 2 - 10 >= 5", {}, "迟报 3 次，算得 -4，不到 5"),
        ("max(0, (1 - late) * 2) >= 4", {}, "迟报 3 次，算得 0，不到 4"),
        ("if(done, 1, 0) + if(sent, 1, 0) > 0", {}, "「完成」为是，按时上报"),
        ("handed > due", {}, "报送日 2011年7月1日，晚于期限 2011年6月30日"),
        ("due < handed", {}, "报送日 2011年7月1日，晚于期限 2011年6月30日"),
        ("rate * 2 >= mean", {}, "平均率 86.5%，不超过 171%（通过率 85.5%）"),
    ],
)
def test_two_facts(condition: str, facts: Any, chinese: str) -> None:
    assert said(condition, "zh", **facts) == chinese


@pytest.mark.parametrize(
    ("formula", "number"),
    [
        ("(rate + mean) / 2", "86%"),
        ("rate * 40% + mean * 60%", "86.1%"),
        ("2 * rate - mean", "84.5%"),
        ("min(rate, mean)", "85.5%"),
        ("max(rate, mean / 2)", "85.5%"),
        ("if(late > 1, rate, mean)", "85.5%"),
        ("abs(rate - mean)", "1%"),
        ("rate / mean", "0.99"),
        ("late * rate", "2.57"),
        ("late * 50%", "1.5"),
        ("late / 2 + 1", "2.5"),
    ],
)
def test_what_is_made_of_percents_is_read_as_one(formula: str, number: str) -> None:
    limit = "500%" if "%" in number else "500"
    text = said(f"{formula} >= {limit}", "zh")
    assert text.endswith(f"，算得 {number}，不到 {limit}")


@pytest.mark.parametrize(
    ("condition", "facts", "chinese", "english"),
    [
        ("done and late >= 3", {}, "「完成」为是，迟报 3 次，达到 3 次", "完成: yes, 迟报 3 次, at least 3 次"),
        ("done and late >= 3", {"done": False}, "「完成」为否", "完成: no"),
        ("done and late >= 3", {"late": 1}, "迟报 1 次，不到 3 次", "迟报 1 次, below 3 次"),
        ("done or late >= 3", {"late": 1}, "「完成」为是", "完成: yes"),
        ("done or late >= 3", {"done": False}, "迟报 3 次，达到 3 次", "迟报 3 次, at least 3 次"),
        (
            "done or late >= 3",
            {"done": False, "late": 1},
            "「完成」为否，迟报 1 次，不到 3 次",
            "完成: no, 迟报 1 次, below 3 次",
        ),
        ("sent or praised", {"sent": False, "praised": False}, "上报不及时，也没有表彰", "上报不及时, 没有表彰"),
        ("praised or sent", {"sent": False, "praised": False}, "没有表彰，上报不及时", "没有表彰, 上报不及时"),
        ("sent and praised", {"sent": False, "praised": False}, "上报不及时，没有表彰", "上报不及时, 没有表彰"),
        ("not (sent and praised)", {"sent": False}, "上报不及时", "上报不及时"),
        ("not done or not sent", {"done": True}, "「完成」为是，按时上报", "完成: yes, 按时上报"),
        ("done and done", {}, "「完成」为是", "完成: yes"),
        (
            "sent or praised or done",
            {"sent": False, "praised": False, "done": False},
            "上报不及时，也没有表彰，「完成」为否",
            "上报不及时, 没有表彰, 完成: no",
        ),
    ],
)
def test_what_decided_of_several(condition: str, facts: Any, chinese: str, english: str) -> None:
    assert said(condition, "zh", **facts) == chinese
    assert said(condition, "en", **facts) == english


DONE, LATE = Input("done"), Input("late")
MANY = Const(Fraction(2)) < LATE
THERE = Call(Op.APPLICABLE, (LATE,))
REACHED = Call(Op.ABOVE, (LATE, Const(Fraction(2))), "reached")
NAMES = {
    "done": Name("完成", flag=True),
    "late": Name("迟报", "次"),
    "reached": Name("达标", flag=True),
    "judged": Name("评议", reason="why"),
}


def filled(sentence: Sentence, *row: Any) -> str:
    slots = {key: f"v[{place}]" for place, key in enumerate(("done", "late", "judged", "why"))}
    return SpokenSentence(sentence, slots, NAMES, "zh").fill(row)


def test_a_number_without_facts() -> None:
    assert filled(Named(Const(Fraction(3, 2)))) == "1.5"


def test_facts_of_a_condition_and_of_a_number() -> None:
    """Trees that no rule lowers to by itself."""
    assert filled(Facts(MANY), True, 3) == "迟报 3 次，超过 2 次"
    assert filled(Because(LATE + Const(Fraction(1))), True, 3) == "迟报 3 次"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ((True, 3), "「完成」为是，迟报 3 次，超过 2 次"),
        ((False, 3), "「完成」为否"),
    ],
)
def test_a_condition_with_branches(row: tuple[Any, ...], said: str) -> None:
    assert filled(Because(If(DONE, MANY, Const(False))), *row) == said


@pytest.mark.parametrize(
    ("condition", "there", "gone"),
    [
        (THERE & MANY, "迟报 3 次，超过 2 次", "「迟报」不适用"),
        (~THERE | MANY, "迟报 3 次，超过 2 次", "「迟报」不适用"),
        (If(THERE, MANY, DONE), "迟报 3 次，超过 2 次", "「迟报」不适用，「完成」为是"),
        (If(~THERE, DONE, MANY), "迟报 3 次，超过 2 次", "「迟报」不适用，「完成」为是"),
    ],
)
def test_what_is_not_there_is_not_asked(condition: Expr, there: str, gone: str) -> None:
    assert filled(Because(condition), True, 3) == there
    assert filled(Because(condition), True, NOT_APPLICABLE) == gone


def test_a_condition_with_a_name() -> None:
    assert filled(Facts(REACHED), True, 3) == "「达标」为是"


@pytest.mark.parametrize("settled", [True, False])
def test_of_what_no_fact_decides_nothing_is_said(settled: bool) -> None:  # noqa: FBT001 - what is tried
    assert filled(Because(Const(settled)), settled, 3) == ""


@pytest.mark.parametrize(("reason", "said"), [("酌情", "评议 7（酌情）"), ("", "评议 7"), (None, "评议 7")])
def test_points_by_judgement(reason: str | None, said: str) -> None:
    assert filled(Named(Input("judged")), True, 3, 7, reason) == said


def test_no_sentence_of_another_shape() -> None:
    with pytest.raises(TypeError):
        SpokenSentence(Sentence(), {}, {}, "zh")
