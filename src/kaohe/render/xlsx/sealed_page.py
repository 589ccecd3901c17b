"""The seal: a hidden page of the workbook that holds what it was computed from, and how it is read again."""

from openpyxl.cell import Cell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from kaohe.messages import Language
from kaohe.results.seal_text import PAGE, Seal, seal_lines, seal_of


def fill(page: Worksheet, sealed: str, language: Language) -> None:
    """Write the seal on an empty page, out of sight and of print."""
    for row, (name, value) in enumerate(seal_lines(sealed, language), start=1):
        for column, text in enumerate((name, value), start=1):
            cell = page.cell(row, column)
            assert isinstance(cell, Cell)  # noqa: S101 - nothing is merged here
            cell.value = text
            cell.data_type = "s"
    page.sheet_state = Worksheet.SHEETSTATE_VERYHIDDEN


def of_entries(workbook: Workbook) -> bool:
    """Whether the page of this name says what a workbook of entries is for, and seals nothing."""
    return PAGE in workbook.sheetnames and any(row[0].value == "format" for row in workbook[PAGE].iter_rows(max_col=1))


def read(workbook: Workbook) -> Seal | None:
    """The seal of a workbook; None where it has none."""
    page = workbook[PAGE] if PAGE in workbook.sheetnames else None
    if not isinstance(page, Worksheet):
        return None
    rows = page.iter_rows(max_col=2, values_only=True)
    return seal_of((str(name), "" if value is None else str(value)) for name, value, *_ in rows)
