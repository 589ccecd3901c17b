"""Trees walked once: each becomes formulas over cells that are there by then, what is long a cell of its own."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from fractions import Fraction

from kaohe.backends.excel.arithmetic import Arithmetic
from kaohe.backends.excel.cells import (
    FALSE,
    Formula,
    Reference,
    choose,
    compare,
    either,
    number,
    weight,
)
from kaohe.backends.excel.magnitudes import INFINITE, Limits, constant
from kaohe.backends.excel.operators import Operators
from kaohe.backends.excel.pairs import HIGHEST, LOWEST, ZERO, Pair, whole
from kaohe.backends.excel.spans import NO, YES, Found, Span, Truth, known
from kaohe.expr.tree import Call, Const, Expr, If, Input, Op

SHORT = 5
"""A formula of more references and literals than this stands in a cell of its own."""


@dataclass(frozen=True, slots=True)
class Member:
    """One place of a list: whether a member stands there, and what its fields can be, by their keys."""

    there: Formula
    fields: Mapping[str, Found]


@dataclass(frozen=True, slots=True)
class CellList:
    """A list: its places, and whether it is missing; then it may have any number of members like `anyone`."""

    members: tuple[Member, ...]
    missing: Formula = FALSE
    anyone: Mapping[str, Found] = field(default_factory=dict)


@dataclass(slots=True)
class Known:
    """What formulas can refer to: facts and results by their keys, lists, and whether what is asked for exists."""

    facts: dict[str, Found] = field(default_factory=dict)
    lists: dict[str, CellList] = field(default_factory=dict)
    exists: dict[str, Truth] = field(default_factory=dict)
    choices: Mapping[str, int] = field(default_factory=dict)


class Writer:
    """Writes the formulas of one sheet. New cells are named after `room`, which may be changed at any time."""

    def __init__(self, known_facts: Known, limits: Limits | None = None) -> None:
        self.known = known_facts
        self.limits = limits or Limits()
        self.room = ""
        self.cells: dict[str, Formula] = {}
        self.pairs = Arithmetic(self.keep, self.limits)
        self._names: dict[Formula, Reference] = {}
        self._operators = Operators(self.pairs)
        self._found: dict[int, tuple[Expr, Found]] = {}

    def keep(self, formula: Formula) -> Formula:
        """The formula, or a reference to the cell that has it."""
        if weight(formula) <= SHORT:
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
        self.known = Known(
            {**self.known.facts, **facts}, self.known.lists, {**self.known.exists, **exists}, self.known.choices
        )
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
                return self._total(self.known.lists[key], body)
            case Call(Op.HIGHEST, (Input(key), body)):
                return self._highest(self.known.lists[key], body)
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

    def _of_members(self, found: CellList, body: Expr) -> Iterator[tuple[Formula, Span]]:
        for member in found.members:
            with self.given(member.fields, {}):
                yield member.there, self.number(body)

    def _total(self, found: CellList, body: Expr) -> Span:
        """Of a list that is missing a side has no end unless it can't pass zero."""
        low = high = ZERO
        exact = True
        for there, one in self._of_members(found, body):
            low = self.pairs.add(low, self.pairs.choose(there, one.low, ZERO))
            high = low if exact and one.exact else self.pairs.add(high, self.pairs.choose(there, one.high, ZERO))
            exact = exact and one.exact
        if found.missing == FALSE:
            return known(low) if exact else Span(low, high)
        with self.given(found.anyone, {}):
            anyone = self.number(body)
        below = compare(">", number(0), anyone.low.top)
        above = compare(">", anyone.high.top, number(0))
        many = Span(self._endless(below, -INFINITE), self._endless(above, INFINITE))
        return Span(*(self.pairs.choose(found.missing, *sides) for sides in zip(many, (low, high), strict=True)))

    def _endless(self, condition: Formula, side: float) -> Pair:
        return Pair(self.keep(choose(condition, number(side), number(0))), constant(0))

    def _highest(self, found: CellList, body: Expr) -> Span:
        """The greatest of none may be anything."""
        low = high = LOWEST
        anybody: Formula = FALSE
        for there, one in self._of_members(found, body):
            low = self.pairs.greatest(low, self.pairs.choose(there, one.low, LOWEST))
            high = self.pairs.greatest(high, self.pairs.choose(there, one.high, LOWEST))
            anybody = self.keep(either(anybody, there))
        high = self.pairs.choose(anybody, high, HIGHEST)
        with self.given(found.anyone, {}):
            anyone = self.number(body)
        return Span(*(self.pairs.choose(found.missing, *sides) for sides in zip(anyone, (low, high), strict=True)))
