"""What of a rubric is changed, and where that is."""

from typing import Any

import pytest

from kaohe.authoring import rule_examples
from kaohe.authoring.mutation.change import made
from kaohe.authoring.mutation.rubric_changes import rubric_changes
from kaohe.rubric.rules import rule_types
from kaohe.source import Document


def changed(document: Document, start: str = "rules.1") -> list[str]:
    """The changes within the item that begin there, as people write them down."""
    found = [(one.at(document.data).removeprefix("item."), one) for one in rubric_changes(document.data) if one.item]
    return [f"{name}: {one.before} → {one.after}" for name, one in found if name.startswith(start)]


TIERED = """\
indicators:
  insured: {label: 参保, kind: change}
  others: {label: 其他, kind: change}
rules:
- type: tiered
  clause: 增加得2分，增加1%再得2分
  points: 4
  of: insured.growth
  base: {above: 0%, points: 2}
  bands: [{from: 1%, add: 2}]
"""


def test_bands() -> None:
    found = changed(rule_examples.rubric(TIERED))
    assert found == [
        "rules.1.base: base: {above: 0%, points: 2} → ",
        "rules.1:  → floor: item",
        "rules.1:  → floor: none",
        "rules.1.points: points: 4 → points: 3",
        "rules.1.points: points: 4 → points: 5",
        "rules.1.of: insured.growth → others.growth",
        "rules.1.base.above: above: 0% → from: 0%",
        "rules.1.base.above: above: 0% → ",
        "rules.1.base.above: above: 0% → above: -1%",
        "rules.1.base.above: above: 0% → above: 1%",
        "rules.1.base.above: above: 0% → above: -0.1%",
        "rules.1.base.above: above: 0% → above: 0.1%",
        "rules.1.base.points: points: 2 → points: 1",
        "rules.1.base.points: points: 2 → points: 3",
        "rules.1.bands.1.from: from: 1% → above: 1%",
        "rules.1.bands.1.from: from: 1% → ",
        "rules.1.bands.1.from: from: 1% → from: 0%",
        "rules.1.bands.1.from: from: 1% → from: 2%",
        "rules.1.bands.1.from: from: 1% → from: 0.9%",
        "rules.1.bands.1.from: from: 1% → from: 1.1%",
        "rules.1.bands.1.add: add: 2 → add: 1",
        "rules.1.bands.1.add: add: 2 → add: 3",
        "rules.1.bands.1: {from: 1%, add: 2} → ",
    ]


DEDUCTIONS = """\
indicators:
  made: {label: 建立, kind: flag}
  late: {label: 迟报, kind: count}
  missed: {label: 漏报, kind: count}
rules:
- type: deductions
  clause: 建立得2分，迟报一次扣0.5分，漏报扣1分，扣完2分为止
  points: 2
  cap: 2
  requires: [made, not missed]
  deductions: [{count: late, each: 0.5}, {when: missed, once: 1}]
  not_applicable: zero
"""


def test_what_the_issue_names() -> None:
    """A dropped `not`, a stray `free`, a floor, a cap, a condition, how often it counts."""
    found = changed(rule_examples.rubric(DEDUCTIONS))
    assert {
        "rules.1.requires.2: not missed → missed",
        "rules.1.requires.2: not missed → not (missed > 1)",
        "rules.1.requires.1: made → ",
        "rules.1.requires: requires: [made, not missed] → ",
        "rules.1.deductions.1:  → free: 1",
        "rules.1:  → floor: none",
        "rules.1.cap: cap: 2 → cap: 1",
        "rules.1.cap: cap: 2 → ",
        "rules.1.deductions.1.each: each: 0.5 → each: 0.6",
        "rules.1.deductions.1.count: late → missed",
        "rules.1.deductions.1.count: count: late, each: 0.5 → when: late, once: 0.5",
        "rules.1.deductions.2.when: when: missed, once: 1 → count: missed, each: 1",
        "rules.1.deductions.2.when: when: missed → unless: missed",
        "rules.1.deductions.2: {when: missed, once: 1} → ",
        "rules.1.not_applicable: not_applicable: zero → not_applicable: full",
    } <= set(found)


