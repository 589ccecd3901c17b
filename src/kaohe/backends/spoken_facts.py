"""Facts, and numbers and conditions made of them, as they are read aloud."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from kaohe.backends.names import Name
from kaohe.backends.shapes import is_tally, lowest_of
from kaohe.backends.spoken_figures import SpokenFigures
from kaohe.backends.spoken_lists import SpokenLists
from kaohe.backends.spoken_numbers import spoken
from kaohe.backends.spoken_once import said_once
from kaohe.backends.spoken_subjects import change, directed, measuring, name_of, own
from kaohe.backends.wanted_values import WantedValues
from kaohe.expr.tree import Call, Const, Expr, If, Input, Notation, Op
from kaohe.expr.tree_questions import is_condition, reported
from kaohe.messages import Language, say

Fill = Callable[[Sequence[Any]], str]
Parts = Callable[[Sequence[Any]], list[str]]
LATER = {Op.AT_LEAST: "no_earlier", Op.ABOVE: "later", Op.EQUAL: "on"}
MORE = {Op.AT_LEAST: "reaches", Op.ABOVE: "exceeds", Op.EQUAL: "equals"}
CONTRARY = {
    "no_earlier": "earlier",
    "earlier": "no_earlier",
    "later": "no_later",
    "no_later": "later",
    "reaches": "short_of",
    "short_of": "reaches",
    "exceeds": "within",
    "within": "exceeds",
    "on": "not_on",
    "equals": "differs",
}
SAME = ("equals", "on")
APART = {
    Notation.PERCENT: ("higher", "lower"),
    Notation.DATE: ("after", "before"),
    Notation.MONTH: ("after", "before"),
}
"""How the difference of two numbers in a notation is said."""
MIRRORED = {"no_earlier": "no_later", "later": "earlier", "reaches": "within", "exceeds": "short_of"}
"""How a relation is said of its second number: 3 ≥ x is x ≤ 3."""
NEGATIVE = ("没", "未", "不", "无")


@dataclass(frozen=True)
class SpokenFacts:
    """Prepares what is said of trees; `values` collects numbers, `lists` and `figures` speak of members and numbers."""

    names: Mapping[str, Name]
    language: Language
    values: WantedValues
    lists: SpokenLists
    figures: SpokenFigures

    def named(self, expr: Expr, notation: Notation, apart: Sequence[Expr]) -> Fill:
        """A number after its name, or after the facts that it is made of."""
        moved = change(expr)
        if moved is not None:
            return self._moved(*moved, self.figures.figure(expr, Notation.PERCENT, None, apart, size_only=True))
        match expr:
            case Input(key):
                return self._reported(expr, self.names[key], apart)
            case Call(label=label) | If(label=label) if label:
                return self._labelled(label, self.figures.figure(expr, notation, expr, apart))
            case Const():
                return self.figures.figure(expr, expr.unit, None, ())
            case Call(Op.MAXIMUM, (Const(0), inner) | (inner, Const(0))) if _is_apart(inner):
                return self.named(inner, notation, apart)
            case Call(Op.SUBTRACT, (left, right)) if self.figures.alike(left, right):
                return self._apart(left, right)
            case Call(Op.MONTHS, (left, right, _)):
                return self._months(expr, left, right)
        if (listed := self._of_list(expr, apart)) is not None:
            return listed
        facts, figure = self.facts(expr), self.figures.figure(expr, notation, expr, apart)
        code = "met" if is_tally(expr) else "worked_out"
        return lambda found: self._say(code, facts=facts(found), number=figure(found))

    def facts(self, expr: Expr) -> Fill:
        """The facts that something is made of, each once."""
        parts = self._facts(expr)
        return lambda found: self._listed(parts(found))

    def because(self, condition: Expr) -> Fill:
        """The facts that decide a condition."""
        parts = self._because(condition, self.values.want(condition))
        return lambda found: self._listed(parts(found))

    def _listed(self, texts: Sequence[str]) -> str:
        return said_once(texts, self._say("joint"))

    def _reported(self, expr: Input, name: Name, apart: Sequence[Expr]) -> Fill:
        """A fact as it was reported, rounded where it is too long to be read; points by judgement with their reason."""
        place, others = self.values.want(expr), [self.values.want(one) for one in apart]

        def state(found: Sequence[Any]) -> str:
            return name.state(found[place], self.language, [found[one] for one in others])

        if not name.reason:
            return state
        reason = self.values.want(Input(name.reason))

        def fill(found: Sequence[Any]) -> str:
            judged, why = state(found), found[reason]
            return self._say("judged", judged=judged, reason=why) if why and isinstance(why, str) else judged

        return fill

    def _labelled(self, label: str, figure: Fill) -> Fill:
        called = self.names[label].before_number(self.language)
        return lambda found: self._say("named", label=called, value=figure(found))

    def _moved(self, current: Input, previous: Input, growth: Fill | None) -> Fill:
        """How a fact moved from one time to the next."""
        now, before = self.values.want(current), self.values.want(previous)
        name, kept = self.names[current.key], self.names[previous.key]
        rate = growth or (lambda _: "")

        def fill(found: Sequence[Any]) -> str:
            new, old = found[now], found[before]
            code = "unchanged" if new == old else "rose" if new > old else "fell"
            return self._say(
                f"{code}_by" if growth and new != old else code,
                subject=name.subject,
                then=kept.part,
                old=kept.figure(old, self.language),
                new=name.figure(new, self.language),
                rate=rate(found) if new != old else "",
            )

        return fill

    def _facts(self, expr: Expr) -> Parts:
        match expr:
            case Const():
                return lambda _: []
            case Input() | Call(label=str()) | If(label=str()) if own(expr) or change(expr):
                told = self.because(expr) if self._holds(expr) else self.named(expr, Notation.NONE, ())
                return lambda found: [told(found)]
            case If(condition, then, otherwise):
                return self._branch(condition, then, otherwise)
        if (listed := self._of_list(expr, ())) is not None:
            return lambda found: [listed(found)]
        if is_condition(expr):
            return self._because(expr, self.values.want(expr))
        several = [self._facts(arg) for arg in expr.args] if isinstance(expr, Call) else []
        return lambda found: [text for parts in several for text in parts(found)]

    def _of_list(self, expr: Expr, apart: Sequence[Expr]) -> Fill | None:
        """What is made of a list."""
        match expr:
            case Call(Op.TOTAL | Op.HIGHEST):
                return self.lists.told(expr)
            case Call(Op.DIVIDE, (Call(Op.TOTAL, (Input() as listed, body)), Call(Op.TOTAL, (other, Const(1))))) if (
                listed == other and body != Const(Fraction(1))
            ):
                return self.lists.mean(expr, listed, body, apart)
        lowest = lowest_of(expr)
        return None if lowest is None else self.lists.least(expr, *lowest)

    def _apart(self, left: Expr, right: Expr) -> Fill:
        """How much one number is above or below another: `完成 12，比计划 10 多 2`."""
        number, other = (right, left) if measuring(left) > measuring(right) else (left, right)
        first, second = self.named(number, Notation.NONE, (other,)), self._second(number, other)
        places, (notation, _) = (
            (self.values.want(number), self.values.want(other)),
            self.figures.measure(number, Notation.NONE),
        )
        (written, unit), words = self.figures.gap(number), APART.get(notation, ("more", "less"))

        def fill(found: Sequence[Any]) -> str:
            gap = found[places[0]] - found[places[1]]
            code = "as_much" if not gap else words[gap < 0]
            said = spoken(abs(gap), written, self.language, unit, (0,))
            return self._say(code, number=first(found), other=second(found), gap=said)

        return fill

    def _months(self, expr: Expr, first: Expr, last: Expr) -> Fill:
        """How many months lie between two dates."""
        place = self.values.want(expr)
        dates = [self.named(one, Notation.NONE, ()) for one in (first, last)]
        return lambda found: self._say("months", first=dates[0](found), last=dates[1](found), n=found[place])

    def _branch(self, condition: Expr, then: Expr, otherwise: Expr) -> Parts:
        """What decided which branch was taken, and the facts of that one."""
        place = self.values.want(condition)
        match condition:
            case Call(Op.EQUAL, (number, Const())):  # which of several it is not need not be said
                reason = self._facts(number)
            case _:
                reason = self._because(condition, place)
        with self.values.behind(condition):
            yes = self._facts(then)
        with self.values.behind(~condition):
            no = self._facts(otherwise)
        return lambda found: [*reason(found), *(yes if found[place] else no)(found)]

    def _holds(self, expr: Expr) -> bool:
        """Whether a fact is one that holds or not, not a number."""
        name = name_of(expr, self.names)
        return name is not None and name.flag

    def _because(self, expr: Expr, place: int) -> Parts:
        match expr:
            case Const():
                return lambda _: []
            case Input() | Call(label=str()) | If(label=str()) if own(expr):
                return self._state(expr, place)
            case Call(Op.NOT, (inner,)):
                return self._because(inner, self.values.want(inner))
            case Call(Op.AND | Op.OR, (left, right)):
                return self._both(expr, left, right, place)
            case If(condition, then, otherwise):
                return self._branch(condition, then, otherwise)
            case Call(Op.APPLICABLE, (Input(key),)):
                name = self.names[key]
                return lambda found: [] if found[place] else [name.state(None, self.language)]
            case Call(op, (left, right)) if op in MORE:
                told = self._relation(op, left, right, place)
                return lambda found: [told(found)]
        return self._facts(expr)

    def _state(self, expr: Expr, place: int) -> Parts:
        name = name_of(expr, self.names)
        assert name is not None  # noqa: S101 - it is a fact of its own
        return lambda found: [name.state(found[place], self.language)]

    def _relation(self, op: Op, left: Expr, right: Expr, place: int) -> Fill:
        match op, left, right:
            case Op.EQUAL, _, Const(str()):
                return self.named(left, Notation.NONE, ())
            case Op.ABOVE, Call(Op.SUBTRACT, (more, less), ""), Const(0):
                return self._compared(op, more, less, place)
            case Op.ABOVE, _, Const(0, Notation.NONE):
                return self.facts(left) if is_tally(left) else self.named(left, Notation.NONE, ())
        return self._compared(op, left, right, place)

    def _compared(self, op: Op, left: Expr, right: Expr, place: int) -> Fill:
        """Two numbers: the first by name, and on which side of the second it is."""
        moved = directed(left, right)
        if moved is not None:
            return self._moved(*moved, None)
        turned = measuring(left) > measuring(right)
        number, other = (right, left) if turned else (left, right)
        relations = LATER if self.figures.timed(number, other) else MORE
        relation = MIRRORED.get(relations[op], relations[op]) if turned else relations[op]
        notation = other.unit if isinstance(other, Const) else Notation.NONE
        first, second = self.named(number, notation, (other,)), self._second(number, other)

        def fill(found: Sequence[Any]) -> str:
            code = relation if found[place] else CONTRARY[relation]
            if isinstance(other, Const) and (code in SAME or (code == "differs" and not other.value)):
                return first(found)
            return self._say(code, number=first(found), other=second(found))

        return fill

    def _second(self, number: Expr, other: Expr) -> Fill:
        """What a number is measured by: a written one, one with a name, or one in front of what it is made of."""
        if isinstance(other, Const):
            return self.figures.figure(other, other.unit, number if other.unit is Notation.NONE else None, ())
        if own(other):
            return self.named(other, Notation.NONE, (number,))
        if (listed := self._of_list(other, (number,))) is not None:
            return listed
        figure, facts = self.figures.figure(other, Notation.NONE, number, (number,)), self.facts(other)
        return lambda found: self._say("measured", number=figure(found), facts=facts(found))

    def _both(self, expr: Expr, left: Expr, right: Expr, outcome: int) -> Parts:
        """Two conditions: those that decide. An OR that failed and an AND that held were decided by both."""
        either = isinstance(expr, Call) and expr.op is Op.OR
        first = self.values.want(left)
        parts = [self._because(left, first)]
        with self.values.behind(~left if either else left) if reported(right) else nullcontext():
            places = first, self.values.want(right)
            parts.append(self._because(right, places[1]))

        def fill(found: Sequence[Any]) -> list[str]:
            decided = zip(parts, places, strict=True)
            texts = [text for one, place in decided if found[place] == found[outcome] for text in one(found)]
            return self._neither(texts) if either and not found[outcome] else texts

        return fill

    def _neither(self, texts: Sequence[str]) -> list[str]:
        """Several things that are all not so: `上报不及时，也没有通报肯定`."""
        also = self._say("also")
        said = [*dict.fromkeys(one.removeprefix(also) for one in texts if one)]
        return [f"{also}{one}" if place and one.startswith(NEGATIVE) else one for place, one in enumerate(said)]

    def _say(self, code: str, **parameters: object) -> str:
        return say(f"reason.{code}", self.language, **parameters)


def _is_apart(expr: Expr) -> bool:
    """Whether it is the difference of two."""
    return isinstance(expr, Call) and expr.op in (Op.SUBTRACT, Op.MONTHS) and lowest_of(expr) is None
