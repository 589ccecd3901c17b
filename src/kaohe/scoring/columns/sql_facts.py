"""Columns of a warehouse as the numbers that formulas take: scaled exactly, or marked where that can't be."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kaohe.backends.columns.sql_code import Sql
from kaohe.backends.columns.sql_dialects import LONG, Dialect
from kaohe.expr.dates import MONTHS
from kaohe.scoring.columns.column_fields import ColumnField
from kaohe.scoring.columns.column_names import DIGITS, FIRST_DAY, ending
from kaohe.scoring.columns.column_types import column_places, column_type
from kaohe.scoring.columns.peer_fields import OVER, PeerField

MONTH = "^[1-9][0-9]{3}-(0[1-9]|1[0-2])$"
GIVEN, WRONG = "given.", "wrong."
"""What stands before the key of a field as it is given, and of whether it can't be taken."""
Held = Mapping[str, tuple[int, int]]
"""Between what the whole number of each fact must lie."""


@dataclass(frozen=True, slots=True)
class SqlField:
    """One column of facts: `name` is what it is called in the warehouse, but for what says that it counts percents."""

    field: ColumnField
    name: str
    dialect: Dialect
    choices: Mapping[str, int]

    @property
    def key(self) -> str:
        return self.field.key

    @property
    def kind(self) -> str:
        return "flag" if self.field.flag else self.field.indicator.kind

    @property
    def column(self) -> str:
        return f"{self.name}{ending(self.field.indicator)}"

    @property
    def places(self) -> int:
        """The decimals that the column may have."""
        return column_places(self.field)

    def type(self) -> str:
        """The type that the column should have."""
        return column_type(self.field, self.dialect)

    def written(self) -> Sql:
        """How formulas read it."""
        return Sql(self.dialect.name_of(self.key), 0 if self.kind == "flag" else LONG)

    def given(self) -> Iterator[str]:
        """The column as it is, and the number that comes of it, which may be rounded or too large."""
        name = self.dialect.name_of
        raw = name(self.column)
        if self.kind == "flag":
            yield f"{raw} AS {name(self.key)}"
            return
        yield f"{raw} AS {name(GIVEN + self.key)}"
        yield f"{self._read(raw)} AS {name(self.key)}"

    def _read(self, raw: str) -> str:
        text, long = self.dialect.text_of, self.dialect.types[LONG]
        if self.kind == "choice":
            options = (f"WHEN {text(one)} THEN {self.choices[one]}" for one in self.field.indicator.options)
            return f"CAST(CASE {raw} {' '.join(options)} END AS {long})"
        if self.kind == "date":
            return f"CAST({self.dialect.days.format(raw)} + {FIRST_DAY} AS {long})"
        if self.kind == "month":
            year, month = (f"CAST(SUBSTR({raw}, {part}) AS {long})" for part in ("1, 4", "6, 2"))
            return f"CASE WHEN {self.dialect.matches.format(raw, text(MONTH))} THEN {year} * {MONTHS} + {month} - 1 END"
        return f"TRY_CAST({raw} AS {self.type()})"

    def taken(self, held: Held) -> Iterator[str]:
        """The whole number of its last decimal, NULL where it is wrong; whether it is; the column as it is."""
        name = self.dialect.name_of
        key, raw, wrong = name(self.key), name(GIVEN + self.key), name(WRONG + self.key)
        if self.kind == "flag":
            yield key
            return
        sound = " AND ".join(self._sound(key, raw, held))
        wide = f"CAST({key} AS DECIMAL({DIGITS + self.places}, {self.places}))"  # or the product has no more digits
        number = f"CAST({wide} * {10**self.places} AS {self.dialect.types[LONG]})" if self.places else key
        yield raw
        yield f"CASE WHEN {sound} THEN {number} END AS {key}"
        yield f"({raw} IS NOT NULL AND NOT COALESCE({sound}, FALSE)) AS {wrong}"

    @property
    def apart(self) -> bool:
        """Whether what its whole number is over is a column of its own."""
        return isinstance(self.field, PeerField) and self.field.apart

    def divisor(self) -> Iterator[str]:
        """That column, where the number is published."""
        if self.apart:
            number = f"CAST({10**self.field.decimals} AS {self.dialect.types[LONG]})"
            yield f"{number} AS {self.dialect.name_of(OVER + self.key)}"

    def _sound(self, key: str, raw: str, held: Held) -> Iterator[str]:
        if self.kind not in ("date", "month", "choice"):
            yield f"{key} = {raw}"
        most = 10**DIGITS - 1
        low, high = held[self.key]
        yield f"{key} BETWEEN {self._decimal(max(low, -most))} AND {self._decimal(min(high, most))}"

    def _decimal(self, numerator: int) -> str:
        """A whole number of last decimals as the number that it stands for."""
        digits = f"{abs(numerator):0{self.places + 1}d}"
        text = f"{digits[: -self.places]}.{digits[-self.places :]}" if self.places else digits
        return f"(-{text})" if numerator < 0 else text
