"""What is taken over all units, or over those of a group, from each unit's own number: exact, as window functions."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import lcm

import polars as pl

from kaohe.backends.columns.column_widths import TooLarge
from kaohe.formulas.indicators import Peers
from kaohe.tables.table_header import ROW

GROUP, TOP, UNDER, UNREPORTED = "peers.group", "peers.top", "peers.under", "peers.unreported"
"""What units are compared within, NULL where that is not reported; a number, NULL where there is none; who lacks it."""
NONE = "peers.none"
"""Whether nothing can be taken for a unit: it does not apply."""
KEY = "peers.key"
LONG, WIDE = 2**63, 2**127
FEW = 1000
"""So many denominators are made one."""


@dataclass(frozen=True, slots=True)
class _Owns:
    """Units' numbers with a whole number by which they are ordered, `KEY`; `under` is what all of them are over."""

    frame: pl.DataFrame
    peers: Peers
    under: int | None

    @property
    def others(self) -> pl.Expr:
        """How many numbers count for a unit."""
        number = pl.col(TOP).is_not_null().cast(pl.Int64)
        every = number.sum().over(GROUP)
        return every - number if self.peers.with_self is False else every


def over_all(peers: Peers, owns: pl.DataFrame) -> pl.DataFrame:
    """For each row `TOP` over `UNDER`, or `NONE`; NULL where one of the group has not reported. Raises TooLarge.

    Where any unit's group is not reported, all is missing.
    """
    whole = _comparable(peers, owns)
    found = TAKES[peers.take](whole)
    unreported = pl.col(UNREPORTED).any().over(GROUP) if not owns[GROUP].null_count() else pl.lit(value=True)
    none = pl.col(NONE) & ~unreported
    hidden = unreported | pl.col(NONE)
    sides = [pl.when(~hidden).then(pl.col(name)).alias(name) for name in (TOP, UNDER)]
    return found.select(ROW, *sides, none.alias(NONE))


def _comparable(peers: Peers, owns: pl.DataFrame) -> _Owns:
    """All over one denominator where that can be, else with a number that is in the same order."""
    unders, largest = owns[UNDER].drop_nulls().unique(), _largest(owns)
    under = lcm(*unders.to_list()) if unders.len() <= FEW else WIDE
    reach = under * largest * max(owns.height, 1)
    if reach < WIDE:
        kind = pl.Int64 if reach < LONG else pl.Int128
        factor = pl.lit(under, kind) // pl.col(UNDER).cast(kind)
        top = pl.col(TOP).cast(kind) * factor
        frame = owns.with_columns(top.alias(TOP), pl.lit(under, kind).alias(UNDER), top.alias(KEY))
        return _Owns(frame, peers, under)
    apart = max(unders.to_list()) ** 2
    if peers.take in ("mean", "sum") or apart * largest >= WIDE:
        raise TooLarge
    # two quotients that differ do so by one over both divisors at least
    key = pl.col(TOP).cast(pl.Int128) * pl.lit(apart, pl.Int128) // pl.col(UNDER)
    return _Owns(owns.with_columns(key.alias(KEY)), peers, None)


def _largest(owns: pl.DataFrame) -> int:
    low, high = owns[TOP].min(), owns[TOP].max()
    return max(abs(int(low or 0)), abs(int(high or 0)), 1)  # type: ignore[arg-type]


def _shared(owns: _Owns, top: pl.Expr, under: pl.Expr) -> pl.DataFrame:
    """What is taken of others' numbers; of no number there is none."""
    return owns.frame.select(
        ROW,
        GROUP,
        UNREPORTED,
        top.alias(TOP),
        under.alias(UNDER),
        (owns.others == 0).alias(NONE),
    )


def _sum(owns: _Owns) -> pl.Expr:
    every = pl.col(TOP).sum().over(GROUP)
    return every - pl.col(TOP).fill_null(0) if owns.peers.with_self is False else every


def _mean(owns: _Owns) -> pl.DataFrame:
    return _shared(owns, _sum(owns), pl.col(UNDER) * owns.others)


def _total(owns: _Owns) -> pl.DataFrame:
    return _shared(owns, _sum(owns), pl.col(UNDER))


def _number(owns: _Owns) -> pl.DataFrame:
    return _shared(owns, owns.others, pl.lit(1))


def _extreme(owns: _Owns, *, greatest: bool) -> pl.DataFrame:
    """The number that is first of all."""
    key = 0 - pl.col(KEY) if greatest else pl.col(KEY)  # no minus sign before 128 bits
    taken = _first(owns, key)
    if owns.under is not None:
        return _shared(owns, 0 - taken if greatest else taken, pl.col(UNDER))
    numbers = owns.frame.filter(pl.col(TOP).is_not_null()).select(GROUP, key.alias(KEY), TOP, UNDER)
    asking = owns.frame.select(ROW, GROUP, UNREPORTED, taken.alias(KEY), (owns.others == 0).alias(NONE))
    numbers = numbers.unique([GROUP, KEY], keep="any")
    return asking.join(numbers, on=[GROUP, KEY], how="left", maintain_order="left")


def _first(owns: _Owns, key: pl.Expr) -> pl.Expr:
    """The least of all keys; for who alone has it, where only others count, the next."""
    first = key.min().over(GROUP)
    if owns.peers.with_self is not False:
        return first
    second = pl.when(key > first).then(key).min().over(GROUP)
    alone = (key == first) & ((key == first).sum().over(GROUP) == 1)
    return pl.when(alone.fill_null(value=False)).then(second).otherwise(first)


def _rank(owns: _Owns) -> pl.DataFrame:
    """Ties share the best place (1, 2, 2, 4), leave no gap (1, 2, 2, 3) or take the mean."""
    descending = owns.peers.first == "highest"
    ranked = pl.col(KEY).rank("dense" if owns.peers.ties == "dense" else "min", descending=descending)
    place = ranked.over(GROUP).cast(pl.Int64)
    under = 1
    if owns.peers.ties == "mean":
        place, under = 2 * place + pl.len().over(GROUP, KEY).cast(pl.Int64) - 1, 2
    found = _shared(owns, place, pl.lit(under))
    return found.with_columns(pl.col(TOP).is_null().alias(NONE))


TAKES: Mapping[str, Callable[[_Owns], pl.DataFrame]] = {
    "mean": _mean,
    "minimum": lambda owns: _extreme(owns, greatest=False),
    "maximum": lambda owns: _extreme(owns, greatest=True),
    "sum": _total,
    "number": _number,
    "rank": _rank,
}
