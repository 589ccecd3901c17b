"""What is computed of units of which nothing is missing and of others: what the two programs of a rubric share."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kaohe.compiler.totals import SECTIONS
from kaohe.scoring.calculation.total_cells import TOTAL
from kaohe.scoring.columns.program import Program, program
from kaohe.scoring.compiled_rubric import CompiledRubric


@dataclass(frozen=True, slots=True)
class Programs:
    """What is computed of rows of which nothing is missing, and of others."""

    complete: Program
    open: Program

    def held(self) -> Mapping[str, tuple[int, int]]:
        """Between what whole numbers must lie for both."""
        other = self.open.held
        return {
            key: (max(low, other[key][0]), min(high, other[key][1])) for key, (low, high) in self.complete.held.items()
        }

    def grades(self, compiled: CompiledRubric) -> Mapping[str, Sequence[str]]:
        """The ids of the grades of sections and the whole, but where other units decide them as well."""
        none = {*self.complete.ungraded, *self.open.ungraded}
        named = {f"{SECTIONS}.{name}" if name else TOTAL: trees.grades for name, trees in compiled.grades.items()}
        return {name: [one.id for one in grades] for name, grades in named.items() if name not in none}


def programs(compiled: CompiledRubric, *, ledger: bool = False, shared: bool = False) -> Programs:
    """Both, with their ledgers, and what grades need whose places are `shared` out, where it is wanted.

    Raises TooLarge.
    """
    both = (program(compiled, complete=complete, ledger=ledger, shared=shared) for complete in (True, False))
    return Programs(*both)
