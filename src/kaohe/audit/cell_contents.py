"""What stands in the cells of a page, as it is compared and as it is told."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from math import isclose

from openpyxl.cell import Cell, MergedCell
from openpyxl.worksheet.formula import ArrayFormula, DataTableFormula
from openpyxl.worksheet.worksheet import Worksheet

from kaohe.messages import Language, say
from kaohe.source.spreadsheet.sheet_cells import Cell as Computed
from kaohe.source.spreadsheet.sheet_cells import Cells

Place = tuple[int, int]
"""Row and column, from 1."""
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_FORMULA = 300
"""Characters of a formula that are told; one that is made to burst has millions."""
_PRECISION = 1e-14
"""Spreadsheets keep fifteen digits of a number, and the program that saves it may cut the others."""
_SHOWN, _BEFORE = 32, 8
"""Characters of a long text that are told, and how many of them stand before the place that differs."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula, and what it came to when the workbook was last computed, if it was."""

    text: str
    value: str | None


Content = int | float | str | Formula | None
Contents = Mapping[Place, Content]


def contents(page: Worksheet, computed: Cells | None = None) -> Contents:
    """All that is not empty; `computed` are the same page's cells with what its formulas came to."""
    cells = page._cells  # noqa: SLF001 - the public ways make every cell up to the last
    known = computed or {}
    found = {place: _content(cell, known.get(place[0], {}).get(place[1])) for place, cell in cells.items()}
    return {place: content for place, content in found.items() if content is not None}


def has_formulas(page: Worksheet) -> bool:
    cells = page._cells  # noqa: SLF001 - as above
    return any(cell.data_type == "f" for cell in cells.values())


def _content(cell: Cell | MergedCell, computed: Computed | None) -> Content:
    value = cell.value
    if cell.data_type == "f":
        text = value.text if isinstance(value, ArrayFormula) else value
        shown = "{=TABLE}" if isinstance(value, DataTableFormula) else str(text)
        return Formula(shown, _value(computed))
    return plain_content(value)


def _value(computed: Computed | None) -> str | None:
    """What a formula came to, None where nothing has computed it."""
    if computed is None or computed.kind == "unknown":
        return None
    return str(computed.text == "1") if computed.kind == "flag" else computed.text


def plain_content(value: object) -> int | float | str | None:
    """What is no formula: a number, or a text as it is read."""
    if value is None or (isinstance(value, int | float) and not isinstance(value, bool)):
        return value
    text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), str(value)).replace("\r\n", "\n").replace("\r", "\n")
    return text if text.strip() else None


def same(one: Content, other: Content) -> bool:
    """Whether two cells hold the same; a number written as text is not the number."""
    if isinstance(one, int | float) and isinstance(other, int | float):
        return one == other or isclose(one, other, rel_tol=_PRECISION)
    return one == other


def shown(content: Content, other: Content, language: Language) -> str:
    """A content for people: of a long text the part around the place where it differs from the other."""
    if content is None:
        return say("verification.empty", language)
    if isinstance(content, Formula):
        code = "verification.formula_unknown" if content.value is None else "verification.formula"
        text = content.text if len(content.text) <= _FORMULA else f"{content.text[: _FORMULA - 1]}…"
        return say(code, language, formula=text, value=content.value)
    if isinstance(content, str):
        return f"“{_part(content, other if isinstance(other, str) else '')}”"
    return str(content)


def _part(text: str, other: str) -> str:
    flat = text.replace("\n", " ")
    if len(flat) <= _SHOWN:
        return flat
    pairs = enumerate(zip(flat, other.replace("\n", " "), strict=False))
    differs = next((at for at, (one, two) in pairs if one != two), min(len(text), len(other)))
    start = max(0, min(differs - _BEFORE, len(flat) - _SHOWN))
    end = start + _SHOWN
    return f"{'…' * (start > 0)}{flat[start:end]}{'…' * (end < len(flat))}"
