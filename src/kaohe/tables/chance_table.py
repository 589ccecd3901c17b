"""The grades that units may have, as columns of a table: what is kept of each row until all places are shared out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import polars as pl

from kaohe.compiler.grade_trees import GradeTrees
from kaohe.compiler.totals import SECTIONS
from kaohe.results.grade_reached import GradeReached
from kaohe.scoring.calculation.total_cells import TOTAL
from kaohe.scoring.columns.chance_columns import BASE, BY_MINIMUM, CHANCES, MET, UNSCORED, shared_out
from kaohe.scoring.columns.program import Program
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.scoring.scorer import Ranges
from kaohe.scoring.unit_grade import OPEN
from kaohe.tables.scored_columns import HIGH, LOW

Told = Mapping[str, int | None]


@dataclass(frozen=True, slots=True)
class Chances:
    """Those of one section or the whole: `part` is its column of scores, `name` what its grades are called by."""

    part: str
    name: str
    trees: GradeTrees

    def columns(self) -> list[str]:
        """The digits of grades, the places of classes, and each number that breaks a tie over another."""
        ties = [f"tie.{self.part}.{at}.{level}" for at, several in enumerate(self._ties) for level in range(several)]
        classes = [f"class.{self.part}.{choice}" for choice in self.trees.groups]
        return [f"chances.{self.part}", *classes, *(f"{one}{end}" for one in ties for end in ("", ".over"))]

    @property
    def _ties(self) -> list[int]:
        return [len(several) for several in self.trees.tie_breaks]

    @property
    def read(self) -> list[str]:
        """The columns from which a unit's grades are made."""
        return [*self.columns(), f"{self.part}.{LOW}", f"{self.part}.{HIGH}"]

    def told(self, reached: GradeReached | None) -> Iterator[int | None]:
        """What the columns have of a unit that was scored by itself."""
        if reached is None or not reached.may_have:
            yield UNSCORED if reached is None else None
            yield from (None for _ in self.columns()[1:])
            return
        may_have = {one.id: BY_MINIMUM if one.id in reached.by_minimum else MET for one in reached.may_have}
        yield sum(may_have.get(one.id, 0) * BASE**at for at, one in enumerate(self.trees.grades))
        yield from ([*options].index(reached.groups[name]) for name, options in self.trees.groups.items())
        for grade, several in zip(self.trees.grades, self._ties, strict=True):
            for side in reached.tie_breaks.get(grade.id, (None,) * several):
                yield from (None, None) if side is None else (Fraction(side).numerator, Fraction(side).denominator)

    def reached(self, row: Sequence[Any]) -> GradeReached | None:
        """The same again, of what was `read`: nothing without a score, no grade while one is open."""
        digits, *others, low, high = row
        if digits == UNSCORED:
            return None
        if digits is None:
            return OPEN
        many = len(self.trees.groups)
        found = [(one, digits // BASE**at % BASE) for at, one in enumerate(self.trees.grades)]
        may_have = tuple(one for one, digit in found if digit)
        return GradeReached(
            may_have=may_have,
            quota=len(may_have) > 1,
            why="",
            score=None if low is None or low != high else Fraction(low),
            by_minimum=tuple(one.id for one, digit in found if digit == BY_MINIMUM),
            groups={
                name: [*options][at] for (name, options), at in zip(self.trees.groups.items(), others, strict=False)
            },
            tie_breaks=dict(self._breaks(others[many:])),
        )

    def _breaks(self, sides: Sequence[int | None]) -> Iterator[tuple[str, tuple[Fraction | None, ...]]]:
        pairs = zip(sides[::2], sides[1::2], strict=True)
        numbers = iter([None if top is None or not over else Fraction(top, over) for top, over in pairs])
        for grade, many in zip(self.trees.grades, self._ties, strict=True):
            yield grade.id, tuple(next(numbers) for _ in range(many))


@dataclass(frozen=True, slots=True)
class ChanceTable:
    """The columns of all sections, and of the whole, of whose grades places are shared out."""

    every: tuple[Chances, ...]

    def of_program(self, program: Program) -> Iterator[pl.Expr]:
        """They, of what a program gives."""
        for one in program.outputs:
            if one.side in CHANCES:
                yield pl.col(one.column).cast(pl.Int128).alias(one.column)
                if one.side == "tie":
                    yield pl.lit(one.over, pl.Int128).alias(f"{one.column}.over")

    def of_ranges(self, found: Ranges | None) -> Told:
        """The same of one row that was scored by itself; nothing of one that could not be."""
        grades = {} if found is None else found.grades
        return {
            name: value
            for one in self.every
            for name, value in zip(one.columns(), one.told(grades.get(one.name)), strict=True)
        }

    def schema(self) -> Mapping[str, type[pl.DataType]]:
        """Of these columns."""
        return {name: pl.Int128 for one in self.every for name in one.columns()}


def chance_table(compiled: CompiledRubric) -> ChanceTable | None:
    """None where a unit's own facts decide all grades."""
    every = tuple(
        Chances(f"{SECTIONS}.{name}" if name else TOTAL, name, trees)
        for name, trees in shared_out(compiled.grades).items()
    )
    return ChanceTable(every) if every else None
