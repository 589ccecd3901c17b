"""A reviewer's workbook: what it computes is what the engine says of the corrected facts and judged items."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from kaohe.authoring.entry_forms import EntryAbout
from kaohe.authoring.entry_known import Known
from kaohe.render.xlsx.entry_places import EntryPlaces
from kaohe.render.xlsx.entry_workbook import EntryWorkbooks
from kaohe.results.entry_form import EntryCell, EntryForm, EntryLine, EntryList, EntryValue
from kaohe.results.sheet import Sheet
from kaohe.submission.reader import Judgement, Values, Why
from support.compiled_once import compiled
from support.entries import EVERY_KIND, RUBRICS, filled, forms, later, of_every_kind
from support.live import by_name, enterable, named
from support.random_rows import random_row, seeded
from support.rounds import share
from support.shipped import scorer
from support.spreadsheet import taken

WORKBOOKS = EntryWorkbooks("zh")


def with_values(line: EntryLine, given: Mapping[str, EntryValue]) -> EntryLine:
    """The line with what is entered under some of its columns."""
    cells = {key: replace(cell, value=given.get(key, cell.value)) for key, cell in line.cells.items()}
    return replace(line, cells=cells)


def corrected(old: EntryForm, wanted: EntryForm) -> EntryForm:
    """A later stage's form in which all is entered that makes single facts what they are in another one."""
    cells = {line.id: line.cells for line in wanted.lines}
    return replace(old, lines=tuple(with_values(line, _instead(line, cells[line.id])) for line in old.lines))


def _instead(line: EntryLine, wanted: Mapping[str, EntryCell]) -> Mapping[str, EntryValue]:
    if line.kind != "fact":
        return {}
    if "state" in wanted and wanted["state"].value != line.cells["state"].value and wanted["state"].value:
        return {"new_state": wanted["state"].value}
    return {
        f"new_{key}": wanted[key].value
        for key in ("previous", "current")
        if f"new_{key}" in line.cells and wanted[key].value not in (None, line.cells[key].value)
    }


@pytest.mark.parametrize("path", [*RUBRICS[:2], *share(RUBRICS[4::3], of=8)], ids=lambda path: path.stem)
def test_corrections_and_judgements_are_computed_as_the_engine_does(path: Path) -> None:
    rubric = compiled(path)
    for seed in share(range(3), of=2):
        old = enterable(rubric, random_row(rubric, seeded(seed), gaps=0.1))
        new = list(enterable(rubric, random_row(rubric, seeded(seed + 100))))
        for fact in rubric.layout.facts:
            if fact.indicator.list or fact.indicator.kind == "year" or fact.item == "" or fact.indicator.peers:
                new[fact.start : fact.start + fact.width()] = old[fact.start : fact.start + fact.width()]
        form = corrected(later(Known(old, "甲市", 2011), path), filled(Known(tuple(new), "甲市", 2011), path))
        place = seed % len(rubric.items)
        points = max(Fraction(1), rubric.whatever(place).low or Fraction(0))
        form = judged(form, rubric.items[place].item.id, points)
        values = by_name(form, WORKBOOKS.parts(form))
        row = taken(rubric, tuple(new), values)
        judgement = {place: Judgement(points, Why("看过"))}
        compare(values, scorer(rubric).score(Values("甲市.xlsx", "甲市", 2011, "final", row, judgement)))


def judged(form: EntryForm, item: str, points: Fraction = Fraction(1)) -> EntryForm:
    given: Mapping[str, EntryValue] = {"new_current": points, "reason": "看过"}
    lines = tuple(with_values(line, given) if line.id == f"items.{item}" else line for line in form.lines)
    return replace(form, lines=lines)


def compare(values: Mapping[str, Any], sheet: Sheet) -> None:
    for section in sheet.sections:
        for item in section.items:
            assert_score(values, f"items.{item.id}", item)
        assert_score(values, f"sections.{section.id}", section)
    assert_score(values, "total", sheet)


