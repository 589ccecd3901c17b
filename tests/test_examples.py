"""The example cities: each one's whole sheet is pinned, and the full marks are full."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kaohe.dossier import Dossier
from kaohe.intake import PARAMETERS, Intake
from kaohe.render.output import content
from kaohe.sheet import Sheet

EXAMPLES = Path(__file__).parents[1] / "examples"
CITIES = sorted(path for path in (EXAMPLES / "cities").glob("*.yaml") if path.name != PARAMETERS)


def scored(path: Path) -> Sheet:
    scorer, values = Intake("zh", {}).read(str(path))
    return scorer.score(values)


def test_there_are_thirteen_cities_of_one_province_and_one_has_gaps() -> None:
    sheets = [scored(path) for path in CITIES]
    assert len({sheet.unit for sheet in sheets}) >= 13
    assert [sheet.unit for sheet in sheets if not sheet.complete] == ["癸市"]


@pytest.mark.parametrize("path", CITIES, ids=lambda path: path.stem)
def test_a_city_has_the_sheet_it_always_had(path: Path, pinned: Callable[[Path, str], None]) -> None:
    pinned(
        EXAMPLES / "cities" / "expected" / f"{path.stem}.txt",
        content([Dossier((scored(path),))], "terminal", "zh").decode(),
    )


def test_full_marks_are_four_hundred() -> None:
    sheet = scored(EXAMPLES / "full-marks.yaml")
    assert sheet.complete
    assert sheet.score == sheet.points == 400
    assert not any(item.ledger for section in sheet.sections for item in section.items)
