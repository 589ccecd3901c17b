"""Words behind what is given or taken that say how it is counted: exceptions, what counts once, steps not full."""

import re
from decimal import Decimal
from typing import Literal

from kaohe.authoring.drafting.scoring_words import MEASURE, NUMBER, number

_EXCEPT = (
    r"(?:除外|例外|不在此(?:限|列)|不(?:予|再)?(?:计入|计算在内|列入|纳入)(?:扣分|统计|考核|计算|范围|考核范围|扣分范围)?"
    r"|不(?:予|再)?(?:扣分|计扣|扣减)|不计|不作扣分(?:处理)?|不视为[^,]{2,8})"
)
_ONCE = (
    r"(?:只|仅|按|算|计)(?:扣|计|算|按|加)?(?:扣)?(?:1|一)次(?:扣分|计算|计分|计)?"
    r"|不(?:再|可|得|能|予)?重复(?:扣|扣分|计算|计扣|扣减|计分|统计|加分|得分|累计|累加|计入)"
)
_HIGHEST = r"(?:就高|从高|从重|按最高|取最高|以最高|按最重|就重)[^,\d]{0,10}"
_NOTE = re.compile(
    rf"(?P<what>[^,\d]*?[^,\d未不])?(?:的|者|,)*(?:{_EXCEPT})"
    rf"|(?:对|如)?同[一类][^,\d]{{1,24}}?(?:的|,)*(?:{_ONCE}|{_HIGHEST})"
    r"|(?:不(?:再)?重复|不累计)(?:扣分|扣减|计扣|计算|计分)?|取(?:最高|最重)(?:项|者|的)?"
    r"|(?:可以?|均可|可以?依次|实行)?(?:累计|累加)(?:扣分|扣减|加分|计分|计算|得分)?"
    r"|不再按[^,\d]{1,6}重复(?:扣分|计扣|扣减)"
)
_MORE = re.compile(
    r"倍|折|抵|视同|减半|按[^,]{0,6}(?:比例|标准|计分|得分)|\d|[一二三四五六七八九十]分|否决|取消|总分|超过|以[上下内]"
    r"|前[述款]|其[他余]|^未|^没有?|^无"
)
_SIZE = (
    rf"(?:不足|不满|未满|未达到?)(?P<n>{NUMBER})?(?P<unit>%|个?百分点|{MEASURE}|[^,\d]{{1,4}}?)"
    r"(?:的|部分|的部分)*,?(?:也|均|则|都)?"
)
Partial = Literal["whole", "started", "pro_rata"]
_PARTIAL: tuple[tuple[Partial, re.Pattern[str]], ...] = (
    ("pro_rata", re.compile(rf"{_SIZE}(?:按|照)(?:同?比例|比例折算)(?:扣分|扣减|计算|扣|计分|折算|计)?")),
    (
        "started",
        re.compile(
            rf"{_SIZE}(?:按|以|视为|算|计)(?:照)?(?P<as>{NUMBER})(?:%|个?百分点|{MEASURE}|[^,\d]{{1,4}}?)(?:计|计算|算|扣分|扣|计扣|对待|处理)?"
        ),
    ),
    ("whole", re.compile(rf"{_SIZE}(?:不(?:予)?(?:扣分|扣|计|计算|计分|扣减)|忽略不计|舍去)")),
)


def said_partial(words: str) -> tuple[Partial, Decimal | None] | None:
    """What words say of a step that is not full, and the number of one that is; None where they say nothing of it."""
    for partial, pattern in _PARTIAL:
        found = pattern.fullmatch(words)
        if found is not None and (partial != "started" or found["n"] in (found["as"], None)):
            size = found["n"] or (found["as"] if partial == "started" else "")
            return partial, number(size) if size else None
    return None


def is_note(words: str) -> bool:
    """Whether words only say what is not counted, or that one thing counts once."""
    found = _NOTE.fullmatch(words)
    return found is not None and not _MORE.search(words)
