"""`kaohe template -o 填报.xlsx`: the workbook of a unit, and that of the stage after it; what is refused, and why."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kaohe.problems import Unusable
from support.command_line import CITIES, SHIPPED, kaohe
from support.entries import sheet
from support.units_on_disk import SOUND

OF = ("--of", CITIES / "丁市.yaml")
BOTH = (*OF, "--of", CITIES / "丁市.初评.yaml")


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def refused(*arguments: str | Path) -> str:
    ran = kaohe("template", *arguments)
    assert (ran.code, ran.out) == (2, "")
    return ran.err.strip()


def written(*arguments: str | Path) -> dict[str, dict[str, object]]:
    """The rows of the first page by id, each by the keys of its columns."""
    ran = kaohe("template", SHIPPED, "-o", "填报.xlsx", *arguments)
    assert (ran.code, ran.out, ran.err) == (0, "", "已写入 填报.xlsx\n")
    book = load_workbook("填报.xlsx")
    head, *rows = sheet(book, book.sheetnames[0]).iter_rows(values_only=True)
    assert head[0] == "kaohe-entry-1"
    return {str(row[0]): dict(zip(map(str, head), row, strict=True)) for row in rows if row[0]}


def test_an_empty_one() -> None:
    rows = written()
    assert (rows["unit"]["current"], rows["coverage.contributors"]["current"]) == (None, None)
    assert rows["parameters.provincial_pass_rate"]["current"] is None


def test_twice_the_same_bytes() -> None:
    for name in ("一.xlsx", "二.XLSX"):
        assert kaohe("template", SHIPPED, "-o", name).code == 0
    assert Path("一.xlsx").read_bytes() == Path("二.XLSX").read_bytes()


def test_in_english() -> None:
    assert kaohe("template", SHIPPED, "-o", "entries.xlsx", "--lang", "en").err == "wrote entries.xlsx\n"
    assert load_workbook("entries.xlsx").sheetnames[0] == "Entries"


@pytest.mark.parametrize("named", [True, False])
def test_parameters_that_are_known(*, named: bool) -> None:
    shutil.copy(CITIES / "parameters.yaml", "各市.yaml" if named else "parameters.yaml")
    rows = written(*(("--parameters", "各市.yaml") if named else ()))
    assert rows["parameters.provincial_pass_rate"]["current"] == 0.865


def test_a_later_stage() -> None:
    first, second = written("--stage", "preliminary", *OF), {}
    Path("填报.xlsx").unlink()
    second = written("--stage", "final", *BOTH)
    assert first["unit"]["current"] == second["unit"]["current"] == "丁市"
    assert {"by", "on"} <= first.keys()
    changed = [row for row in first if first[row]["current"] != second[row]["current"]]
    assert changed
    about = sheet(load_workbook("填报.xlsx"), "kaohe")
    assert (about["B2"].value, about["B6"].value) == (SHIPPED, "final")


def test_a_stage_may_be_passed_over() -> None:
    assert written("--stage", "final", *OF)["unit"]["current"] == "丁市"


@pytest.mark.parametrize(
    ("arguments", "code", "parameters"),
    [
        (["--stage", "final"], "stage-without-of", {"stage": "final"}),
        ([*OF], "of-without-stage", {"known": "preliminary, final"}),
        (["--stage", "self", *OF], "of-without-stage", {"known": "preliminary, final"}),
        (["--stage", "last"], "no-such-stage", {"found": "last", "known": "self, preliminary, final"}),
        (
            ["--stage", "preliminary", *BOTH],
            "stage-not-after",
            {"unit": "丁市", "stage": "preliminary", "last": "preliminary"},
        ),
        (["--stage", "final", *OF, "--of", CITIES / "甲市.yaml"], "one-unit-at-a-time", {}),
    ],
)
def test_stages_that_do_not_fit(arguments: list[str | Path], code: str, parameters: dict[str, str]) -> None:
    assert refused(SHIPPED, "-o", "填报.xlsx", *arguments) == Unusable(code, **parameters).message("zh")
    assert not Path("填报.xlsx").exists()


@pytest.mark.parametrize(
    ("target", "asked"),
    [
        *(
            ([*target], asked)
            for target in ((), ("-o", "甲市.yaml"), ("-o", "-"))
            for asked in (["--stage", "final"], OF)
        ),
        (["-o", "表.csv"], ["--parameters", "p.yaml"]),
    ],
)
def test_stages_are_about_workbooks(asked: Sequence[str | Path], target: list[str]) -> None:
    assert refused(SHIPPED, *asked, *target) == Unusable("entry-workbook-only", option=asked[0]).message("zh")


def test_a_unit_of_another_rubric() -> None:
    shutil.copy(SOUND, "sound.yaml")
    said = refused("sound.yaml", "-o", "填报.xlsx", "--stage", "final", *OF)
    found = {"unit": "丁市", "found": "全省就业工作单项考核表", "expected": "小考核表"}
    assert said.startswith("丁市 的文件用的是另一份评分细则：“全省就业工作单项考核表”，不是这里的“")
    assert said.endswith(Unusable("of-another-rubric", **found).message("zh").partition("”；")[2])


def test_a_unit_with_problems_gets_none() -> None:
    text = (CITIES / "丁市.yaml").read_text(encoding="utf-8")
    Path("丁市.yaml").write_text(text.replace("unit: 丁市", "unit: 丁市\nwhat: 1"), encoding="utf-8")
    ran = kaohe("template", SHIPPED, "-o", "填报.xlsx", "--stage", "final", "--of", "丁市.yaml")
    assert ran.code == 1
    assert "丁市.yaml" in ran.err
    assert not Path("填报.xlsx").exists()


def test_nothing_is_replaced_or_put_where_no_folder_is() -> None:
    Path("填报.xlsx").touch()
    assert refused(SHIPPED, "-o", "填报.xlsx") == Unusable("file-exists", path="填报.xlsx").message("zh")
    found = {"found": str(Path("无") / "填报.xlsx"), "folder": "无"}
    assert refused(SHIPPED, "-o", "无/填报.xlsx") == Unusable("no-such-folder", **found).message("zh")
