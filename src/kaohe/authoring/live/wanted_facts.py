"""How many facts an item still wants, as formulas."""

from collections.abc import Iterator, Sequence

from kaohe.backends.excel.cells import Formula, Reference, both, choose, compare, either, number, total
from kaohe.compiler.row_layout import Fact
from kaohe.results.calculation import MISSING, UNUSABLE, Calculation, Cell


class WantedFacts:
    """Counts facts that are missing, or can't be read."""

    def __init__(self, calculation: Calculation) -> None:
        self._known = frozenset(cell.name for cell in calculation.cells)
        self._slots = calculation.slots

    def cells(self, facts: Sequence[Fact]) -> Iterator[Cell]:
        """Of each fact 1 while something of it is wanted."""
        for fact in facts:
            asked = either(*self._asked(fact))
            yield Cell(f"wanted.{fact.key}", fact.called, choose(asked, number(1), number(0)))

    def count(self, facts: Sequence[Fact]) -> Formula:
        return total([Reference(f"wanted.{fact.key}") for fact in facts])

    def _asked(self, fact: Fact) -> Iterator[Formula]:
        yield from (self._open(f"state.{key}") for key in fact.keys() if f"state.{key}" in self._known)
        if not fact.indicator.list:
            return
        for slot in range(1, self._slots + 1):
            inside = [f"state.{fact.key}.{slot}.{name or 'value'}" for name in fact.indicator.fields]
            states = [self._open(name) for name in inside if name in self._known]
            if states:
                yield both(Reference(f"there.{fact.key}.{slot}"), either(*states))

    def _open(self, state: str) -> Formula:
        return either(*(compare("=", Reference(state), number(one)) for one in (MISSING, UNUSABLE)))
