"""The form that fills itself in: which cells compute it, from which entries, and which of them its pages show."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from kaohe.results.calculation import Calculation
from kaohe.results.sheet import Sheet

LiveKind = Literal["line", "rest", "sum"]


@dataclass(frozen=True, slots=True)
class EntryAt:
    """The cell under a column of a row, by the row's id; of a list's own sheet in the row of its `slot`, from 1."""

    row: str
    column: str
    slot: int = 0


@dataclass(frozen=True, slots=True)
class RowsBelow:
    """All cells of a list's own sheet below the rows that are prepared."""

    row: str


Source = EntryAt | RowsBelow


@dataclass(frozen=True, slots=True)
class LiveLine:
    """One row of the ledger: words by their columns, and the names of the cells that stand in the others."""

    kind: LiveKind
    words: Mapping[str, str]
    cells: Mapping[str, str]
    longest: str = ""
    """The longest that its cell `why` may come to."""


@dataclass(frozen=True, slots=True)
class LiveForm:
    """`inputs` says where each input of the calculation is entered; one that stands nowhere is blank, or `given`.

    `unreported` is the form of a unit that has reported nothing, `before` the sheets of the stages before this one.
    """

    calculation: Calculation
    inputs: Mapping[str, Source]
    unreported: Sheet
    stage: str
    ledger: tuple[LiveLine, ...]
    states: Mapping[str, tuple[str, ...]]
    """The cells with the states of what is entered in a row, by the row's id."""
    listed: Mapping[str, str]
    """The keys of lists by the ids of their rows."""
    before: tuple[Sheet, ...] = ()
    grades: str = ""
    """The longest that may be told of grades; empty where there are none."""
    given: Mapping[str, str | Fraction | None] = field(default_factory=dict)


def shown_cell(name: str) -> str:
    """The cell with what the form shows of a score, or of what is open of it; `name` is that of the score."""
    return f"form.{name}"


def beside_cell(name: str) -> str:
    """The cell with what is said of a score beside what is entered."""
    return f"beside.{name}"


GRADES = "form.grades"
"""The cell with what is told of grades beside the total."""
UNIT_LINE = "form.unit"
"""The cell with the line on the form that names the unit."""
UNIT = "entered.unit"
"""The input in which the unit is named."""
