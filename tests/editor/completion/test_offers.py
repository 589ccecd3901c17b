"""What may be written next, in rubrics and in units' files."""

from pathlib import Path

import pytest

from kaohe.editor.completion.offer import Offer
from kaohe.editor.completion.offers import offers
from kaohe.editor.open_file import KnownRubrics, OpenFile
from kaohe.messages import Language
from support.editing import CURSOR, EMPLOYMENT, RUBRICS, SMALL, at_cursor, edited, open_file
from support.folders import TOP

RULE = "          - {type: all_or_nothing, clause: 报送得4分, points: 4, requires: sent}\n"
UNIT = "rubric: jiangsu-employment-2011\nunit: 甲市\nyear: 2011\nindicators:\n"


def offered(text: str, path: Path = RUBRICS / "small.yaml", language: Language = "zh") -> list[Offer]:
    written, offset = at_cursor(text)
    return offers(OpenFile(str(path), written, KnownRubrics(language)), offset)


def labels(text: str, path: Path = RUBRICS / "small.yaml") -> list[str]:
    return [one.label for one in offered(text, path)]


def in_rule(written: str) -> list[str]:
    return labels(edited(RULE, written))


def test_a_rule_begins_with_its_type() -> None:
    found = offered(edited(RULE, f"          - {CURSOR}\n"))
    assert [one.label for one in found[:3]] == ["type", "clause", "points"]
    assert {one.detail for one in found[:3]} == {"必填"}
    assert "deductions" not in [one.label for one in found]


def test_types_are_told_apart() -> None:
    found = offered(edited(RULE, f"          - {{type: {CURSOR}}}\n"))
    assert [one.label for one in found][:2] == ["all_or_nothing", "awards"]
    assert found[1].meaning == "按次数或情形得分、加分"
    assert in_rule(f"          - type: tier{CURSOR}\n            points: 4\n") == [one.label for one in found]


def test_keys_are_those_of_the_type_that_are_not_written_yet() -> None:
    found = in_rule(f"          - type: deductions\n            points: 4\n            {CURSOR}\n")
    assert found[:2] == ["clause", "deductions"]
    assert not {"type", "points", "bands", "steps"} & set(found)


@pytest.mark.parametrize(
    ("written", "first"),
    [
        (f"          - type: deductions\n            deductions: [{{{CURSOR}}}]\n", ["count", "each", "free"]),
        (f"          - type: deductions\n            deductions: [{{count: sent, {CURSOR}}}]\n", ["each", "free"]),
        (f"          - type: deductions\n            deductions: [{{{CURSOR}\n", ["count", "each", "free"]),
        (f"          - {{type: tiered, base: {{from: 1%, {CURSOR}}}}}\n", ["points", "above"]),
        (f"          - {{type: tiered, readings: [{{options: {{a: {{{CURSOR}}}}}}}]}}\n", ["meaning", "patch"]),
    ],
)
def test_keys_within_brackets(written: str, first: list[str]) -> None:
    assert in_rule(written)[: len(first)] == first


def test_what_follows_a_key() -> None:
    found = offered(edited("    points: 10\n    items:", f"    points: 10\n    {CURSOR}\n    items:"))
    said = {one.label: one.text for one in found}
    assert {key: said[key] for key in ("most", "vetoes")} == {"most": "most: ", "vetoes": "vetoes:\n      - "}
    begun = offered(edited(RULE, f"          - {CURSOR}\n"))
    assert {one.label: one.text for one in begun}["for_each"] == f"for_each:\n{' ' * 14}"
    renamed = offered(edited("    points: 10\n    items:", f"    po{CURSOR}ints: 10\n    items:"))
    assert "points" in [one.text for one in renamed]
    assert {SMALL[one.start : one.end] for one in renamed} == {"points"}


