"""What Python programs use: the public names, sheets from files and mappings, many rows, problems as values."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from importlib.metadata import version
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest

import kaohe
from kaohe import source
from kaohe.library import rubric_files
from kaohe.stages.scored_dossier import scored
from kaohe.stages.unit_files import UnitFiles
from kaohe.stages.unit_loader import PARAMETERS, UnitLoader
from support.command_line import CITIES, CITY_FILES, SHIPPED
from support.command_line import kaohe as command
from support.conservation import unbalanced
from support.folders import TOP

SMALL = TOP / "examples" / "small"
FACTS: dict[str, Any] = {
    "unit": "乙市",
    "indicators": {
        "coverage": {"contributors": {"previous": 100, "current": 103}},
        "reporting": {"late_reports": 1},
        "subsidies": {"catalogue_published": True, "misuse": 0},
    },
}


@pytest.fixture(scope="module")
def small() -> kaohe.LoadedRubric:
    return kaohe.load_rubric(SMALL / "rubric.yaml", language="en")


def said(problems: tuple[kaohe.Problem, ...]) -> list[str]:
    return [f"{one.place}: {one.code} {one.message('en')}" for one in problems]


def refusal(rubric: kaohe.LoadedRubric, facts: kaohe.Facts) -> list[str]:
    with pytest.raises(kaohe.Problems) as found:
        rubric.score(facts, "row")
    return said(found.value.problems)


def test_every_public_name_is_there() -> None:
    assert dir(kaohe) == sorted(kaohe.__all__)
    assert [name for name in kaohe.__all__ if getattr(kaohe, name, None) is None] == []


def test_no_other_name_is_there() -> None:
    with pytest.raises(AttributeError, match=r"^module 'kaohe' has no attribute 'load_rubrics'$"):
        kaohe.load_rubrics  # type: ignore[attr-defined]  # noqa: B018 - it must not be there


def test_importing_it_imports_nothing_else() -> None:
    code = "import sys; before = set(sys.modules); import kaohe; print(sorted(set(sys.modules) - before))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "['kaohe']\n"


def test_the_version_stands_once() -> None:
    assert version("kaohe") == kaohe.__version__, "install the package anew"


@pytest.mark.parametrize("path", CITY_FILES, ids=lambda path: path.stem)
def test_a_sheet_is_the_command_lines(path: Path, province: kaohe.LoadedRubric) -> None:
    """From the file, and from a mapping of what stands in it."""
    document = source.read(str(path))
    expected = scored(UnitLoader("zh", {}).unit(UnitFiles(document))).last
    data: Any = document.data
    read, given = province.score(path), province.score(data)
    assert read == expected
    assert [one.code for one in given.problems] == [one.code for one in read.problems]  # at keys, not at lines
    assert replace(given, problems=()) == replace(read, problems=())
    assert unbalanced(expected) == []


@pytest.fixture(scope="module")
def province() -> kaohe.LoadedRubric:
    return kaohe.load_rubric(SHIPPED, parameters=CITIES / PARAMETERS)


def test_parameters_may_be_a_mapping(province: kaohe.LoadedRubric) -> None:
    data: Any = source.read(str(CITIES / PARAMETERS)).data
    other = kaohe.load_rubric(SHIPPED, parameters=data)
    assert other.score(CITY_FILES[0]) == province.score(CITY_FILES[0])
    assert kaohe.load_rubric(SHIPPED).score(CITY_FILES[0]) != province.score(CITY_FILES[0])


def test_parameters_that_the_rubric_does_not_know() -> None:
    with pytest.raises(kaohe.Problems) as found:
        kaohe.load_rubric(SHIPPED, parameters={"parameters": {"pass_rate": "85%"}})
    (problem,) = found.value.problems
    assert (problem.path, problem.line, problem.keys) == ("parameters", 0, ("parameters", "pass_rate"))
    assert problem.code == "unknown-key"


def test_lines_of_the_ledger_are_exact(small: kaohe.LoadedRubric) -> None:
    sheet = small.score({**FACTS, "indicators": {**FACTS["indicators"], "reporting": {"late_reports": 3}}})
    (line,) = sheet.sections[0].items[1].ledger
    assert line == kaohe.LedgerLine(
        rule="reporting.1",
        clause="按规定上报监测数据得5分，每有一次超过规定时间上报的扣2分，扣完为止",
        fact="超时上报 3 次",
        due=Fraction(6),
        applied=Fraction(5),
        why="超时上报 3 次; 6 points due: the part has only 5 points, and all of it is lost",
        arithmetic="超时上报 3 次 × 2 points",
    )


def test_what_is_missing_leaves_a_range(small: kaohe.LoadedRubric) -> None:
    sheet = small.score({"unit": "乙市", "indicators": {"coverage": FACTS["indicators"]["coverage"]}})
    assert (sheet.score, sheet.low, sheet.high) == (None, Fraction(0), Fraction(20))
    assert [one.indicator for one in sheet.missing] == ["late_reports", "catalogue_published", "misuse"]


def test_readings_are_chosen_when_a_rubric_is_loaded() -> None:
    name = "benefit_payment.floor"
    usual, other = kaohe.load_rubric(SHIPPED), kaohe.load_rubric(SHIPPED, readings={name: "item"})
    chosen = [next(one.chosen for one in rubric.readings if one.id == name) for rubric in (usual, other)]
    assert chosen == ["part", "item"]


@pytest.mark.parametrize(
    ("name", "readings", "code"),
    [
        ("jiangsu", {}, "unknown-rubric"),
        (SHIPPED, {"floor": "item"}, "unknown-reading"),
        (SHIPPED, {"benefit_payment.floor": "whole"}, "unknown-alternative"),
    ],
)
def test_what_can_not_be_loaded(name: str, readings: dict[str, str], code: str) -> None:
    with pytest.raises(kaohe.Unusable) as refused:
        kaohe.load_rubric(name, readings=readings)
    assert refused.value.code == code


def test_a_rubric_that_is_not_there() -> None:
    with pytest.raises(FileNotFoundError):
        kaohe.load_rubric("nowhere.yaml")


def test_an_unsound_rubric_has_problems_with_lines() -> None:
    with pytest.raises(kaohe.Problems) as found:
        kaohe.load_rubric(TOP / "tests" / "bad" / "points-do-not-add-up.yaml")
    assert all(one.line and not one.keys for one in found.value.problems)


def test_all_shipped_rubrics_load() -> None:
    assert kaohe.shipped_rubrics() == tuple(rubric_files.shipped())
    for name in kaohe.shipped_rubrics():
        assert kaohe.load_rubric(name).id == name


def test_one_bad_row_stops_no_other(small: kaohe.LoadedRubric, tmp_path: Path) -> None:
    """Rows may be mappings and files; each result comes as soon as it is asked for."""
    asked: list[str] = []

    def rows() -> Iterator[tuple[str, kaohe.Facts]]:
        given: dict[str, Any] = {
            "good": FACTS,
            "bad": {"unit": "丙市", "indicators": {"reporting": {"late_reports": -1}, "cover": {}}},
            "no mapping": None,
            "file": SMALL / "unit.yaml",
            "no file": str(tmp_path / "nowhere.yaml"),
            "good again": {**FACTS, "unit": "丁市"},
        }
        for name, facts in given.items():
            asked.append(name)
            yield name, facts

    results = small.score_many(rows())
    first = next(results)
    assert asked == ["good"]
    assert first == kaohe.RowResult("good", small.score(FACTS), ())
    found = {one.name: one for one in results}
    assert [name for name, one in found.items() if one.sheet] == ["file", "good again"]
    key, number = said(found["bad"].problems)
    assert key == "bad: indicators.cover: unknown-key unknown key “cover”; did you mean “coverage”?"
    assert number == (
        "bad: indicators.reporting.late_reports: negative-number “1.2 超时上报”: “-1” is below zero, "
        "which no number here is; what goes down or is deducted is written above zero too"
    )
    assert [one.code for one in found["no mapping"].problems] == ["mapping-expected"]
    assert [(one.code, one.path) for one in found["no file"].problems] == [
        ("unreadable-file", str(tmp_path / "nowhere.yaml"))
    ]


def test_facts_for_this_rubric(small: kaohe.LoadedRubric, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mapping may name it by its id, or by a path from the working folder."""
    monkeypatch.chdir(SMALL)
    expected = small.score(FACTS)
    assert small.score({**FACTS, "rubric": "small"}) == small.score({**FACTS, "rubric": "rubric.yaml"}) == expected


