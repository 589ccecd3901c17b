"""The meaning of a tree: exact numbers, as generated Python on whole numbers.

Every value is carried as a numerator and a denominator. Denominators that are known beforehand are cleared while
the code is written, and comparisons with a quotient are multiplied out, so that a run is integer arithmetic as long
as the facts are whole numbers; a Fraction appears only where a quotient itself is wanted.
"""

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import Any

from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.expr.numbers import Number, int_if_whole
from kaohe.expr.tree import Call, Const, Expr, If, Input, Op
from kaohe.expr.tree_questions import nodes

Compiled = Callable[[Sequence[Any]], tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Members:
    """A body computed for each member of a list: the result is a list of (member's place, number), without zeros."""

    key: str
    body: Expr


@dataclass(frozen=True, slots=True)
class Code:
    """A numerator, `factor` times some Python text, over a denominator: a number or, where facts decide it, text.

    A constant has no text.
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


def round_half_up(value: Number, places: int) -> Number:
    """Rounded to decimals, a half away from zero."""
    scaled = abs(value) * 10**places
    whole = (2 * scaled + 1) // 2
    return int_if_whole(Fraction(whole if value >= 0 else -whole, 10**places))


class Writer:
    """Writes the code of trees; `slots` gives the Python text that fetches each raw fact.

    Of a fact that may be a Fraction, `divided` holds the key: its two whole numbers are taken apart beforehand.
    """

    def __init__(
        self,
        slots: Mapping[str, str],
        divided: AbstractSet[str] = frozenset(),
        inner: Mapping[str, str] | None = None,
    ) -> None:
        """`inner` gives the text of a member's facts inside a sum over its list, where `slots` has another for them."""
        self.slots = slots
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
            return Code(slot)
        name = f"{len(self.prelude)}"
        line = f"n{name}, d{name} = {slot}.numerator, {slot}.denominator"
        numerator, over = self.prelude.setdefault(slot, line).partition(" =")[0].split(", ")
        return Code(numerator, over)

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


def _multiply(left: Code, right: Code) -> Code:
    text = "*".join(code.text for code in (left, right) if code.text)
    return Code(text, _product(left.over, right.over), left.factor * right.factor)


def _divide(left: Code, right: Code) -> Code:
    over = _product(right.factor, right.text) if right.text else right.factor
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
    Op.MINIMUM: _join("min({}, {})"),
    Op.MAXIMUM: _join("max({}, {})"),
    Op.FLOOR: lambda value: Code(f"({value.times(1)}//({safe(value.over)}))"),
    Op.ROUND: lambda value, places: Code(
        f"round_half_up(Fraction({value.times(1)}, {safe(value.over)}), {places.factor})"
    ),
    Op.AT_LEAST: _compare(">="),
    Op.ABOVE: _compare(">"),
    Op.EQUAL: _compare("=="),
    Op.NOT: lambda value: Code(f"(not {value.text})"),
    Op.AND: lambda left, right: Code(f"({left.text} and {right.text})"),
    Op.OR: lambda left, right: Code(f"({left.text} or {right.text})"),
}


def scale_of(trees: Sequence[Expr]) -> int:
    """The least whole number that clears every denominator known beforehand in these trees."""
    constants = (node.value for tree in trees for node in nodes(tree) if isinstance(node, Const))
    return lcm(*(value.denominator for value in constants if isinstance(value, Fraction)))


def compile_trees(
    outputs: Sequence[Expr | Members],
    slots: Mapping[str, str],
    scale: int = 1,
    divided: AbstractSet[str] = frozenset(),
    inner: Mapping[str, str] | None = None,
) -> Compiled:
    """One function of a sequence of facts that gives every output times `scale`, as int or Fraction.

    All facts that the outputs read must be there; conditions come out as booleans.
    """
    writer = Writer(slots, divided, inner)
    parts = [_output(writer, one, scale) for one in outputs]
    lines = "".join(f"    {line}\n" for line in writer.prelude.values())
    source = f"def run(v):\n{lines}    return (" + ",\n        ".join(parts) + ("," if parts else "") + ")"
    namespace: dict[str, Any] = {
        "Fraction": Fraction,
        "NOT_APPLICABLE": NOT_APPLICABLE,
        "round_half_up": round_half_up,
    }
    exec(source, namespace)  # noqa: S102 - the text is written here, from checked trees: keys never enter it
    run: Compiled = namespace["run"]
    return run


def _output(writer: Writer, output: Expr | Members, scale: int) -> str:
    if isinstance(output, Members):
        body = writer.scaled(output.body, scale)
        return f"[(i, x) for i, m in enumerate({writer.slots[output.key]}) if (x := {body})]"
    return writer.scaled(output, scale)
