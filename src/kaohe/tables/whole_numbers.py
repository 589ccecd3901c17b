"""What stands in a column as whole numbers, by its type; what can't be taken so is `odd` and read as files are."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

import polars as pl

from kaohe.formulas.kinds import NOT_APPLICABLE_WORDS
from kaohe.scoring.columns.column_fields import ColumnField
from kaohe.scoring.columns.column_names import FIRST_DAY, PERCENT_PLACES, counts_percents
from kaohe.scoring.columns.column_types import column_places

FLAGS: Mapping[str, bool] = {"是": True, "true": True, "否": False, "false": False}
NEVER, ALWAYS = pl.lit(value=False), pl.lit(value=True)
MONTHS = 12
MOST_DIGITS = 17
"""Whole numbers of so many digits have less than 63 bits."""
BITS: Mapping[pl.DataType, int] = {
    pl.Int8(): 7,
    pl.Int16(): 15,
    pl.Int32(): 31,
    pl.Int64(): 63,
    pl.UInt8(): 8,
    pl.UInt16(): 16,
    pl.UInt32(): 32,
}
"""How many bits numbers of a type have, without the sign."""


class Whole(NamedTuple):
    """The whole numbers, NULL where nothing stands; where something does that is not taken here.

    `odd` may be NULL where nothing stands.
    """

    value: pl.Expr
    odd: pl.Expr

    def within(self, held: tuple[int, int]) -> "Whole":
        """What does not lie there is odd as well."""
        beyond = ~self.value.is_between(*held)
        return Whole(self.value, beyond if self.odd is NEVER else self.odd | beyond)


class Taken(NamedTuple):
    """How one column is taken: of which field, and whether it counts percents, `86.5`, by its name."""

    field: ColumnField
    percents: bool


def whole_numbers(column: pl.Expr, kind: pl.DataType, taken: Taken) -> Whole:
    """A column of this type; texts as people write them where there is one way alone."""
    if kind == pl.String:
        return _text(without_blanks(column), taken)
    if isinstance(kind, pl.Categorical | pl.Enum) or kind.is_float():
        return _text(column.cast(pl.String), taken)
    if kind == pl.Boolean and taken.field.flag:
        return Whole(column, NEVER)
    if kind == pl.Date and taken.field.indicator.kind == "date":
        return Whole(column.cast(pl.Int64) + FIRST_DAY, NEVER)
    if (kind.is_integer() or isinstance(kind, pl.Decimal)) and not unlike_number(taken):
        return _number(column, kind, _places(taken))
    return Whole(pl.lit(None, pl.Int64), column.is_not_null())


def unlike_number(taken: Taken) -> bool:
    """Whether a bare number does not say what is meant: 0.5 may be half a percent or fifty."""
    percent = counts_percents(taken.field.indicator)
    return percent is not taken.percents or taken.field.indicator.kind in ("date", "month", "choice", "flag")


def without_blanks(text: pl.Expr) -> pl.Expr:
    """NULL where nothing but blanks stands."""
    plain = text.str.strip_chars()
    return pl.when(plain != "").then(plain)


def applies_not(text: pl.Expr) -> pl.Expr:
    """Whether a text says that the fact does not apply."""
    return text.str.strip_chars().is_in(NOT_APPLICABLE_WORDS).fill_null(value=False)


def _places(taken: Taken) -> int:
    return taken.field.decimals - PERCENT_PLACES * taken.percents


def _number(column: pl.Expr, kind: pl.DataType, places: int) -> Whole:
    """A number of decimals that its type says."""
    if kind in BITS and 2 ** BITS[kind] * 10**places <= 2 ** BITS[pl.Int64()]:
        return Whole(column.cast(pl.Int64) * 10**places if places else column.cast(pl.Int64), NEVER)
    scale = kind.scale if isinstance(kind, pl.Decimal) else 0
    top = column.cast(pl.Int128, strict=False) if kind.is_integer() else column.reinterpret(dtype=pl.Int128)
    odd = NEVER
    if scale < places:
        short = top.cast(pl.Int64, strict=False)  # a product of wide numbers might begin again at the other end
        top = short.cast(pl.Int128) * 10 ** (places - scale)
    elif scale > places:
        over = 10 ** (scale - places)
        top, odd = top // over, top % over != 0
    found = top.cast(pl.Int64, strict=False)
    return Whole(found, odd | (found.is_null() & column.is_not_null()))


def _text(text: pl.Expr, taken: Taken) -> Whole:
    kind = taken.field.indicator.kind
    if kind in _READ:
        return _READ[kind](text)
    if kind == "choice":
        return _option(text, taken.field)
    return _written_number(text, taken)


def _written_number(text: pl.Expr, taken: Taken) -> Whole:
    percent = counts_percents(taken.field.indicator)
    places = column_places(taken.field)
    sign = "-?" if taken.field.span.low < 0 else ""
    decimals = rf"(\.[0-9]{{1,{places}}})?" if places else ""
    end = "%" if percent and not taken.percents else ""
    simple = text.str.contains(rf"^{sign}(0|[1-9][0-9]{{0,{MOST_DIGITS - places - 1}}}){decimals}{end}$")
    plain = text.str.strip_suffix("%") if end else text
    if places:
        found = (
            plain.cast(pl.Decimal(38, places), strict=False).reinterpret(dtype=pl.Int128).cast(pl.Int64, strict=False)
        )
    else:
        found = plain.cast(pl.Int64, strict=False)
    return _where(simple, found, text)


def _where(simple: pl.Expr, found: pl.Expr, text: pl.Expr) -> Whole:
    """What is found where a text is simple; it is odd where it is another text."""
    return Whole(pl.when(simple).then(found), text.is_not_null() & (~simple | found.is_null()))


def _flag(text: pl.Expr) -> Whole:
    found = pl.when(text.is_in([*FLAGS])).then(text.is_in([one for one, value in FLAGS.items() if value]))
    return Whole(found, text.is_not_null() & found.is_null())


def _option(text: pl.Expr, field: ColumnField) -> Whole:
    """Not by `replace_strict`, of which many take very long to plan."""
    found = pl.coalesce(pl.when(text == word).then(number) for word, number in field.numbers.items()).cast(pl.Int64)
    return Whole(found, text.is_not_null() & found.is_null())


def _date(text: pl.Expr) -> Whole:
    simple = text.str.contains(r"^[1-9][0-9]{3}-[0-9][0-9]-[0-9][0-9]$")
    days = text.str.to_date("%Y-%m-%d", strict=False).cast(pl.Int64) + FIRST_DAY
    return _where(simple, days, text)


def _month(text: pl.Expr) -> Whole:
    simple = text.str.contains(r"^[1-9][0-9]{3}-(0[1-9]|1[0-2])$")
    year, month = (part.cast(pl.Int64, strict=False) for part in (text.str.slice(0, 4), text.str.slice(5, 2)))
    return _where(simple, year * MONTHS + month - 1, text)


_READ: Mapping[str, Callable[[pl.Expr], Whole]] = {"flag": _flag, "date": _date, "month": _month}
