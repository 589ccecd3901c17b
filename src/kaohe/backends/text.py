"""A tree as the arithmetic a person would write down: facts by name, the branch that was taken.

`超时上报 2 次 × 1 分`. Prepared once for a tree, then filled with one set of facts after another.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import nullcontext
from fractions import Fraction
from typing import Any

from kaohe.backends.names import WRITTEN, Name
from kaohe.backends.shapes import (
    SIGNS,
    TIGHT,
    alternatives,
    asks_existence,
    is_product,
    is_sum,
    lowest_of,
    rounded_up,
    signed_terms,
)
from kaohe.backends.wanted_values import NOTHING, WantedValues
from kaohe.expr.numbers import plain, readable
from kaohe.expr.tree import COMPUTABLE, Call, Const, Expr, If, Input, Notation, Op
from kaohe.expr.tree_questions import inputs, reported
from kaohe.messages import Language, say

Fill = Callable[[Sequence[Any]], str]
MIRRORED = {Op.AT_LEAST: ("≤", ">"), Op.ABOVE: ("<", "≥"), Op.EQUAL: ("=", "≠")}
RELATIONS = {Op.AT_LEAST: ("≥", "<"), Op.ABOVE: (">", "≤"), Op.EQUAL: ("=", "≠")}
PLAIN_NUMBER = re.compile(r"[\d.]+")
MOST_NAMED = 6
"""So many members of a list are named in one line."""
WHOLE = ("1", "100%")
"""How one is written."""


class Arithmetic:
    """Fills one tree's text. `slots` gives the code that fetches a fact, `names` how facts are called."""

    def __init__(
        self,
        expr: Expr,
        slots: Mapping[str, str],
        names: Mapping[str, Name],
        language: Language,
        inner: Mapping[str, str] | None = None,
    ) -> None:
        self._names = names
        self._language = language
        self._values = WantedValues(slots, inner)
        self._want, self._behind = self._values.want, self._values.behind
        self.fill = self._values.filling(self._value(expr))
        """The text for facts; all that the tree reads must be there."""

    def _value(self, expr: Expr) -> Fill:
        match expr:
            case Const():
                text = self._constant(expr)
                return lambda _: text
            case Input(key):
                name = self._names[key]
                return self._judged(expr, name) if name.reason else self._fact(expr, name)
            case If(label=label) if label:
                return self._fact(expr, self._names[label])
            case If(condition, then, otherwise):
                return self._branch(condition, then, otherwise)
            case Call(label=label) if label:
                return self._fact(expr, self._names[label])
            case Call(Op.SUBTRACT, (Const(0, Notation.POINTS), gained)):
                return self._value(gained)
            case Call(Op.SUBTRACT) if (least := lowest_of(expr)) is not None:
                return self._lowest(expr, *least)
            case Call(Op.SUBTRACT) if (steps := rounded_up(expr)) is not None:
                return self._rounded("arithmetic.started_steps", steps)
            case _:
                return self._call(expr)

    def _call(self, expr: Expr) -> Fill:
        """An operator without a name of its own."""
        match expr:
            case Call(op) if op in SIGNS:
                return self._operation(expr)
            case Call(Op.MINIMUM | Op.MAXIMUM, (left, right)):
                return self._either(expr, left, right)
            case Call(Op.MONTHS, (first, last, started)):
                return self._months(expr, first, last, begun=started == Const(Fraction(1)))
            case Call(Op.FLOOR, (value,)):
                return self._rounded("arithmetic.whole_steps", value)
            case Call(Op.TOTAL | Op.HIGHEST, (Input(key), body)):
                return self._over(expr, self._names[key].label, body)
            case Call(Op.ROUND, (value, _)):
                return self._value(value)
            case _:
                return self._condition(expr, self._want(expr))

    def _over(self, expr: Call, label: str, body: Expr) -> Fill:
        """A sum over the members of a list, how many meet a condition, or how many there are."""
        match body:
            case Const():
                return self._numbered(expr, "members", label)
            case If(condition, Const(), Const()):
                against = isinstance(condition, Call) and condition.op is Op.NOT
                return self._numbered(expr, "uncounted" if against else "counted", label, body)
            case Input():
                return self._numbered(expr, "highest" if expr.op is Op.HIGHEST else "sum", label)
            case Call(label=own) | If(label=own) if own:
                named = self._names[own].label
                return self._numbered(expr, "highest" if expr.op is Op.HIGHEST else "sum", named)
        return self._each_member(expr, body)

    def _lowest(self, expr: Expr, listed: Input, body: Expr) -> Fill:
        """The least of a list: minus the greatest of minus it."""
        if isinstance(body, Input):
            place, label = self._want(expr), self._names[listed.key].label
            return lambda found: say("arithmetic.lowest", self._language, label=label, number=readable(found[place]))
        return self._each_member(Call(Op.HIGHEST, (listed, body)), body, self._want(expr))

    def _numbered(self, expr: Call, code: str, label: str, body: Expr = NOTHING) -> Fill:
        """One number of a list; with a body the members for which it is not zero, by name."""
        place = self._want(expr)
        members = self._values.members(expr.args[0], body)

        def fill(found: Sequence[Any]) -> str:
            names = "" if body is NOTHING else say("arithmetic.joint", self._language).join(_few(members(found)))
            number = readable(found[place])
            return say(f"arithmetic.{code}", self._language, label=label, number=number, names=names)

        return fill

    def _each_member(self, expr: Call, body: Expr, place: int | None = None) -> Fill:
        """What was computed of each member that comes to something; of the greatest or least, that member alone.

        `place` is where its number stands among those computed.
        """
        place = self._want(expr) if place is None else place
        text = Arithmetic(body, self._values.of_members, self._names, self._language)
        members = self._values.members(expr.args[0], body)
        label = "".join(self._names[key].label for key in inputs(expr.args[0]))

        def fill(found: Sequence[Any]) -> str:
            counted = members(found)
            if expr.op is Op.HIGHEST:
                counted = {name: one for name, one in counted.items() if one[1] == found[place]}
                counted = dict(list(counted.items())[:1])
            row = found[-1]
            parts = {
                name: say("arithmetic.member", self._language, name=name, text=text.fill((row, member)))
                for name, (member, _) in counted.items()
            }
            if not parts:
                return say("arithmetic.each_zero", self._language, label=label)
            return " + ".join(_few(parts, parts.values()))

        return fill

    def _months(self, expr: Expr, first: Expr, last: Expr, *, begun: bool) -> Fill:
        """The months between two dates, and how they are counted."""
        place, texts = self._want(expr), (self._value(first), self._value(last))
        code = "arithmetic.months_begun" if begun else "arithmetic.months_full"

        def fill(found: Sequence[Any]) -> str:
            return say(code, self._language, first=texts[0](found), last=texts[1](found), number=found[place])

        return fill

    def _rounded(self, code: str, steps: Expr) -> Fill:
        inner = self._value(steps)
        return lambda found: say(code, self._language, steps=inner(found))

    def _constant(self, const: Const) -> str:
        if not isinstance(const.value, Fraction):
            return str(const.value)
        if const.unit is Notation.POINTS:
            return say("arithmetic.points", self._language, points=readable(const.value))
        if const.unit is Notation.PERCENTAGE_POINT:
            return say("arithmetic.percentage_points", self._language, number=plain(const.value * 100))
        if const.unit is Notation.NONE:
            return readable(const.value)
        return WRITTEN[const.unit.value](const.value if const.unit is Notation.PERCENT else int(const.value))

    def _fact(self, expr: Expr, name: Name) -> Fill:
        place = self._want(expr)
        return lambda found: name.write(found[place], self._language)

    def _judged(self, expr: Expr, name: Name) -> Fill:
        """Points by judgement, with the reason that was given for them."""
        place, reason = self._want(expr), self._want(Input(name.reason))
        written: Fill = lambda found: name.write(found[place], self._language)  # noqa: E731
        return lambda found: say(
            "arithmetic.for_reason", self._language, judged=written(found), reason=found[reason] or ""
        )

    def _operation(self, expr: Call) -> Fill:
        if expr.op not in TIGHT:
            return self._sum(signed_terms(expr))
        left, right = (self._inside(arg, tight=True) for arg in expr.args)
        if expr.op is Op.DIVIDE:
            return _quotient(left, right, brackets=is_product(expr.args[1]))
        return lambda found: f"{left(found)} {SIGNS[expr.op]} {right(found)}"

    def _sum(self, terms: list[tuple[str, Expr]]) -> Fill:
        """Terms added and taken away; branches that came to nothing are left out, unless all but one did."""
        signed = [
            (sign, self._inside(term, tight=sign == "-"), self._want(term), isinstance(term, If))
            for sign, term in terms
        ]

        def fill(found: Sequence[Any]) -> str:
            kept = [(sign, text(found)) for sign, text, place, branch in signed if found[place] or not branch]
            if len(kept) < 2:  # noqa: PLR2004 - one term alone says nothing of what was weighed
                kept = [(sign, text(found)) for sign, text, _, _ in signed][:2]
            return " ".join(text for one in kept for text in one).removeprefix("+ ")

        return fill

    def _inside(self, arg: Expr, *, tight: bool) -> Fill:
        """An operand, in brackets where it would be read otherwise without them."""
        inner, sides = self._value(arg), [*alternatives(arg)]
        if any(isinstance(side, If) and not side.label for side in sides) or (tight and any(map(is_sum, sides))):
            return lambda found: _bracketed(inner(found))
        if tight and any(isinstance(side, Call) and side.op is Op.TOTAL for side in sides):
            return lambda found: _bracketed(text) if " + " in (text := inner(found)) else text
        return inner

    def _branch(self, condition: Expr, then: Expr, otherwise: Expr) -> Fill:
        """The branch taken, after the condition that led there; a chain of branches shows only the last one."""
        place = self._want(condition)
        silent = asks_existence(condition)
        unsaid = isinstance(condition, Call) and condition.label == COMPUTABLE
        reason = _unsaid if unsaid else self._condition(condition, place)
        with self._behind(condition):
            yes = self._value(then)
        with self._behind(~condition):
            no = self._value(otherwise)

        def fill(found: Sequence[Any]) -> str:
            held = found[place]
            text = yes(found) if held else no(found)
            if (silent and held) or (not held and isinstance(otherwise, If)):
                return text
            said = reason(found)
            return f"{said} → {text}" if said else text

        return fill

    def _either(self, expr: Call, left: Expr, right: Expr) -> Fill:
        """Of a lesser or greater of two, the one that it is; of an award that was cut short, both."""
        place, first = self._want(expr), self._want(left)
        texts = self._value(left), self._value(right)
        cut = expr.op is Op.MINIMUM and isinstance(right, Const) and right.unit is Notation.POINTS

        def fill(found: Sequence[Any]) -> str:
            whole = found[place] == found[first]
            if whole or not cut:
                return texts[not whole](found)
            return say("arithmetic.at_most", self._language, gathered=texts[0](found), most=texts[1](found))

        return fill

    def _condition(self, expr: Expr, place: int) -> Fill:
        match expr:
            case Const():
                return _unsaid
            case Call(label=label) if label:
                return self._value(expr)
            case Call(Op.NOT, (inner,)):
                return self._condition(inner, self._want(inner))
            case Call(Op.AND | Op.OR, (left, right)):
                return self._both(expr, left, right)
            case Call(Op.APPLICABLE, (Input(key),)):
                label = self._names[key].whole or self._names[key].label
                return lambda _: say("arithmetic.not_applicable", self._language, label=label)
            case Call(Op.ABOVE, (left, Const(0, Notation.NONE))):
                return self._value(left)
            case Call(Op.EQUAL, (left, Const(str()))):
                return self._value(left)
            case Call(op, (left, right)) if op in RELATIONS:
                turned = isinstance(left, Const)
                first, second = (self._value(side) for side in ((right, left) if turned else (left, right)))
                signs = MIRRORED[op] if turned else RELATIONS[op]
                return lambda found: f"{first(found)} {signs[not found[place]]} {second(found)}"
            case _:
                return self._value(expr)

    def _both(self, expr: Expr, left: Expr, right: Expr) -> Fill:
        """Two conditions: those that decide. An OR that failed and an AND that held were decided by both."""
        either = isinstance(expr, Call) and expr.op is Op.OR
        first = self._want(left)
        texts = [self._condition(left, first)]
        with self._behind(~left if either else left) if reported(right) else nullcontext():
            places = first, self._want(right)
            texts.append(self._condition(right, places[1]))
        outcome = self._want(expr)

        def fill(found: Sequence[Any]) -> str:
            decisive = [
                text(found) for text, place in zip(texts, places, strict=True) if found[place] == found[outcome]
            ]
            joint = say("arithmetic.and", self._language)
            parts = (part for text in decisive for part in text.split(joint))
            return joint.join(dict.fromkeys(filter(None, parts)))

        return fill


def _few(names: Iterable[str], texts: Iterable[str] | None = None) -> list[str]:
    """The first of them, and a sign where there are more."""
    every = list(names if texts is None else texts)
    return every if len(every) <= MOST_NAMED else [*every[:MOST_NAMED], "…"]


def _quotient(left: Fill, right: Fill, *, brackets: bool) -> Fill:
    """One number divided by another; that it is divided by one is not told."""

    def fill(found: Sequence[Any]) -> str:
        divisor = right(found)
        if divisor in WHOLE:
            return left(found)
        return f"{left(found)} ÷ {f'({divisor})' if brackets else divisor}"

    return fill


def _unsaid(_found: Sequence[Any]) -> str:
    return ""


def _bracketed(text: str) -> str:
    """In brackets, but for a number alone."""
    return text if PLAIN_NUMBER.fullmatch(text) else f"({text})"
