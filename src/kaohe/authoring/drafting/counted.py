"""What is counted before points are taken or given: 每有一次…, …每个, 每低1个百分点, 少报一次."""

import re
from dataclasses import dataclass
from decimal import Decimal

from kaohe.authoring.drafting.directions import Direction, direction_of
from kaohe.authoring.drafting.scoring_words import MEASURE, NO_WORD, NUMBER, PERCENT, number, wide

_EACH = r"每(?!一?(?:年|半年|季|月|个月|个季|周|日|天|学期|工作日|个工作日))"
"""每年, 每月 say how often, and count nothing."""
_SHARE = re.compile(
    rf"(?P<subject>.*?){_EACH}(?P<verb>[^\d%,每]*?)(?:(?P<percent>{PERCENT})|(?P<point>{NUMBER})个?(?:百分点|(?<=个)点)|个?百分点)(?:的|者)?"
)
_NUMBERED = re.compile(rf"(?P<subject>.*?){_EACH}(?P<verb>[^\d,每]*?)(?P<n>{NUMBER})(?P<unit>{MEASURE})(?P<rest>.*)")
_BARE = re.compile(rf"(?P<subject>.*?){_EACH}(?P<verb>)(?P<n>)(?P<unit>{MEASURE}){NO_WORD}(?P<rest>.*)")
_WORD = r"(?![有发出少缺漏迟超低高增减降升多差推延拖逾未不没年季月周日天])[^\d,每的()\s]{1,2}"
_ANY = re.compile(rf"(?P<subject>.*?){_EACH}(?P<verb>)(?P<n>)(?P<unit>{_WORD}(?:\([^()\d]{{1,3}}\))?)(?P<rest>)")
"""每校, 每馆(站): whatever is named behind 每, at the end."""
_PAIR = re.compile(
    rf"(?P<subject>[^每]*?)每(?P<outer>{MEASURE}|{_WORD}),?每(?:(?P<verb>[^\d,每]{{1,4}}?)(?P<n>{NUMBER})(?P<unit>{MEASURE})(?P<rest>[^\d,每]*)|(?P<inner>{MEASURE}|{_WORD}|[月天日周季]))"
)
"""每户每项, 每人每月, 每校每缺一项: counted are pairs."""
_ONE = re.compile(
    rf"(?P<subject>.*?)(?<![任同统第单唯逐之某万专均划])(?P<verb>)(?P<n>[一1])(?P<unit>{MEASURE}){NO_WORD}(?P<rest>(?!性).*)"
)
_PLACE = re.compile(
    r"^个?(?:村|科室?|校|班级?|县|区|镇|乡|社区|街道|单位|部门|组|队|人|户|家|所|站|年级|支部|企业|中心|岗位?|楼栋?|层|车间|机构|地)"
)
_TIMES = ("年", "月", "日", "天", "周", "季度", "个月", "个季度", "小时", "工作日", "个工作日")
LATE = re.compile(r"迟|晚|推|逾|延|超(?:期|时|过)|提前|拖|旷[工课职]|缺[勤课]|[事病]假|脱岗|离岗")
_WITHIN = re.compile(r"[未没不无有][^,]{0,4}?[与和同向在将从]$")
"""未与每个楼层相连: 每 tells of what, and counts nothing."""
_LATE_EACH = re.compile(
    rf"(?P<subject>[^每\d]*?)每[一1]?个?(?P<unit>{'|'.join(sorted(_TIMES, key=len, reverse=True))})"
)
"""逾期每天: how long it was late is counted."""
_OVERDUE = re.compile(r"逾|延|拖|超(?:期|时|过)")
_OCCURS = re.compile(r"^(?:发生|出现|发现|存在|经?查实|被|受到|遭到?|引发)|^有(?=.*(?:投诉|举报|事故|事件|案件|违))")
_OFTEN = re.compile(r"^每(?:年|季度?|个?月|周|日|天)")
_BACK = re.compile(r"(?:再)?(?:下降|降低|降|后退|后移|落后|退后|退|低|下移)")
_MISDEEDS = "旷工|缺勤|半天|缺席|脱岗|离岗|串岗|空岗|睡岗|打架|斗殴|酒驾|(?<![未无])(?:事故|火灾|事件|案件|舆情|上访)$"
_NOT_SO = re.compile(r"^(?:未|不|没|缺)")
_SILENT = ("有", "发生", "出现", "发现", "存在", "")
LACKING = re.compile(r"未|不|没|无|缺|少|漏|迟|错|误|违|逾|超|发生|出现|发现|查实|有|存在|被|受|查出|造成|产生")


@dataclass(frozen=True, slots=True)
class Each:
    """So much for each thing of a kind. `size` is how many of them make one, `broken` that there are parts of one."""

    subject: str
    verb: str
    size: Decimal
    unit: str
    rest: str
    broken: bool = False

    @property
    def of_place(self) -> bool:
        """每下降一位: places in an order, counted from one of them."""
        named = self.unit in ("个位次", "个名次", "位次", "名次")
        return named or (self.unit in ("位", "名") and bool(_BACK.fullmatch(self.verb or self.subject)))

    @property
    def words(self) -> str:
        """What is counted, in the clause's own words."""
        verb = "" if self.verb in ("", "有") or (self.verb in _SILENT and (self.rest or self.subject)) else self.verb
        subject = "" if self.subject in _SILENT and self.rest else self.subject
        return f"{subject}{verb}{self.rest}"


