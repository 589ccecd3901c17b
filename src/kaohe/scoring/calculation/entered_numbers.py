"""Input cells that formulas take for numbers: amounts, dates and months, and choices by the number of their option."""

from collections.abc import Iterator
from functools import cached_property

from kaohe.backends.bounds import Interval, Side
from kaohe.backends.cells.formulas import (
    Formula,
    Literal,
    Reference,
    both,
    call,
    choose,
    compare,
    either,
    number,
    times,
)
from kaohe.backends.cells.magnitudes import INFINITE, Limits, Magnitude, constant
from kaohe.backends.cells.pairs import Pair
from kaohe.backends.cells.spans import Span
from kaohe.compiler.possible_facts import possible
from kaohe.formulas.indicators import Indicator
from kaohe.results.calculation import BEYOND, KNOWN, UNUSABLE, EnteredField
from kaohe.scoring.calculation import decimals
from kaohe.scoring.calculation.calendar_days import date_number, month_number
from kaohe.scoring.calculation.entered import Choices, Entered, EnteredFlag, EnteredText
from kaohe.scoring.calculation.given_cells import NamedFormula
from kaohe.submission.entry_rows import option_labels

DATES = {"date": date_number, "month": month_number}


class EnteredNumber(Entered):
    """A whole number of its last decimal; what is taken over all units may be any quotient, and is a double."""

    @cached_property
    def span(self) -> Interval:
        """What it may be."""
        found = possible(self.indicator, self.field)
        if isinstance(found, Interval):
            return found
        every = [self.choices[str(option)] for option in found]
        return Interval(min(every), max(every))

    @cached_property
    def rough(self) -> bool:
        return self.indicator.peers is not None

    @cached_property
    def decimals(self) -> int:
        return 0 if self.rough else decimals.decimals(self.indicator, self.span)

    @cached_property
    def size(self) -> Magnitude:
        return decimals.magnitude(self.key, self.indicator, self.decimals, self.span)

    def entered(self, limits: Limits) -> EnteredField:
        """What a sheet computes of it."""
        most = None if self.rough else decimals.limit(self.size, limits.step(self.key), self.decimals)
        return EnteredField(self.key, self.decimals, most)

    def found(self) -> Span:
        over = 10**self.decimals
        sides = (Reference(f"lowest.{self.key}"), Reference(f"highest.{self.key}"))
        return Span(*(Pair(side, self.size, over, constant(over), self.rough) for side in sides))

    def anything(self) -> Span:
        over = 10**self.decimals
        return Span(*(Pair(number(side), _size_of(side), over, constant(over)) for side in map(self._side, self.span)))

    def _side(self, side: Side) -> float:
        return _double(side if isinstance(side, float) else side * 10**self.decimals)

    @property
    def _read(self) -> Formula:
        """Where the number stands: in the cell itself, or in one that reads it."""
        prepared = self.indicator.kind in DATES or self.indicator.kind == "choice"
        return Reference(f"read.{self.key}") if prepared else self.content

    def _prepared(self) -> Iterator[NamedFormula]:
        """The number in a cell in which people write something else; a text where there is none."""
        if self.indicator.kind in DATES:
            yield f"read.{self.key}", DATES[self.indicator.kind](self.content)
        elif self.indicator.kind == "choice":
            yield f"read.{self.key}", self._option()

    def _option(self) -> Formula:
        found: Formula = Literal("")
        for option, label in reversed(list(option_labels(self.indicator.options).items())):
            words = dict.fromkeys((label, option))
            wanted = either(*(compare("=", self.content, Literal(word)) for word in words))
            found = choose(wanted, number(self.choices[option]), found)
        return found

    def _usable(self, limits: Limits) -> Formula:
        """Fractions of what is counted are wrong; otherwise too many decimals are only too many for a spreadsheet."""
        read, places, most = self._read, self.decimals, self.entered(limits).limit
        low, high = self.span
        inside = [] if isinstance(low, float) else [compare(">=", read, number(_double(low)))]
        inside += [] if isinstance(high, float) else [compare(">=", number(_double(high)), read)]
        whole = [] if self.rough else [compare("=", call("ROUND", read, number(places)), read)]
        small = [] if most is None else [compare(">=", number(most), call("ABS", read))]
        if self.indicator.kind in decimals.WHOLE_KINDS:
            inside, whole = inside + whole, []
        exact = choose(both(*whole, *small), number(KNOWN), number(BEYOND))
        return choose(call("ISNUMBER", read), choose(both(*inside), exact, number(UNUSABLE)), number(UNUSABLE))

    def _sides(self) -> Iterator[NamedFormula]:
        value = self._read if self.rough else call("ROUND", times(self._read, number(10**self.decimals)), number(0))
        for name, side in zip(("lowest", "highest"), self.span, strict=True):
            yield f"{name}.{self.key}", choose(self.certain, value, number(self._side(side)))


def entered(key: str, indicator: Indicator, field: str, choices: Choices, group: str = "") -> Entered:
    """The cell of one field of a fact; of a record's, the field of one of its facts."""
    one, part = indicator.of_field(field)
    if part == "reason":
        return EnteredText(key, one, part, choices, group)
    kind = EnteredFlag if one.kind == "flag" else EnteredNumber
    return kind(key, one, part, choices, group)


def _size_of(side: float) -> Magnitude:
    return constant(0 if abs(side) == INFINITE else side)


def _double(side: Side) -> float:
    """A number as it stands in a formula; without end it is only a sign for that."""
    if isinstance(side, float):
        return INFINITE if side > 0 else -INFINITE
    return int(side) if side % 1 == 0 else float(side)
