"""Stretches of a number in words: 90%以上, 80%（含）至90%, 低于60%, 不超过3次."""

import re
from dataclasses import dataclass
from decimal import Decimal

from kaohe.authoring.drafting.scoring_words import MEASURE, PERCENT, number, wide

_VALUE = rf"(?:{PERCENT}|(?:\d+(?:\.\d+)?|[一二两三四五六七八九十]+)(?:{MEASURE}|分)?)"
_REACH = r"(?:能|已)?(?:达到|达|完成|为|在|是|占|介于|控制在|保持在|提高到|下降到|降至|满|取得)?"
_TO = r"(?:[-~—–至到]|--|——)+"


def _with(name: str) -> str:
    return rf"(?P<{name}>\((?:含|不含)[^()]{{0,8}}\))?"


_BETWEEN = re.compile(
    rf"(?P<what>.*?){_REACH}(?P<low>{_VALUE}){_with('low_with')}(?:以上)?{_TO}(?P<high>{_VALUE}){_with('high_with')}(?:以下|以内)?(?:之间|的|区间|范围|者)*"
    rf"{_with('after_with')}(?:的)?"
)
_UPPER = re.compile(
    rf"(?P<what>.*?)(?P<reach>{_REACH})(?P<low>{_VALUE}){_with('low_with')}(?P<word>[及或]以上|以上|及其以上)?{_with('high_with')}(?:的|者)*"
)
_FROM = re.compile(
    rf"(?P<what>.*?)(?:不低于|不少于|不小于|大于等于|[大高多]于或等于|≥|>=|至少)(?P<low>{_VALUE})(?:以上)?(?:的|者)*"
)
_ABOVE = re.compile(
    rf"(?P<what>.*?)(?:超过|高于|大于|多于|超出|>)(?P<low>{_VALUE}){_with('low_with')}(?:以上)?(?:的|者)*"
)
_BELOW = re.compile(
    rf"(?P<what>.*?)(?:低于|小于|少于|不足|不到|不满|未达到?|达不到|未满|<)(?P<high>{_VALUE}){_with('high_with')}(?:以下)?(?:的|者)*"
)
_TO_HIGH = re.compile(
    rf"(?P<what>.*?)(?:不超过|不高于|不大于|不多于|小于等于|[小低少]于或等于|≤|<=)(?P<high>{_VALUE})(?:以内|以下)?(?:的|者)*"
)
_UNDER = re.compile(
    rf"(?P<what>.*?){_REACH}(?P<high>{_VALUE}){_with('high_with')}(?P<word>[及或]以下|以下|以内|之内){_with('after_with')}(?:的|者)*"
)
_TIMED = re.compile(
    r"(?:截至|截止到?|到)\d{1,2}月(?:\d{1,2}日|底|末)[^\d]*(?:率|比例|占比|进度)|[^\d]{0,8}\d+(?:小时|个?工作日|天|日|分钟|周岁|岁|年|万?元(?:以上|以下))[^\d]*(?:率|比例|占比)"
)
"""24小时扑灭率 has a number in its name."""
_PLACED = re.compile(r"第$|(?:^|[^提])前$|中间$|末尾?$|最后$|(?:^|,|排名|排在)后$")
"""前30% is no stretch of a number, but who stands there."""
RATES = re.compile(r"(?:率|度|比例|占比|比重|覆盖面)$")
_DUE = re.compile(r"(?<=[率度例重面])[要应须需]$")
"""开工率要达到40%: the number is the rate."""
_INSIDE = ("以内", "之内", "及以下", "或以下")
_ZERO = Decimal(0)
_NUMBERED = re.compile(r"\d|百分之")
_SHORT_OF = re.compile(
    rf"(?P<what>.*?){_REACH}(?P<low>{_VALUE}){_with('low_with')}(?:及?以上)?{_with('after_low')}[,、]?(?:但|且)?(?:不足|低于|不到|不满|未达到?|未满|小于|少于)"
    rf"(?P<high>{_VALUE}){_with('high_with')}(?:的|者)*"
)
"""90%以上不足100%."""
_BOTH_SIDES = re.compile(
    rf"(?P<what>.*?){_REACH}(?P<low>{_VALUE}){_with('low_with')}及?以上[,、]?(?:但|且|至|到|-)?(?P<high>{_VALUE}){_with('high_with')}(?P<word>及以下|以下|以内)"
    rf"{_with('after_with')}(?:的|者)*"
)
"""80%以上90%以下."""
_INNER = re.compile(rf"(?P<what>[^\d]*?)(?P<low>\d+|[一二两三四五六七八九十]+)(?P<unit>{MEASURE})(?P<rest>[^\d]*)")
_AROUND = re.compile(
    rf"(?P<low>{_VALUE})(?P<low_sign>≤|<=|<)(?P<what>[^\d<≤>≥]+)(?P<high_sign>≤|<=|<)(?P<high>{_VALUE})(?:的|者)*"
)
_FORMS = (_AROUND, _BETWEEN, _BOTH_SIDES, _SHORT_OF, _FROM, _TO_HIGH, _ABOVE, _BELOW, _UNDER, _UPPER)


