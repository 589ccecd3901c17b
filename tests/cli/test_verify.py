"""`kaohe verify` as it is typed: what it says, and how it ends."""

import json
import shutil
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.workbook.workbook import Workbook as Book

from support.command_line import CITIES, ROOT, SHIPPED, kaohe
from support.workbooks import (
    FORM,
    LEDGER,
    NOTES,
    SEALED,
    THREE_STAGES,
    edited,
    loosened,
    resealed,
    three_stage_workbook,
)

PEERS = ROOT / "tests" / "submission" / "peers.yaml"
EVERY_KIND = ROOT / "tests" / "support" / "every_kind.yaml"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def changed(book: Book) -> None:
    form = book[FORM]
    form["F5"], form["G7"], form["H45"], form["F46"] = 9, "8", "=SUM(H5:H44)", None
    form["E6"] = str(form["E6"].value).replace("扣", "加", 1)
    book[LEDGER]["G5"] = 0.25
    loosened(book[LEDGER]).insert_rows(6)


def removed(book: Book) -> None:
    book.remove(book[NOTES])


def files() -> list[str]:
    """A workbook for everything that can be wrong with one."""
    for name, content in contents().items():
        Path(name).write_bytes(content)
    return list(contents())


@cache
def contents() -> Mapping[str, bytes]:
    whole = three_stage_workbook()
    return {
        "原件.xlsx": whole,
        "改过.xlsx": edited(whole, changed),
        "缺页.xlsx": edited(whole, removed),
        "破封.xlsx": edited(whole, lambda book: book["kaohe"].__setitem__("B4", "|{}|")),
        "无封.xlsx": edited(whole, lambda book: book.remove(book["kaohe"])),
        "新版.xlsx": resealed(whole, lambda text: text.replace('"format":1', '"format":9')),
        "不合.xlsx": resealed(whole, lambda text: text.replace('"readings":{}', '"readings":{"a.b":"c"}')),
        "细则.xlsx": resealed(whole, lambda text: text.replace('"sha256":"', '"sha256":"0')),
        "文字.xlsx": "得分".encode(),
        "断.xlsx": whole[:9000],
        "旧.xls": bytes.fromhex("d0cf11e0a1b11ae1"),
        "密.xlsx": bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"),
    }


@pytest.mark.parametrize("language", ["zh", "en"])
def test_everything_that_is_said(language: str, pinned: Callable[[Path, str], None]) -> None:
    ran = kaohe("verify", *files(), "--lang", language)
    assert (ran.code, ran.err) == (2, "")
    pinned(SEALED / f"verify.{language}.txt", ran.out)


@pytest.mark.parametrize(
    ("name", "code"),
    [("原件.xlsx", 0), ("改过.xlsx", 1), ("破封.xlsx", 1), ("无封.xlsx", 1), ("断.xlsx", 2), ("旧.xls", 2)],
)
def test_exit_codes(name: str, code: int) -> None:
    files()
    ran = kaohe("verify", name)
    assert (ran.code, ran.err, len(ran.out.splitlines()) >= 1) == (code, "", True)


def test_quiet() -> None:
    files()
    assert kaohe("verify", "原件.xlsx", "-q").output == b""
    assert "score-changed" in kaohe("verify", "原件.xlsx", "改过.xlsx", "-q").out
    assert "个工作簿" not in kaohe("verify", "原件.xlsx", "改过.xlsx", "-q").out


def test_for_machines() -> None:
    files()
    ran = kaohe("verify", "原件.xlsx", "改过.xlsx", "断.xlsx", "--format", "json")
    assert (ran.code, ran.err) == (2, "")
    whole, wrong, cut = json.loads(ran.out)["files"]
    assert whole == {
        "path": "原件.xlsx",
        "state": "sound",
        "unit": "丙市",
        "stages": ["self", "preliminary", "final"],
        "cells": whole["cells"],
        "problems": [],
    }
    assert (wrong["state"], cut["state"], cut["unit"], cut["cells"]) == ("changed", "unopened", None, 0)
    first = next(one for one in wrong["problems"] if one["code"] == "score-changed")
    assert {key: first[key] for key in ("sheet", "cell", "item", "stage", "found", "expected")} == {
        "sheet": FORM,
        "cell": "F5",
        "item": "coverage",
        "stage": "自评分",
        "found": "9",
        "expected": "7",
    }


def test_what_can_not_be_asked_for() -> None:
    files()
    for arguments, said in (
        (["无.xlsx"], "没有这个文件或文件夹：无.xlsx\n"),
        (["."], "文件夹要和一个归档一起给，如 kaohe verify 2011.zip 文件夹\n"),
        (["原件.xlsx", "--format", "xml"], "没有“xml”这种格式，可用：text, json\n"),
        (["原件.xlsx", "--facts", "无.yaml"], "没有这个文件或文件夹：无.yaml\n"),
        (["原件.xlsx", "--rubric", "无.yaml"], "没有这个文件或文件夹：无.yaml\n"),
    ):
        ran = kaohe("verify", *arguments)
        assert (ran.code, ran.out, ran.err) == (2, "", said)


