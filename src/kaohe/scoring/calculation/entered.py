"""One input cell of a fact: what its state is, and what the fact can be, as formulas."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kaohe.backends.cells.formulas import (
    FALSE,
    TRUE,
    Formula,
    Reference,
    both,
    choose,
    compare,
    either,
    negation,
    number,
)
from kaohe.backends.cells.magnitudes import Limits
from kaohe.backends.cells.spans import Found, Truth
from kaohe.formulas.indicators import Indicator
from kaohe.results.calculation import INAPPLICABLE, KNOWN, MISSING, UNUSABLE
from kaohe.scoring.calculation.given_cells import NamedFormula, given, said, says
from kaohe.submission.cell_text import flag_words

Choices = Mapping[str, int]
"""A number for each option of a rubric."""


@dataclass(frozen=True)
class Entered(ABC):
    """One field of a fact; `group` decides whether the fact exists, it is empty where it must."""

    key: str
    indicator: Indicator
    field: str
    choices: Choices
    group: str = ""

    @property
    def content(self) -> Formula:
        return Reference(f"given.{self.key}")

    @property
    def certain(self) -> Formula:
        """Whether it is known."""
        return compare("=", Reference(f"state.{self.key}"), number(KNOWN))

    def cells(self, limits: Limits) -> Iterator[NamedFormula]:
        """Its cells in order: content, state, what the fact can be."""
        yield from given(self.key)
        yield from self._prepared()
        yield f"state.{self.key}", self._state(self._usable(limits))
        yield from self._sides()

    def _state(self, usable: Formula) -> Formula:
        """`usable` is the state by what stands in the cell."""
        return gone_or(self.group, choose(said(self.key), usable, number(MISSING)))

    def _prepared(self) -> Iterator[NamedFormula]:
        """Cells on which its state rests."""
        yield from ()

    @abstractmethod
    def found(self) -> Found:
        """What formulas take it for."""

    @abstractmethod
    def anything(self) -> Found:
        """What it can be while it is missing."""

    @abstractmethod
    def _usable(self, limits: Limits) -> Formula:
        """The state of a cell in which something stands."""

    @abstractmethod
    def _sides(self) -> Iterator[NamedFormula]:
        """The cells to which `found` refers."""


def gone_or(group: str, state: Formula) -> Formula:
    """A state, unless it is said that the fact does not exist; it is contradictory where more is said than that."""
    if not group:
        return state
    more = either(Reference(f"said.{group}"), Reference(f"unclear.{group}"))
    contradictory = choose(more, number(UNUSABLE), number(INAPPLICABLE))
    return choose(Reference(f"gone.{group}"), contradictory, state)


class EnteredFlag(Entered):
    """Yes or no."""

    def found(self) -> Truth:
        return Truth(Reference(f"may.{self.key}"), Reference(f"may_not.{self.key}"))

    def anything(self) -> Truth:
        return Truth(TRUE, TRUE)

    def _usable(self, limits: Limits) -> Formula:  # noqa: ARG002 - only numbers have limits
        return choose(either(*self._says), number(KNOWN), number(UNUSABLE))

    def _sides(self) -> Iterator[NamedFormula]:
        yes, no = self._says
        yield f"may.{self.key}", negation(both(self.certain, no))
        yield f"may_not.{self.key}", negation(both(self.certain, yes))

    @property
    def _says(self) -> tuple[Formula, Formula]:
        """Whether yes is said, and whether no is."""
        yes, no = flag_words(self.indicator.label)
        return says(self.key, yes), says(self.key, no)


class EnteredText(Entered):
    """A reason, which no formula reads."""

    def found(self) -> Truth:
        return Truth(FALSE, FALSE)

    anything = found

    def _usable(self, limits: Limits) -> Formula:  # noqa: ARG002 - only numbers have limits
        return number(KNOWN)

    def _sides(self) -> Iterator[NamedFormula]:
        yield from ()
