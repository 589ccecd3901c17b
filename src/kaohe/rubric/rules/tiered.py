"""Tiers: the band that a number falls in decides what is earned or lost (增加1%到2%之间的再得1分；低于90%的扣2分)."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations
from typing import Literal

from kaohe.expr.numbers import Flag, Points, Quantity, plain
from kaohe.expr.tree import ZERO, Call, Expr, If, Input, Notation, Op, points, total
from kaohe.formulas.formula_keys import Reference
from kaohe.formulas.scope import Scope
from kaohe.rubric.rule_parts.amounts import Amount, SignedAmount, amount, amount_said, earned_said, written
from kaohe.rubric.rule_parts.claims import Claim, sound_amount, within_points
from kaohe.rubric.rule_parts.most_awarded import Most, award, bonus_without_limit, most_said, sound_most
from kaohe.rubric.rule_parts.phrases import Words
from kaohe.rubric.rule_parts.rule import Finding, Line, Rule
from kaohe.rubric.rule_parts.sides import WrittenSide
from kaohe.source.models import frozen_model

Way = Literal["points", "add", "deduct"]
WAYS: tuple[Way, ...] = ("points", "add", "deduct")
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


@frozen_model
class Tiered(Rule):
    """With `cumulative` every band reached counts, without it only the narrowest; it is said wherever bands nest.

    With `points: 0`, bands that add are a bonus. `of` may be a list: then each of its members falls in a band; what
    they earn together counts up to `most`, and what they cost is one account for each.
    """

    type: Literal["tiered"] = "tiered"
    of: Reference
    base: Base | None = None
    bands: tuple[Band, ...]
    cumulative: Flag | None = None
    most: Most = None

    example = """\
- type: tiered
  clause: 实际缴费人数比上年末增加的得2分，增加1%到2%之间的再得1分，超过2%（含2%）的再得2分
  points: 4
  of: contributors.growth
  base: {above: 0%, points: 2}
  bands: [{from: 1%, add: 1}, {from: 2%, add: 2}]
  cumulative: false
"""
    facts = """\
contributors: {label: 实际缴费人数, kind: change, unit: 人}
"""
    given = """\
