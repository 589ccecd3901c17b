"""Names of files that every system takes, and that say whose sheet it is."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaohe.render.files.file_names import LONGEST, safe, sheet_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("甲市", "甲市"),
        ("示例市（本级）", "示例市（本级）"),
        ("a b", "a b"),
        ("a/b:c", "a_b_c"),
        ('\\/:*?"<>|', "_________"),
        ("..", "_"),
        (".", "_"),
        ("", "_"),
        ("   ", "_"),
        (".hidden", "_hidden"),
        ("甲市.", "甲市_"),
        (" 甲市 ", "_甲市_"),
        ("../../etc/passwd", "__.._etc_passwd"),
        ("a\nb\tc\x00", "a_b_c_"),
        ("甲\u200b市\u2028", "甲_市_"),
        ("\ud800", "_"),
        ("CON", "CON_"),
        ("com1", "com1_"),
        ("nul.txt", "nul_.txt"),
        ("console", "console"),
        ("e\u0301", "\u00e9"),
        ("ｱ市", "ｱ市"),
    ],
)
def test_safe(text: str, name: str) -> None:
    assert safe(text) == name


def test_long_names_are_cut() -> None:
    assert safe("市" * 300) == "市" * LONGEST
    assert safe("市" * (LONGEST - 1) + ".x") == "市" * (LONGEST - 1), "and not just before a point"
    assert len(sheet_name("市" * 300, "省厅审定考核分", ".xlsx").encode()) < 255


def test_a_sheet() -> None:
    assert sheet_name("甲市", "自评分", ".xlsx") == "甲市.自评分.xlsx"
    assert sheet_name("a/b", "初评/复评", ".md") == "a_b.初评_复评.md"


@given(st.text(max_size=100))
def test_any_text(text: str) -> None:
    name = safe(text)
    assert name
    assert name.isprintable()
    assert not set(name) & set('\\/:*?"<>|')
    assert name[0] not in " ."
    assert name[-1] not in " ."
    assert unicodedata.normalize("NFC", name) == name
    assert safe(name) == name
    assert len(name.encode()) <= 4 * LONGEST
