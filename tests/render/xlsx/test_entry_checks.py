"""Formulas of the workbook of facts: what is written beside them is what LibreOffice computes, for right and wrong."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from kaohe.authoring.entry_known import Known
from kaohe.render.xlsx.entry_places import EntryPlaces
from kaohe.render.xlsx.entry_workbook import EntryWorkbooks
from kaohe.render.xlsx.live_places import LivePlaces
from kaohe.render.xlsx.prepared_workbook import Filling
from kaohe.results.entry_form import EntryForm
from kaohe.scoring.compiled_rubric import CompiledRubric
from support.compiled_once import compiled
from support.entries import RUBRICS, blank, filled, later, of_every_kind, sheet
from support.random_rows import Row, random_row, seeded
from support.rendered.printing import IN_OFFICE, Office
from support.rounds import share

Place = tuple[str, str]
STEPS_OF_WORDS = "work.told."
"""Words for facts that are open, which nothing shows: a number without end has other digits there."""
WORKBOOKS = EntryWorkbooks("zh")
pytestmark = IN_OFFICE


@dataclass(frozen=True)
class Entered:
    """A workbook with some cells filled in by hand, and what its formulas must come to."""

    name: str
    form: EntryForm
    entries: Mapping[Place, Filling]
    computed: Mapping[Place, Filling]

    def write(self, folder: Path) -> Path:
        """Without anything beside its formulas: LibreOffice keeps what it finds there."""
        path = folder / f"{self.name}.xlsx"
        path.write_bytes(WORKBOOKS.parts(self.form).prepared.filled(self.entries))
        return path


def as_written(name: str, form: EntryForm) -> Entered:
    """What a file has from the beginning."""
    parts, entries = WORKBOOKS.parts(form), EntryPlaces(form, "zh")
    places = LivePlaces(form, form.live, entries, "zh")
    steps = {(places.page, cell) for step, cell in places.cells.items() if step.startswith(STEPS_OF_WORDS)}
    return Entered(name, form, parts.entered, {at: one for at, one in parts.computed.items() if at not in steps})


def by_hand(name: str, form: EntryForm, cases: Mapping[str, tuple[Mapping[Place, Filling], str]]) -> Entered:
    """`cases` has for each row's id what is entered under which columns, `(ID, KEY)`, and what the check then says."""
    places = EntryPlaces(form, "zh")
    entries = dict(as_written(name, form).entries)
    for given, _ in cases.values():
        entries |= {_at(places, place): one for place, one in given.items()}
    checks: dict[Place, Filling] = {(places.page, places.cell(row, "check")): said for row, (_, said) in cases.items()}
    return Entered(name, form, entries, checks)


def _at(places: EntryPlaces, place: Place) -> Place:
    """A cell of the page by its row and column; of another sheet as it is."""
    return (places.page, places.cell(*place)) if place[0] in places.rows else place


FIRST: Mapping[str, tuple[Mapping[Place, Filling], str]] = {
    "mechanism.staff_missing": ({("mechanism.staff_missing", "current"): "三个"}, "× 要填数，不写文字"),
    "mechanism.deputies": ({("mechanism.deputies", "current"): Fraction("1.5")}, "× 要填整数"),
    "discipline.breaches": ({("discipline.breaches", "current"): Fraction(-1)}, "× 不能小于 0"),
    "variety.park": ({("variety.park", "current"): Fraction(9)}, "× 要在 0 到 8 之间"),
    "variety.town": ({("variety.town", "current"): Fraction("8.01")}, "× 不能大于 8"),
    "variety.balance": ({("variety.balance", "current"): "-3.5"}, "按文字存的数，由 kaohe 计算"),
    "variety.net": ({("variety.net", "current"): "86.12345678901234567%"}, "按文字存的数，由 kaohe 计算"),
    "shared.fraud": ({("shared.fraud", "current"): "没有"}, "× 要从下拉里选"),
    "shared.class": ({("shared.class", "current"): "三类"}, "× 要从下拉里选"),
    "variety.filed_on": ({("variety.filed_on", "current"): "三月"}, "× 要填日期，如 2011-03-31"),
    "variety.filed_in": ({("variety.filed_in", "current"): "2013"}, "× 要写成 2011-03"),
    "quality.passed": ({("quality.passed", "state"): "不适用"}, "× 选了“不适用”，就不要再填数"),
    "mechanism.incidents": ({("mechanism.incidents", "current"): "无"}, "× 选了“无”，名单里却有"),
    "quality.tasks": ({("名单 2.2 各县任务", "B4"): "乙县"}, "× 名单里还有没填的"),
    "growth.people": (
        {("growth.people", "previous"): "一百", ("growth.people", "current"): None},
        "× 要填数，不写文字",
    ),
}
NO_NUMBER, AS_TEXT = "× 要填数，不写文字", "按文字存的数，由 kaohe 计算"
TEXTS: Mapping[str, tuple[Filling, str]] = {
    "mechanism.staff_missing": (True, NO_NUMBER),
    "mechanism.deputies": ("1e3", NO_NUMBER),
    "discipline.breaches": ("7.", NO_NUMBER),
    "variety.park": ("７", AS_TEXT),
    "variety.town": (" 7 ", AS_TEXT),
    "variety.balance": ("50%", NO_NUMBER),
    "variety.net": ("7", NO_NUMBER),
}
OTHER_TEXTS: Mapping[str, tuple[Filling, str]] = {
    "mechanism.staff_missing": ("+7", NO_NUMBER),
    "mechanism.deputies": (".5", NO_NUMBER),
    "discipline.breaches": ("1/2", NO_NUMBER),
    "variety.park": ("7", AS_TEXT),
    "variety.balance": ("1,000", AS_TEXT),
}
LATER: Mapping[str, tuple[Mapping[Place, Filling], str]] = {
    "growth.people": ({("growth.people", "new_current"): Fraction(110)}, "× 缺理由"),
    "growth.rounds": (
        {("growth.rounds", "new_current"): Fraction(3), ("growth.rounds", "reason"): "少一次"},
        "已改",
    ),
    "growth.fraud": ({("growth.fraud", "new_current"): "否", ("growth.fraud", "reason"): "没有"}, "× 和原来一样"),
    "shared.fraud": ({("shared.fraud", "new_current"): "x", ("shared.fraud", "reason"): "没有"}, "× 要从下拉里选"),
    "variety.park": ({("variety.park", "reason"): "多打了"}, "× 没写改成什么"),
    "items.growth": (
        {("items.growth", "new_current"): Fraction(5), ("items.growth", "reason"): "现场看过"},
        "得 5 分",
    ),
    "items.mechanism": (
        {("items.mechanism", "new_current"): "按事实计算", ("items.mechanism", "reason"): "看过"},
        "得 5.5 分",
    ),
    "items.discipline": (
        {("items.discipline", "new_current"): "按事实计算", ("items.discipline", "reason"): "看过"},
        "× 要填数，不写文字",
    ),
    "items.quality": (
        {("items.quality", "new_current"): Fraction("2.345"), ("items.quality", "reason"): "看过"},
        "× 最多 2 位小数",
    ),
    "items.variety": ({("items.variety", "new_current"): Fraction(38)}, "× 要在 0 到 37 之间"),
    "quality.passed": (
        {("quality.passed", "new_state"): "不适用", ("quality.passed", "new_current"): Fraction(1, 2)},
        "× 选了“不适用”，就不要再填数",
    ),
    "quality.spending": (
        {("quality.spending", "new_current"): Fraction(9), ("quality.spending", "reason"): "错"},
        "已改",
    ),
    "variety.works.whole": ({}, ""),
}


