"""Lines that wait to be filled in, chapters of prose, and words below the table that are of all its items."""

from typing import Any

import pytest

from kaohe.authoring.drafting.left_beside import drains
from kaohe.authoring.drafting.rubric_draft import rubric_data
from kaohe.authoring.official_form.form_reader import official_form
from kaohe.authoring.official_form.model import OfficialForm
from kaohe.source.form_document import lines

TABLE = "|序号|项目|分值|评分标准|得分|\n|1|甲项|6|迟报一次扣1分||\n|2|乙项|4|漏报一次扣1分||"


def _form(text: str) -> OfficialForm:
    return official_form(lines.rows(text), "form.md")


def _data(text: str) -> dict[str, Any]:
    return rubric_data(_form(text), "form", "zh")


def test_a_row_to_fill_in_is_no_head() -> None:
    form = _form(f"中队考核表\n\n|中队：|||考核月份：  年  月||\n{TABLE}")
    assert [one.text for one in form.beside] == ["中队：", "考核月份：年月"]


def test_signatures_are_no_item() -> None:
    form = _form(f"中队考核表\n\n{TABLE}\n|考核人：|||中队负责人：||")
    assert [one.title for _, one in form.items()] == ["甲项", "乙项"]
    assert [one.text for one in form.beside] == ["考核人：　中队负责人："]
    assert not form.remarks


def test_a_heading_begins_a_section() -> None:
    form = _form(f"考核表\n\n## 一、工作（10分）\n\n{TABLE}\n\n## 加分与扣分事项\n\n{TABLE}")
    assert [one.title for one in form.sections] == ["一、工作", "加分与扣分事项"]


def test_points_behind_a_comma() -> None:
    form = _form(
        "考核办法\n\n第二章 文明服务（满分14分）\n\n（一）网点环境，分值8分。每发现一处不符合要求的扣0.2分。\n"
        "（二）仪容仪表，分值6分。未佩戴工牌的，每人次扣0.5分。\n\n附则 加减分\n\n（一）加分。获得称号的加2分。\n"
    )
    assert [one.title for one in form.sections] == ["第二章文明服务", "附则加减分"]
    assert [(one.title, one.points) for _, one in form.items()] == [("网点环境", 8), ("仪容仪表", 6), ("加分", None)]


def test_what_is_said_of_all_items_raises_no_doubt() -> None:
    plain, said = _data(f"考核表\n\n{TABLE}"), _data(f"考核表\n\n{TABLE}\n\n注：各项扣完为止，不计负分。")
    assert [one["id"] for item in _items(plain) for one in item["rules"][0]["readings"]] == ["floor", "floor"]
    assert not any("readings" in item["rules"][0] for item in _items(said))
    assert "todo" not in said
    assert "注：各项扣完为止，不计负分。" in said["comments"]


def _items(data: dict[str, Any]) -> list[dict[str, Any]]:
    return [item for section in data["sections"] for item in section["items"]]


@pytest.mark.parametrize(
    ("words", "all_of_them"),
    [
        ("扣完该项分值为限", True),
        ("注：1.本表满分100分；2.单项扣分扣完为止。", True),
        ("考核实行百分制，各项分值扣完为止，不倒扣。", True),
        ("备注：扣分项扣完为止，不计负分；奖励在总分基础上加减。", True),
        ("总分100分。各项扣分不超过该项分值。", True),
        ("加分项加完为止", False),
        ("各项扣分可以倒扣", False),
    ],
)
def test_words_of_all_items(words: str, *, all_of_them: bool) -> None:
    assert drains(words) == all_of_them


def test_numbers_are_no_titles() -> None:
    """项目分 holds a section's points."""
    rows = "|组织管理|15|机构人员|5|未成立的扣5分|\n|组织管理|15|养护资金|10|未到位的扣10分|"
    form = _form(f"考核表\n\n|考核项目|项目分|考核内容|标准分|评分细则|\n{rows}")
    assert [f"{one.title} {one.points}" for _, one in form.items()] == ["机构人员 5", "养护资金 10"]
    assert [f"{one.title} {one.printed}" for one in form.sections] == ["组织管理 15"]
