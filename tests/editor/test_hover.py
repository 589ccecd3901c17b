"""What is shown of the place under the cursor."""

from pathlib import Path

import pytest

from kaohe.editor.hover import hover
from kaohe.editor.open_file import KnownRubrics, OpenFile
from kaohe.messages import Language
from support.editing import CURSOR, RUBRICS, SMALL, at_cursor, edited
from support.folders import TOP

UNIT = TOP / "examples" / "full-marks.yaml"
FULL = UNIT.read_text(encoding="utf-8")


def shown(text: str, path: Path = RUBRICS / "small.yaml", language: Language = "zh") -> str:
    written, offset = at_cursor(text)
    found = hover(OpenFile(str(path), written, KnownRubrics(language)), offset)
    return "" if found is None else found.markdown


def of_rubric(old: str, new: str) -> str:
    return shown(edited(old, new))


def test_a_rule_in_words_with_its_clause() -> None:
    assert of_rubric("clause: 每少一人扣1分", f"clause: 每少{CURSOR}一人扣1分") == (
        "从 4 分起扣：「少培训人数」每 1 人扣 1 分，扣完为止\n\n> 每少一人扣1分"
    )


def test_a_key_in_a_rule() -> None:
    assert of_rubric("each: 1", f"ea{CURSOR}ch: 1").startswith("**each** 每一个（次）扣、得的分")
    assert of_rubric("points: 4\n", f"po{CURSOR}ints: 4\n").startswith(
        "**points** *(必填)* 这一条的分值\n\n---\n\n从 4 分起扣"
    )


def test_a_type_of_rule() -> None:
    assert of_rubric("type: deductions", f"type: deduc{CURSOR}tions").startswith("**deductions** 按次数或情形扣分")
    assert "****" not in of_rubric("type: deductions", f"type: deduc{CURSOR}")


def test_a_fact_where_it_is_named() -> None:
    assert of_rubric("count: missing", f"count: mis{CURSOR}sing").startswith(
        "**少培训人数** `missing`\n\n次数、个数：不小于零的整数；人\n\n按名册数\n\n---\n\n从 4 分起扣"
    )
    choice = of_rubric("when: accident}", f"when: gra{CURSOR}de = good}}")
    assert "**评级** `grade`" in choice
    assert "`good` 好" in choice


def test_a_fact_where_it_is_declared_with_what_hangs_on_it() -> None:
    assert of_rubric("missing: {label", f"mis{CURSOR}sing: {{label") == (
        "**少培训人数** `missing`\n\n次数、个数：不小于零的整数；人\n\n按名册数\n\n---\n\n"
        "从 4 分起扣：「少培训人数」每 1 人扣 1 分，扣完为止"
    )
    assert "发生事故" in of_rubric("accident: {label", f"accident{CURSOR}: {{label")
    assert of_rubric("average: {label", f"aver{CURSOR}age: {{label").startswith("**全市平均** `parameters.average`")


def test_what_another_reading_changes() -> None:
    reading = "readings: [{id: a, options: {two: {meaning: 乙, patch: {deductions: [{count: %s}]}}}}]"
    rule = "id: short\n            " + reading
    assert of_rubric("id: short", rule % f"mis{CURSOR}sing").startswith("**少培训人数** `missing`")
    assert of_rubric("id: short", (rule % "missing").replace("deductions: [", f"deduc{CURSOR}tions: [")).startswith(
        "**deductions** *(必填)*"
    )


def test_an_entry_that_another_reading_changes() -> None:
    rule = "id: short\n            readings: [{id: a, options: {two: {meaning: 乙, patch: {deductions: {%s}}}}}]"
    assert of_rubric("id: short", rule % f"1{CURSOR}: {{each: 2}}").startswith("**1** {count: missing, each: 1}")
    assert of_rubric("id: short", rule % f"al{CURSOR}so: []").startswith("**also**")


def test_a_result_and_a_function() -> None:
    assert of_rubric("requires: sent}", f"requires: items.train{CURSOR}ing > 3}}").startswith("**items.training** 培训")
    assert of_rubric("count: missing", f"count: su{CURSOR}m(towns)").startswith("**sum()** ")
    assert "`sum(" in of_rubric("count: missing", f"count: su{CURSOR}m(towns)")


def test_a_veto() -> None:
    assert of_rubric("when: accident}", f"when: acc{CURSOR}ident}}").endswith("> 发生事故的不得分")


