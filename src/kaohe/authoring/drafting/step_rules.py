"""每低1%扣1分, 每超1个百分点加1分: rules of the type `steps`."""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from kaohe.authoring.drafting import conditions, raised_readings
from kaohe.authoring.drafting.counted import Each, Step, counted, one_of
from kaohe.authoring.drafting.drafting_item import Item, NotRead, Rule
from kaohe.authoring.drafting.moves import Move
from kaohe.authoring.drafting.numbers_asked_for import reached
from kaohe.authoring.drafting.parts import Part, stepping
from kaohe.authoring.drafting.ranges import amount_in, range_of
from kaohe.authoring.drafting.scoring_words import wide
from kaohe.authoring.drafting.step_gates import gated
from kaohe.authoring.drafting.step_measures import Measured, Way
from kaohe.authoring.drafting.step_readings import equal, percents
from kaohe.authoring.drafting.step_targets import measured_by, place_of

_SINGLE = re.compile(r"(?:单个|单项|每个|每项|各|单一)(?:指标|项目|县|任务)?")
_TOTAL = re.compile(r"(?:总计|合计|累计|共|总共|本项|此项|该项)?")
_LACKING = re.compile(r"(?:缺少|少|缺|差|不足|低|低于|欠|减少)(?:报|开|办|完成|建|培训|组织|召开|开展|举办|参加)?")

_EXCESS = re.compile(r"(?:超过|超出|超标|超|多|增加|高于|高)(?:发生|出)?")


@dataclass(slots=True)
class _Stepping:
    """A step with what bounds it: the move, what it counts, its limit in all (`all` is the part's points)."""

    move: Move
    step: Step | Each
    cap: Decimal | str | None = None
    cap_each: Decimal | None = None
    limits: list[Move] = field(default_factory=list)


def _thing(move: Move) -> Step | Each | None:
    return counted(move.outcome.before) or one_of(move.outcome.before)


def native_step(move: Move, award: Move | None, target: str = "") -> bool:
    """Whether each thing is one short of a number that the award asks for: 达到4次得5分，每少1次扣1分."""
    found = _thing(move)
    if award is None or move.outcome.kind != "take" or not isinstance(found, Each):
        return False
    if conditions.within_year(award.when):
        return False
    if place_of(award) is not None:
        return found.of_place
    stretch = range_of(award.when) or amount_in(award.when, found.unit) or reached(award.when, target, found.unit)
    if stretch is None or stretch.unit == "%" or (stretch.low is None) == (stretch.high is None):
        return False
    away = _LACKING if stretch.high is None else _EXCESS
    return bool(away.fullmatch(found.verb or found.subject)) and _same_unit(found.unit, wide(stretch.unit))


def _same_unit(one: str, other: str) -> bool:
    """少一场 of 4场次 is one of them."""
    return other in {one, f"{one}次"} or one == f"{other}次"


def steps(item: Item, part: Part, rule: Rule) -> Rule:
    """Fills a rule of a part with one step, or with one to each side of the target; raises NotRead."""
    award = next((move for move in part.of("award", "full") if not stepping(move)), None)
    found = _steppings(item, part, award)
    taking = [one for one in found if one.move.outcome.kind == "take"]
    giving = [one for one in found if one.move.outcome.kind != "take"]
    if len(taking) > 1 or len(giving) > 1:
        raise NotRead("why-steps", words=item.clause(part))
    first = (taking or giving)[0]
    given = award or (item.award if part.kind == "bonus" else None)
    way = Way(several=first.cap_each is not None, aimed=bool(taking and giving))
    measured = measured_by(item, first.step, given, first.move, way)
    made = gated(item, part, award, {**rule, "of": measured.of, "target": measured.target})
    direction = first.step.direction if isinstance(first.step, Step) else measured.direction
    if direction != "below":
        made["direction"] = direction
    made |= _size(first.step, measured)
    if taking:
        made["deduct"] = taking[0].move.outcome.points
    if giving:
        made["award"] = giving[0].move.outcome.points
    made["partial"] = first.move.partial or "whole"
    if taking and giving:
        _both(item, part, taking[0], giving[0], measured)
    _bounded(item, part, made, taking, giving)
    readings = [*_readings(item, first, made), *equal(item, award, made)]
    readings += _floors(item, taking, made, drained=part.drained)
    return {**made, "readings": readings} if readings else made


