"""The commands as they are typed: formats, targets, several files, options; what fails is in test_cli_failures.py."""

import csv
import json
import shutil
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from rich.cells import cell_len

from kaohe import __version__
from kaohe.render.files.output import FORMATS, SUFFIXES
from support.command_line import CITIES, FULL_MARKS, ROOT, SHIPPED, WITH_GAPS, kaohe

SOUND = ROOT / "tests" / "bad" / "rubrics" / "sound.yaml"
TEXT_FORMATS = [(suffix, form) for suffix, form in SUFFIXES.items() if form != "xlsx"]


@pytest.fixture
def unit(tmp_path: Path) -> Path:
    """A unit of the small sound rubric; its pass rate is 2 points below 92%."""
    path = tmp_path / "甲市.yaml"
    path.write_text(
        f"rubric: {SOUND}\nunit: 甲市\nyear: 2011\nindicators:\n"
        "  basics: {done: true, late: 1, hours: 0, paid: 90%, grade: good}\n"
        "  growth: {funds: {previous: 100, current: 101}, sent: {一县: {part: 1, whole: 1}}}\n",
        encoding="utf-8",
    )
    return path


def scored(*arguments: str | Path, **others: Any) -> Any:
    ran = kaohe("score", "--format", "json", *arguments, **others)
    assert (ran.code, ran.err) == (0, "")
    return json.loads(ran.out)


def test_the_table_is_what_comes_by_itself() -> None:
    ran = kaohe("score", FULL_MARKS)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("全省就业工作单项考核表\n单位：示例市　年度：2011　阶段：自评分\n")
    assert ran.output == kaohe("score", FULL_MARKS, "--format", "terminal").output


@pytest.mark.parametrize(("suffix", "form"), TEXT_FORMATS)
def test_a_file_gets_what_standard_output_would(suffix: str, form: str, tmp_path: Path) -> None:
    target = tmp_path / f"甲 市{suffix}"
    ran = kaohe("score", FULL_MARKS, "-o", target)
    assert (ran.code, ran.output, ran.err) == (0, b"", f"已写入 {target}\n")
    assert target.read_bytes() == kaohe("score", FULL_MARKS, "--format", form).output
    assert target.read_bytes() == kaohe("score", FULL_MARKS, "--format", form, "-o", "-").output
    assert [target] == list(tmp_path.iterdir())


def test_a_workbook(tmp_path: Path) -> None:
    kaohe("score", FULL_MARKS, "-o", tmp_path / "表.xlsx")
    assert load_workbook(tmp_path / "表.xlsx").sheetnames[1] == "扣分台账"
    piped = kaohe("score", FULL_MARKS, "--format", "xlsx", "-o", "-").output
    assert piped == (tmp_path / "表.xlsx").read_bytes()
    assert load_workbook(BytesIO(piped))


def test_the_format_goes_before_the_suffix(tmp_path: Path) -> None:
    for name in ("甲市.csv", "甲市.JSON", "甲市"):
        kaohe("score", FULL_MARKS, "-o", tmp_path / name, "--format", "json")
        assert json.loads((tmp_path / name).read_bytes())["unit"] == "示例市"


def test_a_suffix_in_capitals(tmp_path: Path) -> None:
    assert kaohe("score", FULL_MARKS, "-o", tmp_path / "甲市.JSON").code == 0
    assert json.loads((tmp_path / "甲市.JSON").read_bytes())["score"] == "400"


def test_csv_has_a_mark_for_excel() -> None:
    output = kaohe("score", FULL_MARKS, "--format", "csv").output
    assert output.startswith(b"\xef\xbb\xbfrubric,unit,year,")
    assert len(list(csv.DictReader(StringIO(output.decode("utf-8-sig"))))) == 41


def test_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, unit: Path) -> None:
    assert kaohe("score", "-", stdin=FULL_MARKS.read_bytes()).output == kaohe("score", FULL_MARKS).output
    shutil.copy(SOUND, tmp_path / "sound.yaml")
    text = unit.read_text(encoding="utf-8").replace(str(SOUND), "sound.yaml")
    monkeypatch.chdir(tmp_path)
    assert scored("-", stdin=text.encode())["rubric"]["id"] == "sound", "a path is one from the working folder"


def test_several_files_in_their_order(unit: Path) -> None:
    files = [unit, FULL_MARKS, CITIES / "甲市.yaml"]
    assert [one["unit"] for one in scored(*files)] == ["甲市", "示例市", "甲市"]
    tables = kaohe("score", *files).out
    assert tables.index("各类指标") < tables.index("示例市") < tables.rindex("甲市")
    rows = kaohe("score", *files, "--format", "csv").out
    assert rows.count("rubric,unit,year") == 1
    assert kaohe("score", *files, "--format", "markdown").code == 0


def test_a_bad_file_does_not_stop_the_others(tmp_path: Path, unit: Path) -> None:
    bad = tmp_path / "乙市.yaml"
    bad.write_text("rubric: 无\nunit: 乙市\n", encoding="utf-8")
    ran = kaohe("score", bad, unit, bad, "--format", "json")
    assert (ran.code, json.loads(ran.out)["unit"]) == (1, "甲市")
    assert ran.err.count(f"{bad}:1:9: unknown-rubric") == 1
    alone = kaohe("score", bad)
    assert (alone.code, alone.output) == (1, b"")


def test_what_is_missing() -> None:
    plain, complete = kaohe("score", WITH_GAPS), kaohe("score", WITH_GAPS, "--complete")
    assert (plain.code, plain.err) == (0, "")
    assert (complete.code, complete.err) == (1, "癸市：还有 11 项事实缺报\n")
    assert plain.output == complete.output
    assert kaohe("score", FULL_MARKS, "--complete").code == 0
    assert kaohe("score", WITH_GAPS, FULL_MARKS, "--complete").code == 1
    assert kaohe("score", FULL_MARKS, WITH_GAPS, "--complete", "--lang", "en").err == "癸市: 11 facts are missing\n"


