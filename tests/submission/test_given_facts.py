"""What the province gives: a unit's file may say the same or nothing, whatever kind of fact and file it is."""

from pathlib import Path

import pytest

from kaohe.messages import Language
from support.command_line import kaohe

TEXT = """\
kaohe: 1
id: common
title: 表
points: 1
stages: {self: 自评分, final: 审定分}
parameters:
  plan: {label: 计划, kind: change, unit: 人, plausible: false}
  rate: {label: 比例, kind: percent}
  class: {label: 类别, kind: choice, options: {one: 一类, two: 二类}}
sections:
  - id: s
    title: 项
    points: 1
    items:
      - id: work
        title: 工作
        points: 1
        target: 目标
        method: 达标得1分。
        indicators: {own: {label: 自报比例, kind: percent}}
        rules:
          - type: all_or_nothing
            clause: 达标得1分
            points: 1
            requires: own >= parameters.rate and parameters.plan.growth > 0% and parameters.class = one
"""
EVERY = "rubric: r.yaml\nparameters: {plan: {previous: 1, current: 2}, rate: 50%, class: 一类}\n"
UNIT = "rubric: r.yaml\nunit: 甲市\nindicators: {{work: {{own: 60%}}}}\nparameters: {{{}}}\n"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("r.yaml").write_text(TEXT, encoding="utf-8")
    Path("parameters.yaml").write_text(EVERY, encoding="utf-8")


def said(*files: str, language: Language = "zh") -> tuple[int, list[str]]:
    ran = kaohe("score", *files, "--format", "csv", "--lang", language)
    return ran.code, ran.err.splitlines()


@pytest.mark.parametrize(
    "own",
    ["", "rate: 50.0%", "class: one", "类别: 一类", "plan: {current: 2}", "plan: {previous: 1, current: 2}, rate: 50%"],
)
def test_nothing_and_the_same_are_fine(own: str) -> None:
    Path("甲市.yaml").write_text(UNIT.format(own), encoding="utf-8")
    assert said("甲市.yaml") == (0, [])


@pytest.mark.parametrize(
    ("own", "column", "label", "found", "expected"),
    [
        ("rate: 60%", 20, "比例", "60%", "50%"),
        ("class: two", 21, "类别", "二类", "一类"),
        ("plan: {previous: 1, current: 3}", 43, "计划", "3", "2"),
        ("计划: {本年: 3}", 23, "计划", "3", "2"),
    ],
)
def test_another_value_is_found_at_its_place(own: str, column: int, label: str, found: str, expected: str) -> None:
    Path("甲市.yaml").write_text(UNIT.format(own), encoding="utf-8")
    rest = f"“{label}”：这里写的是“{found}”，parameters.yaml 统一给的是“{expected}”；删去这里的，或核对后改成一样"
    assert said("甲市.yaml") == (1, [f"甲市.yaml:4:{column}: given-differs {rest}"])


def test_what_the_file_leaves_out_is_nobodys_to_say() -> None:
    Path("parameters.yaml").write_text("rubric: r.yaml\nparameters: {rate: 50%}\n", encoding="utf-8")
    Path("甲市.yaml").write_text(UNIT.format("class: one"), encoding="utf-8")
    assert said("甲市.yaml")[1][0] == (
        "甲市.yaml:4:21: given-nowhere “类别”：这里写的是“一类”，而各单位共用的参数由 parameters.yaml 统一给，"
        "那里没有这一项；写到那里去"
    )
    assert said("甲市.yaml", language="en")[1][0] == (
        "甲市.yaml:4:21: given-nowhere “类别”: found “一类”, but parameters.yaml gives what is common to all units and "
        "has no value for it; write it there"
    )


def test_a_file_without_parameters_gives_none() -> None:
    Path("parameters.yaml").write_text("rubric: r.yaml\nparameters:\n", encoding="utf-8")
    Path("甲市.yaml").write_text(
        UNIT.format("class: one, rate: 50%, plan: {previous: 1, current: 2}"), encoding="utf-8"
    )
    assert said("甲市.yaml") == (0, [])


@pytest.mark.parametrize(("key", "old", "new"), [("rate", "50%", "40%"), ("plan.current", "2", "3")])
def test_a_later_stage_changes_nothing_of_it(key: str, old: str, new: str) -> None:
    Path("甲市.yaml").write_text(UNIT.format(""), encoding="utf-8")
    change = f"    {key}: {{old: {old}, new: {new}, reason: 改}}\n"
    later = f"rubric: r.yaml\nunit: 甲市\nstage: final\nchanges:\n  parameters:\n{change}"
    Path("审定.yaml").write_text(later, encoding="utf-8")
    code, lines = said("甲市.yaml", "审定.yaml")
    assert (code, len(lines)) == (1, 1)
    assert lines[0].startswith("审定.yaml:6:")
    assert "given-differs" in lines[0]
    assert f"parameters.yaml 统一给的是“{old}”" in lines[0]


def test_a_row_of_a_table() -> None:
    text = "rubric,unit,work.own,parameters.rate\nr.yaml,甲市,60%,50%\nr.yaml,乙市,60%,60%\n"
    Path("表.csv").write_text(text, encoding="utf-8")
    (line,) = said("表.csv")[1]
    assert line.startswith("表.csv:3:4: given-differs “比例”：这里写的是“60%”，parameters.yaml 统一给的是“50%”")


def test_a_template_shows_it_and_does_not_ask() -> None:
    text = kaohe("template", "r.yaml").out
    assert (
        "# 各单位共用的数由省里统一给（parameters.yaml），这里不填：\n# 计划：1、2\n# 比例：50%\n# 类别：一类\n" in text
    )
    assert "\nparameters:" not in text
    Path("别的.yaml").write_text("rubric: r.yaml\nparameters: {rate: 70%}\n", encoding="utf-8")
    assert "# 类别：（还没有给）\n" in kaohe("template", "r.yaml", "--parameters", "别的.yaml").out
    assert "# 比例: 70%\n" in kaohe("template", "r.yaml", "--parameters", "别的.yaml", "--lang", "en").out
    Path("parameters.yaml").unlink()
    assert "\nparameters:" in kaohe("template", "r.yaml").out
