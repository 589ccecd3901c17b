"""How a plain table's heads and values are written, the same in every form of output."""

from fractions import Fraction

from kaohe.messages import Language, say
from kaohe.render.words.marked_words import marked_said
from kaohe.render.words.sheet_wording import number, span, unsettled
from kaohe.results.marked_text import MarkedText
from kaohe.results.plain_table import Kind, TableColumn, Value
from kaohe.results.score_range import ScoreRange

NOTHING = "—"
HUNDRED_PERCENT = 10_000
"""In hundredths of a percent."""


def heads(language: Language, *found: tuple[str, Kind]) -> tuple[TableColumn, ...]:
    """Columns by the codes of their labels."""
    return tuple(TableColumn(say(code, language), kind) for code, kind in found)


def said(value: Value, kind: Kind, language: Language) -> str:
    """A value of such a column; an open score with its range on a line of its own."""
    if value is None:
        return NOTHING
    if isinstance(value, str):
        return value
    if isinstance(value, MarkedText):
        return marked_said(value, language)
    if isinstance(value, ScoreRange):
        if value.score is None:
            return f"{unsettled(value, language)}\n{span(value, language)}"
        value = value.score
    return _written(value, kind)


def _written(value: Fraction, kind: Kind) -> str:
    match kind:
        case "share":
            return percent(value)
        case "difference":
            return signed(value)
        case "move":
            return f"{'↑' if value > 0 else '↓'}{number(abs(value))}" if value else "-"
        case "loss":
            return number(value) if value else "-"
        case _:
            return number(value)


def percent(share: Fraction) -> str:
    """Two decimals, a half rounded away from zero."""
    hundredths = int(abs(share) * HUNDRED_PERCENT + Fraction(1, 2))
    return f"{'-' * (share < 0 and hundredths > 0)}{hundredths // 100}.{hundredths % 100:02}%"


def signed(points: Fraction) -> str:
    return f"{'+' * (points > 0)}{number(points)}"
