"""Trees as Python text: every value a numerator and a denominator.

Denominators that are known beforehand are cleared while the text is written, and comparisons with a quotient are
multiplied out, so that a run is integer arithmetic as long as the facts are whole numbers; a Fraction appears only
where a quotient itself is wanted.
"""

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from fractions import Fraction
from math import lcm
from re import compile as pattern
from typing import NamedTuple

from kaohe.expr.tree import Call, Const, Expr, If, Input, Op
from kaohe.expr.tree_questions import is_condition

FETCHED = pattern(r"-?\w+(\[\d+\])?")
"""The text of a number that costs nothing to compute."""


class Code(NamedTuple):
    """A numerator, `factor` times some Python text, over a denominator: a number or, where facts decide it, text.

    A constant has no text; without text, but over some, it is a constant divided by facts.
    """

    text: str
    over: int | str = 1
    factor: int = 1

    def settled(self) -> "Code":
        """The same with a denominator that is known: what a branch divides by must not be touched by the other one."""
        return Code(f"Fraction({self.times(1)}, {safe(self.over)})") if isinstance(self.over, str) else self

    def times(self, other: "int | str") -> str:
        """The numerator times a number or another text."""
        factor, texts = self.factor, [self.text] if self.text else []
        if isinstance(other, int):
            factor *= other
        else:
            texts.append(other)
        if factor == 0 or not texts:
            return str(factor)
        return "*".join([*texts, *([str(factor)] if factor != 1 else [])])


