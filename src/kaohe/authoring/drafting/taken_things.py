"""What each move takes points for, and how often: the entries of a rule of the type `deductions`."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from kaohe.authoring.drafting import conditions
from kaohe.authoring.drafting.asked import flag, formula, measured
from kaohe.authoring.drafting.counted import Each, Step, each_of, lacks, occurs, one_of
from kaohe.authoring.drafting.doubled_things import all_or_last, doubled_entries
from kaohe.authoring.drafting.doubtful_counts import OtherCount, counts_on, doubts, lighter_of, of_one_before, reading
from kaohe.authoring.drafting.drafting_item import Item, NotRead
from kaohe.authoring.drafting.entry_limits import Entry, as_often, carried_on, stands, subject
from kaohe.authoring.drafting.facts import at_level
from kaohe.authoring.drafting.judged import judged
from kaohe.authoring.drafting.moves import Move
from kaohe.authoring.drafting.named_things import joined_label, one_of_named
from kaohe.authoring.drafting.open_edges import taken_edges
from kaohe.authoring.drafting.otherwise import says_otherwise, without_else
from kaohe.authoring.drafting.ranges import Range, range_of
from kaohe.authoring.drafting.scope_notes import scope_of
from kaohe.authoring.drafting.scoring_words import MEASURE, wide
from kaohe.authoring.drafting.several_numbers import averages, several_numbers
from kaohe.authoring.drafting.size_classes import named_alike, size_edges
from kaohe.authoring.drafting.sized_counts import counted_by, kind_of_each, left_open, once_or_each, refuse_broken
from kaohe.authoring.drafting.spared_stretches import spared
from kaohe.authoring.drafting.taken_otherwise import taken_unless
from kaohe.authoring.drafting.taken_stretches import from_none, goes_on, same_thing, tells_amount

_ONE = re.compile(
    r"(?<![任同统第单唯逐万进专\d五六七八十])(?:一(?!个?(?:工作日|季度|学期|小时|[月周年日天])(?:以|之)?内)(?![致定般线步体把律些旦直票站性网卡条])|1(?![\d月号日级类%]))"
)
"""One of something that has a measure which is not known: 有一部门未达标."""
_TOTAL = re.compile(r"(?:总分|总成绩|总得分|考核得分|最终得分|年终考核)(?:中|里)?$")
"""总分扣5分 takes from more than the row."""
_NUMBERED = re.compile(rf"(?:有|发生|出现|存在)?(?:\d+|[两二三四五六七八九十]+){MEASURE}(?!以上|以下|以内)")
"""2项不达标, after 1项不达标: on top of it, or instead."""
_ONCE = re.compile(r"无|没|被")
"""无巡检记录扣1分, after 每项扣0.5分, rather says how it is with all."""
_BESIDES = ("再", "另", "加")


class TakenThings:
    """The entries of a rule's moves; `opened` are those that may be meant otherwise: their place, move, and thing."""

    def __init__(self, item: Item, award: Move | None) -> None:
        self.item, self.award = item, award
        self.one_by_one = False
        self.several: list[tuple[Move, range]] = []
        self.stretches: dict[str, list[Range]] = {}
        self.counts: list[str] = []
        self.opened: list[tuple[int, Move, Each | None]] = []
        self.doubts: list[OtherCount] = []
        self.run = False
        self.carried: list[tuple[int, Move]] = []

    def entry(self, move: Move, before: Sequence[Entry]) -> Entry:
        """What a move takes; `before` are the entries of the moves before it."""
        self.run = self.run and move.stop == ","
        made = self._entry(move, before)
        self.run = self.run or "each" in made
        return made

    def _entry(self, move: Move, before: Sequence[Entry]) -> Entry:
        outcome = move.outcome
        if self.item.points and _TOTAL.search(outcome.before):
            raise NotRead("why-beyond", words=self.item.clause_of(move))
        if outcome.kind == "judged":
            return {"when": self._flag(move), "once": judged(self.item, move)}
        beside = outcome.verb.startswith(_BESIDES)
        each = each_of(outcome.before, outcome.per) or one_of(outcome.before) or one_of_named(move)
        on_top = isinstance(each, Each) and bool(before) and "count" in before[-1]
        if outcome.verb.startswith("倒") or (beside and not on_top):
            raise NotRead("why-unread", words=self.item.clause_of(move))
        if (
            beside
            and isinstance(each, Each)
            and "增加" in each.verb + each.subject
            and not counts_on(self.item, before)
        ):
            raise NotRead("why-once", words=self.item.clause_of(move))
        if isinstance(each, Step) or (each is not None and each.of_place):
            raise NotRead("why-steps", words=self.item.clause_of(move))
        if each is None:
            return self._once(move, before)
        each = replace(each, broken=each.unit != "项" and averages(move.when))
        by_one = not (each.subject or each.verb or not each.rest) or each.subject == "有"
        self.one_by_one = self.one_by_one or by_one
        refuse_broken(self.item, move, each)
        if left_open(each, move.partial):
            self.opened.append((len(before), move, each))
        self.doubts += doubts(self.item, move, each, before)
        name = self._counted(move, each, **({"note": self.item.say("among")} if beside else {}))
        self.counts.append(name)
        return {"count": counted_by(name, each, move.partial), "each": outcome.points}

    def spare(self, move: Move) -> None:
        """98%以上不扣分: a stretch beside those for which something is taken."""
        self._within(spared(self.item, move))

    def doubled(self, move: Move, before: Sequence[Entry], first: int) -> list[Entry]:
        """加倍扣分: as much once more for some of those that each entry before counts, from the first that it is of."""
        made = doubled_entries(self.item, move, before[first:], alone=len(before) == 1)
        self.several += [(move, range(len(before), len(before) + len(made)))] if len(made) > 1 else []
        return made

    def _counted(self, move: Move, each: Each, **more: object) -> str:
        """The fact of how many there are."""
        said = [one.text for one in move.words]
        before = [one for one in said if not self._repeats(one, each)] or ([] if each.words else said)
        label = without_else(joined_label(before, each))
        if self.counts:
            known = self.item.facts.indicators[self.counts[-1]]["label"]
            label = at_level(label, known) or named_alike(label, known)
        if conditions.says_more(label) or says_otherwise(label) or conditions.of_several_times(label, each.unit):
            raise NotRead("why-unread", words=self.item.clause_of(move))
        more |= {"note": scope} if (scope := scope_of(move)) else {}
        return self.item.facts.add(wide(label), kind_of_each(each), self._context, unit=each.unit, **more)

    @property
    def _context(self) -> str:
        said = "" if self.award is None else self.item.original(self.award)
        return "" if said.startswith(("均", "都", "全无")) else said

    def _repeats(self, words: str, each: Each) -> bool:
        """Whether words say only that what was asked for was not done, or was; what is counted must say so too."""
        award = "" if self.award is None else self.award.when
        return (conditions.opposite(words, award) and lacks(each)) or (
            conditions.within(words, award) and not occurs(words)
        )

    def _once(self, move: Move, before: Sequence[Entry]) -> Entry:
        when, points = move.when, move.outcome.points
        if unless := taken_unless(self.item, move, self._context, counted=bool(self.counts)):
            return unless
        severe = bool(self.counts) and of_one_before(when)
        if severe or (move.stop == "," and (self.one_by_one or tells_amount(self.item, self.counts, when))):
            raise NotRead("why-once", words=self.item.clause_of(move))
        if conditions.says_often(when) or _ONE.search(when) or (_NUMBERED.match(when) and range_of(when) is None):
            raise NotRead("why-unread", words=self.item.clause_of(move))
        stretch = range_of(when)
        if stretch is not None and not conditions.ELSE.fullmatch(when) and not conditions.says_more(stretch.what):
            denied = stretch.low is not None and conditions.denies(when) and when[0] not in "逾超"
            if stretch.exact or several_numbers(stretch.what) or denied:  # 未完成的，90%以上扣1分
                raise NotRead("why-number", words=self.item.clause_of(move))
            return {"when": self._within(stretch), "once": points}
        name = self._flag(move)
        often = self.run and not stands(when) and as_often(self.item, {"when": name}, before)
        if often and _ONCE.match(when) is None:
            self.carried.append((len(before), move))
            return {"count": name, "each": points}
        if self.item.facts.indicators[name]["kind"] == "count":
            self.opened.append((len(before), move, None))
        lighter = lighter_of(self.item, move, before)
        if lighter is not None:
            self.doubts.append(OtherCount("graver", lighter, self.item.clause_of(move)))
        return {"when": name, "once": points}

    def _within(self, stretch: Range) -> str:
        """Whether a number lies in a stretch; what names no number speaks of the one before it."""
        before = next((name for name in reversed(self.stretches)), None)
        counted = same_thing(self.item, self.counts, stretch)
        if counted is not None:
            name = counted
        elif before is not None and goes_on(self.item, before, stretch):
            name = before
        elif stretch.what or before is None:
            name = measured(self.item, stretch, "" if self.award is None else subject(self.award))
        else:
            name = before
        stretch = from_none(stretch, str(self.item.facts.indicators[name]["label"]))
        self.stretches.setdefault(name, []).append(stretch)
        return formula(name, stretch)

    def _flag(self, move: Move) -> str:
        """Whether it was so; what happens may do so several times."""
        when = move.when
        if conditions.ELSE.fullmatch(when) or conditions.says_more(when) or conditions.says_often(when):
            raise NotRead("why-unread", words=self.item.clause_of(move))
        if (occurs(when) or self._again(move)) and move.outcome.kind != "judged":
            return self.item.facts.add(self.item.original(move), "count", self._context, unit="次")
        return flag(self.item, move, self._context)

    def _again(self, move: Move) -> bool:
        """Whether it is left undone of what is due several times a year: 每月上报一次，未报扣2分."""
        before = f"{self.item.target or self.item.facts.title},{self.item.method[: move.start]}"
        return conditions.within_year(before) and conditions.denies(move.when)

    def readings(self, entries: Sequence[Entry]) -> list[dict[str, Any]]:
        """Whether something is taken once can only be said beside all that is taken."""
        return [
            *(all_or_last(self.item, entries, *one) for one in self.several),
            *(once_or_each(self.item, entries, *one) for one in self.opened),
            *carried_on(self.item, "deductions", entries, self.carried),
            *(reading(self.item, one, "deductions", entries) for one in self.doubts),
            *taken_edges(self.item, entries, self.stretches),
            *size_edges(self.item, "deductions", entries),
        ]
