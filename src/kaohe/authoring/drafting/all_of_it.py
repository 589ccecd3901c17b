"""完成任务, beside 完成90%: all of what was due, as a stretch of how much of it was done."""

import re
from decimal import Decimal

from kaohe.authoring.drafting.ranges import Range

_ALL_OF_IT = re.compile(
    r"(?P<what>[^\d]*?)(?:全面|按期|按时|如期)?(?:完成|达到)[^\d,]{0,12}?(?:目标|任务|计划|指标)(?:任务|数|值|量)?(?:的|者)*"
)


def all_of_it(words: str) -> Range | None:
    """完成任务, beside 完成90%: all of what was due is its hundred percent."""
    found = _ALL_OF_IT.fullmatch(words)
    return None if found is None else Range(found["what"], "%", Decimal(100), low_said=True)
