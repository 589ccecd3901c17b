"""A rubric's calculation as a list of cells: plain data that any sheet draws, and its values without a spreadsheet."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from kaohe.backends.cells.formulas import Formula
from kaohe.backends.excel.formula_text import formula_text
from kaohe.backends.excel.python_code import compile_cells

MISSING, KNOWN, INAPPLICABLE, UNUSABLE, BEYOND = range(5)
"""What a cell of states says of a fact: `UNUSABLE` is what can't be read, or is out of range; `BEYOND` what can't be
computed exactly in a spreadsheet, for it has too many decimals or is too large: kaohe itself takes it on reading."""
Standing = Literal["decided", "open", "not_scored"]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its name, what it is of, in the rubric's words, and its formula."""

    name: str
    label: str
    formula: Formula


@dataclass(frozen=True, slots=True)
class EnteredField:
    """What a sheet computes of one input cell: numbers of so many decimals, at most `limit`; None is any size."""

    key: str
    decimals: int
    limit: float | None


@dataclass(frozen=True)
class Calculation:
    """All cells in an order in which each refers only to those before it and to inputs.

    `inputs` are the names of the cells that people fill in; where they stand is said by who draws the sheet.
    """

    cells: tuple[Cell, ...]
    inputs: tuple[str, ...]
    fields: tuple[EnteredField, ...]
    slots: int
    wider: tuple[str, ...] = ()
    """The items and totals whose ranges may be wider here than those that kaohe gives, by the names of their scores."""

    @cached_property
    def _by_name(self) -> Mapping[str, Cell]:
        return {cell.name: cell for cell in self.cells}

    @cached_property
    def _run(self) -> Callable[[Mapping[str, object]], Any]:
        return compile_cells([(cell.name, cell.formula) for cell in self.cells], self.inputs)

    def cell(self, name: str) -> Cell:
        return self._by_name[name]

    def formula_text(self, name: str, place: Mapping[str, str]) -> str:
        """The formula of a cell; `place` says how each cell and each input is referred to: `计算!$B$7`."""
        return formula_text(self._by_name[name].formula, place)

    def values(self, inputs: Mapping[str, object]) -> Mapping[str, Any]:
        """The value of every cell, by the contents of the input cells: numbers, text, truths, None for blank ones."""
        found: Mapping[str, Any] = self._run(inputs)
        return found
