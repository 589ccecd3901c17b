"""The workbook in which facts are entered, as a file: pages drawn once for a form, values filled in for each unit."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from openpyxl.cell import Cell
from openpyxl.workbook import Workbook
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet

from kaohe.expr.dates import SPREADSHEET_ZERO
from kaohe.expr.numbers import plain
from kaohe.messages import Language
from kaohe.render.xlsx import entry_list_page, entry_page
from kaohe.render.xlsx.cells import prepare, safe_text
from kaohe.render.xlsx.entry_checks import EntryChecks
from kaohe.render.xlsx.entry_columns import row_height, widths_of
from kaohe.render.xlsx.entry_faults import WRONG
from kaohe.render.xlsx.entry_places import FIRST_OPTIONS, HIDDEN_PAGE, EntryPlaces, Place
from kaohe.render.xlsx.live_pages import LivePages
from kaohe.render.xlsx.prepared_workbook import Filling, PreparedWorkbook, fits
from kaohe.results.entry_form import EntryCell, EntryForm

FIRST_DAY = date(1900, 3, 1)
"""Spreadsheets disagree on dates before it."""


def entry_bytes(form: EntryForm, language: Language) -> bytes:
    """One workbook as a file's content."""
    return EntryWorkbooks(language).content(form)


@dataclass(frozen=True, slots=True)
class WorkbookParts:
    """What one workbook is made of: the drawn one, what stands in its cells, what its formulas come to.

    `heights` are those of rows in which texts stand.
    """

    prepared: PreparedWorkbook
    entered: Mapping[Place, Filling]
    computed: Mapping[Place, Filling]
    heights: Mapping[tuple[str, int], float]


class EntryWorkbooks:
    """Writes workbooks; those of one rubric that differ in nothing but values are drawn once."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._drawn: dict[object, tuple[PreparedWorkbook, LivePages]] = {}

    def content(self, form: EntryForm) -> bytes:
        """The workbook of a form as a file's content."""
        parts = self.parts(form)
        return parts.prepared.filled({**parts.entered, **parts.computed}, parts.heights)

    def parts(self, form: EntryForm) -> WorkbookParts:
        places = EntryPlaces(form, self._language)
        key = _shape(form)
        if key not in self._drawn:
            workbook, live = drawn(form, places, self._language)
            self._drawn[key] = PreparedWorkbook(workbook, live.rows), live
        prepared, live = self._drawn[key]
        entered = {place: filling(cell) for place, cell in places.entries() if cell.value is not None}
        checks = dict(_checks(form, places, self._language))
        wrong = {places.cell(line.id, "check") for line in form.lines if line.kind == "item"}
        wrong = {cell for cell in wrong if str(checks.get((places.page, cell), "")).startswith(WRONG)}
        found = live.values(form, entered)
        found |= {(places.page, cell): checks[places.page, cell] for cell in wrong}
        return WorkbookParts(prepared, {**live.given(form), **entered}, {**checks, **found}, _heights(form, places))


def drawn(form: EntryForm, places: EntryPlaces, language: Language) -> tuple[Workbook, LivePages]:
    """The workbook without the values of its cells, and its pages that fill themselves in."""
    workbook = Workbook()
    prepare(workbook)
    workbook.properties.creator = "kaohe"
    workbook.properties.title = safe_text(form.title)
    workbook.remove(workbook.worksheets[0])
    entry_page.fill(workbook.create_sheet(places.page), form, places, language)
    for listed in form.lists:
        entry_list_page.fill(workbook.create_sheet(listed.name), listed, form.about["format"], places, language)
    live = LivePages(workbook, form, places, language)
    _hidden_page(workbook.create_sheet(HIDDEN_PAGE), form, places)
    for name, cells in places.named.items():
        workbook.defined_names[name] = DefinedName(name, attr_text=cells)
    workbook.active = 0
    return workbook, live


def _shape(form: EntryForm) -> object:
    """What two forms share that differ in nothing but values."""
    lists = tuple((one.rows, *(member["member"].locked for member in one.members)) for one in form.lists)
    locked = tuple(cell.locked for cell in form.cells())
    return tuple(form.about.items()), lists, locked


def _hidden_page(page: Worksheet, form: EntryForm, places: EntryPlaces) -> None:
    """What the workbook says of itself, and the options of its choices."""
    columns = {1: tuple(form.about), 2: tuple(form.about.values())}
    columns |= dict(enumerate(places.options, FIRST_OPTIONS))
    for column, texts in columns.items():
        for row, text in enumerate(texts, 1):
            cell = page.cell(row, column)
            assert isinstance(cell, Cell)  # noqa: S101 - nothing is merged here
            cell.value = safe_text(text)
            cell.data_type = "s"
    page.sheet_state = Worksheet.SHEETSTATE_VERYHIDDEN


def _checks(form: EntryForm, places: EntryPlaces, language: Language) -> Iterator[tuple[Place, Filling]]:
    """What the checks of rows come to."""
    checks, lists = EntryChecks(places, language), {one.id: one for one in form.lists}
    for row, line in places.lines():
        check = (places.page, f"{places.letter('check')}{row}")
        if form.later and "new_current" in line.cells:
            yield check, checks.first_correction(line)
        elif not form.later and (line.checked or line.id in lists) and row > places.heading:
            yield check, checks.first(line, lists.get(line.id))


def _heights(form: EntryForm, places: EntryPlaces) -> Mapping[tuple[str, int], float]:
    """Of rows in which texts stand."""
    widths = widths_of(form)
    return {
        (places.page, row): row_height(line, widths, valued=True)
        for row, line in places.lines()
        if row > places.heading and any(isinstance(cell.value, str) for cell in line.cells.values())
    }


def filling(cell: EntryCell) -> Filling:
    """What is put into the cell: a number that a spreadsheet would round becomes a text."""
    value = cell.value
    if isinstance(value, date):
        days = (value - SPREADSHEET_ZERO).days
        return Fraction(days) if value >= FIRST_DAY else value.isoformat()
    if isinstance(value, Fraction) and not fits(value):
        return f"{plain(value * 100)}%" if cell.kind == "percent" else plain(value)
    return value