def test_an_item_shows_all_that_it_does() -> None:
    found = of_rubric("method: 每少", f"method: 每{CURSOR}少")
    assert found.count("\n\n---\n\n") == 1
    assert "> 发生事故的不得分" in found


def test_what_is_not_complete() -> None:
    assert "还没有写全" in of_rubric("count: missing, each: 1", f"count: missing{CURSOR}")
    assert "还没有写全" in of_rubric("count: missing", f"count: nobody{CURSOR}")
    assert "还没有写全" in of_rubric("type: deductions", f"type: ded{CURSOR}")


def test_nothing_where_nothing_is() -> None:
    assert of_rubric("title: 小考核", f"title: 小{CURSOR}考核") == ""
    assert shown(f"{CURSOR}") == ""
    assert shown(f"services: x{CURSOR}") == ""
    assert of_rubric("title: 小考核\n", f"title: 小考核\nodd{CURSOR}: 1\n") == ""


def test_in_english() -> None:
    found = shown(edited("clause: 每少一人扣1分", f"clause: 每少{CURSOR}一人扣1分"), language="en")
    assert found.startswith("from 4 points: 1 point off for each")


@pytest.mark.parametrize(
    ("old", "new", "start", "end"),
    [
        ("contributors: {", f"contri{CURSOR}butors: {{", "实际缴费人数（人）：填两个数\n\n说明：", "其余的不得分"),
        ("previous: ", f"prev{CURSOR}ious: ", "实际缴费人数（人）：填两个数\n\n说明：", "其余的不得分"),
        ("coverage:", f"cov{CURSOR}erage:", "**1.1 扩面征缴工作**\n\n实际缴费人数", "其余的不得分"),
        ("indicators:", f"indi{CURSOR}cators:", "**indicators** 各子项目的指标", "缺报"),
        ("rubric: j", f"rub{CURSOR}ric: j", "**rubric** *(必填)* 所用的评分细则", ""),
        ("provincial_pass_rate:", f"provincial{CURSOR}_pass_rate:", "省当年平均通过率", ""),
    ],
)
def test_a_units_file(old: str, new: str, start: str, end: str) -> None:
    found = shown(edited(old, new, FULL), UNIT)
    assert found.startswith(start)
    assert found.endswith(end)


def test_a_later_stages_file() -> None:
    head = "rubric: jiangsu-employment-2011\nunit: 甲市\nstage: final\n"
    text = f"{head}changes: {{coverage: {{contri{CURSOR}butors.current: {{}}}}}}"
    assert shown(text, UNIT).startswith("实际缴费人数（人）：填两个数")


@pytest.mark.parametrize(
    ("case", "start"),
    [
        (f"item: cov{CURSOR}erage", "**1.1 扩面征缴工作**"),
        (f"item: coverage, facts: {{contri{CURSOR}butors: {{}}}}", "实际缴费人数（人）：填两个数"),
        (f"facts: {{coverage: {{contri{CURSOR}butors: {{}}}}}}", "实际缴费人数（人）：填两个数"),
        (f"points: {{cover{CURSOR}age: 3}}", "**1.1 扩面征缴工作**"),
        (f"sco{CURSOR}re: 400", "**score** 总分"),
        (f"item: {CURSOR}", ""),
    ],
)
def test_a_file_of_cases(case: str, start: str) -> None:
    found = shown(f"rubric: jiangsu-employment-2011\ncases:\n- {{name: 例, {case}}}\n", UNIT)
    assert found.startswith(start)
    assert bool(found) is bool(start)


def test_a_units_file_of_no_rubric() -> None:
    assert shown(f"rubric: none\nunit: x\nindicators: {{cover{CURSOR}age: {{}}}}", UNIT) == ""


def test_marks_of_markdown_in_a_text() -> None:
    assert "每少\\_一人" in shown(
        SMALL.replace("每少一人", "每少_一人").replace("clause: 每少", f"clause: 每{CURSOR}少")
    )


def test_lines_of_a_clause_are_one_quotation() -> None:
    lines = f"clause: |\n              每少{CURSOR}一人扣1分\n\n              # 一\n"
    assert of_rubric("clause: 每少一人扣1分\n", lines).endswith("\n\n> 每少一人扣1分 # 一")


def test_a_label_that_begins_as_a_heading() -> None:
    text = SMALL.replace("label: 少培训人数", 'label: "# 少`人数"').replace("count: missing", f"count: mis{CURSOR}sing")
    assert shown(text).startswith("**\\# 少\\`人数** `missing`")
