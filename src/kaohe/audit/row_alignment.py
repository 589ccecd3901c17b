"""Which rows and columns of a page that came back are those of the page that was sent."""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

Pair = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Alignment:
    """Places of both sides, from 0, in pairs; None on a side where the other has one more.

    `moved` is whether lines were put in or taken out, so that others stand elsewhere.
    """

    pairs: tuple[Pair, ...]
    moved: bool

    @property
    def both(self) -> list[tuple[int, int]]:
        return [(expected, actual) for expected, actual in self.pairs if expected is not None and actual is not None]

    @property
    def added(self) -> list[int]:
        return [actual for expected, actual in self.pairs if expected is None and actual is not None]

    @property
    def gone(self) -> list[int]:
        return [expected for expected, actual in self.pairs if actual is None and expected is not None]


def align(expected: Sequence[Hashable], actual: Sequence[Hashable]) -> Alignment:
    """Lines by what stands in them: each in its own place unless more of them are found again elsewhere."""
    in_place = sum(one == other for one, other in zip(expected, actual, strict=False))
    if in_place < len(expected):
        matcher = SequenceMatcher(None, expected, actual, autojunk=False)
        if sum(block.size for block in matcher.get_matching_blocks()) > in_place:
            return Alignment(tuple(_pairs(matcher, actual)), moved=True)
    return Alignment(tuple(zip_longest(range(len(expected)), range(len(actual)))), moved=False)


def _pairs(matcher: "SequenceMatcher[Hashable]", actual: Sequence[Hashable]) -> Iterator[Pair]:
    """Lines that are nowhere found again are taken in their order; a blank one stands for none of them."""
    for kind, start, stop, other_start, other_stop in matcher.get_opcodes():
        others = range(other_start, other_stop)
        blank = [place for place in others if _is_blank(actual[place])] if kind == "replace" else []
        yield from zip_longest(range(start, stop), [place for place in others if place not in blank])
        yield from ((None, place) for place in blank)


def _is_blank(line: Hashable) -> bool:
    return line is None or (isinstance(line, tuple) and not any(one is not None for one in line))
