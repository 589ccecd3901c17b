"""得分=完成率×10; 实际数÷计划数×15，最高15分: rules of the types `proportional`, `computed`, `awards`, `deductions`."""

import re
from decimal import Decimal
from typing import Any

from kaohe.authoring.drafting import conditions, raised_readings
from kaohe.authoring.drafting.drafting_item import Item, NotRead, Rule
from kaohe.authoring.drafting.moves import Move
from kaohe.authoring.drafting.parts import Part
from kaohe.authoring.drafting.proportions import share_gates
from kaohe.authoring.drafting.ranges import range_of, whole
from kaohe.authoring.drafting.said_formulas import SaidFormula, said_formula
from kaohe.authoring.drafting.scoring_words import wide

_RATE = re.compile(r".*(?:率|度|比例|比重|占比|百分比|覆盖面|增幅)")
_SCORE = re.compile(r".*(?:得分|评分|打分|分数|成绩|测评分)(?:的?平均值)?(?:\((?:百分制|满分为?100分?)\))?")
_BARE = re.compile(r"(?:实际|得分|比|实际得分)?(?:率|度|比例|比值|百分比)?")
_MET = re.compile(r"(?:全面|全部|按期|按时)?(?:完成|达标|达到|达).*|")
_SHORT = re.compile(r"(?:未|没有|达不到|不足|低于|不满|其[他余]|部分|否则).*|")
HUNDRED = Decimal(100)


def formula(item: Item, part: Part, rule: Rule) -> Rule:
    """The score as the clause computes it; what else is said must say the same."""
    move = part.of("formula")[0]
    said = said_formula(move.outcome.formula)
    gates = [one for one in part.moves if one.outcome.kind == "zero"]
    capped = _rest(item, part, move, said)
    if said.kind in ("sum", "less"):
        return _counted(item, part, said, {**rule}, gates)
    if said.kind == "scaled":
        return _scaled(item, part, said, {**rule}, gates)
    of = _of(item, said)
    made: Rule = {**rule, **share_gates(item, gates, of), "of": of}
    over = not capped and (said.kind == "quotient" or "完成" in said.part)
    return {**made, "readings": [raised_readings.over(item, _shown(item, move), made)]} if over else made


def _shown(item: Item, move: Move) -> str:
    """The formula as the form has it."""
    phrase, formula = move.outcome.phrase, move.outcome.formula
    start = phrase.text.index(formula)
    return item.method[phrase.after(start) : phrase.after(start + len(formula))]


def _rest(item: Item, part: Part, move: Move, said: SaidFormula) -> bool:
    """Whether the row's points are said to be the most."""
    capped = False
    for one in part.moves:
        kind, points = one.outcome.kind, one.outcome.points
        if one is move:
            fitting = not one.when or (part.moves[0] is not move and _SHORT.fullmatch(one.when) is not None)
        elif kind in ("most", "pool"):
            fitting = capped = not one.when and points in (said.worth, None)
        elif kind in ("award", "full"):
            fitting = capped = one.outcome.points in (said.worth, None) and (_met(one) or _reached(one, said))
        else:
            fitting = kind == "zero"
        if not fitting:
            raise NotRead("why-unread", words=item.clause_of(one))
    return capped


def _met(move: Move) -> bool:
    """Whether an award is for all that was due."""
    stretch = range_of(move.when)
    if conditions.says_more(move.when if stretch is None else stretch.what):
        return False
    return whole(stretch) if stretch is not None else not re.search(r"\d", move.when) and bool(_MET.search(move.when))


def _reached(move: Move, said: SaidFormula) -> bool:
    """达到90%得8分, beside 授权率/90%×8."""
    stretch = range_of(move.when)
    if stretch is None or stretch.high is not None or stretch.unit != "%":
        return False
    return said.whole == f"{stretch.low}%" and stretch.what.endswith(said.part)


def _of(item: Item, said: SaidFormula) -> str:
    """The fact whose share of the points is given."""
    if conditions.says_more(said.part) or conditions.says_more(said.whole):
        raise NotRead("why-unread", words=f"{said.part}{said.whole}")
    if said.whole.endswith("%"):
        if not _RATE.fullmatch(said.part):
            raise NotRead("why-number", words=said.part)
        return f"{item.facts.add(wide(said.part), 'percent')} / {said.whole}"
    if said.kind == "quotient":
        labels = {"part": wide(said.part), "whole": wide(said.whole)}
        return f"{item.facts.add(item.facts.title, 'ratio', labels=labels)}.rate"
    if _BARE.fullmatch(said.part):
        return item.facts.add(item.facts.title, "percent")
    if not _RATE.fullmatch(said.part):
        raise NotRead("why-number", words=said.part)
    return item.facts.add(wide(said.part), "percent")


def _scaled(item: Item, part: Part, said: SaidFormula, rule: Rule, gates: list[Move]) -> Rule:
    """测评得分×20%, where a hundred come to the row's points."""
    share = said.worth or Decimal(0)
    if not _SCORE.fullmatch(said.part) or share != rule["points"] or gates:
        raise NotRead("why-number", words=item.clause(part))
    bounds = {"from": Decimal(0), "to": HUNDRED}
    name = item.facts.add(said.part, "number", unit="分", range=bounds)
    return {**rule, "type": "computed", "award": f"{share:f}% * {name}"}


def _counted(item: Item, part: Part, said: SaidFormula, rule: Rule, gates: list[Move]) -> Rule:
    """签约数×0.2+开工数×0.3, and 5-迟报数×0.5."""
    if gates or any(not re.fullmatch(r".*(?:数|次数|个数|件数|人数|项目数|起数)", name) for name, _ in said.terms):
        raise NotRead("why-number", words=item.clause(part))
    entries: list[dict[str, Any]] = [
        {"count": item.facts.add(wide(name), "count", unit="个"), "each": each} for name, each in said.terms
    ]
    key = "deductions" if said.kind == "less" else "awards"
    return {**rule, "type": key, key: entries}
