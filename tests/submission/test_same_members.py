"""Lists with the members of another list: nobody left out, nobody else, at every stage."""

import json
from pathlib import Path
from typing import Any

import pytest

from support.command_line import ROOT, kaohe

RUBRIC = ROOT / "tests" / "bad" / "rubrics" / "counties.yaml"
HEAD = "unit: 甲市\nyear: 2011\n"
POSTS = "{stations: {东县: 2, 西县: 3}, officers: {东县: {number: 1}, 西县: {number: 1}}}"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "rubric.yaml").write_text(RUBRIC.read_text(encoding="utf-8"), encoding="utf-8")
    return tmp_path


def score(folder: Path, counties: str, posts: str, *later: str) -> Any:
    """The sheet as data, or the lines of what is wrong."""
    text = f"rubric: rubric.yaml\n{HEAD}indicators:\n  shared: {{counties: {counties}}}\n  posts: {posts}\n"
    (folder / "unit.yaml").write_text(text, encoding="utf-8")
    files = ["unit.yaml"]
    if later:
        files.append("final.yaml")
        text = f"rubric: rubric.yaml\n{HEAD}stage: final\nchanges:\n" + "".join(f"  {line}\n" for line in later)
        (folder / "final.yaml").write_text(text, encoding="utf-8")
    ran = kaohe("score", *files, "--format", "json")
    return json.loads(ran.out) if ran.code == 0 else ran.err.splitlines()


def test_all_are_there(folder: Path) -> None:
    sheet = score(folder, "[东县, 西县]", POSTS)
    assert (sheet["score"], sheet["missing"]) == ("9", [])


def test_one_that_is_left_out_is_missing(folder: Path) -> None:
    sheet = score(folder, "[东县, 西县, 南县]", POSTS)
    assert (sheet["low"], sheet["high"]) == ("5", "10")
    assert [one["label"] for one in sheet["missing"]] == ["各县站数：南县", "各县专员：南县人数"]


def test_none_are_none(folder: Path) -> None:
    sheet = score(folder, "[]", "{stations: {}, officers: {}}")
    assert (sheet["score"], sheet["missing"]) == ("4", [])


def test_members_of_a_list_that_is_not_reported_are_strange(folder: Path) -> None:
    found = score(folder, "", POSTS)
    assert [line.split(": ")[1].split()[0] for line in found] == ["members-strange", "members-strange"]


ADDED = "shared: {counties: {old: [西县, 东县], new: [西县, 东县, 北县], reason: 漏报}}"
BOTH = "{stations.北县: {old: , new: 1, reason: 漏报}, officers.北县: {old: , new: {number: 1}, reason: 漏报}}"


def test_a_later_stage_changes_all_of_the_lists(folder: Path) -> None:
    sheet = score(folder, "[东县, 西县]", POSTS, ADDED, f"posts: {BOTH}")
    assert sheet["score"] == "10"


def test_a_later_stage_does_not_forget_one(folder: Path) -> None:
    found = score(folder, "[东县, 西县]", POSTS, ADDED)
    code, expected = "members-left-out", ["1.1 各县站数", "1.1 各县专员"]
    assert [line for line in found if code not in line or "有 北县" not in line] == []
    assert [name for name, line in zip(expected, found, strict=True) if f"“{name}”没有" not in line] == []


def test_a_later_stage_can_take_no_member_alone_as_not_applicable(folder: Path) -> None:
    change = "officers.东县: {old: {number: 1}, new: {number: 不适用}, reason: 无}"
    (line,) = score(folder, "[东县, 西县]", POSTS, f"posts: {{{change}}}")
    assert line == (
        "final.yaml:6:57: member-must-apply “岗位”：“各县专员”里的“东县”（人数）不能单填“不适用”；"
        "没有发生的写 0 或 false，还不知道的留空"
    )
