"""`kaohe test --mutate`: what it says in every form, and how it ends."""

import json
import shutil
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest

from support.command_line import kaohe
from support.small_cases import CASES, RUBRIC

MORE = """
- name: 隐患十二处，扣到0分为止
  item: safety
  facts: {hazards: 12, accidents: 0}
  points: 0
- name: 事故两起，只倒扣一次
  item: safety
  facts: {hazards: 0, accidents: 2}
  points: -2
- name: 人数增加0.99%
  item: growth
  facts: {insured: {previous: 10000, current: 10099}, funds: {previous: 5, current: 6}, late: 0}
  points: 6
- name: 人数增加0.01%
  item: growth
  facts: {insured: {previous: 10000, current: 10001}, funds: {previous: 5, current: 6}, late: 0}
  points: 6
- name: 读作不算：人数增加1.01%
  item: growth
  facts: {insured: {previous: 10000, current: 10101}, funds: {previous: 5, current: 6}, late: 0}
  readings: {growth.exactly: without}
  points: 8
- name: 没有计划而有制度
  item: visits
  facts: {planned: false, homes: 10, rules_made: true, rules_kept: true}
  points: 6
- name: 恰好15分
  facts:
    growth: {insured: {previous: 1000, current: 1000}, funds: {previous: 5, current: 4}, late: 0}
    visits: {planned: true, homes: 9, rules_made: true, rules_kept: true}
    safety: {hazards: 6, accidents: 0}
  score: 15
  grade: good
- name: 只有14分
  facts:
    growth: {insured: {previous: 1000, current: 1000}, funds: {previous: 5, current: 4}, late: 0}
    visits: {planned: true, homes: 9, rules_made: true, rules_kept: true}
    safety: {hazards: 7, accidents: 0}
  score: 14
  grade: fair
"""
LAST = """\
- name: 没有制度
  item: visits
  facts: {planned: true, homes: 10, rules_made: false, rules_kept: true}
  points: 6
"""
RUNNING = "正在逐处改动 assessed.yaml，看例能不能发现…\n"
LEFT = """\
assessed.yaml:69:24: 1.2 走访：rules_made 改为 rules_kept，没有一例发现
    - {at: visits.rules.2.requires.1, change: "rules_made → rules_kept", reason: }
assessed.yaml:69:24: 1.2 走访：去掉 rules_made，没有一例发现
    - {at: visits.rules.2.requires.1, change: "rules_made →", reason: }
每一处都可能是写错了也没人知道：补上能发现它的例；确实不影响任何得分的，把上面缩进的那一行写进 \
assessed.equivalents.yaml 的 equivalents，补上理由
assessed.yaml: 逐处改动 132 处：102 处有例发现，2 处没有一例发现，0 处已说明不影响得分；另有 13 处算法不变，\
15 处改后通不过检查
"""
ENGLISH = """\
assessed.yaml:69:24: 1.2 走访: rules_made changed to rules_kept, which no case notices
    - {at: visits.rules.2.requires.1, change: "rules_made → rules_kept", reason: }
assessed.yaml:69:24: 1.2 走访: rules_made left out, which no case notices
    - {at: visits.rules.2.requires.1, change: "rules_made →", reason: }
any of these could be a slip that nobody sees: add cases that notice it; where no score can ever change, write the \
indented line in assessed.equivalents.yaml under equivalents, with the reason
assessed.yaml: 132 changes one by one: 102 noticed by some case, 2 by none, 0 explained as changing no score; besides, \
13 mean the same, 15 are refused as unsound
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small rubric with cases that notice all but one thing."""
    shutil.copy(RUBRIC, tmp_path)
    (tmp_path / CASES.name).write_text(CASES.read_text(encoding="utf-8") + MORE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_what_no_case_notices(folder: Path) -> None:
    ran = kaohe("test", "--mutate")
    assert (ran.code, ran.err) == (1, RUNNING)
    cases, coverage, *left = ran.out.splitlines(keepends=True)
    assert cases == "assessed.cases.yaml: 18 例，全部符合；1 例有签字\n"
    assert coverage.startswith("assessed.yaml: ")
    assert "".join(left) == LEFT
    english = kaohe("test", "--mutate", environment={"KAOHE_LANG": "en"})
    assert english.out.endswith(ENGLISH)
    assert english.err == "changing assessed.yaml in one thing after another, to see whether some case notices…\n"
    assert (folder / RUBRIC.name).read_bytes() == RUBRIC.read_bytes()


def test_quietly(folder: Path) -> None:
    ran = kaohe("test", "--mutate", "--quiet", folder)
    assert (ran.code, ran.err) == (1, "")
    assert len(ran.out.splitlines()) == 4


def test_all_noticed(folder: Path) -> None:
    with (folder / CASES.name).open("a", encoding="utf-8") as cases:
        cases.write(LAST)
    ran = kaohe("test", "--mutate")
    assert (ran.code, ran.err) == (0, RUNNING)
    assert ran.out.splitlines()[-1] == (
        "assessed.yaml: 逐处改动 132 处：104 处有例发现，0 处没有一例发现，0 处已说明不影响得分；"
        "另有 13 处算法不变，15 处改后通不过检查"
    )


EQUIVALENTS = """\
rubric: assessed
equivalents:
- {at: visits.rules.2.requires.1, reason: 没有制度就谈不上执行}
"""
UNUSED = '- {at: safety.vetoes.1.penalty, change: "penalty: 2 → penalty: 3", reason: 说不出}\n'


def test_equivalents(folder: Path) -> None:
    file = folder / "assessed.equivalents.yaml"
    file.write_text(EQUIVALENTS, encoding="utf-8")
    ran = kaohe("test", "--mutate")
    assert ran.code == 0
    assert "102 处有例发现，0 处没有一例发现，2 处已说明不影响得分" in ran.out
    assert kaohe("validate", ".").out.splitlines()[1] == "assessed.equivalents.yaml: 不影响得分的改动，1 处"
    file.write_text(EQUIVALENTS + UNUSED, encoding="utf-8")
    ran = kaohe("test", "--mutate")
    assert ran.code == 1
    assert (
        "assessed.equivalents.yaml:4:3: unused-equivalent 没有这样一处不影响得分的改动：safety.vetoes.1.penalty"
        "（penalty: 2 → penalty: 3）"
    ) in ran.out
    file.write_text("rubric: assessed\nequivalents: 无\n", encoding="utf-8")
    ran = kaohe("test", "--mutate")
    assert (ran.code, ran.err) == (1, RUNNING)
    assert "\nassessed.equivalents.yaml:2:14: equivalents-expected " in ran.out
    assert "102 处有例发现，2 处没有一例发现" in ran.out
    assert kaohe("validate", file.name).code == 1
    file.write_text(EQUIVALENTS.replace("rubric: assessed", "rubric: another"), encoding="utf-8")
    ran = kaohe("test", "--mutate")
    assert ran.code == 1
    assert (
        "\nassessed.equivalents.yaml:1:9: equivalents-of-another 这里写的是“another”，旁边的细则却是“assessed”；"
        "改正 rubric，或者把文件改成它自己的细则的名字\n"
    ) in ran.out
    assert (
        "found “another”, but the rubric beside it is “assessed”; mend rubric, or give the file its own rubric's name"
    ) in kaohe("test", "--mutate", environment={"KAOHE_LANG": "en"}).out
    file.write_text(EQUIVALENTS.replace("rubric: assessed", "rubric: assessed.yaml"), encoding="utf-8")
    assert kaohe("test", "--mutate").code == 0


def test_json(folder: Path) -> None:
    (folder / "assessed.equivalents.yaml").write_text(
        EQUIVALENTS.replace("reason", 'change: "rules_made →", reason') + UNUSED, encoding="utf-8"
    )
    ran = kaohe("test", "--mutate", "--format", "json")
    found = json.loads(ran.out)
    (mutants,) = found["mutants"]
    assert (ran.code, found["passed"]) == (1, False)
    assert {key: one for key, one in mutants.items() if key not in ("listed", "problems")} == {
        "path": "assessed.yaml",
        "mutants": 132,
        "noticed": 102,
        "survived": 1,
        "refused": 15,
        "same": 13,
        "equivalent": 1,
    }
    assert [(one["verdict"], one["change"], one["message"]) for one in mutants["listed"]] == [
        ("survived", "rules_made → rules_kept", "1.2 走访：rules_made 改为 rules_kept，没有一例发现"),
        ("equivalent", "rules_made →", "没有制度就谈不上执行"),
    ]
    assert [one["code"] for one in mutants["problems"]] == ["unused-equivalent"]
    assert "mutants" not in json.loads(kaohe("test", "--format", "json").out)


def test_junit(folder: Path) -> None:
    (folder / "assessed.equivalents.yaml").write_text(f"{EQUIVALENTS[:30]}{UNUSED}", encoding="utf-8")
    root = fromstring(kaohe("test", "--mutate", "--format", "junit").out)  # noqa: S314 - our own
    suite = root.findall("testsuite")[-1]
    assert suite.attrib == {"name": "assessed.yaml", "tests": "105", "failures": "2", "errors": "1"}
    assert [one.attrib["name"] for one in suite if one.find("failure") is not None] == [
        "visits.rules.2.requires.1: rules_made → rules_kept",
        "visits.rules.2.requires.1: rules_made →",
    ]
    (error,) = suite.findall("testcase/error")
    assert "unused-equivalent" in error.attrib["message"]
    assert root.attrib == {"name": "kaohe test", "tests": "123", "failures": "2", "errors": "1"}


def test_cases_first(folder: Path) -> None:
    """Where a case differs anyway, it would differ of every mutant."""
    cases = (folder / CASES.name).read_text(encoding="utf-8")
    (folder / CASES.name).write_text(cases.replace("points: 12", "points: 11"), encoding="utf-8")
    ran = kaohe("test", "--mutate")
    assert (ran.code, ran.err) == (1, "例还没有全部符合，没有试各处改动；先把上面列出的改好\n")
    assert "逐处改动" not in ran.out
    english = kaohe("test", "--mutate", environment={"KAOHE_LANG": "en"})
    assert english.err == "not all cases agree, so no changes were tried; mend what is listed first\n"