def assert_score(values: Mapping[str, Any], name: str, one: Any) -> None:
    assert values[f"standing.{name}"] == one.state, name
    if one.score is not None:
        assert values[f"score.{name}"] == pytest.approx(float(one.score)), name


def incidents(*lines: Mapping[str, EntryValue], none: str | None = None) -> Mapping[str, Any]:
    """What a reviewer's workbook computes of the sample unit's incidents, where this is entered in the list's rows."""
    form = later(of_every_kind())
    lists = tuple(_entered(one, lines) if one.id == "mechanism.incidents" else one for one in form.lists)
    given = {} if none is None else {"new_current": none}
    rows = tuple(with_values(one, given) if one.id == "mechanism.incidents" else one for one in form.lines)
    form = replace(form, lists=lists, lines=rows)
    return by_name(form, WORKBOOKS.parts(form))


def _entered(one: EntryList, lines: tuple[Mapping[str, EntryValue], ...]) -> EntryList:
    free = {column.key: column.free for column in one.columns}
    rows = [*one.members, *(free for _ in lines[len(one.members) :])]
    members = [
        {key: replace(cell, value=given.get(key, cell.value)) for key, cell in row.items()}
        for row, given in zip(rows, lines, strict=False)
    ]
    return replace(one, members=(*members, *one.members[len(lines) :]))


class TestLists:
    def test_a_field_is_corrected(self) -> None:
        values = incidents({"new_people": Fraction(5)})
        assert values["input.mechanism.incidents.1.people"] == 5
        assert values["input.mechanism.incidents.1.severity"] == "一般"

    def test_a_member_is_taken_out_and_nobody_is_left(self) -> None:
        values = incidents({"new_state": "去掉"})
        assert values["input.mechanism.incidents.1.member"] == ""
        assert values["input.none.mechanism.incidents"] == "无"
        assert values["state.mechanism.incidents"] == 1

    def test_a_member_is_added(self) -> None:
        values = incidents({}, {"member": "二号", "new_people": Fraction(1), "new_severity": "严重"})
        assert values["input.mechanism.incidents.2.member"] == "二号"
        assert values["state.mechanism.incidents"] == 1

    def test_there_shall_be_none(self) -> None:
        values = incidents({}, none="无")
        assert values["input.mechanism.incidents.1.member"] == ""
        assert values["input.none.mechanism.incidents"] == "无"


def test_each_item_tells_what_a_correction_does_to_it() -> None:
    known = of_every_kind()
    before = by_name(filled(known), WORKBOOKS.parts(filled(known)))
    sheet = scorer(compiled(EVERY_KIND)).score(Values("甲市.yaml", "甲市", 2013, "self", tuple(known.row)))
    form = later(replace(known, sheets=(sheet,)))
    same = by_name(form, WORKBOOKS.parts(form))
    assert same["beside.items.growth"] == f"得 {before['score.items.growth']:g} 分"
    points = Fraction(1)
    values = by_name(judged(form, "growth"), WORKBOOKS.parts(judged(form, "growth")))
    change = f"{1 - before['score.items.growth']:+g}"
    assert values["beside.items.growth"] == f"{before['score.items.growth']:g} → {points}（{change}）"


def test_earlier_stages_stand_as_values_in_their_columns() -> None:
    known = of_every_kind()
    sheet = scorer(compiled(EVERY_KIND)).score(Values("甲市.yaml", "甲市", 2013, "self", tuple(known.row)))
    about = EntryAbout(EVERY_KIND.name, "final")
    parts = WORKBOOKS.parts(forms(EVERY_KIND).later(about, replace(known, sheets=(sheet,))))
    _, cell = named(EVERY_KIND)["kaohe_total"]
    assert parts.entered["考核表", cell] == sheet.score
    assert EntryPlaces(later(known), "zh").page == "指标填报"
