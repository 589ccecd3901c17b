"""Tiers: the band that a number falls in decides what is earned or lost (增加1%到2%之间的再得1分；低于90%的扣2分)."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations
from typing import Literal

from kaohe.expr.numbers import Flag, Quantity, plain
from kaohe.expr.sentence_tree import EachMember, Figure, Joined, Phrase
from kaohe.expr.tree import ZERO, Call, Expr, If, Input, Notation, Op, points, total
from kaohe.formulas.formula_keys import Reference
from kaohe.formulas.scope import Scope
from kaohe.rubric.rule_parts.amounts import amount, amount_said, earned_said, priced, written
from kaohe.rubric.rule_parts.bands import OPEN, Band, Base, as_band, said_of, sides, thresholds, within
from kaohe.rubric.rule_parts.bands_told import Threshold, placed
from kaohe.rubric.rule_parts.claims import Claim, Path, sound_amount, within_points
from kaohe.rubric.rule_parts.most_awarded import Most, award, bonus_without_limit, most_said, sound_most
from kaohe.rubric.rule_parts.phrases import Words
from kaohe.rubric.rule_parts.rule import Finding, Line, Rule
from kaohe.source.models import frozen_model

Way = Literal["points", "add", "deduct"]
WAYS: tuple[Way, ...] = ("points", "add", "deduct")


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
        prices = [one for band in self.bands for one in priced(band.given, scope)]
        told = Joined((placed(number, self._edges()), *prices))
        if self.way == "deduct":
            return (Line(total(counted), members, told=told),)
        base = [If(within(number, self.base), points(self.base.points), ZERO)] if self.base else []
        earned = total([*base, *counted])
        if members:
            each = Phrase(
                "{where}，得 {points}", "{where}: {points}", {"where": told, "points": Figure(earned, Notation.POINTS)}
            )
            gathered = Call(Op.TOTAL, (Input(members), earned))
            return (award(self.points, gathered, self.most, scope, EachMember(members, earned, each)),)
        return (Line(points(self.points) - earned, told=told, earns=True),)

    def _edges(self) -> list[Threshold]:
        """The numbers at which something changes."""
        several = [as_band(one) for one in (self.base, *self.bands) if one is not None]
        sides = [(band.from_, True) for band in several] + [(band.below, True) for band in several]
        sides += [(band.above, False) for band in several] + [(band.to, False) for band in several]
        return [Threshold(side, included) for side, included in sides if side is not None]

    def _cumulated(self, number: Expr, scope: Scope) -> list[Expr]:
        return [If(within(number, band), amount(band.given, self.points, scope), ZERO) for band in self.bands]

    def _narrowest(self, number: Expr, scope: Scope) -> Expr:
        found: Expr = ZERO
        for band in sorted(self.bands, key=lambda band: -sum(map(band.contains, self.bands))):
            found = If(within(number, band), amount(band.given, self.points, scope), found)
        return found

    def branches(self, scope: Scope) -> Iterator[tuple[Path, Expr]]:
        number = scope.number(self.of, listed=True, times=True)
        if self.base:
            yield ("base",), within(number, self.base)
        for index, band in enumerate(self.bands):
            yield ("bands", index), within(number, band)

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
            left, others = room - known, points(Fraction(known))
            together = total(self._cumulated(number, scope)) - others
            parameters = {"formula": given, "points": plain(left)}
            yield Claim("may-exceed-points", ("bands", index, self.way), together, parameters, left)

    def check(self, scope: Scope) -> Iterator[Finding]:
        sided: list[tuple[Base | Band, tuple[str | int, ...]]] = [(self.base, ("base",))] if self.base else []
        sided += [(band, ("bands", index)) for index, band in enumerate(self.bands)]
        for one, path in sided:
            yield from sides(one, path)
            if not all(scope.fits(self.of, side.unit) for side in thresholds(one)):
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
        base = as_band(self.base) if self.base else None
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
        parts = [said_of(self.base, unit, words, words.award(self.base.points))] if self.base else []
        parts += [
            said_of(band, unit, words, self._outcome(band, words, again if later else ""))
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


RULE = Tiered
