"""Several reviewers' files of one stage: taken together in any order, and refused where two change the same."""

import json
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from kaohe.messages import Language
from kaohe.source.document import Document
from kaohe.stages.joint_document import joint, parts_of
from support.command_line import Ran, kaohe
from support.stage_files import HEAD, assembled, lay_out

ZHAO = HEAD.format(stage="preliminary") + (
    "by: 赵某\non: 2012-01-12\n"
    "changes:\n  basics:\n    late: {old: 1, new: 2, reason: 漏报}\n    hours: {old: 39, new: 40, reason: 补记}\n"
)
QIAN = HEAD.format(stage="preliminary") + (
    "by: 钱某\non: 2012-01-13\n"
    "readings:\n  growth.unchanged: {old: some, new: none, reason: 统一口径}\n"
    "changes:\n  growth:\n    profit: {old: 5, new: -1, reason: 审计, by: 审计组, evidence: 附件/审计.txt}\n"
    "judgements:\n  place: {score: 3, reason: 酌情}\n"
)
TWO = {"赵.yaml": ZHAO, "钱.yaml": QIAN}


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("units").mkdir()


def laid(files: dict[str, str], **others: Any) -> list[Path]:
    return lay_out({"files": files, **others}, Path("units"))


def causes(ran: Ran) -> list[tuple[str, str, str, str]]:
    (way,) = json.loads(ran.out)["reconciliations"]
    return [(one["item"], one["subject"], one["by"], one["on"]) for one in way["causes"]]


def refused(files: dict[str, str], *, language: Language = "zh", **others: Any) -> list[str]:
    """What is said of files, by every command and in every order the same."""
    paths = laid(files, **others)
    said = [kaohe("score", *some, "--format", "json", "--lang", language) for some in permutations(paths)]
    assert {one.code for one in said} == {1}
    (lines,) = {tuple(sorted(one.err.splitlines())) for one in said}
    checked = kaohe("validate", "units", "--quiet", "--lang", language).out.splitlines()
    batch = kaohe("batch", "units", "-o", "out.csv", "--lang", language).err.splitlines()
    assert sorted(checked) == list(lines)
    assert [one for one in sorted(batch) if one in lines] == list(lines)
    return [line.removeprefix("units/") for line in lines]


def test_each_change_keeps_who_made_it_and_the_order_of_files_does_not_matter() -> None:
    files = laid(TWO)
    ran = [kaohe("score", *some, "--format", "json") for some in permutations(files)]
    assert len({one.output for one in ran}) == 1
    assert causes(ran[0]) == [
        ("growth", "“增长”", "钱某", "2012-01-13"),
        ("basics", "迟报", "赵某", "2012-01-12"),
        ("basics", "课时", "赵某", "2012-01-12"),
        ("growth", "盈亏", "审计组", "2012-01-13"),
        ("place", "位次", "钱某", "2012-01-13"),
    ]
    assert {one.err for one in ran} == {
        "units/赵.yaml: [说明] hands-merged “甲市”的省厅初评分有 2 份文件，已合在一起：units/赵.yaml、units/钱.yaml\n"
    }
    assert kaohe("score", *files, "--quiet", "--format", "json").err == ""


def test_it_is_what_one_file_would_have_given() -> None:
    whole = ZHAO.replace("by: 赵某\non: 2012-01-12\n", "") + QIAN.partition("changes:\n")[2]
    readings = QIAN[QIAN.index("readings") : QIAN.index("changes")]
    files = laid({"初评.yaml": whole.replace("changes:", readings + "changes:", 1)})
    alone = [one.score for one in map(lambda state: state.sheet(), assembled(files).states)]  # noqa: C417
    for path in files[1:]:
        path.unlink()
    assert [state.sheet().score for state in assembled(laid(TWO)).states] == alone


@pytest.mark.parametrize("command", ["why", "diff", "evidence", "next"])
def test_every_command_takes_them(command: str) -> None:
    files = laid(TWO)
    more = ["1.1"] if command == "why" else []
    outputs = [kaohe(command, *some, *more, "--format", "json") for some in permutations(files)]
    assert len({one.output for one in outputs}) == 1
    assert "hands-merged" in outputs[0].err


