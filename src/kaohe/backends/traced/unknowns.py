"""Numbers that are not known yet: sums of them are trees, and a comparison is a question to the path that is taken."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, NoReturn, Protocol

from kaohe.backends.traced.texts import Digits
from kaohe.expr.numbers import Number, int_if_whole
from kaohe.expr.tree import Call, Const, Expr, Op


class Asked(Protocol):
    """What answers questions about unknown numbers, and keeps blanks in a text."""

    def holds(self, condition: Expr) -> bool: ...

    def blank(self, content: Hashable, number: Expr) -> "Blank": ...

    def places(self, number: Expr) -> int | None: ...

    def any_holds(self, conditions: Sequence[Expr]) -> bool: ...

    inner: bool

    def alike(self, number: Expr, way: Hashable) -> bool: ...


class Blank(str):
    """One letter that stands in a text for what will be written there: some `number`, as far as one is written."""

    __slots__ = ("content", "number", "path")
    path: Asked
    content: Hashable
    number: Expr

    def __str__(self) -> str:
        return self

    def __add__(self, other: str) -> str:
        return super().__add__(other) if other else self

    def __ne__(self, other: object) -> bool:
        """A number is asked whether it is written as 1: a word beside it may be plural."""
        if other == "1":
            return not self.path.holds(Call(Op.EQUAL, (self.number, Const(Fraction(1)))))
        return super().__ne__(other)

    __eq__ = str.__eq__
    __hash__ = str.__hash__


@dataclass(frozen=True)
class Later:
    """What is written in a blank once the rest of the text is known; `key` tells it from others."""

    key: Hashable
    trace: Callable[[Any], str] = field(compare=False)


class Unsayable(Exception):  # noqa: N818 - no error: a sentence that only the engine can say
    """`why` names the reason."""

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(why)


class Unknown:
    """The value of a tree."""

    __slots__ = ("path", "tree")

    def __init__(self, path: Asked, tree: Expr) -> None:
        self.path, self.tree = path, tree

    def __add__(self, other: "Unknown | Number") -> "Unknown":
        return Unknown(self.path, self.tree + tree_of(other))

    def __radd__(self, other: Number) -> "Unknown":
        return Unknown(self.path, tree_of(other) + self.tree)

    def __sub__(self, other: "Unknown | Number") -> "Unknown":
        return Unknown(self.path, self.tree - tree_of(other))

    def __rsub__(self, other: Number) -> "Unknown":
        return Unknown(self.path, tree_of(other) - self.tree)

    def __mul__(self, factor: int) -> "Unknown":
        return Unknown(self.path, times(self.tree, factor))

    def __abs__(self) -> "Unknown":
        return self if self >= 0 else 0 - self

    def __eq__(self, other: object) -> bool:
        return self._compared(Op.EQUAL, self.tree, tree_of(other))

    def __gt__(self, other: "Unknown | Number") -> bool:
        return self._compared(Op.ABOVE, self.tree, tree_of(other))

    def __lt__(self, other: "Unknown | Number") -> bool:
        return self._compared(Op.ABOVE, tree_of(other), self.tree)

    def __ge__(self, other: "Unknown | Number") -> bool:
        return self._compared(Op.AT_LEAST, self.tree, tree_of(other))

    def __bool__(self) -> bool:
        return self != 0

    def __str__(self) -> str:
        """A number of things that stands in words as it is."""
        return self.path.blank(Digits(self.tree, self.path.places(self.tree) or 0), self.tree)

    def __format__(self, _: str) -> str:
        return str(self)

    __hash__ = None  # type: ignore[assignment]

    def _compared(self, op: Op, left: Expr, right: Expr) -> bool:
        return self.path.holds(Call(op, (left, right)))


def tree_of(value: Any) -> Expr:
    return value.tree if isinstance(value, Unknown) else Const(Fraction(value))


def number_of(tree: Expr, path: Asked) -> Any:
    return (
        int_if_whole(tree.value)
        if isinstance(tree, Const) and isinstance(tree.value, Fraction)
        else Unknown(path, tree)
    )


def times(tree: Expr, factor: int) -> Expr:
    """A tree multiplied by a whole number."""
    match tree:
        case Call(Op.MULTIPLY, (inner, Const(Fraction() as before))):
            return Call(Op.MULTIPLY, (inner, Const(before * factor)))
    return tree if factor == 1 else tree * Const(Fraction(factor))


def unsayable(why: str) -> NoReturn:
    raise Unsayable(why)
