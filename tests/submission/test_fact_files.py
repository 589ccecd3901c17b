"""Units' files with the keys and words of the form: they say the same as the plain ones, of every kind of file."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from kaohe.library import rubric_files
from kaohe.problems import Problems
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.source import Document
from kaohe.source import read as source_read
from kaohe.submission.amendment_reader import read_amendment
from kaohe.submission.fact_files import as_meant, read, stage_named
from support.every_kind import compiled
from support.folders import BAD

CASES: Any = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"))
MADE, SOURCE = rubric_files.load(BAD / "rubrics" / "optional.yaml")
OPTIONAL = CompiledRubric(MADE, SOURCE.sha256)
LABELS: dict[Any, str] = {"self": "自查分", "preliminary": "自评分", "final": "审定 分"}


def document(text: str) -> Document:
    return as_meant(source_read("甲市.yaml", text.encode()))


def what_is_said(kind: str, text: str, of: CompiledRubric) -> Any:
    found = document(text)
    if kind == "parameters":
        return of.reader.parameters(found)
    if kind == "later":
        said = read_amendment(of.reader, of.rubric, found)
        return [(one.path, one.old, one.new, one.cause, one.why) for one in said.facts], [
            (one.item, one.score, one.why) for one in said.judgements
        ]
    values = of.reader.read(found)
    return values.unit, values.year, values.stage, values.row, values.evidence, values.notes


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_same_is_said(case: dict[str, str]) -> None:
    of = OPTIONAL if case.get("rubric") == "optional" else compiled()
    kind = case.get("kind", "values")
    assert what_is_said(kind, case["kinder"], of) == what_is_said(kind, case["plain"], of)


KINDER = "单位: 甲市\n指标:\n  基础:\n    迟报: 2次\n    课时: １,000\n    兑付率: ９３％\n"


def test_what_is_taken_is_said_once() -> None:
    (said,) = compiled().reader.read(document(KINDER)).said
    assert said.place == "甲市.yaml"
    assert said.message("zh") == "3 处的写法已按该填的读：第 4、5、6 行"
    assert said.message("en") == "3 answers written in another way were read as what is asked for: line 4、5、6"
    later = "单位: 甲市\n阶段: 审定\n改动:\n  基础:\n    迟报: {原值: 2次, 新值: 3, 理由: 核实}\n"
    (said,) = read_amendment(compiled().reader, compiled().rubric, document(later)).said
    assert said.parameters == {"count": 1, "lines": "5"}
    plain = "unit: 甲市\nindicators:\n  basics: {late: 2, paid: 93%, done: 是, grade: 优}\n"
    assert compiled().reader.read(document(plain)).said == ()


def test_problems_point_at_what_is_written() -> None:
    text = "单位: 甲市\n指标:\n  基础:\n    迟报: 无\n    课程: 3\n"
    with pytest.raises(Problems) as raised:
        compiled().reader.read(document(text))
    assert [(one.code, one.line, one.column) for one in raised.value.problems] == [
        ("word-for-none", 4, 9),
        ("unknown-key", 5, 5),
    ]


def test_a_rubric_is_left_alone() -> None:
    rubric = source_read("细则.yaml", "kaohe: 1\n单位: 甲市\nyear: 2011年\n".encode())
    assert as_meant(rubric) is rubric


@pytest.mark.parametrize("text", ["unit: 甲市\nyear: 2011\n", "unit: 甲市\nyear: 去年\n", "其他: 1\n"])
def test_a_plain_file_stays_what_it_is(text: str) -> None:
    plain = source_read("甲市.yaml", text.encode())
    assert as_meant(plain) is plain


def test_a_file_on_the_disk(tmp_path: Path) -> None:
    path = tmp_path / "甲市.yaml"
    path.write_text("单位: 甲市\n年度: ２０１１年度\n", encoding="utf-8")
    found = read(str(path))
    assert found.data == {"unit": "甲市", "year": 2011}
    assert found.position(("year",)) == (2, 5)


@pytest.mark.parametrize(
    ("written", "stage"),
    [
        ("self", "self"),
        ("自查分", "self"),
        ("自评分", "preliminary"),
        ("自评", "self"),
        ("审定分", "final"),
        ("审定", "final"),
        ("终评", "终评"),
        (3, 3),
    ],
)
def test_stages(written: object, stage: object) -> None:
    """A rubric's own labels are meant before the usual names."""
    assert stage_named(written, LABELS) == stage


def test_a_stage_that_a_rubric_does_not_have() -> None:
    assert stage_named("初评", {"self": "自评分"}) == "初评"
