"""What sections and the whole took themselves, and the grade, in every form of output."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from rich.console import Console

from kaohe.messages import Language
from kaohe.render.markdown import sheet_markdown
from kaohe.render.terminal import sheet_table
from kaohe.render.words import sheet_wording
from kaohe.render.xlsx.workbook import workbook_bytes
from kaohe.results.grade_reached import GradeReached
from kaohe.results.sheet import Sheet
from kaohe.stages.unit_loader import UnitLoader
from support.folders import RENDERED, TESTS
from support.grades import reached
from support.rendered.dossiers import alone
from support.rendered.small_batch import CAPPED, COMPLETE


def sample(language: Language) -> Sheet:
    """The sample of every construct, scored: its last section loses points itself."""
    scorer, values = UnitLoader(language, {}).read(str(TESTS / "support" / "every_kind.unit.yaml"))
    return scorer.score(values)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_looks_as_pinned(language: Language, pinned: Callable[[Path, str], None]) -> None:
    console = Console(file=StringIO(), width=80)
    sheet_table.show(alone(sample(language)), language, console)
    assert isinstance(console.file, StringIO)
    pinned(RENDERED / f"totals-{language}.txt", console.file.getvalue())
    pinned(RENDERED / f"totals-{language}.md", sheet_markdown.text(alone(sample(language)), language))


def _text(sheet: Sheet, page: str) -> str:
    rows = load_workbook(BytesIO(workbook_bytes(alone(sheet), "zh")))[page].iter_rows(values_only=True)
    return "\n".join(str(cell) for row in rows for cell in row if cell is not None)


def test_the_form_names_the_grade() -> None:
    sheet = replace(COMPLETE, grade=reached("良好"))
    assert "等次：良好" in _text(sheet, "考核表")


def test_the_ledger_has_what_the_whole_took() -> None:
    taken = replace(CAPPED, rule="total.most", why="最多得 8 分")
    assert "最多得 8 分" in _text(replace(COMPLETE, ledger=(taken,)), "扣分台账")


@pytest.mark.parametrize(
    ("grade", "chinese", "english"),
    [
        (reached("优秀"), "等次：优秀", "Grade: 优秀"),
        (
            reached("优秀", "良好", quota=True),
            "等次：优秀或良好（名额由全体单位的排名决定）",
            "Grade: 优秀 or 良好 (places go by the ranking of all units)",
        ),
        (
            reached("优秀", quota=True),
            "等次：优秀（按全体单位的排名）",
            "Grade: 优秀 (by the ranking of all units)",
        ),
        (
            reached("合格", why="造假的不得评优"),
            "等次：合格（造假的不得评优）",
            "Grade: 合格 (造假的不得评优)",
        ),
        (
            replace(reached("优秀", "良好", quota=True), groups={"shared.kind": "city"}),
            "等次：优秀或良好（名额由同类单位的排名决定）",
            "Grade: 优秀 or 良好 (places go by the ranking of the units of its class)",
        ),
        (
            replace(reached("优秀", quota=True), by_minimum=("优秀",)),
            "等次：优秀（不到分数线，按全体单位的排名补足至少的个数）",
            "Grade: 优秀 (below its cut-off, to make up the least number, by the ranking of all units)",
        ),
        (reached(), "等次：待定", "Grade: open"),
    ],
)
def test_grades(grade: GradeReached, chinese: str, english: str) -> None:
    assert [sheet_wording.grade(grade, language) for language in ("zh", "en")] == [chinese, english]