STEPS = """\
indicators:
  done: {label: 完成, kind: ratio}
rules:
- type: steps
  clause: 每低1%扣1分
  points: 5
  of: done.rate
  target: 90%
  direction: below
  every_percent: 1%
  deduct: 1
  partial: whole
"""
LEVELS = """\
indicators:
  funds: {label: 资金, kind: change}
rules:
- type: levels
  clause: 增长得10分，持平得5分，降低不得分
  points: 10
  of: funds.direction
  levels: {increased: 10, unchanged: 5, decreased: 0}
"""
TABLE = """\
indicators:
  planned: {label: 有计划, kind: flag}
  kept: {label: 执行, kind: flag}
rules:
- type: decision_table
  clause: 有计划并执行的得6分，只有计划的得3分
  points: 6
  rows:
    - {when: planned and kept, points: 6}
    - {when: planned, points: 3}
"""


@pytest.mark.parametrize(
    ("snippet", "among"),
    [
        (STEPS, "rules.1.every_percent: every_percent: 1% → every_percentage_point: 1"),
        (STEPS, "rules.1.partial: partial: whole → partial: started"),
        (STEPS, "rules.1.direction: direction: below → direction: either"),
        (STEPS, "rules.1.target: target: 90% → target: 89.9%"),
        (LEVELS, "rules.1.levels.unchanged: unchanged: 5, decreased: 0 → unchanged: 0, decreased: 5"),
        (LEVELS, "rules.1.levels.increased: increased: 10 → increased: 9"),
        (TABLE, "rules.1.rows.1: {when: planned and kept, points: 6} → {when: planned, points: 3}"),
        (TABLE, "rules.1.rows.1.when: planned and kept → planned or kept"),
    ],
)
def test_other_rules(snippet: str, among: str) -> None:
    assert among in changed(rule_examples.rubric(snippet))


AWARDS = """\
indicators:
  prizes: {label: 表彰, kind: count}
rules:
- type: awards
  clause: 表彰每次加1分
  points: 0
  most: none
  awards: [{count: prizes, each: 1}]
"""


def test_no_limit_is_left_out_but_no_formula() -> None:
    found = [one for one in changed(rule_examples.rubric(AWARDS)) if ".most:" in one]
    assert found == ["rules.1.most: most: none → "]


VETOED = """\
indicators:
  made: {label: 建立, kind: flag}
  kept: {label: 执行, kind: flag}
  accidents: {label: 事故, kind: count}
rules:
- type: all_or_nothing
  clause: 建立得1分
  points: 1
  requires: made
- type: all_or_nothing
  clause: 执行得1分
  points: 1
  requires: kept
vetoes:
- clause: 发生事故的此项不得分，并倒扣2分
  when: accidents
  penalty: 2
  readings:
  - id: scope
    words: 此项不得分
    chosen: item
    options:
      item: {meaning: 整个子项}
      last: {meaning: 最后一部分, patch: {scope: [2]}}
"""


def test_vetoes_and_readings() -> None:
    document = rule_examples.rubric(VETOED)
    assert changed(document, "vetoes") == [
        "vetoes.1.penalty: penalty: 2 → ",
        "vetoes.1:  → scope: [1]",
        "vetoes.1:  → scope: [2]",
        "vetoes.1:  → penalty_each: true",
        "vetoes.1.when: accidents → accidents > 1",
        "vetoes.1.when: accidents → not accidents",
        "vetoes.1.penalty: penalty: 2 → penalty: 1",
        "vetoes.1.penalty: penalty: 2 → penalty: 3",
        "vetoes.1: {clause: 发生事故的此项不得分，并倒扣2分, when: accide… → ",
        "vetoes.1.readings.scope.chosen: chosen: item → chosen: last",
        "vetoes.1.readings.scope.options.last.patch.scope: scope: [2] → scope: item",
        "vetoes.1.readings.scope.options.last.patch.scope: scope: [2] → scope: [1]",
        "vetoes.1.readings.scope.options.last.patch.scope: scope: [2] → ",
    ]
    patched = [one for one in rubric_changes(document.data) if one.reading]
    assert {(one.reading, one.option) for one in patched} == {("item.scope", "last")}


