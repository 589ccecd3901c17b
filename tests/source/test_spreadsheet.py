"""Workbooks as cells: what they keep is read as it stands, what is broken or made to burst is refused at once."""

import re
from collections.abc import Mapping
from datetime import date
from io import BytesIO
from time import process_time
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import Workbook
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet

from kaohe.source.spreadsheet import parts, sheet_cells
from kaohe.source.spreadsheet.book import Book
from kaohe.source.spreadsheet.sheet_cells import Cell
from kaohe.source.workbooks import Unopened
from support.raw_workbooks import with_parts, workbook

SHEET, STRINGS, CONTENTS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml"
HEAD = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
TAIL = b"</sheetData></worksheet>"


def rows(xml: bytes, strings: bytes = b"") -> dict[int, dict[int, Cell]]:
    parts = {SHEET: HEAD + xml + TAIL, **({STRINGS: strings} if strings else {})}
    return Book(with_parts(parts)).cells("Sheet" if not parts else "甲")


def text(said: str, formula: str | None = None) -> Cell:
    return Cell("text", said, "number", formula)


class TestCells:
    @pytest.mark.parametrize(
        ("value", "form", "expected"),
        [
            (7, "General", Cell("number", "7", "number")),
            (0.865, "0.00%", Cell("number", "0.865", "percent")),
            (0.5, '[Red]0"%"', Cell("number", "0.5", "number")),
            (0.5, "0\\%", Cell("number", "0.5", "number")),
            (date(2012, 3, 31), "yyyy-mm-dd", Cell("number", "40999", "date")),
            (40999, 'yyyy"年"m"月"', Cell("number", "40999", "date")),
            (3, '0"年"', Cell("number", "3", "number")),
            (3, "#,##0_);(#,##0)", Cell("number", "3", "number")),
            (True, "General", Cell("flag", "1", "number")),
            (" 7 ", "General", text(" 7 ")),
            ("a_x0041_", "General", text("aA")),
            ("a_xD83D_b", "General", text("a b")),
            ("a_x001B_[31m\x9b_x000A_b", "General", text("a [31m \nb")),
            ("#REF!", "General", Cell("error", "#REF!", "number")),
            ("=A2*2", "General", Cell("unknown", "", "number", "A2*2")),
        ],
    )
    def test_what_is_kept(self, value: Any, form: str, expected: Cell) -> None:
        def fill(sheet: Worksheet) -> None:
            sheet["A1"].value, sheet["A1"].number_format = value, form

        assert Book(workbook(fill)).cells("甲") == {1: {1: expected}}

    @pytest.mark.parametrize(
        ("xml", "expected"),
        [
            (b'<row r="2"><c r="AB2"><v>7</v></c></row>', {2: {28: Cell("number", "7", "number")}}),
            (
                b"<row><c/><c><v>7</v></c></row><row><c><v>8</v></c></row>",
                {1: {2: Cell("number", "7", "number")}, 2: {1: Cell("number", "8", "number")}},
            ),
            (b'<row><c t="str"><f>B1</f><v>x</v></c></row>', {1: {1: text("x", "B1")}}),
            (b'<row><c t="str"><f>B1</f><v></v></c></row>', {1: {1: text("", "B1")}}),
            (b'<row><c t="e"><f>1/0</f><v>#DIV/0!</v></c></row>', {1: {1: Cell("error", "#DIV/0!", "number", "1/0")}}),
            (b'<row><c t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c></row>', {1: {1: text("ab")}}),
            (b'<row><c s="99"><v>7</v></c></row>', {1: {1: Cell("number", "7", "number")}}),
            (
                b'<row><c><f t="shared" si="0">[1]S!A1</f><v>1</v></c><c><f t="shared" si="0"/><v>2</v></c></row>',
                {1: {1: Cell("number", "1", "number", "[1]S!A1"), 2: Cell("number", "2", "number", "[1]S!A1")}},
            ),
            (b'<row><c s="1"/><c r="B1"><v/></c></row>', {}),
        ],
    )
    def test_what_other_programs_write(self, xml: bytes, expected: Any) -> None:
        assert rows(xml) == expected

    def test_texts_that_are_shared(self) -> None:
        strings = "<sst><si><t>重</t><rPh><t>zhong</t></rPh></si><si><r><t>a</t></r><r><t>b</t></r></si></sst>"
        found = rows(b'<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>', strings.encode())
        assert found == {1: {1: text("重"), 2: text("ab")}}

    def test_prefixes_do_not_matter(self) -> None:
        xml = (
            b'<x:worksheet xmlns:x="u"><x:sheetData><x:row><x:c><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>'
        )
        assert Book(with_parts({SHEET: xml})).cells("甲") == {1: {1: Cell("number", "7", "number")}}

    def test_the_first_row_alone(self) -> None:
        def fill(sheet: Worksheet) -> None:
            sheet.append([1, 2])
            sheet.append([3])

        book = Book(workbook(fill))
        assert book.first("甲") == {1: Cell("number", "1", "number"), 2: Cell("number", "2", "number")}
        assert book.cells("甲")[2] == {1: Cell("number", "3", "number")}
        assert book.first("甲") == book.cells("甲")[1]


