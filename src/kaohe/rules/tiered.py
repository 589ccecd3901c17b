"""Tiers: a base award and increments for the band that a number falls in (增加的得2分，增加1%到2%之间的再得1分)."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from kaohe.expr import ZERO, Expr, If, Unit, points, total
from kaohe.indicators import Scope
from kaohe.loading import STRICT
from kaohe.quantities import Flag, Points, Quantity, Threshold, plain
from kaohe.rules.rule import Finding, Line, Reference, Rule, Words


@dataclass(frozen=True, kw_only=True)
class Base:
    """What the number must reach for anything to be earned at all. `from` includes its number, `above` does not."""

    __pydantic_config__ = STRICT

    from_: Threshold | None = None
    above: Threshold | None = None
    points: Points


@dataclass(frozen=True, kw_only=True)
class Band:
    """An increment. `from` and `to` include their number, `above` and `below` do not; open above without one."""

    __pydantic_config__ = STRICT

    from_: Threshold | None = None
    above: Threshold | None = None
    to: Threshold | None = None
    below: Threshold | None = None
    add: Points


@dataclass(frozen=True, kw_only=True)
class Tiered(Rule):
    """Bands rise; with `cumulative` every band reached adds, without it only the highest."""

    type: Literal["tiered"] = "tiered"
    of: Reference
    base: Base | None = None
    bands: tuple[Band, ...]
    cumulative: Flag

    example = """\
- type: tiered
  clause: 实际缴费人数比上年末增加的得2分，增加1%到2%之间的再得1分，超过2%（含2%）的再得2分
  points: 4
  of: contributors.growth
  base: {above: 0%, points: 2}
  bands: [{from: 1%, add: 1}, {from: 2%, add: 2}]
  cumulative: false
"""

    def lines(self, scope: Scope) -> tuple[Line, ...]:
        number = scope.number(self.of)
        earned = [If(reached(number, self.base), points(self.base.points), ZERO)] if self.base else []
        increments = self._cumulated(number) if self.cumulative else [self._highest(number)]
        return (Line(points(self.points) - total([*earned, *increments])),)

    def _cumulated(self, number: Expr) -> list[Expr]:
        return [If(within(number, band), points(band.add), ZERO) for band in self.bands]

    def _highest(self, number: Expr) -> Expr:
        earned: Expr = ZERO
        for band in self.bands:
            earned = If(within(number, band), points(band.add), earned)
        return earned

    def check(self, scope: Scope) -> Iterator[Finding]:
        starts: list[tuple[Base | Band, tuple[str | int, ...]]] = [(self.base, ("base",))] if self.base else []
        starts += [(band, ("bands", index)) for index, band in enumerate(self.bands)]
        percent = scope.is_percent(self.of)
        for start, path in starts:
            yield from _sides(start, path)
            if any((side.unit is Unit.PERCENT) != percent for side in _thresholds(start)):
                yield Finding("percent-mismatch", path, {"reference": self.of})
        yield from self._order()
        yield from self._amounts()

    def _amounts(self) -> Iterator[Finding]:
        """The points earned together, and bands that would add to a base that is not earned."""
        adds = [band.add for band in self.bands]
        most = (self.base.points if self.base else 0) + (sum(adds) if self.cumulative else max(adds, default=0))
        if most != self.points:
            code = "earns-too-much" if most > self.points else "earns-too-little"
            yield Finding(code, ("bands",), {"found": plain(Fraction(most)), "points": plain(self.points)})
        base = _start(self.base) if self.base else None
        for index, band in enumerate(self.bands):
            start = _start(band)
            if base is not None and start is not None and start < base:
                yield Finding("band-below-base", ("bands", index), {"number": index + 1})

    def _order(self) -> Iterator[Finding]:
        for index, (lower, higher) in enumerate(zip(self.bands, self.bands[1:], strict=False), 1):
            start, previous = _start(higher), _start(lower)
            if start is None or previous is None:
                continue
            if start <= previous:
                yield Finding("band-unreachable", ("bands", index), {"number": index, "next": index + 1})
            end = _end(lower)
            if self.cumulative is False and end is not None and end > start:
                yield Finding("bands-overlap", ("bands", index), {"number": index, "next": index + 1})

    def sentence(self, words: Words) -> str:
        before = [bool(self.base), *[bool(self.base) or self.cumulative] * (len(self.bands) - 1)]
        more, unit = words.choose("再", " more"), words.units.get(self.of, "")
        parts = [_earned(self.base, self.base.points, unit, words)] if self.base else []
        parts += [
            _earned(band, band.add, unit, words, more if later else "")
            for band, later in zip(self.bands, before, strict=False)
        ]
        listed = words.choose("；", "; ").join(parts) + self._together(words)
        return words.choose(
            f"{words.name(self.of)}{listed}；其余的不得分", f"{words.name(self.of)}: {listed}; anything else nothing"
        )

    def _together(self, words: Words) -> str:
        """How several bands go together."""
        if len(self.bands) < 2:  # noqa: PLR2004
            return ""
        if self.cumulative:
            return words.choose("（各档累加）", " (the bands add up)")
        which = "再得的分" if self.base else ""
        return words.choose(f"（{which}只取最高一档）", " (only the highest band counts)")


def _earned(start: Base | Band, award: Fraction, unit: str, words: Words, more: str = "") -> str:
    """`≥ 1% 且 < 2% 的再得 1 分`."""
    named = [("≥", start.from_), (">", start.above)]
    if isinstance(start, Band):
        named += [("≤", start.to), ("<", start.below)]
    measure = f" {unit}" if unit else ""
    span = words.choose("且 ", " and ").join(f"{sign} {side.text()}{measure}" for sign, side in named if side)
    earned = words.award(award, more)
    return words.choose(f"{span}{'' if unit else ' '}的{earned}", f"{span} earns {earned}")


def reached(number: Expr, start: Base | Band) -> Expr:
    """Whether the number has reached the lower side; `check` has seen to it that there is one."""
    if start.from_ is not None:
        return number >= start.from_.const()
    assert start.above is not None  # noqa: S101
    return number > start.above.const()


def within(number: Expr, band: Band) -> Expr:
    """Whether the number lies in the band."""
    inside = reached(number, band)
    if band.to is not None:
        return inside & (number <= band.to.const())
    if band.below is not None:
        return inside & (number < band.below.const())
    return inside


def _sides(start: Base | Band, path: tuple[str | int, ...]) -> Iterator[Finding]:
    if (start.from_ is None) == (start.above is None):
        yield Finding("one-lower-side", path)
    if isinstance(start, Band):
        if start.to is not None and start.below is not None:
            yield Finding("one-upper-side", path)
        begin, end = _start(start), _end(start)
        if begin is not None and end is not None and end <= begin:
            yield Finding("band-empty", path)


def _thresholds(start: Base | Band) -> list[Quantity]:
    sides = [start.from_, start.above]
    if isinstance(start, Band):
        sides += [start.to, start.below]
    return [side for side in sides if side is not None]


def _start(band: Base | Band) -> tuple[Fraction, int] | None:
    """Where a band begins: by number, then the side that includes it first."""
    if band.from_ is not None:
        return band.from_.value, 0
    return (band.above.value, 1) if band.above is not None else None


def _end(band: Band) -> tuple[Fraction, int] | None:
    if band.to is not None:
        return band.to.value, 1
    return (band.below.value, 0) if band.below is not None else None


RULE = Tiered
