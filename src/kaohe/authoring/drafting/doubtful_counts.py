"""What a count of things may mean otherwise: month by month or in all, the graver ones besides or instead."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from kaohe.authoring.drafting import conditions
from kaohe.authoring.drafting.counted import LATE, Each
from kaohe.authoring.drafting.drafting_item import Item
from kaohe.authoring.drafting.entry_limits import Entry, counted_fact
from kaohe.authoring.drafting.moves import Move
from kaohe.authoring.drafting.scoring_words import MEASURE, NUMBER
from kaohe.authoring.drafting.size_classes import apart, size_of, size_of_fact
from kaohe.authoring.drafting.things_within import contained_in, same_deed

_SHORT = re.compile(r"少|缺(?!陷)|差(?!错)|欠")
_SEVERAL = re.compile(
    r"[^,]{1,12}(?:[、和及]|(?<!未)与|\)、)[^,]{1,16}(?:主要负责人|负责人|主要领导|领导|班子成员|部门|单位|双方)"
)
"""党委、政府主要负责人每年研究2次: together, or each of them."""
_DEFECTS = re.compile(r"(?:未|不|没有|无)[^,、]{1,20}(?:或者?|、|及|和|以及)(?:未|不(?!良|实)|没有|无)")
"""未带入或未录像的，每人次: both at once are one of them, or two."""
_GRAVER = re.compile(
    r"重复|经?查[实证]|经(?:鉴定|认定|调查|确认)|属实|情节[^,]{0,4}(?:严重|恶劣|较重)|(?:后果|影响|性质)[^,]{0,4}(?:严重|恶劣)|造成|导致|引发"
    r"|未(?:及时|按期|按时|限期|按要求)?(?:制止|整改)|(?:逾期|仍|拒)[未不]"
    r"|被[^,]{0,8}(?:通报|曝光|处分|问责|追究|查处|督办|催办|约谈)|受到?[^,]{0,10}处分"
)
_NONE = re.compile(r"未(?!按|及时|完)|无|没有?")
_GREAT = re.compile(
    r"(?:^|,)(?:重要|重大|重点|突出|关键|核心|主要|严重|较大|特大|恶性)"
    r"|(?:国家|中央|省|市|县|区|上级)[^,]{0,6}(?:转办|交办|督办|通报|曝光|点名|批评)"
)
"""重要文件每件扣2分, after 缺1件扣1分."""
_MILD = re.compile(r"轻|情节|一般|普通|较小|其他|其余")
_MORE = re.compile(
    rf"{NUMBER}{MEASURE}(?:及?以上)|(?:连续|累计)[^,]{{0,4}}{NUMBER}{MEASURE}|(?:超过|超出|逾期|满)[^,\d]{{0,4}}{NUMBER}{MEASURE}"
)
"""超时3个工作日以上的每件, after 超时件每件."""
_ONE = re.compile(rf"[一1]{MEASURE}")
_MEANINGS: Mapping[str, tuple[str, str]] = {
    "periods": ("periods-first", "periods-second"),
    "subjects": ("subjects-first", "subjects-second"),
    "defects": ("defects-first", "defects-second"),
    "late_from": ("late-from-first", "late-from-second"),
    "only_one": ("only-one-first", "only-one-second"),
    "graver": ("graver-first", "graver-second"),
    "none": ("none-first", "none-second"),
}
"""What each reading's options mean."""
_SEVERE = re.compile(r"^(?:但|且|并)?(?:造成|引发|导致|产生|情节|性质|影响|后果)")
"""How bad one of the things was that were counted before."""
_CAUSED = re.compile(r"造成|引发|导致|后果")
"""What came of the days that something was late; 重复信访每件 beside 超期每天 is another matter."""
_SAME_TIME = re.compile(r"[该当](?:月|季|周|日|次|处|项)$|该[^,项]{1,4}$")
"""出现劣Ⅴ类的，该月扣2分: instead of what is taken for that month, or on top of it."""
_KINDS = ("项", "种", "样", "个", "处", "条")
"""无方案、无记录的，每缺一项: each of these is one."""
_EVENTS = {"次", "人次", "起", "件", "例", "宗", "处", "个"}
"""What may be counted of the same things; days and people are others."""
_DAYS = ("天", "日", "个工作日", "工作日", "小时")


@dataclass(frozen=True, slots=True)
class OtherCount:
    """A reading's name, the place of the entry that it is of, the words, and what the fact is otherwise called."""

    name: str
    place: int
    words: str


def doubts(item: Item, move: Move, each: Each, entries: Sequence[Entry]) -> Iterator[OtherCount]:
    """Those of an entry that comes behind others; its count is of what is `each`."""
    place, words = len(entries), item.clause_of(move)
    short = _SHORT.search(each.verb or each.subject[-4:]) is not None
    asked = f"{item.target or item.facts.title},{move.when}"
    often = conditions.within_year(re.sub("全年|年度|共", "", asked))
    if short and often and not (item.period and re.search(rf"每一?个?{item.period}", asked)):
        yield OtherCount("periods", place, words)
    if short and _SEVERAL.search(f"{asked},{item.award.when if item.award else ''}"):
        yield OtherCount("subjects", place, words)
    if _DEFECTS.search(move.when) and not (short and each.unit in _KINDS):
        yield OtherCount("defects", place, words)
    if short and _none_of(item, entries, f"{move.when}{each.words}"):
        yield OtherCount("none", place, words)
    beside = move.outcome.verb[:1] in "再另加" and bool(move.outcome.verb)
    if beside and each.unit in _DAYS and LATE.search(move.when) and entries:
        yield OtherCount("late_from", place, words)
    if beside and not LATE.search(move.when) and "每" not in move.outcome.before and _ONE.search(move.outcome.before):
        yield OtherCount("only_one", place, words)
    lighter = None if beside else lighter_of(item, move, entries, each.unit)
    if lighter is not None:
        yield OtherCount("graver", lighter, words)


