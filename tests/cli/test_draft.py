"""`kaohe draft` and `kaohe check`: what they write, what they refuse, how they end."""

from pathlib import Path

import pytest

from kaohe.problems import Unusable
from support.command_line import SHIPPED, kaohe
from support.word_documents import employment_form

FORM = """\
考核表

| 项目 | 子项目 | 分值 | 目标要求 | 评分办法 |
|---|---|---|---|---|
| 就业（10分） | 培训 | 6 | 完成任务 | 完成任务得4分，否则不得分；按时上报得2分，每迟报一次扣1分，扣完为止。 |
| | 服务 | 4 | 服务规范 | 服务规范得4分，工作不力的另行扣分。 |
"""
DRAFT = """\
# 由 kaohe draft 根据“form.md”起草；规则、指标的名称和读法都要和原表核对
# todo 是没有读懂的条款，写成规则就删去；写完用 kaohe validate 和 kaohe check 检查
kaohe: 1
id: form
title: 考核表
points: 10
stages: {self: 自评分}

sections:
  - id: 就业
    title: 就业
    points: 10
    items:
      # 1.1
      - id: 培训
        title: 培训
        points: 6
        target: 完成任务
        method: 完成任务得4分，否则不得分；按时上报得2分，每迟报一次扣1分，扣完为止。
        indicators:
          培训完成任务: {label: 培训：完成任务, kind: flag}
          按时上报迟报: {label: 按时上报：迟报, kind: count, unit: 次}
        rules:
          - type: all_or_nothing
            clause: 完成任务得4分，否则不得分
            points: 4
            requires: 培训完成任务
          - type: deductions
            clause: 按时上报得2分，每迟报一次扣1分，扣完为止
            points: 2
            deductions: [{count: 按时上报迟报, each: 1}]

      # 1.2
      - id: 服务
        title: 服务
        points: 4
        target: 服务规范
        method: 服务规范得4分，工作不力的另行扣分。
        todo:
          - {clause: 服务规范得4分, why: 同一句里有没有读懂的话，所以整句都要人看}
          - {clause: 工作不力的另行扣分, why: "“工作不力的另行扣分”没有读懂"}
"""


@pytest.fixture
def form(tmp_path: Path) -> Path:
    path = tmp_path / "form.md"
    path.write_text(FORM, encoding="utf-8")
    return path


def test_draft(form: Path, tmp_path: Path) -> None:
    target = tmp_path / "form.yaml"
    ran = kaohe("draft", form, "-o", target)
    assert ran.code == 0
    assert ran.err == (
        f"已写入 {target}\n表上没有打分的栏：stages 里写了“自评分”\n"
        "起草了 2 个子项目、2 条规则、0 处读法；还有 2 处 todo\n"
    )
    assert target.read_text(encoding="utf-8") == DRAFT
    assert kaohe("draft", form, "--quiet").out == DRAFT
    assert kaohe("check", form, target).out == (
        "和“form.md”逐字相同：2 个子项目的名称、分值、目标要求、评分办法，项目的名称和分值，62 个字\n"
    )


def test_a_draft_is_not_done(form: Path, tmp_path: Path) -> None:
    target = tmp_path / "form.yaml"
    kaohe("draft", form, "-o", target)
    ran = kaohe("validate", target)
    assert ran.code == 1
    assert [line.split()[1] for line in ran.out.splitlines()[:-1]] == ["todo-of-item", "todo-of-item"]


def test_draft_in_english(form: Path) -> None:
    ran = kaohe("draft", form, "--lang", "en")
    assert ran.err == (
        "the form has no column for scores: “自评分” was written in stages\n"
        "drafted 2 items, 2 rules and 0 readings; 2 left to do\n"
    )
    assert ran.out.startswith("# drafted by kaohe draft from “form.md”; compare rules, names of facts and readings")


def test_nothing_is_written_over(form: Path, tmp_path: Path) -> None:
    target = tmp_path / "form.yaml"
    target.write_text("mine", encoding="utf-8")
    ran = kaohe("draft", form, "-o", target)
    assert (ran.code, target.read_text(encoding="utf-8")) == (2, "mine")


def test_another_suffix(form: Path, tmp_path: Path) -> None:
    target = tmp_path / "form.json"
    ran = kaohe("draft", form, "-o", target)
    assert (ran.code, target.exists()) == (2, False)
    assert ran.err == f"写不了“{target}”：评分细则的后缀是 .yaml .yml\n"
    said = Unusable("draft-suffix", found="a.json", known=".yaml .yml").message("en")
    assert said == "can't write “a.json”: a rubric has one of these suffixes: .yaml .yml"


def test_other_formats_and_no_file(tmp_path: Path) -> None:
    old = tmp_path / "form.wps"
    ran = kaohe("draft", old)
    assert (ran.code, ran.err) == (
        1,
        f"{old}: form-other-format 读不了 .wps；用 Word 或 WPS 打开，另存为 .docx，再来一次\n",
    )
    assert kaohe("draft", tmp_path / "none.md").code == 2


def test_check_word_against_the_shipped_rubric(tmp_path: Path) -> None:
    path = tmp_path / "form.docx"
    path.write_bytes(employment_form())
    assert kaohe("check", path, SHIPPED).code == 0


