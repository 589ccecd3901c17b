"""The pages of a workbook that came back, with what their formulas came to."""

from dataclasses import dataclass
from functools import cached_property

from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from kaohe.audit.cell_contents import Contents, contents, has_formulas
from kaohe.source.spreadsheet.book import Book


@dataclass(frozen=True)
class Pages:
    """The workbook that came back, and the bytes it was opened from."""

    path: str
    workbook: Workbook
    content: bytes

    def contents(self, title: str) -> Contents | None:
        """What stands on a page; None where there is no such page. Raises Unopened where formulas are beyond bounds."""
        page = self.workbook[title] if title in self.workbook.sheetnames else None
        if not isinstance(page, Worksheet):
            return None
        known = has_formulas(page) and title in self._computed.titles
        return contents(page, self._computed.cells(title) if known else {})

    @cached_property
    def _computed(self) -> Book:
        """The same with what formulas came to; opening it once more would take twice as long."""
        return Book(self.content)
