"""Bands of numbers: where one begins and ends, what lies in it, how it is said."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from kaohe.expr.numbers import Points, Quantity
from kaohe.expr.tree import Expr, Notation
from kaohe.rubric.rule_parts.amounts import Amount, SignedAmount
from kaohe.rubric.rule_parts.phrases import Words
from kaohe.rubric.rule_parts.rule import Finding
from kaohe.rubric.rule_parts.sides import WrittenSide
from kaohe.source.models import frozen_model

OPEN = float("inf")


@frozen_model
class Base:
    """What the number must reach for anything to be earned at all. `from` includes its number, `above` does not."""

    from_: WrittenSide | None = None
    above: WrittenSide | None = None
    points: Points


@frozen_model
class Band:
    """A stretch of numbers. `from` and `to` include their number, `above` and `below` do not; open where none is given.

    It decides the whole award (`points`), adds to the base (`add`) or takes from the rule's points (`deduct`).
    """

    from_: WrittenSide | None = None
    above: WrittenSide | None = None
    to: WrittenSide | None = None
    below: WrittenSide | None = None
    points: SignedAmount | None = None
    add: Amount | None = None
    deduct: Amount | None = None

    @property
    def given(self) -> Quantity | str:
        """What it gives or takes."""
        found = (one for one in (self.points, self.add, self.deduct) if one is not None)
        return next(found, Quantity(Fraction(0), Notation.NONE))

    def start(self) -> tuple[Fraction | float, int]:
        """Where it begins: by number, then the side that includes it first."""
        if self.from_ is not None:
            return self.from_.value, 0
        return (self.above.value, 1) if self.above is not None else (-OPEN, 0)

    def end(self) -> tuple[Fraction | float, int]:
        if self.to is not None:
            return self.to.value, 1
        return (self.below.value, 0) if self.below is not None else (OPEN, 0)

    def contains(self, other: "Band") -> bool:
        return self.start() <= other.start() and other.end() <= self.end()


def said_of(one: Base | Band, unit: str, words: Words, outcome: str) -> str:
    """`≥ 1% 且 < 2% 的再得 1 分`."""
    band = as_band(one)
    named = [("≥", band.from_), (">", band.above), ("≤", band.to), ("<", band.below)]
    measure = f" {unit}" if unit else ""
    span = words.choose("且 ", " and ").join(f"{sign} {side.text()}{measure}" for sign, side in named if side)
    verb = "" if isinstance(one, Band) and one.deduct is not None else " earns"
    return words.choose(f"{span}{'' if unit else ' '}的{outcome}", f"{span}{verb or ':'} {outcome}")


def as_band(one: Base | Band) -> Band:
    """A base is a band that is open above."""
    return one if isinstance(one, Band) else Band(from_=one.from_, above=one.above)


def within(number: Expr, one: Base | Band) -> Expr:
    """Whether the number lies in the band; `check` has seen to it that it has a side."""
    band = as_band(one)
    sides: list[Expr] = []
    if band.from_ is not None:
        sides.append(number >= band.from_.const())
    if band.above is not None:
        sides.append(number > band.above.const())
    if band.to is not None:
        sides.append(number <= band.to.const())
    if band.below is not None:
        sides.append(number < band.below.const())
    return sides[0] if len(sides) == 1 else sides[0] & sides[1]


def sides(one: Base | Band, path: tuple[str | int, ...]) -> Iterator[Finding]:
    """That it has sides, one of each kind at most, and numbers between them."""
    band = as_band(one)
    if band.from_ is not None and band.above is not None:
        yield Finding("one-lower-side", path)
    if band.to is not None and band.below is not None:
        yield Finding("one-upper-side", path)
    if not thresholds(one):
        yield Finding("no-side", path)
    elif band.end() <= band.start():
        yield Finding("band-empty", path)


def thresholds(one: Base | Band) -> Sequence[Quantity]:
    """The numbers at which it begins and ends."""
    band = as_band(one)
    return [side for side in (band.from_, band.above, band.to, band.below) if side is not None]
