"""How improvements are told: gaps in words, figures at an edge, what is past, and which grades are out of reach."""

from fractions import Fraction
from typing import Any

import pytest

from kaohe.analysis.improving import improvements
from kaohe.messages import Language
from kaohe.results.improvements import Improvement, Improvements
from kaohe.scoring.scorer import Scorer
from support.small_rubric import COUNT, FLAG, RULE, deductions, item, rubric
from support.small_scores import compiled_from, values_of

LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])


def listed(facts: Any, language: Language = "zh", head: Any = None, **fields: Any) -> Improvements:
    compiled = compiled_from(rubric([item(**fields)], **(head or {})))
    return improvements(Scorer(compiled, language), values_of(compiled, {"item": facts}), language)


def only(facts: Any, language: Language = "zh", **fields: Any) -> Improvement:
    (found,) = listed(facts, language, **fields).found
    return found


def needs(condition: str, **indicators: Any) -> Any:
    """An item that gives its points for a condition."""
    return {"indicators": indicators, "rules": [{**RULE, "requires": condition}]}


@pytest.mark.parametrize(
    ("condition", "indicator", "value", "chinese", "english"),
    [
        ("it", {"kind": "flag"}, False, "「活动」为是", "活动: yes"),
        ("it", {"kind": "flag", "words": {"true": "办了活动"}}, False, "办了活动", "办了活动"),
        (
            "it = good",
            {"kind": "choice", "options": {"good": "好", "poor": "差"}},
            "poor",
            "活动为好",
            "活动 is 好",
        ),
        ("it >= 12", {"kind": "count", "unit": "次"}, 2, "活动再增 10 次，到 12 次", "活动: 10 次 more, 12 次"),
        ("it <= 1", {"kind": "count", "unit": "次"}, 2, "活动减少 1 次，到 1 次", "活动: 1 次 less, 1 次"),
        ("it >= 40", {"kind": "number"}, 38.5, "活动再增 1.5，到 40", "活动: 1.5 more, 40"),
        (
            "it >= 1200",
            {"kind": "amount", "unit": "元"},
            -300,
            "活动再增 1500 元，到 1200 元",
            "活动: 1,500 元 more, 1,200 元",
        ),
        (
            "it >= 95%",
            {"kind": "percent"},
            "93.2%",
            "活动再增 1.8 个百分点，到 95%",
            "活动: 1.8 percentage points more, 95%",
        ),
        ("it <= 5%", {"kind": "percent"}, "6%", "活动减少 1 个百分点，到 5%", "活动: 1 percentage point less, 5%"),
        (
            "it <= 2011-06-30",
            {"kind": "date"},
            "2011-07-02",
            "活动提前 2 天，到 2011年6月30日",
            "活动: 2 days earlier, 2011-06-30",
        ),
        (
            "it >= 2011-07-03",
            {"kind": "date"},
            "2011-07-02",
            "活动推迟 1 天，到 2011年7月3日",
            "活动: 1 day later, 2011-07-03",
        ),
        (
            "it <= 2011-05",
            {"kind": "month"},
            "2011-07",
            "活动提前 2 个月，到 2011年5月",
            "活动: 2 months earlier, 2011-05",
        ),
        (
            "it >= 2011-08",
            {"kind": "month"},
            "2011-07",
            "活动推迟 1 个月，到 2011年8月",
            "活动: 1 month later, 2011-08",
        ),
    ],
)
def test_what_is_wanting(condition: str, indicator: Any, value: Any, chinese: str, english: str) -> None:
    fields = needs(condition, it={"label": "活动", **indicator})
    assert only({"it": value}, "zh", **fields).gap == chinese
    assert only({"it": value}, "en", **fields).gap == english


FUNDS: dict[str, Any] = {"label": "资金", "kind": "change", "unit": "元", "fixed": False}


def test_a_field_and_a_member_are_named() -> None:
    fields = needs("funds.growth >= 2%", funds=FUNDS)
    gaps = [one.gap for one in listed({"funds": {"previous": 1000, "current": 1000}}, **fields).found]
    assert gaps == ["资金：本年再增 20 元，到 1020 元"]
    counties = {"label": "迟报", "kind": "count", "list": True}
    rule = deductions("甲", {"count": "late", "each": 1})
    assert only({"late": {"甲县": 2}}, indicators={"late": counties}, rules=[rule]).gap == "甲县：迟报减少 1，到 1"


