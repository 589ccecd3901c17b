"""The columns in which scores stand: for every part its score, between what it lies, whether it has none."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

import polars as pl

from kaohe.compiler.totals import SECTIONS
from kaohe.scoring.columns.column_names import DIGITS
from kaohe.scoring.columns.program import Program
from kaohe.scoring.scorer import Ranges
from kaohe.tables.table_header import ROW
from kaohe.tables.whole_numbers import NEVER, without_blanks

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

    def of_program(self, found: pl.DataFrame, program: Program, ledger: Sequence[pl.Expr]) -> pl.DataFrame:
        """What a table of scores has, of what a program gives; a score that is certain is made once."""
        given = {(one.of, one.side) for one in program.outputs}
        sides = {
            part: _Sides.of(part, certain=(part, "score") in given, none=(part, NONE) in given) for part in self.parts
        }
        return self._told(found, sides, ledger)

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

    def of_rows(self, found: pl.DataFrame, ledger: Sequence[pl.Expr]) -> pl.DataFrame:
        """The same of rows that were scored by themselves."""
        return self._told(found, {part: _Sides.of(part, certain=False, none=True) for part in self.parts}, ledger)

    def _told(self, found: pl.DataFrame, sides: Mapping[str, "_Sides"], ledger: Sequence[pl.Expr]) -> pl.DataFrame:
        numbers = dict.fromkeys(side for one in sides.values() for side in (one.low, one.high))
        decimals = found.lazy().with_columns(self._decimal(pl.col(name)) for name in numbers)
        told = decimals.select(ROW, *self._head(sides), *self._scores(sides), *ledger)
        return told.collect(engine="in-memory")

    def _head(self, sides: Mapping[str, "_Sides"]) -> Iterator[pl.Expr]:
        """The state of the whole, and what has no score."""
        whole = sides[self.parts[-1]]
        state = pl.when(whole.decided).then(pl.lit("decided"))
        yield state.when(whole.none).then(pl.lit("not_scored")).otherwise(pl.lit("open")).alias(STATE)
        without = [pl.when(one.none).then(pl.lit(part)) for part, one in sides.items() if one.none is not NEVER]
        names = pl.concat_str(without, separator=", ", ignore_nulls=True) if without else pl.lit("")
        yield without_blanks(names).alias(NOT_SCORED)

    def _scores(self, sides: Mapping[str, "_Sides"]) -> Iterator[pl.Expr]:
        """Each part as decimals."""
        for part, one in sides.items():
            yield one.score.alias(part)
            if part in self.grades:
                yield self._grade(part)
            yield pl.col(one.low).alias(f"{part}.{LOW}")
            yield pl.col(one.high).alias(f"{part}.{HIGH}")

    def _grade(self, part: str) -> pl.Expr:
        """The id of a grade by its place."""
        place = pl.col(f"{GRADE}.{part}")
        ids = (pl.when(place == number).then(pl.lit(one)) for number, one in enumerate(self.grades[part], 1))
        return pl.coalesce(ids).alias(f"{part}.{GRADE}")

    def _decimal(self, column: pl.Expr) -> pl.Expr:
        return column.cast(pl.Int128).reinterpret(dtype=pl.Decimal(DIGITS, self.places))


class _Sides(NamedTuple):
    """The columns between which the score of a part lies, and whether it has none."""

    low: str
    high: str
    none: pl.Expr

    @classmethod
    def of(cls, part: str, *, certain: bool, none: bool) -> "_Sides":
        low, high = ("score", "score") if certain else (LOW, HIGH)
        return cls(f"{low}.{part}", f"{high}.{part}", pl.col(f"{NONE}.{part}") if none else NEVER)

    @property
    def decided(self) -> pl.Expr:
        """NULL, which decides nothing, where a side has no end."""
        return pl.col(self.low).is_not_null() if self.low == self.high else pl.col(self.low) == pl.col(self.high)

    @property
    def score(self) -> pl.Expr:
        """NULL where it is not decided."""
        low = pl.col(self.low)
        return low if self.low == self.high else pl.when(self.decided).then(low)


def without_bounds(scores: pl.DataFrame) -> pl.DataFrame:
    """The same without the columns that say between what scores and places lie."""
    ends = (f".{LOW}", f".{HIGH}", ".rank.best", ".rank.worst")
    return scores.select(name for name in scores.columns if not name.endswith(ends))


_KINDS: Mapping[str, type[pl.DataType]] = {LOW: POINTS, HIGH: POINTS, NONE: pl.Boolean}
