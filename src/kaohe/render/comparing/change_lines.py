"""A line of the comparison: which part of the form, what of it, and how it was and is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from fractions import Fraction
from typing import Any

from kaohe.authoring.comparing.pairs import ItemPair
from kaohe.authoring.comparing.stretches import marked
from kaohe.expr.numbers import plain
from kaohe.messages import Language, say
from kaohe.results.marked_text import MarkedText, Stretch


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """`number` and `title` are those of an item or a section; `marks` says that somebody has to look at it."""

    number: str
    title: str
    what: str
    change: str | MarkedText
    marks: bool = False


def numbered(pair: ItemPair, language: Language) -> str:
    """The item's number on the new form; on the old one where it is gone."""
    number = pair.shown.number
    return number if pair.new else say("compare.was", language, number=number)


@dataclass(frozen=True, slots=True)
class Lines:
    """Makes the lines of one part of the form."""

    number: str
    title: str
    language: Language

    def say(self, code: str, **parameters: object) -> str:
        return say(f"compare.{code}", self.language, **parameters)

    def line(self, what: str, change: str | MarkedText, *, marks: bool = False) -> ChangeLine:
        return ChangeLine(self.number, self.title, what, change, marks)

    def text(self, what: str, old: str, new: str) -> Iterator[ChangeLine]:
        """Words that may have changed."""
        if old != new:
            yield self.line(what, marked(old, new))

    def come(self, what: str, new: str) -> Iterator[ChangeLine]:
        if new:
            yield self.line(what, MarkedText((Stretch(come=new),)))

    def gone(self, what: str, old: str) -> Iterator[ChangeLine]:
        if old:
            yield self.line(what, MarkedText((Stretch(gone=old),)))

    def points(self, old: Fraction, new: Fraction) -> Iterator[ChangeLine]:
        if old != new:
            yield self.line(self.say("points"), self.way(self.of_points(old), self.of_points(new)))

    def of_points(self, points: Fraction) -> str:
        return self.say("points_of", points=plain(points))

    def way(self, old: str, new: str) -> str:
        return self.say("way", old=old or self.say("none"), new=new or self.say("none"))

    def several(self, what: str, old: Iterable[str], new: Iterable[str]) -> Iterator[ChangeLine]:
        """Sentences of which some may have gone and some come."""
        was, now = list(old), list(new)
        left, right = [one for one in was if one not in now], [one for one in now if one not in was]
        between = self.say("between")
        yield from self.text(what, between.join(left), between.join(right))


def unlike_keys(old: Any, new: Any, told: Iterable[str] = ()) -> list[str]:
    """The keys in which two parts of one kind differ, but for those that are told otherwise."""
    known = {*told}
    names = (one.name for one in fields(new) if one.name not in known)
    return [name.rstrip("_") for name in names if getattr(old, name, None) != getattr(new, name)]
