"""Lists, as they are read aloud: sums, numbers of members, and the members that matter, by name."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from kaohe.backends.names import Name
from kaohe.backends.spoken_numbers import spoken
from kaohe.backends.spoken_subjects import name_of
from kaohe.backends.wanted_values import WantedValues
from kaohe.expr.sentence_tree import Because, Facts, Sentence
from kaohe.expr.tree import Call, Const, Expr, If, Input, Notation, Op
from kaohe.messages import Language, say

Fill = Callable[[Sequence[Any]], str]
Inside = Callable[[Sentence], Fill]
"""Prepares what is said of a member; filled with a pair of the row and the member."""
MOST_TOLD = 3
"""So many different things are said of members."""
MOST_NAMED = 6
"""So many members are named; of the rest it is said how many they are."""


@dataclass(frozen=True)
class SpokenLists:
    """Prepares what is said of lists; `inside` prepares what is said of one member."""

    names: Mapping[str, Name]
    language: Language
    values: WantedValues
    inside: Inside

    def told(self, expr: Call) -> Fill:
        """A sum over a list, how many of its members meet a condition, its greatest."""
        listed, body = expr.args
        assert isinstance(listed, Input)  # noqa: S101 - nothing else is summed over
        label = self.names[listed.key].spoken
        name = name_of(body, self.names)
        match body:
            case Const():
                return self._number(expr, "members", label)
            case If(condition, Const(), Const()):
                return self._counted(expr, listed, body, condition)
            case _ if name is not None:
                return self._number(expr, "highest" if expr.op is Op.HIGHEST else "sum", name.spoken, name)
        return self.each(listed, body, Facts(body), self.values.want(expr) if expr.op is Op.HIGHEST else None)

    def each(self, listed: Input, counts: Expr, inside: Sentence, greatest: int | None = None) -> Fill:
        """The members for which a number is not zero, with what is said of each; or the one for which it is greatest.

        Of many only the first are spoken of; of more still, only their number.
        """
        members, told = self.values.members(listed, counts), self.inside(inside)
        label = self.names[listed.key].spoken

        def fill(found: Sequence[Any]) -> str:
            counted = members(found)
            if greatest is not None:
                counted = dict([pair for pair in counted.items() if pair[1][1] == found[greatest]][:1])
            if not counted:
                return self._say("no_member", label=label)
            alike: dict[str, list[str]] = {}
            for name, (member, _) in [*counted.items()][:MOST_NAMED]:
                alike.setdefault(told((found[-1], member)), []).append(name)
            return self._few([*alike.items()][:MOST_TOLD], [*counted], label)

        return fill

    def _few(self, alike: Sequence[tuple[str, Sequence[str]]], every: Sequence[str], label: str) -> str:
        """What is said of the first, of those alike together, the names of some more, and how many the rest are."""
        said = [self._say("of_member", name=self._named(names), text=text) for text, names in alike]
        spoken_of = {name for _, names in alike for name in names}
        others = [name for name in every if name not in spoken_of]
        text = self._say("between_members").join(said)
        if others:
            text = self._say("and_others", text=text, names=self._named(others))
        return text if label in text else self._say("of_list", label=label, text=text)

    def _named(self, names: Sequence[str]) -> str:
        """The first of them, and how many more there are."""
        said, more = self._say("names").join(names[:MOST_NAMED]), len(names[MOST_NAMED:])
        return self._say("named_and_more", names=said, more=more) if more else said

    def _number(self, expr: Expr, code: str, label: str, name: Name | None = None) -> Fill:
        place = self.values.want(expr)
        notation, unit = (name.notation, name.unit) if name else (Notation.NONE, "")
        return lambda found: self._say(code, label=label, number=spoken(found[place], notation, self.language, unit))

    def _counted(self, expr: Call, listed: Input, body: Expr, condition: Expr) -> Fill:
        """How many members there are of a sort, and what makes them so."""
        place, label = self.values.want(expr), self.names[listed.key].spoken
        members = self.each(listed, body, Because(condition))
        match condition:
            case Input(key) if self.names[key].flag:
                none = "none_true"
            case Call(Op.NOT, (Input(key),)) if self.names[key].flag:
                none = "none_false"
            case _:
                none = "none_counted"

        def fill(found: Sequence[Any]) -> str:
            if not found[place]:
                return self._say(none, label=label)
            return self._say("counted" if found[place] > 1 else "one_counted", members=members(found), n=found[place])

        return fill

    def mean(self, expr: Expr, listed: Input, body: Expr, apart: Sequence[Expr]) -> Fill:
        """The mean of what is made of each member, and of how many it is."""
        name, number = name_of(body, self.names), self.values.want(Call(Op.TOTAL, (listed, Const(Fraction(1)))))
        label = self.names[listed.key].spoken if name is None else name.spoken
        notation, unit = (name.notation, name.unit) if name else (Notation.NONE, "")
        place, others = self.values.want(expr), [self.values.want(one) for one in apart]

        def fill(found: Sequence[Any]) -> str:
            mean = spoken(found[place], notation, self.language, unit, [found[one] for one in others])
            return self._say("mean", label=label, mean=mean, n=found[number])

        return fill

    def least(self, expr: Expr, listed: Input, body: Expr) -> Fill:
        """The least of a list, which is minus the greatest of minus it."""
        name = name_of(body, self.names)
        if name is not None:
            return self._number(expr, "lowest", name.spoken, name)
        return self.each(listed, body, Facts(body), self.values.want(expr))

    def _say(self, code: str, **parameters: object) -> str:
        return say(f"reason.{code}", self.language, **parameters)


def counts(expr: Expr) -> bool:
    """Whether something is a number of members."""
    match expr:
        case Call(Op.TOTAL, (_, Const() | If(_, Const(), Const()))):
            return True
    return False
