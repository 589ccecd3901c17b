"""Which change of a fact is proposed: a table of small items, and what sections, shared facts and gaps make of it."""

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from kaohe.analysis.improving import improvements
from kaohe.messages import Language
from kaohe.results.improvements import Improvement, Improvements
from kaohe.rubric.model import Rubric
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.scoring.scorer import Scorer
from kaohe.source import read
from kaohe.source.models import validate
from kaohe.stages.unit_loader import UnitLoader
from kaohe.submission.reader import Values
from support.command_line import CITIES
from support.rule_cases import Case, read_row

CASES = read(str(Path(__file__).parent / "cases.yaml")).data["cases"]
ROWS = [(case, *row) for case in CASES for row in case["rows"]]
NAMES = [f"{case['name']} {number}" for case in CASES for number in range(len(case["rows"]))]


def found(compiled: CompiledRubric, row: tuple[Any, ...], budget: int = 600) -> Improvements:
    return improvements(Scorer(compiled, "zh"), Values("", "甲市", 2011, "self", row), "zh", budget)


def named(one: Improvement) -> str:
    fact = one.fact
    return fact.indicator + (f"/{fact.member}" if fact.member else "") + (f".{fact.field}" if fact.field else "")


def told(one: Improvement) -> list[Any]:
    veto = ["veto"] if one.lifts_veto else []
    return [named(one), one.before.written, one.after.written, one.gain, *veto]


@pytest.mark.parametrize(("case", "values", "expected"), ROWS, ids=NAMES)
def test_cases(case: Mapping[str, Any], values: Mapping[str, Any], expected: list[list[Any]]) -> None:
    compiled = Case("improving", case).compiled
    result = found(compiled, read_row(compiled, values, {}))
    assert [told(one) for one in result.found] == [[*row[:3], Fraction(str(row[3])), *row[4:]] for row in expected]
    assert not result.undecided


def city(name: str, language: Language = "zh") -> Improvements:
    scorer, values = UnitLoader(language, {}, None).read(str(CITIES / f"{name}.yaml"))
    return improvements(scorer, values, language)


def test_a_city_with_many_losses() -> None:
    result = city("乙市")
    assert (result.measure, len(result.found), result.undecided) == (Fraction("142.5"), 66, ())
    assert [one.gain for one in result.found] == sorted((one.gain for one in result.found), reverse=True)
    first = result.found[0]
    assert [(item.number, item.id) for item in first.items] == [("3.4", "information_release")]
    uploads = next(one for one in result.found if one.fact.member == "城镇新增就业人数")
    assert told(uploads) == ["uploads/城镇新增就业人数.part", "8700", "9001", 5]
    assert uploads.fact.label == "城镇新增就业人数：主要指标数据上传量：上传量"


def test_a_veto_of_a_city() -> None:
    result = city("丁市")
    first = result.found[0]
    assert told(first) == ["verified_breaches", "1", "0", 4, "veto"]
    assert (first.before.shown, first.after.shown) == ("1 起", "0 起")
    assert [(one.rule, str(one.points)) for one in first.spared] == [("insurance_fund.veto1", "4")]
    assert [item.number for item in result.vetoed] == ["1.9"]


def test_a_city_with_gaps() -> None:
    """Gains count from what is certain, and every bound is close enough."""
    result = city("癸市")
    assert (str(result.measure), result.sheet.score, len(result.sheet.missing)) == ("288", None, 11)
    assert [told(one)[0::3] for one in result.found][:2] == [["regular_inspection", 5], ["outages", 5]]
    assert not result.undecided


def test_nobody_gains_at_full_marks() -> None:
    scorer, values = UnitLoader("zh", {}, None).read(str(CITIES.parent / "full-marks.yaml"))
    assert improvements(scorer, values, "zh").found == ()


WHOLE = """\
kaohe: 1
id: whole
title: 表
points: 10
stages: {self: 自评分}
shared:
  staff: {label: 专职人员, kind: count, unit: 人}
score: items.first + items.second - if(first.fees, 1, 0)
least: 0
vetoes: [{clause: 出事故的不得分, when: second.accident}]
sections:
  - id: only
    title: 项目
    points: 10
    items:
      - id: first
        title: 甲项
        points: 4
        target: 目标
        method: 有两人的得4分
        indicators: {fees: {label: 乱收费, kind: flag}}
        rules: [{type: all_or_nothing, clause: 有两人的得4分, points: 4, requires: shared.staff >= 2}]
      - id: second
        title: 乙项
        points: 6
        target: 目标
        method: 有两人的得2分；有四人的再得4分
        indicators: {accident: {label: 事故, kind: flag}}
        rules:
          - {type: all_or_nothing, clause: 有两人的得2分, points: 2, requires: shared.staff >= 2}
          - {type: all_or_nothing, clause: 有四人的再得4分, points: 4, requires: shared.staff >= 4}
"""


def whole(text: str, row: tuple[Any, ...], budget: int = 600) -> Improvements:
    rubric = read("whole.yaml", text.encode())
    return found(CompiledRubric(validate(Rubric, rubric, rubric.data), ""), row, budget)


def test_a_fact_of_several_items_is_listed_once() -> None:
    (first,) = whole(WHOLE, (0, False, False)).found
    assert told(first) == ["staff", "0", "2", 6]
    assert (first.fact.item, [item.number for item in first.items]) == ("shared", ["1.1", "1.2"])
    assert [f"{one.points} {one.clause}" for one in first.spared] == ["4 有两人的得4分", "2 有两人的得2分"]


def test_gains_are_those_of_the_whole() -> None:
    """At its bound the whole gains less than its items, and what only a formula reads gains too."""
    assert [told(one) for one in whole(WHOLE, (2, True, False)).found] == [
        ["staff", "2", "4", 4],
        ["fees", True, False, 1],
    ]
    assert [told(one) for one in whole(WHOLE, (1, True, False)).found] == [["staff", "1", "2", 5]]


def test_a_veto_of_the_whole() -> None:
    result = whole(WHOLE, (2, True, True))
    assert [told(one) for one in result.found] == [["accident", True, False, 5, "veto"]]
    assert [(item.number, item.title) for item in result.vetoed] == [("", "合计")]


def test_a_missing_veto_leaves_nothing_certain() -> None:
    result = whole(WHOLE, (2, True, None))
    assert (str(result.measure), result.found, result.undecided) == ("0", (), ())
    assert [fact.label for fact in result.sheet.missing] == ["事故"]


def test_a_whole_without_a_lowest_score() -> None:
    text = WHOLE.replace("least: 0\n", "").replace("kind: flag}}\n        rules: [", "kind: count}}\n        rules: [")
    text = text.replace("if(first.fees, 1, 0)", "first.fees")
    result = whole(text, (2, None, False))
    assert (result.measure, result.found) == (None, ())
    assert [told(one) for one in whole(text, (2, 3, False)).found] == [["staff", "2", "4", 4], ["fees", "3", "2", 1]]


def test_what_was_not_searched_to_the_end_is_told() -> None:
    """A formula whose bounds are loose: nothing helps, but that can't be seen from afar."""
    text = WHOLE.replace("if(first.fees, 1, 0)", "(shared.staff - shared.staff)")
    result = whole(text, (4, False, False), budget=40)
    (undecided,) = result.undecided
    assert (undecided.fact.label, result.found) == ("专职人员", ())
    assert 0 < undecided.steps < 40
