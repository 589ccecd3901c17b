"""How exact figures stand in the report: as lengths of drawings, as the order in which they sort."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from kaohe.render.words.cell_wording import percent
from kaohe.results.plain_table import Value
from kaohe.results.score_range import ScoreRange
from kaohe.results.sheet import FormHead

Key = tuple[Fraction | int | str, ...]
SHORT_SHA256 = 12


def short(form: FormHead) -> str:
    """Enough of a rubric's fingerprint to tell two versions of it apart."""
    return form.sha256[:SHORT_SHA256]


def length(share: Fraction) -> str:
    """A share of a drawing's width."""
    return percent(min(max(share, Fraction(0)), Fraction(1)))


def sorting(value: Value, *, words: bool) -> Key | None:
    """What a value of a column of words, or of numbers, sorts by: 1.9 comes before 1.10. None for neither."""
    exact = value.score if isinstance(value, ScoreRange) else value
    if isinstance(exact, Fraction):
        return (exact,)
    if not isinstance(exact, str) or not words:
        return None
    return tuple(_natural(exact))


def _natural(text: str) -> Iterator[int | str]:
    """A text's parts; a number in it is told by how many digits it has first, for it may have thousands."""
    for place, one in enumerate(re.split(r"(\d+)", text)):
        part = one.lstrip("0") if place % 2 else one
        yield from (len(part), part) if place % 2 else (part,)


def orders(values: Sequence[Key | None]) -> list[int | None]:
    """Each value's place when the smallest stands first, equal ones together; None stays None.

    A browser sorts by these whole numbers, so that no score becomes a float on the way.
    """
    places = {value: place for place, value in enumerate(sorted({one for one in values if one is not None}))}
    return [None if value is None else places[value] for value in values]
