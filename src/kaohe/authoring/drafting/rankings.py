"""Levels that exclude each other, in words: 增长、持平、降低; 优秀、良好; 国家级、省级."""

import re
from collections.abc import Mapping
from typing import Literal

Ladder = Literal["direction", "named", "rank"]
_BEFORE = "上年|去年|上一年|前一年|同期|上年度|上年同期|上年末|年初|期初|上月|上季度?|上期|历年"
COMPARED = rf"(?:(?:比|较|与)(?:{_BEFORE})(?:末|度|同期)?(?:相比|相)?|同比|环比|逐年)"
_LEVELS: Mapping[str, re.Pattern[str]] = {
    "increased": re.compile(
        rf"(?P<what>.*?){COMPARED}?(?:有所|有|实现|呈)?(?:正|(?<!负))(?:增长|增加|上升|提高|提升)(?:的|者)*"
    ),
    "unchanged": re.compile(rf"(?P<what>.*?){COMPARED}?(?:保持)?(?:基本)?(?:持平|相当|不变|没有变化)(?:的|者)*"),
    "decreased": re.compile(rf"(?P<what>.*?){COMPARED}?(?:有所|有)?(?:下降|降低|减少|下滑|负增长|降)(?:的|者)*"),
}
_EITHER = r"(?:或者?|、|及|和)"
_STEADY = re.compile(
    rf"(?P<what>.*?){COMPARED}?,?(?:有所|保持)?(?:(?P<up>增长|增加|上升|提高|提升)|(?P<down>下降|降低|减少|下滑)){_EITHER}持平(?:的|者)*"
    rf"|(?P<other>.*?){COMPARED}?,?(?:保持)?持平{_EITHER}(?:有所)?(?:(?P<rising>增长|增加|上升|提高|提升)|(?:下降|降低|减少|下滑))(?:的|者)*"
)
_NAMED = re.compile(
    r"(?P<what>.*?)(?:被)?(?:评为|评定为|获评|获得?|获|达到?|为|受到?|在|列为|取得)?(?P<level>(?:国家|省(?:部|\(部\))?|市(?:厅|\(厅\))?|县|区|乡镇|厅|部)级(?!以上|及以上)|优秀|优良|良好|优|良|中|差|合格|基本合格|不合格|及格|不及格"
    r"|称职|基本称职|不称职|达标|基本达标|不达标|好|较好|一般|[一二三特]等奖|[一二三特]等|[ABCDE]级?|[一二三四五]星级?|较差|满意|基本满意|不满意|全部|大部分|部分|少部分|全面|完全|基本)(?:等次|等级|档次|完成|落实|达标|到位|实现|表彰|奖励|荣誉)?(?:的|者)*"
)
_ORDER = re.compile(r"第|前[\d一二三四五六七八九十]|排|名次|位次|位居|位列|居")
_PLACE = r"[\d一二三四五六七八九十]+"
_RANK = re.compile(
    r"(?P<what>.*?)(?:排名|排位|名次|位次|得分|列|居|位于|获|获得|取得|进入|排|位居|位列|排在|在)*(?:全[省市县区国乡镇校行院局系统]+)?(?:排名|排)?"
    rf"(?:前(?P<top>{_PLACE})(?:名|位)?|第?(?P<from>{_PLACE})(?:名|位)?[-~～—至到]第?(?P<to>{_PLACE})(?:名|位)"
    rf"|第?(?P<last>{_PLACE})(?:名|位)(?:及|及其)?(?:以后|之后|以下|往后)|第(?P<place>{_PLACE})(?:名|位)?)(?:的|者|之间)*"
)


_SHARE = re.compile(
    r"(?P<what>.*?)(?:排名|排位|名次|位次|排在|位居|位列|居|列|得分|在|处于|为)*(?:全[省市县区国乡镇校行院局系统]+)?(?P<level>(?:前|中间|后|末尾|最后)\d+%)(?:\(?含\)?)?(?:的|者|单位)*"
)
_NEXT_SHARE = re.compile(r"(?P<what>)(?:排名)?(?P<level>\d+%[-~～—–至到]+\d+%)(?:之间|的|者|单位)*")


def share_of(text: str, first: str = "") -> tuple[Ladder, str, str] | None:
    """前30%, 后20%; and 30%-70% where the first level was 前30%: who stands there, by their order."""
    found = _SHARE.fullmatch(text) or (_NEXT_SHARE.fullmatch(text) if first and _SHARE.fullmatch(first) else None)
    if found is None:
        return None
    level = found["level"] if found["level"][0] in "前中后末最" else f"排名{found['level']}"
    return "named", found["what"].rstrip(",、"), level


def compared(text: str) -> tuple[str, str] | None:
    """What is compared with the year before, and how it came out; None where nothing is."""
    for level, pattern in _LEVELS.items():
        found = pattern.fullmatch(text)
        if found is not None and _STEADY.fullmatch(text) is None:
            return found["what"].rstrip(",、"), level
    return None


def unchanged_or(text: str) -> tuple[str, str] | None:
    """下降或持平: what is compared, and how it must not come out."""
    found = _STEADY.fullmatch(text)
    if found is None:
        return None
    what = (found["what"] or found["other"] or "").rstrip(",、")
    return what, "decreased" if found["up"] or found["rising"] else "increased"


def says_comparison(text: str) -> bool:
    return bool(re.search(COMPARED, text))


def level_of(text: str, first: str = "") -> tuple[Ladder, str, str] | None:
    """Which ladder a level is of, the words before it, and the level.

    `first` are words of the first level: after 前三名, 四至六名 are places too, and no number of people.
    """
    text = re.sub(r"[“”‘’\"]", "", text)
    share = share_of(text, first)
    if share is not None:
        return share
    ordered = _RANK.fullmatch(text)
    if ordered is not None and (
        (ordered["from"] or ordered["last"]) is None or _ORDER.search(text) or _ORDER.search(first)
    ):
        return "rank", ordered["what"], _places(ordered)
    direction = compared(text)
    if direction is not None:
        return "direction", *direction
    named = _NAMED.fullmatch(text)
    return None if named is None else ("named", named["what"], named["level"])


def _places(found: re.Match[str]) -> str:
    """One place, or several from the first to the last: 3-5, 1-3; 7- has no end."""
    if found["last"]:
        return f"{found['last']}-"
    if found["place"]:
        return found["place"]
    return f"1-{found['top']}" if found["top"] else f"{found['from']}-{found['to']}"
