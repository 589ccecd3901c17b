"""Lists, as they are read aloud: sums, numbers of members, and the members that matter, by name."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kaohe.backends.exact import compile_trees
from kaohe.backends.names import Name
from kaohe.backends.spoken_numbers import spoken
from kaohe.backends.wanted_values import WantedValues
from kaohe.expr.sentence_tree import Because, Facts, Sentence
from kaohe.expr.tree import Call, Const, Expr, If, Input, Notation, Op
from kaohe.messages import Language, say

Fill = Callable[[Sequence[Any]], str]
Inside = Callable[[Sentence], Fill]
"""Prepares what is said of a member; filled with a pair of the row and the member."""
MOST_TOLD = 3
"""Of so many members it is said what is the matter with them."""
MOST_NAMED = 6
"""So many members are named; of the rest it is said how many they are."""


@dataclass(frozen=True)
class SpokenLists:
    """Prepares what is said of lists; `inside` prepares what is said of one member, `of_members` fetches its facts."""

    names: Mapping[str, Name]
    language: Language
    values: WantedValues
    of_members: Mapping[str, str]
    inside: Inside

    def told(self, expr: Call) -> Fill:
        """A sum over a list, how many of its members meet a condition, its greatest."""
        listed, body = expr.args
        assert isinstance(listed, Input)  # noqa: S101 - nothing else is summed over
        label = self.names[listed.key].spoken
        name = self._name_of(body)
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
        members, told = self._members(listed, counts), self.inside(inside)
        label = self.names[listed.key].spoken

        def fill(found: Sequence[Any]) -> str:
            counted = members(found)
            if greatest is not None:
                counted = dict([pair for pair in counted.items() if pair[1][1] == found[greatest]][:1])
            if not counted:
                return self._say("no_member", label=label)
            texts = {name: told((found[-1], member)) for name, (member, _) in [*counted.items()][:MOST_TOLD]}
            said = [self._say("of_member", name=name, text=text) for name, text in texts.items()]
            return self._few(said, [*counted][len(said) :], label)

        return fill

    def _few(self, said: Sequence[str], others: Sequence[str], label: str) -> str:
        """What is said of the first, the names of some more, and how many the rest are."""
        text = self._say("between_members").join(said)
        if others:
            text = self._say("and_others", text=text, names=self._named(others))
        return text if label in text else self._say("of_list", label=label, text=text)

    def _named(self, names: Sequence[str]) -> str:
        """The first of them, and how many more there are."""
        said, more = self._say("names").join(names[:MOST_NAMED]), len(names[MOST_NAMED:])
        return self._say("named_and_more", names=said, more=more) if more else said

    def _name_of(self, body: Expr) -> Name | None:
        match body:
            case Input(key):
                return self.names[key]
            case Call(label=label) | If(label=label) if label:
                return self.names[label]
        return None

    def _number(self, expr: Expr, code: str, label: str, name: Name | None = None) -> Fill:
        place = self.values.want(expr)
        notation, unit = (name.notation, name.unit) if name else (Notation.NONE, "")
        return lambda found: self._say(code, label=label, number=spoken(found[place], notation, self.language, unit))

    def _counted(self, expr: Call, listed: Input, body: Expr, condition: Expr) -> Fill:
        """How many members there are of a sort, and what makes them so."""
        place, label = self.values.want(expr), self.names[listed.key].spoken
        members = self.each(listed, body, Because(condition))

        def fill(found: Sequence[Any]) -> str:
            if not found[place]:
                return self._say("none_counted", label=label)
            return self._say("counted", members=members(found), number=found[place])

        return fill

    def least(self, expr: Expr, listed: Input, body: Expr) -> Fill:
        """The least of a list, which is minus the greatest of minus it."""
        name = self._name_of(body)
        if name is not None:
            return self._number(expr, "lowest", name.spoken, name)
        return self.each(listed, body, Facts(body), self.values.want(expr))

    def _members(self, key: Input, body: Expr) -> Callable[[Sequence[Any]], dict[str, tuple[Any, Any]]]:
        """The members for which a number is not zero, with what it is, by name."""
        self.values.of_facts = True
        listed, run = self.values.want(key), compile_trees([body], self.of_members)

        def members(found: Sequence[Any]) -> dict[str, tuple[Any, Any]]:
            each = ((one, run((found[-1], one))[0]) for one in found[listed] or ())
            return {one[0]: (one, value) for one, value in each if value}

        return members

    def _say(self, code: str, **parameters: object) -> str:
        return say(f"reason.{code}", self.language, **parameters)
