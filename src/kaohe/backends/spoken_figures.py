"""Numbers as they are read aloud, in the notation and with the unit of the facts that they are like."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kaohe.backends.names import Name
from kaohe.backends.shapes import is_tally
from kaohe.backends.spoken_lists import counts
from kaohe.backends.spoken_numbers import reported, spoken
from kaohe.backends.spoken_subjects import name_of, own
from kaohe.backends.spoken_times import TIMES
from kaohe.backends.wanted_values import WantedValues
from kaohe.expr.tree import Call, Const, Expr, Input, Notation, Op
from kaohe.messages import Language, say

Fill = Callable[[Sequence[Any]], str]


@dataclass(frozen=True)
class SpokenFigures:
    """Prepares numbers; `values` collects them."""

    names: Mapping[str, Name]
    language: Language
    values: WantedValues

    def figure(
        self, expr: Expr, notation: Notation, like: Expr | None, apart: Sequence[Expr], *, size_only: bool = False
    ) -> Fill:
        """A number alone; with `size_only` without its sign. One that the rubric gives stands as it is given."""
        notation, unit = (notation, "") if like is None else self.measure(like, notation)
        place, others = self.values.want(expr), [self.values.want(one) for one in apart]
        if isinstance(expr, Const):
            return lambda found: reported(found[place], notation, self.language, unit)

        def fill(found: Sequence[Any]) -> str:
            value = abs(found[place]) if size_only else found[place]
            against = [abs(found[one]) if size_only else found[one] for one in others]
            return spoken(value, notation, self.language, unit, against)

        return fill

    def measure(self, like: Expr, notation: Notation) -> tuple[Notation, str]:
        """How a number is written that is like this one, and its unit; in `notation` where that does not show."""
        name = name_of(like, self.names)
        if name is not None:
            return name.notation, name.unit
        match like:
            case Call(Op.MAXIMUM, (Const(0), inner) | (inner, Const(0))):
                return self.measure(inner, notation)
            case Call(Op.MONTHS):
                return Notation.NONE, self._unit("month_unit")
            case Call(Op.SUBTRACT, (left, right)) if self.alike(left, right):
                return self.gap(left if own(left) else right)
            case Call(Op.ADD | Op.SUBTRACT, (Call() | Input() as first, _)):
                return self.measure(first, notation)
        if counts(like):
            return Notation.NONE, self._unit("member_unit")
        return notation, self._unit("met_unit") if is_tally(like) else ""

    def gap(self, number: Expr) -> tuple[Notation, str]:
        """How the difference of a number from one like it is written, and its unit."""
        notation, unit = self.measure(number, Notation.NONE)
        if notation in TIMES:
            return Notation.NONE, self._unit("day_unit" if notation is Notation.DATE else "month_unit")
        return Notation.PERCENTAGE_POINT if notation is Notation.PERCENT else notation, unit

    def alike(self, left: Expr, right: Expr) -> bool:
        """Whether two are numbers with a name, or one is and the other is written; days are not like dates."""
        named = all(own(one) or isinstance(one, Const) for one in (left, right)) and (own(left) or own(right))
        return named and self.timed(left) == self.timed(right)

    def timed(self, *numbers: Expr) -> bool:
        """Whether it is dates or months that are compared."""
        names = [name_of(one, self.names) for one in numbers]
        units = [one.unit for one in numbers if isinstance(one, Const)]
        return any(one in TIMES for one in (*units, *(name.notation for name in names if name)))

    def _unit(self, code: str) -> str:
        return say(f"reason.{code}", self.language)
