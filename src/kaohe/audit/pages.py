"""The pages of a workbook that came back, with what their formulas came to."""

from dataclasses import dataclass

from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from kaohe.audit.cell_contents import Contents, contents, has_formulas
from kaohe.source.workbooks import opened


@dataclass(slots=True)
class Pages:
    """The workbook that came back, and the bytes it was opened from."""

    path: str
    workbook: Workbook
    content: bytes
    _cached: Workbook | None = None

    def contents(self, title: str) -> Contents | None:
        """What stands on a page; None where there is no such page."""
        page = _page(self.workbook, title)
        if page is None:
            return None
        if not has_formulas(page):
            return contents(page)
        self._cached = self._cached or opened(self.content, cached=True)
        return contents(page, _page(self._cached, title))


def _page(workbook: Workbook, title: str) -> Worksheet | None:
    page = workbook[title] if title in workbook.sheetnames else None
    return page if isinstance(page, Worksheet) else None
