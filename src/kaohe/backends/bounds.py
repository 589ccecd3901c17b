"""What a tree can still become while facts are missing: its lowest and highest value.

A number is an interval, a condition the set of truth values it can take. Nothing below is infinite but for the
sides of a missing fact; those are floats only as markers and never take part in a score.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from math import floor, inf, isinf
from typing import Any, NamedTuple

from kaohe.backends.exact import round_half_up
from kaohe.expr.dates import months_between
from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.expr.numbers import int_if_whole, plain
from kaohe.expr.tree import Call, Const, Expr, If, Input, Op

Side = int | Fraction | float
UNKNOWN = frozenset({True, False})
SETTLED = {Op.AND: frozenset({False}), Op.OR: frozenset({True})}
"""What the first side must be for an operator to be settled."""


class Interval(NamedTuple):
    """All numbers from `low` to `high`, both included; -inf and inf where a side is open."""

    low: Side
    high: Side

    def exact(self) -> bool:
        return self.low == self.high

    def points(self) -> "tuple[Fraction | None, Fraction | None]":
        """Both sides as points; None where nothing bounds them."""
        low, high = (None if isinstance(side, float) else Fraction(side) for side in self)
        return low, high

    def texts(self) -> tuple[str, str]:
        """Both sides for people: `-∞`, `12.5`."""
        low, high = self.points()
        return "-∞" if low is None else plain(low), "∞" if high is None else plain(high)


Possible = Interval | frozenset[bool] | frozenset[str]


@dataclass(frozen=True, slots=True)
class Missing:
    """A fact that is not there: `possible` is what it may be once it is reported.

    If it may also turn out not to exist at all, `optional` names the indicator with which it would be gone.
    """

    possible: Possible
    optional: str = ""


@dataclass(frozen=True, slots=True)
class MissingList:
    """A list that is not there: any number of members, each field anything of its kind."""

    fields: Mapping[str, Possible]
    optional: str = ""


Facts = Mapping[str, Any]
GAPS = (Missing, MissingList)
MOST_UNSURE = 6
"""So many facts that may not exist are told apart, each way by itself: twice as much work for each."""


def bounds(expr: Expr, facts: Facts) -> Interval:
    """The interval of a number's tree; a fact is a value, NOT_APPLICABLE, Missing or, for a list, of such members."""
    every = {fact.optional for fact in facts.values() if isinstance(fact, GAPS) and fact.optional}
    if not every or len(every) > MOST_UNSURE:
        return widest(expr, facts)
    unsure = min(every)
    gone = {key for key, fact in facts.items() if isinstance(fact, GAPS) and fact.optional == unsure}
    there = {key: replace(fact, optional="") if key in gone else fact for key, fact in facts.items()}
    return _hull([bounds(expr, there), bounds(expr, {**facts, **dict.fromkeys(gone, NOT_APPLICABLE)})])


def widest(expr: Expr, facts: Facts) -> Interval:
    """The same, but wherever the tree asks whether a fact exists that may not, it may: wider, and never slow."""
    found = _possible(expr, facts)
    assert isinstance(found, Interval)  # noqa: S101 - the tree of a score is a number's
    return found


def truths(condition: Expr, facts: Facts) -> frozenset[bool]:
    """What a condition can still be."""
    found: frozenset[bool] = _possible(condition, facts)
    return found


def _possible(expr: Expr, facts: Facts) -> Any:
    if isinstance(expr, Call):
        return _call(expr.op, expr.args, facts)
    if isinstance(expr, If):
        taken = _possible(expr.condition, facts)
        branches = [_possible(expr.then, facts)] if True in taken else []
        if False in taken:
            branches.append(_possible(expr.otherwise, facts))
        return branches[0] if len(branches) == 1 else _either(*branches)
    if isinstance(expr, Input):
        return _fact(facts[expr.key])
    if isinstance(expr, Const):
        return _known(expr.value)
    raise TypeError(expr)


def _call(op: Op, args: tuple[Expr, ...], facts: Facts) -> Any:
    first = args[0]
    if op in (Op.TOTAL, Op.HIGHEST) and isinstance(first, Input):
        return _over_list(op, first.key, args[1], facts)
    if op is Op.APPLICABLE and isinstance(first, Input):
        return _exists(facts[first.key])
    if op in SETTLED and (left := _possible(first, facts)) == SETTLED[op]:
        return left  # the other side is not asked: what it reads may not exist
    return OPERATORS[op](*[_possible(arg, facts) for arg in args])


def _exists(value: Any) -> frozenset[bool]:
    """Whether a fact exists."""
    if isinstance(value, GAPS) and value.optional:
        return UNKNOWN
    return frozenset({value is not NOT_APPLICABLE})


def _fact(value: Any) -> Possible:
    return value.possible if isinstance(value, Missing) else _known(value)