def test_quiet(tmp_path: Path) -> None:
    for arguments in (["-q", "-o", tmp_path / "a.json"], ["--complete", "--quiet"]):
        assert kaohe("score", WITH_GAPS, *arguments).err == ""
    assert kaohe("score", tmp_path / "none.yaml", "-q").err != "", "why a run failed is no mere notice"


def test_readings_and_their_points(tmp_path: Path) -> None:
    path = tmp_path / "甲市.yaml"
    path.write_text(
        f"rubric: {SHIPPED}\nunit: 甲市\nindicators:\n  coverage:\n"
        "    contributors: {previous: 100, current: 101}\n    migrant_workers: {previous: 100, current: 101}\n",
        encoding="utf-8",
    )
    outside = ["--reading", "coverage.exactly_one_percent=outside"]
    more = ["--reading", "coverage.migrants_exactly_one_percent=outside"]
    scores = [scored(path, *chosen)["sections"][0]["items"][0]["score"] for chosen in ([], outside, [*outside, *more])]
    assert scores == ["6", "5", "4"]
    assert scored(path, *outside, *outside) == scored(path, *outside), "the same choice twice is one"
    (taken,) = [one for one in scored(path, *outside)["readings"] if one["id"] == "coverage.exactly_one_percent"]
    assert taken["chosen"] == "outside"


def test_parameters_beside_the_file_or_by_name(tmp_path: Path, unit: Path) -> None:
    assert scored(unit)["score"] is None
    common = tmp_path / "parameters.yaml"
    common.write_text(f"rubric: {SOUND}\nyear: 2011\nparameters: {{average: 92%}}\n", encoding="utf-8")
    assert scored(unit)["score"] == "15"
    other = tmp_path / "去年.yaml"
    other.write_text(f"rubric: {SOUND}\nparameters: {{average: 91%}}\n", encoding="utf-8")
    assert scored(unit, "--parameters", other)["score"] == "16"
    unit.write_text(unit.read_text(encoding="utf-8") + "parameters: {average: 90%}\n", encoding="utf-8")
    ran = kaohe("score", unit, "--parameters", other)
    assert (ran.code, "given-differs" in ran.err) == (1, True), "the unit's own do not go before them"


@pytest.mark.parametrize(
    ("arguments", "environment", "word"),
    [
        ([], {}, "单位："),
        (["--lang", "en"], {}, "Unit: "),
        (["--lang=en"], {"KAOHE_LANG": "zh"}, "Unit: "),
        ([], {"KAOHE_LANG": "en"}, "Unit: "),
        ([], {"LANG": "en_US.UTF-8"}, "Unit: "),
        ([], {"LC_ALL": "zh_CN.UTF-8", "LANG": "en_US.UTF-8"}, "单位："),
        (["--lang", "zh"], {"LC_ALL": "en_US.UTF-8"}, "单位："),
    ],
)
def test_languages(arguments: list[str], environment: dict[str, str], word: str) -> None:
    """Headings are ours; the form's own words stay as they are."""
    out = kaohe("score", FULL_MARKS, "--format", "markdown", *arguments, environment=environment).out
    assert word in out
    assert "失业保险" in out


def test_other_commands_write_as_they_print(tmp_path: Path) -> None:
    for command, name in (("template", "甲市.yaml"), ("schema", "a.json")):
        printed = kaohe(command, SHIPPED)
        written = kaohe(command, SHIPPED, "-o", tmp_path / name)
        assert (printed.code, written.code, written.output) == (0, 0, b"")
        assert written.err == f"已写入 {tmp_path / name}\n"
        assert (tmp_path / name).read_bytes() == printed.output == kaohe(command, SHIPPED, "-o", "-").output


def test_what_is_shipped() -> None:
    ran = kaohe("rubrics")
    assert (ran.code, ran.out) == (0, f"{SHIPPED}　全省就业工作单项考核表（400 分）\n")


def test_one_item_is_explained_by_number_and_by_name() -> None:
    assert kaohe("explain", SHIPPED, "1.1").output == kaohe("explain", SHIPPED, "coverage").output
    assert kaohe("explain", SHIPPED, "1.1").output in kaohe("explain", SHIPPED).output


def test_version_and_help() -> None:
    assert kaohe("--version").out == f"kaohe {__version__}\n"
    for arguments in (["-h"], ["--help"], ["score", "-h"], ["batch", "--help"]):
        ran = kaohe(*arguments)
        assert (ran.code, ran.err) == (0, "")
        assert max(map(cell_len, ran.out.splitlines())) <= 80


def test_the_help_names_every_format() -> None:
    said = kaohe("score", "-h").out
    assert all(form in said for form in FORMATS)


@pytest.mark.parametrize("target", [None, "-"])
def test_schemas_of_rubrics_and_of_their_units(target: str | None) -> None:
    options = [] if target is None else ["-o", target]
    whole, of_one = (json.loads(kaohe("schema", *names, *options).out) for names in ([], [SHIPPED]))
    assert "sections" in whole["properties"]
    assert "indicators" in of_one["properties"]


def test_a_template_of_an_own_rubric_names_it_from_where_it_will_lie(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "units").mkdir()
    shutil.copy(SOUND, "细则 1.yaml")
    assert kaohe("template", "细则 1.yaml", "-o", "units/甲市.yaml").code == 0
    assert 'rubric: "../细则 1.yaml"\n' in (tmp_path / "units" / "甲市.yaml").read_text(encoding="utf-8")
    assert 'rubric: "细则 1.yaml"\n' in kaohe("template", "细则 1.yaml").out
