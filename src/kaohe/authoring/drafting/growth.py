"""How a number came out beside the year before, as a stretch of its growth: 增长5%以上, 持平, 下降10%以内."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from kaohe.authoring.drafting.ranges import Range, range_of
from kaohe.authoring.drafting.rankings import COMPARED, compared, unchanged_or

_UP, _DOWN = r"增长|增加|上升|提高|提升|增幅", r"下降|降低|减少|下滑|降幅"
_NUMBERED = re.compile(rf"(?P<what>.*?)(?:{COMPARED})?(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:幅度)?(?:达到?|在|超过)?")
ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Growth:
    """Growth between two percents; `numbered` where the words say one themselves.

    `doubtful` is where 以上 does not say whether the number itself is inside.
    """

    what: str
    low: Decimal | None
    low_in: bool
    high: Decimal | None
    high_in: bool
    numbered: bool
    doubtful: bool = False

    @property
    def down(self) -> bool:
        return self.high is not None and self.high <= 0 and not (self.low == 0 == self.high)


def growth_of(words: str) -> Growth | None:
    """What words say of a number's growth, without what only names the year that it is beside."""
    found = _grown(words)
    return None if found is None else replace(found, what=re.sub(rf"^{COMPARED},?", "", found.what))


def _grown(words: str) -> Growth | None:
    """What words in plain signs say of a number's growth; None where they say nothing of it."""
    stretch = range_of(words)
    if stretch is None:
        steady = unchanged_or(words)
        if steady is not None:
            return _not_worse(*steady)
        bare = compared(
            re.sub(r"不降反升|不增反升|不减反增", "上升", re.sub(r"不升反降|不增反降|不增反减", "下降", words))
        )
        return None if bare is None else _bare(*bare)
    found = _NUMBERED.fullmatch(stretch.what)
    if found is None or stretch.unit != "%" or stretch.exact:
        return None
    return _turned(found["what"], stretch) if found["down"] else _upward(found["what"], stretch)


def _bare(what: str, level: str) -> Growth:
    if level == "increased":
        return Growth(what, ZERO, False, None, False, numbered=False)
    if level == "decreased":
        return Growth(what, None, False, ZERO, False, numbered=False)
    return Growth(what, ZERO, True, ZERO, True, numbered=False)


def _not_worse(what: str, never: str) -> Growth:
    """持平或上升: no growth at all is inside."""
    if never == "decreased":
        return Growth(what, ZERO, True, None, False, numbered=False)
    return Growth(what, None, False, ZERO, True, numbered=False)


def _upward(what: str, stretch: Range) -> Growth:
    if stretch.low is None:
        return Growth(what, ZERO, False, stretch.high, stretch.high_in, numbered=True)
    doubtful = stretch.doubtful == "以上"
    return Growth(what, stretch.low, stretch.low_in, stretch.high, stretch.high_in, numbered=True, doubtful=doubtful)


def _turned(what: str, stretch: Range) -> Growth:
    """A fall is growth below zero: its ends change places."""
    up = _upward(what, stretch)
    return Growth(
        what,
        None if up.high is None else -up.high,
        up.high_in,
        None if up.low is None else -up.low,
        up.low_in,
        numbered=True,
        doubtful=up.doubtful,
    )
