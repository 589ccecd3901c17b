"""Boundary cases: which there are of each kind of clause, what they are called, and that they come true."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from kaohe.authoring.cases.running import run
from kaohe.library import rubric_files
from kaohe.messages import Language
from kaohe.stages.prepared_rubrics import PreparedRubrics
from support import boundaries
from support.boundaries import of, of_file, read_back, rubric, scores
from support.folders import TOP
from support.rounds import share

PINNED = Path(__file__).parent / "pinned"
FORMS = sorted(one for one in (TOP / "tests" / "forms").glob("*.yaml") if not one.name.endswith(".cases.yaml"))
SMALL = TOP / "examples" / "small" / "rubric.yaml"
EVERY_KIND = TOP / "tests" / "support" / "every_kind.yaml"


def test_a_threshold_exactly_and_a_unit_beside_it_on_both_sides() -> None:
    item = """\
indicators:
  insured: {label: 缴费人数, kind: change, unit: 人}
rules:
- type: tiered
  clause: 办法
  points: 10
  of: insured.growth
  base: {above: 0%, points: 2}
  bands: [{from: 1%, add: 3}, {above: 2%, add: 8}]
  cumulative: false
"""
    found = scores(of(rubric(item)), "insured", "current")
    beside = {
        9999: "0",
        10000: "0",
        10001: "2",
        10099: "2",
        10100: "5",
        10101: "5",
        10199: "5",
        10200: "5",
        10201: "10",
    }
    assert beside.items() <= found.items()


def test_percents_go_by_hundredths_of_one() -> None:
    item = """\
indicators:
  rate: {label: 有效率, kind: percent}
rules:
- {type: steps, clause: 办法, points: 10, of: rate, target: 95%, every_percentage_point: 1, deduct: 3, partial: whole}
"""
    found = scores(of(rubric(item)), "rate")
    steps = {"94.01%": "10", "94%": "7", "93.99%": "7", "93.01%": "7", "93%": "4", "92.99%": "4"}
    limit = {"91.01%": "1", "91%": "0"}
    assert {**steps, **limit}.items() <= found.items()


def test_a_limit_reached_and_passed() -> None:
    item = """\
indicators:
  late: {label: 迟报, kind: count, unit: 次}
rules:
- {type: deductions, clause: 办法, points: 10, deductions: [{count: late, each: 2.5}]}
"""
    found = scores(of(rubric(item)), "late")
    assert found == {0: "10", 1: "15/2", 2: "5", 3: "5/2", 4: "0", 5: "0", None: "0..10"}


DATES = """\
indicators:
  filed: {label: 上报, kind: date}
rules:
- type: tiered
  clause: 办法
  points: 10
  of: filed
  bands: [{to: 2012-01-10, points: 10}, {to: 2012-01-20, points: 4}]
  otherwise: 0
"""


def test_dates_go_by_days() -> None:
    found = scores(of(rubric(DATES)), "filed")
    beside = {"2012-01-09": "10", "2012-01-10": "10", "2012-01-11": "4", "2012-01-20": "4", "2012-01-21": "0"}
    assert beside.items() <= found.items()


LISTED = """\
indicators:
  towns: {label: 各镇完成率, kind: percent, list: true}
rules:
- type: steps
  clause: 办法
  points: 10
  of: towns
  target: 90%
  every_percentage_point: 10
  deduct: 4
  partial: whole
  cap: 9
"""


def test_of_a_list_the_members_until_no_more_make_a_difference() -> None:
    found = scores(of(rubric(LISTED)), "towns")
    assert found["{}"] == "10"
    sizes = {text.count("%"): number for text, number in found.items() if text and "'80%'" in text}
    assert sizes == {1: "6", 2: "2", 3: "1", 4: "1"}


NEVER_FEWER = """\
indicators:
  errors: {label: 差错, kind: count, list: true, range: {from: 1}}
rules:
- type: deductions
  clause: 办法
  points: 10
  deductions: [{count: errors, each: 1}]
"""


def test_of_a_list_that_earns_most_without_members() -> None:
    """What more members there are is as a first one would be."""
    found = scores(of(rubric(NEVER_FEWER)), "errors")
    assert found["{}"] == "10"
    assert found["{'甲': 1}"] == "9"


NEVER_EARNED = """\
indicators:
  late: {label: 迟报, kind: count}
  done: {label: 完成, kind: flag}
rules:
- type: deductions
  clause: 办
  points: 4
  deductions: [{count: late, each: 2}]
  requires: not (2 > 1)
- type: all_or_nothing
  clause: 法
  points: 6
  requires: done
"""


def test_a_missing_fact_leaves_out_what_a_rule_gives_though_not_the_score() -> None:
    made = of(rubric(NEVER_EARNED, method="办法"), items=[0])
    (case,) = [one.raw for one in made.cases if one.raw["facts"] == {"done": True}]
    assert (case["points"], case["rules"]) == (6, {"2": 6})


NEVER_MORE = """\
indicators:
  late: {label: 迟报, kind: count}
  cases: {label: 案件, kind: count}
rules:
- type: computed
  clause: 办法
  points: 10
  award: min(0, 0 - late / cases)
"""


def test_what_can_not_be_computed_leaves_out_what_a_rule_gives_though_not_the_score() -> None:
    made = of(rubric(NEVER_MORE), items=[0])
    (case,) = [one.raw for one in made.cases if one.raw["facts"].get("cases") == 0]
    assert (case["points"], case.get("rules")) == (0, None)


EITHER = """\
indicators:
  ranked: {label: 取得名次, kind: flag}
  outstanding: {label: 成绩突出, kind: flag}
  scale: {label: 规模, kind: choice, options: {large: 大, small: 小}}
  share: {label: 比例, kind: percent}