class Writer:
    """Writes the code of trees; `slots` gives the Python text that fetches each raw fact.

    Of a fact that may be a Fraction, `divided` holds the key: its two whole numbers are taken apart beforehand.
    """

    def __init__(
        self,
        slots: Mapping[str, str],
        divided: AbstractSet[str] = frozenset(),
        inner: Mapping[str, str] | None = None,
        unit: int = 1,
    ) -> None:
        """`inner` gives the text of a member's facts inside a sum over its list, where `slots` has another for them.

        All numbers that are fetched are in 1/unit.
        """
        self.slots = dict(slots)
        self._unit = unit
        self._inner = inner or {}
        self._divided = divided
        self.prelude: dict[str, str] = {}

    def write(self, expr: Expr) -> Code:
        match expr:
            case Const(value):
                return _constant(value)
            case Input(key):
                return self._input(key)
            case If(condition, then, otherwise):
                first, second, over = common(self.write(then).settled(), self.write(otherwise).settled())
                return Code(f"({first} if {self.write(condition).text} else {second})", over)
            case Call(Op.TOTAL | Op.HIGHEST as op, (Input(key), body)):
                outer, self.slots = self.slots, {**self.slots, **self._inner}
                one = self.write(body).settled()
                self.slots = outer
                return Code(OVER_LISTS[op].format(f"{one.times(1)} for m in {self.slots[key]}"), one.over)
            case Call(Op.APPLICABLE, (Input(key),)):
                return Code(f"({self.slots[key]} is not NOT_APPLICABLE)")
            case Call(op, args):
                return OPERATORS[op](*map(self.write, args))
        raise TypeError(expr)

    def _input(self, key: str) -> Code:
        slot = self.slots[key]
        if key not in self._divided:
            return Code(slot, self._unit)
        name = f"{len(self.prelude)}"
        line = f"n{name}, d{name} = {slot}.numerator, {slot}.denominator"
        numerator, over = self.prelude.setdefault(slot, line).partition(" =")[0].split(", ")
        return Code(numerator, over)

    def keep(self, name: str, tree: Expr) -> list[str]:
        """The line, if it takes one, that computes a tree once for all that refer to it by its name from here on."""
        code = self.write(tree).text if is_condition(tree) else self.scaled(tree, self._unit)
        if FETCHED.fullmatch(code):
            self.slots[name] = code
            return []
        local = self.slots[name] = f"s{len(self.slots)}"
        return [f"{local} = {code}"]

    def scaled(self, expr: Expr, scale: int) -> str:
        """Code of the number times `scale`; known factors are multiplied while it is written."""
        if isinstance(expr, If):
            branches = self.scaled(expr.then, scale), self.scaled(expr.otherwise, scale)
            return f"({branches[0]} if {self.write(expr.condition).text} else {branches[1]})"
        code = self.write(expr)
        if isinstance(code.over, int) and scale % code.over == 0:
            return code.times(scale // code.over)
        return f"Fraction({code.times(scale)}, {safe(code.over)})"


def common(left: Code, right: Code) -> tuple[str, str, int | str]:
    """Both numerators over one denominator, and that denominator."""
    if isinstance(left.over, int) and isinstance(right.over, int):
        over = lcm(left.over, right.over)
        return left.times(over // left.over), right.times(over // right.over), over
    if left.over == right.over:
        return left.times(1), right.times(1), left.over
    return left.times(right.over), right.times(left.over), _product(left.over, right.over)


def safe(over: int | str) -> str:
    """A denominator that can be divided by: where facts make it zero, the result is asked for by nobody."""
    return f"{over} or 1" if isinstance(over, str) else str(over)


def _constant(value: Fraction | bool | str) -> Code:  # noqa: FBT001 - a truth value is one of its matters
    if isinstance(value, Fraction):
        return Code("", value.denominator, value.numerator)
    return Code(repr(value))


def _product(left: int | str, right: int | str) -> int | str:
    if isinstance(left, int) and isinstance(right, int):
        return left * right
    return "*".join(str(side) for side in (left, right) if side != 1)


def _join(pattern: str) -> Callable[[Code, Code], Code]:
    """An operator on two numerators over one denominator: denominators are above zero, so they keep order too."""

    def write(left: Code, right: Code) -> Code:
        first, second, over = common(left, right)
        return Code(pattern.format(first, second), over)

    return write


def _compare(sign: str) -> Callable[[Code, Code], Code]:
    def write(left: Code, right: Code) -> Code:
        first, second, _ = common(left, right)
        return Code(f"({first} {sign} {second})")

    return write


def _either(taken: Callable[[int, int], int], sign: str) -> Callable[[Code, Code], Code]:
    """The lesser or the greater of two; what is only fetched is compared in place, which is sooner done than a call."""

    def write(left: Code, right: Code) -> Code:
        first, second, over = common(left, right)
        if isinstance(over, int) and not left.text and not right.text:
            return Code("", over, taken(int(first), int(second)))
        if FETCHED.fullmatch(first) and FETCHED.fullmatch(second):
            return Code(f"({first} if {first} {sign} {second} else {second})", over)
        return Code(f"{taken.__name__}({first}, {second})", over)

    return write


def _floor(value: Code) -> Code:
    return Code(f"({value.times(1)}//({safe(value.over)}))")


def _multiply(left: Code, right: Code) -> Code:
    text = "*".join(code.text for code in (left, right) if code.text)
    return Code(text, _product(left.over, right.over), left.factor * right.factor)


def _divide(left: Code, right: Code) -> Code:
    over = _product(right.factor, right.text) if right.text else right.factor or "0"
    factor = left.factor if isinstance(right.over, str) else left.factor * right.over
    text = left.text if isinstance(right.over, int) else "*".join([*([left.text] if left.text else []), right.over])
    return Code(text, _product(left.over, over), factor)


OVER_LISTS = {Op.TOTAL: "sum([{}])", Op.HIGHEST: "max([{}], default=0)"}
"""An empty list stands in for one that is missing; what comes of it is asked for by nobody."""
OPERATORS: Mapping[Op, Callable[..., Code]] = {
    Op.ADD: _join("({}+{})"),
    Op.SUBTRACT: _join("({}-{})"),
    Op.MULTIPLY: _multiply,
    Op.DIVIDE: _divide,
    Op.MINIMUM: _either(min, "<"),
    Op.MAXIMUM: _either(max, ">"),
    Op.FLOOR: _floor,
    Op.ROUND: lambda value, places: Code(
        f"round_half_up(Fraction({value.times(1)}, {safe(value.over)}), {places.factor})"
    ),
    Op.MONTHS: lambda first, last, started: Code(
        f"months_between({_floor(first).text}, {_floor(last).text}, {started.factor})"
    ),
    Op.AT_LEAST: _compare(">="),
    Op.ABOVE: _compare(">"),
    Op.EQUAL: _compare("=="),
    Op.NOT: lambda value: Code(f"(not {value.text})"),
    Op.AND: lambda left, right: Code(f"({left.text} and {right.text})"),
    Op.OR: lambda left, right: Code(f"({left.text} or {right.text})"),
}
