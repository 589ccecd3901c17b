"""Facts that need not exist: what decides about each, alone or together with others, and whether they do."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence

from kaohe.backends.cells.formulas import Formula
from kaohe.backends.cells.spans import Truth
from kaohe.compiler.row_layout import Fact
from kaohe.scoring.compiled_rubric import CompiledRubric


class FactGroups(ABC):
    """The facts of a rubric by what decides whether they exist."""

    def __init__(self, compiled: CompiledRubric) -> None:
        self._facts = compiled.layout.facts
        self._optional = optional_facts(compiled)

    def group(self, fact: Fact) -> str:
        """What decides whether a fact exists; nothing where it must."""
        return fact.group or fact.key if fact.start in self._optional else ""

    def group_of(self, key: str) -> str:
        """The same by the key of an indicator of which trees ask."""
        return next((self.group(fact) for fact in self._facts if key in (fact.key, *fact.keys())), "")

    def groups(self) -> Mapping[str, Sequence[Fact]]:
        """The facts that need not exist, by what decides about them."""
        found: dict[str, list[Fact]] = {}
        for fact in self._facts:
            if self.group(fact):
                found.setdefault(self.group(fact), []).append(fact)
        return found

    @abstractmethod
    def possible(self, group: str) -> tuple[Formula, Formula]:
        """Whether facts can exist, and whether they can be gone."""

    def existing(self, group: str, truth: Truth | None = None) -> Mapping[str, Truth]:
        """Whether the facts of a group exist, by their keys."""
        found = Truth(*self.possible(group)) if truth is None else truth
        return {key: found for fact in self._facts if self.group(fact) == group for key in (fact.key, *fact.keys())}

    def exists(self) -> dict[str, Truth]:
        """The same of all facts that need not."""
        return {key: truth for group in self.groups() for key, truth in self.existing(group).items()}


def optional_facts(compiled: CompiledRubric) -> frozenset[int]:
    """Where facts stand in a row that need not exist: some tree asks whether they do, or none rests on them."""
    asked = {fact.start for fact in compiled.layout.facts if not compiled.optional.isdisjoint(fact.keys())}
    places = (place for group in compiled.reader.groups.values() for place in group.values())
    return frozenset(asked | {place.start for place in places if place.optional})
