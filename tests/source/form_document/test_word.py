"""Word's documents: paragraphs, merged cells, what is not seen, and what can't be opened."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from kaohe.source.form_document import word
from kaohe.source.form_document.rows import Cell, RowPlace
from kaohe.source.workbooks import Unopened
from support.word_documents import Merged, document, paragraph, table


def test_paragraphs_and_tables_in_order() -> None:
    found = word.rows(document(paragraph("标题"), paragraph(" "), table([["甲", "乙"]]), paragraph("备注")))
    assert [[cell.text for cell in row.cells] for row in found] == [["标题"], ["甲", "乙"], ["备注"]]
    assert [row.in_table for row in found] == [False, True, False]
    assert [row.place for row in found] == [RowPlace("line", "", 1), RowPlace("table", "1", 1), RowPlace("line", "", 3)]


def test_cells_merged_down_and_across() -> None:
    rows: list[list[Merged | str]] = [
        [Merged("一", down="restart"), Merged("宽", columns=2)],
        [Merged(down="continue"), "乙", "丙"],
        ["二", "丁", "戊"],
    ]
    found = word.rows(document(table(rows)))
    assert [row.cells for row in found] == [
        (Cell("一"), Cell("宽"), Cell("宽", continued=True)),
        (Cell("一", continued=True), Cell("乙"), Cell("丙")),
        (Cell("二"), Cell("丁"), Cell("戊")),
    ]


def test_a_merge_that_nothing_begins() -> None:
    found = word.rows(document(table([[Merged(down="continue"), "乙"]])))
    assert found[0].cells == (Cell("", continued=True), Cell("乙"))


def test_lines_tabs_and_hyphens_within_a_cell() -> None:
    inner = "<w:r><w:t>得</w:t><w:tab/><w:t>2分</w:t><w:br/><w:t>扣完</w:t><w:noBreakHyphen/><w:cr/><w:t/></w:r>"
    block = f"<w:tbl><w:tr><w:tc><w:p>{inner}</w:p><w:p><w:r><w:t>止</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    assert word.rows(document(block))[0].cells == (Cell("得 2分\n扣完-\n\n止"),)


def test_what_was_deleted_is_not_seen_and_what_was_inserted_is() -> None:
    block = (
        "<w:p><w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>"
        "<w:r><mc:AlternateContent><mc:Choice><w:t>框</w:t></mc:Choice><mc:Fallback><w:t>框</w:t></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p><w:del><w:p/></w:del><w:bookmarkStart/>"
    )
    assert word.rows(document(block))[0].cells == (Cell("新框"),)


def test_tables_within_controls_and_rows_that_begin_further_right() -> None:
    row = '<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr><w:tc><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:tc></w:tr>'
    block = f"<w:sdt><w:sdtContent><w:tbl><w:tblPr/>{row}</w:tbl></w:sdtContent></w:sdt>"
    assert word.rows(document(block))[0].cells == (Cell(""), Cell("乙"))


def test_footnotes_come_last() -> None:
    notes = (
        f'<w:footnote w:type="separator"><w:p/></w:footnote><w:footnote>{paragraph("弄虚作假的不得分")}</w:footnote>'
    )
    found = word.rows(document(paragraph("标题"), notes=notes))
    assert [[cell.text for cell in row.cells] for row in found] == [["标题"], ["弄虚作假的不得分"]]
    assert found[1].place == RowPlace("line", "", 2)


def _zip(name: str, content: str) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        archive.writestr(name, content)
    return packed.getvalue()


def _flipped(content: bytes) -> bytes:
    """Packed by a method that there is not."""
    at = content.rindex(b"PK\x01\x02") + 10
    return content[:at] + b"\x63" + content[at + 1 :]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (bytes.fromhex("d0cf11e0a1b11ae1"), "document-old"),
        (b"no zip", "document-broken"),
        (_zip("other.xml", ""), "document-broken"),
        (_zip("word/document.xml", "<w"), "document-broken"),
        (_zip("word/document.xml", "<document/>"), "document-broken"),
        (_zip("word/document.xml", '<?xml version="1.0" encoding="x"?><w/>'), "document-broken"),
        (document("<w:p>" * 3000 + "</w:p>" * 3000), "document-broken"),
        (document("<w:sdt>" * 3000 + "</w:sdt>" * 3000), "document-broken"),
        (document(table([[Merged("甲", columns=1001)]])), "document-broken"),
        (document(table([[Merged("甲", columns=1001)]]).replace("1001", "9" * 5000)), "document-broken"),
        (document("<w:p/>" * 2_000_001), "document-too-large"),
        (_flipped(document(paragraph("甲" * 300))), "document-broken"),
    ],
    ids=[
        *("old", "no zip", "no document", "no XML", "no body", "no encoding", "paragraphs in paragraphs"),
        *("controls in controls", "columns", "a number of 5000 digits", "paragraphs without end", "bytes flipped"),
    ],
)
def test_unopened(content: bytes, code: str) -> None:
    with pytest.raises(Unopened) as refused:
        word.rows(content)
    assert refused.value.code == code


def test_what_would_burst_stays_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word, "LARGEST", 10)
    with pytest.raises(Unopened) as refused:
        word.rows(document(paragraph("大")))
    assert refused.value.code == "document-too-large"
