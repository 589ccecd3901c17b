"""Units' facts on the way from one rubric to another: which of them each step takes from which side."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kaohe.authoring.comparing.mixed_items import material
from kaohe.authoring.comparing.way import Step
from kaohe.formulas.indicators import Indicator
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.stages.peer_facts import known_over_all
from kaohe.stages.rubric_versions import row_under
from kaohe.stages.unit_stages import UnitState

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """Every unit's facts as the old rubric has them and as the new one knows them again."""

    old: CompiledRubric
    new: CompiledRubric
    pairs: tuple[tuple[Row, Row], ...]

    def under(self, step: Step) -> list[Row]:
        """The rows of the units by a step's rubric, with what is known over all of them."""
        rows = list(self._own(step))
        if not step.compiled.peers:
            return rows
        known = dict(known_over_all([(str(at), row) for at, row in enumerate(rows)], step.compiled))
        return [tuple(known[str(at)].get(place, one) for place, one in enumerate(row)) for at, row in enumerate(rows)]

    def _own(self, step: Step) -> Iterator[Row]:
        if step.compiled in (self.old, self.new):
            side = int(step.compiled is self.new)
            yield from (pair[side] for pair in self.pairs)
            return
        sources = list(self._sources(step))
        for pair in self.pairs:
            yield tuple(None if one is None else pair[one[0]][one[1]] for one in sources)

    def _sources(self, step: Step) -> Iterator[tuple[int, int] | None]:
        """For each place in a row the side, 0 or 1, and the place there; None where neither has such a fact.

        What the old rubric has, and what is called the same and means it still, is taken from there.
        """
        for fact in step.compiled.layout.facts:
            key = fact.keys()[0]
            before = self.old.layout.by_key.get(key)
            same = before is not None and _same(before.indicator, fact.indicator)
            found = before if same else self.new.layout.by_key.get(_renamed(key, step.names))
            for at in range(fact.width()):
                yield None if found is None else (int(not same), found.start + at)


def _same(before: Indicator, fact: Indicator) -> bool:
    return before.label == fact.label and material(before) == material(fact)


def rows_of(states: Sequence[UnitState], old: CompiledRubric, new: CompiledRubric) -> Rows:
    """The facts of units whose files may name any rubric."""
    pairs = (tuple(_row(state, side) for side in (old, new)) for state in states)
    return Rows(old, new, tuple((before, after) for before, after in pairs))


def _row(state: UnitState, side: CompiledRubric) -> Row:
    return row_under(state.compiled, side, state.row, state.values.year, labels=True)


def _renamed(key: str, names: Mapping[str, str]) -> str:
    """A fact's key under the id that its item has in the new rubric."""
    item, dot, rest = key.partition(".")
    return f"{names.get(item, item)}{dot}{rest}"