rules:
- {type: all_or_nothing, clause: 办, points: 6, requires: ranked or outstanding}
- type: decision_table
  clause: 法
  points: 4
  rows:
  - {when: "scale = large and share >= 50%", points: 4}
  - {when: "scale = small and share >= 30%", points: 4}
  otherwise: 0
"""


def test_facts_that_only_count_together() -> None:
    """Each of two that are enough alone; an edge that is there only for another choice."""
    found = of(rubric(EITHER))
    both = [one for one in found.cases if one.why == "several" and "名次：否；成绩突出：否" in one.name]
    assert [str(one.points.score) for one in both] == ["4"]
    small = {
        one.name.rpartition("比例：")[2]: str(one.points.score) for one in found.cases if "规模：小；比例" in one.name
    }
    assert {"29.99%": "6", "30%": "10", "30.01%": "10"}.items() <= small.items()


OPTIONAL = """\
indicators:
  analysed: {label: 上报分析, kind: flag}
  spent: {label: 支出, kind: ratio, unit: 元}
rules:
- type: all_or_nothing
  clause: 办
  points: 4
  requires: analysed
  not_applicable: full
  readings:
  - id: gone
    words: 办
    chosen: full
    options:
      full: {meaning: 得分}
      zero: {meaning: 不得分, patch: {not_applicable: zero}}
- {type: proportional, clause: 法, points: 6, of: spent.rate, anchors: [{at: 0%, points: 0}, {at: 100%, points: 6}]}
"""


def test_missing_not_applicable_zero_and_each_reading() -> None:
    found = of(rubric(OPTIONAL, method="办法"))
    told = {one.name: boundaries.points(one) for one in found.cases}
    assert told["1.1 上报分析：没有填"] == "6..10"
    assert told["1.1 上报分析：不适用"] == "10"
    assert told["1.1 上报分析：不适用，“办”读作：不得分"] == "6"
    assert told["1.1 支出：分子 0 元，分母 10000 元（0%）"] == "4"
    assert told["1.1 支出：分子 10000 元，分母 0 元"] == "4..10"
    undefined = next(one for one in found.cases if "分母 0 元" in one.name)
    assert undefined.whys == ("支出：分子 10000 元，分母 0 元：作除数的不大于零，算不出；更正事实，或由审核评定这一项",)
    read = next(one for one in found.cases if one.reading)
    assert (read.reading, read.raw["readings"]) == ("“办”：不得分", {"item.gone": "zero"})


GRADED = """\
shared:
  fraud: {label: 弄虚作假, kind: flag}
grades:
- {id: good, title: 优秀, from: 8}
- {id: plain, title: 合格}
limits:
- {clause: 弄虚作假, when: shared.fraud, grade: plain}
"""


def test_the_whole_form_beside_cut_offs_and_events() -> None:
    item = """\
indicators:
  late: {label: 迟报, kind: number}
rules:
- {type: computed, clause: 办法, points: 10, award: 10 - late}
"""
    found = of(rubric(item, more=GRADED))
    whole = {one.name: (str(one.points.score), one.grade) for one in found.cases if not one.item}
    assert whole["全表：各项都达到"] == ("10", "优秀")
    assert whole["全表：弄虚作假：是，其余都达到"] == ("10", "合格")
    graded = dict(whole.values())
    assert graded["8"] == "优秀"
    assert graded["799/100"] == "合格"


def test_the_years_around_one_that_is_named() -> None:
    """And what is an edge only in one of them."""
    found = of_file(TOP / "tests" / "forms" / "guangdong-employment-2008-2010.yaml")
    told = {one.name: boundaries.points(one) for one in found.cases if "年度" in one.name and not one.reading}
    assert [told[f"1.8 考核年度：{year}"] for year in (2010, 2012, 2013)] == ["3", "3", "3"]
    assert told["1.8 考核年度：2013；街道联网：分子 8499 个，分母 10000 个（84.99%）"] == "0"
    assert told["1.8 考核年度：2013；街道联网：分子 8500 个，分母 10000 个（85%）"] == "3"
    assert {one.raw.get("year") for one in found.cases if one.number == "1.8"} == {2010, 2011, 2012, 2013, None}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_of_the_small_rubric(language: Language, pinned: Callable[[Path, str], None]) -> None:
    found = of_file(SMALL, language)
    lines = [f"{one.name} | {boundaries.points(one)} | {'; '.join(one.whys)}" for one in found.cases]
    pinned(PINNED / f"small.{language}.txt", "\n".join([*lines, ""]))


@pytest.mark.parametrize("path", share([*FORMS, SMALL, EVERY_KIND], of=4), ids=lambda path: path.stem)
def test_read_from_a_file_they_agree(path: Path, tmp_path: Path) -> None:
    found = of_file(path)
    file = read_back(found, path, tmp_path)
    assert file.problems == ()
    assert len(file.cases) == len(found.cases) > 0
    ran = run(file.cases, partial(PreparedRubrics("zh", {}).scorer, file.document))
    assert [one.case.name for one in ran if not one.passed] == []


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_every_flag_choice_and_reading_is_there(path: Path) -> None:
    found = of_file(path)
    told = " ".join(str(one.raw) for one in found.cases)
    model, _ = rubric_files.load(path)
    for item in dict(model.items()).values():
        for name, indicator in item.indicators.items():
            if indicator.kind == "flag" and indicator.asked and not indicator.list:
                assert all(f"'{name}': {value}" in told for value in ("True", "False")), name
            elif indicator.kind == "choice" and not indicator.list:
                assert all(f"'{name}': '{option}'" in told for option in indicator.options), name


def test_the_same_rubric_has_the_same_cases() -> None:
    assert of(rubric_files.sound(SMALL)).cases == of_file(SMALL).cases
