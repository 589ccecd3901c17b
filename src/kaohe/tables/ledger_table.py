"""The ledger in a table: for each account what is due and applied as decimals, and by words what is no such decimal."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

import polars as pl

from kaohe.compiler.lowering import ITEMS
from kaohe.scoring.account_sums import account_sums
from kaohe.scoring.columns.column_names import DIGITS
from kaohe.scoring.columns.program import LEDGER_SIDES, Output, Program, Side
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.tables.whole_numbers import without_blanks

LEDGER, OPEN = "ledger", "open"
FRACTIONS = f"{LEDGER}.fractions"
"""The column of a row's numbers that have more decimals than points, or none: `coverage.0.due 1/3, …`."""
BETWEEN = ", "
Row = Sequence[Any]


@dataclass(frozen=True, slots=True)
class LedgerTable:
    """The columns of the accounts, ITEM.N, of those items that have a ledger in columns."""

    accounts: Sequence[str]
    places: int

    def of_program(self, program: Program) -> Iterator[pl.Expr]:
        """They, of what a program gives."""
        outputs = {(one.of, one.side): one for one in program.outputs}
        apart: list[pl.Expr] = []
        for name in self.accounts:
            for side in LEDGER_SIDES:
                yield self._decimal(outputs[name, side], apart).alias(_column(name, side))
            still = outputs.get((name, "open"))
            found = pl.lit(value=False) if still is None else pl.col(still.column)
            yield found.alias(_column(name, "open"))
        joined = pl.concat_str(apart, separator=BETWEEN, ignore_nulls=True) if apart else pl.lit(None, pl.String)
        yield without_blanks(joined).map_elements(_reduced, return_dtype=pl.String).alias(FRACTIONS)  # they are rare

    def _decimal(self, output: Output, apart: list[pl.Expr]) -> pl.Expr:
        """A number with the decimals of points, NULL where it is none; `apart` gathers the words for it then."""
        top = pl.col(output.column).cast(pl.Int128)
        if not output.over:
            return self._points(top)
        over = pl.col(output.over) if isinstance(output.over, str) else pl.lit(output.over)
        over = over.cast(pl.Int128)
        scaled = top * pl.lit(10**self.places, pl.Int128)
        whole = scaled % over == 0
        words = pl.format("{} {}/{}", pl.lit(f"{output.of}.{output.side}"), top, over)
        apart.append(pl.when(~whole).then(words))
        return self._points(pl.when(whole).then(scaled // over))

    def _points(self, scaled: pl.Expr) -> pl.Expr:
        return scaled.reinterpret(dtype=pl.Decimal(DIGITS, self.places))

    def of_row(self, compiled: CompiledRubric, row: Row | None) -> Mapping[str, Decimal | bool | str | None]:
        """The same of one row of facts that was scored by itself; nothing of one that could not be."""
        told: dict[str, Decimal | bool | str | None] = dict.fromkeys(self.schema())
        words, named = list[str](), frozenset(self.accounts)
        for one in () if row is None else account_sums(compiled, row):
            if one.name in named:
                for side, value in zip(LEDGER_SIDES, (one.due, one.applied), strict=True):
                    told[_column(one.name, side)] = found = self._exact(value)
                    if found is None:
                        words.append(f"{one.name}.{side} {value}")
                told[_column(one.name, "open")] = one.open
        told[FRACTIONS] = BETWEEN.join(words) or None
        return told

    def _exact(self, value: Fraction) -> Decimal | None:
        scaled = value * 10**self.places
        return Decimal(scaled.numerator).scaleb(-self.places) if scaled.denominator == 1 else None

    def schema(self) -> Mapping[str, pl.DataType]:
        """Of these columns."""
        kinds = [(side, pl.Decimal(DIGITS, self.places)) for side in LEDGER_SIDES]
        sides: list[tuple[Side, pl.DataType]] = [*kinds, ("open", pl.Boolean())]
        return {**{_column(name, side): kind for name in self.accounts for side, kind in sides}, FRACTIONS: pl.String()}


def ledger_table(compiled: CompiledRubric, programs: Sequence[Program]) -> LedgerTable:
    """That of programs which have a ledger; what one of them leaves out is in none."""
    without = frozenset(name for one in programs for name in one.unledgered)
    accounts = [
        f"{item.item.id}.{number}"
        for item in compiled.items
        if f"{ITEMS}.{item.item.id}" not in without
        for number, _ in enumerate(item.accounts)
    ]
    return LedgerTable(accounts, compiled.rubric.rounding.places)


def _reduced(words: str) -> str:
    """The same with fractions in their lowest terms."""
    found = (one.split(" ") for one in words.split(BETWEEN))
    return BETWEEN.join(f"{name} {Fraction(number)}" for name, number in found)


def _column(name: str, side: Side) -> str:
    return f"{LEDGER}.{name}.{side}"
