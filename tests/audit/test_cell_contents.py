from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from kaohe.audit.cell_contents import Content, Formula, contents, same, shown


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        (8, 8.0, True),
        (8, "8", False),
        (8, None, False),
        (0, None, False),
        (1 / 3, 0.333333333333333, True),
        (5 / 11, 0.4545454545454545, True),
        (1 / 3, 0.3333333333333, False),
        (7.5, 7.500001, False),
        ("甲", "甲", True),
        ("甲", "乙", False),
        (Formula("=1+7", "8"), 8, False),
    ],
)
def test_same(one: Content, other: Content, equal: bool) -> None:  # noqa: FBT001 - a fact of the case
    assert same(one, other) is same(other, one) is equal


def test_contents_as_programs_save_them() -> None:
    book = Workbook()
    page = book.worksheets[0]
    for value in ("a\r\nb", "a_x000D_b", "  ", True, "=A1", 0):
        page.append([value])
    page["A7"], page["A7"].data_type = "=甲", "s"
    file = BytesIO()
    book.save(file)
    found = contents(load_workbook(file).worksheets[0])
    assert found == {
        (1, 1): "a\nb",
        (2, 1): "a\nb",
        (4, 1): "True",
        (5, 1): Formula("=A1", None),
        (6, 1): 0,
        (7, 1): "=甲",
    }


@pytest.mark.parametrize(
    ("content", "other", "text"),
    [
        (None, 8, "空白"),
        (8, "8", "8"),
        ("8", 8, "“8”"),
        (Formula("=A1", None), 8, "公式 =A1（没有算过）"),
        (Formula("=A1", "7.5"), 8, "公式 =A1（结果 7.5）"),
        ("上" * 100 + "下" + "上" * 100, "上" * 201, "“…" + "上" * 8 + "下" + "上" * 23 + "…”"),
        ("上" * 40, "上" * 41, "“…" + "上" * 32 + "”"),
        ("甲\n乙", None, "“甲 乙”"),
    ],
)
def test_shown(content: Content, other: Content, text: str) -> None:
    assert shown(content, other, "zh") == text


def test_a_formula_that_is_made_to_burst_is_cut() -> None:
    told = shown(Formula("=" + "A" * 100_000, "8"), None, "zh")
    assert len(told) < 400
    assert "A…" in told
