"""Between which places units stand, as columns: of scores between two sides, among all units or those of a group."""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

ROW = "rank.row"
GROUP = "rank.group"
LOW, HIGH = "rank.low", "rank.high"
UNITS, BOUNDED, ABOVE, BELOW = "rank.units", "rank.bounded", "rank.above", "rank.below"


@dataclass(frozen=True, slots=True)
class RankNames:
    """What the columns are to be called: the best place, the worst, and the place where these are one."""

    best: str
    worst: str
    place: str


@dataclass(frozen=True, slots=True)
class Sides:
    """The columns of a score's two sides, one and the same where nothing is open; NULL is a side without end.

    Where there is a column `none`, those of which it holds have no score and no place.
    """

    low: str
    high: str
    none: str = ""


def ranked(frame: pl.LazyFrame, several: Mapping[RankNames, Sides], within: str = "") -> pl.LazyFrame:
    """The frame with the places of several scores, in its order.

    Places are counted among all units, or among those that have the same in the column `within`; who has nothing there
    has no place.
    """
    every = frame.with_row_index(ROW).collect()
    for names, sides in several.items():  # each by itself: as one plan they would be planned again for each
        found = _places(every.lazy(), sides, within, names).collect()
        every = every.join(found, on=ROW, how="left", maintain_order="left")
    return every.drop(ROW).lazy()


def _places(frame: pl.LazyFrame, sides: Sides, within: str, names: RankNames) -> pl.LazyFrame:
    """Units of one score share a place, and the next place counts them all.

    As many stand surely above a unit as have a lowest score above its highest; and perhaps all whose highest is not at
    most its lowest.
    """
    taken = ~pl.col(sides.none).fill_null(value=False) if sides.none else pl.lit(value=True)
    group = pl.col(within) if within else pl.lit(0)
    own = [pl.col(sides.low).alias(LOW), pl.col(sides.high).alias(HIGH)]
    units = frame.filter(taken & group.is_not_null()).select(ROW, group.alias(GROUP), *own)
    units = units.with_columns(pl.len().over(GROUP).alias(UNITS), pl.col(LOW).count().over(GROUP).alias(BOUNDED))
    units = _at_most(units, HIGH, LOW, ABOVE)  # lowest scores that are no higher than the unit's highest
    units = _at_most(units, LOW, HIGH, BELOW)  # highest scores that are no higher than the unit's lowest
    decided = (pl.col(LOW) == pl.col(HIGH)).fill_null(value=False).cast(pl.Int64)
    surely = pl.when(pl.col(HIGH).is_null()).then(0).otherwise(pl.col(BOUNDED) - pl.col(ABOVE))
    best, worst = 1 + surely, pl.col(UNITS) - pl.col(BELOW) + decided
    found = units.select(ROW, best.cast(pl.Int64).alias(names.best), worst.cast(pl.Int64).alias(names.worst))
    one = pl.when(pl.col(names.best) == pl.col(names.worst)).then(pl.col(names.best))
    return found.with_columns(one.alias(names.place))


def _at_most(units: pl.LazyFrame, own: str, other: str, name: str) -> pl.LazyFrame:
    """For each unit how many of its group have an `other` side that is at most its `own`."""
    steps = units.filter(pl.col(other).is_not_null()).group_by(GROUP, pl.col(other).alias(own)).len(name)
    steps = steps.sort(own).with_columns(pl.col(name).cast(pl.Int64).cum_sum().over(GROUP))
    found = units.sort(own).join_asof(steps, on=own, by=GROUP, strategy="backward", check_sortedness=False)
    return found.with_columns(pl.col(name).fill_null(0))
