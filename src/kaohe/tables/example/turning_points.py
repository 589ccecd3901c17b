"""At which numbers of a fact scores turn, as far as the constants of the trees that read it tell."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import TypeGuard

from kaohe.expr.tree import Const
from kaohe.expr.tree_questions import inputs, nodes
from kaohe.scoring.compiled_rubric import CompiledRubric

STEPS = range(-12, 13)
"""So many steps beside a number at which another begins."""
MOST = 120
"""Of many numbers so many are enough."""
LARGEST_RATE = 3
MOST_OFTEN = 7


def constants(compiled: CompiledRubric) -> Mapping[str, frozenset[Fraction]]:
    """The numbers that stand in trees beside each field, by its key."""
    found: dict[str, set[Fraction]] = {}
    for place in range(len(compiled.items)):
        tree = compiled.score(place)
        numbers = {abs(Fraction(one.value)) for one in nodes(tree) if isinstance(one, Const) and _is_number(one.value)}
        for key in inputs(tree):
            found.setdefault(key, set()).update(numbers)
    return {key: frozenset(numbers) for key, numbers in found.items()}


def counts(numbers: Iterable[Fraction]) -> Sequence[int]:
    """Whole numbers at which scores turn, and those beside them; small ones most of all."""
    beside = {int(one) + step for one in numbers for step in (-1, 0, 1)}
    every = sorted({*range(MOST_OFTEN), *(one for one in beside if one >= 0)})
    return [*map(int, _thinned(every))]


def rates(numbers: Iterable[Fraction]) -> Sequence[Fraction | int]:
    """Parts of a whole, or of the year before, at which scores turn."""
    small = sorted(one for one in numbers if 0 < one <= LARGEST_RATE and one.denominator > 1)
    starts = {Fraction(1), *small, *(1 + one for one in small)}
    steps = [one for one in small if one <= Fraction(1, 5)] or [Fraction(1, 100)]
    every = {start + step * many for start in starts for step in steps for many in STEPS}
    return _thinned(sorted({Fraction(0), Fraction(1, 2), *(one for one in every if 0 <= one <= LARGEST_RATE)}))


def _thinned(numbers: Sequence[Fraction | int]) -> Sequence[Fraction | int]:
    """All of them where there are few; else some from end to end."""
    return numbers if len(numbers) <= MOST else [numbers[place * len(numbers) // MOST] for place in range(MOST)]


def _is_number(value: Fraction | bool | str) -> TypeGuard[Fraction | int]:  # noqa: FBT001 - a truth is one of its matters
    return isinstance(value, int | Fraction) and not isinstance(value, bool)
