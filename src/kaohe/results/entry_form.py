"""What the workbook shows in which facts are entered: its rows, the cells that take values, and what stands in them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Literal

from kaohe.results.live_form import LiveForm

CellKind = Literal[
    "flag", "choice", "count", "number", "amount", "percent", "date", "month", "text", "year", "state", "none", "cause"
]
"""What a cell takes. `state` is 不适用 or nothing, `none` is 无 or nothing."""
WHOLE = {"number": "whole-number", "amount": "whole-amount"}
"""What a kind is called where it is computed without decimals alone."""
LineKind = Literal["section", "item", "fact"]
EntryValue = str | Fraction | date | None
"""What stands in a cell: options in words, numbers and percents exactly."""


@dataclass(frozen=True, slots=True)
class EntryCell:
    """One cell that takes a value. A locked one only shows it; `low` and `high` are the rubric's range.

    `options` are what is chosen from; of a number, the words that may stand in its place. `places` are the most
    decimals that points may have.
    """

    kind: CellKind
    value: EntryValue = None
    options: tuple[str, ...] = ()
    low: Fraction | None = None
    high: Fraction | None = None
    locked: bool = False
    places: int | None = None
    also: tuple[str, ...] = ()
    """Words that are taken for one of the options."""
    unit: str = ""
    """What may stand behind a number."""
    whole: bool = False
    """Whether a number is computed without decimals alone; others are taken, but not by a spreadsheet."""

    @property
    def question(self) -> "EntryCell":
        """What is asked for, whatever stands in the cell and however it may be written."""
        return replace(self, value=None, also=(), unit="")


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One row: `words` are shown and `cells` filled in, both by the keys of their columns.

    `guide` is the id of the row that has what belongs to the whole fact (不适用, evidence, note): the first of its
    rows. `checked` are the columns whose cells the row asks for.
    """

    kind: LineKind
    id: str
    words: Mapping[str, str]
    cells: Mapping[str, EntryCell]
    guide: str = ""
    checked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column of a list's own sheet: its key, what stands at its head, and how its free cells are filled in."""

    key: str
    label: str
    free: EntryCell


@dataclass(frozen=True, slots=True)
class EntryList:
    """A list's own sheet. `members` are the cells of those rows that have something in them already.

    `rows` is how many rows are prepared; none can be added where the members are `declared`.
    """

    id: str
    name: str
    columns: tuple[ListColumn, ...]
    members: tuple[Mapping[str, EntryCell], ...]
    rows: int
    declared: bool

    @property
    def fields(self) -> tuple[str, ...]:
        """The columns that say something of a member."""
        others = ("member", "cause", "reason", "shown_by")
        return tuple(one.key for one in self.columns if one.key not in others and not one.key.startswith("new_"))


@dataclass(frozen=True, slots=True)
class EntryForm:
    """The whole of it. `about` says what the workbook is for, as its hidden page has it; `later` that it corrects."""

    title: str
    how_to: tuple[str, ...]
    columns: tuple[str, ...]
    head: tuple[EntryLine, ...]
    lines: tuple[EntryLine, ...]
    lists: tuple[EntryList, ...]
    about: Mapping[str, str]
    live: LiveForm
    later: bool = False

    def cells(self) -> Iterator[EntryCell]:
        """All cells of the rows, in their order."""
        for line in (*self.head, *self.lines):
            yield from line.cells.values()