def test_a_batch_takes_them_and_says_so() -> None:
    laid(TWO)
    ran = kaohe("batch", "units", "-o", "out.csv")
    assert (ran.code, "[说明] hands-merged" in ran.err) == (0, True)
    assert kaohe("validate", "units").code == 0
    assert ",preliminary," in Path("out.csv").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "zh",
            "“1.1 迟报”在 units/{}.yaml:{} 里也改了：同一阶段的几份文件各改各的，同一处只能由一份来改；商定以后留一处",
        ),
        (
            "en",
            (
                "“1.1 迟报” is changed at units/{}.yaml:{} too: several files of one stage each change other things, "
                "and the same thing is changed in one of them only; agree, and keep one of the two"
            ),
        ),
    ],
    ids=["zh", "en"],
)
def test_the_same_fact_by_two_is_refused_in_both(language: Language, sentence: str) -> None:
    other = QIAN.replace("changes:\n", "changes:\n  basics: {late: {old: 1, new: 2, reason: 漏报}}\n")
    found = refused({"赵.yaml": ZHAO, "钱.yaml": other}, language=language)
    assert found == [
        f"赵.yaml:8:5: hands-change {sentence.format('钱', '9:12')}",
        f"钱.yaml:9:12: hands-change {sentence.format('赵', '8:5')}",
    ]


CLASHES = {
    "a part and the whole": (
        "changes: {growth: {funds: {old: {previous: 100, current: 120}, new: , reason: 核}}}\n",
        "changes: {growth: {funds.current: {old: 120, new: 90, reason: 核}}}\n",
        "1.2 资金",
    ),
    "one member": (
        "changes: {uploads: {spoiled.一县: {old: 1, new: 2, reason: 核}}}\n",
        "changes: {uploads: {spoiled.一县: {old: 1, new: 3, reason: 核}}}\n",
        "2.1 差错",
    ),
    "a reading": (
        "readings: {growth.unchanged: {old: some, new: none, reason: 一}}\n",
        "readings: {growth.unchanged: {old: some, new: none, reason: 二}}\n",
        "growth.unchanged",
    ),
    "a judgement": (
        "judgements: {growth: {score: 3, reason: 一}}\n",
        "judgements: {growth: {score: 4, reason: 一}}\n",
        "1.2 增长",
    ),
    "another reviewer": (
        "by: 赵某\njudgements: {growth: {score: 3, reason: 一}}\n",
        "by: 钱某\njudgements: {growth: {score: 3, reason: 一}}\n",
        "1.2 增长",
    ),
}


@pytest.mark.parametrize("clash", CLASHES.values(), ids=CLASHES)
def test_what_is_the_same_thing(clash: tuple[str, str, str]) -> None:
    one, other, label = clash
    head = HEAD.format(stage="preliminary")
    found = refused({"赵.yaml": head + one, "钱.yaml": head + other})
    assert [line.split()[1] for line in found] == ["hands-change"] * 2
    assert all(f"“{label}”" in line for line in found)


def test_two_members_of_a_list_may_be_changed_by_two() -> None:
    head = HEAD.format(stage="preliminary")
    one = "changes: {uploads: {spoiled.一县: {old: 1, new: 2, reason: 核}}}\n"
    other = "changes: {uploads: {spoiled.二县: {old: , new: 3, reason: 核}}}\n"
    found = assembled(laid({"赵.yaml": head + one, "钱.yaml": head + other}))
    assert (found.bad, len(found.steps[0])) == ({}, 2)


def test_what_is_the_same_in_all_counts_once() -> None:
    """A copy that lies beside the file changes nothing, and is told of."""
    files = laid({"赵.yaml": ZHAO, "赵 - 副本.yaml": ZHAO})
    ran = kaohe("score", *files, "--format", "json")
    assert (ran.code, len(causes(ran)), "hands-merged" in ran.err) == (0, 2, True)


def test_where_one_is_wrong_the_others_wait() -> None:
    found = refused({"赵.yaml": ZHAO.replace("new: 2", "new: 两次"), "钱.yaml": QIAN})
    assert [line.split()[1] for line in found] == ["number-in-words", "needs-other"]


def test_what_does_not_fit_is_said_of_the_file_it_stands_in() -> None:
    found = refused({"赵.yaml": ZHAO, "钱.yaml": QIAN.replace("old: 5", "old: 6").replace("score: 3", "score: 99")})
    codes = [(line.partition(":")[0], line.split()[1]) for line in found]
    assert codes == [("赵.yaml", "needs-other"), ("钱.yaml", "old-differs"), ("钱.yaml", "out-of-range")]


