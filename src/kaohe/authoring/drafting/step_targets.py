"""From which number steps are counted: as the award says, as the step says, or as a share of what was due."""

import re
from decimal import Decimal
from typing import Any

from kaohe.authoring.drafting import conditions
from kaohe.authoring.drafting.asked import changed, measured, ranked, written
from kaohe.authoring.drafting.counted import Each, Step
from kaohe.authoring.drafting.drafting_item import Item, NotRead
from kaohe.authoring.drafting.moves import Move
from kaohe.authoring.drafting.numbers_asked_for import asked_for, reached, says_reached
from kaohe.authoring.drafting.ranges import Range, amount_in, range_of
from kaohe.authoring.drafting.rankings import level_of
from kaohe.authoring.drafting.scoring_words import number
from kaohe.authoring.drafting.several_numbers import several_numbers, several_rates
from kaohe.authoring.drafting.step_measures import GOAL, NO_GROWTH, RATE, Measured, Way, beside_last_year, goal_of

_REACHED = re.compile(
    r"(?P<what>.*?)(?:达到或(?:高于|超过|优于)|(?:高于|大于|超过)或(?:等于|达到)|达到|完成|不低于|不高于|高于|超过|低于|控制在)(?P<goal>.+?)(?:以上|以内|的|者)*"
)
_LAST_YEAR = re.compile(r"(?:上年|去年|上一年)(?:度)?(?:同期|末|底)?(?:水平|数|人数|数量|总量|总数)?")

_DONE = ("完成", "达标", "于", "收", "报", "办结")


def place_of(award: Move) -> tuple[str, Decimal] | None:
    """What is ranked and the one place that an award asks for."""
    level = level_of(award.when)
    if level is None or level[0] != "rank" or "-" in level[2] or conditions.says_more(level[1]):
        return None
    return level[1], number(level[2])


def measured_by(item: Item, step: Step | Each, award: Move | None, move: Move, way: Way) -> Measured:
    place = None if award is None else place_of(award)
    if isinstance(step, Each) and place is not None:
        return Measured(ranked(item, place[0], note=False), place[1], rate=False, direction="above")
    if isinstance(step, Each):
        return _of_things(item, step, award, move)
    if several_rates(step.subject):
        raise NotRead("why-number", words=item.clause_of(move))
    prefix = ",".join(one.text for one in move.words)
    if award is None and (before := range_of(prefix)) is not None and not before.exact:
        return _of_prefix(item, step, before, move)
    if prefix and not (conditions.denies(prefix) or (award and conditions.within(prefix, award.when))):
        raise NotRead("why-unread", words=item.clause_of(move))
    if award is None:
        stretch = asked_for(item.target or item.facts.title, step.subject)
    else:
        stretch = range_of(award.when) or reached(award.when, item.target, "%")
    if award is not None and stretch is None and says_reached(award.when) and GOAL.fullmatch(step.base) is None:
        raise NotRead("why-steps", words=item.clause_of(move))
    if stretch is not None and (not stretch.exact or stretch.unit == "%"):
        if step.base and not GOAL.fullmatch(step.base):
            raise NotRead("why-steps", words=item.clause_of(move))
        return _of_stretch(item, step, stretch, move)
    return _of_words(item, step, award, move, way)


def _of_things(item: Item, step: Each, award: Move | None, move: Move) -> Measured:
    """达到4次得5分，每少1次扣1分: the number that the award asks for."""
    stretch = None if award is None else _asked(item, award.when, step.unit)
    side = None if stretch is None else stretch.high if stretch.low is None else stretch.low
    if stretch is None or side is None:
        raise NotRead("why-steps", words=item.clause_of(move))
    broken = step.size != step.size.to_integral_value()
    name = item.facts.add(stretch.what or item.facts.title, "number", unit=stretch.unit) if broken else None
    return Measured(
        name or measured(item, stretch), side, rate=False, direction="above" if stretch.low is None else "below"
    )


def _asked(item: Item, when: str, unit: str) -> Range | None:
    return range_of(when) or amount_in(when, unit) or reached(when, item.target, unit)


def _of_prefix(item: Item, step: Step, stretch: Range, move: Move) -> Measured:
    """办结率未达98%的，每低1个百分点扣1分: what steps are counted from stands before them."""
    if several_numbers(stretch.what):
        raise NotRead("why-number", words=item.clause_of(move))
    ends = [one for one in (stretch.low, stretch.high) if one is not None]
    if len(ends) != 1 or step.base or stretch.unit != "%" or step.direction == "either":
        raise NotRead("why-steps", words=item.clause_of(move))
    if (stretch.low is None) != (step.direction == "below") and conditions.denies(move.when):
        raise NotRead("why-steps", words=item.clause_of(move))
    target = written(ends[0], stretch.unit)
    return Measured(measured(item, stretch, step.subject), target, rate=target != "100%")