def test_what_is_reached_is_told_of_what_is_measured() -> None:
    fields = needs("rate >= 95%", rate={"label": "通过率", "kind": "percent"})
    assert only({"rate": "93%"}, **fields).reached == ""
    held = only({"held": 1}, **needs("held >= 12", held={"label": "活动", "kind": "count"}))
    assert held.reached == ""
    tiers = {
        "type": "tiered",
        "clause": "甲",
        "points": 5,
        "of": "rate",
        "bands": [{"from": "90%", "points": 3}, {"from": "95%", "points": 5}],
    }
    fields = {"indicators": {"rate": {"label": "通过率", "kind": "percent"}}, "rules": [tiers]}
    assert only({"rate": "93%"}, **fields).reached == "通过率 95%，达到 95%"


@pytest.mark.parametrize(
    ("of", "other", "given"),
    [
        ("max(rate, other)", {"kind": "count"}, None),
        ("rate + other", {"kind": "count"}, None),
        ("rate + sum(other)", {"kind": "number", "list": True}, {"甲县": None}),
        ("rate + highest(other)", {"kind": "number", "list": True}, {"甲县": 1, "乙县": None}),
    ],
)
def test_nothing_is_told_as_reached_while_a_fact_of_the_clause_is_missing(of: str, other: Any, given: Any) -> None:
    """That it costs nothing more is certain, whatever the missing fact is; what it comes to is not."""
    bands = [{"from": 0, "points": 2}, {"from": 20, "points": 5}]
    fields: Any = {
        "indicators": {
            "rate": {"label": "通过", "kind": "number"},
            "other": {"label": "另报", "range": {"from": 0, "to": 5}, **other},
        },
        "rules": [{"type": "tiered", "clause": "甲", "points": 5, "of": of, "bands": bands}],
    }
    (found,) = [one for one in listed({"rate": 10, "other": given}, **fields).found if one.fact.indicator == "rate"]
    assert [one.clause for one in found.spared] == ["甲"]
    assert found.reached == ""


@pytest.mark.parametrize(
    ("kind", "threshold", "value", "at_edge"),
    [
        ("number", "20000", 19999, True),
        ("number", "20000", 19998, True),
        ("number", "20000", 19997, False),
        ("amount", "19800.5", 19800, True),
        ("percent", "50%", "49.999%", True),
        ("percent", "50%", "49.9%", False),
        ("count", "20000", 19999, False),
    ],
)
def test_a_figure_at_the_edge_should_be_checked(kind: str, threshold: str, value: Any, *, at_edge: bool) -> None:
    """Within one in ten thousand of a threshold; what is counted one by one is never a matter of a cent."""
    fields = needs(f"it >= {threshold}", it={"label": "资金", "kind": kind})
    assert only({"it": value}, **fields).at_edge is at_edge


def test_as_much_as_the_year_before() -> None:
    """One yuan decides: it is no advice to report 19801."""
    fields = needs("funds.current > funds.previous", funds=FUNDS)
    one = only({"funds": {"previous": 19800, "current": 19800}}, **fields)
    assert (one.before.written, one.after.written, one.at_edge) == ("19800", "19801", True)


@pytest.mark.parametrize("fixed", [True, False])
def test_what_is_past(*, fixed: bool) -> None:
    assert only({"done": False}, indicators={"done": {**FLAG, "fixed": fixed}}).fixed is fixed


@pytest.mark.parametrize("fixed", [True, False])
def test_what_is_past_of_a_record(*, fixed: bool) -> None:
    towns = {
        "label": "乡镇",
        "kind": "record",
        "list": True,
        "facts": {
            "area": {"label": "面积", "kind": "number", "fixed": fixed},
            "sown": {"label": "播种", "kind": "number"},
        },
    }
    fields = needs("sum(towns.area) + sum(towns.sown) >= 10", towns=towns)
    found = listed({"towns": {"甲镇": {"area": 4, "sown": 5}}}, **fields).found
    assert {one.fact.field: one.fixed for one in found} == {"area": fixed, "sown": False}


