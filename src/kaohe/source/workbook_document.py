"""A filled workbook as the file of one unit: its data, and in which cell each part of them stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, NamedTuple

from kaohe.problems import Problem, cell_name
from kaohe.source.document import Document
from kaohe.source.yaml.places import Step, nearest


class CellPlace(NamedTuple):
    """A cell by its sheet's title, its row and its column, these from 1. Without a row it is the sheet as a whole."""

    sheet: str
    row: int = 0
    column: int = 0

    @property
    def name(self) -> str:
        """`指标填报!E17`."""
        return f"{self.sheet}!{cell_name(self.row, self.column)}"


Places = Mapping[tuple[Step, ...], CellPlace]


class WrittenScore(NamedTuple):
    """Points that stand in a workbook, as a spreadsheet has computed them."""

    place: CellPlace
    points: Fraction


@dataclass(frozen=True, slots=True)
class WorkbookDocument(Document):
    """Its data are those that a unit's YAML file would have.

    `findings` are what was wrong with its cells before anybody asked what they say, `said` what was taken and how;
    `scores` are the points that stand in it, by item, and by nothing for the whole.
    """

    places: Places
    findings: tuple[Problem, ...]
    said: tuple[Problem, ...]
    scores: Mapping[str, WrittenScore]

    def __reduce__(self) -> tuple[type["WorkbookDocument"], tuple[Any, ...]]:
        own = self.places, self.findings, self.said, self.scores
        return WorkbookDocument, (self.path, self.data, self.content, self.text, self.starts, *own)

    @property
    def problems(self) -> tuple[Problem, ...]:
        return self.findings

    @property
    def remarks(self) -> tuple[Problem, ...]:
        return self.said

    def head(self) -> "WorkbookDocument":
        plain = {key: None if isinstance(value, dict) else value for key, value in self.data.items()}
        places: Places = {path: place for path, place in self.places.items() if len(path) == 1}
        return WorkbookDocument(self.path, plain, b"", "", [], places, (), (), self.scores)

    def place(self, path: tuple[Step, ...]) -> CellPlace:
        """The cell of what is at a path, or of as much of it as has one."""
        return nearest(path, self.places) or CellPlace("")

    def position(self, path: tuple[Step, ...], *, key: bool = False, offset: int = 0) -> tuple[int, int]:
        """Row and column of the cell; a key has no cell of its own, and an offset into a cell's text is not told."""
        del key, offset
        _, row, column = self.place(path)
        return row, column

    def problem(
        self, code: str, path: tuple[Step, ...], parameters: Mapping[str, object], *, key: bool = False
    ) -> Problem:
        del key
        sheet, row, column = self.place(path)
        return Problem(code, self.path, row, column, parameters, sheet=sheet)