def _of_stretch(item: Item, step: Step, stretch: Range, move: Move) -> Measured:
    """The number that the award names is the target, if steps lead away from the side that it leaves open."""
    worse = move.outcome.kind == "take"
    down = (step.direction == "below") == worse
    side = stretch.low if down else stretch.high
    open_side = stretch.high if down else stretch.low
    if (
        step.direction == "either"
        or side is None
        or open_side is not None
        or (stretch.unit != "%" and not step.relative)
    ):
        raise NotRead("why-steps", words=item.clause_of(move))
    if several_numbers(stretch.what):
        raise NotRead("why-number", words=item.clause_of(move))
    target: Any = written(side, stretch.unit) if stretch.unit == "%" else side
    shared = stretch.unit != "%" or target == "100%"
    return Measured(measured(item, stretch, step.subject), target, rate=not shared)


def _of_words(item: Item, step: Step, award: Move | None, move: Move, way: Way) -> Measured:
    when = "" if award is None else award.when
    if any(conditions.says_more(one) for one in (when, step.subject)) or re.search(r"\d", when.replace("100%", "")):
        raise NotRead("why-unread", words=item.clause_of(move))
    if step.direction == "either":
        return _deviation(item, step, several=way.several)
    before = None if award is None else beside_last_year(item, step, award, move)
    if before is not None:
        return before
    found = _REACHED.fullmatch(when)
    base = "" if GOAL.fullmatch(step.base) or step.base in _DONE else step.base
    goal = base or (found["goal"] if found else "")
    written_goal = _in_column(item, step, award, goal)
    if written_goal is not None:
        return _of_stretch(item, step, written_goal, move)
    named = bool(goal) and re.search(r"平均|率|幅|速|上年|去年|同期", goal) is not None
    noun = "" if named else _noun(when)
    own = "" if RATE.search(item.facts.title) and GOAL.fullmatch(noun) else noun
    what = (found["what"] if found else "") or step.subject or own or item.facts.title
    if found is not None and not found["what"] and not named and not base and not RATE.search(item.facts.title):
        goal = ""  # 完成任务: what is due is the whole of it
    if goal and _LAST_YEAR.fullmatch(goal) and what and not RATE.search(what) and not base:
        if (step.direction == "below") != (move.outcome.kind == "take" and "低于" in when):
            raise NotRead("why-steps", words=item.clause_of(move))
        return Measured(f"{changed(item, what)}.growth", NO_GROWTH, rate=True)
    rate = bool(RATE.search(what)) and not (what.endswith("完成率") and not goal)
    if rate and (goal or not step.relative or not award):
        return Measured(item.facts.add(what, "percent"), goal_of(item, goal, what, move, aimed=way.aimed), rate=True)
    unsaid = award is None and not goal and (not step.relative or what == item.facts.title)
    if base or named or unsaid:
        raise NotRead("why-steps", words=item.clause_of(move))
    return _of_share(item, step, what, move)


def _in_column(item: Item, step: Step, award: Move | None, goal: str) -> Range | None:
    """The number that the column of targets has for 达到目标得10分，每低1个百分点扣1分."""
    if step.relative or award is None:
        return None
    said = GOAL.fullmatch(goal) or GOAL.fullmatch(step.base) or GOAL.fullmatch(_noun(award.when))
    return asked_for(item.target, step.subject) if said else None


def _of_share(item: Item, step: Step, what: str, move: Move) -> Measured:
    """A share of what was due; 每低于目标1个百分点 is of the number itself, and of no share."""
    if (not step.relative and (GOAL.fullmatch(step.base) or step.size < 1)) or (step.direction == "above") == (
        move.outcome.kind == "take"
    ):
        raise NotRead("why-steps", words=item.clause_of(move))
    name = item.facts.add(what, "ratio", labels={"part": item.say("done"), "whole": item.say("planned")})
    return Measured(f"{name}.rate", "100%", rate=False)


def _noun(when: str) -> str:
    return re.sub(r"^(?:(?:按时|按期|全面|全部|已)?完成|达到?)", "", when)


def _deviation(item: Item, step: Step, *, several: bool) -> Measured:
    what = re.sub(r"^(?:但|且)", "", re.sub(r"(?:偏离|偏差|误差|相差).*$", "", step.subject)) or item.facts.title
    more: dict[str, Any] = {"list": True} if several else {}
    name = item.facts.add(
        what, "ratio", **more, labels={"part": item.say("reported"), "whole": item.say("true-number")}
    )
    return Measured(f"{name}.rate", "100%", rate=False)
