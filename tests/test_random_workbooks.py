"""Units made up at random go into a workbook and come back the same: facts, what is said beside them, corrections."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kaohe.authoring.entry_changes import Unheld, corrected
from kaohe.authoring.entry_forms import EntryAbout, EntryForms
from kaohe.authoring.entry_known import known_of
from kaohe.compiler.row_layout import Fact
from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.library import rubric_files
from kaohe.problems import Problems
from kaohe.render.submission_yaml import text
from kaohe.render.xlsx.entry_workbook import EntryWorkbooks
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.source import Document
from kaohe.stages.unit_files import UnitFiles
from kaohe.stages.unit_loader import UnitLoader
from kaohe.stages.unit_stages import UnitStages, UnitState
from kaohe.submission.amendment_reader import read_amendment
from kaohe.submission.reader import Values
from support.folders import TESTS
from support.random_rows import random_row, seeded, unit_values
from support.random_stages import FOLDER, after, first, lay_out
from support.rounds import rounds
from support.rule_cases import document

FORMS = sorted(path for path in (TESTS / "forms").glob("*.yaml") if not path.name.endswith(".cases.yaml"))
EVERY = (*FORMS, rubric_files.shipped()["jiangsu-employment-2011"])
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
def compiled(path: Path) -> CompiledRubric:
    rubric, found = rubric_files.load(path)
    return CompiledRubric(rubric, found.sha256)


@cache
def tools(path: Path) -> tuple[EntryForms, EntryWorkbooks]:
    return EntryForms(compiled(path), "zh"), EntryWorkbooks("zh")


@cache
def loader() -> UnitLoader:
    return UnitLoader("zh", {})


def sound(fact: Fact, values: Sequence[Any]) -> list[Any]:
    """Random values within what the rubric allows: its own members, numbers in range, what is asked."""
    indicator = fact.indicator
    if not indicator.asked:
        return [None] * len(values)
    if values[0] is NOT_APPLICABLE or (indicator.list and values[0] is None):
        return list(values)
    if indicator.list:
        names = indicator.members or [one[0] for one in values[0]]
        drawn = {one[0]: one[1:] for one in values[0]}
        gap = (None,) * len(indicator.fields)
        given_ = list(drawn.values())
        rows = [given_[place] if place < len(given_) else gap for place in range(len(names))]
        return [tuple((name, *within(fact, row)) for name, row in zip(names, rows, strict=True))]
    return within(fact, values)


def within(fact: Fact, values: Sequence[Any]) -> list[Any]:
    found = []
    for name, value in zip(fact.indicator.fields, values, strict=True):
        one, _ = fact.indicator.of_field(name)
        out = isinstance(value, int | Fraction) and one.range is not None and not one.range.holds(value)
        side = (one.range.from_ or one.range.to) if one.range else None
        found.append(side.value if out and side else value)
    return found


def a_unit(path: Path, random: Random, gaps: float) -> Mapping[str, Any]:
    """The data of a unit's file, with evidence and notes at random."""
    of, row = compiled(path), []
    drawn = random_row(of, random, gaps=gaps)
    for fact in of.layout.facts:
        row += sound(fact, drawn[fact.start : fact.start + fact.width()])
    data = unit_values(of, tuple(row))
    asked = {(fact.item, fact.id) for fact in of.layout.facts if fact.indicator.asked}
    kept = {
        item: {name: one for name, one in facts.items() if (item, name) in asked}
        for item, facts in data["indicators"].items()
    }
    parameters = {name: one for name, one in data["parameters"].items() if ("", name) in asked}
    rest = {
        "evidence": beside(of, random, ["台账.pdf", "附件/一.png"]),
        "notes": beside(of, random, "核过；见“台账”\n二行"),
    }
    return {
        "rubric": path.name,
        "unit": "甲市",
        "year": 2011,
        "stage": next(iter(of.rubric.stages)),
        "indicators": kept,
        "parameters": parameters,
        **rest,
    }


def beside(of: CompiledRubric, random: Random, said: Any) -> Mapping[str, Any]:
    """Of some items, of their facts, of both."""
    found: dict[str, Any] = {}
    for item in (trees.item for trees in of.items):
        facts = {name: said for name, one in item.indicators.items() if one.asked and random.random() < 0.3}
        whole = said if isinstance(said, list) else [said]
        way = random.randrange(4)
        if way == 1:
            found[item.id] = said
        elif facts and way > 1:
            found[item.id] = facts if way == 2 else [*whole, facts]
    return found


def alike(values: Values) -> tuple[Any, ...]:
    """What has to be the same."""
    row = tuple(None if silent(one) else one for one in values.row)
    return values.unit, values.year, values.stage, row, values.evidence, values.notes


def silent(value: Any) -> bool:
    """Whether of a list with members of its own none says anything: it is missing as if it were left out."""
    return isinstance(value, tuple) and bool(value) and all(set(one[1:]) == {None} for one in value)


def typed(path: Path, data: Mapping[str, Any], folder: Path) -> Values:
    return compiled(path).reader.read(document(data, path=str(folder / "甲市.yaml")))


@pytest.mark.parametrize("path", EVERY, ids=lambda path: path.stem)
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


@rounds(80)
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
