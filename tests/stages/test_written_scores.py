"""Points that stand in a workbook are compared with those of its facts, stage by stage and item by item."""

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

import pytest

from kaohe.results.dossier import Dossier
from kaohe.source.workbook_document import CellPlace, WorkbookDocument, WrittenScore
from kaohe.stages.scored_dossier import scored
from kaohe.stages.unit_files import UnitFiles
from kaohe.stages.unit_loader import UnitLoader
from kaohe.stages.unit_stages import UnitStages
from kaohe.stages.written_scores import unlike_written
from support.command_line import CITIES, WITH_GAPS

OPEN = "coverage"


def unit(*paths: Path) -> tuple[UnitStages, Dossier]:
    loader = UnitLoader("zh", {})
    first, *later = [loader.documents(str(path))[0] for path in paths]
    found = loader.unit(UnitFiles(first, later))
    return found, scored(found)


def workbook(path: str, points: Mapping[str, Fraction]) -> WorkbookDocument:
    """In each row of a sheet the points of one item."""
    scores = {item: WrittenScore(CellPlace("考核表", row, 2), one) for row, (item, one) in enumerate(points.items(), 1)}
    return WorkbookDocument(path, {}, b"", "", [], {}, (), (), scores)


def points(dossier: Dossier, stage: int = 0) -> dict[str, Fraction]:
    sheet = dossier.sheets[stage]
    items = {item.id: item.score for section in sheet.sections for item in section.items}
    return {item: score for item, score in {**items, "": sheet.score}.items() if score is not None}


def told(path: str, written: Mapping[str, Fraction], found: tuple[UnitStages, Dossier]) -> list[str]:
    problems = unlike_written(*found, {path: workbook(path, written)})
    assert {one.severity for one in problems} <= {"warning"}
    return [f"{one.sheet}!{one.line}:{one.column} {one.message('zh')}" for one in problems]


def test_the_same_points() -> None:
    found = unit(CITIES / "丙市.yaml")
    assert told(str(CITIES / "丙市.yaml"), points(found[1]), found) == []


def test_an_item_that_is_not_told_of_is_not_compared() -> None:
    found = unit(CITIES / "丙市.yaml")
    assert told(str(CITIES / "丙市.yaml"), {"another": Fraction(1)}, found) == []


def test_other_points() -> None:
    found = unit(CITIES / "丙市.yaml")
    own = points(found[1])
    assert told(str(CITIES / "丙市.yaml"), {"coverage": own["coverage"] + 1, "": own[""] + Fraction(1, 2)}, found) == [
        "考核表!1:2 “1.1 扩面征缴工作”：表里算出的是 8 分，按填的事实应为 7 分",
        "考核表!2:2 表里算出的是 374.5 分，按填的事实应为 374 分",
    ]


def test_points_where_facts_are_missing() -> None:
    found = unit(WITH_GAPS)
    left = next(item for section in found[1].last.sections for item in section.items if item.score is None)
    (said,) = told(str(WITH_GAPS), {left.id: Fraction(1)}, found)
    assert said == (f"考核表!1:2 “{left.number} {left.title}”：表里算出的是 1 分，但事实没有填全，分数还定不下来")


@pytest.mark.parametrize("stage", [0, 1])
def test_each_stage_by_its_own_workbook(stage: int) -> None:
    paths = [CITIES / "丁市.yaml", CITIES / "丁市.初评.yaml"]
    found = unit(*paths)
    other = points(found[1], 1 - stage)
    assert points(found[1], stage) != other
    assert told(str(paths[stage]), points(found[1], stage), found) == []
    assert told(str(paths[stage]), other, found) != []


def test_other_files_tell_of_no_points() -> None:
    states, dossier = unit(CITIES / "丙市.yaml")
    document = UnitLoader("zh", {}).documents(str(CITIES / "丙市.yaml"))[0]
    assert unlike_written(states, dossier, {document.path: document}) == []
    assert unlike_written(states, dossier, {}) == []


def test_all_is_told_of_each_stage_unless_it_is_to_be_quick() -> None:
    found, dossier = unit(CITIES / "丙市.yaml")
    assert dossier.sheets == (found.states[0].sheet(),)
    assert scored(found, told=False).sheets == (found.states[0].sheet(told=False),) != dossier.sheets
