"""Facts, and numbers and conditions made of them, as they are read aloud."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from typing import Any

from kaohe.backends.names import Name
from kaohe.backends.shapes import lowest_of
from kaohe.backends.spoken_lists import SpokenLists
from kaohe.backends.spoken_numbers import TIMES, reported, spoken
from kaohe.backends.wanted_values import WantedValues
from kaohe.expr.tree import COMPUTABLE, Call, Const, Expr, If, Input, Notation, Op
from kaohe.expr.tree_questions import is_condition
from kaohe.expr.tree_questions import reported as facts_reported
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
MIRRORED = {"no_earlier": "no_later", "later": "earlier", "reaches": "within", "exceeds": "short_of"}
"""How a relation is said of its second number: 3 ≥ x is x ≤ 3."""
NEGATIVE = ("没", "未", "不", "无")


@dataclass(frozen=True)
class SpokenFacts:
    """Prepares what is said of trees; `values` collects the numbers that are wanted, `lists` speaks of members."""

    names: Mapping[str, Name]
    language: Language
    values: WantedValues
    lists: SpokenLists

    def named(self, expr: Expr, notation: Notation, apart: Sequence[Expr]) -> Fill:
        """A number after its name, or after the facts that it is made of."""
        change = _change(expr)
        if change is not None:
            return self._moved(*change, self.figure(expr, Notation.PERCENT, None, apart, size_only=True))
        match expr:
            case Input(key):
                return self._reported(expr, self.names[key])
            case Call(label=label) | If(label=label) if label:
                return self._labelled(label, self.figure(expr, notation, expr, apart))
            case Const():
                return self.figure(expr, expr.unit, None, ())
            case Call(Op.TOTAL | Op.HIGHEST):
                return self.lists.told(expr)
            case Call(Op.SUBTRACT) if (lowest := lowest_of(expr)) is not None:
                return self.lists.least(expr, *lowest)
        written = self._notation(expr) if notation is Notation.NONE else notation
        facts, figure = self.facts(expr), self.figure(expr, written, None, apart)
        return lambda found: self._say("worked_out", facts=facts(found), number=figure(found))

    def figure(
        self, expr: Expr, notation: Notation, like: Expr | None, apart: Sequence[Expr], *, size_only: bool = False
    ) -> Fill:
        """A number alone; with `size_only` without its sign. One that the rubric gives stands as it is given."""
        name = self._name_of(like)
        notation, unit = (notation, "") if name is None else (name.notation, name.unit)
        place, others = self.values.want(expr), [self.values.want(one) for one in apart]
        if isinstance(expr, Const):
            return lambda found: reported(found[place], notation, self.language, unit)

        def fill(found: Sequence[Any]) -> str:
            value = abs(found[place]) if size_only else found[place]
            against = [abs(found[one]) if size_only else found[one] for one in others]
            return spoken(value, notation, self.language, unit, against)

        return fill

    def facts(self, expr: Expr) -> Fill:
        """The facts that something is made of, each once."""
        parts = self._facts(expr)
        return lambda found: self._listed(parts(found))

    def because(self, condition: Expr) -> Fill:
        """The facts that decide a condition."""
        parts = self._because(condition, self.values.want(condition))
        return lambda found: self._listed(parts(found))

    def _listed(self, texts: Sequence[str]) -> str:
        return self._say("joint").join(dict.fromkeys(filter(None, texts)))

    def _name_of(self, like: Expr | None) -> Name | None:
        match like:
            case Input(key):
                return self.names[key]
            case Call(label=label) | If(label=label) if label:
                return self.names[label]
        return None

    def _notation(self, expr: Expr) -> Notation:
        return Notation.PERCENT if self._percent(expr) else Notation.NONE

    def _percent(self, expr: Expr) -> bool:
        """Whether it is made of percents alone: a sum, a mean, a multiple or a share of them."""
        name = self._name_of(expr)
        if name is not None:
            return name.notation is Notation.PERCENT
        match expr:
            case Const(value, unit):
                return unit is Notation.PERCENT or value == 0
            case If(_, then, otherwise):
                return self._percent(then) and self._percent(otherwise)
            case Call(Op.TOTAL | Op.HIGHEST, (_, body)):
                return self._percent(body)
            case Call(Op.DIVIDE, (whole, by)):
                return self._percent(whole) and not self._percent(by)
            case Call(Op.MULTIPLY, (one, Const(_, Notation.NONE)) | (Const(_, Notation.NONE), one)):
                return self._percent(one)
            case Call(Op.ADD | Op.SUBTRACT | Op.MULTIPLY | Op.MINIMUM | Op.MAXIMUM, several):
                return all(map(self._percent, several))
        return False

    def _reported(self, expr: Expr, name: Name) -> Fill:
        """A fact as it was reported; points by judgement with their reason."""
        place = self.values.want(expr)
        if not name.reason:
            return lambda found: name.state(found[place], self.language)
        reason = self.values.want(Input(name.reason))
        return lambda found: self._say(
            "judged", judged=name.state(found[place], self.language), reason=found[reason] or ""
        )

    def _labelled(self, label: str, figure: Fill) -> Fill:
        called = self.names[label].spoken
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
            case Input() | Call(label=str()) | If(label=str()) if _own(expr) or _change(expr):
                told = self.because(expr) if self._holds(expr) else self.named(expr, Notation.NONE, ())
                return lambda found: [told(found)]
            case If(condition, then, otherwise):
                return self._branch(condition, then, otherwise)
            case Call(Op.TOTAL | Op.HIGHEST):
                told = self.lists.told(expr)
                return lambda found: [told(found)]
            case Call(Op.SUBTRACT) if (lowest := lowest_of(expr)) is not None:
                told = self.lists.least(expr, *lowest)
                return lambda found: [told(found)]
        if is_condition(expr):
            return self._because(expr, self.values.want(expr))
        several = [self._facts(arg) for arg in expr.args] if isinstance(expr, Call) else []
        return lambda found: [text for parts in several for text in parts(found)]

    def _branch(self, condition: Expr, then: Expr, otherwise: Expr) -> Parts:
        """What decided which branch was taken, and the facts of that one."""
        place = self.values.want(condition)
        reason = self._because(condition, place)
        with self.values.behind(condition):
            yes = self._facts(then)
        with self.values.behind(~condition):
            no = self._facts(otherwise)
        return lambda found: [*reason(found), *(yes if found[place] else no)(found)]

    def _holds(self, expr: Expr) -> bool:
        """Whether a fact is one that holds or not, not a number."""
        name = self._name_of(expr)
        return name is not None and name.flag

    def _because(self, expr: Expr, place: int) -> Parts:
        match expr:
            case Const():
                return lambda _: []
            case Input() | Call(label=str()) | If(label=str()) if _own(expr):
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
            case Call(Op.EQUAL, (left, Const(str()))):
                told = self.named(left, Notation.NONE, ())
                return lambda found: [told(found)]
            case Call(Op.ABOVE, (left, Const(0, Notation.NONE))):
                told = self.named(left, Notation.NONE, ())
                return lambda found: [told(found)]
            case Call(op, (left, right)) if op in MORE:
                told = self._compared(op, left, right, place)
                return lambda found: [told(found)]
        return self._facts(expr)

    def _state(self, expr: Expr, place: int) -> Parts:
        name = self._name_of(expr)
        assert name is not None  # noqa: S101 - it is a fact of its own
        return lambda found: [name.state(found[place], self.language)]

    def _compared(self, op: Op, left: Expr, right: Expr, place: int) -> Fill:
        """Two numbers: the first by name, and on which side of the second it is."""
        change = _directed(left, right)
        if change is not None:
            return self._moved(*change, None)
        turned = _given(left) and not _given(right)
        number, other = (right, left) if turned else (left, right)
        relations = LATER if self._timed(number, other) else MORE
        relation = MIRRORED.get(relations[op], relations[op]) if turned else relations[op]
        first = self.named(number, Notation.NONE, (other,))
        if isinstance(other, Const):
            second = self.figure(other, other.unit, number if other.unit is Notation.NONE else None, ())
        else:
            second = self._measure(other, (number,))

        def fill(found: Sequence[Any]) -> str:
            code = relation if found[place] else CONTRARY[relation]
            return self._say(code, number=first(found), other=second(found))

        return fill

    def _measure(self, expr: Expr, apart: Sequence[Expr]) -> Fill:
        """What something is measured by: with its name, or in front of the facts that it is made of."""
        if _own(expr):
            return self.named(expr, Notation.NONE, apart)
        figure, facts = self.figure(expr, self._notation(expr), None, apart), self.facts(expr)
        return lambda found: self._say("measured", number=figure(found), facts=facts(found))

    def _timed(self, *numbers: Expr) -> bool:
        """Whether it is dates or months that are compared."""
        names = [self._name_of(one) for one in numbers]
        units = [one.unit for one in numbers if isinstance(one, Const)]
        return any(one in TIMES for one in (*units, *(name.notation for name in names if name)))

    def _both(self, expr: Expr, left: Expr, right: Expr, outcome: int) -> Parts:
        """Two conditions: those that decide. An OR that failed and an AND that held were decided by both."""
        either = isinstance(expr, Call) and expr.op is Op.OR
        first = self.values.want(left)
        parts = [self._because(left, first)]
        with self.values.behind(~left if either else left) if facts_reported(right) else nullcontext():
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


def _own(expr: Expr) -> bool:
    """Whether it has a name of its own."""
    return isinstance(expr, Input) or (isinstance(expr, (Call, If)) and expr.label not in ("", COMPUTABLE))


def _given(expr: Expr) -> bool:
    """Whether it is what a fact is measured by, rather than the fact."""
    return (
        isinstance(expr, Const)
        or (isinstance(expr, Input) and expr.key.startswith("parameters."))
        or (isinstance(expr, (Call, If)) and not expr.label.endswith((".rate", ".growth")))
    )


def _change(expr: Expr) -> tuple[Input, Input] | None:
    """Now and before, of a growth."""
    match expr:
        case Call(Op.DIVIDE, (Call(Op.SUBTRACT, (Input() as now, Input() as before)), Input() as base), label=label):
            return (now, before) if base == before and label.endswith(".growth") else None
    return None


def _directed(left: Expr, right: Expr) -> tuple[Input, Input] | None:
    """Now and before, where these two of one fact are compared."""
    match left, right:
        case Input(first), Input(second) if first != second:
            ends = {first.rpartition(".")[2]: left, second.rpartition(".")[2]: right}
            if first.rpartition(".")[0] == second.rpartition(".")[0] and ends.keys() == {"current", "previous"}:
                return Input(f"{first.rpartition('.')[0]}.current"), Input(f"{first.rpartition('.')[0]}.previous")
    return None
