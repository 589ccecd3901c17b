"""Tables of facts: units come through unchanged, and all that is wrong in a table is told with row and column."""

import csv
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kaohe import source
from kaohe.messages import Language
from kaohe.messages.problem_words import table_problems
from kaohe.problems import Problems
from kaohe.stages.unit_loader import UnitLoader
from kaohe.stages.unit_rows import of_scores
from kaohe.submission.reader import Values
from kaohe.submission.table_columns import TableColumns
from support import shipped
from support.command_line import kaohe
from support.folders import BAD
from support.random_rows import random_row, seeded, unit_values

HERE = Path(__file__).parent
CASES: list[Mapping[str, Any]] = source.read(str(HERE / "bad_tables.yaml")).data["cases"]
OPTIONS = {"validate": [], "score": ["--format", "json"], "batch": ["-o", "out.csv"]}
COLUMN = re.compile(r"^(表.csv:\d+):\d+", re.MULTILINE)
SOUND = BAD / "rubrics" / "sound.yaml"


@pytest.fixture
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("sound.yaml").write_bytes(SOUND.read_bytes())


def said(command: str, language: Language) -> Iterator[str]:
    for case in CASES:
        Path("表.csv").write_text(case["table"], encoding="utf-8")
        ran = kaohe(command, "表.csv", *OPTIONS[command], "--quiet", "--lang", language)
        assert ran.code == 1
        yield from (f"# {case['name']}", *(line for line in (ran.out + ran.err).splitlines() if "表.csv" in line), "")


@pytest.mark.usefixtures("_here")
class TestWhatIsWrong:
    @pytest.mark.parametrize("language", ["zh", "en"])
    def test_all_that_is_said(self, language: Language, pinned: Callable[[Path, str], None]) -> None:
        pinned(HERE / "snapshots" / f"bad_tables.{language}.txt", "\n".join(said("validate", language)))

    @pytest.mark.parametrize("command", ["score", "batch"])
    def test_every_command_says_the_same(self, command: str) -> None:
        """A unit's second file is placed at its stage or at its name."""
        texts = (COLUMN.sub(r"\1", "\n".join(said(one, "zh"))) for one in (command, "validate"))
        told, expected = (text.split("# ") for text in texts)
        for found, one in zip(told, expected, strict=True):
            assert {*one.splitlines()} <= {*found.splitlines()}, command

    def test_each_kind_is_shown(self) -> None:
        text = "\n".join(said("validate", "zh"))
        unseen = {code for code in table_problems.SENTENCES if f" {code.removeprefix('problem.')} " not in text}
        assert unseen == {"problem.table-sheets"}, "which workbooks have: test_sheet_rows.py"


def written(rows: list[list[str]]) -> bytes:
    text = StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue().encode("gb18030", "replace")


def read(path: Path, content: bytes) -> list[Values]:
    path.write_bytes(content)
    loader = UnitLoader("zh", {})
    return [loader.values(document)[1] for document in loader.documents(str(path))]


def in_a_cell(value: Any) -> str:
    return {None: "", True: "TRUE", False: "否"}[value] if value is None or isinstance(value, bool) else str(value)


def cells_of(data: Mapping[str, Any], columns: TableColumns) -> Iterator[str]:
    """One unit's facts as somebody would write them into the columns."""
    for column in columns.facts:
        value: Any = data
        for step in column.fact:
            value = value.get(step) if isinstance(value, Mapping) else value
        yield in_a_cell(value.get(column.field) if isinstance(value, Mapping) else value)


@given(seed=st.integers(0, 10**9), gaps=st.sampled_from([0.0, 0.1, 0.9]), labels=st.booleans())
@settings(max_examples=15, deadline=None)
def test_units_come_through_a_table_unchanged(
    tmp_path_factory: pytest.TempPathFactory, seed: int, gaps: float, *, labels: bool
) -> None:
    """Lists, which no cell can hold, are left out."""
    compiled, random = shipped.compiled(), seeded(seed)
    columns = TableColumns(compiled.reader)
    lists = [fact.start for fact in compiled.layout.facts if fact.indicator.list]
    drawn = [random_row(compiled, random, gaps=gaps) for _ in range(3)]
    rows = [tuple(None if place in lists else value for place, value in enumerate(row)) for row in drawn]
    names = [columns.label(one, "zh") if labels else one.name for one in columns.facts]
    table = [["rubric", "unit", "year", "stage", *names]]
    facts = [cells_of(unit_values(compiled, row), columns) for row in rows]
    table += [[shipped.NAME, f"{place}市", "2011", "", *cells] for place, cells in enumerate(facts)]
    path = tmp_path_factory.mktemp("tables") / "表.csv"
    assert [one.row for one in read(path, written(table))] == rows