def test_facts_that_are_missing_in_the_final_stage_are_said_once() -> None:
    head = HEAD.format(stage="final")
    found = refused({"赵.yaml": head, "钱.yaml": head}, first=[("late: 1, ", "")])
    assert [line.split()[1] for line in found] == ["final-incomplete", "needs-other"]


def test_another_version_of_the_rubric() -> None:
    changed: dict[str, Any] = {"rubrics": {"new.yaml": [("title: 制度", "title: 各项制度")]}}
    head = HEAD.format(stage="preliminary")
    because = head.replace("form.yaml", "new.yaml") + "rubric_reason: 修订\n"
    found = refused({"赵.yaml": head, "钱.yaml": because}, **changed)
    said = "同一阶段的另一份文件（units/{}.yaml:1:1）用的是另一个版本的评分细则；几份文件要用同一个版本"
    assert found == [f"{one}.yaml:1:1: hands-rubric {said.format(other)}" for one, other in ("赵钱", "钱赵")]
    agreed = assembled(laid({"赵.yaml": because, "钱.yaml": head.replace("form", "new")}, **changed))
    assert [step.kind for step in agreed.steps[0]] == ["rubric_version"]
    found = refused({"赵.yaml": because, "钱.yaml": because.replace("修订", "勘误")}, **changed)
    assert [line.split()[1] for line in found] == ["hands-change"] * 2


def test_evidence_of_files_in_two_folders_is_found() -> None:
    first, zhao, qian = laid(TWO)
    Path("他处/附件").mkdir(parents=True)
    Path("他处/附件/审计.txt").write_text("审计", encoding="utf-8")
    moved = Path("他处") / qian.name
    moved.write_text(qian.read_text(encoding="utf-8").replace("form.yaml", "../units/form.yaml"), encoding="utf-8")
    ran = kaohe("evidence", zhao, moved, first, "--format", "json")
    (directory,) = json.loads(ran.out)["units"]
    (file,) = directory["evidence"]["files"]
    assert file["state"] == "unrecorded"


def test_a_document_alone_is_its_only_part() -> None:
    one, other = (Document(name, {"changes": {name: {"x": 1}}}, b"", "", []) for name in "ab")
    both = joint([one, other])
    assert (parts_of(one), parts_of(both)) == ((one,), (one, other))
    assert [both.owner(path).path for path in [("changes", "b", "x"), ("changes", "a", "y"), ("stage",)]] == [*"baa"]


def test_a_workbook_and_a_file_are_taken_together_and_its_points_are_not_compared() -> None:
    """The workbook computes points of its own changes alone."""
    files = laid({"赵.yaml": ZHAO})
    workbook = Path("units/钱.xlsx")
    assert kaohe("template", "units/form.yaml", "--stage", "preliminary", "--of", files[0], "-o", workbook).code == 0
    book = load_workbook(workbook)
    page = book.active
    assert isinstance(page, Worksheet)
    keys = {str(cell.value): column for column, cell in enumerate(page[1], 1)}
    rows = {str(row[0].value): number for number, row in enumerate(page.iter_rows(), 1)}
    filled: list[tuple[str, str, int | str]] = [
        ("growth.profit", "new_current", -1),
        ("growth.profit", "reason", "审计"),
        ("by", "current", "钱某"),
        ("on", "current", "2012-01-13"),
    ]
    for row, key, value in filled:
        page.cell(rows[row], keys[key], value)
    book.save(workbook)
    ran = [kaohe("score", *some, "--format", "json") for some in permutations([*files, workbook])]
    assert len({one.output for one in ran}) == 1
    assert [one[2] for one in causes(ran[0])] == ["赵某", "赵某", "钱某"]
    assert "written-score" not in ran[0].err
    page.cell(rows["basics.late"], keys["new_current"], 2)
    page.cell(rows["basics.late"], keys["reason"], "漏报")
    book.save(workbook)
    said = kaohe("score", *files, workbook, "--format", "json").err
    assert "units/赵.yaml:8:5: hands-change “1.1 迟报”在 units/钱.xlsx:指标填报!" in said
