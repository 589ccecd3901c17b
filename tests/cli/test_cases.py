"""`kaohe test`: what it runs, what it says in every form, how it ends."""

import json
import os
import shutil
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest

from kaohe.cli.commands.test import CaseOptions, run
from kaohe.cli.reporter import Reporter
from kaohe.problems import Unusable
from support.command_line import FULL_MARKS, kaohe
from support.small_cases import CASES, RUBRIC

WRONG = """\
rubric: assessed
cases:
- name: 迟报三次
  item: growth
  facts: {insured: {previous: 1000, current: 1010}, funds: {previous: 5, current: 6}, late: 3}
  points: 7
- name: 看不懂
  item: growth
  facts: {late: 三次}
  points: 7
- name: 没有应得
  item: growth
"""
CHINESE = """\
assessed.cases.yaml:11:3: nothing-expected 例“没有应得”没有写应得什么；写 points: 应得的分，\
或 rules、sections、score、grade 中的一个
assessed.cases.yaml:3:3: 不符：迟报三次
    1.1 参保：应得 7 分，算得 6 分
      · 迟报 3 次，应扣 3 分；这部分只有 2 分，扣完为止
assessed.cases.yaml:7:3: 没有运行：看不懂
    assessed.cases.yaml:9:17: number-in-words “1.1 迟报”：“三次”用阿拉伯数字写：3
assessed.cases.yaml: 3 例，3 例不符或没有运行；0 例有签字
assessed.yaml: 规则、档次、条件、读法等 34 处，走到 9 处（26.4%）
"""
ENGLISH = """\
assessed.cases.yaml:11:3: nothing-expected the case “没有应得” expects nothing; write points: POINTS, or one of rules, \
sections, score, grade
assessed.cases.yaml:3:3: differs: 迟报三次
    1.1 参保: expected 7, found 6
      · 迟报 3 次; 3 points due: the part has only 2 points, and all of it is lost
assessed.cases.yaml:7:3: not run: 看不懂
    assessed.cases.yaml:9:17: number-in-words “1.1 迟报”: “三次” is written in digits: 3
assessed.cases.yaml: 3 cases, 3 differ or were not run; 0 signed
assessed.yaml: 34 places (rules, bands, conditions, readings …), 9 reached (26.4%)
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """One with the rubric in it, which is the current one."""
    shutil.copy(RUBRIC, tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def wrong(folder: Path) -> Path:
    path = folder / CASES.name
    path.write_text(WRONG, encoding="utf-8")
    return path


@pytest.mark.parametrize("named", [[], ["."], [RUBRIC.name], [CASES.name], [CASES.name, "."]])
def test_files_folders_and_rubrics(folder: Path, named: list[str]) -> None:
    shutil.copy(CASES, folder)
    hidden = folder / ".old"
    hidden.mkdir()
    shutil.copy(CASES, hidden)
    (folder / "folder.cases.yaml").mkdir()
    ran = kaohe("test", *named)
    path = Path(*named[:1]) if named and named[0] == CASES.name else Path(CASES.name)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        f"{path}: 10 例，全部符合；1 例有签字\n{RUBRIC.name}: 规则、档次、条件、读法等 34 处，走到 34 处（100%）\n"
    )
    assert kaohe("test", *named, "--quiet").out == ""


@pytest.mark.usefixtures("wrong")
def test_what_differs_is_said_with_its_reasons() -> None:
    ran = kaohe("test")
    assert (ran.out, ran.err, ran.code) == (CHINESE, "", 1)
    assert kaohe("test", "--quiet").out == "".join(CHINESE.splitlines(keepends=True)[:-2])
    assert kaohe("test", "--lang", "en").out == ENGLISH


@pytest.mark.usefixtures("wrong")
def test_what_is_not_reached_is_listed_and_may_be_too_much() -> None:
    lines = kaohe("test", "--coverage").out.splitlines()
    assert "assessed.yaml:30:21: 1.1 参保：没有一例落到规则的这一处：bands 1: {from: 1%, add: 2}" not in lines
    assert "assessed.yaml:38:28: 1.1 参保：没有一例用这种读法（without）：恰为1%的不算" in lines
    assert [line for line in lines if line.startswith("assessed.yaml:")][:1] == [
        "assessed.yaml:7:5: 小考核表：没有一例得到等次“好”"
    ]


@pytest.mark.parametrize(("least", "code"), [("26", 0), ("26.4", 0), ("26.5%", 1), ("１００", 1)])
def test_fail_under(folder: Path, least: str, code: int) -> None:
    (folder / CASES.name).write_text(
        WRONG.partition("- name: 看")[0].replace("points: 7", "points: 6"), encoding="utf-8"
    )
    ran = kaohe("test", "--fail-under", least)
    assert ran.code == code
    told = f"{RUBRIC.name}：只走到 26.4%，要求至少 {'26.5' if least == '26.5%' else '100'}%"
    assert (told in ran.err) is bool(code)


@pytest.mark.usefixtures("wrong")
def test_as_json() -> None:
    ran = kaohe("test", "--format", "json")
    found = json.loads(ran.out)
    (file,), (rubric,) = found["files"], found["rubrics"]
    assert (found["format"], found["passed"], file["path"], file["rubric"], ran.code) == (
        1,
        False,
        CASES.name,
        RUBRIC.name,
        1,
    )
    first, second = file["cases"]
    assert first["differences"] == [
        {
            "kind": "points",
            "id": "growth",
            "rule": "",
            "line": 6,
            "column": 11,
            "expected": "7",
            "found": "6",
            "message": "1.1 参保：应得 7 分，算得 6 分",
        }
    ]
    assert ([one["code"] for one in second["problems"]], second["passed"]) == (["number-in-words"], False)
    assert [one["code"] for one in file["problems"]] == ["nothing-expected"]
    assert (rubric["spots"], rubric["reached"], len(rubric["unreached"])) == (34, 9, 25)
    assert rubric["unreached"][0]["message"].startswith("1.1 参保：没有一例")


def test_ranges_grades_and_signatures_as_json(folder: Path) -> None:
    text = (
        "rubric: assessed\ncases:\n- {name: 甲, item: growth, points: {from: 1}, signed: {by: 张三, on: 2012-01-10}}\n"
        "- {name: 乙, score: none, grade: [good, fair]}\n"
    )
    (folder / CASES.name).write_text(text, encoding="utf-8")
    (file,) = json.loads(kaohe("test", "--format", "json").out)["files"]
    one, other = file["cases"]
    assert one["signed"] == {"by": "张三", "on": "2012-01-10"}
    assert one["differences"][0]["expected"] == {"from": "1", "to": None}
    assert [(diff["expected"], diff["found"]) for diff in other["differences"]] == [
        (None, {"from": "-2", "to": "29"}),
        (["好", "一般"], []),
    ]


@pytest.mark.usefixtures("wrong")
def test_as_junit() -> None:
    ran = kaohe("test", "--format", "junit")
    root = fromstring(ran.out)  # noqa: S314 - it is our own
    assert root.attrib == {"name": "kaohe test", "tests": "3", "failures": "1", "errors": "2"}
    (suite,) = root
    assert suite.attrib == {"name": CASES.name, "tests": "3", "failures": "1", "errors": "2"}
    first, second, third = suite
    assert first.attrib == {"classname": CASES.name, "name": "迟报三次", "file": CASES.name, "line": "3"}
    (failure,) = first
    message = f"{CASES.name}:3:3: 1.1 参保：应得 7 分，算得 6 分"
    assert failure.attrib["message"] == message
    assert failure.text == f"{message}\n迟报 3 次，应扣 3 分；这部分只有 2 分，扣完为止"
    assert [one[0].tag for one in (second, third)] == ["error", "error"]
    assert "number-in-words" in (second[0].text or "")
    assert kaohe("test", "--format", "junit").out == ran.out


def test_names_that_xml_has_no_way_to_write(folder: Path) -> None:
    name = "响铃\a.cases.yaml"
    (folder / name).write_text(WRONG, encoding="utf-8")
    root = fromstring(kaohe("test", name, "--format", "junit").out)  # noqa: S314 - it is our own
    assert root[0].attrib["name"] == r"响铃\x07.cases.yaml"


def test_what_has_no_cases(folder: Path) -> None:
    for named in ([], ["assessed.yaml"]):
        ran = kaohe("test", *named)
        assert (ran.code, ran.err) == (2, f"{Unusable('no-cases', found=(named or ['.'])[0]).message('zh')}\n")
    (folder / "neither.yaml").write_text("unit: 甲市\n", encoding="utf-8")
    ran = kaohe("test", "neither.yaml")
    assert (ran.code, ran.err) == (1, "neither.yaml:1:1: no-cases-file 这不是例的文件：里面没有 cases:\n")
    ran = kaohe("test", "nowhere.cases.yaml")
    assert (ran.code, ran.err) == (2, "没有这个文件或文件夹：nowhere.cases.yaml\n")


def test_cases_under_another_name(folder: Path) -> None:
    (folder / "例.yaml").write_text(WRONG.replace("rubric: assessed", "rubric: assessed.yaml"), encoding="utf-8")
    assert "例.yaml:3:3: 不符：迟报三次" in kaohe("test", "例.yaml").out


@pytest.mark.usefixtures("folder")
def test_what_can_not_be_meant() -> None:
    known = "text, json, junit"
    asked = Unusable("unknown-format", found="xml", known=known).message("zh")
    assert kaohe("test", "--format", "xml").err == f"{asked}\n"
    for least in ("many", "-1", "101"):
        ran = kaohe("test", f"--fail-under={least}")
        assert (ran.code, ran.err) == (2, f"{Unusable('fail-under', found=least).message('zh')}\n")


def test_a_broken_rubric_is_told_once_and_stops_no_other(folder: Path) -> None:
    shutil.copy(CASES, folder)
    (folder / "broken.yaml").write_text("kaohe: 1\nsections: []\n", encoding="utf-8")
    for name in ("broken.cases.yaml", "broken.more.cases.yaml"):
        (folder / name).write_text(WRONG.replace("assessed", "broken.yaml"), encoding="utf-8")
    ran = kaohe("test")
    assert ran.code == 1
    assert "assessed.cases.yaml: 10 例，全部符合" in ran.out
    assert ran.out.count("broken.yaml:1:1: missing-key 缺少“id”") == 1
    assert ran.out.count("needs-other") == 2


def test_no_unit_is_scored_by_cases(folder: Path) -> None:
    shutil.copy(CASES, folder)
    ran = kaohe("score", CASES.name)
    assert (ran.code, ran.err) == (
        1,
        f"{CASES.name}:1:1: cases-for-test 这是评分细则的例，不是单位的报送；用 kaohe test 运行\n",
    )
    shutil.copy(FULL_MARKS, folder)
    assert "1 个单位已打分" in kaohe("batch", str(folder), "-o", str(folder / "out")).err


def test_validate_knows_cases(folder: Path, wrong: Path) -> None:
    ran = kaohe("validate", CASES.name)
    assert (ran.code, ran.out.splitlines()[-1]) == (1, "共 1 个文件：2 个错误，0 个警告")
    shutil.copy(CASES, folder)
    assert kaohe("validate", CASES.name).out.splitlines()[0] == f"{CASES.name}: 例，10 个"
    wrong.write_text(WRONG.replace("assessed", "nowhere"), encoding="utf-8")
    assert "unknown-rubric" in kaohe("validate", CASES.name).out


def test_what_is_common_to_many_cases_is_wrong_but_once(folder: Path) -> None:
    case = "- {{name: {name}, item: growth, facts: {{late: 0}}, points: {{to: 8}}}}\n"
    text = "rubric: assessed.yaml\nyear: 今年\ncases:\n" + "".join(case.format(name=name) for name in "甲乙丙")
    (folder / CASES.name).write_text(text, encoding="utf-8")
    ran = kaohe("validate", CASES.name)
    assert [line.split()[1] for line in ran.out.splitlines()[:-1]] == ["year-expected"]
    assert ran.out.splitlines()[0].startswith(f"{CASES.name}:2:7: ")
    lines = kaohe("test").out.splitlines()
    assert lines[0] == f"{CASES.name}:4:3: 没有运行：甲"
    assert lines[1].startswith(f"    {CASES.name}:2:7: year-expected ")
    assert lines[2:4] == [f"{CASES.name}:{line}:3: 没有运行，原因同上：{name}" for line, name in ((5, "乙"), (6, "丙"))]
    assert f"{CASES.name}:6:3: not run for the same reason: 丙" in kaohe("test", "--lang", "en").out


def test_watching_runs_anew_when_a_file_changes(
    wrong: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    looks = iter(range(9))

    def wait(_seconds: float) -> None:
        look = next(looks)
        if look == 1:
            shutil.copy(CASES, wrong)
        elif look == 2:
            wrong.unlink()
        elif look == 3:
            raise KeyboardInterrupt
        if wrong.exists():
            os.utime(wrong, ns=(look, look))

    monkeypatch.setattr("kaohe.cli.watching.time.sleep", wait)
    reporter = Reporter("zh")
    assert reporter.attempt(lambda: run(reporter, CaseOptions([], watch=True))) == 130
    told = capsys.readouterr()
    assert told.out.count("3 例不符或没有运行") == 2
    assert told.out.count("10 例，全部符合") == 1
    assert told.err.count("等待文件改动（Ctrl-C 结束）") == 4
    assert told.err.count("都没有例") == 1


@pytest.mark.parametrize(
    ("code", "parameters", "chinese", "english"),
    [
        (
            "no-cases",
            {"found": "a.yaml"},
            "a.yaml 里、旁边都没有例（…cases.yaml）；用 kaohe cases 评分细则 -o 例.xlsx 可以先生成边界上的例",
            "no cases in or beside a.yaml (….cases.yaml); kaohe cases RUBRIC -o cases.xlsx writes those at its edges",
        ),
        ("no-cases-file", {}, "这不是例的文件：里面没有 cases:", "this is no file of cases: there is no cases: in it"),
        (
            "cases-for-test",
            {},
            "这是评分细则的例，不是单位的报送；用 kaohe test 运行",
            "these are cases of a rubric, and no unit's file; run them with kaohe test",
        ),
        (
            "fail-under",
            {"found": "x"},
            "--fail-under 写的是“x”，应是 0 到 100 的百分数，如 95",
            "--fail-under is “x”, expected a percentage from 0 to 100, like 95",
        ),
        (
            "cases-of-which-rubric",
            {},
            "--cases 要说是哪张表的例：kaohe schema 评分细则 --cases",
            "--cases needs a rubric: kaohe schema RUBRIC --cases",
        ),
        ("one-schema", {"options": "--a --b"}, "--a --b 一次只能用一个", "use one of --a --b at a time"),
    ],
)
def test_what_is_said(code: str, parameters: dict[str, str], chinese: str, english: str) -> None:
    found = Unusable(code, **parameters)
    assert (found.message("zh"), found.message("en")) == (chinese, english)


def test_cases_beside_a_rubric_that_are_of_another(folder: Path) -> None:
    shutil.copy(CASES, folder)
    shutil.copy(RUBRIC, "other.yaml")
    text = CASES.read_text(encoding="utf-8").replace("rubric: assessed\n", "rubric: assessed.yaml\n")
    Path("other.cases.yaml").write_text(text, encoding="utf-8")
    ran = kaohe("test", "other.yaml")
    assert (ran.code, ran.out.splitlines()[0]) == (1, "other.cases.yaml: 10 例，全部符合；1 例有签字")
    assert ran.err == "other.yaml：旁边的例写的 rubric 都不是这份细则，没有一例试它；改正例的文件里的 rubric\n"
    assert kaohe("test", "other.yaml", "assessed.yaml").code == 1
    assert kaohe("test", "assessed.yaml").code == 0


def test_a_link_to_nothing_is_told(folder: Path) -> None:
    shutil.copy(CASES, folder)
    Path("lost.cases.yaml").symlink_to("nowhere.yaml")
    ran = kaohe("test", ".")
    assert ran.code == 1
    assert "lost.cases.yaml" in ran.out
