"""Numbers as people write them: read exactly from the text, written back without loss."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any, NoReturn

from kaohe.expr.dates import date_text, month_text
from kaohe.expr.tree import Const, Notation

Number = int | Fraction
FULL_WIDTH = str.maketrans("０１２３４５６７８９．－−＋％，：／", "0123456789.--+%,:/")
"""Digits and signs as Chinese input methods write them."""
_PERCENT = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?%")
_FULL_WIDTH_NUMBER = re.compile(r"[-+－＋]?[\d.．]+[%％]?")
LARGEST = 10**30
"""Nothing that an office counts is as large."""
SHOWN_PLACES = 3
MOST_PLACES = 30
"""No rubric writes as many decimals: a number that would need them has no end."""
_DIGITS = re.compile(r"-?\d+(\.\d+)?")
_GROUPED = re.compile(r"\d{1,3}([ ,，_]\d{3})+(\.\d+)?")
_MEASURED = re.compile(r"(?P<number>\d+(\.\d+)?) ?(?P<multiple>[万亿])?[^\W\d_]{0,4}")
_MULTIPLES = {"万": 10**4, "亿": 10**8}


class Unreadable(ValueError):  # noqa: N818 - a finding, turned into a problem where its place is known
    """A value of the wrong kind: `code` names the sentence, `parameters` fill it."""

    def __init__(self, code: str, **parameters: object) -> None:
        self.code = code
        self.parameters = parameters
        super().__init__(code)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that remembers whether it was written as a percent, a date or a month."""

    value: Fraction
    unit: Notation

    def const(self) -> Const:
        return Const(self.value, self.unit)

    def text(self) -> str:
        if self.unit is Notation.DATE:
            return date_text(int(self.value))
        if self.unit is Notation.MONTH:
            return month_text(int(self.value))
        return percent_text(self.value) if self.unit is Notation.PERCENT else plain(self.value)


@dataclass(frozen=True, eq=False)
class Scalar:
    """How one kind of YAML value is read: into models, into facts and into a JSON Schema alike.

    `read` raises Unreadable; `name` is what it takes, by a word that the reference page has a sentence for.
    """

    read: Callable[[Any], Any]
    schema: Mapping[str, Any]
    name: str

    def __get_pydantic_core_schema__(self, _source: object, _handler: object) -> Any:
        from pydantic_core import PydanticCustomError, core_schema

        def validate(raw: object) -> object:
            try:
                return self.read(raw)
            except Unreadable as found:
                raise PydanticCustomError(found.code, "{code}", {"code": found.code, **found.parameters}) from None

        return core_schema.no_info_plain_validator_function(validate)

    def __get_pydantic_json_schema__(self, _core: object, _handler: object) -> dict[str, Any]:
        return dict(self.schema)


def int_if_whole(value: Number) -> Number:
    """The same number, as an int where it is a whole one."""
    return value.numerator if value.denominator == 1 else value


def added(values: Iterable[Fraction]) -> Fraction:
    """The sum of any number of fractions; many of one denominator are soon added."""
    numerators: dict[int, int] = {}
    for value in values:
        numerators[value.denominator] = numerators.get(value.denominator, 0) + value.numerator
    return sum((Fraction(value, below) for below, value in numerators.items()), Fraction(0))


def plain(value: Fraction) -> str:
    """Exact decimal text without trailing zeros ("7.5", "-5"); "1/3" where no finite decimal exists."""
    numerator, denominator = value.numerator, value.denominator
    if denominator == 1:
        return str(numerator)
    places = next((places for places in range(1, MOST_PLACES) if 10**places % denominator == 0), None)
    if places is None:
        return str(value)
    digits = f"{abs(numerator) * 10**places // denominator:0{places + 1}d}"
    return f"{'-' * (numerator < 0)}{digits[:-places]}.{digits[-places:]}"


def readable(value: Number) -> str:
    """A number for people: where it has more than three decimals, three and a sign that says so."""
    if isinstance(value, int):
        return str(value)
    text = plain(value)
    if "/" not in text and len(text.partition(".")[2]) <= SHOWN_PLACES:
        return text
    kept = Fraction(int(abs(value) * 10**SHOWN_PLACES), 10**SHOWN_PLACES)
    return f"{'-' * (value < 0)}{plain(kept)}…"


def percent_text(value: Fraction) -> str:
    """A percent for people."""
    return f"{readable(value * 100)}%"


def read_number(raw: object) -> Fraction:
    """A decimal of zero or more."""
    value = _decimal(raw)
    if value < 0:
        raise Unreadable("negative-number", found=shown(raw))
    return value


def read_positive(raw: object) -> Fraction:
    """A decimal above zero: something will be divided by it."""
    value = read_number(raw)
    if value == 0:
        raise Unreadable("zero-divisor", found=shown(raw))
    return value


def read_count(raw: object) -> int:
    """A whole number of zero or more."""
    value = read_number(raw)
    if value.denominator != 1:
        raise Unreadable("whole-number-expected", found=shown(raw))
    return value.numerator


def read_percent(raw: object) -> Fraction:
    """`93.2%`, and nothing without its sign: 0.932 and 93.2 are a hundredfold apart."""
    value = read_signed_percent(raw)
    if value < 0:
        raise Unreadable("negative-number", found=shown(raw))
    return value


