"""What in each type of rule counts only where something holds: where it stands, and whether it holds for facts."""

from collections.abc import Iterator

import pytest

from kaohe.authoring import rule_examples
from kaohe.authoring.cases.branches import holds
from kaohe.backends.bounds import truths
from kaohe.compiler.lowering import item_scope
from kaohe.rubric.rule_parts.rule import Rule
from kaohe.rubric.rules import rule_types
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.source import read

EXPECTED = {
    "all_or_nothing": [],
    "awards": [(("awards", 0), True), (("awards", 1), True), (("awards", 2), True)],
    "computed": [],
    "decision_table": [(("rows", 0), False), (("rows", 1), True)],
    "deductions": [(("deductions", 0), True), (("deductions", 1), True)],
    "levels": [
        (("levels", "increased"), False),
        (("levels", "unchanged"), True),
        (("levels", "decreased"), False),
    ],
    "proportional": [(("anchors", 1), True)],
    "steps": [],
    "tiered": [(("base",), True), (("bands", 0), True), (("bands", 1), False)],
}
"""Of the example of each type with the facts that it gives."""


def branches(snippet: str, given: str) -> Iterator[tuple[tuple[str | int, ...], bool]]:
    document = rule_examples.rubric(snippet)
    compiled = CompiledRubric(rule_examples.model(document), document.sha256)
    ((_, item),) = compiled.rubric.items()
    text = (
        f"unit: 甲市\nindicators:\n  {rule_examples.ITEM}:\n{''.join(f'    {one}' for one in given.splitlines(True))}"
    )
    row = compiled.reader.read(read("given.yaml", text.encode())).row
    facts = compiled.possible(0, row)
    (rule,) = item.rules
    scope = item_scope(item, compiled.rubric.common)
    for path, condition in rule.of_one.branches(scope.of_each(rule.for_each.list) if rule.for_each else scope):
        yield path, holds(condition, facts)


@pytest.mark.parametrize("name", rule_types())
def test_of_its_example(name: str) -> None:
    rule: type[Rule] = rule_types()[name]
    assert list(branches(rule_examples.of_rule(rule), rule.given)) == EXPECTED[name]


JUMP = """\
{type: proportional, clause: 得, points: 5, of: rate,
   anchors: [{below: 80%, points: 0}, {at: 80%, points: 3}, {at: 90%, points: 5}]}"""
LINE_OF_DATES = """\
{type: proportional, clause: 得, points: 5, of: sent,
   anchors: [{at: 2012-01-01, points: 5}, {at: 2012-02-01, points: 0}]}"""
SENT = "sent: 2012-01-15"
TOWNS = "towns: {甲镇: 0, 乙镇: 2}\nfaked: {甲镇: false, 乙镇: false}"
HEAD = """\
indicators:
  late: {label: 迟报, kind: count, unit: 次}
  met: {label: 达标, kind: flag}
  rate: {label: 率, kind: percent}
  sent: {label: 报送, kind: date}
  towns: {label: 各镇迟报, kind: count, list: true}
  faked: {label: 各镇虚报, kind: flag, list: true}
"""


@pytest.mark.parametrize(
    ("rule", "given", "expected"),
    [
        (
            "{type: deductions, clause: 扣, points: 5, deductions: [{count: late, each: 1, free: 2}]}",
            "late: 2",
            [False],
        ),
        ("{type: deductions, clause: 扣, points: 5, deductions: [{count: late, each: 1, free: 2}]}", "late: 3", [True]),
        ("{type: deductions, clause: 扣, points: 5, deductions: [{when: met, once: 1}]}", "met: false", [False]),
        ("{type: deductions, clause: 扣, points: 5, deductions: [{when: met, once: 1}]}", "rate: 3%", [False]),
        ("{type: deductions, clause: 扣, points: 5, deductions: [{unless: met, once: 1}]}", "met: false", [True]),
        ("{type: tiered, clause: 得, points: 5, of: rate, bands: [{from: 90%, points: 5}]}", "rate: 90%", [True]),
        ("{type: proportional, clause: 得, points: 5, of: rate}", "rate: 90%", []),
        (JUMP, "rate: 80%", [False]),
        (JUMP, "rate: 85%", [True]),
        (JUMP, "rate: 90%", [False]),
        (JUMP, "rate: 95%", [False]),
        ("{type: tiered, clause: 得, points: 5, of: sent, bands: [{to: 2012-01-31, points: 5}]}", SENT, [True]),
        (LINE_OF_DATES, SENT, [True]),
        ("{type: deductions, clause: 扣, points: 5, deductions: [{count: towns, each: 1}]}", TOWNS, [True]),
        ("{type: deductions, clause: 扣, points: 5, deductions: [{when: faked, once: 1}]}", TOWNS, [False]),
    ],
)
def test_at_their_edges(rule: str, given: str, expected: list[bool]) -> None:
    assert [held for _, held in branches(f"{HEAD}rules:\n- {rule}\n", f"{given}\n")] == expected


@pytest.mark.parametrize(("given", "expected"), [("late: 不适用", [False]), ("late: 1", [True])])
def test_what_does_not_exist_holds_never(given: str, expected: list[bool]) -> None:
    rule = "{type: deductions, clause: 扣, points: 5, not_applicable: full, deductions: [{count: late, each: 1}]}"
    assert [held for _, held in branches(f"{HEAD}rules:\n- {rule}\n", f"{given}\n")] == expected


MEMBERS = "indicators:\n  towns: {label: 各镇得率, kind: percent, list: true}\n"
EACH = "{type: tiered, clause: 得, points: 5, of: towns, bands: [{from: 90%, points: 2}, {from: 95%, points: 5}]}"
FOR_EACH = (
    "{type: tiered, clause: 得, points: 5, for_each: {list: towns, take: mean}, of: towns,"
    " bands: [{from: 90%, points: 2}, {from: 95%, points: 5}]}"
)


@pytest.mark.parametrize("rule", [EACH, FOR_EACH])
def test_of_a_list_one_member_is_enough(rule: str) -> None:
    found = list(branches(f"{MEMBERS}rules:\n- {rule}\n", "towns: {甲镇: 80%, 乙镇: 92%}\n"))
    assert found == [(("bands", 0), True), (("bands", 1), False)]


def test_missing_facts_leave_it_open() -> None:
    document = rule_examples.rubric(f"{HEAD}rules:\n- {{type: all_or_nothing, clause: 得, points: 5, requires: met}}\n")
    compiled = CompiledRubric(rule_examples.model(document), document.sha256)
    ((_, item),) = compiled.rubric.items()
    condition = item_scope(item, compiled.rubric.common).condition("met")
    assert truths(condition, compiled.possible(0, (None,) * compiled.layout.width)) == {True, False}
    assert not holds(condition, compiled.possible(0, (None,) * compiled.layout.width))
