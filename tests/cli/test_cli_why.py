"""`kaohe why` as it is typed: how an item is named, several stages, formats, and what is refused."""

import json
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from kaohe.problems import Unusable
from support.command_line import CITIES, ROOT, SHIPPED, WITH_GAPS, kaohe
from support.later_stages import province
from support.units_on_disk import UNITS

CITY = CITIES / "乙市.yaml"
STAGES = (CITIES / "丙市.yaml", CITIES / "省厅对丙市的意见.yaml", CITIES / "丙市.审定.yaml")


def explained(*arguments: str | Path, **others: Any) -> Any:
    """One item explained, as data."""
    ran = kaohe("why", "--format", "json", *arguments, **others)
    assert (ran.code, ran.err) == (0, "")
    return json.loads(ran.out)


def refused(*arguments: str | Path) -> str:
    ran = kaohe("why", *arguments)
    assert (ran.code, ran.output) == (2, b"")
    return ran.err


def said(problem: str, **parameters: Any) -> str:
    return f"{Unusable(problem, **parameters).message('zh')}\n"


@pytest.mark.parametrize(
    ("named", "number", "item"),
    [
        ("4.6", "4.6", "training_subsidies"),
        ("training_subsidies", "4.6", "training_subsidies"),
        ("培训补贴政策", "4.6", "training_subsidies"),
        ("培训补贴", "4.6", "training_subsidies"),
        ("扩面", "1.1", "coverage"),
    ],
)
def test_an_item_by_number_id_or_words_of_its_title(named: str, number: str, item: str) -> None:
    found = explained(CITY, named)["item"]
    assert (found["number"], found["id"]) == (number, item)


def test_a_whole_title_is_meant_before_words_of_others(tmp_path: Path) -> None:
    """`核查` is a title, and stands in another one too."""
    unit = _two_items(tmp_path, "核查")
    assert explained(unit, "核查")["item"]["id"] == "second"
    assert refused(unit, "查") == said("several-items", found="查", items="1.1 核查情况、1.2 核查")


def _two_items(folder: Path, title: str) -> Path:
    item = "points: 2, target: 目标, method: 完成的得2分, indicators: {done: {label: 完成, kind: flag}}"
    rules = "rules: [{type: all_or_nothing, clause: 完成的得2分, points: 2, requires: done}]"
    (folder / "rubric.yaml").write_text(
        "kaohe: 1\nid: two\ntitle: 表\npoints: 4\nstages: {self: 自评分}\nsections:\n"
        "  - id: s\n    title: 项目\n    points: 4\n    items:\n"
        f"      - {{id: first, title: {title}情况, {item}, {rules}}}\n"
        f"      - {{id: second, title: {title}, {item}, {rules}}}\n",
        encoding="utf-8",
    )
    unit = folder / "甲市.yaml"
    values = "indicators: {first: {done: true}, second: {done: false}}"
    unit.write_text(f"rubric: rubric.yaml\nunit: 甲市\n{values}\n", encoding="utf-8")
    return unit


def test_a_fact_that_changed_through_the_stages() -> None:
    found = explained(*STAGES, "4.6")
    assert (found["unit"], found["stage"]) == ("丙市", "final")
    assert [(one["stage"], one["score"]) for one in found["scores"]] == [
        ("自评分", "-5"),
        ("省厅初评分", "-5"),
        ("省厅审定考核分", "-5"),
    ]
    facts = {one["label"]: one["values"] for one in found["facts"]}
    assert facts["培训资金违规使用或有效投诉举报"] == ["2 起", "1 起", "1 起"]
    (cause,) = found["causes"]
    assert (cause["kind"], cause["old"], cause["new"]) == ("fact_corrected", "2 起", "1 起")
    assert (cause["reason"], cause["by"]) == ("两次举报反映同一事件，只计1起", "省厅就业管理中心王某")


def test_the_page_of_several_stages() -> None:
    ran = kaohe("why", *STAGES, "4.6")
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[:3] == [
        "4.6 培训补贴政策",
        "单位：丙市　年度：2011　阶段：省厅审定考核分",
        "满分 10 分：自评分 -5，省厅初评分 -5，省厅审定考核分 -5",
    ]
    headings = ["依据的事实", "各阶段的变动", "其他读法", "怎样才能得分"]
    assert [line for line in lines if line in headings] == headings
    assert "培训资金违规使用或有效投诉举报  2 起    1 起        1 起" in lines


def test_every_clause_stands_there_with_words_and_arithmetic() -> None:
    found = explained(CITY, "1.1")
    assert [len(one["ledger"]) for one in found["clauses"]] == [1, 1]
    (line,) = found["clauses"][0]["ledger"]
    assert line["why"] == "实际缴费由 318600 人降到 316900 人，降 0.53%，这 4 分不得"
    assert line["arithmetic"] == "4 分 - (实际缴费人数增幅 -0.533…% ≤ 0% → 0 分)"
    none_lost = explained(CITIES / "甲市.yaml", "1.1")
    assert [one["ledger"] for one in none_lost["clauses"]] == [[], []]
    assert none_lost["improvements"] == []
    assert kaohe("why", CITIES / "甲市.yaml", "1.1").out.count("没有扣分") == 2


def test_what_a_machine_reads() -> None:
    found = explained(CITY, "1.1")
    assert list(found) == [
        *("format", "kaohe", "rubric", "unit", "year", "stage", "item", "scores"),
        *("clauses", "facts", "causes", "readings", "improvements"),
    ]
    assert found["item"] == {"number": "1.1", "id": "coverage", "title": "扩面征缴工作", "points": "8"}
    assert found["readings"][1] == {
        "id": "coverage.further_awards",
        "option": "cumulative",
        "words": "再得2分",
        "taken": "两档加分只取较高的一档，满分4分",
        "meaning": "达到2%的两档加分都得，满分变为5分",
        "score": "2",
    }
    assert [(one["indicator"], one["to"], one["gain"]) for one in found["improvements"]] == [
        ("contributors", "318601", "2"),
        ("migrant_workers", "60802", "1"),
    ]


