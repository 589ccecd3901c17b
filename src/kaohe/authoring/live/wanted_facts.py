"""How many facts an item still wants, and whether kaohe alone computes some, as formulas."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from kaohe.backends.cells.formulas import Formula, Reference, both, choose, compare, either, number, total
from kaohe.compiler.row_layout import Fact
from kaohe.results.calculation import BEYOND, MISSING, UNUSABLE, Calculation, Cell


class WantedFacts:
    """Counts facts that are missing, or can't be read, and finds those that are too much for a spreadsheet."""

    def __init__(self, calculation: Calculation) -> None:
        self._known = frozenset(cell.name for cell in calculation.cells)
        self._slots = calculation.slots
        self._numbers = frozenset(f"state.{one.key}" for one in calculation.fields)

    def cells(self, facts: Sequence[Fact]) -> Iterator[Cell]:
        """Of each fact 1 while something of it is wanted; of each list whether it is too much to be computed."""
        for fact in facts:
            asked = either(*self._found(fact, self._known, (MISSING, UNUSABLE)))
            yield Cell(f"wanted.{fact.key}", fact.called, choose(asked, number(1), number(0)))
            if fact.indicator.list:
                many = self._found(fact, {*self._numbers, f"state.{fact.key}"}, (BEYOND,))
                yield Cell(f"beyond.{fact.key}", fact.called, either(*many))

    def count(self, facts: Sequence[Fact]) -> Formula:
        return total([Reference(f"wanted.{fact.key}") for fact in facts])

    def beyond(self, facts: Sequence[Fact]) -> Formula:
        """Whether nothing of these is wanted, and kaohe alone computes some."""
        found: list[Formula] = []
        for fact in facts:
            single = self._found(fact, self._numbers, (BEYOND,))
            found += [Reference(f"beyond.{fact.key}")] if fact.indicator.list else single
        return both(either(*found), compare("=", self.count(facts), number(0)))

    def _found(self, fact: Fact, among: AbstractSet[str], states: tuple[int, ...]) -> Iterator[Formula]:
        """Whether any cell of a fact is in one of these states."""
        yield from (_is_in(f"state.{key}", states) for key in fact.keys() if f"state.{key}" in among)
        for slot in range(1, self._slots + 1) if fact.indicator.list else ():
            inside = [f"state.{fact.key}.{slot}.{name or 'value'}" for name in fact.indicator.fields]
            found = [_is_in(name, states) for name in inside if name in among]
            if found:
                yield both(Reference(f"there.{fact.key}.{slot}"), either(*found))


def _is_in(state: str, states: tuple[int, ...]) -> Formula:
    return either(*(compare("=", Reference(state), number(one)) for one in states))
