"""What a condition asks for, as a fact and a formula of it: a stretch of a number, more than before, or yes and no."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from kaohe.authoring.drafting import conditions
from kaohe.authoring.drafting.drafting_item import Item, NotRead
from kaohe.authoring.drafting.moves import Move
from kaohe.authoring.drafting.numbers_asked_for import said_in_target
from kaohe.authoring.drafting.otherwise import says_otherwise
from kaohe.authoring.drafting.ranges import Range, range_of
from kaohe.authoring.drafting.rankings import compared, level_of, says_comparison, unchanged_or
from kaohe.authoring.drafting.scoring_words import BRACKETED, number, wide
from kaohe.authoring.drafting.several_numbers import averages, each_of_several, several_numbers

_DEED = re.compile(
    r"^(?:并且?|且)?(?:均|全部|都|能够?|能|已)?(?:未|无|没有|有|建立|制定|制订|出台|设立|成立|开展|组织|实行|实施|落实|完成|明确|严格|及时|按时|按规定|按要求|统一|使用|单独"
    r"|核算|提供|公布|公示|召开|参加|配备|达到|做到|形成|完善|健全|规范|定期|积极|认真|主动|建有|签订|编制|上报|报送|出具|执行|加强|纳入|安排|保持|领导|台账|资料|档案|记录|制度|计划|指标|管理|数据|绩效)"
)
COUNTED_UNITS = re.compile(r"^[万亿]|元$|/|煤$|^分$|亩|公里|公顷|吨|[平立]方米|公斤|小时|分钟|^秒|%")


class Asked(NamedTuple):
    """Conditions that must hold; `strict` are the same where the number said is outside, None where that is clear."""

    requires: tuple[str, ...]
    strict: tuple[str, ...] | None = None
    doubtful: str = ""


def asked(item: Item, move: Move) -> Asked:
    """What must hold for the points of a move."""
    when = move.when
    if not when and move.lead:
        raise NotRead("why-unread", words=item.clause_of(move))  # 根据考核结果，得5分
    level = level_of(when)
    if level is not None and level[0] == "rank" and not conditions.says_more(level[1]):
        return _of_place(item, level[1], level[2])
    stretch = range_of(when)
    if conditions.says_more(when if stretch is None or stretch.exact else stretch.what) and not each_of_several(when):
        raise NotRead("why-unread", words=item.original(move))
    several = each_of_several(when)
    if several:
        return Asked(tuple(formula(measured(item, one), one) for one in several))
    if stretch is not None and several_numbers(stretch.what):
        raise NotRead("why-number", words=item.original(move))
    if stretch is not None and not stretch.exact and _measured(stretch, when):
        return _of_stretch(item, stretch)
    steady = unchanged_or(when)
    if steady is not None and says_comparison(when) and not conditions.says_more(steady[0]):
        return Asked((f"{changed(item, steady[0] or item.facts.title)}.direction != {steady[1]}",))
    comparison = compared(when)
    if comparison is not None and says_comparison(when) and comparison[0]:
        name = changed(item, comparison[0])
        return Asked((f"{name}.direction = {comparison[1]}",))
    return Asked(tuple(flags(item, move)))


def _of_place(item: Item, what: str, places: str) -> Asked:
    """前三名 asks for a place, and for no more."""
    name = ranked(item, what)
    first, more, last = places.partition("-")
    if more and not last:
        return Asked((f"{name} >= {number(first):f}",))
    if not last:
        return Asked((f"{name} = {number(first):f}",))
    return Asked((f"{name} >= {number(first):f} and {name} <= {number(last):f}",))


def _measured(stretch: Range, when: str) -> bool:
    """Whether the number is asked for itself: not so of 建立3个以上基地, where it is only part of a deed."""
    return stretch.unit == "%" or bool(
        re.search(r"达到?|不低于|不少于|超过|以上|以下|不足|低于|少于|以内|不超过|高于|大于|至|[-≥≤<>]", when)
    )


def _of_stretch(item: Item, stretch: Range) -> Asked:
    name = measured(item, stretch)
    strict = None
    if stretch.doubtful:
        strict = (formula(name, stretch, outside=True),)
    return Asked((formula(name, stretch),), strict, stretch.doubtful)


def measured(item: Item, stretch: Range, what: str = "") -> str:
    """The fact of which a stretch speaks."""
    label = wide(stretch.what) or what or said_in_target(item.target, stretch) or item.facts.title
    if stretch.unit == "%":
        return item.facts.add(label, "percent")
    if not is_count(stretch) or averages(label):
        return item.facts.add(label, "number", **({"unit": stretch.unit} if stretch.unit else {}))
    return item.facts.add(label, "count", **({"unit": wide(stretch.unit)} if stretch.unit else {}))


def is_count(stretch: Range) -> bool:
    """Whether a stretch is of whole things: 4次, but neither 90% nor 2.5万元."""
    if stretch.unit in ("", "%") or COUNTED_UNITS.search(stretch.unit):
        return False
    return all(one is None or one == one.to_integral_value() for one in (stretch.low, stretch.high))


def formula(name: str, stretch: Range, *, outside: bool = False) -> str:
    """Whether a fact lies in a stretch; `outside` puts doubtful ends outside."""
    sides: list[str] = []
    if stretch.low is not None:
        sides.append(f"{name} {'>=' if stretch.low_in and not outside else '>'} {written(stretch.low, stretch.unit)}")
    if stretch.high is not None:
        closed = stretch.high_in or outside
        sides.append(f"{name} {'<=' if closed else '<'} {written(stretch.high, stretch.unit)}")
    return " and ".join(sides)


def written(value: Decimal, unit: str) -> str:
    return f"{value:f}{'%' if unit == '%' else ''}"


def bound(value: Decimal, unit: str) -> object:
    """A number as the keys of bands and anchors take it."""
    return written(value, unit) if unit == "%" else value


def ranked(item: Item, what: str, *, note: bool = True) -> str:
    """The fact of which place a unit has among all."""
    label = item.say("rank", what=conditions.cleaned(what) or item.facts.title)
    return item.facts.add(label, "count", unit="位", **({"note": item.say("rank-note")} if note else {}))


def changed(item: Item, what: str) -> str:
    """The fact of last year's number and this year's."""
    return item.facts.add(re.sub(r"^(?:年度|年(?![末初底均终中]))?", "", what) or what, "change")


def flags(item: Item, move: Move) -> Sequence[str]:
    """Yes-or-no facts: one for each deed that is said by itself, or one for all words."""
    pieces = [item.method[one.start : one.end] for one in move.words]
    if move.outcome.before:
        phrase = move.outcome.phrase
        pieces.append(item.method[phrase.start : phrase.after(len(move.outcome.before))])
    if not pieces:
        return [item.facts.add(item.facts.title, "flag")]
    plain = [BRACKETED.sub("", one) for one in pieces]
    if len(pieces) > 1 and all(_DEED.match(one) and "或" not in one for one in plain):
        return [item.facts.add(one, "flag") for one in pieces]
    return [item.facts.add(item.original(move), "flag")]


def flag(item: Item, move: Move, context: str = "") -> str:
    """One yes-or-no fact for all words of a move."""
    if conditions.says_more(move.when) or says_otherwise(move.when):
        raise NotRead("why-unread", words=item.original(move))
    return item.facts.add(item.original(move) or item.facts.title, "flag", context)