@dataclass(frozen=True, slots=True)
class Step:
    """So much for each step of a number away from another; `relative` is a percent of it, else percentage points.

    `base` are words that name the other number, if there are any.
    """

    subject: str
    base: str
    direction: Direction
    size: Decimal
    relative: bool


def counted(words: str) -> Each | Step | None:
    """What is counted by words in plain signs; None where nothing is, or it can't be told."""
    share = _SHARE.fullmatch(words)
    if share is not None:
        return _step(share)
    pair = _PAIR.fullmatch(words)
    if pair is not None and pair["outer"] not in _TIMES:
        size = number(pair["n"]) if pair["n"] else Decimal(1)
        unit = f"{pair['outer']}·{pair['unit'] or pair['inner']}"
        return Each(pair["subject"], pair["verb"] or "", size, wide(unit), pair["rest"] or "")
    late = _LATE_EACH.fullmatch(words)
    if late is not None and (_OVERDUE if late["unit"][-1] in "月年度" else LATE).search(late["subject"]):
        return Each(late["subject"].rstrip("的,"), "", Decimal(1), late["unit"], "")
    for pattern in (_NUMBERED, _BARE, _ANY):
        found = pattern.fullmatch(words)
        if found is not None:
            return _each(found)
    return None


def each_of(words: str, per: str) -> Each | Step | None:
    """What is counted by the words before points, or by the measure after them: 迟报扣1分/次."""
    return Each(words, "", Decimal(1), per, "") if per and counted(words) is None else counted(words)


def each_time(words: str, before: str) -> Each | None:
    """受表彰的，一次加2分: a measure alone counts what stands before it."""
    found = _ONE.fullmatch(words)
    if found is None or not before or found["subject"] or found["rest"] or found["unit"] in _TIMES:
        return None
    return _each(found)


def one_of(words: str) -> Each | None:
    """What is counted where 每 is left out: 发生一起, 少报一次, 一项未完成."""
    found = _ONE.fullmatch(words)
    if found is None or re.search(r"\d", found["subject"]):
        return None
    if re.match("的.", found["rest"]):
        return None  # 死亡1人的事故 counts no people
    if found["rest"] and not LACKING.search(found["subject"] + found["rest"]):
        return None
    if found["unit"] in _TIMES and not LATE.search(found["subject"]):
        return None
    return _each(found)


def one_named(words: str) -> Each | None:
    """1个党组织: one of what is named, where other words tell what is wrong with it."""
    found = _ONE.fullmatch(words)
    if found is None or found["subject"] or not found["rest"] or found["unit"] in _TIMES:
        return None
    return _each(found)


def _each(found: re.Match[str]) -> Each | None:
    unit, verb, rest, subject = found["unit"], found["verb"], found["rest"], found["subject"]
    often = unit in _TIMES and not found["n"]
    timed = unit in _TIMES and not LATE.search(subject + verb) and not (found["n"] and _counts_time(verb, rest))
    if often or timed or "每" in _OFTEN.sub("", subject) + rest or re.search(r"\d", rest) or _WITHIN.search(subject):
        return None
    size = number(found["n"]) if found["n"] else Decimal(1)
    if size != 1 and _PLACE.search(verb):
        return None  # 每村2名 says how many each has, and counts no pairs
    return Each(subject, verb, size, wide(unit), rest)


def _counts_time(verb: str, rest: str) -> bool:
    """Whether so many days or months are counted: 每少1天, 每超过5天, 有一个月不达标."""
    return direction_of(verb) is not None or (verb in _SILENT and _NOT_SO.search(rest) is not None)


def _step(found: re.Match[str]) -> Step | None:
    verb, subject = found["verb"], found["subject"]
    if "每" in _OFTEN.sub("", subject):
        return None
    direction = direction_of(verb) or (direction_of(subject[-8:]) if not verb else None)
    if direction is None:
        return None
    relative = found["percent"] is not None
    size = number(found["percent"].removeprefix("百分之").removesuffix("%") if relative else found["point"] or "1")
    compared = re.fullmatch(r"(?:(?P<what>.*?),?)?(?:比|较)(?P<base>[^,]+)", subject)
    if compared is not None:
        subject = compared["what"] or ""
        verb = f"{compared['base']}{verb}"
    base = re.sub(rf"^(?:比|较)|^(?:{_WAYS})+(?:于|过|出)?|(?:{_WAYS})+(?:于|过)?$", "", verb)
    return Step(subject, base, direction, size, relative)


_WAYS = (
    "超额|低|少|下降|降低|降|不足|差|落后|减少|缺|欠|高|超|超过|超出|增加|上升|升高|多|提升|提高|增长|增|突破"
    "|偏离|偏差|相差|误差"
)


def lacks(each: Each) -> bool:
    """Whether words for what is counted tell themselves that something is wrong with it."""
    return bool(each.verb or not each.words or LACKING.search(each.words))


def occurs(words: str) -> bool:
    """Whether words speak of something that happens, and may happen more than once."""
    return bool(_OCCURS.match(words)) or bool(
        re.search(rf"(?:发生|出现|查实|被[^,]{{0,10}}(?:通报|批评|曝光|处分|问责|约谈)|{_MISDEEDS})", words)
    )
