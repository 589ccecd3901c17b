"""Texts with changes in a workbook: their fonts, their words, and nothing that a file can't hold."""

from io import BytesIO

from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock

from kaohe.authoring.comparing.stretches import marked
from kaohe.render.words.marked_words import marked_said
from kaohe.render.xlsx.tables_workbook import tables_bytes
from kaohe.results.marked_text import MarkedText
from kaohe.results.plain_table import PlainTable, TableColumn, TableRow


def _cell(text: MarkedText) -> object:
    table = PlainTable("changes", "对照", (TableColumn("内容", "long"),), (TableRow((text,)),))
    content = tables_bytes([table], "zh")
    assert content == tables_bytes([table], "zh")
    return load_workbook(BytesIO(content), rich_text=True).worksheets[0]["A3"].value


def test_fonts() -> None:
    text = marked("增加1%以上，扣完为止", "增加2%以上")
    found = _cell(text)
    assert isinstance(found, CellRichText)
    assert str(found) == marked_said(text, "zh") == "增加【1%→2%】以上【删：，扣完为止】"
    blocks = [one for one in found if isinstance(one, TextBlock)]
    assert [one.text for one in blocks if one.font.strike] == ["1%", "，扣完为止"]
    assert [one.text for one in blocks if one.font.u] == ["2%"]


def test_hostile_words() -> None:
    assert str(_cell(marked("=1+1", "=1+1\x07_x0041_"))) == "=1+1【增：□_x0041_】"


def test_what_is_too_long_for_one_row_has_its_words_alone() -> None:
    long = "很长的一句话，" * 400
    found = _cell(marked(long, f"{long}完"))
    assert isinstance(found, str)
    assert long.startswith(found)
