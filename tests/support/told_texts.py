"""What a text with blanks says of a unit's facts, worked out as simply as can be."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from kaohe.backends.spoken_times import TIMES
from kaohe.backends.traced.texts import Digits, Either, Moment, Row, Told, Unsaid, Words, Written
from kaohe.expr.numbers import plain
from kaohe.expr.tree import Op
from kaohe.messages import Language
from support.naive import OPERATORS, evaluate


class NotSaid(Exception):  # noqa: N818 - no error: what a test asks for
    """The way that the facts lead is one that only the engine can say."""


def said(told: Told, facts: Mapping[str, Any], language: Language = "zh") -> str:
    match told:
        case Words(text):
            return text
        case Digits(number, places, fixed, grouped):
            return _digits(Fraction(evaluate(number, facts)), places, fixed=fixed, grouped=grouped)
        case Moment(number, notation):
            return TIMES[notation](int(evaluate(number, facts)), language)
        case Written(fact):
            return str(evaluate(fact, facts))
        case Row(parts):
            return "".join(said(part, facts, language) for part in parts)
        case Either(condition, then, otherwise):
            return said(then if evaluate(condition, facts) else otherwise, facts, language)
        case Unsaid(why):
            raise NotSaid(why)
    raise TypeError(told)


def _digits(number: Fraction, places: int, *, fixed: bool, grouped: bool) -> str:
    rounded = OPERATORS[Op.ROUND](number, Fraction(places))
    whole, point, rest = plain(rounded).partition(".")
    if grouped and whole != "-0":
        whole = f"{int(whole):,}"
    if fixed:
        rest, point = f"{rest:0<{places}}", "."
    return f"{whole}{point}{rest}"