def _none_of(item: Item, entries: Sequence[Entry], words: str) -> bool:
    """Whether something was taken just before for none at all of what is counted: 无专职保安扣2分，保安每少1人扣1分."""
    when = str(entries[-1].get("when", "")) if entries else ""
    label = str(item.facts.indicators.get(when, {}).get("label", ""))
    return _NONE.search(label) is not None and (label[-2:] in words or words.startswith("每"))


def of_one_before(words: str) -> bool:
    return bool(_SEVERE.search(words) or _SAME_TIME.search(words))


def counts_on(item: Item, before: Sequence[Entry]) -> bool:
    """Whether 每增加1天 goes on from things that are counted, and not from the first of its own kind."""
    fact = item.facts.indicators.get(str(before[-1].get("count", "")), {}) if before else {}
    return fact.get("unit") not in (None, "人", *_DAYS)


def lighter_of(item: Item, move: Move, entries: Sequence[Entry], unit: str = "") -> int | None:
    """The place of the entry that counts what it speaks of too: the bad ones of those, or a great number of them."""
    size, points = size_of(move.when), move.outcome.points or 0
    able = [place for place, one in enumerate(entries) if "count" in one and one["each"] <= points]
    able = [one for one in able if not apart(size_of_fact(_fact(item, entries[one])), size)]
    if able and _GRAVER.search(move.when) and entries[able[-1]]["each"] < points:
        fact = _fact(item, entries[able[-1]])
        alike = not unit or {fact.get("unit"), unit} <= _EVENTS or fact.get("unit") == unit
        contained = (alike or _CAUSED.search(move.when)) and contained_in(
            move.when, str(fact["label"]).rpartition("：")[2]
        )
        return None if not contained or _MILD.search(_fact(item, entries[able[-1]])["label"]) else able[-1]
    more = _MORE.search(move.when) is not None
    great = _GREAT.search(move.when) or (more and unit not in ("次", "人次"))
    if able and unit and great and _greater(item, entries[able[-1]], unit, points):
        return able[-1]
    more_of = able and unit and _greater(item, entries[able[-1]], unit, points)
    if more_of and same_deed(move.when, _core(item, entries[able[-1]])):
        return able[-1]
    shared = {place: _common(move.when, _core(item, entries[place])) for place in able}
    place = max(shared, key=lambda one: shared[one], default=None)
    return place if place is not None and shared[place] and more else None


def _greater(item: Item, entry: Entry, unit: str, points: Decimal | int) -> bool:
    """Whether less is taken for each of the same kind of thing."""
    fact = _fact(item, entry)
    return fact.get("unit") == unit and entry["each"] < points and not _MILD.search(fact["label"])


def _fact(item: Item, entry: Entry) -> dict[str, Any]:
    return item.facts.indicators[counted_fact(entry)]


def _core(item: Item, entry: Entry) -> str:
    return str(_fact(item, entry)["label"]).rpartition("：")[2]


def _common(words: str, core: str) -> int:
    """How many characters at a stretch words have from others."""
    found = [end - at for at in range(len(core)) for end in range(at + 2, len(core) + 1) if core[at:end] in words]
    return max(found, default=0)


def reading(item: Item, doubt: OtherCount, key: str, entries: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The reading, whose other option counts another fact."""
    name = counted_fact(entries[doubt.place])
    fact = item.facts.indicators[name]
    said = {way: item.say(code) for way, code in zip(("first", "second"), _MEANINGS[doubt.name], strict=True)}
    if doubt.name == "only_one":
        changed = [dict(one) for one in entries]
        changed[doubt.place] = {"when": f"{name} = 1", "once": changed[doubt.place]["each"]}
        return _of(item, doubt, said, {key: changed})
    note = "；".join(filter(None, [fact.get("note", ""), said["first"]]))
    more = {one: value for one, value in fact.items() if one not in ("label", "kind", "note")}
    item.facts.indicators[name] = {**fact, "note": note}
    other = item.facts.add(f"{fact['label']}（{said['second']}）", fact["kind"], **more)
    changed = [dict(one) for one in entries]
    changed[doubt.place]["count"] = re.sub(rf"\b{name}\b", other, changed[doubt.place]["count"])
    return _of(item, doubt, said, {key: changed})


def _of(item: Item, doubt: OtherCount, said: Mapping[str, str], patch: Mapping[str, Any]) -> dict[str, Any]:
    options = {"first": (said["first"], {}), "second": (said["second"], patch)}
    return item.reading(doubt.name, doubt.words, "first", options)
