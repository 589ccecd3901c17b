"""What cases reach of a rubric: rules, entries, conditions, vetoes, readings, limits, grades."""

import json
from functools import partial
from pathlib import Path

from kaohe import source
from kaohe.authoring.cases.case_reader import CasesFile, read_cases
from kaohe.authoring.cases.coverage import Coverage, CoverageGatherer
from kaohe.authoring.cases.running import run
from kaohe.render.cases.words import spot_told
from support.small_cases import CASES, RUBRICS, cases
from support.small_rubric import item, rubric


def coverage(found: CasesFile) -> Coverage:
    gatherer = CoverageGatherer(RUBRICS.scorer(found.document).compiled, "zh")
    for one in run(found.cases, partial(RUBRICS.scorer, found.document)):
        gatherer.add(one)
    return gatherer.coverage()


def unreached(text: str, language: str = "zh") -> list[str]:
    found = cases(text)
    rubric = RUBRICS.origin(RUBRICS.scorer(found.document))[0]
    return [spot_told(one, rubric, "en" if language == "en" else "zh") for one in coverage(found).unreached]


def reached(text: str) -> set[str]:
    """What these cases reach, as it is said of what is not."""
    return set(unreached("- {name: 无, score: 30, facts: {}}\n")) - set(unreached(text))


def test_the_cases_of_the_file_reach_everything() -> None:
    found = coverage(read_cases(source.read(str(CASES)), RUBRICS))
    assert (len(found.unreached), int(found.share), found.percent) == (0, 1, "100")
    assert {one.kind for one in found.spots} == {
        "rule",
        "entry",
        "condition",
        "cap",
        "veto",
        "reading",
        "total",
        "grade",
        "limit",
    }


def test_what_one_case_reaches() -> None:
    text = "- {name: 甲, item: growth, facts: {insured: {previous: 1000, current: 1005}}, points: {to: 8}}\n"
    assert reached(text) == {
        "1.1 参保：没有一例让这条规则扣分或加分：人数比上年增加的得2分，增加1%以上的再得2分",
        "1.1 参保：没有一例落到规则的这一处：base: {above: 0%, points: 2}",
        "1.1 参保：没有一例用这种读法（with）：恰为1%的算",
    }
    both = text + "- {name: 乙, item: growth, facts: {insured: {previous: 1, current: 1}, late: 3},"
    both += " points: {to: 2}, readings: {growth.exactly: without}}\n"
    assert reached(both) - reached(text) == {
        "1.1 参保：没有一例让这条规则扣分或加分：每迟报一次扣1分，扣完2分为止",
        "1.1 参保：没有一例落到规则的这一处：deductions 1: {count: late, each: 1}",
        "1.1 参保：没有一例扣到上限：每迟报一次扣1分，扣完2分为止",
        "1.1 参保：没有一例用这种读法（without）：恰为1%的不算",
    }


def test_conditions_are_reached_both_ways() -> None:
    head = "- {name: 甲, item: visits, points: {to: 12}, facts: {rules_made: true, rules_kept: "
    assert reached(head + "true}}\n") == {
        "1.2 走访：没有一例不受这条规则扣分：制度健全得6分，否则不得分",
        "1.2 走访：没有一例满足 「有制度」",
        "1.2 走访：没有一例满足 「制度执行」",
    }
    assert "1.2 走访：没有一例不满足 「制度执行」" in reached(head + "false}}\n")


def test_only_what_a_case_expects_is_reached() -> None:
    facts = "facts: {growth: {late: 3}, safety: {hazards: 0, accidents: 1}}"
    assert not any("参保" in one for one in reached(f"- {{name: 甲, {facts}, points: {{safety: -2}}}}\n"))
    assert any("参保" in one for one in reached(f"- {{name: 甲, {facts}, sections: {{work: {{to: 18}}}}}}\n"))


def test_a_case_that_can_not_be_scored_reaches_nothing() -> None:
    assert reached("- {name: 甲, item: growth, facts: {late: 三次}, points: 8}\n") == set()


def test_in_english_with_all_that_no_case_reaches() -> None:
    assert unreached("- {name: 甲, item: safety, facts: {hazards: 0}, points: {to: 10}}\n", "en")[-8:] == [
        "2.1 安全生产: in no case does this rule take or give points: 每有一处隐患扣1分，扣完为止",
        "2.1 安全生产: in no case is this veto absent: 发生事故的此项不得分，并倒扣2分",
        "2.1 安全生产: in no case this veto: 发生事故的此项不得分，并倒扣2分",
        "2.1 安全生产: no case comes to this entry of the rule: deductions 1: {count: hazards, each: 1}",
        "安全: in no case does this change the score (most)",
        "小考核表: no case has the grade “好”",
        "小考核表: no case has the grade “一般”",
        "小考核表: in no case does this limit the grade: 发生事故的不得评为好",
    ]


def test_entries_beside_the_score_of_an_item_before(tmp_path: Path) -> None:
    """What that item gets is computed from the facts of the case."""
    entries = [{"when": "items.item > 1", "points": 5}, {"when": "done", "points": 2}]
    rule = {"type": "decision_table", "clause": "做好的得5分或2分", "points": 5, "rows": entries}
    written = rubric([item(), item(id="second", rules=[rule], method=rule["clause"])])
    (tmp_path / "form.yaml").write_text(json.dumps(written.data, default=int), encoding="utf-8")
    head = "rubric: form.yaml\ncases:\n"

    def reached_of(*cases_of: str) -> set[str]:
        found = read_cases(source.read(str(tmp_path / "form.cases.yaml"), (head + "".join(cases_of)).encode()), RUBRICS)
        whole = coverage(found)
        return {".".join(map(str, one.path)) for one in whole.reached if one.kind == "entry"}

    case = "- {{name: {0}, score: {1}, facts: {{item: {{done: {2}}}, second: {{done: true}}}}}}\n"
    at = "sections.0.items.1.rules.0.rows."
    assert reached_of(case.format("甲", 10, "true")) == {f"{at}0"}  # of rows the first that holds
    assert reached_of(case.format("乙", 2, "false")) == {f"{at}1"}