def test_above_items() -> None:
    document = rule_examples.rubric(DEDUCTIONS)
    data: dict[str, Any] = {
        **document.data,
        "most": 90,
        "vetoes": [{"clause": "造假的零分", "when": "item.late", "penalty": 5}],
        "grades": [{"id": "good", "title": "好", "from": 80, "requires": "not item.late", "quota": "30%"}],
    }
    found = [f"{one.at(data)}: {one.before} → {one.after}" for one in rubric_changes(data) if not one.item]
    assert found == [
        "most: most: 90 → ",
        "points: points: 2 → points: 1",
        "points: points: 2 → points: 3",
        "most: most: 90 → most: 89",
        "most: most: 90 → most: 91",
        "vetoes.1.penalty: penalty: 5 → ",
        "vetoes.1:  → zero: false",
        "vetoes.1:  → penalty_each: true",
        "vetoes.1.when: item.late → not item.late",
        "vetoes.1.penalty: penalty: 5 → penalty: 4",
        "vetoes.1.penalty: penalty: 5 → penalty: 6",
        "vetoes.1: {clause: 造假的零分, when: item.late, penalt… → ",
        "grades.good.from: from: 80 → above: 80",
        "grades.good.from: from: 80 → ",
        "grades.good.from: from: 80 → from: 79",
        "grades.good.from: from: 80 → from: 81",
        "grades.good.requires: requires: not item.late → ",
        "grades.good.requires: not item.late → item.late",
        "grades.good: {id: good, title: 好, from: 80, requires… → ",
        "section.points: points: 2 → points: 1",
        "section.points: points: 2 → points: 3",
    ]


@pytest.mark.parametrize("rule", [pytest.param(one, id=name) for name, one in rule_types().items()])
def test_a_change_is_all_that_differs(rule: Any) -> None:
    """Of every rule type: each change differs from what there was, which is left as it is."""
    document = rule_examples.rubric(rule_examples.of_rule(rule))
    before = str(document.data)
    several = [made(document.data, one) for one in rubric_changes(document.data)]
    assert len(several) > 10
    assert all(one != document.data for one in several)
    assert str(document.data) == before


def test_where_it_stands() -> None:
    document = rule_examples.rubric(DEDUCTIONS)
    line = next(number for number, one in enumerate(document.text.splitlines(), 1) if "requires" in one)
    one = next(one for one in rubric_changes(document.data) if one.after == "missed")
    column = document.text.splitlines()[line - 1].index("not missed") + 1
    assert document.position(one.place, key=one.key, offset=one.offset) == (line, column)


PATCHED = """\
indicators:
  late: {label: 迟报, kind: count}
  made: {label: 建立, kind: flag}
  kept: {label: 落实, kind: flag}
rules:
- type: deductions
  clause: 迟报、重报、漏报扣分
  points: 4
  requires: made
  deductions: [{count: late, each: 1}, {when: late, once: 2}, {when: kept, once: 3}, {when: made, once: 4}]
  readings:
  - id: way
    words: 扣分
    chosen: usual
    options:
      usual: {meaning: 如此}
      other:
        meaning: 如彼
        patch:
          deductions: {1: {each: 2}, 2: {when: ~, unless: kept}, 3: ~, also: [{when: kept, once: 1}]}
          requires: {1: kept, also: late > 2}
"""


def test_patches_that_reach_into_lists() -> None:
    start = "rules.1.readings.way.options.other.patch."
    found = [one.removeprefix(start) for one in changed(rule_examples.rubric(PATCHED), start)]
    assert found == [
        "deductions.1.each: each: 2 → each: 1",
        "deductions.1.each: each: 2 → each: 3",
        "deductions.1.each: each: 2 → ",
        "deductions.1: 1: {each: 2} → ",
        "deductions.2.unless: unless: kept → when: kept",
        "deductions.2.unless: kept → made",
        "deductions.2.unless: kept → not kept",
        "deductions.2.when: when: (空) → ",
        "deductions.2.unless: unless: kept → ",
        "deductions.2: 2: {when: (空), unless: kept} → ",
        "deductions.3: 3: (空) → ",
        "deductions.also.1.when: when: kept → unless: kept",
        "deductions.also.1.when: when: kept, once: 1 → count: kept, each: 1",
        "deductions.also.1.when: kept → made",
        "deductions.also.1.when: kept → not kept",
        "deductions.also.1.once: once: 1 → once: 0",
        "deductions.also.1.once: once: 1 → once: 2",
        "deductions.also: also: [{when: kept, once: 1}] → ",
        "deductions.3: 3: (空) → 4: (空)",
        "requires.1: kept → made",
        "requires.1: kept → not kept",
        "requires.1: 1: kept → ",
        "requires.also: late > 2 → late >= 2",
        "requires.also: late > 2 → late <= 2",
        "requires.also: late > 2 → late > 1",
        "requires.also: late > 2 → late > 3",
        "requires.also: late > 2 → not (late > 2)",
        "requires.also: also: late > 2 → ",
        "deductions: deductions: {1: {each: 2}, 2: {when: (空), unless: k… → ",
        "requires: requires: {1: kept, also: late > 2} → ",
    ]
