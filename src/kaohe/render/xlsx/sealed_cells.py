"""The seal of a workbook about many units: what stood in each of its cells when it was written."""

from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from kaohe.messages import Language
from kaohe.render.xlsx import sealed_page
from kaohe.results.canonical_text import canonical
from kaohe.results.seal_text import PAGE

KIND = "cells"
FORMAT = 1


def seal(workbook: Workbook, title: str, language: Language) -> None:
    """Add the page of the seal, after all others."""
    pages = {page.title: _page(page) for page in workbook.worksheets}
    text = canonical({"format": FORMAT, "kind": KIND, "title": title, "pages": pages})
    sealed_page.fill(workbook.create_sheet(PAGE), text, language)


def _page(page: Worksheet) -> dict[str, object]:
    """The row of its headings, which stay in sight, and its cells."""
    cells = page._cells  # noqa: SLF001 - the public ways make every cell up to the last
    held = [
        [row, column, _value(value)] for row, column in sorted(cells) if (value := cells[row, column].value) is not None
    ]
    return {"frozen": page.freeze_panes or "", "cells": held}


def _value(value: object) -> object:
    return value if isinstance(value, int | float) else str(value)
