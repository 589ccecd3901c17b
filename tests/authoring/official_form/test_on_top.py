"""Points on top of the total, names of stages that are no self-assessment, and several sheets in one form."""

from decimal import Decimal

from kaohe.authoring.drafting.rubric_draft import rubric_data
from kaohe.authoring.official_form.form_reader import official_form
from kaohe.source.form_document import lines

HEAD = "考核表\n\n|考核项目|考核内容|分值|评分标准|{score}|\n"
ROWS = "|管理|制度|60|未建立制度的扣2分|　|\n|管理|台账|40|未建立台账的扣2分|　|\n"
EXTRA = "|加分项|受表扬|5|收到表扬信每次加1分，最多加5分|　|\n"


def _data(text: str) -> dict[str, object]:
    return rubric_data(official_form(lines.rows(text), "form.md"), "form", "zh")


def test_extra_points_are_a_limit() -> None:
    data = _data(HEAD.format(score="得分") + ROWS + EXTRA)
    assert data["points"] == Decimal(100)
    assert data["stages"] == {"self": "得分"}


def test_extra_points_within_the_total_are_points() -> None:
    rows = ROWS.replace("|40|", "|35|")
    assert _data(HEAD.format(score="自评分") + rows + EXTRA)["points"] == Decimal(100)
