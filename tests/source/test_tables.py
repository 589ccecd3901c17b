"""CSV files as offices write them: encodings, delimiters, quotes, empty rows; and rows as documents with places."""

import pickle
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from kaohe.problems import Problem, Problems
from kaohe.source.file_kinds import table_and_row
from kaohe.source.spreadsheet.book import Book
from kaohe.source.table_row import Columns, TableRow, table_row
from kaohe.source.tables import Table, read_table, sheet_table

TEXT = "rubric,单位\n细则,甲市\n"
ROWS = [(2, ["细则", "甲市"])]


def read(folder: Path, content: bytes) -> Table:
    path = folder / "表.csv"
    path.write_bytes(content)
    return read_table(str(path))


def texts(table: Table) -> list[tuple[int, list[str]]]:
    return [(number, [cell.text if cell else "" for cell in row]) for number, row in table.rows]


def refused(folder: Path, content: bytes) -> list[tuple[str, int, int]]:
    with pytest.raises(Problems) as found:
        read(folder, content)
    return [(one.code, one.line, one.column) for one in found.value.problems]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_what_offices_write(tmp_path: Path, encoding: str, end: str, delimiter: str) -> None:
    text = TEXT.replace("\n", end).replace(",", delimiter)
    table = read(tmp_path, text.encode(encoding))
    assert (table.header, table.names, texts(table)) == (1, ["rubric", "单位"], ROWS)


def test_rows_are_counted_as_a_spreadsheet_counts_them(tmp_path: Path) -> None:
    table = read(tmp_path, '\n,\n a ,b\n"一\n二","x,""y"""\n　,\n3'.encode())
    assert (table.header, table.names) == (3, ["a", "b"])
    assert texts(table) == [(4, ["一\n二", 'x,"y"']), (6, ["3"])]


@pytest.mark.parametrize("text", ["", "\n", " , ,\n", "a,b\n", "a,b\n,\n"])
def test_without_rows_there_is_no_unit(tmp_path: Path, text: str) -> None:
    assert refused(tmp_path, text.encode()) == [("table-empty", 1, 1)]


@pytest.mark.parametrize("text", ['a\n"b\nc\n', 'a\n"b"c\n'])
def test_a_quote_without_its_partner(tmp_path: Path, text: str) -> None:
    assert refused(tmp_path, text.encode()) == [("table-quotes", 2, 1)]


def test_what_is_no_text(tmp_path: Path) -> None:
    assert refused(tmp_path, b"a\nb\0\n") == [("not-text", 2, 2)]
    assert refused(tmp_path, "单位\n".encode() + b"\xff\n") == [("not-text", 2, 1)]
    assert refused(tmp_path, b"a" * 10_000_001) == [("file-too-large", 1, 1)]


def row() -> TableRow:
    columns: Columns = {("unit",): 2, ("indicators",): 3, ("indicators", "a"): 3, ("indicators", "a", "b"): 3}
    data = {"unit": "甲市", "indicators": {"a": {"b": {"x": 1}}}}
    return table_row("表.csv", 5, data, 1, columns)


def test_a_row_knows_the_cell_of_each_of_its_parts() -> None:
    one = row()
    assert (one.path, one.file, one.problems) == ("表.csv:5", "表.csv", ())
    assert one.position(("unit",)) == (5, 2)
    assert one.position(("indicators", "a", "b", "x")) == (5, 3)
    assert one.position(("indicators", "a", "b"), key=True) == (1, 3)
    assert one.position(("stage",)) == (5, 1)


def test_a_row_of_a_workbook_names_the_sheet() -> None:
    one = replace(row(), sheet="汇总")
    assert one.problem("row-twice", ("unit",), {}).place == "表.csv:汇总!B5"
    assert row().problem("unknown-column", ("unit",), {}, key=True).place == "表.csv:1:2"


@pytest.mark.parametrize(
    ("path", "found"),
    [("表.csv:5", ("表.csv", 5)), ("表.xlsx:12", ("表.xlsx", 12)), ("表.xlsx", ("表.xlsx", 0)), ("a:5", ("a:5", 0))],
)
def test_the_row_that_a_path_is_of(path: str, found: tuple[str, int]) -> None:
    assert table_and_row(path) == found


def test_a_row_for_another_process() -> None:
    one = row()
    there = pickle.loads(pickle.dumps(one))  # noqa: S301 - our own
    assert there == one
    assert there.position(("unit",)) == (5, 2)


def test_the_head_of_a_row() -> None:
    head = row().head()
    assert head.data == {"unit": "甲市", "indicators": None}
    assert (head.path, head.position(("unit",))) == ("表.csv:5", (5, 2))


def test_a_file_of_one_unit_is_its_own(tmp_path: Path) -> None:
    from kaohe.source import read as read_yaml

    path = tmp_path / "甲市.yaml"
    path.write_text("unit: 甲市\n", encoding="utf-8")
    document = read_yaml(str(path))
    found: tuple[Problem, ...] = document.problems
    assert (document.file, found) == (str(path), ())


def test_an_empty_sheet_is_no_table() -> None:
    book, content = Workbook(), BytesIO()
    page = book.worksheets[0]
    page["A1"] = "  "
    book.save(content)
    assert sheet_table("表.xlsx", Book(content.getvalue()), "Sheet") is None


def test_characters_that_a_terminal_would_obey(tmp_path: Path) -> None:
    text = "rubric,单位\n细则,甲\x1b[31m市\n细则,乙\x9b市\n细则,\x7f,\x1b\n"
    assert refused(tmp_path, text.encode()) == [
        ("control-character", 2, 2),
        ("control-character", 3, 2),
        ("control-character", 4, 2),
        ("control-character", 4, 3),
    ]
