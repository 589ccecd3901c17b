"""Keys at the wrong level of a file: where they belong, by the kind of file."""

from typing import Any

import pytest

from kaohe.library import rubric_files
from kaohe.problems import Problem, Problems
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.source import Document, read
from kaohe.submission.amendment_reader import read_amendment
from support.folders import BAD

RUBRIC, SOURCE = rubric_files.load(BAD / "rubrics" / "optional.yaml")
COMPILED = CompiledRubric(RUBRIC, SOURCE.sha256)


def said(problems: tuple[Problem, ...]) -> list[tuple[object, ...]]:
    keys = ("key", "place", "nearest", "known")
    return [(one.code, *(one.parameters[key] for key in keys if one.parameters.get(key))) for one in problems]


def document(text: str) -> Document:
    return read("甲市.yaml", text.encode())


def found(read_with: Any, text: str) -> list[tuple[object, ...]]:
    with pytest.raises(Problems) as raised:
        read_with(document(text))
    return said(raised.value.problems)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("shared: {accident: false}", ("misplaced-key", "shared", "indicators")),
        ("exams: {}", ("misplaced-key", "exams", "indicators")),
        ("late: 1", ("misplaced-key", "late", "indicators.basics")),
        ("average: 90%", ("misplaced-key", "average", "parameters")),
        ("indicators: {late: 1}", ("misplaced-key", "late", "indicators.basics")),
        ("indicators: {parameters: {}}", ("outermost-key", "parameters")),
        ("indicators: {basics: {year: 2011}}", ("outermost-key", "year")),
        ("indicators: {basics: {passed: {}}}", ("misplaced-key", "passed", "indicators.exams")),
        ("indicators: {basics: {shared.accident: true}}", ("misplaced-key", "shared.accident", "indicators.shared")),
        ("parameters: {late: 1}", ("misplaced-key", "late", "indicators.basics")),
        ("indicators: {基础工做: {}}", ("unknown-key", "基础工做", "shared, basics（基础工作）, exams（考试）")),
        ("indicators: {basics: {lat: 1}}", ("unknown-key", "lat", "late")),
        ("indicators: {basics: {人数: 1}}", ("unknown-key", "人数", "late（迟报）")),
        ("indicators: {人数: 1}", ("unknown-key", "人数", "shared, basics（基础工作）, exams（考试）")),
        (
            "人数: 1",
            ("unknown-key", "人数", "rubric, unit, year, stage, indicators, parameters, evidence, notes"),
        ),
    ],
)
def test_in_a_unit_s_file(text: str, expected: tuple[object, ...]) -> None:
    assert found(COMPILED.reader.read, f"unit: 甲市\n{text}\n") == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("late: 1", ("misplaced-key", "late", "changes.basics")),
        ("average: 1", ("misplaced-key", "average", "changes.parameters")),
        ("changes: {late: {}}", ("misplaced-key", "late", "changes.basics")),
        ("changes: {exams: {late: {}}}", ("misplaced-key", "late", "changes.basics")),
        ("changes: {exams: {passed.total: {}}}", ("unknown-key", "passed.total", "passed.whole")),
    ],
)
def test_in_a_later_stage_s_file(text: str, expected: tuple[object, ...]) -> None:
    head = "unit: 甲市\nstage: self\njudgements: {}\n"
    assert found(lambda one: read_amendment(COMPILED.reader, RUBRIC, one), f"{head}{text}\n") == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("average: 90%\nparameters: {}", ("misplaced-key", "average", "parameters")),
        ("parameters: {late: 1}", ("unknown-key", "late", "average（全省平均）")),
    ],
)
def test_in_a_file_of_parameters(text: str, expected: tuple[object, ...]) -> None:
    """It has no facts of a unit."""
    assert found(COMPILED.reader.parameters, f"{text}\n") == [expected]