@pytest.mark.parametrize(
    ("old", "new", "first"),
    [
        ("count: missing", f"count: {CURSOR}", ["missing"]),
        ("count: missing", f"count: mis{CURSOR}", ["missing"]),
        ("when: accident}", f"when: {CURSOR}}}", ["missing", "accident"]),
        ("requires: sent}", f"requires: {CURSOR}}}", ["sent"]),
        ("requires: sent}", f"requires: [{CURSOR}]}}", ["sent"]),
        ("requires: sent}", f'requires: "{CURSOR}"}}', ["sent"]),
        ("requires: sent}", f"requires: sent and not {CURSOR}}}", ["sent", "items.training", "parameters.average"]),
        ("when: accident}", f"when: grade = {CURSOR}}}", ["good", "poor"]),
        ("id: short\n", f"id: short\n            for_each: {{list: {CURSOR}}}\n", ["towns", "missing", "accident"]),
        ("kind: count, unit: 人", f"kind: number, by: {CURSOR}", ["grade", "missing", "accident", "rate"]),
        ("        rules:\n", f"        together: [[{CURSOR}]]\n        rules:\n", ["missing", "accident", "rate"]),
        (
            "sections:\n",
            f"grades:\n  - {{id: a, title: 甲, requires: score >= {CURSOR}}}\nsections:\n",
            ["score", "items.training", "items.reports", "sections.work"],
        ),
        ("kind: percent}", f"kind: percent, formula: {CURSOR}}}", ["parameters.average"]),
    ],
)
def test_names_of_facts(old: str, new: str, first: list[str]) -> None:
    assert labels(edited(old, new))[: len(first)] == first


def test_names_of_what_is_made_of_a_fact() -> None:
    found = {one.label: one for one in offered(edited("count: missing", f"count: rate.{CURSOR}"))}
    assert {"rate.rate", "rate.part", "rate.whole"} <= found.keys()
    assert "rate" not in found  # two numbers: a formula names one of them
    assert found["rate.part"].detail == "合格率合格"
    assert found["missing"].meaning == "count · 人 · 按名册数"
    assert found["rules.short"].detail == "每少一人扣1分"


def test_functions_and_words_of_formulas() -> None:
    found = {one.label: one for one in offered(edited("requires: sent}", f"requires: sent {CURSOR}}}"))}
    assert found["sum"].text == "sum("
    assert found["and"].text == "and "
    assert found["sum"].kind == "function"
    assert "and" not in labels(edited("requires: sent}", f"requires: {CURSOR}}}"))


def test_the_whole_word_gives_way() -> None:
    text = edited("count: missing", f"count: mis{CURSOR}sing + 1")
    written, _ = at_cursor(text)
    assert {written[one.start : one.end] for one in offered(text)} == {"missing"}


def test_clauses_are_what_is_left_of_the_method() -> None:
    found = offered(
        edited("        vetoes:\n", f"          - type: awards\n            clause: {CURSOR}\n        vetoes:\n")
    )
    assert [(one.text, one.kind) for one in found] == [("表格报送及时得2分", "text")]


def test_readings_and_grades_by_name() -> None:
    reading = "readings: [{id: a, words: 人, chosen: %s, options: {one: {meaning: 甲}, two: {meaning: 乙}}}]"
    found = offered(edited("id: short\n", f"id: short\n            {reading % CURSOR}\n"))
    assert [(one.text, one.meaning) for one in found] == [("one", "甲"), ("two", "乙")]
    limits = f"grades: [{{id: good, title: 好}}]\nlimits: [{{clause: x, when: work.a, grade: {CURSOR}}}]\nsections:\n"
    assert [(one.text, one.meaning) for one in offered(edited("sections:\n", limits))] == [("good", "好")]


@pytest.mark.parametrize(
    ("patch", "first"),
    [
        (f"{{{CURSOR}}}", ["type", "clause", "points", "id"]),
        (f"{{deductions: [{{count: missing, {CURSOR}}}]}}", ["each", "free"]),
        (f"{{deductions: [{{count: {CURSOR}}}]}}", ["missing", "towns"]),
        (f"{{floor: {CURSOR}}}", ["part", "item", "none"]),
        (f"{{deductions: {{{CURSOR}}}}}", ["1", "also"]),
        (f"{{deductions: {{1: {{{CURSOR}}}}}}}", ["count", "each", "free"]),
        (f"{{deductions: {{1: {{count: {CURSOR}}}}}}}", ["missing", "towns"]),
        (f"{{deductions: {{also: [{{count: towns, {CURSOR}}}]}}}}", ["each", "free"]),
        (f"{{deductions: {{also: {{count: {CURSOR}}}}}}}", ["missing", "towns"]),
    ],
)
def test_what_another_reading_changes(patch: str, first: list[str]) -> None:
    reading = f"readings: [{{id: a, options: {{two: {{meaning: 乙, patch: {patch}}}}}}}]"
    found = labels(edited("id: short\n", f"id: short\n            {reading}\n"))
    assert found[: len(first)] == first


def test_values_that_can_be_listed() -> None:
    kinds = offered(edited("kind: flag}", f"kind: {CURSOR}}}"))
    assert (kinds[0].label, kinds[0].meaning) == ("flag", "是或否")
    assert labels(edited("id: short\n", f"id: short\n            floor: {CURSOR}\n")) == ["part", "item", "none"]
    assert labels(edited("id: short\n", f"id: short\n            counts: {CURSOR}\n"))[:2] == ["true", "false"]


