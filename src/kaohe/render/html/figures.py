"""How exact scores are written in the report: a share in percent, a difference with its sign, a range, a length."""

from collections.abc import Sequence
from fractions import Fraction
from typing import TypeVar

from kaohe.messages import Language, say
from kaohe.render.html.markup import Content, element
from kaohe.render.words.sheet_wording import number
from kaohe.results.score_range import ScoreRange
from kaohe.results.sheet import FormHead

Comparable = TypeVar("Comparable", Fraction, str)
NOTHING = "—"
SHORT_SHA256 = 12
HUNDRED_PERCENT = 10_000
"""In hundredths of a percent."""


def short(form: FormHead) -> str:
    """Enough of a rubric's fingerprint to tell two versions of it apart."""
    return form.sha256[:SHORT_SHA256]


def percent(share: Fraction) -> str:
    """Two decimals, a half rounded away from zero."""
    hundredths = int(abs(share) * HUNDRED_PERCENT + Fraction(1, 2))
    return f"{'-' * (share < 0 and hundredths > 0)}{hundredths // 100}.{hundredths % 100:02}%"


def length(share: Fraction) -> str:
    """A share of a drawing's width."""
    return percent(min(max(share, Fraction(0)), Fraction(1)))


def share_of_points(standing: ScoreRange) -> Fraction | None:
    """得分率; None while the score is open, or where there are no points."""
    return standing.score / standing.points if standing.score is not None and standing.points else None


def shown_share(standing: ScoreRange) -> str:
    share = share_of_points(standing)
    return NOTHING if share is None else percent(share)


def shown(standing: ScoreRange, language: Language) -> Content:
    """A score, or between what it is still open."""
    if standing.score is not None:
        return number(standing.score)
    return say("report.open", language), " ", element("small", between(standing.low, standing.high, language))


def between(low: Fraction | None, high: Fraction | None, language: Language) -> str:
    ends = [("report.no_low", low), ("report.no_high", high)]
    found = [say(code, language) if end is None else number(end) for code, end in ends]
    return say("report.between", language, low=found[0], high=found[1])


def difference(before: ScoreRange, after: ScoreRange) -> Fraction | None:
    """By how much a score moved; None while either is open."""
    return None if before.score is None or after.score is None else after.score - before.score


def orders(values: Sequence[Comparable | None]) -> list[int | None]:
    """Each value's place when the smallest stands first, equal ones together; None stays None.

    A browser sorts by these whole numbers, so that no score becomes a float on the way.
    """
    places = {value: place for place, value in enumerate(sorted({one for one in values if one is not None}))}
    return [None if value is None else places[value] for value in values]
