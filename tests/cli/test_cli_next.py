"""`kaohe next` as it is typed: formats, targets, readings, what is refused."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from support.command_line import CITIES, FULL_MARKS, WITH_GAPS, kaohe

CITY = CITIES / "丁市.yaml"


def listed(*arguments: str | Path, **others: Any) -> Any:
    ran = kaohe("next", "--format", "json", *arguments, **others)
    assert (ran.code, ran.err) == (0, "")
    return json.loads(ran.out)


def test_the_table() -> None:
    ran = kaohe("next", CITY)
    assert (ran.code, ran.err) == (0, "")
    head, measure, *rest = ran.out.splitlines()[1:]
    assert (head, measure) == (
        "单位：丁市　年度：2011　阶段：自评分　提分清单：离各项标准还差多少",
        "现得 369 / 400 分",
    )
    assert "否决生效：1.9失业保险基金管理。先解除否决" in "".join(rest)
    english = kaohe("next", CITY, "--lang", "en").out
    assert "lifts a veto" in english
    assert "Score now 369 / 400" in english


def test_what_is_written_into_the_file_comes_true(tmp_path: Path) -> None:
    """Each line's value in place of the old one: the score rises by exactly what was said."""
    text = CITY.read_text(encoding="utf-8")
    for one in listed(CITY)["improvements"]:
        content = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - texts as they stand
        inside = content["indicators"][one["item"]]
        path = [part for part in (one["indicator"], one["member"], one["field"]) if part]
        for part in path[:-1]:
            inside = inside[part]
        old, inside[path[-1]] = inside[path[-1]], one["to"]
        assert old == {True: "true", False: "false"}.get(one["from"], one["from"])
        plain = json.dumps(content, ensure_ascii=False).replace('"true"', "true").replace('"false"', "false")
        changed = tmp_path / "丁市.yaml"
        changed.write_text(_unquoted(plain), encoding="utf-8")
        score = json.loads(kaohe("score", changed, "--format", "json", "--parameters", CITIES / "parameters.yaml").out)
        assert float(score["score"]) == 369 + float(one["gain"])


def _unquoted(text: str) -> str:
    """Numbers without the quotes that JSON put round all texts; a whole file of them has no other digits alone."""
    import re

    return re.sub(r'"(\d+(?:\.\d+)?)"', r"\1", text)


@pytest.mark.parametrize("suffix", [".txt", ".json", ".md"])
def test_a_file_gets_what_standard_output_would(suffix: str, tmp_path: Path) -> None:
    target = tmp_path / f"清单{suffix}"
    ran = kaohe("next", CITY, "-o", target)
    assert (ran.code, ran.output, ran.err) == (0, b"", f"已写入 {target}\n")
    form = {".txt": "terminal", ".json": "json", ".md": "markdown"}[suffix]
    assert target.read_bytes() == kaohe("next", CITY, "--format", form).output
    assert target.read_bytes() == kaohe("next", CITY, "--format", form, "-o", "-").output
    assert kaohe("next", CITY, "-q", "-o", target).err == ""


def test_standard_input() -> None:
    assert kaohe("next", "-", stdin=FULL_MARKS.read_bytes()).output == kaohe("next", FULL_MARKS).output


def test_missing_facts() -> None:
    found = listed(WITH_GAPS)
    assert (found["complete"], found["score"], found["low"], len(found["missing"])) == (False, None, "288", 11)
    ran = kaohe("next", WITH_GAPS)
    assert "现已确定至少得 288 / 400 分，以下按此计算" in ran.out
    assert "还有 11 项事实缺报，应先补报（kaohe score 逐项列出）" in ran.out


def test_readings_and_parameters(tmp_path: Path) -> None:
    plain = {(one["item"], one["indicator"]): one["to"] for one in listed(CITIES / "乙市.yaml")["improvements"]}
    assert plain["benefit_payment", "unpaid_benefit_cases"] == "1"
    other = listed(CITIES / "乙市.yaml", "--reading", "benefit_payment.floor=none")["improvements"]
    changed = {(one["item"], one["indicator"]): one["to"] for one in other}
    assert changed["benefit_payment", "unpaid_benefit_cases"] == "2"
    parameters = tmp_path / "p.yaml"
    text = (CITIES / "parameters.yaml").read_text(encoding="utf-8")
    parameters.write_text(text, encoding="utf-8")
    assert listed(CITY, "--parameters", parameters) == listed(CITY)


UNBOUNDED = """\
kaohe: 1
id: open
title: 表
points: 5
stages: {self: 自评分}
sections:
  - id: s
    title: 项目
    points: 5
    items:
      - id: i
        title: 子项目
        points: 5
        target: 目标
        method: 每次扣1分
        indicators: {late: {label: 迟报, kind: count}}
        rules: [{type: deductions, clause: 每次扣1分, points: 5, floor: none, deductions: [{count: late, each: 1}]}]
"""


def test_a_score_without_a_lowest(tmp_path: Path) -> None:
    (tmp_path / "rubric.yaml").write_text(UNBOUNDED, encoding="utf-8")
    unit = tmp_path / "甲市.yaml"
    unit.write_text("rubric: rubric.yaml\nunit: 甲市\n", encoding="utf-8")
    ran = kaohe("next", unit)
    assert (ran.code, ran.err) == (1, "")
    assert "缺报的事实使得分没有下限，加多少分算不出来；先补报\n" in ran.out
    unit.write_text("rubric: rubric.yaml\nunit: 甲市\nindicators: {i: {late: 9}}\n", encoding="utf-8")
    assert listed(unit)["improvements"][0]["to"] == "8"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["none.yaml"], 2, "没有这个文件或文件夹：none.yaml"),
        ([CITIES], 2, "这是文件夹，不是文件："),
        ([CITY, "--format", "html"], 2, "没有“html”这种格式，可用：terminal, json, markdown, csv, xlsx"),
        ([CITY, "-o", "a.html"], 2, "没有“html”这种格式，可用：terminal, json, markdown, csv, xlsx"),
        ([CITY, "-o", "a.pdf"], 2, "从“a.pdf”的后缀看不出格式"),
        ([CITY, "-o", CITY, "--format", "json"], 2, "是这次要读的单位的指标文件"),
        ([CITY, "--reading", "x.y=z"], 2, "没有“x.y”这处读法"),
        ([CITY, CITY], 2, "一次只做一个单位；给出同一单位各阶段的文件"),
    ],
)
def test_what_is_refused(arguments: list[str | Path], code: int, said: str) -> None:
    ran = kaohe("next", *arguments)
    assert (ran.code, ran.output) == (code, b"")
    assert said in ran.err


def test_problems_of_the_file(tmp_path: Path) -> None:
    bad = tmp_path / "乙市.yaml"
    bad.write_text("rubric: 无\nunit: 乙市\n", encoding="utf-8")
    ran = kaohe("next", bad)
    assert (ran.code, ran.output) == (1, b"")
    assert ran.err.startswith(f"{bad}:1:9: unknown-rubric")


def test_a_later_stages_file_says_too_little() -> None:
    ran = kaohe("next", CITIES / "甲市.初评.yaml")
    assert (ran.code, ran.output) == (1, b"")
    assert ":3:7: no-first-file 没有“甲市”前一阶段的文件" in ran.err
