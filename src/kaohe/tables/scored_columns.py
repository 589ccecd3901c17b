"""The columns in which scores stand: for every part its score, between what it lies, whether it has none."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

import polars as pl

from kaohe.compiler.totals import SECTIONS
from kaohe.scoring.columns.column_names import DIGITS
from kaohe.scoring.columns.program import Program
from kaohe.scoring.scorer import Ranges
from kaohe.tables.table_header import ROW
from kaohe.tables.whole_numbers import without_blanks

LOW, HIGH, NONE, GRADE = "low", "high", "none", "grade"
STATE, NOT_SCORED = "state", "not_scored"
POINTS = pl.Int64


@dataclass(frozen=True, slots=True)
class ScoredColumns:
    """The parts of a rubric, by what formulas call them; the whole comes last."""

    parts: Sequence[str]
    places: int
    grades: Mapping[str, Sequence[str]]
    """The ids of the grades of sections and the whole, where a column can have them."""

    def of_program(self, program: Program) -> Iterator[pl.Expr]:
        """Both sides of every part, and whether it has no score, of what a program gives."""
        yield pl.col(ROW)
        found: dict[tuple[str, str], pl.Expr] = {(one.of, one.side): pl.col(one.column) for one in program.outputs}
        for part in self.parts:
            for side in (LOW, HIGH):
                column = found.get((part, "score"))
                yield (found[part, side] if column is None else column).cast(POINTS).alias(f"{side}.{part}")
            yield found.get((part, NONE), pl.lit(value=False)).alias(f"{NONE}.{part}")
        yield from (pl.col(f"{GRADE}.{name}").cast(pl.Int64) for name in self.grades)

    def of_ranges(self, row: int, found: Ranges | None) -> Mapping[str, int | bool | None]:
        """The same of one row that was scored by itself; nothing of one that could not be."""
        told: dict[str, int | bool | None] = {ROW: row}
        ranges = {} if found is None else {**found.parts, self.parts[-1]: found.whole}
        for part in self.parts:
            one = ranges.get(part)
            told[f"{LOW}.{part}"] = None if one is None else self._whole(one.low)
            told[f"{HIGH}.{part}"] = None if one is None else self._whole(one.high)
            told[f"{NONE}.{part}"] = one is not None and not one.scored
        for name, ids in self.grades.items():
            reached = None if found is None else found.grades[name.removeprefix(f"{SECTIONS}.") * (name in found.parts)]
            told[f"{GRADE}.{name}"] = ids.index(reached.id) + 1 if reached is not None and reached.id else None
        return told

    def _whole(self, score: Fraction | None) -> int | None:
        return None if score is None else int(score * 10**self.places)

    def schema(self) -> Mapping[str, type[pl.DataType]]:
        """Of these columns."""
        sides = {f"{side}.{part}": kind for part in self.parts for side, kind in _KINDS.items()}
        return {ROW: pl.Int64, **sides, **{f"{GRADE}.{name}": POINTS for name in self.grades}}

    def told(self) -> Iterator[pl.Expr]:
        """What a table of scores has: the state of the whole, what has no score, each part as decimals."""
        whole = self.parts[-1]
        yield (
            pl.when(_decided(whole))
            .then(pl.lit("decided"))
            .when(pl.col(f"{NONE}.{whole}"))
            .then(pl.lit("not_scored"))
            .otherwise(pl.lit("open"))
            .alias(STATE)
        )
        names = [pl.when(pl.col(f"{NONE}.{part}")).then(pl.lit(part)) for part in self.parts]
        yield without_blanks(pl.concat_str(names, separator=", ", ignore_nulls=True)).alias(NOT_SCORED)
        for part in self.parts:
            low, high = self._decimal(pl.col(f"{LOW}.{part}")), self._decimal(pl.col(f"{HIGH}.{part}"))
            yield pl.when(_decided(part)).then(low).alias(part)
            if part in self.grades:
                yield self._grade(part)
            yield low.alias(f"{part}.{LOW}")
            yield high.alias(f"{part}.{HIGH}")

    def _grade(self, part: str) -> pl.Expr:
        """The id of a grade by its place."""
        place = pl.col(f"{GRADE}.{part}")
        ids = (pl.when(place == number).then(pl.lit(one)) for number, one in enumerate(self.grades[part], 1))
        return pl.coalesce(ids).alias(f"{part}.{GRADE}")

    def _decimal(self, column: pl.Expr) -> pl.Expr:
        return column.cast(pl.Int128).reinterpret(dtype=pl.Decimal(DIGITS, self.places))


def without_bounds(scores: pl.DataFrame) -> pl.DataFrame:
    """The same without the columns that say between what scores and places lie."""
    ends = (f".{LOW}", f".{HIGH}", ".rank.best", ".rank.worst")
    return scores.select(name for name in scores.columns if not name.endswith(ends))


def _decided(part: str) -> pl.Expr:
    """NULL, which decides nothing, where a side has no end."""
    return pl.col(f"{LOW}.{part}") == pl.col(f"{HIGH}.{part}")


_KINDS: Mapping[str, type[pl.DataType]] = {LOW: POINTS, HIGH: POINTS, NONE: pl.Boolean}
