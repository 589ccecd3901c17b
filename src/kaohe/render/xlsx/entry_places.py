"""Where each row and cell of the workbook of facts stands, and what its sheets are called."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from openpyxl.utils import get_column_letter

from kaohe.messages import Language, say
from kaohe.results.entry_form import EntryCell, EntryForm, EntryLine, EntryList

TITLE, FIRST_HEAD = 2, 3
"""Rows of the page; the first is hidden and has the columns' keys."""
LIST_HEADING, FIRST_MEMBER = 2, 3
"""Rows of a list's own sheet."""
LAST_MEMBER = 1000
"""Down to this row members may be entered, beyond those that are prepared."""
HIDDEN_PAGE = "kaohe"
FIRST_OPTIONS = 4
"""The column of the hidden page from which the options of choices stand, a column for each set."""
OPTIONS = "options_"
"""What the names of these sets begin with."""
Place = tuple[str, str]
"""A sheet's title and a cell in it."""


class EntryPlaces:
    """The places of one form. `page` is what its first sheet is called."""

    def __init__(self, form: EntryForm, language: Language) -> None:
        self._form = form
        self.page = say("entry.sheet", language)
        self.heading = FIRST_HEAD + len(form.head)
        self._letters = {key: get_column_letter(number) for number, key in enumerate(form.columns, 1)}

    def lines(self) -> Iterator[tuple[int, EntryLine]]:
        """Every line with its row."""
        yield from enumerate(self._form.head, FIRST_HEAD)
        yield from enumerate(self._form.lines, self.heading + 1)

    @property
    def last(self) -> int:
        """The last row with a fact."""
        return self.heading + len(self._form.lines)

    @cached_property
    def rows(self) -> Mapping[str, int]:
        """The row of each line that has an id."""
        return {line.id: row for row, line in self.lines() if line.id}

    @cached_property
    def _by_id(self) -> Mapping[str, EntryLine]:
        return {line.id: line for _, line in self.lines() if line.id}

    def line(self, row: str) -> EntryLine:
        """A line by its id."""
        return self._by_id[row]

    @cached_property
    def options(self) -> Mapping[tuple[str, ...], str]:
        """The name that the workbook gives to the options of each choice: old programs take no other sheet's cells."""
        cells = [*self._form.cells(), *(column.free for one in self._form.lists for column in one.columns)]
        found = dict.fromkeys(cell.options for cell in cells if cell.kind in ("choice", "cause"))
        return {one: f"{OPTIONS}{number}" for number, one in enumerate(found, 1)}

    @property
    def named(self) -> Mapping[str, str]:
        """The cells of the hidden page that have names, by these."""
        letters = map(get_column_letter, range(FIRST_OPTIONS, FIRST_OPTIONS + len(self.options)))
        return {
            name: f"{HIDDEN_PAGE}!${letter}$1:${letter}${len(options)}"
            for (options, name), letter in zip(self.options.items(), letters, strict=True)
        }

    def letter(self, column: str) -> str:
        """The letter of a column of the page by its key."""
        return self._letters[column]

    def cell(self, row: str, column: str) -> str:
        """The cell of a line by its id."""
        return f"{self._letters[column]}{self.rows[row]}"

    def entries(self) -> Iterator[tuple[Place, EntryCell]]:
        """Every cell that takes a value, with its place."""
        for row, line in self.lines():
            yield from (((self.page, f"{self._letters[key]}{row}"), cell) for key, cell in line.cells.items())
        for one in self._form.lists:
            for row, member in enumerate(member_rows(one), FIRST_MEMBER):
                for number, column in enumerate(one.columns, 2):
                    yield (one.name, f"{get_column_letter(number)}{row}"), member.get(column.key, column.free)


def member_rows(one: EntryList) -> Iterator[Mapping[str, EntryCell]]:
    """The prepared rows of a list's sheet: its members, then free ones."""
    yield from one.members
    yield from ({column.key: column.free for column in one.columns} for _ in range(one.rows - len(one.members)))


def member_range(one: EntryList, first: str, last: str = "") -> str:
    """All cells that members may have from one column to another, as other sheets name them."""
    keys = [column.key for column in one.columns]
    letters = [get_column_letter(keys.index(key) + 2) for key in (first, last or first)]
    stop = FIRST_MEMBER + one.rows - 1 if one.declared else LAST_MEMBER
    return f"'{one.name}'!${letters[0]}${FIRST_MEMBER}:${letters[1]}${stop}"