def within(row: Row, rubric: CompiledRubric) -> list[Any]:
    """The row with no number beyond what the rubric allows."""
    found = list(row)
    for place in (place for places in rubric.reader.groups.values() for place in places.values()):
        span = place.indicator.range
        for at in range(place.start, place.stop) if span is not None and not place.indicator.list else ():
            if isinstance(found[at], int | Fraction) and span is not None and not span.holds(found[at]):
                found[at] = next(side.value for side in (span.to, span.from_) if side is not None)
    return found


def units(path: Path) -> list[Entered]:
    """A unit with gaps; of two forms also one that has reported nothing, and what a reviewer makes of one."""
    rubric = compiled(path)
    known = Known(within(random_row(rubric, seeded(1), gaps=0.2), rubric), "甲市", 2011)
    forms = [filled(known, path), *([blank(path), later(known, path)] if path in RUBRICS[:2] else ())]
    return [as_written(f"{path.stem}-{number}", form) for number, form in enumerate(forms)]


def test_what_was_written_is_what_is_computed(office: Office, tmp_path: Path) -> None:
    wanted = [one for path in share(RUBRICS, of=20) for one in units(path)]
    wanted.append(by_hand("first", filled(of_every_kind()), FIRST))
    for name, cases in (("texts", TEXTS), ("other-texts", OTHER_TEXTS)):
        given = {row: ({(row, "current"): one}, said) for row, (one, said) in cases.items()}
        wanted.append(by_hand(name, filled(of_every_kind()), given))
    wanted.append(by_hand("later", later(replace(of_every_kind(), judged={"mechanism": Fraction(4)})), LATER))
    wrong = unlike(filled(of_every_kind()))
    office.convert("xlsx", tmp_path / "computed", *(one.write(tmp_path) for one in (*wanted, wrong)))
    for one in wanted:
        assert differences(tmp_path / "computed", one) == []
    assert differences(tmp_path / "computed", wrong) != []


def unlike(form: EntryForm) -> Entered:
    """One in which a fact is not what it was when its values were computed."""
    written, places = as_written("unlike", form), EntryPlaces(form, "zh")
    fact = (places.page, places.cell("growth.people", "current"))
    return replace(written, entries={**written.entries, fact: Fraction(1)})


def differences(folder: Path, one: Entered) -> list[tuple[Place, Any, Filling]]:
    found = contents(folder / f"{one.name}.xlsx", one.computed)
    return [(place, found[place], own) for place, own in one.computed.items() if not alike(found[place], own)]


def contents(path: Path, places: Iterable[Place]) -> Mapping[Place, Any]:
    """What stands in these cells of a file."""
    book = load_workbook(path, data_only=True)
    return {place: sheet(book, place[0])[place[1]].value for place in places}


def alike(found: Any, own: Filling) -> bool:
    """Whether LibreOffice has computed the same, but for the last digit of a double."""
    if isinstance(own, str | bool | None) or not isinstance(found, int | float):
        return bool((found if found is not None else "") == ("" if own is None else own))
    return bool(abs(found - float(own)) <= 1e-14 * abs(float(own)))
