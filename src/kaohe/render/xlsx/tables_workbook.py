"""Plain tables as a workbook: a sheet for each; same tables, same bytes."""

import re
from collections.abc import Sequence

from openpyxl.workbook import Workbook

from kaohe.messages import Language
from kaohe.render.xlsx.cells import prepare
from kaohe.render.xlsx.file_bytes import file_bytes
from kaohe.render.xlsx.table_grid import single
from kaohe.render.xlsx.xlsx_table import draw
from kaohe.results.plain_table import PlainTable

_FORBIDDEN = re.compile(r"[:/\\?*\[\]]")
LONGEST = 31
"""Characters of a sheet's title."""


def tables_bytes(tables: Sequence[PlainTable], language: Language) -> bytes:
    """The whole workbook as a file's content."""
    workbook = Workbook()
    prepare(workbook)
    workbook.properties.creator = "kaohe"
    for table in tables:
        title = _title(table.title, {one.lower() for one in workbook.sheetnames})
        draw(workbook.create_sheet(title), single(table, table.title, (), language))
    workbook.remove(workbook.worksheets[0])
    return file_bytes(workbook)


def _title(wanted: str, taken: set[str]) -> str:
    """A table's title as a sheet may have it, with a number where another has the same."""
    plain = _FORBIDDEN.sub(" ", wanted).strip(" '")[:LONGEST] or "-"
    title, number = plain, 1
    while title.lower() in taken:
        number += 1
        title = f"{plain[: LONGEST - len(str(number)) - 1]} {number}"
    return title
