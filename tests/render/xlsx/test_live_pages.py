"""The pages that fill themselves in: at the form's places stands what the engine says of the same facts."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from kaohe.authoring.entry_known import Known
from kaohe.messages import say
from kaohe.render.words.sheet_wording import key
from kaohe.render.xlsx.entry_places import EntryPlaces
from kaohe.render.xlsx.entry_workbook import EntryWorkbooks, WorkbookParts
from kaohe.render.xlsx.form_columns import OWN, scores
from kaohe.render.xlsx.live_places import LivePlaces
from kaohe.render.xlsx.workbook import workbook_bytes
from kaohe.results.dossier import Dossier
from kaohe.results.sheet import Sheet
from support.compiled_once import compiled
from support.entries import RUBRICS, blank, filled, sheet
from support.live import by_name, drawn, enterable, named
from support.random_rows import random_row, seeded
from support.rounds import share
from support.shipped import sheet as scored
from support.spreadsheet import differences, taken
from support.workbooks import loaded

FORM, LEDGER, ENTRIES = "考核表", "扣分说明", "指标填报"
WORKBOOKS = EntryWorkbooks("zh")
UNITS = 2
LONGEST_FORMULA = 4000
"""Letters; a spreadsheet takes twice as many."""


@cache
def units(path: Path) -> list[tuple[WorkbookParts, Mapping[str, Any], Sheet]]:
    return list(_units(path))


def _units(path: Path) -> Iterator[tuple[WorkbookParts, Mapping[str, Any], Sheet]]:
    """Units made up at random: what stands in their workbooks, and what the engine says of what these take."""
    rubric = compiled(path)
    for seed in range(UNITS):
        row = enterable(rubric, random_row(rubric, seeded(seed), gaps=(0, 0.1, 0.5)[seed % 3]))
        form = filled(Known(row, "甲市", 2011), path)
        parts = WORKBOOKS.parts(form)
        values = by_name(form, parts)
        assert differences(rubric, row, values) == []
        yield parts, values, scored(rubric, taken(rubric, row, values))


@pytest.mark.parametrize("path", [*RUBRICS[:2], *share(RUBRICS[3::2], of=10)], ids=lambda path: path.stem)
class TestEveryForm:
    def test_scores_stand_at_their_places_on_the_form(self, path: Path) -> None:
        cells = named(path)
        for parts, _, wanted in units(path):
            shown = scores(wanted, "zh")
            for name, one in (("kaohe_total", wanted), *items(wanted)):
                found = parts.computed[cells[name]]
                assert found == pytest.approx(expected(shown[key(one)])), name

    def test_each_row_is_its_item(self, path: Path) -> None:
        page, cells = sheet(drawn(path), FORM), named(path)
        for name, item in items(blank(path).live.unreported):
            row = cells[name][1].lstrip("ABCDEFGHIJ")
            assert str(page[f"B{row}"].value).replace("\n", "") == item.title
            assert page[f"C{row}"].value == item.points

    def test_it_is_the_official_form(self, path: Path) -> None:
        page = sheet(drawn(path), FORM)
        official = sheet(loaded(workbook_bytes(Dossier((blank(path).live.unreported,)), "zh")), FORM)
        assert (page.print_title_rows, page.page_setup.scale) == (official.print_title_rows, official.page_setup.scale)
        assert page.print_area == official.print_area
        assert words(page)[:-1] == words(official)[:-1]
        assert words(page)[-1][:-1] == words(official)[-1][:-1]

    def test_grades_stand_beside_the_total(self, path: Path) -> None:
        told = words(sheet(drawn(path), FORM))[-1][-1]
        if compiled(path).grades:
            assert str(told).startswith("=计算!B")
            cell = f"E{named(path)['kaohe_total'][1].lstrip('ABCDEFGHIJ')}"
            assert all(parts.computed[FORM, cell] == values["form.grades"] for parts, values, _ in units(path))
        else:
            assert told is None

    def test_no_formula_is_too_long_for_a_spreadsheet(self, path: Path) -> None:
        form = blank(path)
        places = LivePlaces(form, form.live, EntryPlaces(form, "zh"), "zh")
        for cell in form.live.calculation.cells:
            assert len(form.live.calculation.formula_text(cell.name, places.within)) < LONGEST_FORMULA, cell.name

    def test_the_ledger_adds_up_to_the_score(self, path: Path) -> None:
        form = blank(path)
        for _, values, wanted in units(path):
            for section in wanted.sections:
                assert_check(values[f"check.sections.{section.id}"], section.state)
            assert_check(values["check.total"], wanted.state)
            for line in form.live.ledger:
                if line.kind != "line" or values[line.cells["applied"]]:
                    continue
                if values[line.cells["why"]] not in ("待填", say("live.why-kaohe", "zh")):
                    assert values[line.cells["due"]] or values[line.cells["why"]] == "未扣分"

    def test_a_blank_workbook_says_everywhere_what_is_to_fill_in(self, path: Path) -> None:
        form = blank(path)
        values = by_name(form, WORKBOOKS.parts(form))
        for line in form.live.ledger:
            if line.kind == "line":
                assert str(values[line.cells["why"]]).startswith("待填") or not form_asks(values, line.cells["why"])


def form_asks(values: Mapping[str, Any], why: str) -> bool:
    """Whether an account is open."""
    return bool(values[f"open.{why.removeprefix('ledger.why.')}"])


def words(page: Worksheet) -> list[list[object]]:
    """What is the form's own in each of its rows; sections may be parted by pages elsewhere."""
    return [[cell.value for cell in row] for row in page.iter_rows(min_col=2, max_col=len(OWN))]


def items(one: Sheet) -> Iterator[tuple[str, Any]]:
    for section in one.sections:
        yield from ((f"kaohe_score_{item.id}", item) for item in section.items)


def expected(shown: str | Fraction) -> Any:
    return float(shown) if isinstance(shown, Fraction) else shown


def assert_check(said: Any, state: str) -> None:
    if state == "decided":
        assert said.endswith("√")
    else:
        assert said.startswith("分值" if state == "open" else "没有一条适用")