class TestTheRest:
    def test_names_of_cells(self) -> None:
        content = BytesIO()
        book = Workbook()
        book.create_sheet("考 核'表")
        others = {"c": "Sheet!$A$1:$B$2", "d": "1+1", "e": f"Sheet!$A${'9' * 5000}"}
        for name, place in {"a": "Sheet!$B$3", "b": "'考 核''表'!$AA$10", **others}.items():
            book.defined_names[name] = DefinedName(name, attr_text=place)
        book.save(content)
        assert Book(content.getvalue()).names == {"a": ("Sheet", 3, 2), "b": ("考 核'表", 10, 27)}

    def test_what_else_is_said(self) -> None:
        book = Book(workbook())
        assert (book.titles, book.creator, book.has_macros, book.since_1904) == (("甲",), "openpyxl", False, False)

    def test_macros(self) -> None:
        assert Book(with_parts({"xl/vbaProject.bin": b""})).has_macros

    def test_dates_from_1904(self) -> None:
        with ZipFile(BytesIO(workbook())) as archive:
            contents = archive.read(CONTENTS)
        since = re.sub(rb"<workbookPr ?/>", b'\n <workbookPr date1904="1"/>', contents)
        assert since != contents
        assert Book(with_parts({CONTENTS: since})).since_1904

    def test_a_place_from_the_top(self) -> None:
        """Some programs write the whole way to a part, others the way from the folder."""
        with ZipFile(BytesIO(workbook(lambda sheet: sheet.append([1])))) as archive:
            relations = archive.read("xl/_rels/workbook.xml.rels")
        assert b'"/xl/worksheets' in relations
        near = relations.replace(b'"/xl/worksheets', b'"worksheets')
        content = with_parts({"xl/_rels/workbook.xml.rels": near}, workbook(lambda sheet: sheet.append([1])))
        assert Book(content).cells("甲") == {1: {1: Cell("number", "1", "number")}}


def _bomb(name: str) -> tuple[Mapping[str, bytes], str]:
    """The parts of a workbook, and what is said of it."""
    laughs = b"".join(b'<!ENTITY l%d "%s">' % (one, b"&l%d;" % (one - 1) * 10) for one in range(1, 10))
    bomb = b'<!DOCTYPE sst [<!ENTITY l0 "ha">' + laughs + b"]><sst><si><t>&l9;</t></si></sst>"
    shared = HEAD + b'<row><c t="s"><v>0</v></c></row>' + TAIL
    match name:
        case "entities":
            return {STRINGS: bomb, SHEET: shared}, "workbook-entities"
        case "blanks":
            return {SHEET: HEAD + b" " * 300_000_000 + TAIL}, "workbook-too-large"
        case "blanks just small enough":
            return {SHEET: HEAD + b" " * 150_000_000 + b"<"}, "workbook-broken"
        case "cells":
            return {SHEET: HEAD + (b"<row>" + b"<c/>" * 10_000 + b"</row>") * 110}, "entry-too-large"
    return {SHEET: HEAD + b"<x>" * 1_000_000}, "workbook-broken"


