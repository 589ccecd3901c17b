"""The pages of a workbook of facts that fill themselves in, and what stands in their cells for a unit."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from openpyxl.workbook import Workbook
from openpyxl.workbook.defined_name import DefinedName

from kaohe.messages import Language, say
from kaohe.render.xlsx import calculation_page
from kaohe.render.xlsx.cells import number
from kaohe.render.xlsx.entry_places import EntryPlaces, Place
from kaohe.render.xlsx.live_entry_cells import LiveEntryCells
from kaohe.render.xlsx.live_form_page import LiveFormPage
from kaohe.render.xlsx.live_ledger_page import LiveLedgerPage
from kaohe.render.xlsx.live_places import LivePlaces, quoted
from kaohe.render.xlsx.prepared_workbook import Filling
from kaohe.results.entry_form import EntryForm


class LivePages:
    """Draws them into a workbook that has the pages of entries; `values` are then those of any unit's form alike.

    `rows` are what the drawn sheets still lack, for `PreparedWorkbook`.
    """

    def __init__(self, workbook: Workbook, form: EntryForm, entries: EntryPlaces, language: Language) -> None:
        live = form.live
        self._places = LivePlaces(form, live, entries, language)
        self._entered = dict(self._places.entered())
        self._form, self._ledger = (say(f"{code}", language) for code in ("workbook.form", "live.ledger"))
        self._on_form = LiveFormPage(workbook.create_sheet(self._form), live, self._places, language)
        self._on_ledger = LiveLedgerPage(workbook.create_sheet(self._ledger), live, self._places, language)
        self._on_entries = LiveEntryCells(form, entries, self._places, language)
        self._entries = entries.page
        self._on_form.fill()
        self._on_ledger.fill()
        self._on_entries.fill(workbook[entries.page])
        calculation_page.fill(workbook.create_sheet(self._places.page), language)
        self.rows = {self._places.page: "".join(calculation_page.rows(live, self._places))}
        for name, (title, cell) in self._names():
            reference = f"{quoted(title)}!${cell.rstrip('0123456789')}${cell.lstrip('ABCDEFGHIJKLMNOPQRSTUVWXYZ')}"
            workbook.defined_names[name] = DefinedName(name, attr_text=reference)
        self._shown = dict(self._cells())

    def _names(self) -> Iterator[tuple[str, Place]]:
        """What cells are called in the workbook; those that read it go by these names."""
        yield from ((name, (self._form, cell)) for name, cell in self._on_form.names.items())
        yield "kaohe_ledger", (self._ledger, "A1")
        yield "kaohe_calculation", (self._places.page, "A1")

    def _cells(self) -> Iterator[tuple[Place, str]]:
        """Every cell that fills itself in, with the name of what it shows."""
        yield from (((self._places.page, cell), name) for name, cell in self._places.cells.items())
        yield from (((self._form, cell), name) for name, cell in self._on_form.shown())
        yield from (((self._ledger, cell), name) for name, cell in self._on_ledger.cells)
        yield from (((self._entries, cell), name) for name, cell in self._on_entries.names())

    def given(self, form: EntryForm) -> Mapping[Place, Filling]:
        """What stands in cells that are not computed: scores of earlier stages, facts from elsewhere."""
        cells: dict[Place, Filling] = {(self._form, cell): value for cell, value in self._on_form.earlier(form.live)}
        given = form.live.given
        return cells | {(self._places.page, cell): given.get(name) for name, cell in self._places.given.items()}

    def values(self, form: EntryForm, entered: Mapping[Place, Filling]) -> dict[Place, Filling]:
        """What all that is computed comes to where this stands in the cells that are entered."""
        given: dict[str, Filling] = dict(form.live.given)
        given |= {name: entered.get(place) for name, place in self._entered.items()}
        raw = {name: number(one) if isinstance(one, Fraction) else one for name, one in given.items()}
        found = form.live.calculation.values(raw)
        cells = {place: found[name] for place, name in self._shown.items()}
        return cells | {(self._entries, cell): text for cell, text in self._on_entries.beyond(form, found)}
