"""Grades as cells: what the engine gives a unit with the same facts, open where missing facts leave it so."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kaohe.authoring.live.grade_words import GradeWords
from kaohe.messages import Language
from kaohe.render.words import sheet_wording
from kaohe.results.calculation import Calculation
from kaohe.results.live_form import GRADES
from kaohe.results.sheet import Sheet
from kaohe.scoring.calculation.calculating import calculation
from kaohe.scoring.compiled_rubric import CompiledRubric
from support.compiled_once import compiled
from support.entries import RUBRICS
from support.random_rows import random_row, seeded
from support.shipped import sheet as scored
from support.small_rubric import RULE, item, rubric
from support.small_scores import compiled_from
from support.spreadsheet import inputs_of, room, taken

ROOM = 4
GRADED = [
    path for path in RUBRICS if path.stem in ("county-energy-saving", "soe-principals-2009", "wage-arrears-transport")
]
GAPS = (0, 0, 0.02, 0.2)
CUT_OFFS: list[dict[str, Any]] = [{"id": "good", "title": "优秀", "from": 5}, {"id": "poor", "title": "一般"}]
SHARED: list[dict[str, Any]] = [{"id": "good", "title": "优秀", "from": 5, "quota": 3}, {"id": "poor", "title": "一般"}]


def with_grades(own: CompiledRubric, language: Language = "zh") -> Calculation:
    numbers = calculation(own, ROOM)
    cells = (*numbers.cells, *GradeWords(own, numbers, language).cells())
    return Calculation(cells, numbers.inputs, numbers.fields, numbers.slots)


def told(sheet: Sheet) -> Iterator[str]:
    """What a scored form says of grades."""
    if sheet.grade is not None:
        yield sheet_wording.grade(sheet.grade, "zh")
    for one in sheet.sections:
        if one.grade is not None:
            yield f"{one.title} {sheet_wording.grade(one.grade, 'zh')}"


@pytest.mark.parametrize("path", GRADED, ids=lambda path: path.stem)
def test_they_are_those_of_the_engine(path: Path) -> None:
    rubric_of, seen = compiled(path), set()
    own = with_grades(rubric_of)
    for seed in range(60):
        row = random_row(rubric_of, seeded(seed), gaps=GAPS[seed % len(GAPS)])
        if room(row) <= ROOM:
            values = own.values(inputs_of(rubric_of, row))
            assert values[GRADES] == "\n".join(told(scored(rubric_of, taken(rubric_of, row, values))))
            seen.add(values[GRADES])
    assert "等次：待定" in seen
    assert len(seen) > 1


def small(whole: list[dict[str, Any]], section: list[dict[str, Any]]) -> CompiledRubric:
    written = rubric([item(rules=[{**RULE, "not_applicable": "full"}])], grades=whole)
    written.data["sections"][0]["grades"] = section
    return compiled_from(written)


def test_a_section_has_grades_of_its_own_and_others_may_decide_the_whole() -> None:
    own = small(SHARED, CUT_OFFS)
    values = with_grades(own).values({})
    assert values[GRADES] == "等次要和各单位比，由 kaohe 评定\n第1项 等次：待定"
    assert (
        GradeWords(own, with_grades(own), "zh").room()
        == "等次要和各单位比，由 kaohe 评定\n第1项 等次由 kaohe 按分数评定"
    )


def test_where_facts_may_not_exist_kaohe_gives_them() -> None:
    grades: list[dict[str, Any]] = [
        {"id": "good", "title": "优秀", "requires": "applicable(item.done)"},
        {"id": "poor", "title": "一般"},
    ]
    assert with_grades(small(grades, CUT_OFFS)).values({})[GRADES].startswith("等次由 kaohe 按分数评定\n")


def test_a_form_without_grades_says_nothing_of_them() -> None:
    own = compiled_from(rubric([item()]))
    assert list(GradeWords(own, calculation(own, ROOM), "zh").cells()) == []
    assert GradeWords(own, calculation(own, ROOM), "zh").room() == ""
