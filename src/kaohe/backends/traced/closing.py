"""The parts of a text set close: the space that sets a number off from words goes where no digit stands there."""

import re
from collections.abc import Sequence

from kaohe.backends.spoken_numbers import CHINESE, IDLE_SPACE
from kaohe.backends.traced.texts import Either, Moment, Piece, Row, Told, Words, row
from kaohe.messages import Language

IDLE_END, IDLE_START = re.compile(rf"(?<={CHINESE}) +$"), re.compile(rf"^ +(?={CHINESE})")
ENDS = re.compile(rf"{CHINESE}$"), re.compile(rf"^{CHINESE}")


def closed(parts: Sequence[Piece], language: Language) -> Told:
    """The parts as one text."""
    if language == "en":
        return row(parts)
    whole = row(parts)
    told = [_close(one) for one in (whole.parts if isinstance(whole, Row) else (whole,))]
    for place, alone in enumerate(told):
        if isinstance(alone, Words):
            continue
        part = alone
        before, after = _idle(told[place - 1 : place], IDLE_END), _idle(told[place + 1 : place + 2], IDLE_START)
        if before and _any(part, first=True):
            told[place - 1] = _without(told[place - 1], IDLE_END)
            part = _spaced(part, before, first=True)
        if after and _any(part, first=False):
            told[place + 1] = _without(told[place + 1], IDLE_START)
            part = _spaced(part, after, first=False)
        told[place] = part
    return row(told)


def _close(told: Told) -> Told:
    return Words(IDLE_SPACE.sub("", told.text)) if isinstance(told, Words) else told


def _idle(beside: Sequence[Told], pattern: re.Pattern[str]) -> str:
    """The space between Chinese words and a blank."""
    found = pattern.search(beside[0].text) if beside and isinstance(beside[0], Words) else None
    return found[0] if found else ""


def _without(told: Told, pattern: re.Pattern[str]) -> Told:
    assert isinstance(told, Words)  # noqa: S101 - its space was found
    return Words(pattern.sub("", told.text))


def _any(told: Told, *, first: bool) -> bool:
    """Whether a text begins, or ends, with a Chinese sign in any way."""
    match told:
        case Words(text):
            return ENDS[first].search(text) is not None
        case Moment():
            return not first
        case Row(parts):
            return _any(parts[0 if first else -1], first=first)
        case Either(_, then, otherwise):
            return _any(then, first=first) or _any(otherwise, first=first)
    return False


def _spaced(told: Told, space: str, *, first: bool) -> Told:
    """A text with the space before, or behind, wherever it does not begin, or end, with a Chinese sign."""
    match told:
        case Row(parts) if first:
            return row([_spaced(parts[0], space, first=first), *parts[1:]])
        case Row(parts):
            return row([*parts[:-1], _spaced(parts[-1], space, first=first)])
        case Either(condition, then, otherwise):
            return Either(condition, _spaced(then, space, first=first), _spaced(otherwise, space, first=first))
    if _any(told, first=first):
        return told
    return row([Words(space), told] if first else [told, Words(space)])