contributors: {previous: 1203400, current: 1217800}
"""

    @property
    def way(self) -> Way:
        """What the bands give or take; `check` has seen to it that all do the same."""
        return next((name for name in WAYS for band in self.bands if getattr(band, name) is not None), "add")

    def lines(self, scope: Scope) -> tuple[Line, ...]:
        number, members = scope.number(self.of, listed=True, times=True), scope.members(self.of)
        counted = self._cumulated(number, scope) if self.cumulative else [self._narrowest(number, scope)]
        if self.way == "deduct":
            return (Line(total(counted), members),)
        base = [If(within(number, self.base), points(self.base.points), ZERO)] if self.base else []
        earned = total([*base, *counted])
        if members:
            return (award(self.points, Call(Op.TOTAL, (Input(members), earned)), self.most, scope),)
        return (Line(points(self.points) - earned),)

    def _cumulated(self, number: Expr, scope: Scope) -> list[Expr]:
        return [If(within(number, band), amount(band.given, self.points, scope), ZERO) for band in self.bands]

    def _narrowest(self, number: Expr, scope: Scope) -> Expr:
        found: Expr = ZERO
        for band in sorted(self.bands, key=lambda band: -sum(map(band.contains, self.bands))):
            found = If(within(number, band), amount(band.given, self.points, scope), found)
        return found

    def claims(self, scope: Scope) -> Iterator[Claim]:
        number = scope.number(self.of, listed=True, times=True)
        for index, band in enumerate(self.bands):
            where = ("bands", index)
            yield Claim("never-holds", where, within(number, band), {"formula": self.of})
            if self.way == "points":
                yield Claim("below-floor", where, amount(band.given, self.points, scope))
            else:
                yield from sound_amount(band.given, where, self.points, scope)
        if self.way != "deduct" and self.points and not scope.members(self.of):
            yield from self._within_points(number, scope)
        yield from sound_most(self.points, self.most, scope)

    def _within_points(self, number: Expr, scope: Scope) -> Iterator[Claim]:
        """That bands by a formula leave the sum within the rule's points: each alone, or all that add up."""
        room = self.points - (self.base.points if self.base else 0)
        formulas = [(index, band.given) for index, band in enumerate(self.bands) if isinstance(band.given, str)]
        if not self.cumulative:
            for index, given in formulas:
                yield from within_points(given, ("bands", index, self.way), self.points, scope, room)
        elif formulas:
            index, given = formulas[0]
            known = sum(written(one.given, self.points) for one in self.bands if isinstance(one.given, Quantity))
            left, others = max(Fraction(0), room - known), points(Fraction(known))
            together = total(self._cumulated(number, scope)) - others
            parameters = {"formula": given, "points": plain(left)}
            yield Claim("may-exceed-points", ("bands", index, self.way), together, parameters, left)

    def check(self, scope: Scope) -> Iterator[Finding]:
        sided: list[tuple[Base | Band, tuple[str | int, ...]]] = [(self.base, ("base",))] if self.base else []
        sided += [(band, ("bands", index)) for index, band in enumerate(self.bands)]
        for one, path in sided:
            yield from _sides(one, path)
            if not all(scope.fits(self.of, side.unit) for side in _thresholds(one)):
                yield Finding("percent-mismatch", path, {"reference": self.of})
        for index, band in enumerate(self.bands):
            given = [name for name in WAYS if getattr(band, name) is not None]
            if given != [self.way]:
                yield Finding("one-amount", ("bands", index), {"expected": self.way})
        if self.way != "add" and self.base:
            yield Finding("base-without-add", ("base",))
        yield from self._nesting()
        yield from self._amounts(listed=bool(scope.members(self.of)))

    def _amounts(self, *, listed: bool) -> Iterator[Finding]:
        """The points earned together, and bands that would add to a base that is not earned."""
        if listed and self.way != "deduct":
            yield from bonus_without_limit(self.points, self.most)
        elif self.most is not None:
            yield Finding("most-of-members", ("most",))
        elif self.way != "deduct" and self.points:
            yield from self._most_earned()
        base = _band(self.base) if self.base else None
        for index, band in enumerate(self.bands):
            if base is not None and band.start() < base.start():
                yield Finding("band-below-base", ("bands", index), {"number": index + 1})

    def _most_earned(self) -> Iterator[Finding]:
        """That all that can be earned together is the rule's points; a formula may give anything."""
        given = [written(one.given, self.points) for one in self.bands if isinstance(one.given, Quantity)]
        counted = sum(given) if self.cumulative else max(given, default=0)
        most = Fraction((self.base.points if self.base else 0) + counted)
        if most > self.points:
            yield Finding("earns-too-much", ("bands",), {"found": plain(most), "points": plain(self.points)})
        elif most < self.points and len(given) == len(self.bands):
            yield Finding("earns-too-little", ("bands",), {"found": plain(most), "points": plain(self.points)})

    def _nesting(self) -> Iterator[Finding]:
        """Of two bands that meet, one lies in the other, or nobody could say which counts."""
        for (index, band), (later, other) in combinations(enumerate(self.bands), 2):
            names = {"number": index + 1, "next": later + 1}
            nested = band.contains(other) or other.contains(band)
            if band.contains(other) and other.contains(band):
                yield Finding("band-unreachable", ("bands", later), names)
            elif nested and self.cumulative is None and self.way != "points":
                yield Finding("cumulative-unsaid", (), names)
            elif self.cumulative or nested:
                continue
            elif band.start() < other.end() and other.start() < band.end():
                yield Finding("bands-overlap", ("bands", later), names)

    def sentence(self, words: Words) -> str:
        unit = words.units.get(self.of, "")
        before = [bool(self.base), *[bool(self.base or self.cumulative)] * (len(self.bands) - 1)]
        again = words.choose("再", " more")
        parts = [_said(self.base, unit, words, words.award(self.base.points))] if self.base else []
        parts += [
            _said(band, unit, words, self._outcome(band, words, again if later else ""))
            for band, later in zip(self.bands, before, strict=False)
        ]
        listed = words.choose("；", "; ").join(parts) + self._together(words)
        rest = ("不扣分", "nothing off") if self.way == "deduct" else ("不得分", "nothing")
        most = "" if self.most is None else most_said(self.points, self.most, words)
        return words.choose(
            f"{words.name(self.of)}{listed}；其余的{rest[0]}{most}",
            f"{words.name(self.of)}: {listed}; anything else {rest[1]}{most}",
        )

    def _outcome(self, band: Band, words: Words, more: str) -> str:
        if self.way == "deduct":
            taken = amount_said(band.given, self.points, words)
            return words.choose(f"扣 {taken}", f"{taken} off")
        return earned_said(band.given, self.points, words, more if self.way == "add" else "")

    def _together(self, words: Words) -> str:
        """How several bands go together."""
        if not any(one.contains(other) or other.contains(one) for one, other in combinations(self.bands, 2)):
            return (
                words.choose("（各档累加）", " (the bands add up)") if self.cumulative and len(self.bands) > 1 else ""
            )
        if self.cumulative:
            return words.choose("（各档累加）", " (the bands add up)")
        if all(band.end()[0] == OPEN for band in self.bands) and self.way != "deduct":
            which = "再得的分" if self.base else ""
            return words.choose(f"（{which}只取最高一档）", " (only the highest band counts)")
        return words.choose("（只取最窄的一档）", " (only the narrowest band counts)")


def _said(one: Base | Band, unit: str, words: Words, outcome: str) -> str:
    """`≥ 1% 且 < 2% 的再得 1 分`."""
    band = _band(one)
    named = [("≥", band.from_), (">", band.above), ("≤", band.to), ("<", band.below)]
    measure = f" {unit}" if unit else ""
    span = words.choose("且 ", " and ").join(f"{sign} {side.text()}{measure}" for sign, side in named if side)
    verb = "" if isinstance(one, Band) and one.deduct is not None else " earns"
    return words.choose(f"{span}{'' if unit else ' '}的{outcome}", f"{span}{verb or ':'} {outcome}")


def _band(one: Base | Band) -> Band:
    """A base is a band that is open above."""
    return one if isinstance(one, Band) else Band(from_=one.from_, above=one.above)


def within(number: Expr, one: Base | Band) -> Expr:
    """Whether the number lies in the band; `check` has seen to it that it has a side."""
    band = _band(one)
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


def _sides(one: Base | Band, path: tuple[str | int, ...]) -> Iterator[Finding]:
    band = _band(one)
    if band.from_ is not None and band.above is not None:
        yield Finding("one-lower-side", path)
    if band.to is not None and band.below is not None:
        yield Finding("one-upper-side", path)
    if not _thresholds(one):
        yield Finding("no-side", path)
    elif band.end() <= band.start():
        yield Finding("band-empty", path)


def _thresholds(one: Base | Band) -> Sequence[Quantity]:
    band = _band(one)
    return [side for side in (band.from_, band.above, band.to, band.below) if side is not None]


RULE = Tiered
