"""Texts with blanks: words, numbers to be written in a given way, and one of two texts where a condition decides."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from kaohe.expr.tree import Expr, Notation


class Told:
    """Base of the nodes."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Words(Told):
    text: str


@dataclass(frozen=True, slots=True)
class Digits(Told):
    """A number with at most so many decimals; `fixed` with all of them, zeros too. `grouped` by thousands."""

    number: Expr
    places: int
    fixed: bool = False
    grouped: bool = False


@dataclass(frozen=True, slots=True)
class Moment(Told):
    """A number as the date or the month that it is."""

    number: Expr
    notation: Notation


@dataclass(frozen=True, slots=True)
class Written(Told):
    """A fact that is a text."""

    fact: Expr


@dataclass(frozen=True, slots=True)
class Row(Told):
    """Texts one after the other."""

    parts: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Either(Told):
    """One of two."""

    condition: Expr
    then: Told
    otherwise: Told


@dataclass(frozen=True, slots=True)
class Unsaid(Told):
    """What only the engine can say, and why: `members`, `paths`, `number`."""

    why: str


NOTHING = Words("")
Piece = Told | str
"""A text or words alone."""


def nodes(told: Told) -> Iterator[Told]:
    """A text and all below it."""
    yield told
    below: tuple[Told, ...] = ()
    match told:
        case Row(parts):
            below = parts
        case Either(_, then, otherwise):
            below = (then, otherwise)
    for one in below:
        yield from nodes(one)


def trees(told: Told) -> Iterator[Expr]:
    """The trees of which a text speaks."""
    for node in nodes(told):
        match node:
            case Digits(number) | Moment(number) | Written(number) | Either(number):
                yield number


def row(parts: Iterable[Piece]) -> Told:
    """Texts joined, words in between; words beside words are one."""
    joined: list[Told] = []
    words: list[str] = []
    for part in (inner for one in parts for inner in _parts(one)):
        if isinstance(part, str | Words):
            words.append(part if isinstance(part, str) else part.text)
            continue
        joined += [Words("".join(words))] if any(words) else []
        joined.append(part)
        words = []
    joined += [Words("".join(words))] if any(words) else []
    return joined[0] if len(joined) == 1 else Row(tuple(joined)) if joined else NOTHING


def either(condition: Expr, then: Told, otherwise: Told) -> Told:
    """One of two texts: what both begin and end with stands outside."""
    if then == otherwise:
        return then
    yes, no = _pieces(then), _pieces(otherwise)
    start = _common(yes, no)
    front, yes, no = yes[:start], yes[start:], no[start:]
    end = _common(yes[::-1], no[::-1])
    back = yes[len(yes) - end :]
    return row([*front, Either(condition, row(yes[: len(yes) - end]), row(no[: len(no) - end])), *back])


def replaced(told: Told, by: Told) -> Told:
    """A text with another one wherever only the engine can say more."""
    match told:
        case Unsaid():
            return by
        case Row(parts):
            return row(replaced(part, by) for part in parts)
        case Either(condition, then, otherwise):
            return either(condition, replaced(then, by), replaced(otherwise, by))
    return told


def _common(left: Sequence[Piece], right: Sequence[Piece]) -> int:
    """How many pieces are the same at the beginning of both."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(left, right, strict=False)))


def _parts(told: Piece) -> tuple[Piece, ...]:
    return told.parts if isinstance(told, Row) else (told,)


def _pieces(told: Told) -> list[Piece]:
    """The parts, words by single letters."""
    return [piece for part in _parts(told) for piece in (part.text if isinstance(part, Words) else (part,))]
