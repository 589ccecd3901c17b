"""`kaohe cases`: what it writes, what it takes back, what it refuses, how it ends."""

from datetime import date
from pathlib import Path

import pytest

from kaohe.library import rubric_files
from support.command_line import kaohe
from support.signing import SMALL, Filled

FIRST = """\
# 由 kaohe cases 从“就业工作考核表（示例）”的规则生成：各条界线上和两边、扣完为止、没有填、不适用、各种读法
# 得分是评分细则算出来的，对不对要由懂原表的人逐例看过
rubric: {name}

cases:
- name: "1.2 数据上报：各项都达到"
  item: reporting
  facts:
    late_reports: 0
  rules: {{1: 5}}
  points: 5

- name: "1.2 超时上报：1 次"
"""


def test_cases_of_an_item_to_standard_output() -> None:
    ran = kaohe("cases", SMALL, "--item", "1.2", "--item", "数据上报")
    assert ran.code == 0
    assert ran.out.startswith(FIRST.format(name=ran.out.splitlines()[2].removeprefix("rubric: ")))
    assert ran.err == "写出 5 例：1 个子项目\n"
    assert kaohe("cases", SMALL, "--item", "1.2", "--quiet").err == ""


def test_a_file_of_cases_runs(tmp_path: Path) -> None:
    target = tmp_path / "small.cases.yaml"
    ran = kaohe("cases", SMALL, "-o", target)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == f"已写入 {target}\n写出 27 例：3 个子项目，另有全表 2 例\n"
    assert kaohe("cases", SMALL, "-o", tmp_path / "en.cases.yaml", "--lang", "en").err.endswith(
        "wrote 27 cases of 3 items and 2 of the whole form\n"
    )
    ran = kaohe("test", target)
    assert ran.code == 0
    assert ran.out.splitlines()[0] == f"{target}: 27 例，全部符合；0 例有签字"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["-o", "x.txt"], "写不了“x.txt”：例的文件或核对签字的表，后缀是 .xlsx .yaml .yml\n"),  # "cases-suffix"
        (["-o", "there.xlsx"], "“there.xlsx”已经存在，里面可能有填好的数；换个名字，或先把它移走\n"),
        (["--item", "1.9"], "没有“1.9”这个子项目\n"),
        (["--parameters", "gone.yaml"], "没有这个文件或文件夹：gone.yaml\n"),
        (["--signed", "gone.xlsx"], "没有这个文件或文件夹：gone.xlsx\n"),
        (
            ["--signed", "there.xlsx", "-o", "x.xlsx"],
            "写不了“x.xlsx”：取回来的例写成例的文件，后缀是 .yaml .yml\n",  # "signed-suffix"
        ),
        (
            ["--signed", "there.xlsx", "--item", "1.1"],
            "--signed 取回表里签了字的所有例，不能和 --item 一起用\n",  # "signed-alone"
        ),
        (
            ["--signed", "there.xlsx", "--parameters", "p.yaml"],
            "--signed 取回表里签了字的所有例，不能和 --parameters 一起用\n",
        ),
    ],
)
def test_what_can_not_be_done(
    arguments: list[str], expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("there.xlsx").write_text("")
    ran = kaohe("cases", SMALL, *arguments)
    assert (ran.code, ran.out, ran.err) == (2, "", expected)
    assert not Path("x.txt").exists()


def signed(folder: Path, *, wrong: bool) -> Path:
    """A workbook in which two cases are right, and if wanted another is wrong and a fourth one not decided."""
    target = folder / "例.xlsx"
    assert kaohe("cases", SMALL, "-o", target).code == 0
    book = Filled(target.read_bytes())
    book.enter({"all": {"by": "张三", "on": date(2012, 1, 10)}, 1: {"verdict": "对"}, 15: {"verdict": "对"}})
    if wrong:
        book.enter({7: {"verdict": "不对", "due": 2, "opinion": "恰好1%\n不算"}, 8: {"verdict": "不对"}})
    return book.save(folder / "签.xlsx")


def test_signed_cases_come_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    path = signed(tmp_path, wrong=False)
    ran = kaohe("cases", SMALL, "--signed", path.name, "-o", "签.cases.yaml")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == (
        "已写入 签.cases.yaml\n对 2 例，不对 0 例，没有签 25 例\n"
        "签.xlsx:例: [说明] signing-open 共 27 例，没有签 25 例：第 2–14、16–27 例\n"
    )
    text = Path("签.cases.yaml").read_text(encoding="utf-8")
    assert text.startswith("# 由“签.xlsx”里签了字的行写成\nrubric: ")
    assert text.count('signed: {by: 张三, "on": 2012-01-10}') == 2
    ran = kaohe("test", "签.cases.yaml")
    assert (ran.code, ran.out.splitlines()[0]) == (0, "签.cases.yaml: 2 例，全部符合；2 例有签字")
    ran = kaohe("test", path.name)
    assert (ran.code, ran.out.splitlines()[0]) == (0, "签.xlsx: 2 例，全部符合；2 例有签字")
    assert ran.err == "签.xlsx:例: [说明] signing-open 共 27 例，没有签 25 例：第 2–14、16–27 例\n"


def test_objections_are_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    path = signed(tmp_path, wrong=True)
    ran = kaohe("cases", SMALL, "--signed", path.name, "-o", "签.cases.yaml", "--lang", "en")
    assert ran.code == 1
    told = ran.err.splitlines()[1:]
    case = "case 7 1.1 实际缴费人数：上年 10000 人，本年 10100 人（增长 1%）"
    assert told[:2] == [
        "2 right, 1 wrong, 23 not signed",
        f"{case}: found 3; due 2 (恰好1% 不算), 张三 2012-01-10",
    ]
    assert told[2] == "签.xlsx:例: [note] signing-open 23 of 27 cases not signed: 2–6、9–14、16–27"
    assert told[3].startswith("签.xlsx:例!G15: signing-due-missing wrong was chosen, but not what is due")
    assert len(told) == 4
    assert "# 恰好1%\n# 不算\n- name: " in Path("签.cases.yaml").read_text(encoding="utf-8")
    ran = kaohe("test", "签.cases.yaml")
    assert ran.code == 1
    assert "1.1 扩面征缴：应得 2 分，算得 3 分" in ran.out


def test_a_folder_has_the_workbooks_that_are_signed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    signed(tmp_path, wrong=False)
    ran = kaohe("test", ".")
    assert ran.code == 0
    assert [line for line in ran.out.splitlines() if ".xlsx" in line] == ["签.xlsx: 2 例，全部符合；2 例有签字"]


def test_it_is_no_unit_and_no_scored_sheet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    path = signed(tmp_path, wrong=False)
    ran = kaohe("score", path.name)
    assert (ran.code, ran.err) == (1, "签.xlsx: cases-for-test 这是评分细则的例，不是单位的报送；用 kaohe test 运行\n")
    ran = kaohe("verify", path.name)
    assert ran.code == 1
    refused = "这是核对签字的例，不是评分结果；用 kaohe cases 评分细则 --signed 这个文件 取回签了字的例"
    assert ran.out.splitlines()[0] == f"签.xlsx: signing-for-cases {refused}，或用 kaohe test 直接运行"
    ran = kaohe("validate", path.name)
    assert (ran.code, ran.out.splitlines()[-2]) == (0, "签.xlsx: 例，2 个")
    ran = kaohe("validate", "例.xlsx")
    assert (ran.code, ran.out.splitlines()[0]) == (
        1,
        "例.xlsx:例: signing-none 27 例里一例也没有签；看过的行选“对”或“不对”，写上签名和日期",
    )


def test_a_rubric_that_was_changed_since(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    path = signed(tmp_path, wrong=False)
    Path("改.yaml").write_text(
        SMALL.read_text(encoding="utf-8").replace("扣2分", "扣3分").replace("each: 2", "each: 3"), encoding="utf-8"
    )
    ran = kaohe("cases", "改.yaml", "--signed", path.name, "-o", "签.cases.yaml")
    assert ran.code == 0
    assert ran.err.startswith("改.yaml 在写出这个表以后改过：签的是那时算出的得分，现在的得分以 kaohe test 为准\n")
    assert "超时上报：1 次" in kaohe("test", "签.cases.yaml").out


def test_a_rubric_that_was_not_signed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its items may have the same ids; who signed has not seen it."""
    monkeypatch.chdir(tmp_path)
    path = signed(tmp_path, wrong=False)
    text = SMALL.read_text(encoding="utf-8")
    other = text.replace(f"id: {rubric_files.load(SMALL)[0].id}", "id: next-year")
    Path("新.yaml").write_text(other, encoding="utf-8")
    ran = kaohe("cases", "新.yaml", "--signed", path.name, "-o", "签.cases.yaml")
    assert (ran.code, ran.out, Path("签.cases.yaml").exists()) == (1, "", False)
    was = rubric_files.load(SMALL)[0].id
    assert ran.err == f"签.xlsx: rubric-differs 这些事实是按细则“{was}”填的，现在用的是“next-year”\n"


def test_parameters_are_those_of_the_file(tmp_path: Path) -> None:
    parameters = tmp_path / "p.yaml"
    parameters.write_text("rubric: jiangsu-employment-2011\nparameters: {provincial_pass_rate: 85.5%}\n")
    ran = kaohe("cases", "jiangsu-employment-2011", "--item", "4.5", "--parameters", parameters)
    assert "parameters:\n  provincial_pass_rate: 85.5%\n" in ran.out


def test_a_rubric_with_errors_is_told_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("错.yaml").write_text(SMALL.read_text(encoding="utf-8").replace("each: 2", "each: -2"), encoding="utf-8")
    ran = kaohe("cases", "错.yaml")
    assert (ran.code, ran.out) == (1, "")
    assert "needs-other" not in ran.err
    ran = kaohe("cases", "没有.yaml")
    assert (ran.code, ran.out, ran.err) == (2, "", "没有这个文件或文件夹：没有.yaml\n")
