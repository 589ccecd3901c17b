"""The public list as a workbook: an upright page for the whole, one for each section, sealed; the same bytes."""

from collections.abc import Sequence
from fractions import Fraction

from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from kaohe.messages import Language, say
from kaohe.render.words.cell_wording import said
from kaohe.render.xlsx.cells import Style, banner, prepare, put_rows, safe_text, set_paper, widen
from kaohe.render.xlsx.file_bytes import file_bytes
from kaohe.render.xlsx.paper_layout import Value
from kaohe.render.xlsx.sealed_cells import seal
from kaohe.results.plain_table import Kind, PlainTable
from kaohe.results.plain_table import Value as Told
from kaohe.results.score_range import ScoreRange

WIDTHS: dict[Kind, float] = {"rank": 70.0, "name": 240.0, "score": 100.0, "text": 100.0}
"""Points; together they fill an upright page."""


def public_bytes(title: str, line: str, tables: Sequence[PlainTable], language: Language) -> bytes:
    """The whole workbook as a file's content."""
    workbook = Workbook()
    prepare(workbook)
    workbook.properties.creator = "kaohe"
    workbook.properties.title = safe_text(title)
    for place, table in enumerate(tables):
        name = say("public.sheet", language) if not place else say("public.section_sheet", language, number=place)
        notes = [line] if len(tables) == 1 else [line, table.title]
        _draw(workbook.create_sheet(name), [title, *notes], table, language)
    workbook.remove(workbook.worksheets[0])
    seal(workbook, title, language)
    return file_bytes(workbook)


def _draw(page: Worksheet, lines: Sequence[str], table: PlainTable, language: Language) -> None:
    widths = [WIDTHS[column.kind] for column in table.columns]
    widen(page, widths)
    for row, text in enumerate(lines, start=1):
        banner(page, row, text, "title" if row == 1 else "line", widths)
    head = row = len(lines) + 1
    labels = [column.label for column in table.columns]
    row = put_rows(page, row, labels, ["heading"] * len(labels), widths)
    styles: list[Style] = ["text" if column.kind == "name" else "centred" for column in table.columns]
    for one in table.rows:
        pairs = zip(one.values, table.columns, strict=True)
        row = put_rows(page, row, [_cell(value, column.kind, language) for value, column in pairs], styles, widths)
    set_paper(page, shrink=True)
    page.page_setup.orientation = Worksheet.ORIENTATION_PORTRAIT
    page.print_title_rows = f"{head}:{head}"
    page.freeze_panes = page.cell(head + 1, 1).coordinate


def _cell(value: Told, kind: Kind, language: Language) -> Value:
    exact = value.score if isinstance(value, ScoreRange) else value
    return exact if isinstance(exact, str | Fraction) else said(value, kind, language)
