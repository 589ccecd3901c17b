"""Units made up at random go into a workbook and come back the same: facts, what is said beside them, corrections."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kaohe.authoring.entry_changes import Unheld, corrected
from kaohe.authoring.entry_forms import EntryAbout, EntryForms
from kaohe.authoring.entry_known import known_of
from kaohe.problems import Problems
from kaohe.render.submission_yaml import text
from kaohe.render.xlsx.entry_workbook import EntryWorkbooks
from kaohe.source import Document
from kaohe.stages.unit_files import UnitFiles
from kaohe.stages.unit_loader import UnitLoader
from kaohe.stages.unit_stages import UnitStages, UnitState
from kaohe.submission.amendment_reader import read_amendment
from kaohe.submission.reader import Values
from support.compiled_once import compiled
from support.random_rows import seeded, unit_values
from support.random_stages import FOLDER, after, first, lay_out
from support.random_units import EVERY, a_unit, alike
from support.rounds import rounds, share
from support.rule_cases import document

SEEDS = st.integers(0, 2**32)
GAPS = st.sampled_from([0.0, 0.1, 0.6])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    found = tmp_path_factory.mktemp("workbooks")
    for path in EVERY:
        (found / path.name).write_bytes(path.read_bytes())
    FOLDER.append(found)
    lay_out(found)
    yield found
    FOLDER.clear()


@cache
def tools(path: Path) -> tuple[EntryForms, EntryWorkbooks]:
    return EntryForms(compiled(path), "zh"), EntryWorkbooks("zh")


@cache
def loader() -> UnitLoader:
    return UnitLoader("zh", {})


def typed(path: Path, data: Mapping[str, Any], folder: Path) -> Values:
    return compiled(path).reader.read(document(data, path=str(folder / "甲市.yaml")))


@pytest.mark.parametrize("path", share(EVERY, of=8), ids=lambda path: path.stem)
def test_facts_come_back(path: Path, folder: Path) -> None:
    @rounds(20)
    @given(SEEDS, GAPS)
    def comes_back(seed: int, gaps: float) -> None:
        data = a_unit(path, seeded(seed), gaps)
        try:
            values = typed(path, data, folder)
        except Problems:  # lists that are to have the same members
            assume(False)
        forms, workbooks = tools(path)
        form = forms.first(EntryAbout(path.name, values.stage), known_of(compiled(path), values))
        found = read(folder / "甲市.xlsx", workbooks.content(form))
        assert alike(compiled(path).reader.read(found)) == alike(values)
        written = text(found.data, {})
        assert alike(compiled(path).reader.read(source_of(folder, written))) == alike(values)

    comes_back()


def source_of(folder: Path, written: str) -> Document:
    path = folder / "甲市.yaml"
    path.write_text(written, encoding="utf-8")
    (found,) = loader().documents(str(path))
    return found


def read(path: Path, content: bytes) -> Document:
    path.write_bytes(content)
    (found,) = loader().documents(str(path))
    assert found.remarks == ()
    return found


@rounds(18)
@given(SEEDS, GAPS)
def test_corrections_come_back(folder: Path, seed: int, gaps: float) -> None:
    random = seeded(seed)
    point = first(random, gaps)
    path = folder / "form.yaml"
    _, data = after(point, "preliminary", random, gaps)
    while data["readings"] or "rubric_reason" in data:
        _, data = after(point, "preliminary", random, gaps)
    data["changes"].pop("parameters", None)
    values = unit_values(point.compiled, point.row)
    values["indicators"]["place"].pop("rank")
    facts = {"rubric": "form.yaml", "unit": "甲市", "year": 2011, **values}
    start = document(facts, path=str(folder / "甲市.yaml"))
    later = document(data, path=str(folder / "初评.yaml"))
    expected = stages(start, later)
    state = expected.states[0]
    forms, workbooks = tools(path)
    about = EntryAbout("form.yaml", "preliminary")
    amendment = read_amendment(compiled(path).reader, compiled(path).rubric, later)
    try:
        known = forms.later(about, known_of(compiled(path), state.values))
        form = corrected(known, compiled(path).reader, amendment, "zh")
    except Unheld:
        assume(False)
    found = read(folder / "初评.xlsx", workbooks.content(form))
    again = stages(start, found)
    assert reached(again.states[-1]) == reached(expected.states[-1])
    assert {step.why for step in again.steps[0]} == {step.why for step in expected.steps[0]}


def stages(start: Document, later: Document) -> UnitStages:
    found = loader().unit(UnitFiles(start, [later]))
    assert not found.bad
    return found


def reached(state: UnitState) -> object:
    """Facts and judgements; members of lists may stand in another order."""
    row = [sorted(one) if isinstance(one, tuple) else one for one in state.values.row]
    return row, {place: one.score for place, one in state.values.judgements.items()}
