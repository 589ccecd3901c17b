"""What edges are looked for in: something scored by a row of facts, with the places where its course turns."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any, Protocol

from kaohe.analysis.improving.movable_facts import Movable
from kaohe.authoring.cases.boundaries.begun_row import Row
from kaohe.authoring.cases.boundaries.fact_values import Constants
from kaohe.authoring.cases.boundaries.turns import Turn
from kaohe.scoring.compiled_rubric import CompiledRubric


class Course(Protocol):
    """An item, or the whole form."""

    compiled: CompiledRubric
    turns: tuple[Turn, ...]

    @property
    def constants(self) -> Constants:
        """The numbers that its clauses name."""

    def score(self, row: Row) -> Fraction | None:
        """None where there is none."""

    def seen(self, row: Row) -> tuple[Any, ...]:
        """What people see of it."""

    def course(self, row: Row, spot: Movable) -> Sequence[Fraction]:
        """The number of each turn that a value has a part in."""

    def turns_of(self, spot: Movable) -> tuple[Turn, ...]:
        """These turns."""