def test_check_finds_and_counts(form: Path, tmp_path: Path) -> None:
    target = tmp_path / "form.yaml"
    target.write_text(
        DRAFT.replace("points: 6", "points: 7").replace("target: 服务规范", "target: 服务好"), encoding="utf-8"
    )
    ran = kaohe("check", form, target)
    assert ran.code == 1
    assert ran.out == (
        f"{target}:17:17: points-not-as-printed 分值和原表（第 5 行）不同：这里是 7，原表是 6\n"
        f"{target}:37:19: words-not-as-printed 目标要求和原表（第 6 行）不同："
        "这里是“服务【好】”，原表是“服务【规范】”\n"
        "和“form.md”有 2 处不同（共核对 2 个子项目、62 个字）\n"
    )
    assert len(kaohe("check", form, target, "--quiet").out.splitlines()) == 2


def test_check_wants_a_rubric(form: Path, tmp_path: Path) -> None:
    target = tmp_path / "unit.yaml"
    target.write_text("rubric: x\nunit: 甲市\n", encoding="utf-8")
    ran = kaohe("check", form, target)
    assert (ran.code, "rubric-expected" in ran.err) == (1, True)


BESIDE = """\
考核表
考核对象：各乡镇
| 项目 | 分值 | 评分办法 | 责任部门 | 备注 |
|---|---|---|---|---|
| 培训 | 6 | 完成任务得6分，否则不得分。 | 人事股 | 不足1次的不扣 |
注：总分6分。
"""


def test_columns_beside_the_form_are_said(tmp_path: Path) -> None:
    """Neither command is silent of a column that it does not read."""
    form, target = tmp_path / "form.md", tmp_path / "form.yaml"
    form.write_text(BESIDE, encoding="utf-8")
    ran = kaohe("draft", form, "-o", target)
    assert ran.err.splitlines()[1:3] == [
        "“责任部门”一栏没有起草（第 5 行起，1 格有字）：管不到得分的照录在注释里，其余的是 todo",
        "“备注”一栏没有起草（第 5 行起，1 格有字）：管不到得分的照录在注释里，其余的是 todo",
    ]
    written = target.read_text(encoding="utf-8")
    assert written.splitlines()[2] == "# 考核对象：各乡镇"
    assert "      # 1.1\n      # 责任部门：人事股\n      - id: 培训\n" in written
    assert "{clause: 不足1次的不扣, why: 写在“备注”一栏，不在评分办法里；看它管不管得分}" in written
    ran = kaohe("check", form, target)
    assert ran.code == 0
    assert ran.out == (
        "和“form.md”逐字相同：1 个子项目的名称、分值、目标要求、评分办法，项目的名称和分值，14 个字\n"
        "“责任部门”一栏没有核对（第 5 行起，1 格有字）\n"
        "“备注”一栏没有核对（第 5 行起，1 格有字）\n"
        "写在表外的 1 处没有核对：“注：总分6分。”\n"
    )
    assert kaohe("check", form, target, "--lang", "en").out.splitlines()[1:] == [
        "the column “责任部门” was not compared (from line 5, 1 cell with words)",
        "the column “备注” was not compared (from line 5, 1 cell with words)",
        "1 line outside the rows was not compared: “注：总分6分。”",
    ]


EMPTY = """\
考核表
| 项目 | 分值 | 目标要求 | 评分办法 | 自评分 | 备注 |
|---|---|---|---|---|---|
| 培训 | 6 | | 完成任务得6分，否则不得分。 | | |
| 报表 | 4 | %s | 完成任务得4分，否则不得分。 | | |
"""


def test_columns_without_a_word_are_said(tmp_path: Path) -> None:
    """But for those that scores are entered in: nothing stands in these on any form."""
    form, target = tmp_path / "form.md", tmp_path / "form.yaml"
    form.write_text(EMPTY % "", encoding="utf-8")
    kaohe("draft", form, "-o", target)
    assert kaohe("check", form, target).out.splitlines()[1:] == [
        "“目标要求”、“备注”几栏，原表一个字也没有，没有可核对的"
    ]
    assert kaohe("check", form, target, "--lang", "en").out.splitlines()[1:] == [
        "the columns “目标要求”, “备注” of the form have no word in them, so there was nothing to compare"
    ]
    form.write_text(EMPTY % "按时报送", encoding="utf-8")
    assert "“备注”一栏，原表一个字也没有，没有可核对的" in kaohe("check", form, target).out


def test_words_in_the_wrong_place_are_left_to_do(tmp_path: Path) -> None:
    form = tmp_path / "form.md"
    rows = "| 一、附加项（最高加5分） | | | |\n| 获表彰的加3分 | 3 | 由考核办认定 | 照办扣 |\n"
    form.write_text(f"考核表\n| 项目 | 分值 | 评分办法 | |\n|---|---|---|---|\n{rows}", encoding="utf-8")
    ran = kaohe("draft", form, "--lang", "en")
    assert "what its title says of points was not read; see whether it scores" in ran.out
    assert "gives or takes points but is not in the method's column; see whether the columns were read as" in ran.out
    assert "stands in the column “column 4”, not in the method; see whether it scores" in ran.out


def test_extra_points_and_another_column_are_said(tmp_path: Path) -> None:
    form = tmp_path / "form.md"
    rows = "|管理|制度|100|未建立制度的扣2分|　|\n|加分项|受表扬|5|收到表扬信每次加1分，最多加5分|　|\n"
    form.write_text(f"考核表\n\n|考核项目|考核内容|分值|评分标准|得分|\n{rows}", encoding="utf-8")
    assert kaohe("draft", form).err.splitlines()[:2] == [
        "表上没有自评一栏：stages 里的 self 用了“得分”一栏的名称",
        "“加分项”的 5 分在总分以外：子项目写成 0 分，这个数是上限",
    ]
