"""A row of an official document: its cells, and where people find it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple


class RowPlace(NamedTuple):
    """Where a row stands: its number in a table, in a sheet of that title, or among the lines of a text."""

    kind: Literal["table", "sheet", "line"]
    holder: str
    number: int


class Cell(NamedTuple):
    """The words of a cell; `continued` if they stand in a cell that was merged with this one and begins before it."""

    text: str
    continued: bool = False


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row of a table, or a paragraph outside of tables, which has one cell; `heading` where it is marked as one."""

    cells: tuple[Cell, ...]
    place: RowPlace
    in_table: bool = True
    heading: bool = False


Rows = Sequence[FormRow]
