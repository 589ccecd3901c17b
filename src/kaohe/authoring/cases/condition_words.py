"""A condition as it stands in a tree, in words: facts by their names, whatever their values are."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from kaohe.backends.names import NOTATIONS, WRITTEN, Name
from kaohe.backends.shapes import SIGNS
from kaohe.backends.text import MIRRORED, RELATIONS
from kaohe.expr.numbers import int_if_whole
from kaohe.expr.tree import Call, Const, Expr, If, Input, Op
from kaohe.messages import Language, say

JOINTS = {Op.AND: "cases.and", Op.OR: "cases.or"}
CALLED = {
    Op.MINIMUM: "cases.minimum",
    Op.MAXIMUM: "cases.maximum",
    Op.FLOOR: "cases.floor",
    Op.ROUND: "cases.round",
    Op.MONTHS: "cases.months",
    Op.TOTAL: "cases.total",
    Op.HIGHEST: "cases.highest",
}


@dataclass(frozen=True, slots=True)
class ConditionWords:
    """Says conditions; `names` are what facts are called, by their keys."""

    names: Mapping[str, Name]
    language: Language

    def say(self, expr: Expr) -> str:
        match expr:
            case Const():
                return self._constant(expr)
            case Input(key):
                return self._fact(key)
            case Call(label=label) | If(label=label) if label:
                return self._fact(label)
            case If(condition, then, otherwise):
                parts = {"condition": condition, "then": then, "otherwise": otherwise}
                return say("cases.if", self.language, **{name: self.say(one) for name, one in parts.items()})
            case Call(op, args):
                return self._call(op, args)
        raise TypeError(expr)

    def _call(self, op: Op, args: tuple[Expr, ...]) -> str:
        if op is Op.NOT:
            return say("cases.not", self.language, condition=self.say(args[0]))
        if op is Op.APPLICABLE:
            return say("cases.applicable", self.language, label=self._whole(args[0]))
        if op in JOINTS:
            return say(JOINTS[op], self.language).join(map(self.say, args))
        if op in CALLED:
            shown = args[:2] if op is Op.MONTHS else args  # the third says whether a month begun counts
            told = say("cases.between", self.language).join(map(self.say, shown))
            return say(CALLED[op], self.language, numbers=told)
        if op in SIGNS:
            return f" {SIGNS[op]} ".join(self._inside(one, op) for one in args)
        return self._compared(op, *args)

    def _compared(self, op: Op, left: Expr, right: Expr) -> str:
        """A number beside its threshold, a choice beside its option."""
        if isinstance(right, Const) and isinstance(right.value, str) and isinstance(left, Input):
            options = self.names[left.key].options or {}
            return f"{self._fact(left.key)} = {options.get(right.value, right.value)}"
        if isinstance(left, Const):
            return f"{self.say(right)} {MIRRORED[op][0]} {self.say(left)}"
        return f"{self.say(left)} {RELATIONS[op][0]} {self.say(right)}"

    def _inside(self, expr: Expr, op: Op) -> str:
        """In brackets where a sum stands in a product."""
        told = self.say(expr)
        sums = isinstance(expr, Call) and expr.op in (Op.ADD, Op.SUBTRACT) and not expr.label
        return f"({told})" if sums and op in (Op.MULTIPLY, Op.DIVIDE, Op.SUBTRACT) else told

    def _constant(self, constant: Const) -> str:
        if not isinstance(constant.value, Fraction):
            return str(constant.value)
        style = next((style for style, notation in NOTATIONS.items() if notation is constant.unit), "number")
        return WRITTEN[style](int_if_whole(constant.value))

    def _fact(self, key: str) -> str:
        name = self.names.get(key)
        return say("cases.fact", self.language, label=name.label if name else key)

    def _whole(self, expr: Expr) -> str:
        name = self.names.get(expr.key) if isinstance(expr, Input) else None
        return (name.whole or name.label) if name else ""