def _known(value: Any) -> Possible:
    if isinstance(value, (bool, str)):
        return frozenset({value})  # type: ignore[return-value]
    if value is NOT_APPLICABLE:
        raise TypeError("what does not exist was read as a number")
    number = int_if_whole(value)
    return Interval(number, number)


def _either(left: Possible, right: Possible) -> Possible:
    """What one of two branches can be: numbers, or conditions."""
    if isinstance(left, Interval) and isinstance(right, Interval):
        return _hull([left, right])
    return left | right  # type: ignore[operator]


def _hull(branches: list[Interval]) -> Interval:
    return Interval(min(one.low for one in branches), max(one.high for one in branches))


def _over_list(op: Op, key: str, body: Expr, facts: Facts) -> Interval:
    members = facts[key]
    if isinstance(members, MissingList):
        unknown = {f"{key}.*{name}": Missing(possible) for name, possible in members.fields.items()}
        one = widest(body, {**facts, **unknown})
        if op is Op.HIGHEST:
            return one
        return Interval(min(0, _many(one.low)), max(0, _many(one.high)))
    found = [
        bounds(body, {**facts, **{f"{key}.*{name}": value for name, value in member.items()}}) for member in members
    ]
    if op is Op.HIGHEST and not found:
        return Interval(-inf, inf)  # the greatest of none
    taken = max if op is Op.HIGHEST else sum
    return Interval(taken([one.low for one in found]), taken([one.high for one in found]))


def _many(side: Side) -> Side:
    """Any number of times a side: without end, unless the side is zero."""
    return 0 if side == 0 else (inf if side > 0 else -inf)


def _times(left: Side, right: Side) -> Side:
    return 0 if left == 0 or right == 0 else left * right


def _product(left: Interval, right: Interval) -> Interval:
    corners = [_times(one, other) for one in (left.low, left.high) for other in (right.low, right.high)]
    return Interval(min(corners), max(corners))


def _quotient(left: Interval, right: Interval) -> Interval:
    """The divisor is above zero, whatever else it might seem to become; where it comes near, there is no end."""
    if right.high <= 0:  # it will be refused, whatever else is reported
        return Interval(-inf, inf)
    inverse = Interval(_inverse(right.high), _inverse(max(right.low, 0)))
    return _product(left, inverse)


def _inverse(side: Side) -> Side:
    if isinf(side):
        return 0
    return inf if side == 0 else 1 / Fraction(side)


def _each_side(change: Callable[[Any], Side]) -> Callable[..., Interval]:
    """A function that never falls, applied to both sides."""

    def apply(value: Interval) -> Interval:
        return Interval(*(side if isinf(side) else change(side) for side in value))

    return apply


def _round(value: Interval, places: Interval) -> Interval:
    return _each_side(lambda side: round_half_up(side, int(places.low)))(value)


def _months(first: Interval, last: Interval, started: Interval) -> Interval:
    """The later the second date and the earlier the first, the more."""
    begun, least, most = int(started.low), (first.high, last.low), (first.low, last.high)
    return Interval(
        -inf if any(map(isinf, least)) else months_between(floor(least[0]), floor(least[1]), begun),
        inf if any(map(isinf, most)) else months_between(floor(most[0]), floor(most[1]), begun),
    )


def _compare(always: bool, never: bool) -> frozenset[bool]:  # noqa: FBT001 - two truth values are its matter
    if always:
        return frozenset({True})
    return frozenset({False}) if never else UNKNOWN


def _equal(left: Any, right: Any) -> frozenset[bool]:
    if isinstance(left, Interval):
        same = left.exact() and left == right
        return _compare(same, left.high < right.low or right.high < left.low)
    return _compare(left == right and len(left) == 1, not left & right)


OPERATORS: Mapping[Op, Callable[..., Any]] = {
    Op.ADD: lambda left, right: Interval(left.low + right.low, left.high + right.high),
    Op.SUBTRACT: lambda left, right: Interval(left.low - right.high, left.high - right.low),
    Op.MULTIPLY: _product,
    Op.DIVIDE: _quotient,
    Op.MINIMUM: lambda left, right: Interval(min(left.low, right.low), min(left.high, right.high)),
    Op.MAXIMUM: lambda left, right: Interval(max(left.low, right.low), max(left.high, right.high)),
    Op.FLOOR: _each_side(floor),
    Op.ROUND: _round,
    Op.MONTHS: _months,
    Op.AT_LEAST: lambda left, right: _compare(left.low >= right.high, left.high < right.low),
    Op.ABOVE: lambda left, right: _compare(left.low > right.high, left.high <= right.low),
    Op.EQUAL: _equal,
    Op.NOT: lambda value: frozenset(not one for one in value),
    Op.AND: lambda left, right: frozenset(one and other for one in left for other in right),
    Op.OR: lambda left, right: frozenset(one or other for one in left for other in right),
}
