"""Where the cells of a form that fills itself in stand: computed on a hidden page, read from the pages of entries."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from openpyxl.utils import get_column_letter

from kaohe.messages import Language, say
from kaohe.render.xlsx.entry_places import FIRST_MEMBER, LAST_MEMBER, EntryPlaces, Place
from kaohe.results.entry_form import EntryForm
from kaohe.results.live_form import EntryAt, LiveForm, Source

FIRST_CELL = 3
"""The row of the hidden page from which cells stand; before it its headings and one cell that stays blank."""
BLANK = "B2"
"""What is entered nowhere is read from there."""


class LivePlaces:
    """`page` is what the hidden page is called."""

    def __init__(self, form: EntryForm, live: LiveForm, entries: EntryPlaces, language: Language) -> None:
        self._form, self._live, self._entries = form, live, entries
        self._lists = {one.id: one for one in form.lists}
        self.page = say("live.calculation", language)
        given = [name for name in live.calculation.inputs if name in live.given]
        self.given = {name: f"B{row}" for row, name in enumerate(given, FIRST_CELL)}
        first = FIRST_CELL + len(given)
        self.cells = {cell.name: f"B{row}" for row, cell in enumerate(live.calculation.cells, first)}

    def refer(self, name: str) -> str:
        """How another page refers to a cell by its name."""
        return f"{quoted(self.page)}!{self.cells[name]}"

    @cached_property
    def within(self) -> Mapping[str, str]:
        """How formulas of the hidden page refer to all cells and inputs."""
        found = {**self.cells, **self.given}
        for name in self._live.calculation.inputs:
            if name not in found:
                source = self._live.inputs.get(name)
                found[name] = BLANK if source is None else self._source(source)
        return found

    def _source(self, source: Source) -> str:
        if isinstance(source, EntryAt):
            title, cell = self.at(source)
            return f"{quoted(title)}!{cell}"
        listed = self._lists[source.row]
        last = get_column_letter(len(listed.columns) + 1)
        return f"{quoted(listed.name)}!B{FIRST_MEMBER + listed.rows}:{last}{LAST_MEMBER}"

    def at(self, entry: EntryAt) -> Place:
        """The sheet and the cell in which something is entered."""
        if not entry.slot:
            return self._entries.page, self._entries.cell(entry.row, entry.column)
        listed = self._lists[entry.row]
        column = [one.key for one in listed.columns].index(entry.column) + 2
        return listed.name, f"{get_column_letter(column)}{FIRST_MEMBER + entry.slot - 1}"

    def entered(self) -> Iterator[tuple[str, Place]]:
        """The inputs that are entered in one cell, each with its place."""
        for name, source in self._live.inputs.items():
            if isinstance(source, EntryAt):
                yield name, self.at(source)


def quoted(title: str) -> str:
    """A sheet's title as formulas have it; one that is a plain word stands by itself."""
    return title if title.isalnum() and not title[0].isdigit() else "'" + title.replace("'", "''") + "'"
