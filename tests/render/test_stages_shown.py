"""Three stages and what moved the scores between them, in every form of output."""

import csv
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from rich.cells import cell_len
from rich.console import Console

from kaohe import __version__
from kaohe.messages import Language
from kaohe.render import sheet_csv
from kaohe.render.json import sheet_json
from kaohe.render.markdown import sheet_markdown
from kaohe.render.terminal import sheet_table
from kaohe.render.xlsx.workbook import workbook_bytes
from kaohe.results.dossier import Dossier, Reconciliation
from support.folders import RENDERED
from support.rendered.dossiers import three_stages
from support.rendered.small_batch import COMPLETE

LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])


@LANGUAGES
def test_on_the_terminal(language: Language, pinned: Callable[[Path, str], None]) -> None:
    file = StringIO()
    sheet_table.show(three_stages(language), language, Console(file=file, width=80))
    assert max(map(cell_len, file.getvalue().splitlines())) <= 80
    pinned(RENDERED / f"stages-{language}.txt", file.getvalue())


@LANGUAGES
def test_as_markdown(language: Language, pinned: Callable[[Path, str], None]) -> None:
    pinned(RENDERED / f"stages-{language}.md", sheet_markdown.text(three_stages(language), language))


def test_as_json(pinned: Callable[[Path, str], None]) -> None:
    text = sheet_json.text(three_stages("zh"), "zh").replace(f'"{__version__}"', '"VERSION"')
    pinned(RENDERED / "stages.json", text)


def test_json_has_every_stage_and_cause() -> None:
    data = json.loads(sheet_json.text(three_stages("zh"), "zh"))
    assert [one["stage"] for one in (*data["earlier"], data)] == ["self", "preliminary", "final"]
    assert [(one["before"]["stage"], one["after"]["stage"]) for one in data["reconciliations"]] == [
        ("self", "preliminary"),
        ("preliminary", "final"),
    ]
    assert {cause["kind"] for one in data["reconciliations"] for cause in one["causes"]} == {
        "fact_corrected", "evidence_rejected", "entry_mistake", "judgement", "reading", "rubric_version",
    }  # fmt: skip
    for cause in data["reconciliations"][1]["causes"]:
        assert cause["moved"][-1] == {"level": "total", "id": "", "points": cause["points"]}


def test_csv_has_a_row_for_each_stage_and_item(pinned: Callable[[Path, str], None]) -> None:
    text = sheet_csv.text([three_stages("zh")], "zh")
    rows = list(csv.DictReader(StringIO(text)))
    items = ["basics", "growth", "uploads", "place", "whole"]
    stages = ("self", "preliminary", "final")
    assert [(row["stage"], row["item"]) for row in rows] == [(stage, item) for stage in stages for item in items]
    pinned(RENDERED / "stages.csv", text.replace("\r\n", "\n"))


@pytest.fixture(scope="module")
def workbook() -> Any:
    return load_workbook(BytesIO(workbook_bytes(three_stages("zh"), "zh")))


class TestTheWorkbook:
    def test_three_columns_are_filled(self, workbook: Any) -> None:
        rows = list(workbook["考核表"].iter_rows(min_row=4, values_only=True))
        dossier = three_stages("zh")
        scores = [sheet.score for sheet in dossier.sheets]
        assert scores[0] is None
        assert list(rows[-1][6:8]) == [float(score) for score in scores[1:] if score is not None]
        assert rows[-1][5].startswith("待定")
        assert all(value not in ("", None) for row in rows[1:] for value in row[5:8])

    def test_sums_check(self, workbook: Any) -> None:
        checks = list(self.checks(workbook["三阶段对账"]))
        assert checks
        for before, terms, after, points in checks:
            assert before + sum(terms) == pytest.approx(after)
            assert points == pytest.approx(sum(terms))

    def checks(self, page: Any) -> Iterator[tuple[float, list[float], float, float]]:
        """What the rows of sums say: `核对：8 -2 -2 = 4 √`, and the points beside it."""
        for row in page.iter_rows(values_only=True):
            _, mark, check = str(row[3]).partition("核对：")
            assert "×" not in check
            if mark:
                left, _, right = check.removesuffix("√").partition("=")
                before, *terms = map(float, left.split())
                yield before, terms, float(right), row[2]

    def test_a_way_without_changes_says_so(self) -> None:
        sheets = (COMPLETE, replace(COMPLETE, stage="final"))
        page = load_workbook(BytesIO(workbook_bytes(Dossier(sheets, (Reconciliation(0, 1, ()),)), "zh")))["三阶段对账"]
        assert [row[0] for row in page.iter_rows(values_only=True)] == [
            "甲市三阶段对账", "编号", "自评分 8.5 → 省厅审定考核分 8.5", "没有改动",
        ]  # fmt: skip

    def test_each_way_begins_on_its_own_page(self, workbook: Any) -> None:
        page = workbook["三阶段对账"]
        (line,) = [one.id for one in page.row_breaks.brk]
        assert str(page.cell(line + 1, 1).value).startswith("省厅初评分")
