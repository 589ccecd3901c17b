"""What a workbook's cell says: numbers, dates and ticks as they are kept there become what a unit's file would have."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from kaohe.expr.dates import SPREADSHEET_ZERO
from kaohe.formulas.indicators import Indicator
from kaohe.formulas.kinds import NOT_APPLICABLE_WORDS
from kaohe.source.spreadsheet.sheet_cells import Cell
from kaohe.submission.cell_text import cell_value
from kaohe.submission.entry_rows import option_labels
from kaohe.submission.word_mends import ZEROS

DIGITS = 15
"""So many significant digits of a number does a spreadsheet show, and compute with; the rest is noise."""
PERCENT = "signed-percent"
EARLIEST, LATEST = 20_000, 80_000
"""Days from 1900: plain numbers between these (1954 to 2119) are taken for dates where a date is asked for."""
ZERO_1904 = date(1904, 1, 1)
BLANKS = " \t\r\n\u3000\xa0\u200b\ufeff"
_OTHER_WORKBOOK = re.compile(r"\[\d+\]|\[[^\]]+\.xl\w+\]")
_PERCENT = re.compile(r"[+-]?(\d+(?:\.\d+)?)%")
MOST_PERCENT = 1000
"""What is above is perhaps a number that was typed into a cell of percents and made a hundred times as much."""
_YEAR_AND_MONTH = re.compile(r"\d{4}\.\d{1,2}")


@dataclass(frozen=True, slots=True)
class Typed:
    """The value of a cell, None where it is empty. `taken` is how it was taken where that is not as it stands.

    `refused` is the code of what is wrong with it, which `told` fill.
    """

    value: Any = None
    taken: str = ""
    refused: str = ""
    told: Mapping[str, object] = field(default_factory=dict)


def typed(cell: Cell | None, indicator: Indicator, reader: str, *, since_1904: bool = False) -> Typed:
    """The value of a cell for a fact; `reader` is what is read, by its word."""
    if cell is None or (cell.kind == "text" and not cell.text.strip(BLANKS)):
        return Typed()
    refused = _unsound(cell)
    if refused:
        return refused
    read = _of_text if cell.kind == "text" else _of_flag if cell.kind == "flag" else _of_number
    found = read(cell, indicator, reader, ZERO_1904 if since_1904 else SPREADSHEET_ZERO)
    return Typed(found.value, "formula") if cell.formula is not None and not (found.taken or found.refused) else found


def plain_text(cell: Cell | None) -> str:
    """What a cell says as a text: numbers as a spreadsheet shows them."""
    if cell is None or cell.kind in ("unknown", "error"):
        return ""
    if cell.kind == "flag":
        return "TRUE" if cell.text == "1" else "FALSE"
    return f"{decimal(cell.text):f}" if cell.kind == "number" else cell.text.strip(BLANKS)


def doubted_percent(value: Any) -> str:
    """What is meant perhaps instead of a percent that is hardly ever reached; empty where there is no doubt."""
    found = _PERCENT.fullmatch(value) if isinstance(value, str) else None
    if not found or Decimal(found[1]) <= MOST_PERCENT:
        return ""
    return _percent(Decimal(value[:-1]) / 100)


def decimal(text: str) -> Decimal:
    """A number as a spreadsheet shows it: what is behind the fifteenth digit is the noise of computing."""
    short = Decimal(repr(float(text)))
    digits = len(short.as_tuple().digits)
    if digits > DIGITS:
        short = Decimal(f"{short:.{DIGITS - 1}e}")
    return Decimal(int(short)) if short == int(short) else short.normalize()


def _unsound(cell: Cell) -> Typed | None:
    """What is wrong with a cell whatever is asked for."""
    if cell.formula is not None and _OTHER_WORKBOOK.search(cell.formula):
        return Typed(refused="cell-of-other-workbook", told={"found": cell.formula})
    if cell.kind == "unknown":
        return Typed(refused="formula-not-computed", told={"found": cell.formula})
    if cell.kind == "error":
        return Typed(refused="cell-error", told={"found": cell.text})
    return None


def _of_flag(cell: Cell, indicator: Indicator, reader: str, start: date) -> Typed:
    del indicator, start
    value = cell.text == "1"
    return Typed(value) if reader == "flag" else Typed("TRUE" if value else "FALSE")


def _of_text(cell: Cell, indicator: Indicator, reader: str, start: date) -> Typed:
    del start
    text = cell.text.strip(BLANKS)
    value = cell_value(text, indicator, reader)
    if value in NOT_APPLICABLE_WORDS:
        return Typed(value)
    number = isinstance(value, int | Decimal) and not isinstance(value, bool)
    if reader in ZEROS:
        certain = str(value).endswith("%") if reader == PERCENT else number
        return Typed(value, "text" if certain else "")
    if indicator.kind == "choice" and value not in indicator.options:
        shown = {label: name for name, label in option_labels(indicator.options).items()}
        return Typed(shown.get(text, value))
    return Typed(value, "" if value == text or indicator.kind == "choice" else "word")


def _of_number(cell: Cell, indicator: Indicator, reader: str, start: date) -> Typed:
    number = decimal(cell.text)
    if reader in ("date", "month"):
        return _day(number, indicator, reader, cell, start)
    if reader in ZEROS and cell.shown == "date":
        return Typed(refused="number-turned-date", told={"found": _date_text(number, start) or f"{number:f}"})
    if reader == PERCENT:
        return Typed(_percent(number * 100)) if cell.shown == "percent" or not number else Typed(number)
    if reader in ZEROS and cell.shown == "percent":
        return Typed(refused="percent-not-wanted", told={"found": _percent(number * 100), "expected": f"{number:f}"})
    if reader in ZEROS:
        return Typed(int(number) if number == int(number) else number)
    return Typed(cell_value(f"{number:f}", indicator, reader))


def _percent(number: Decimal) -> str:
    return f"{Decimal(int(number)) if number == int(number) else number.normalize():f}%"


def _day(number: Decimal, indicator: Indicator, reader: str, cell: Cell, start: date) -> Typed:
    """A date as days from its start, or a month as a number that looks like one."""
    text = f"{number:f}"
    if cell.shown != "date" and reader == "month" and _YEAR_AND_MONTH.fullmatch(text):
        value = cell_value(text, indicator, reader)
        return Typed(value, "" if value == text else "serial")
    if cell.shown != "date" and not EARLIEST <= number <= LATEST:
        return Typed(text)
    found = _date_text(number, start)
    value = found[:7] if reader == "month" and found else found or text
    return Typed(value, "" if cell.shown == "date" else "serial")


def _date_text(number: Decimal, start: date) -> str:
    """The day of a number of days, whatever the hour; nothing where no calendar has it."""
    try:
        return (start + timedelta(days=int(number))).isoformat()
    except OverflowError:
        return ""