class TestWhatIsRefused:
    @pytest.mark.parametrize("name", ["entities", "blanks", "blanks just small enough", "cells", "deep"])
    def test_bombs_in_time(self, name: str) -> None:
        parts, code = _bomb(name)
        content, start = with_parts(parts), process_time()
        with pytest.raises(Unopened) as found:
            Book(content).cells("甲")
        assert found.value.code == code
        assert process_time() - start < 30

    @pytest.mark.parametrize(
        ("part", "content"),
        [
            (SHEET, b"<worksheet><sheetData>"),
            (SHEET, HEAD + b"<row><c><v>x</v></c></row>" + TAIL),
            (SHEET, HEAD + b"<row><c><v>1E999</v></c></row>" + TAIL),
            (SHEET, HEAD + b'<row><c t="s"><v>9</v></c></row>' + TAIL),
            (SHEET, HEAD + b'<row r="x"/>' + TAIL),
            (CONTENTS, b"<workbook><sheets><sheet/></sheets></workbook>"),
            ("xl/styles.xml", b"<styleSheet><numFmts><numFmt/></numFmts></styleSheet>"),
        ],
    )
    def test_what_no_workbook_says(self, part: str, content: bytes) -> None:
        own = workbook(lambda sheet: sheet.append([1]))
        with pytest.raises(Unopened) as found:
            Book(with_parts({part: content}, own)).cells("甲")
        assert found.value.code == "workbook-broken"

    def test_a_part_that_is_damaged(self) -> None:
        content = bytearray(workbook(lambda sheet: sheet.append(["x" * 100])))
        with ZipFile(BytesIO(bytes(content))) as archive:
            start = archive.getinfo(SHEET).header_offset + len(SHEET) + 32
        content[start : start + 20] = b"\xff" * 20
        with pytest.raises(Unopened) as found:
            Book(bytes(content)).cells("甲")
        assert found.value.code == "workbook-broken"

    def test_sheets_without_a_part_are_empty(self) -> None:
        relations = b'<Relationships><Relationship Id="rId9" Target="x.xml"/></Relationships>'
        assert Book(with_parts({"xl/_rels/workbook.xml.rels": relations})).cells("甲") == {}

    def test_as_many_cells_as_there_may_be(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sheet_cells, "MOST_CELLS", 3)
        content = workbook(lambda sheet: sheet.append([1, 2]))
        assert len(Book(content).cells("甲")[1]) == 2
        with pytest.raises(Unopened):
            Book(workbook(lambda sheet: sheet.append([1, 2, 3]))).cells("甲")

    @pytest.mark.parametrize(
        "row",
        [
            *(f'<row r="1"><c r="{place}"><v>1</v></c></row>' for place in ("General", "AAAAAAA1", "XFE1", "1", "甲1")),
            *(f'<row r="{place}"><c><v>1</v></c></row>' for place in ("0", "-1", "1048577", "9" * 5000)),
        ],
    )
    def test_places_that_no_spreadsheet_has(self, row: str) -> None:
        with pytest.raises(Unopened) as found:
            Book(with_parts({SHEET: HEAD + row.encode() + TAIL})).cells("甲")
        assert found.value.code == "workbook-broken"

    def test_cells_that_are_left_out_take_room_too(self) -> None:
        rows = b'<row><c r="XFD1"><v>1</v></c></row>'
        assert len(Book(with_parts({SHEET: HEAD + rows * 30 + TAIL})).cells("甲")) == 30
        with pytest.raises(Unopened) as found:
            Book(with_parts({SHEET: HEAD + rows * 31 + TAIL})).cells("甲")
        assert found.value.code == "entry-too-large"

    @pytest.mark.parametrize("tag", ["v", "f"])
    def test_a_text_without_end(self, tag: str) -> None:
        cell = f'<row><c t="str"><{tag}>{"a" * 100_001}</{tag}></c></row>'.encode()
        with pytest.raises(Unopened) as found:
            Book(with_parts({SHEET: HEAD + cell + TAIL})).cells("甲")
        assert found.value.code == "entry-too-large"

    def test_tags_without_end(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(parts, "MOST_TAGS", 1000)
        with pytest.raises(Unopened) as found:
            Book(with_parts({"xl/styles.xml": b"<styleSheet><cellXfs>" + b"<xf/>" * 1000})).cells("甲")
        assert found.value.code == "entry-too-large"