CELLS = st.one_of(
    st.sampled_from(
        [*(one.name for one in TableColumns(shipped.compiled().reader).facts), shipped.NAME, "unit", "rubric"]
    ),
    st.sampled_from(
        ["年度", "阶段", "self", "自评分", "不适用", "1,0", "9" * 5000, "5%", "", "是", "2011年", '"', "1/2"]
    ),
    st.text(max_size=6),
)


@given(rows=st.lists(st.lists(CELLS, max_size=6), max_size=4), raw=st.binary(max_size=8))
@settings(max_examples=60, deadline=None)
def test_whatever_is_in_a_table_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]], raw: bytes
) -> None:
    """With a sound header and first row, and bytes that may be none of a text."""
    head = [["rubric", "unit", *(rows[0] if rows else [])], [shipped.NAME, "甲市", *(rows[1] if rows[1:] else [])]]
    path = tmp_path_factory.mktemp("tables") / "表.csv"
    for content in (written([*head, *rows[2:]]), written(rows), written(head) + raw):
        path.write_bytes(content)
        loader = UnitLoader("zh", {})
        with suppress(Problems):
            for document in loader.documents(str(path)):
                with suppress(Problems):
                    loader.values(document)


def test_a_table_says_what_a_file_says(tmp_path: Path) -> None:
    """The same unit from both, with its head."""
    names = ["rubric", "unit", "year", "stage", "coverage.contributors.previous"]
    (one,) = read(tmp_path / "表.csv", written([names, [shipped.NAME, "甲市", "2011", "", "5"]]))
    facts = "indicators: {coverage: {contributors: {previous: 5}}}"
    text = f"rubric: {shipped.NAME}\nunit: 甲市\nyear: 2011\n{facts}\n"
    _, other = UnitLoader("zh", {}).values(source.read("甲市.yaml", text.encode()))
    assert replace(one, path="") == replace(other, path="")
    assert one.path == f"{tmp_path / '表.csv'}:2"


def test_a_table_that_is_not_there() -> None:
    with pytest.raises(FileNotFoundError):
        UnitLoader("zh", {}).documents("没有.csv")


def test_a_rubric_with_errors_is_told_once(tmp_path: Path) -> None:
    (tmp_path / "form.yaml").write_text("kaohe: 1\n", encoding="utf-8")
    table = [["rubric", "unit"], ["form.yaml", "甲市"], ["form.yaml", "乙市"]]
    loader = UnitLoader("zh", {})
    (tmp_path / "表.csv").write_bytes(written(table))
    places = set()
    for document in loader.documents(str(tmp_path / "表.csv")):
        with pytest.raises(Problems) as found:
            loader.values(document)
        places.add(found.value.problems[-1].place)
    assert places == {f"{tmp_path / '表.csv'}:1:1"}


@pytest.mark.usefixtures("_here")
def test_what_stands_beside_facts_and_how_they_were_taken() -> None:
    text = "评分细则,单位,basics.late,1.1 等次,1.1 迟报：备注\nsound.yaml,甲市,2次,优,核过\n"
    Path("表.csv").write_text(text, encoding="utf-8")
    loader = UnitLoader("zh", {})
    (one,) = loader.documents("表.csv")
    data: Any = one.data
    assert data["indicators"] == {"basics": {"late": 2, "grade": "good"}}
    assert data["notes"] == {"basics": {"late": "核过"}}
    assert [(note.code, note.parameters["cells"]) for note in one.remarks] == [("taken-word", "C2")]


def test_what_can_not_be_read_is_no_table_of_scores(tmp_path: Path) -> None:
    assert of_scores(tmp_path / "无.csv") is False
