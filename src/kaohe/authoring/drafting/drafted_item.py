"""What became of an item: rules and vetoes, words that score nothing, clauses that are left to do."""

from dataclasses import dataclass, field

from kaohe.authoring.drafting.drafting_item import Rule


@dataclass(slots=True)
class DraftedItem:
    """What became of an item's method: rules and vetoes, words that score nothing, clauses that are left to do."""

    rules: list[Rule] = field(default_factory=list)
    vetoes: list[Rule] = field(default_factory=list)
    non_scoring: list[Rule] = field(default_factory=list)
    todo: list[Rule] = field(default_factory=list)

    def take(self, other: "DraftedItem") -> None:
        """What became of more of the method."""
        self.rules += other.rules
        self.vetoes += other.vetoes
        self.non_scoring += other.non_scoring
        self.todo += other.todo