def test_nothing_in_remarks_and_free_texts() -> None:
    assert labels(edited("title: 工作", f"title: 工{CURSOR}作")) == []
    assert labels(edited("title: 工作", f"title: 工作 # {CURSOR}")) == []


def test_in_english() -> None:
    found = offered(edited(RULE, f"          - {CURSOR}\n"), language="en")
    assert found[0].detail == "required"


UNITS = TOP / "examples" / "new.yaml"


def test_a_units_file_by_its_rubric() -> None:
    items = offered(f"{UNIT}  {CURSOR}\n", UNITS)
    assert items[0].label == "coverage"
    assert items[0].meaning.startswith("1.1 扩面征缴工作")
    facts = offered(f"{UNIT}  coverage:\n    {CURSOR}\n", UNITS)
    assert [one.label for one in facts] == ["contributors", "migrant_workers"]
    assert "实际缴费人数（人）" in facts[0].meaning
    assert labels(f"{UNIT}  coverage:\n    contributors: {{previous: 1, {CURSOR}}}\n", UNITS) == ["current"]
    assert labels(f"{UNIT}  benefit_payment: {{adjustment_mechanism: {CURSOR}}}\n", UNITS)[:2] == ["true", "false"]


def test_a_later_stages_file() -> None:
    head = "rubric: jiangsu-employment-2011\nunit: 甲市\nyear: 2011\nstage: final\n"
    assert labels(f"{head}changes: {{coverage: {{contributors.current: {{{CURSOR}}}}}}}", UNITS)[:2] == ["old", "new"]
    assert labels(f"{head}judgements: {{{CURSOR}}}\nchanges: {{}}", UNITS)[0] == "coverage"


CASES = "rubric: jiangsu-employment-2011\ncases:\n"


@pytest.mark.parametrize(
    ("case", "first"),
    [
        (f"- {CURSOR}", ["name", "item", "facts", "points"]),
        (f"- name: 例\n  item: {CURSOR}", ["coverage", "legal_compliance"]),
        (f"- name: 例\n  item: coverage\n  facts: {{{CURSOR}}}", ["contributors", "migrant_workers"]),
        (f"- name: 例\n  item: coverage\n  facts: {{contributors: {{{CURSOR}}}}}", ["previous", "current"]),
        (f"- name: 例\n  facts: {{{CURSOR}}}", ["coverage", "legal_compliance"]),
        (f"- name: 例\n  facts: {{coverage: {{{CURSOR}}}}}", ["contributors", "migrant_workers"]),
        (f"- name: 例\n  readings: {{{CURSOR}}}", ["coverage.exactly_one_percent"]),
    ],
)
def test_a_file_of_cases(case: str, first: list[str]) -> None:
    assert labels(f"{CASES}{case}\n", UNITS)[: len(first)] == first


def test_items_of_cases_by_their_titles() -> None:
    found = offered(f"{CASES}- name: 例\n  item: {CURSOR}\n", UNITS)
    assert found[0].meaning == "1.1 扩面征缴工作"


def test_rubrics_by_name(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(SMALL, encoding="utf-8")
    (tmp_path / "other.yaml").write_text("unit: 甲市\n", encoding="utf-8")
    found = labels(f"rubric: {CURSOR}\nunit: 甲市\n", tmp_path / "unit.yaml")
    assert found == ["jiangsu-employment-2011", "own.yaml"]


def test_no_help_without_a_rubric(tmp_path: Path) -> None:
    (tmp_path / "broken.yaml").write_text("sections: 1\n", encoding="utf-8")
    for name in ("none", "none.yaml", "broken.yaml"):
        text = f"rubric: {name}\nunit: 甲市\nindicators: {{{CURSOR}}}\n"
        assert labels(text, tmp_path / "unit.yaml") == []


def test_files_of_other_programs_are_left_alone() -> None:
    assert labels(f"services:\n  web: {{{CURSOR}}}\n") == []
    assert labels(f"services: 1\n{CURSOR}\n") == []
    assert {"kaohe", "rubric"} <= set(labels(CURSOR))


def test_every_place_of_the_shipped_rubric_can_be_asked() -> None:
    rubrics = KnownRubrics("zh")
    for offset in range(0, len(EMPLOYMENT), 997):
        offers(OpenFile(str(RUBRICS / "x.yaml"), EMPLOYMENT, rubrics), offset)
    assert open_file(SMALL).rubric is None
