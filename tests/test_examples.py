"""The example cities: their sheets, the province's checks and the way through three stages are pinned."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from kaohe import source
from kaohe.render.files.output import content
from kaohe.results.dossier import Dossier
from kaohe.results.sheet import Sheet
from kaohe.stages.scored_dossier import scored as scored_dossier
from kaohe.stages.unit_files import join
from kaohe.stages.unit_loader import PARAMETERS, UnitLoader
from support.command_line import CITIES, CITY_FILES, ROOT

EXAMPLES = ROOT / "examples"
EXPECTED = EXAMPLES / "cities" / "expected"
STAGES = ("self", "preliminary", "final")
PINNED = ("甲市", "丙市", "壬市", "癸市")
"""Cities whose whole way is pinned: between them they have every kind of change that a later file may make."""


def scored(path: Path) -> Sheet:
    scorer, values = UnitLoader("zh", {}).read(str(path))
    return scorer.score(values)


@cache
def dossiers() -> dict[str, Dossier]:
    """Every city's three stages, from all files of the folder."""
    files = [path for path in sorted(CITIES.glob("*.yaml")) if path.name != PARAMETERS]
    units, homeless = join([source.read(str(path)) for path in files])
    assert not homeless
    loader = UnitLoader("zh", {})
    assembled = [loader.unit(unit) for unit in units]
    assert not any(one.bad for one in assembled)
    return {one.states[0].values.unit: scored_dossier(one) for one in assembled}


def ranking(stage: int) -> list[str]:
    sheets = [one.sheets[stage] for one in dossiers().values()]
    return [one.unit for one in sorted(sheets, key=lambda sheet: sheet.score or 0, reverse=True)]


def test_there_are_thirteen_cities_of_one_province_and_one_has_gaps() -> None:
    sheets = [scored(path) for path in CITY_FILES]
    assert len({sheet.unit for sheet in sheets}) >= 13
    assert [sheet.unit for sheet in sheets if not sheet.complete] == ["癸市"]


@pytest.mark.parametrize("path", CITY_FILES, ids=lambda path: path.stem)
def test_a_city_has_the_sheet_it_always_had(path: Path, pinned: Callable[[Path, str], None]) -> None:
    pinned(EXPECTED / f"{path.stem}.txt", content([Dossier((scored(path),))], "terminal", "zh").decode())


def test_every_city_has_passed_all_stages_and_ends_complete() -> None:
    for dossier in dossiers().values():
        assert [sheet.stage for sheet in dossier.sheets] == [*STAGES]
        assert dossier.last.complete


@pytest.mark.parametrize("city", PINNED)
def test_a_city_went_the_way_it_always_went(city: str, pinned: Callable[[Path, str], None]) -> None:
    pinned(EXPECTED / f"{city}.三阶段.txt", content([dossiers()[city]], "terminal", "zh").decode())


def test_every_cause_occurs_that_one_form_without_facts_over_all_units_can_have() -> None:
    causes = [cause for one in dossiers().values() for way in one.reconciliations for cause in way.causes]
    kinds = {cause.kind for cause in causes}
    assert kinds == {"fact_corrected", "evidence_rejected", "entry_mistake", "judgement", "reading"}
    assert {one.total for one in causes if one.kind == "reading"} >= {0, -1}


def test_two_cities_change_places_through_the_check() -> None:
    self, final = ranking(0), ranking(2)
    assert self.index("戊市") < self.index("丁市")
    assert final.index("丁市") < final.index("戊市")


def test_evidence_that_is_named_is_there() -> None:
    causes = [cause for one in dossiers().values() for way in one.reconciliations for cause in way.causes]
    named = {file for cause in causes for file in cause.evidence}
    assert len(named) >= 5
    assert {(CITIES / file).relative_to(CITIES).as_posix() for file in named} == {
        path.relative_to(CITIES).as_posix() for path in (CITIES / "附件").rglob("*") if path.is_file()
    }


def test_full_marks_are_four_hundred() -> None:
    sheet = scored(EXAMPLES / "full-marks.yaml")
    assert sheet.complete
    assert sheet.score == sheet.points == 400
    assert not any(item.ledger for section in sheet.sections for item in section.items)
