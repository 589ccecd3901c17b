"""Forms as text: tables with bars or tabs, and Word's own text with a tab before each cell."""

from kaohe.source.form_document import lines


def _texts(text: str) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in lines.rows(text)]


def test_a_table_with_bars() -> None:
    text = "# 考核表\n\n| 项目 | 分值 |\n|:---|---:|\n| 甲<br>乙 | 5 |\n| 丙\\|丁 | |\n备注"
    assert _texts(text) == [["考核表"], ["项目", "分值"], ["甲\n乙", "5"], ["丙|丁", ""], ["备注"]]
    assert [row.place.number for row in lines.rows(text)] == [1, 3, 5, 6, 7]
    assert [row.in_table for row in lines.rows(text)] == [False, True, True, True, False]


def test_a_table_with_bars_only_between() -> None:
    assert _texts("项目 | 分值 | 办法\n---|---|---\n甲 | 5 | 得5分") == [["项目", "分值", "办法"], ["甲", "5", "得5分"]]


def test_a_table_with_tabs() -> None:
    assert _texts("考核表\n项目\t分值\n甲\t5\t\n") == [["考核表"], ["项目", "分值"], ["甲", "5", ""]]


WORD = (
    "附件：\n考核表\n\n\t项目\n\t分值\n\t得\n\n分\n\n\t甲\n\n乙\n\n\t5\n\t\n\n\t\n\t丙\n\t\n"
    "\n\n\t项目\n\t分值\n\t得分\n\n\n备注"
)


def test_words_own_text() -> None:
    """An empty line before a cell ends a row, or the paragraphs of the cell before it; the width tells."""
    assert _texts(WORD) == [
        ["附件："],
        ["考核表"],
        ["项目", "分值", "得\n分"],
        ["甲\n乙", "5", ""],
        ["", "丙", ""],
        ["项目", "分值", "得分"],
        ["备注"],
    ]
    assert [row.place.number for row in lines.rows(WORD)] == [1, 2, 4, 10, 17, 22, 27]


def test_words_own_text_with_rows_of_other_widths() -> None:
    assert _texts("\t甲\n\t乙\n\n\t丙\n\t丁\n\n\t全表说明") == [["甲", "乙"], ["丙", "丁"], ["全表说明"]]


def test_no_table() -> None:
    assert _texts("一行\n\n两行") == [["一行"], ["两行"]]


def test_marks_of_markdown_are_no_words() -> None:
    text = "**考核表**\n> 注：**一**\n- 标准：甲\n### 1.1 乙\n| **合计** | 5 |\n"
    assert _texts(text) == [["考核表"], ["注：一"], ["标准：甲"], ["1.1 乙"], ["合计", "5"]]
