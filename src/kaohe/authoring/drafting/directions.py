"""Which way words lead from a number: below it, above it, or away from it."""

import re
from typing import Literal

Direction = Literal["below", "above", "either"]
_BELOW = re.compile(r"低|少|降|不足|差|落后|减|缺|欠|未达|下滑|短")
_ABOVE = re.compile(r"高|超|增|上升|多|提升|提高|增长|突破")
_EITHER = re.compile(r"偏离|偏差|相差|误差|出入|波动")


def direction_of(words: str) -> Direction | None:
    """Which way words lead from a number; None where they lead two ways or nowhere."""
    if _EITHER.search(words):
        return "either"
    below, above = bool(_BELOW.search(words)), bool(_ABOVE.search(words))
    return None if below == above else "below" if below else "above"
