"""How far a number is from its target, and in how many steps that is counted, as a sentence."""

from dataclasses import dataclass
from fractions import Fraction

from kaohe.expr.numbers import Quantity
from kaohe.expr.sentence_tree import SILENT, Choice, Figure, Joined, Named, Phrase, Sentence
from kaohe.expr.tree import Call, Const, Expr, Notation, Op
from kaohe.formulas.terms import NONE, ONE
from kaohe.rubric.rule_parts.step_sizes import TIME_UNITS, Direction, Partial

SIDES = {"below": ("少", "below"), "above": ("多", "above")}
OF_PERCENTS = {"below": ("低", "below"), "above": ("高", "above")}
TIMED = {"below": ("早", "before"), "above": ("晚", "after")}


@dataclass(frozen=True)
class StepsTold:
    """A number, its target, and the steps between; `unit` is that of the number, `every` that of a step."""

    number: Expr
    target: Expr
    step: Expr
    unit: Notation
    every: Notation
    partial: Partial
    size: Sentence
    """How long a step is."""
    plain: bool
    """Whether a step is one of what is measured, so that their number need not be said."""
    relative: bool
    """Whether a step is a share of the target."""

    def sentence(self, direction: Direction, length: Expr) -> Sentence:
        """`length` is how far the number is from its target in the direction, in the unit of the steps."""
        if direction == "either":
            apart: Sentence = Choice(
                self.number < self.target, self._away("below", length), self._away("above", length)
            )
        else:
            apart = self._away(direction, length)
        number = Named(self.number, self.unit, (self.target,))
        if self.target == NONE:
            return Joined((number, Choice(length > NONE, self._counted(length))))
        return Joined((number, Choice(length > NONE, apart, self._met(direction))))

    def _away(self, direction: str, length: Expr) -> Sentence:
        percent = self.unit is Notation.PERCENT
        chinese, english = (TIMED if self._timed else OF_PERCENTS if percent else SIDES)[direction]
        blanks = {"target": self._target(), "gap": self._gap(length)}
        gap = Phrase(f"比{{target}}{chinese} {{gap}}", f"{{gap}} {english} {{target}}", blanks)
        return Joined((gap, self._counted(length)))

    def _met(self, direction: Direction) -> Sentence:
        """On the other side of the target, or at it."""
        target = {"target": self._target()}
        if self._timed:
            word = {"below": ("不早于", "not before"), "above": ("不晚于", "not after")}.get(direction, ("就在", "on"))
        else:
            word = {"below": ("不低于", "not below"), "above": ("不超过", "not above")}.get(direction, ("等于", "at"))
        return Phrase(f"{word[0]}{{target}}", f"{word[1]} {{target}}", target)

    def _target(self) -> Sentence:
        if isinstance(self.target, Const):
            figure = Figure(self.target, self.target.unit, self.number if not self.target.unit.value else None)
            return Phrase(" {figure} ", "{figure}", {"figure": figure})
        return Phrase("{target} ", "{target}", {"target": Named(self.target, self.unit, (self.number,))})

    def _gap(self, length: Expr) -> Sentence:
        """How far it is: of percents in percentage points, of a share of the target as that share too."""
        steps = Call(Op.FLOOR, (length / self.step,))
        near = () if self.partial == "pro_rata" else (steps * self.step, (steps + ONE) * self.step)
        if self.every in TIME_UNITS:
            return self._time(length)
        gap: Sentence = Figure(length, Notation.PERCENTAGE_POINT, apart=near)
        if self.unit is not Notation.PERCENT:
            gap = Figure(length, Notation.NONE, self.number, near)
        if not self.relative:
            return gap
        share = Figure(length / self.target, Notation.PERCENT, apart=tuple(one / self.target for one in near))
        if self.target == ONE:
            return share
        return Phrase("{gap}（目标的 {share}）", "{gap} ({share} of the target)", {"gap": gap, "share": share})

    def _time(self, length: Expr) -> Sentence:
        """A length of time; of months between dates the last may only have begun."""
        match length:
            case Call(Op.MONTHS, (first, last, _)) if self.partial == "started":
                full = Call(Op.MONTHS, (first, last, NONE))
                begun = Phrase(
                    "{months}（不满 1 个月的按 1 个月计）",
                    "{months} (a month begun counting as one)",
                    {"months": _measured(length, self.every)},
                )
                return Choice(length > full, begun, _measured(length, self.every))
        return _measured(length, self.every)

    def _counted(self, length: Expr) -> Sentence:
        """How many steps are counted, where that is not plain."""
        if self.partial == "pro_rata":
            return SILENT
        steps = length / self.step
        whole = Call(Op.FLOOR, (steps,))
        left = "不足 {size} 的不计", "anything short of {size} not counted"
        if self.partial == "started":
            left = "不足 {size} 的按 {size} 计", "anything short of {size} counted as {size}"
        counted = whole if self.partial == "whole" else whole + ONE
        rest = Phrase(*left, {"size": self.size})
        begun: Sentence = Joined((rest, self._number(counted)))
        if self.partial == "whole":
            begun = Choice(counted > NONE, begun, rest)
        return Choice(Call(Op.EQUAL, (steps, whole)), SILENT if self.plain else self._number(whole), begun)

    def _number(self, counted: Expr) -> Sentence:
        """So many steps are counted."""
        if self.plain and not self.relative and self.every not in TIME_UNITS:
            point = Notation.PERCENTAGE_POINT if self.unit is Notation.PERCENT else Notation.NONE
            like = None if self.unit is Notation.PERCENT else self.number
            counts = Figure(counted * self.step, point, like)
            return Phrase("按 {counts} 计", "counted as {counts}", {"counts": counts})
        blanks = {"size": self.size, "number": Figure(counted)}
        if self.relative:
            return Phrase("按 {number} 个 {size} 计", "counted as {number} × {size}", blanks)
        return Phrase("每 {size} 一档，计 {number} 档", "{number} {number:step|steps} of {size}", blanks)

    @property
    def _timed(self) -> bool:
        return self.unit in TIME_UNITS


def step_told(share: Fraction | None, points: Fraction | None, every: Quantity | None, number: Expr) -> Sentence:
    """How long a step is: a share of the target, percentage points, or so many of what is measured."""
    if share is not None:
        return Phrase("{n}", "{n}", {"n": Figure(Const(share), Notation.PERCENT)})
    if points is not None:
        return Phrase("{n}", "{n}", {"n": Figure(Const(points / 100), Notation.PERCENTAGE_POINT)})
    size = Quantity(Fraction(1), Notation.NONE) if every is None else every
    if size.unit in TIME_UNITS:
        return _measured(Const(size.value), size.unit)
    return Phrase("{n}", "{n}", {"n": Figure(Const(size.value), like=number)})


def _measured(length: Expr, unit: Notation) -> Sentence:
    """A length of time."""
    chinese, english = TIME_UNITS[unit]
    return Phrase(f"{{n}} {chinese}", f"{{n}} {{n:{english}|{english}s}}", {"n": Figure(length)})