def _steppings(item: Item, part: Part, award: Move | None) -> list[_Stepping]:
    found: list[_Stepping] = []
    for move in part.moves:
        kind = move.outcome.kind
        if move is award or (kind == "zero" and award is not None):
            continue
        step = _thing(move)
        if (
            kind in ("take", "bonus", "award")
            and (isinstance(step, Step) or native_step(move, award, item.target))
            and step
        ):
            found.append(_Stepping(move, step))
        elif kind in ("drain", "most") and found:
            _limit(item, _limited(found, move), move)
        else:
            raise NotRead("why-steps", words=item.clause_of(move))
    return found


def _limited(found: list[_Stepping], move: Move) -> _Stepping:
    """Which of the steps a limit is of: 最多加1分 is of those that give."""
    given = "加" in move.outcome.verb or "奖" in move.outcome.verb
    taken = "扣" in move.outcome.verb or "减" in move.outcome.verb or move.outcome.kind == "drain"
    fitting = [one for one in found if not (given or taken) or (one.move.outcome.kind == "take") == taken]
    return fitting[-1] if fitting else found[-1]


def _limit(item: Item, stepping: _Stepping, move: Move) -> None:
    """The most that is taken or given in all, or for each of several."""
    stepping.limits.append(move)
    if move.when and _SINGLE.fullmatch(move.when):
        stepping.cap_each = move.outcome.points
    elif _TOTAL.fullmatch(move.when) and stepping.cap is None:
        stepping.cap = "all" if move.outcome.points is None else move.outcome.points
    else:
        raise NotRead("why-unread", words=item.clause_of(move))


def _size(step: Step | Each, measured: Measured) -> Rule:
    if isinstance(step, Each):
        return {"every": step.size}
    if step.relative and not measured.rate:
        return {"every_percent": f"{step.size:f}%"}
    return {"every_percentage_point": step.size}


def _both(item: Item, part: Part, taking: _Stepping, giving: _Stepping, measured: Measured) -> None:
    """Steps to both sides of one target are one rule, if they are of one size and lead away from each other."""
    first, other = taking.step, giving.step
    if not isinstance(first, Step) or not isinstance(other, Step):
        raise NotRead("why-steps", words=item.clause(part))
    same = _size(first, measured) == _size(other, measured) and other.base in ("", first.base, "目标", "计划", "任务")
    if not same or {first.direction, other.direction} != {"below", "above"} or taking.cap_each or giving.cap_each:
        raise NotRead("why-steps", words=item.clause(part))


def _bounded(item: Item, part: Part, made: Rule, taking: list[_Stepping], giving: list[_Stepping]) -> None:
    """Limits as the rule has them: `cap` of what is taken, `most` of all that is given."""
    for one in taking:
        if one.cap_each is not None:
            made["cap_each"] = one.cap_each
        if isinstance(one.cap, Decimal) and (one.cap != made["points"] or one.cap_each is not None):
            made["cap"] = one.cap
    for one in giving:
        if made["points"] and not taking and one.cap == made["points"] and one.cap_each is None:
            continue
        if one.cap == "all" or one.cap_each is not None or (made["points"] and not taking):
            raise NotRead("why-steps", words=item.clause(part))
        most = "none" if one.cap is None else one.cap
        if taking and isinstance(most, Decimal):
            most = f"{made['points']} + {most}"
        made["most"] = most


def _readings(item: Item, first: _Stepping, made: Rule) -> list[Any]:
    phrase = item.method[first.move.outcome.phrase.start : first.move.outcome.phrase.end]
    words = phrase[phrase.find("每") :]
    step = first.step
    if first.move.partial is not None:
        return percents(item, words, step, made)
    if isinstance(step, Each):
        whole = item.facts.indicators.get(made["of"], {}).get("kind") == "count" and step.size == 1
        return [] if whole else [raised_readings.steps(item, words, f"{step.size:f}{step.unit}")]
    said = f"{step.size:f}{'%' if step.relative else '个百分点'}"
    return [raised_readings.steps(item, words, said), *percents(item, words, step, made)]


def _floors(item: Item, taking: list[_Stepping], made: Rule, *, drained: bool) -> list[Any]:
    if not taking:
        return []
    if not item.points:
        made["floor"] = "none"
        return []
    if not made["points"]:
        made["floor"] = "item"
    one = taking[0]
    if one.cap is None and not (drained or item.drained):
        return [raised_readings.floor(item, one.move, made)]
    beyond = isinstance(one.cap, Decimal) and made["points"] and one.cap > made["points"]
    return [raised_readings.beyond_part(item, one.limits[-1])] if beyond else []
