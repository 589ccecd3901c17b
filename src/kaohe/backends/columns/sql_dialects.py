"""Where the engines of SQL differ: names, types, texts, days, quotients of whole numbers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

LONG, WIDE = 64, 128
"""Bits of a whole number; wide ones have a type of their own in each engine."""
SHORT = 32


@dataclass(frozen=True, slots=True)
class Dialect:
    """One engine. `towards_zero` is a quotient of whole numbers without its fraction, by their bits."""

    name: str
    quote: str
    types: Mapping[int, str]
    text: str
    days: str
    """The days from 1970-01-01 to a date, which is put in for {}."""
    matches: str
    """Whether a text, put in for the first {}, matches a pattern as a whole, put in for the second."""
    towards_zero: Mapping[int, Callable[[str, str], str]]
    wide_literal: str = "{}"
    escapes: Mapping[str, str] = field(default_factory=lambda: {"'": "''"})

    def name_of(self, name: str) -> str:
        """A name of a column or a table, whatever characters it has."""
        return f"{self.quote}{name.replace(self.quote, self.quote * 2)}{self.quote}"

    def text_of(self, value: str) -> str:
        return f"'{''.join(self.escapes.get(one, one) for one in value)}'"

    def whole(self, value: int) -> str:
        """A whole number; one with a sign is set in brackets."""
        text = str(value) if self.bits_of(value) < WIDE else self.wide_literal.format(value)
        return f"({text})" if value < 0 else text

    @staticmethod
    def bits_of(value: int) -> int:
        return next(bits for bits in (SHORT, LONG, WIDE) if abs(value) < 2 ** (bits - 1))


def _infix(sign: str) -> Callable[[str, str], str]:
    return lambda left, right: f"({left} {sign} {right})"


def _of_decimals(left: str, right: str) -> str:
    """What can be divided without a rest, since quotients of decimals are rounded."""
    return f"CAST(({left} - {left} % {right}) / {right} AS DECIMAL(38, 0))"


DUCKDB = Dialect(
    name="duckdb",
    quote='"',
    types={SHORT: "INTEGER", LONG: "BIGINT", WIDE: "HUGEINT"},
    text="VARCHAR",
    days="DATE_DIFF('day', DATE '1970-01-01', {})",
    matches="REGEXP_FULL_MATCH({}, {})",
    towards_zero={LONG: _infix("//"), WIDE: _infix("//")},
)
SPARK = Dialect(
    name="spark",
    quote="`",
    types={SHORT: "INT", LONG: "BIGINT", WIDE: "DECIMAL(38, 0)"},
    text="STRING",
    days="DATEDIFF({}, DATE '1970-01-01')",
    matches="REGEXP_LIKE({}, {})",
    towards_zero={LONG: _infix("div"), WIDE: _of_decimals},  # div of decimals takes 64 bits, and says nothing
    escapes={"'": "\\'", "\\": "\\\\"},
)
TRINO = Dialect(
    name="trino",
    quote='"',
    types={SHORT: "INTEGER", LONG: "BIGINT", WIDE: "DECIMAL(38, 0)"},
    text="VARCHAR",
    days="DATE_DIFF('day', DATE '1970-01-01', {})",
    matches="REGEXP_LIKE({}, {})",
    towards_zero={LONG: _infix("/"), WIDE: _of_decimals},
    wide_literal="DECIMAL '{}'",
)
DIALECTS: Mapping[str, Dialect] = {one.name: one for one in (DUCKDB, SPARK, TRINO)}
