"""Grades as columns: what the engine gives each unit, NULL while missing facts leave them open."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.results.grade_reached import GradeReached
from kaohe.scoring.columns.program import program
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.scoring.scorer import Scorer
from kaohe.submission.reader import Values
from support.column_tables import Row, Tables, computed
from support.compiled_once import compiled
from support.entries import RUBRICS
from support.random_rows import random_row, seeded
from support.rounds import share
from support.small_rubric import RULE, item, rubric
from support.small_scores import compiled_from

GAPS = (0, 0, 0.02, 0.2)
CUT_OFFS: list[dict[str, Any]] = [{"id": "good", "title": "优秀", "from": 5}, {"id": "poor", "title": "一般"}]
SHARED: list[dict[str, Any]] = [{"id": "good", "title": "优秀", "from": 5, "quota": 3}, {"id": "poor", "title": "一般"}]


def place(own: CompiledRubric, name: str, grade: GradeReached | None) -> int | None:
    """The place of a grade from 1 on; nothing while it is open, or without a score."""
    if grade is None or not grade.may_have:
        return None
    (one,) = grade.may_have
    return own.grades[name].grades.index(one) + 1


def wanted(own: CompiledRubric, row: Row) -> dict[str, int | None]:
    sheet = Scorer(own, "zh").score(Values("甲市.xlsx", "甲市", 2011, "self", tuple(row)))
    grades = {section.id: section.grade for section in sheet.sections} | {"": sheet.grade}
    return {
        f"grade.sections.{name}" if name else "grade.total": place(own, name, grades[name])
        for name in own.grades
        if not any(one.shared_out for one in own.grades[name].grades)
    }


def differing(own: CompiledRubric, rows: Sequence[Row], *, complete: bool) -> tuple[list[str], set[int | None]]:
    """Where the columns are not what the engine says, and all places that it gave."""
    writing, tables = program(own, complete=complete), Tables(own)
    taken = [tables.taken(row, writing) for row in rows]
    if complete:
        taken = [row for row in taken if not own.unreported(row) and not own.undefined(row)]
    found = computed(writing, tables.frames(taken))
    bad, seen = [], set[int | None]()
    for row, columns in zip(taken, found, strict=True):
        for name, want in wanted(own, row).items():
            seen.add(want)
            if columns[name] != want:
                bad.append(f"{name}: {columns[name]}, not {want}")
    return bad, seen


GRADED = [path for path in RUBRICS if "grades:" in path.read_text(encoding="utf-8")]


@pytest.mark.parametrize("complete", [True, False])
@pytest.mark.parametrize("path", share(GRADED, of=2), ids=lambda path: path.stem)
def test_they_are_those_of_the_engine(path: Path, complete: bool) -> None:  # noqa: FBT001
    own = compiled(path)
    rows = [
        random_row(own, seeded(seed), gaps=0 if complete else GAPS[seed % len(GAPS)]) for seed in share(range(40), of=2)
    ]
    bad, _ = differing(own, rows, complete=complete)
    assert bad == []


def small(grades: list[dict[str, Any]], **head: Any) -> CompiledRubric:
    """Two sections of an item each that need not apply; the second has grades of its own."""
    items = [[item(id=f"item_{number}", rules=[{**RULE, "not_applicable": "full"}])] for number in (1, 2)]
    written = rubric(*items, grades=CUT_OFFS, **head)
    written.data["sections"][1]["grades"] = grades
    return compiled_from(written)


ROWS: list[Row] = [(one, other) for one in (True, False, None, NOT_APPLICABLE) for other in (True, False, None)]


@pytest.mark.parametrize("complete", [True, False])
@pytest.mark.parametrize(
    "asked",
    ["sections.section_1 >= 5", "applicable(item_1.done)", "total > 5", "applicable(item_2.done) and item_2.done"],
)
@pytest.mark.parametrize("rescale", ["none", "section"])
def test_what_they_ask_for_may_not_exist_or_have_no_score(rescale: str, asked: str, complete: bool) -> None:  # noqa: FBT001
    grades: list[dict[str, Any]] = [{"id": "good", "title": "优秀", "requires": asked}, {"id": "poor", "title": "一般"}]
    head = {} if rescale == "none" else {"rescale": rescale}
    own = small(grades, **head)
    bad, seen = differing(own, ROWS, complete=complete)
    assert bad == []
    assert len(seen) > 1


def test_events_limit_them() -> None:
    limits = [{"clause": "甲", "when": "applicable(item_1.done) and item_1.done", "grade": "poor"}]
    own = small(CUT_OFFS, limits=limits)
    for complete in (True, False):
        assert differing(own, ROWS, complete=complete)[0] == []


def test_what_others_decide_is_no_column() -> None:
    found = program(small(SHARED), complete=False)
    assert found.ungraded == ("sections.section_2",)
    assert [one.column for one in found.outputs if one.side == "grade"] == ["grade.total"]
