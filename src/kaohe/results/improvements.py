"""提分清单: the smallest change of each fact that adds points, as plain data for every form of output."""

from dataclasses import dataclass
from fractions import Fraction

from kaohe.results.sheet import Sheet


@dataclass(frozen=True, slots=True)
class ItemNamed:
    """An item by its number on the form; of a section the section's, of the whole none."""

    number: str
    id: str
    title: str


@dataclass(frozen=True, slots=True)
class FactNamed:
    """One value that a unit reports: where its file has it, and how people call it.

    `item` is `shared` for a fact on which several items rest; `member` and `field` are empty where there are none.
    """

    item: str
    indicator: str
    member: str
    field: str
    label: str


@dataclass(frozen=True, slots=True)
class WrittenValue:
    """A fact's value: as a unit's file takes it (a flag, or text), and as people write it."""

    written: bool | str
    shown: str


@dataclass(frozen=True, slots=True)
class Spared:
    """What a clause takes less, or gives more, once the fact is changed."""

    rule: str
    clause: str
    points: Fraction


@dataclass(frozen=True, slots=True)
class Improvement:
    """The smallest change of one fact that adds points to the whole.

    `items` are the fact's own item and all whose score changes with it.
    """

    fact: FactNamed
    items: tuple[ItemNamed, ...]
    before: WrittenValue
    after: WrittenValue
    gap: str
    """How far the fact is from there, in words."""
    reached: str
    """What is then said of it, where it is a number; else nothing."""
    gain: Fraction
    lifts_veto: bool
    spared: tuple[Spared, ...]
    fixed: bool
    """Whether the fact is past, and can't be changed any more."""
    at_edge: bool
    """Whether so little is wanting that the figure should be checked rather than worked on."""


@dataclass(frozen=True, slots=True)
class GradeMissed:
    """A grade of a section, or of the whole, that the unit can't have, and what stands in its way."""

    holder: ItemNamed
    title: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Undecided:
    """A fact whose values were too many to look at all of them; up to `steps` units more or less nothing helps."""

    fact: FactNamed
    steps: int


@dataclass(frozen=True, slots=True)
class Improvements:
    """All improvements of one unit: those that lift a veto first, then by gain.

    Gains are those of the score, or where facts are missing of the lowest score that is certain; where nothing bounds
    the score below, there are none.
    """

    sheet: Sheet
    found: tuple[Improvement, ...]
    vetoed: tuple[ItemNamed, ...]
    """Where a veto takes points now."""
    undecided: tuple[Undecided, ...]
    missed: tuple[GradeMissed, ...] = ()

    @property
    def measure(self) -> Fraction | None:
        """What the gains add to."""
        return self.sheet.low
