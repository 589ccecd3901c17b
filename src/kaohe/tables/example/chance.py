"""Chance in columns that comes out the same in every run and with every version of the engine."""

from hashlib import sha256

import polars as pl

FACTORS = (0xBF58476D1CE4E5B9, 0x94D049BB133111EB)
"""Those of SplitMix64, which makes a number of 64 bits out of another so that no bit tells of one of the other's."""
SHIFTS = (30, 27, 31)
WORD = 8
HIGHEST = 33
"""Of a product of two numbers of 64 bits those above are as good as chance."""
PARTS = 1_000_000
ROW, MIXED = "row", "mixed"


def mixed(rows: pl.DataFrame) -> pl.DataFrame:
    """With the column that all draws start from; the rows' numbers stand in the column `ROW`."""
    found = pl.col(ROW).cast(pl.UInt64)
    for factor, shift in zip(FACTORS, SHIFTS, strict=False):
        found = (found ^ (found // _bits(1 << shift))) * _bits(factor)  # what is beyond 64 bits is dropped
    return rows.with_columns((found ^ (found // _bits(1 << SHIFTS[-1]))).alias(MIXED))


class Chance:
    """Draws for rows; each purpose draws anew."""

    def __init__(self, seed: int) -> None:
        self._seed = seed

    def number(self, purpose: str, below: int) -> pl.Expr:
        """A whole number from 0 up to one less than so many."""
        digest = sha256(f"{self._seed} {purpose}".encode()).digest()
        start, factor = (int.from_bytes(digest[at : at + WORD]) for at in (0, WORD))
        product = (pl.col(MIXED) ^ _bits(start)) * _bits(factor | 1)
        return (product // _bits(1 << HIGHEST)).cast(pl.Int64) * below // (1 << (64 - HIGHEST))

    def happens(self, purpose: str, share: float) -> pl.Expr:
        return self.number(purpose, PARTS) < round(share * PARTS) if share else pl.lit(value=False)

    def one_of(self, purpose: str, values: pl.Series) -> pl.Expr:
        """One of several values, each as often as it stands among them."""
        return pl.lit(values).gather(self.number(purpose, len(values)))


def _bits(value: int) -> pl.Expr:
    return pl.lit(value, pl.UInt64)
