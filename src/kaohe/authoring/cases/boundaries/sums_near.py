"""Of ways to lose points, those whose sum meets a number exactly, or comes nearest to it on either side."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

Chosen = Mapping[int, int]
"""Which of its losses each chosen item has, by their places."""
MOST = 20_000
"""So many sums are kept at most."""


def sums_near(losses: Mapping[int, Sequence[Fraction]], wanted: Fraction) -> Iterator[Chosen]:
    """The greatest sum below a number, the number itself, the least above it; with few losses each."""
    if wanted < 0:
        return
    most = wanted + max((max(several) for several in losses.values() if several), default=Fraction(0))
    found: dict[Fraction, dict[int, int]] = {Fraction(0): {}}
    for place, several in losses.items():
        for before, chosen in [*found.items()]:
            for number, loss in enumerate(several):
                if before + loss <= most and before + loss not in found and len(found) < MOST:
                    found[before + loss] = {**chosen, place: number}
    below = max((one for one in found if one < wanted), default=None)
    above = min((one for one in found if one > wanted), default=None)
    yield from (found[one] for one in (below, wanted, above) if one is not None and one in found)
