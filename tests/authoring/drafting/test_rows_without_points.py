"""Rows whose points are not printed: awards that may be added up or exclude each other are left to do."""

from typing import Any

from kaohe.authoring.drafting.rubric_draft import rubric_data
from kaohe.authoring.official_form.form_reader import official_form
from kaohe.source.form_document import lines


def _item(method: str) -> dict[str, Any]:
    text = f"考核表\n|项目|分值|评分标准|\n|部署|5|有部署得5分|\n|专题研究||{method}|"
    data = rubric_data(official_form(lines.rows(text), "form.md"), "form", "zh")
    found: dict[str, Any] = data["sections"][0]["items"][1]
    return found


def test_several_awards() -> None:
    item = _item("专题研究2次计8分，建立台账计7分")
    assert "rules" not in item
    assert [one["why"] for one in item["todo"]] == [
        "分值栏里没有分数，几处得分是相加还是只取一处，没有写明",
        "分值栏里没有分数，几处得分是相加还是只取一处，没有写明",
        "分值栏是空的，暂按评分办法里的分",
    ]


def test_one_award() -> None:
    item = _item("建立台账计7分")
    assert [one["points"] for one in item["rules"]] == [7]
    assert [one["why"] for one in item["todo"]] == ["分值栏是空的，暂按评分办法里的分"]
