"""What a batch's scores come to, worked out once: points lost, stages compared, what hangs on readings."""

from dataclasses import dataclass
from fractions import Fraction

from kaohe.results.causes import Cause
from kaohe.results.score_range import ScoreRange, Side
from kaohe.results.summary import Heading, Summary, Switched, UnitScore


@dataclass(frozen=True, slots=True)
class Loss:
    """Points that the units did not reach on an item, or on several together.

    More than full marks is no loss, and makes up for none. `losses` are the units', in their order, each open as far
    as the score is. `lost` adds up those of items that are decided, None where none is; `possible` are the points that
    these could have, `share` is their part of all points lost. `among_most` is one of the largest of all items'.
    """

    heading: Heading
    losses: tuple[ScoreRange, ...]
    lost: Side
    possible: Fraction
    share: Side
    among_most: bool = False

    @property
    def losers(self) -> int:
        """How many units lost for certain, whatever is still open."""
        return sum(bool(one.low) for one in self.losses)

    @property
    def undecided(self) -> int:
        """How many units' losses are open."""
        return sum(one.score is None for one in self.losses)

    @property
    def everyone(self) -> bool:
        """Whether every unit lost for certain."""
        return self.losers == len(self.losses) > 0

    @property
    def nobody(self) -> bool:
        """Whether every unit lost nothing for certain."""
        return not self.losers and not self.undecided

    @property
    def rate(self) -> Side:
        """失分率: what was lost of the points that could be had."""
        return self.lost / self.possible if self.lost is not None and self.possible else None


@dataclass(frozen=True, slots=True)
class BatchLosses:
    """The losses on every item, and together on those of each section and of the whole form.

    `most` is each unit's largest decided loss on one item, 0 where it lost nothing.
    """

    items: tuple[Loss, ...]
    sections: tuple[Loss, ...]
    whole: Loss
    most: tuple[Fraction, ...]


@dataclass(frozen=True, slots=True)
class StagePair:
    """One unit at the stage that it began with and at this one; both ranks are among units with a score at both.

    `differences` are those of the sections, None where a side is open. `moved` are the items whose scores differ, the
    most first; `unknown` is whether some item can't be compared yet.
    """

    first: UnitScore
    now: UnitScore
    old_rank: int | None
    new_rank: int | None
    difference: Side
    differences: tuple[Side, ...]
    moved: tuple[tuple[Heading, Fraction], ...]
    unknown: bool

    @property
    def climbed(self) -> int | None:
        """By how many ranks the unit is better now."""
        return None if self.old_rank is None or self.new_rank is None else self.old_rank - self.new_rank


@dataclass(frozen=True, slots=True)
class Disagreement:
    """An item of one unit, decided at both stages, whose score is another now, by the `causes` that moved it.

    Those that moved it the way that it went come first, the largest before the others.
    """

    pair: StagePair
    item: Heading
    old: Fraction
    new: Fraction
    causes: tuple[Cause, ...]

    @property
    def by(self) -> Fraction:
        return self.new - self.old


@dataclass(frozen=True, slots=True)
class ChangedItem:
    """An item whose score is another at this stage: for how many units, and by how many points in all."""

    item: Heading
    units: int
    points: Fraction


@dataclass(frozen=True, slots=True)
class UnitEffect:
    """A unit whose total or rank is another if a passage is read in another way: `then` is the total it would have.

    `difference` is None where either total is open.
    """

    unit: UnitScore
    then: ScoreRange
    difference: Side
    old_rank: int | None
    new_rank: int | None

    @property
    def changed(self) -> bool:
        return (self.unit.total.low, self.unit.total.high) != (self.then.low, self.then.high)

    @property
    def moved(self) -> bool:
        return self.old_rank != self.new_rank


@dataclass(frozen=True, slots=True)
class ReadingEffect:
    """What one alternative reading changes, for the units that it concerns, those ranked best now first."""

    switched: Switched
    units: tuple[UnitEffect, ...]

    @property
    def changed(self) -> int:
        """How many totals are others."""
        return sum(one.changed for one in self.units)

    @property
    def moves(self) -> tuple[UnitEffect, ...]:
        """The units whose rank moves, the best new rank first."""
        moved = [one for one in self.units if one.moved]
        return tuple(sorted(moved, key=lambda one: (one.new_rank is None, one.new_rank)))

    @property
    def total(self) -> Side:
        """What the totals that are decided both ways change by together; None where none is and changes."""
        known = [one.difference for one in self.units if one.difference]
        return sum(known, Fraction(0)) if known else None

    @property
    def largest(self) -> UnitEffect | None:
        """Of these, the one that changes most."""
        known = [one for one in self.units if one.difference]
        return max(known, key=lambda one: abs(one.difference or Fraction(0)), default=None)


@dataclass(frozen=True, slots=True)
class BatchFigures:
    """A summary and all that follows from it.

    `pairs` are in the order of this stage's ranking, those that can't be compared last; `effects` are those that
    change some total, those that move most ranks first; `disagreements` are the largest first.
    """

    summary: Summary
    losses: BatchLosses
    pairs: tuple[StagePair, ...]
    changed_items: tuple[ChangedItem, ...]
    disagreements: tuple[Disagreement, ...]
    effects: tuple[ReadingEffect, ...]