def compared(*given: str | Path) -> tuple[int, str]:
    Path("原件.xlsx").write_bytes(three_stage_workbook())
    ran = kaohe("verify", "原件.xlsx", *(word for path in given for word in ("--facts", path)))
    return ran.code, ran.out + ran.err


def test_facts_of_the_unit_itself() -> None:
    assert compared(*THREE_STAGES)[0] == 0
    assert compared(CITIES / "甲市.yaml", *THREE_STAGES)[0] == 0


def test_facts_that_are_others_now() -> None:
    first, second, third = THREE_STAGES
    shutil.copy(CITIES / "parameters.yaml", "parameters.yaml")
    text = first.read_text(encoding="utf-8").replace("windows_without_leaflets: 0", "windows_without_leaflets: 2")
    Path("丙市.yaml").write_text(text.replace("{part: 756, whole: 840}", "{part: 756, whole: 850}"), encoding="utf-8")
    told = (
        "原件.xlsx: facts-differ 自评分：1.7 宣传未达要求的经办窗口 封签里是 0 个，文件里是 2 个\n"
        "原件.xlsx: facts-differ 自评分：5.4 协理员鉴定通过率 封签里是 通过人数 756 人，参加人数 840 人，"
        "文件里是 通过人数 756 人，参加人数 850 人\n"
    )
    assert compared("丙市.yaml", second, third) == (1, told)


def test_facts_of_fewer_stages_of_others_or_for_other_reasons() -> None:
    first, second, third = THREE_STAGES
    code, said = compared(first)
    assert (code, "stages-differ 封签里有 自评分, 省厅初评分, 省厅审定考核分，文件给出的是 自评分；" in said) == (
        1,
        True,
    )
    code, said = compared(CITIES / "甲市.yaml")
    assert (code, "no-facts-of-unit --facts 给的文件里没有“丙市”的" in said) == (1, True)
    Path("初评.yaml").write_text(second.read_text(encoding="utf-8").replace("统一口径", "另行"), encoding="utf-8")
    code, said = compared(first, "初评.yaml", third)
    assert (code, "records-differ 事实相同" in said) == (1, True)
    Path("坏.yaml").write_text("unit: 丙市\n", encoding="utf-8")
    assert compared("坏.yaml")[0] == 1


def test_a_rubric_by_its_path() -> None:
    shutil.copy(EVERY_KIND, "every_kind.yaml")
    shutil.copy(EVERY_KIND.with_name("every_kind.unit.yaml"), "甲市.yaml")
    assert kaohe("score", "甲市.yaml", "-o", "甲市.xlsx", "--lang", "en").code == 0
    unknown, known = kaohe("verify", "甲市.xlsx"), kaohe("verify", "甲市.xlsx", "--rubric", "every_kind.yaml")
    assert (unknown.code, known.code) == (1, 0)
    assert "other-rubric" in unknown.out
    assert kaohe("verify", "甲市.xlsx", "--rubric", SHIPPED).code == 1


def test_readings_of_the_run() -> None:
    chosen = ["--reading", "benefit_payment.floor=none"]
    assert kaohe("score", CITIES / "丙市.yaml", *chosen, "-o", "丙市.xlsx").code == 0
    assert kaohe("verify", "丙市.xlsx", "--facts", CITIES / "丙市.yaml").code == 0


def test_facts_over_all_units_of_a_batch() -> None:
    units = {"甲市": ("12%", "90%"), "乙市": ("8%", "95%"), "丙市": ("7%", "99%")}
    Path("units").mkdir()
    shutil.copy(PEERS, "units/peers.yaml")
    for unit, (growth, passed) in units.items():
        facts = f"indicators:\n  output: {{growth: {growth}}}\n  quality: {{passed: {passed}}}\n"
        Path(f"units/{unit}.yaml").write_text(f"rubric: peers.yaml\nunit: {unit}\n{facts}", encoding="utf-8")
    assert kaohe("batch", "units", "-o", "out").code == 0
    books = [f"out/{unit}.自评分.xlsx" for unit in units]
    arguments = [*books, "--rubric", str(PEERS)]
    ran = kaohe("verify", *arguments, *(f"--facts=units/{unit}.yaml" for unit in units))
    assert (ran.code, ran.out.splitlines()[-1]) == (0, "共 3 个工作簿：3 个与事实相符，0 个不符，0 个打不开")
    assert isinstance(load_workbook(books[1])[FORM]["F4"].value, int | float), "ranked with the others"
    text = Path("units/乙市.yaml").read_text(encoding="utf-8")
    Path("units/乙市.yaml").write_text(text.replace("8%", "9%"), encoding="utf-8")
    ran = kaohe("verify", *arguments, "--facts=units/乙市.yaml")
    assert "out/乙市.自评分.xlsx: facts-differ 自评分：1.1 增幅 封签里是 8%，文件里是 9%\n" in ran.out


def test_no_workbook_of_ours() -> None:
    Workbook().save("空.xlsx")
    ran = kaohe("verify", "空.xlsx")
    assert (ran.code, ran.out.startswith("空.xlsx: seal-missing ")) == (1, True)