def read_quantity(raw: object) -> Quantity:
    """A number or a percent, by how it is written."""
    if isinstance(raw, str) and raw.endswith("%"):
        return Quantity(read_percent(raw), Notation.PERCENT)
    return Quantity(read_number(raw), Notation.NONE)


def read_signed_quantity(raw: object) -> Quantity:
    """The same, below zero too."""
    if isinstance(raw, str) and raw.endswith("%"):
        return Quantity(read_signed_percent(raw), Notation.PERCENT)
    return Quantity(_decimal(raw), Notation.NONE)


def read_amount(raw: object) -> Fraction:
    """A decimal that may be below zero: a profit, a balance."""
    return _decimal(raw)


def read_flag(raw: object) -> bool:
    """True or false; 是 and 否 are the form's own words for them."""
    if isinstance(raw, bool):
        return raw
    if raw in ("是", "否"):
        return raw == "是"
    raise Unreadable("flag-expected", found=shown(raw))


def read_text(raw: object) -> str:
    if raw in (None, ""):
        raise Unreadable("text-empty")
    if not isinstance(raw, str):
        raise Unreadable("text-expected", found=shown(raw))
    return raw


def shown(raw: object) -> str:
    """A value as its author wrote it, on one line, cut where it is long."""
    text = _written(raw)
    return text if len(text) <= 40 else f"{text[:39]}…"  # noqa: PLR2004


def _written(raw: object) -> str:
    if raw is None:
        return "(空)"
    if isinstance(raw, bool):
        return str(raw).lower()
    if isinstance(raw, dict):
        return f"{{{', '.join(f'{key}: {_written(value)}' for key, value in raw.items())}}}"
    if isinstance(raw, list):
        return f"[{', '.join(map(_written, raw))}]"
    return str(raw)


def read_signed_percent(raw: object) -> Fraction:
    """`-3.5%`: a rate of growth may be below zero."""
    if isinstance(raw, str) and _PERCENT.fullmatch(raw):
        return Fraction(raw[:-1]) / 100
    _refuse_full_width(raw)
    raise Unreadable("percent-expected", found=shown(raw))


def _decimal(raw: object) -> Fraction:
    if isinstance(raw, (int, Decimal)) and not isinstance(raw, bool):
        if not -LARGEST < raw < LARGEST:
            raise Unreadable("number-too-large", found=shown(raw))
        return Fraction(raw)
    _refuse_full_width(raw)
    if isinstance(raw, str):
        _refuse_text(raw)
    raise Unreadable("number-expected", found=shown(raw))


def _refuse_full_width(raw: object) -> None:
    if isinstance(raw, str) and not raw.isascii() and _FULL_WIDTH_NUMBER.fullmatch(raw.strip()):
        raise Unreadable("full-width-number", found=raw, expected=raw.strip().translate(FULL_WIDTH))


def _refuse_text(raw: str) -> NoReturn:
    """Say what to write where it is certain; a number is only suggested if it is what was meant."""
    if _DIGITS.fullmatch(raw):
        raise Unreadable("quoted-number", found=raw)
    grouped = _GROUPED.fullmatch(raw)
    measured = _MEASURED.fullmatch(raw)
    if grouped:
        raise Unreadable("grouped-number", found=raw, expected=re.sub(r"[ ,，_]", "", raw))
    if measured:
        number = Fraction(measured["number"]) * _MULTIPLES.get(measured["multiple"] or "", 1)
        raise Unreadable("number-with-unit", found=raw, expected=plain(number))
    raise Unreadable("number-expected", found=shown(raw))


_NUMBER_SCHEMA = {"type": "number", "minimum": 0}
_PERCENT_SCHEMA = {"type": "string", "pattern": r"^(0|[1-9][0-9]*)(\.[0-9]+)?%$"}
_SIGNED_PERCENT_SCHEMA = {"type": "string", "pattern": r"^-?(0|[1-9][0-9]*)(\.[0-9]+)?%$"}

NUMBER = Scalar(read_number, _NUMBER_SCHEMA, "number")
AMOUNT = Scalar(read_amount, {"type": "number"}, "signed-number")
POSITIVE = Scalar(read_positive, {"type": "number", "exclusiveMinimum": 0}, "positive")
COUNT = Scalar(read_count, {"type": "integer", "minimum": 0}, "count")
PERCENT = Scalar(read_percent, _PERCENT_SCHEMA, "percent")
SIGNED_PERCENT = Scalar(read_signed_percent, _SIGNED_PERCENT_SCHEMA, "signed-percent")
QUANTITY = Scalar(read_quantity, {"anyOf": [_NUMBER_SCHEMA, _PERCENT_SCHEMA]}, "quantity")
SIGNED_QUANTITY = Scalar(
    read_signed_quantity, {"anyOf": [{"type": "number"}, _SIGNED_PERCENT_SCHEMA]}, "signed-quantity"
)
FLAG = Scalar(read_flag, {"enum": [True, False, "是", "否"]}, "flag")
TEXT = Scalar(read_text, {"type": "string", "minLength": 1}, "text")

Points = Annotated[Fraction, NUMBER]
Percent = Annotated[Fraction, PERCENT]
Entry = Annotated[Quantity, SIGNED_QUANTITY]
Positive = Annotated[Fraction, POSITIVE]
Count = Annotated[int, COUNT]
Flag = Annotated[bool, FLAG]
Text = Annotated[str, TEXT]
