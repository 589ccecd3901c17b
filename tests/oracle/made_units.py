"""Units made up at random, most of what they say close to where the form's points change."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from random import Random
from typing import Any

from oracle.form import Facts, items
from oracle.phrases import GONE
from oracle.vocabulary import Asked

GAPS = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.005, 0.03, 0.3)
"""How often a field is missing, unit by unit."""
GOOD = (0.5, 0.8, 0.98)
"""How often all is well, unit by unit."""
DOES_NOT_APPLY = 0.15
MOST_MEMBERS = 4
Unit = Mapping[str, Facts]


def made_units(many: int, seed: int, gaps: Sequence[float]) -> Iterator[Unit]:
    random = Random(seed)  # noqa: S311 - nothing here is secret
    for number in range(many):
        good, lacking = random.choice(GOOD), gaps[number % len(gaps)]
        yield {item: _item(several, random, lacking, good) for item, several in items().items()}


def _item(several: tuple[Asked, ...], random: Random, gaps: float, good: float) -> Facts:
    found: dict[str, Any] = {}
    gone: dict[str, bool] = {}
    for one in several:
        if one.company and gone.setdefault(one.company, random.random() < DOES_NOT_APPLY):
            found |= dict.fromkeys(one.fields(), GONE)
            continue
        values = KINDS[one.kind](random, good)
        found |= {name: _said(value, random, gaps) for name, value in zip(one.fields(), values, strict=True)}
    return found


def _said(value: Any, random: Random, gaps: float) -> Any:
    if random.random() < gaps:
        return None
    if isinstance(value, tuple):
        return tuple(tuple(_said(one, random, gaps) for one in member) for member in value)
    return value.numerator if isinstance(value, Fraction) and value.denominator == 1 else value


def _count(random: Random, good: float) -> tuple[int]:
    return (0 if random.random() < good else random.choice((1, 1, 2, 2, 3, 4, 5, 6, 9, 10, 11, 1000)),)


def _people(random: Random, _: float) -> tuple[int, int]:
    """Exactly nothing, 1% or 2% more, one person beside it, and far away."""
    before = random.choice((1, 3, 50, 100, 1000, 12345, 999_900, 123_456_700))
    more = random.choice((0, 1, 1, 2, 2, -1, 5, 40, -100))
    return max(0, before + before * more // 100 + random.choice((0, 0, 1, -1))), before


def _money(random: Random, _: float) -> tuple[Fraction, Fraction]:
    """The same to the cent, one cent beside it, and far away."""
    before = Fraction(random.choice((0, 1, 5000, 123_456_789)), 100)
    cents = random.choice((0, 0, 1, -1, 100, -100, 10**9))
    return max(Fraction(0), before + Fraction(cents, 100)), before


def _ratio(random: Random, _: float) -> tuple[Any, Any]:
    """Full steps below all, below 95%, and below the rates that `_rate` gives; a thousandth beside them."""
    whole = random.choice((1, 3, 20, 100, 1000, 40_000, 77_777))
    hundredths = random.choice((100, 100, 95, *range(79, 104), 0, 50, 200))
    return max(0, (whole * hundredths) // 100 + random.choice((0, 0, 0, 1, -1))), whole


def _rate(random: Random, _: float) -> tuple[Fraction]:
    fine = Fraction(random.randint(0, 10**4), 10**4)
    return (random.choice((fine, *(Fraction(percent, 100) for percent in (80, 85, 90, 95, 100)))),)


def _ratios(random: Random, _: float) -> tuple[Any]:
    """Of main indicators the amount sent and the true one: on and beside each ten percent, on both sides."""
    members = []
    for _number in range(random.choice((0, 1, 1, 2, 2, 3, MOST_MEMBERS))):
        whole = random.choice((10, 100, 1000, 333, 123_456))
        tenths = random.choice((100, 100, 100, 90, 110, 80, 120, 95, 105, 0, 300))
        members.append((max(0, whole * tenths // 100 + random.choice((0, 0, 1, -1))), whole))
    return (tuple(members),)


KINDS: Mapping[str, Callable[[Random, float], tuple[Any, ...]]] = {
    "flag": lambda random, good: (random.random() < good,),
    "count": _count,
    "people": _people,
    "money": _money,
    "ratio": _ratio,
    "rate": _rate,
    "ratios": _ratios,
}