@dataclass(frozen=True, slots=True)
class Range:
    """From `low` to `high`, each with whether it is inside; `what` are the words for the number, `unit` its unit.

    `low_said` and `high_said` tell whether the words say so themselves. `doubtful` are words (以上) that do not say it;
    `exact` is a number without such words.
    """

    what: str
    unit: str
    low: Decimal | None = None
    low_in: bool = True
    high: Decimal | None = None
    high_in: bool = False
    doubtful: str = ""
    exact: bool = False
    low_said: bool = False
    high_said: bool = False


def meet(one: Range, other: Range) -> bool:
    """Whether two stretches have a number in common; an end that both say is theirs is one."""
    low, high = (one, other) if (one.low or 0) >= (other.low or 0) else (other, one)
    if low.low is None or high.high is None:
        return True
    return low.low < high.high or (low.low == high.high and low.low_in and high.high_in)


def complement(award: Range, other: Range) -> bool:
    """Whether one stretch is just what another leaves: 低于98%, after 达到98%."""
    return not other.what and other.high is not None and award.low == other.high and award.low_in != other.high_in


def whole(stretch: Range) -> bool:
    """Whether a number without 以上 or 以下 leaves no doubt: no rate is above 100%."""
    return stretch.unit == "%" and stretch.low == 100 and stretch.high is None  # noqa: PLR2004 - the whole


def amount_in(words: str, unit: str) -> Range | None:
    """The one number of a unit that stands within words: 全年开展4次活动."""
    for found in _INNER.finditer(words):
        if wide(found["unit"]) == unit and found.end() == len(words):
            return Range(found["what"] + found["rest"], unit, number(found["low"]))
    return None


def range_of(words: str) -> Range | None:
    """The stretch that words in plain signs tell; None where they tell none, or more than one."""
    for form in _FORMS:
        found = form.fullmatch(words)
        if found is not None:
            return _range(form, found)
    return None


def _range(form: re.Pattern[str], found: re.Match[str]) -> Range | None:
    parts = found.groupdict()
    low, high = parts.get("low"), parts.get("high")
    units = {_unit(one) for one in (low, high) if one} - ({""} if low and high else set())
    what = _DUE.sub("", parts["what"].rstrip("的,="))
    if len(units) > 1 or (_NUMBERED.search(what) and not _TIMED.fullmatch(what)) or _PLACED.search(what) or "±" in what:
        return None
    unit = units.pop() if units else ""
    if form is _UPPER and _is_zero(low) and not parts["word"]:
        unit = unit or ("%" if RATES.search(what) else "")
        return Range(what, unit, high=_ZERO, high_in=True, high_said=True)
    if form is _AROUND:
        inside = [parts[key] != "<" for key in ("low_sign", "high_sign")]
        return Range(what, unit, _value(low), inside[0], _value(high), inside[1], low_said=True, high_said=True)
    return _with_words(form, parts, what, unit)


def _is_zero(text: str | None) -> bool:
    """发生率为0: none at all, which no number is below."""
    return text is not None and _value(text) == _ZERO


def _with_words(form: re.Pattern[str], parts: dict[str, str], what: str, unit: str) -> Range:
    """A stretch whose words say which ends are inside: 及以上, 含, 低于."""
    low_with = parts.get("low_with") or ""
    high_with = (parts.get("high_with") or "") + (parts.get("after_with") or "")
    if form is _UPPER:
        low_with += high_with
    word = parts.get("word") or ""
    doubtful = word if word in ("以上", "以下") and "含" not in low_with + high_with else ""
    return Range(
        what,
        unit,
        _value(parts.get("low")),
        "不含" not in low_with and (form is not _ABOVE or "含" in low_with),
        _value(parts.get("high")),
        form is _TO_HIGH or word in _INSIDE or ("含" in high_with and "不含" not in high_with),
        doubtful,
        exact=form is _UPPER and not word and parts["reach"] in ("", "为", "是") and not _is_whole(parts["low"]),
        low_said=form in (_FROM, _ABOVE) or word in ("及以上", "或以上") or "含" in low_with or _reaches(form, parts),
        high_said=form in (_TO_HIGH, _BELOW, _SHORT_OF) or word in _INSIDE or "含" in high_with,
    )


def _is_whole(text: str | None) -> bool:
    return text in ("100%", "百分之百")


def _reaches(form: re.Pattern[str], parts: dict[str, str]) -> bool:
    """达到90%得5分: the number itself is enough."""
    return form is _UPPER and not parts["word"] and re.search(r"达|完成|满", parts["reach"]) is not None


def _value(text: str | None) -> Decimal | None:
    if text is None:
        return None
    return number(re.sub(rf"(?:{MEASURE}|分|%)$", "", text.removeprefix("百分之")))


def _unit(text: str) -> str:
    if text.endswith("%") or text.startswith("百分之"):
        return "%"
    return re.sub(r"^(?:\d+(?:\.\d+)?|[一二两三四五六七八九十]+)", "", text)
