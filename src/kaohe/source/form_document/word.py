"""A .docx -> rows: its XML needs no library, and python-docx would lose where merged cells begin."""

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

from kaohe.source.crowded import is_crowded
from kaohe.source.form_document.rows import Cell, FormRow, RowPlace
from kaohe.source.spreadsheet.parts import MALFORMED
from kaohe.source.workbooks import OLE, Unopened

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BODY, _NOTES = "word/document.xml", "word/footnotes.xml"
LARGEST = 50 * 2**20
"""Bytes when unpacked: no form comes near, and what is made to burst stays outside."""
MOST_COLUMNS = 1000
"""Word itself makes no more than 63."""
_SIGNS = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_UNSEEN = (f"{_W}del", f"{_W}moveFrom", _FALLBACK)
"""What was deleted while changes were tracked, and what stands a second time for old programs."""
_WRAPPERS = (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml", f"{_W}smartTag", f"{_W}moveTo")


def rows(content: bytes) -> list[FormRow]:
    """Every paragraph and every row of tables, in order, then the footnotes; raises Unopened."""
    try:
        return _rows(content)
    except RecursionError:  # elements in elements, deeper than any program writes them
        raise Unopened("document-broken") from None


def _rows(content: bytes) -> list[FormRow]:
    found: list[FormRow] = []
    tables = lines = 0
    body, notes = _opened(content)
    for block in _unwrapped(body):
        if block.tag == f"{_W}tbl":
            tables += 1
            found += _table(block, tables)
        elif block.tag == f"{_W}p":
            lines += 1
            if text := _text(block).strip():
                found.append(FormRow((Cell(text),), RowPlace("line", "", lines), in_table=False))
    texts = (_text(note).strip() for note in notes)
    return found + [
        FormRow((Cell(text),), RowPlace("line", "", lines + number), in_table=False)
        for number, text in enumerate(filter(None, texts), 1)
    ]


def _opened(content: bytes) -> "tuple[Element, list[Element]]":
    """The body of a document, and its footnotes."""
    from xml.etree import ElementTree as ET

    if content.startswith(OLE):
        raise Unopened("document-old")
    try:
        if is_crowded(content):
            raise Unopened("document-too-large")
        with ZipFile(BytesIO(content)) as archive:
            body = ET.fromstring(_read(archive, _BODY)).find(f"{_W}body")  # noqa: S314 - expat bounds what entities blow up
            notes = ET.fromstring(_read(archive, _NOTES)) if _NOTES in archive.namelist() else None  # noqa: S314 - as above
    except (*MALFORMED, ET.ParseError):
        raise Unopened("document-broken") from None
    if body is None:
        raise Unopened("document-broken")
    return body, [] if notes is None else notes.findall(f"{_W}footnote")


def _read(archive: ZipFile, name: str) -> bytes:
    if archive.getinfo(name).file_size > LARGEST:
        raise Unopened("document-too-large")
    return archive.read(name)


def _unwrapped(holder: "Element") -> "Iterator[Element]":
    """What stands in an element, also where controls or tracked changes are around it."""
    for child in holder:
        if child.tag in _WRAPPERS:
            yield from _unwrapped(child)
        elif child.tag not in _UNSEEN:
            yield child


def _text(element: "Element") -> str:
    """The words below an element as they are seen; a line for each paragraph."""
    if element.tag == f"{_W}t":
        return element.text or ""
    if element.tag in _SIGNS:
        return _SIGNS[element.tag]
    inner = "".join(_text(child) for child in element if child.tag not in _UNSEEN)
    return f"{inner}\n" if element.tag == f"{_W}p" else inner


def _table(table: "Element", number: int) -> Iterator[FormRow]:
    """The rows of a table, each cell once for every column that it covers."""
    above: dict[int, str] = {}
    rows_of = (row for row in _unwrapped(table) if row.tag == f"{_W}tr")
    for place, row in enumerate(rows_of, 1):
        cells: list[Cell] = [Cell("") for _ in range(_before(row))]
        for cell in (one for one in _unwrapped(row) if one.tag == f"{_W}tc"):
            begins, width = _merged(cell)
            column = len(cells)
            text = _text(cell).strip() if begins else above.get(column, "")
            cells += [Cell(text, not begins or extra > 0) for extra in range(width)]
            above |= dict.fromkeys(range(column, column + width), text)
        yield FormRow(tuple(cells), RowPlace("table", str(number), place))


def _before(row: "Element") -> int:
    """So many columns a row leaves out at its start."""
    return _number(row, f"{_W}trPr/{_W}gridBefore", 0)


def _merged(cell: "Element") -> tuple[bool, int]:
    """Whether a cell begins here and does not go on from the row above, and how many columns it covers."""
    merge = cell.find(f"{_W}tcPr/{_W}vMerge")
    begins = merge is None or merge.get(f"{_W}val") == "restart"
    return begins, max(1, _number(cell, f"{_W}tcPr/{_W}gridSpan", 1))


def _number(element: "Element", path: str, default: int) -> int:
    found = element.find(path)
    written = "" if found is None else found.get(f"{_W}val", "")
    if not written.isdecimal():
        return default
    if len(written) > len(str(MOST_COLUMNS)) or int(written) > MOST_COLUMNS:
        raise Unopened("document-broken")
    return int(written)
