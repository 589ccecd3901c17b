"""How the cells of the workbook of facts look: what takes an entry is unlocked and light yellow, all else locked."""

from copy import copy
from typing import Literal, NamedTuple

from openpyxl.cell import Cell
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.worksheet import Worksheet

from kaohe.render.xlsx.cells import SIZE, SONG, safe_text
from kaohe.render.xlsx.entry_faults import WRONG
from kaohe.results.entry_form import CellKind

SMALL = 9.0
Ground = Literal["", "entry", "idle", "section"]
FILLS: dict[Ground, PatternFill] = {
    "": PatternFill(),
    "entry": PatternFill("solid", fgColor="FFFFF9E1"),
    "idle": PatternFill("solid", fgColor="FFF2F2F2"),
    "section": PatternFill("solid", fgColor="FFE4E4E4"),
}
FORMATS: dict[CellKind, str] = {
    "percent": "0.00######%",
    "date": "yyyy-mm-dd",
    "count": "General",
    "year": "General",
    "number": "General",
    "amount": "General",
}
"""Of cells that take numbers; all else is text, which nothing typed there is turned into something else by."""
TEXT_FORMAT = "@"
_THIN = Side(style="thin", color="FFA6A6A6")
_BORDERS = {
    "none": Border(),
    "across": Border(top=_THIN, bottom=_THIN),
    "box": Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN),
}


class Look(NamedTuple):
    """The looks of a cell. `free` takes an entry; `lines` are on all sides, only above and below, or nowhere."""

    across: Literal["left", "center", "right"] = "left"
    size: float = SIZE
    bold: bool = False
    ground: Ground = ""
    free: bool = False
    format: str = "General"
    lines: Literal["none", "across", "box"] = "box"
    wrapped: bool = True


WORDS, CENTRED, SMALL_WORDS = Look(), Look("center"), Look(size=SMALL)
HEADING = Look("center", bold=True, ground="section")
BAND = Look(bold=True, ground="section", lines="across", wrapped=False)
ITEM = Look(bold=True, lines="across", wrapped=False)
IDLE = Look(ground="idle")
HIDDEN = Look(size=SMALL, lines="none", wrapped=False)


def entry_look(kind: CellKind, *, locked: bool) -> Look:
    """The looks of a cell that has a value, and takes one where it is not locked."""
    across: Literal["left", "center"] = "left" if kind == "text" else "center"
    chosen = kind in ("flag", "choice", "state", "none", "cause")
    form = "General" if chosen else FORMATS.get(kind, TEXT_FORMAT)
    return Look(across, ground="" if locked else "entry", free=not locked, format=form)


class EntryPen:
    """Puts cells on one page; each look is made once."""

    def __init__(self, page: Worksheet) -> None:
        self._page = page
        self._made: dict[Look, object] = {}

    def put(self, row: int, column: int, text: str, look: Look) -> None:
        """Write one cell. A text that is a formula begins with the sign of equality; `words` never does."""
        cell = self._page.cell(row, column)
        assert isinstance(cell, Cell)  # noqa: S101 - nothing is written into the covered part of a merge
        if text:
            cell.value = text
        self._dress(cell, look)

    def words(self, row: int, column: int, text: str, look: Look) -> None:
        """Write a text that is never a formula."""
        self.put(row, column, "", look)
        if text:
            cell = self._page.cell(row, column)
            cell.value = safe_text(text)
            cell.data_type = "s"

    def _dress(self, cell: Cell, look: Look) -> None:
        known = self._made.get(look)
        if known is not None:
            cell._style = copy(known)  # type: ignore[attr-defined]  # noqa: SLF001 - no public way
            return
        cell.font = Font(name=SONG, size=look.size, bold=look.bold)
        cell.alignment = Alignment(horizontal=look.across, vertical="center", wrap_text=look.wrapped)
        cell.border = _BORDERS[look.lines]
        cell.protection = Protection(locked=not look.free)
        cell.number_format = look.format
        cell.fill = FILLS[look.ground]
        self._made[look] = cell._style  # type: ignore[attr-defined]  # noqa: SLF001


_RED = PatternFill(bgColor="FFFBE0DD")
_AMBER = PatternFill(bgColor="FFFCE9C2")


def mark_wrong(page: Worksheet, cells: str, condition: str) -> None:
    """Give the cells a reddish ground where something is wrong in them."""
    page.conditional_formatting.add(cells, _rule(condition, _RED))


def mark_open(page: Worksheet, cells: str, condition: str) -> None:
    """Give the cells a stronger ground where they are still wanted."""
    page.conditional_formatting.add(cells, _rule(condition, _AMBER))


def mark_checks(page: Worksheet, cells: str, first: str, still_open: str) -> None:
    """Colour the words of checks; `first` is the first of these cells, `still_open` what those that are open say."""
    page.conditional_formatting.add(cells, _rule(complains(first), _RED, Font(color="FFC00000", bold=True)))
    page.conditional_formatting.add(cells, _rule(f'{first}="{still_open}"', None, Font(color="FF7F6000")))


def _rule(condition: str, ground: PatternFill | None, font: Font | None = None) -> Rule:
    return Rule(type="expression", formula=[condition], dxf=DifferentialStyle(font=font, fill=ground))


def complains(check: str) -> str:
    """Whether a check says that something is wrong."""
    return f'LEFT({check},{len(WRONG)})="{WRONG}"'


def begin_at(page: Worksheet, pane: Literal["topRight", "bottomLeft"], cell: str) -> None:
    """Open the page with this cell chosen, which lies in this pane of its frozen ones."""
    view = page.sheet_view
    assert view.pane is not None  # noqa: S101 - panes are frozen before
    view.pane.activePane = pane
    for selection in view.selection:
        if selection.pane == pane:
            selection.activeCell = selection.sqref = cell


def protect(page: Worksheet) -> None:
    """Lock all but entries, without a password; what only changes looks, or adds rows, stays allowed."""
    lock = page.protection
    lock.sheet = True
    lock.formatCells = lock.formatColumns = lock.formatRows = False
    lock.insertRows = lock.sort = lock.autoFilter = False
