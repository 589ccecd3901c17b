"""Trees walked once: each becomes formulas over cells that are there by then, what is long a cell of its own."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from fractions import Fraction

from kaohe.backends.cells.formulas import (
    FALSE,
    Formula,
    Reference,
    weight,
)
from kaohe.backends.cells.magnitudes import Limits
from kaohe.backends.cells.numbers import Keep, Numbers
from kaohe.backends.cells.operators import Operators
from kaohe.backends.cells.pairs import whole
from kaohe.backends.cells.spans import NO, YES, Found, Span, Truth, known
from kaohe.expr.tree import Call, Const, Expr, If, Input, Op

SHORT = 5
"""A formula of more references and literals than this stands in a cell of its own."""


@dataclass(slots=True)
class Known:
    """What formulas can refer to: facts and results by their keys, and whether what is asked for exists."""

    facts: dict[str, Found] = field(default_factory=dict)
    exists: dict[str, Truth] = field(default_factory=dict)
    choices: Mapping[str, int] = field(default_factory=dict)


class Writer(ABC):
    """Writes the formulas of one sheet. New cells are named after `room`, which may be changed at any time."""

    short = SHORT

    def __init__(
        self, known_facts: Known, machine: Callable[[Keep, Limits], Numbers], limits: Limits | None = None
    ) -> None:
        self.known = known_facts
        self.limits = limits or Limits()
        self.room = ""
        self.cells: dict[str, Formula] = {}
        self.pairs = machine(self.keep, self.limits)
        self._names: dict[Formula, Reference] = {}
        self._operators = Operators(self.pairs)
        self._found: dict[int, tuple[Expr, Found]] = {}

    def keep(self, formula: Formula) -> Formula:
        """The formula, or a reference to the cell that has it."""
        if weight(formula) <= self.short:
            return formula
        if formula not in self._names:
            name = f"work.{self.room}.{len(self._names)}"
            self.cells[name] = formula
            self._names[formula] = Reference(name)
        return self._names[formula]

    def cell(self, name: str, formula: Formula) -> Reference:
        """A cell under a name of its own."""
        self.cells[name] = formula
        return Reference(name)

    @contextmanager
    def given(self, facts: Mapping[str, Found], exists: Mapping[str, Truth]) -> Iterator[None]:
        """Other facts in their place for a while."""
        before = self.known, self._found
        self.known = Known({**self.known.facts, **facts}, {**self.known.exists, **exists}, self.known.choices)
        self._found = {}
        yield
        self.known, self._found = before

    def number(self, expr: Expr) -> Span:
        found = self.write(expr)
        assert isinstance(found, Span)  # noqa: S101 - the tree is a number's
        return found

    def condition(self, expr: Expr) -> Truth:
        found = self.write(expr)
        assert isinstance(found, Truth)  # noqa: S101 - the tree is a condition's
        return found

    def write(self, expr: Expr) -> Found:
        """What a tree can be."""
        if id(expr) not in self._found:  # by what it is, not by what it equals: 1 equals yes
            self._found[id(expr)] = expr, self._write(expr)
        return self._found[id(expr)][1]

    def _write(self, expr: Expr) -> Found:
        match expr:
            case Const(value):
                return self._constant(value)
            case Input(key):
                return self.known.facts[key]
            case If(condition, then, otherwise):
                return self._branches(self.condition(condition), then, otherwise)
            case Call(Op.TOTAL, (Input(key), body)):
                return self.total(key, body)
            case Call(Op.HIGHEST, (Input(key), body)):
                return self.highest(key, body)
            case Call(Op.APPLICABLE, (Input(key),)):
                return self.known.exists.get(key, YES)
            case Call(op, args):
                return self._operators.table[op](*map(self.write, args))
        raise TypeError(expr)

    def _constant(self, value: Fraction | bool | str) -> Found:  # noqa: FBT001 - a truth is one of its matters
        if isinstance(value, bool):
            return YES if value else NO
        return known(whole(self.known.choices[value] if isinstance(value, str) else value))

    def _branches(self, condition: Truth, then: Expr, otherwise: Expr) -> Found:
        """A branch that can't be taken is not written: what it reads may be no number at all."""
        if condition.may == FALSE:
            return self.write(otherwise)
        if condition.may_not == FALSE:
            return self.write(then)
        return self._operators.choose(condition, self.write(then), self.write(otherwise))

    @abstractmethod
    def total(self, key: str, body: Expr) -> Span:
        """A number summed over the members of a list."""

    @abstractmethod
    def highest(self, key: str, body: Expr) -> Span:
        """The greatest that a number is for any member of a list; that of none may be anything."""
