"""What a table of scores comes to: of each part how many are decided, and how their scores spread; exact throughout."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

import polars as pl

from kaohe.tables.scored_columns import LOW

QUARTERS = (Fraction(1, 4), Fraction(1, 2), Fraction(3, 4))


@dataclass(frozen=True, slots=True)
class Spread:
    """The decided scores of one part: how many there are, least, quartiles, greatest, and the mean."""

    count: int
    least: Fraction
    quartiles: tuple[Fraction, ...]
    greatest: Fraction
    mean: Fraction


@dataclass(slots=True)
class Distribution:
    """Counts rows batch by batch, and, where a `spread` is wanted, of each part how often each score was given."""

    spread: bool = True
    rows: int = 0
    scores: dict[str, Counter[Decimal]] = field(default_factory=dict)
    states: Counter[str] = field(default_factory=Counter)

    def counted(self, batches: Iterator[pl.DataFrame]) -> Iterator[pl.DataFrame]:
        """The same batches, counted on their way."""
        for batch in batches:
            self._add(batch)
            yield batch

    def _add(self, batch: pl.DataFrame) -> None:
        self.rows += batch.height
        states = batch["state"]
        self.states.update(dict(zip(states.unique(maintain_order=True), states.unique_counts(), strict=True)))
        for part in parts_of(batch.columns) if self.spread else ():
            counted = batch[part].drop_nulls().value_counts()
            self.scores.setdefault(part, Counter()).update(dict(counted.iter_rows()))

    def spreads(self) -> Mapping[str, Spread | None]:
        """Of every part; None where no score is decided."""
        return {part: _spread(counts) for part, counts in self.scores.items()}


def parts_of(columns: Sequence[str]) -> list[str]:
    """The parts that a table of scores has."""
    return [name.removesuffix(f".{LOW}") for name in columns if name.endswith(f".{LOW}")]


def _spread(counts: Counter[Decimal]) -> Spread | None:
    total = counts.total()
    if not total:
        return None
    ordered = sorted(counts.items())
    mean = sum((Fraction(score) * count for score, count in ordered), Fraction(0)) / total
    quartiles = tuple(_at(ordered, share, total) for share in QUARTERS)
    return Spread(total, Fraction(ordered[0][0]), quartiles, Fraction(ordered[-1][0]), mean)


def _at(ordered: Sequence[tuple[Decimal, int]], share: Fraction, total: int) -> Fraction:
    """The least score that this share of all has or falls below."""
    passed = 0
    for score, count in ordered:
        passed += count
        if passed >= share * total:
            return Fraction(score)
    raise AssertionError  # the last one passes all