def test_facts_for_another_rubric(small: kaohe.LoadedRubric, province: kaohe.LoadedRubric) -> None:
    sentence = "rubric-differs these facts were made for the rubric “{}”, but the one in use is “{}”"
    assert refusal(small, {**FACTS, "rubric": SHIPPED}) == [f"row: rubric: {sentence.format(SHIPPED, 'small')}"]
    file = SMALL / "unit.yaml"
    assert refusal(province, file) == [f"{file}:1:9: {sentence.format('rubric.yaml', SHIPPED)}"]
    with pytest.raises(kaohe.Problems) as found:
        kaohe.load_rubric(SMALL / "rubric.yaml", parameters=CITIES / PARAMETERS)
    assert found.value.problems[0].message("zh") == f"这些事实是按细则“{SHIPPED}”填的，现在用的是“small”"


def test_a_later_stage_is_refused(small: kaohe.LoadedRubric) -> None:
    (told,) = refusal(small, SMALL / "check.yaml")
    assert told.startswith(f"{SMALL / 'check.yaml'}:2:7: no-first-file there is no sound file of “甲市”")


def test_a_filled_workbook_is_a_units_file(tmp_path: Path) -> None:
    for name in ("rubric.yaml", "unit.yaml"):
        copyfile(SMALL / name, tmp_path / name)
    workbook = tmp_path / "填报.xlsx"
    command("convert", tmp_path / "unit.yaml", "-o", workbook)
    mine = kaohe.load_rubric(tmp_path / "rubric.yaml", language="en")
    assert mine.score(workbook) == mine.score(tmp_path / "unit.yaml")


def test_a_row_of_a_table_is_one_and_more_are_refused(tmp_path: Path) -> None:
    table, head = tmp_path / "表.csv", "rubric,unit,reporting.late_reports\n"
    copyfile(SMALL / "rubric.yaml", tmp_path / "rubric.yaml")
    mine = kaohe.load_rubric(tmp_path / "rubric.yaml", language="en")
    table.write_text(f"{head}rubric.yaml,乙市,1\n", encoding="utf-8")
    assert mine.score(table).unit == "乙市"
    table.write_text(f"{head}rubric.yaml,乙市,1\nrubric.yaml,丙市,0\n", encoding="utf-8")
    with pytest.raises(kaohe.Problems) as found:
        mine.score(table)
    assert [one.code for one in found.value.problems] == ["one-unit-expected"]
    sentence = "the facts of one unit are wanted here, and this table has 2; give them row by row, or use kaohe batch"
    assert said(found.value.problems) == [f"{table}: one-unit-expected {sentence}"]


def test_a_rubric_in_place_of_facts(small: kaohe.LoadedRubric) -> None:
    assert refusal(small, SMALL / "rubric.yaml")[0].endswith(
        "unknown key “kaohe”; usable here: rubric, unit, year, stage, indicators, parameters, evidence, notes"
    )