GRADES: list[dict[str, Any]] = [
    {"id": "best", "title": "优秀", "from": 5, "requires": "item.done"},
    {"id": "good", "title": "良好", "from": 3},
    {"id": "rest", "title": "合格"},
]
GRADED: Any = {
    "indicators": {"done": FLAG, "late": COUNT},
    "rules": [deductions("迟报扣1分", {"count": "late", "each": 1})],
}


def missed(facts: Any, language: Language = "zh", **head: Any) -> list[tuple[str, str, tuple[str, ...]]]:
    found = listed(facts, language, {"grades": GRADES, **head}, **GRADED)
    return [(one.holder.title, one.title, one.reasons) for one in found.missed]


@LANGUAGES
@pytest.mark.parametrize(
    ("facts", "chinese", "english"),
    [
        ({"done": True, "late": 0}, [], []),
        (
            {"done": False, "late": 0},
            [("合计", "优秀", ("「完成」为否",))],
            [("Total", "优秀", ("完成: no",))],
        ),
        (
            {"done": True, "late": 1},
            [("合计", "优秀", ("总分 4 分，不到 5 分",))],
            [("Total", "优秀", ("the total 4 points, below 5 points",))],
        ),
        (
            {"done": False, "late": 3},
            [("合计", "优秀", ("「完成」为否", "总分 2 分，不到 5 分")), ("合计", "良好", ("总分 2 分，不到 3 分",))],
            [
                ("Total", "优秀", ("完成: no", "the total 2 points, below 5 points")),
                ("Total", "良好", ("the total 2 points, below 3 points",)),
            ],
        ),
        ({"late": 0}, [], []),
        ({"done": True}, [], []),
        (
            {"late": 5},
            [("合计", "优秀", ("总分 0 分，不到 5 分",)), ("合计", "良好", ("总分 0 分，不到 3 分",))],
            [
                ("Total", "优秀", ("the total 0 points, below 5 points",)),
                ("Total", "良好", ("the total 0 points, below 3 points",)),
            ],
        ),
    ],
)
def test_grades_that_are_out_of_reach(facts: Any, chinese: Any, english: Any, language: Language) -> None:
    """A gate that failed tells why; nothing is told of what missing facts leave open, but what they can't help is."""
    assert missed(facts, language) == {"zh": chinese, "en": english}[language]


def test_an_event_that_limits_the_grade() -> None:
    limit = {"clause": "迟报两次以上的不得评优", "when": "item.late >= 2", "grade": "rest"}
    found = missed({"done": True, "late": 2}, limits=[limit])
    assert found == [
        ("合计", "优秀", ("总分 3 分，不到 5 分", "迟报两次以上的不得评优")),
        ("合计", "良好", ("迟报两次以上的不得评优",)),
    ]


def test_grades_of_a_section() -> None:
    written = rubric([item(**GRADED)])
    written.data["sections"][0]["grades"] = GRADES[1:]
    compiled = compiled_from(written)
    values = values_of(compiled, {"item": {"done": True, "late": 4}})
    (found,) = improvements(Scorer(compiled, "zh"), values, "zh").missed
    assert (found.holder.number, found.holder.id, found.holder.title) == ("1", "section_1", "第1项")
    assert (found.title, found.reasons) == ("良好", ("第1项 1 分，不到 3 分",))


def test_what_lifts_a_veto_comes_first() -> None:
    veto = {"clause": "违规的不得分", "when": "misused"}
    fields: Any = {
        "indicators": {"late": COUNT, "misused": {"label": "违规", "kind": "count", "unit": "起"}},
        "rules": [deductions("甲", {"count": "late", "each": 1})],
        "vetoes": [veto],
    }
    result = listed({"late": 2, "misused": 1}, **fields)
    assert [(one.gap, one.gain, one.lifts_veto) for one in result.found] == [
        ("违规减少 1 起，到 0 起", Fraction(3), True)
    ]
    assert [one.title for one in result.vetoed] == ["子项目"]
