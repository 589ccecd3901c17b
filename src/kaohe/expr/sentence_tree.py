"""Sentences as trees: words in both languages, figures and facts in their blanks, which of two is said.

A sentence names trees of numbers and conditions; a back-end fills it for the facts of a unit.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kaohe.expr.tree import Expr, Input, Notation


class Sentence:
    """Base of the nodes."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Phrase(Sentence):
    """Words in both languages; each `{blank}` is a sentence of its own. With `{blank:word|words}` it may be plural."""

    chinese: str
    english: str
    blanks: Mapping[str, Sentence] = field(default_factory=dict)


SILENT = Phrase("", "")


@dataclass(frozen=True, slots=True)
class Figure(Sentence):
    """A number alone, written in a notation, or as the number that it is `like`, with that one's unit.

    It is rounded for reading, but never so far that it would seem equal to, or on another side of, those in `apart`.
    """

    number: Expr
    notation: Notation = Notation.NONE
    like: Expr | None = None
    apart: tuple[Expr, ...] = ()


@dataclass(frozen=True, slots=True)
class Named(Sentence):
    """A number with what it is called; one that has no name after the facts that it is made of. `apart` as above."""

    number: Expr
    notation: Notation = Notation.NONE
    apart: tuple[Expr, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts(Sentence):
    """The facts that a number or a condition is made of, as they are, without what comes of them."""

    expr: Expr


@dataclass(frozen=True, slots=True)
class Because(Sentence):
    """The facts that decide a condition, in words that say how it turned out."""

    condition: Expr


@dataclass(frozen=True, slots=True)
class Choice(Sentence):
    """One of two sentences."""

    condition: Expr
    then: Sentence
    otherwise: Sentence = SILENT


@dataclass(frozen=True, slots=True)
class Joined(Sentence):
    """Sentences one after the other; those that say nothing are left out."""

    parts: Sequence[Sentence]


@dataclass(frozen=True, slots=True)
class EachMember(Sentence):
    """Of the members of a list for which a number is not zero, each by name with what is said of it."""

    listed: str
    counts: Expr
    inside: Sentence


def spoken_of(sentence: Sentence) -> Iterator[Expr]:
    """The trees of all numbers, conditions and lists of which a sentence speaks, whatever the facts are."""
    inside: Sequence[Sentence] = ()
    match sentence:
        case Phrase(_, _, blanks):
            inside = [*blanks.values()]
        case Figure(number, _, like, apart):
            yield from (number, *(() if like is None else (like,)), *apart)
        case Named(number, _, apart):
            yield from (number, *apart)
        case Facts(tree) | Because(tree):
            yield tree
        case Choice(condition, then, otherwise):
            yield condition
            inside = then, otherwise
        case Joined(parts):
            inside = parts
        case _:
            assert isinstance(sentence, EachMember)  # noqa: S101 - there are no others
            yield from (Input(sentence.listed), sentence.counts)
            inside = (sentence.inside,)
    for one in inside:
        yield from spoken_of(one)
