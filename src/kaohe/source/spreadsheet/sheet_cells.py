"""The XML of one sheet becomes its cells: what each holds, how it is shown, whether a formula made it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Literal

from kaohe.source.spreadsheet.number_formats import Shown
from kaohe.source.spreadsheet.parts import Attributes, Enough, grown
from kaohe.source.workbooks import Unopened

MOST_CELLS = 500_000
"""No unit's workbook has as many, empty ones counted; reading so many takes a second."""
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
"""No spreadsheet has more."""
Kind = Literal["number", "text", "flag", "error", "unknown"]
KINDS: Mapping[str, Kind] = {"s": "text", "str": "text", "inlineStr": "text", "d": "text", "b": "flag", "e": "error"}
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell holds, as text. `unknown` is a formula that nothing has computed yet.

    `formula` is what it was computed by, None where it was entered; it may be empty where it is another cell's.
    """

    kind: Kind
    text: str
    shown: Shown
    formula: str | None = None


Cells = dict[int, dict[int, Cell]]
"""By row and column, from 1; empty ones are left out."""


class SheetCells:
    """Gathers the cells of a sheet, up to the row `last` if one is given."""

    def __init__(self, shared: Sequence[str], formats: Sequence[Shown], last: int = 0) -> None:
        self.cells: Cells = {}
        self._shared, self._formats, self._last = shared, formats, last
        self._row = self._column = self._count = 0
        self._kind = self._style = self._value = ""
        self._formula: str | None = None
        self._formulas: dict[str, str] = {}
        self._own = ""
        self._into = ""

    def begin(self, name: str, attributes: Attributes) -> None:
        if name == "c":
            self._begin_cell(attributes)
        elif name in ("v", "t"):
            self._into = name
        elif name == "f":
            self._into = name
            self._own = attributes.get("si", "") if attributes.get("t") == "shared" else ""
            self._formula = self._formulas.get(self._own, "")
        elif name == "row":
            self._row, self._column = int(attributes.get("r", self._row + 1)), 0
            if not 0 < self._row <= LAST_ROW:
                raise ValueError(self._row)
            self._passed(1)
            if self._last and self._row > self._last:
                raise Enough

    def _begin_cell(self, attributes: Attributes) -> None:
        before = self._column
        self._column = column_number(attributes["r"]) if "r" in attributes else before + 1
        if not 0 < self._column <= LAST_COLUMN:
            raise ValueError(attributes.get("r", ""))
        self._passed(max(1, self._column - before))
        self._kind, self._style = attributes.get("t", "n"), attributes.get("s", "0")
        self._value, self._formula = "", None

    def _passed(self, cells: int) -> None:
        """Count so many more cells; those that are left out before one take room, too."""
        self._count += cells
        if self._count > MOST_CELLS:
            raise Unopened("entry-too-large")

    def text(self, text: str) -> None:
        if self._into == "f":
            self._formula = grown(self._formula or "", text)
        elif self._into:
            self._value = grown(self._value, text)

    def end(self, name: str) -> None:
        if name == "c":
            self._end_cell()
        elif name in ("v", "t", "f"):
            if name == "f" and self._own:
                self._formulas[self._own] = self._formula or ""
            self._into = ""
        elif name == "sheetData":
            raise Enough

    def _end_cell(self) -> None:
        if not self._value and self._formula is None:
            return
        kind: Kind = KINDS.get(self._kind, "number")
        text = self._shared[int(self._value)] if self._kind == "s" and self._value else self._value
        if not text and kind != "text":
            kind = "unknown"
        if self._kind != "s":
            text = unescaped(text)
        if kind == "number" and not isfinite(float(text)):
            raise ValueError(text)
        shown = self._formats[int(self._style)] if int(self._style) < len(self._formats) else "number"
        self.cells.setdefault(self._row, {})[self._column] = Cell(kind, text, shown, self._formula)


class SharedStrings:
    """Gathers the texts that cells share, without the readings of signs that East Asian texts may have besides."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._pieces: list[str] = []
        self._inside = self._reading = False

    def begin(self, name: str, _: Attributes) -> None:
        if name == "si":
            self._pieces = []
        elif name == "rPh":
            self._reading = True
        elif name == "t":
            self._inside = not self._reading

    def text(self, text: str) -> None:
        if self._inside:
            self._pieces.append(text)

    def end(self, name: str) -> None:
        if name == "si":
            self.texts.append(unescaped("".join(self._pieces)))
        elif name == "rPh":
            self._reading = False
        elif name == "t":
            self._inside = False


def unescaped(text: str) -> str:
    """A text with the characters that XML can't hold, and without those that nobody sees and a terminal would obey."""
    whole = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text
    return whole if whole.isprintable() else CONTROL.sub(" ", whole)


def column_number(reference: str) -> int:
    """`E17` is in the fifth column."""
    number = 0
    for letter in reference:
        if not letter.isalpha():
            break
        number = number * 26 + ord(letter.upper()) - 64
    return number
