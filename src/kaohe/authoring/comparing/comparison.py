"""Two rubrics compared: both sides, and every item of either with what became of it."""

from dataclasses import dataclass

from kaohe.authoring.comparing.pairs import ItemPair, item_pairs
from kaohe.rubric.model import Rubric


@dataclass(frozen=True, slots=True)
class Version:
    """A rubric with the fingerprint of its file."""

    rubric: Rubric
    sha256: str


@dataclass(frozen=True, slots=True)
class RubricComparison:
    """`items` stand in the new form's order; those that are gone come last."""

    old: Version
    new: Version
    items: tuple[ItemPair, ...]

    @property
    def waiting(self) -> tuple[ItemPair, ...]:
        """The items that somebody should go over."""
        return tuple(one for one in self.items if waits(one))


def compared(old: Version, new: Version) -> RubricComparison:
    return RubricComparison(old, new, item_pairs(old.rubric, new.rubric))


def waits(pair: ItemPair) -> bool:
    """Whether the item's official text is not the one of before, nor one that somebody has confirmed."""
    if pair.new is None:
        return False
    item = pair.new.item
    if item.confirmed is not None:
        return item.waits
    return pair.old is not None and item.digest != pair.old.item.digest
