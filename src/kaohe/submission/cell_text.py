"""What a cell says: its text becomes what a unit's file would have, where there is no doubt; else it stays a text."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from kaohe.expr.dates import days, months
from kaohe.formulas.indicators import Indicator
from kaohe.formulas.kinds import NOT_APPLICABLE_WORDS
from kaohe.submission.word_mends import ZEROS

FULL_WIDTH = str.maketrans("０１２３４５６７８９．－％，：／", "0123456789.-%,:/")
NUMBER = re.compile(r"-?\d+(\.\d+)?")
GROUPED = re.compile(r"-?\d{1,3}(,\d{3})+(\.\d+)?")
LEADING_ZEROS = re.compile(r"^(-?)0+(?=\d)")
DATE = re.compile(r"(\d{4})(?:年(\d{1,2})月(\d{1,2})日|([-./])(\d{1,2})\4(\d{1,2}))")
MONTH = re.compile(r"(\d{4})(?:年(\d{1,2})月|[-./](\d{1,2}))")
YEAR = re.compile(r"(\d{4}) ?年?")
TRUE, FALSE = ("true", "√", "✓", "✔"), ("false", "×", "✗", "✘")
LONGEST = 60
"""Characters: no number of an office has as many."""


def cell_value(text: str, indicator: Indicator, reader: str) -> Any:
    """The value of a cell without blanks around it; None where it is empty. `reader` is what is read, by its word."""
    if not text or text in NOT_APPLICABLE_WORDS:
        return text or None
    if indicator.kind == "choice":
        return _option(text, indicator.options)
    if reader in ZEROS:
        return _number(text, indicator.unit, percent=reader == "signed-percent")
    return _READ.get(reader, str)(text)


def year_value(text: str) -> Any:
    """`2011`, `2011年`."""
    found = YEAR.fullmatch(text.translate(FULL_WIDTH))
    return int(found[1]) if found else text or None


def _number(text: str, unit: str, *, percent: bool) -> Any:
    """Without the fact's own unit; what no file could have is cut, for no reader could say more of it."""
    if len(text) > LONGEST:
        return f"{text[:LONGEST]}…"
    plain = text.translate(FULL_WIDTH)
    sign = "%" if percent and plain.endswith("%") else ""
    plain = plain.removesuffix(sign or unit).rstrip()
    if GROUPED.fullmatch(plain):
        plain = plain.replace(",", "")
    if not NUMBER.fullmatch(plain):
        return text
    if sign:
        return LEADING_ZEROS.sub(r"\1", plain) + sign
    return Decimal(plain) if "." in plain else int(plain)


def _flag(text: str) -> Any:
    word = text.lower()
    return word in TRUE if word in (*TRUE, *FALSE) else text


def _date(text: str) -> str:
    found = DATE.fullmatch(text.translate(FULL_WIDTH))
    year, month, day = [part for part in found.groups() if part and part.isdecimal()] if found else ("", "", "")
    written = f"{year}-{month:0>2}-{day:0>2}"
    return text if days(written) is None else written


def _month(text: str) -> str:
    found = MONTH.fullmatch(text.translate(FULL_WIDTH))
    year, month = [part for part in found.groups() if part] if found else ("", "")
    written = f"{year}-{month:0>2}"
    return text if months(written) is None else written


def _option(text: str, options: Mapping[str, str]) -> str:
    """An option's id, also for its label."""
    named = [name for name, label in options.items() if label == text]
    return named[0] if text not in options and len(named) == 1 else text


_READ: Mapping[str, Callable[[str], Any]] = {"flag": _flag, "date": _date, "month": _month}
"""How what is neither a number nor a choice is read."""
