"""What people write for a fact: its text becomes what is meant where there is no doubt; else it stays the text."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from kaohe.expr.dates import days, months
from kaohe.expr.numbers import FULL_WIDTH, Scalar, Unreadable
from kaohe.formulas.indicators import Indicator
from kaohe.formulas.kinds import NOT_APPLICABLE_WORDS
from kaohe.submission.word_mends import ZEROS

NUMBER = re.compile(r"-?\d+(\.\d+)?")
GROUPED = re.compile(r"-?\d{1,3}(,\d{3})+(\.\d+)?")
LEADING_ZEROS = re.compile(r"^(-?)0+(?=\d)")
DATE = re.compile(r"(\d{4}) ?(?:年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?[日号]|([-./])(\d{1,2})\4(\d{1,2}))")
MONTH = re.compile(r"(\d{4}) ?(?:年 ?(\d{1,2}) ?月份?|[-/](\d{1,2})|\.(\d\d|[2-9]))")
"""`2012.1` is none: a spreadsheet shows October so, where 2012.10 was entered as a number."""
YEAR = re.compile(r"(\d{4}) ?(?:年度?)?")
TRUE, FALSE = ("true", "√", "✓", "✔"), ("false", "×", "✗", "✘")
PLAIN_FLAGS = ("是", "√", "true"), ("否", "×", "false")
"""Those of these words, and of a file's own, that no program takes for others: some take one ✓ for any other sign."""
HAVING = re.compile(r"(是否)?有无?")
"""How a flag is called that 有 and 无 answer; in 无违规 either of them may be meant as either."""
LONGEST = 60
"""Characters: no number of an office has as many."""


def cell_value(text: str, indicator: Indicator, reader: str) -> Any:
    """The value of a text without blanks around it; None where it is empty. `reader` is what is read, by its word."""
    if not text or text in NOT_APPLICABLE_WORDS:
        return text or None
    if indicator.kind == "choice":
        return _option(text, indicator.options)
    if reader in ZEROS:
        return number_value(text, indicator.unit, percent=reader == "signed-percent")
    if reader == "flag":
        return _flag(text, indicator.label)
    return _READ.get(reader, str)(text)


def read_fact(raw: Any, indicator: Indicator, reader: Scalar) -> tuple[Any, bool]:
    """What stands in a file for a fact, or else what is meant by it and that it is so; raises Unreadable."""
    try:
        value = reader.read(raw)
    except Unreadable:
        meant = _meant_by(raw, indicator, reader.name)
        if meant is raw:
            raise
        return reader.read(meant), True
    return _option(value, indicator.options) if indicator.kind == "choice" else value, False


def accepted(value: Any, indicator: Indicator, reader: str) -> bool:
    """Whether the reader of this name takes a value that is meant, and the rubric's range holds it."""
    scalar = next((one for one in indicator.fields.values() if one.name == reader), None)
    try:
        read = value if scalar is None else scalar.read(value)
    except Unreadable:
        return False
    return indicator.range is None or not isinstance(read, int | Fraction) or indicator.range.holds(read)


def otherwise(text: str, value: Any) -> bool:
    """Whether a text that stands where there are only texts says its value in another way than files do."""
    return not (value is None or str(value) == text or text.lower() in (TRUE[0], FALSE[0]))


def _meant_by(raw: Any, indicator: Indicator, reader: str) -> Any:
    """The value of what need not be a text; itself where it says no more."""
    if type(raw) in (int, Decimal) and reader in ("month", "signed-percent"):  # 2012.3; none at all is no percent
        raw = f"{raw:f}"
    meant = cell_value(raw.strip(), indicator, reader) if isinstance(raw, str) else raw
    return raw if meant is None else meant


def flag_words(label: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words that any spreadsheet can tell for yes and for no where a flag is called so."""
    yes, no = PLAIN_FLAGS
    return ((*yes, "有"), (*no, "无")) if HAVING.match(label) else (yes, no)


def year_value(text: str) -> Any:
    """`2011`, `2011年`."""
    found = YEAR.fullmatch(text.translate(FULL_WIDTH))
    return int(found[1]) if found else text or None


def date_value(text: str) -> str:
    """`2012年3月31日` as `2012-03-31`."""
    found = DATE.fullmatch(text.translate(FULL_WIDTH))
    year, month, day = [part for part in found.groups() if part and part.isdecimal()] if found else ("", "", "")
    written = f"{year}-{month:0>2}-{day:0>2}"
    return text if days(written) is None else written


def number_value(text: str, unit: str, *, percent: bool = False) -> Any:
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
    if percent and not Decimal(plain):
        return "0%"
    return Decimal(plain) if "." in plain else int(plain)


def _flag(text: str, label: str) -> Any:
    word = text.lower()
    if text in ("有", "无") and HAVING.match(label):
        return text == "有"
    return word in TRUE if word in (*TRUE, *FALSE) else text


def _month(text: str) -> str:
    found = MONTH.fullmatch(text.translate(FULL_WIDTH))
    year, month = [part for part in found.groups() if part] if found else ("", "")
    written = f"{year}-{month:0>2}"
    return text if months(written) is None else written


def _option(text: str, options: Mapping[str, str]) -> str:
    """An option's id, also for its label; blanks and line breaks around either do not count."""
    named = [name for name, label in options.items() if label.strip() == text.strip()]
    return named[0] if text not in options and len(named) == 1 else text


_READ: Mapping[str, Callable[[str], Any]] = {"date": date_value, "month": _month}
"""How what is neither a number nor a flag nor a choice is read."""