def test_what_other_readings_would_give() -> None:
    """Switched, the score is the one that was told."""
    file = CITIES / "丙市.yaml"
    told = {f"{one['id']}={one['option']}": one["score"] for one in explained(file, "4.6")["readings"]}
    assert told == {"training_subsidies.penalty_count=each": "-10"}
    switched = explained(file, "4.6", "--reading", "training_subsidies.penalty_count=each")
    assert switched["scores"] == [{"stage": "自评分", "score": "-10"}]
    assert [one["option"] for one in switched["readings"]] == ["once"]


def test_markdown() -> None:
    ran = kaohe("why", CITY, "1.1", "--format", "markdown")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("# 1.1 扩面征缴工作\n\n单位：乙市　年度：2011　阶段：自评分\n\n满分 8 分：自评分 2\n")
    assert "| 条款 | 扣分说明 | 扣分 | 算式 |\n" in ran.out
    assert "\n## 依据的事实\n\n| 事实 | 自评分 |\n" in ran.out


@pytest.mark.parametrize("suffix", [".txt", ".json", ".md"])
def test_a_file_gets_what_standard_output_would(suffix: str, tmp_path: Path) -> None:
    target = tmp_path / f"说明{suffix}"
    ran = kaohe("why", CITY, "1.1", "-o", target)
    assert (ran.code, ran.output, ran.err) == (0, b"", f"已写入 {target}\n")
    form = {".txt": "terminal", ".json": "json", ".md": "markdown"}[suffix]
    assert target.read_bytes() == kaohe("why", CITY, "1.1", "--format", form).output


def test_facts_that_are_missing() -> None:
    found = explained(WITH_GAPS, "1.1")
    assert found["scores"] == [{"stage": "自评分", "score": None}]
    assert found["facts"][1]["values"] == ["上年末 93400 人，本年末 缺报"]
    assert {one["score"] for one in found["readings"]} == {None}
    page = kaohe("why", WITH_GAPS, "1.1").out
    assert "满分 8 分：自评分 待定" in page


def test_evidence_beside_its_facts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    UNITS.mkdir()
    province()
    page = kaohe("why", UNITS / "甲市.yaml", UNITS / "终.yaml", "1.1")
    assert page.code == 0
    assert "附件/完成.txt" in page.out
    evidence = [one["evidence"] for one in explained(UNITS / "甲市.yaml", "1.1")["facts"]]
    assert ["附件/完成.txt"] in evidence


def test_notes_beside_their_facts(tmp_path: Path) -> None:
    unit = tmp_path / "乙市.yaml"
    notes = "notes:\n  coverage:\n    contributors: 含当年转入的人数\n    migrant_workers:\n  benefit_payment: 另报\n"
    unit.write_text(f"{CITY.read_text(encoding='utf-8')}{notes}", encoding="utf-8")
    assert [one["notes"] for one in explained(unit, "1.1")["facts"]] == [["含当年转入的人数"], []]
    assert all(one["notes"] == ["另报"] for one in explained(unit, "1.3")["facts"])
    page = kaohe("why", unit, "1.1").out.splitlines()
    heading = page.index("依据的事实")
    assert "备注" in page[heading + 1]
    assert "含当年转入的人数" in "".join(page[heading:])
    assert "佐证" not in page[heading + 1]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("files", "number"), [(STAGES, "4.6"), ((CITY,), "2.1"), ((WITH_GAPS,), "1.1")])
def test_the_page_is_eighty_columns_wide(files: tuple[Path, ...], number: str, language: str) -> None:
    ran = kaohe("why", *files, number, "--lang", language)
    assert ran.code == 0
    assert 70 < max(map(cell_len, ran.out.splitlines())) <= 80


def test_an_item_that_is_not_there() -> None:
    assert refused(CITY, "coverge") == said("unknown-item", found="coverge", nearest="1.1 扩面征缴工作")
    assert refused(CITY, "9.9") == said("unknown-item", found="9.9", nearest="")


def test_words_of_several_items() -> None:
    assert refused(CITY, "数据") == said("several-items", found="数据", items="6.4 数据库系统、6.6 数据利用")


def test_one_unit_at_a_time() -> None:
    assert refused(CITY, CITIES / "甲市.yaml", "1.1") == said("one-unit-at-a-time")
    assert "提分清单" not in said("one-unit-at-a-time")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["none.yaml", "1.1"], "没有这个文件或文件夹：none.yaml"),
        ([CITY, "1.1", "--format", "html"], "没有“html”这种格式，可用：terminal, json, markdown, csv, xlsx"),
        ([CITY, "1.1", "-o", CITY, "--format", "json"], "是这次要读的单位的指标文件"),
        ([CITY, "1.1", "--reading", "x.y=z"], "没有“x.y”这处读法"),
        (["1.1"], "缺少参数"),
    ],
)
def test_what_is_refused(arguments: list[str | Path], message: str) -> None:
    assert message in refused(*arguments)


def test_problems_of_the_files(tmp_path: Path) -> None:
    bad = tmp_path / "乙市.yaml"
    bad.write_text("rubric: 无\nunit: 乙市\n", encoding="utf-8")
    ran = kaohe("why", bad, "1.1")
    assert (ran.code, ran.output) == (1, b"")
    assert ran.err.startswith(f"{bad}:1:9: unknown-rubric")
    rubric = ROOT / "rubrics" / f"{SHIPPED}.yaml"
    assert kaohe("why", rubric, "1.1").code == 1
