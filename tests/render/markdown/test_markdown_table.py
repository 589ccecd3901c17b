"""A plain table in Markdown: headings by rank, lines within cells, nothing that breaks them."""

from fractions import Fraction

import pytest

from kaohe.render.markdown import markdown_table
from kaohe.results.plain_table import PlainTable, TableColumn, TableRow

COLUMNS = (TableColumn("编\n号"), TableColumn("分", "number"))
FULL = PlainTable("full", "甲|题", COLUMNS, (TableRow(("a|b\n<c>", Fraction(1, 2))),), ("_前_",), ("后",))
EMPTY = PlainTable("empty", "乙", COLUMNS, ())


def test_the_first_is_the_document_and_others_are_its_parts() -> None:
    assert markdown_table.text([FULL, EMPTY], "zh").splitlines() == [
        "# 甲\\|题",
        "",
        "\\_前\\_",
        "",
        "| 编<br>号 | 分 |",
        "| --- | ---: |",
        "| a\\|b<br>&lt;c> | 0.5 |",
        "",
        "后",
        "",
        "## 乙",
    ]


@pytest.mark.parametrize(
    ("written", "escaped"),
    [
        ("- 甲", "\\- 甲"),
        ("> 甲", "\\> 甲"),
        ("\n\n    甲", "甲"),
        ("1. 甲", "1\\. 甲"),
        ("12) 甲", "12\\) 甲"),
        ("===", "\\==="),
        ("~~~甲", "\\~\\~\\~甲"),
        ("甲 - 乙", "甲 - 乙"),
        ("1.5 分", "1.5 分"),
    ],
)
def test_a_note_opens_nothing(written: str, escaped: str) -> None:
    assert markdown_table.paragraph(written) == escaped
