"""What steps are counted of, and the number that it should reach where that is not written beside them."""

import re
from dataclasses import dataclass
from typing import Any

from kaohe.authoring.drafting import conditions
from kaohe.authoring.drafting.asked import changed
from kaohe.authoring.drafting.counted import Step
from kaohe.authoring.drafting.directions import Direction
from kaohe.authoring.drafting.drafting_item import Item, NotRead
from kaohe.authoring.drafting.moves import Move
from kaohe.authoring.drafting.rankings import says_comparison, unchanged_or

RATE = re.compile(r"率|增幅|增速|幅度|比重|比例|占比|百分比|满意度|覆盖面|(?<!平均)水平$|普及")
GOAL = re.compile(
    r"(?:年度|下达|规定|既定)*(?:的)?(?:目标|计划|任务|要求|标准|规定|指标|控制|责任目标|责任指标)(?:值|数|任务|要求|指标)?(?:的)?"
)
_AIMED = re.compile(r"指标|目标|任务")
NO_GROWTH = "0%"
"""As much as the year before."""


@dataclass(frozen=True, slots=True)
class Measured:
    """The fact that steps are counted of, the number it should reach, and whether that is a rate and not a share."""

    of: str
    target: Any
    rate: bool
    direction: Direction = "below"


@dataclass(frozen=True, slots=True)
class Way:
    """How steps go: with a limit for each of several numbers, and to both sides of a number that they aim at."""

    several: bool
    aimed: bool


def beside_last_year(item: Item, step: Step, award: Move, move: Move) -> Measured | None:
    """与去年同期持平或上升的得8分，每下降1个百分点扣1分: a rate beside last year's, anything else by its growth."""
    if not says_comparison(award.when):
        return None
    steady = unchanged_or(award.when)
    if steady is None or conditions.says_more(steady[0]) or step.base or move.outcome.kind != "take":
        raise NotRead("why-steps", words=item.clause_of(move))
    if (steady[1] == "decreased") != (step.direction == "below"):
        raise NotRead("why-steps", words=item.clause_of(move))
    what = steady[0] or step.subject or item.facts.title
    direction: Direction = "below" if step.direction == "below" else "above"
    if not RATE.search(what):
        return Measured(f"{changed(item, what)}.growth", NO_GROWTH, rate=True, direction=direction)
    name = item.facts.add(what, "percent")
    return Measured(name, item.facts.add(item.say("last-year", what=what), "percent"), rate=True, direction=direction)


def goal_of(item: Item, goal: str, what: str, move: Move, *, aimed: bool) -> str:
    """The fact of what a rate should reach, where a clause names it; an average is the same for all units.

    A row about a rate has a goal if points are given above and taken below it, or if it is called 指标.
    """
    if "平均" in goal:
        return item.common(goal if RATE.search(goal) else item.say("goal-of", what=what, goal=goal))
    if not goal and what == item.facts.title and (aimed or _AIMED.search(what)):
        return item.facts.add(item.say("goal", what=what), "percent")
    if not goal:
        raise NotRead("why-goal", words=item.clause_of(move))
    return item.facts.add(goal if RATE.search(goal) else item.say("goal-of", what=what, goal=goal), "percent")
