"""A drawn workbook as a file, the same bytes for the same content, without the moment it was written in.

openpyxl writes the same parts in five times the time: each sheet goes to a file on disk, all is compressed twice, and
what every workbook has is made anew.
"""

import re
from collections.abc import Hashable, Mapping
from functools import cache
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.packaging.extended import ExtendedProperties
from openpyxl.styles.stylesheet import write_stylesheet
from openpyxl.workbook import Workbook
from openpyxl.workbook._writer import WorkbookWriter
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter
from openpyxl.writer.theme import theme_xml
from openpyxl.xml import constants
from openpyxl.xml.functions import Element, tostring

from kaohe.render.xlsx import sheet_rows
from kaohe.render.xlsx.worked_on import EPOCH, PROPERTIES

# ruff: noqa: SLF001 - openpyxl's writers have no public way in

_DATES = re.compile(rb"<dcterms:(created|modified)\b.*?</dcterms:\1>", re.DOTALL)
_ROWS, _MERGED = b"<sheetData />", b"<mergeCells />"


def file_bytes(workbook: Workbook) -> bytes:
    """The whole file."""
    return archived(parts(workbook))


def parts(workbook: Workbook) -> Mapping[str, bytes]:
    """What the file is put together from, by name."""
    found: Any = _Parts()
    _Writer(workbook, found).save()
    return dict(found.contents)


def archived(contents: Mapping[str, bytes]) -> bytes:
    """Parts by their names as a workbook's file."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            entry = ZipInfo(name, EPOCH)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0  # else the bytes tell Windows from the rest
            archive.writestr(entry, content)
    return file.getvalue()


class _Parts:
    """What openpyxl takes for an archive."""

    def __init__(self) -> None:
        self.contents: dict[str, bytes] = {}

    def writestr(self, name: str, content: str | bytes) -> None:
        part = content.encode() if isinstance(content, str) else content
        self.contents[name] = _DATES.sub(b"", part) if name == PROPERTIES else part

    def namelist(self) -> list[str]:
        return list(self.contents)

    def close(self) -> None:
        """Nothing is open."""


class _Writer(ExcelWriter):
    def write_data(self) -> None:
        """The parts that kaohe's workbooks have, in openpyxl's order."""
        own: Any = self
        archive, workbook, writer = own._archive, own.workbook, WorkbookWriter(own.workbook)
        archive.writestr(constants.ARC_APP, _properties())
        archive.writestr(constants.ARC_CORE, tostring(workbook.properties.to_tree()))
        archive.writestr(constants.ARC_THEME, theme_xml)
        own._write_worksheets()
        own._write_charts()
        archive.writestr(constants.ARC_STYLE, _styles(workbook))
        archive.writestr(constants.ARC_ROOT_RELS, writer.write_root_rels())  # type: ignore[no-untyped-call]
        archive.writestr(constants.ARC_WORKBOOK, writer.write())  # type: ignore[no-untyped-call]
        archive.writestr(constants.ARC_WORKBOOK_RELS, writer.write_rels())  # type: ignore[no-untyped-call]
        own.manifest._write(archive, workbook)

    def write_worksheet(self, ws: Any) -> None:
        own: Any = self
        ws._drawing = SpreadsheetDrawing()
        ws._drawing.charts, ws._drawing.images = ws._charts, ws._images
        frame: Any = _Frame(ws, BytesIO())
        frame.write()
        ws._rels = frame._rels
        sheet = frame.read().replace(_ROWS, sheet_rows.rows(ws), 1).replace(_MERGED, sheet_rows.merged(ws), 1)
        own._archive.writestr(ws.path[1:], sheet)
        own.manifest.append(ws)


class _Frame(WorksheetWriter):
    """A sheet but for its rows and what is joined in them."""

    def write_rows(self) -> None:
        self.xf.send(Element("sheetData"))

    def write_merged_cells(self) -> None:
        page: Any = self.ws
        if page.merged_cells:
            self.xf.send(Element("mergeCells"))


@cache
def _properties() -> Any:
    return tostring(ExtendedProperties().to_tree())


_written_styles: dict[Hashable, Any] = {}


def _styles(workbook: Any) -> Any:
    """The styles of a workbook; most have those of the one before."""
    lists = (workbook._fonts, workbook._fills, workbook._borders, workbook._alignments, workbook._protections)
    others = (tuple(map(tuple, workbook._cell_styles)), tuple(workbook._number_formats), *map(tuple, lists))
    key = (*others, tuple(workbook._named_styles.names), tuple(workbook._differential_styles.styles))
    if key not in _written_styles:
        _written_styles.clear()
        _written_styles[key] = tostring(write_stylesheet(workbook))
    return _written_styles[key]
