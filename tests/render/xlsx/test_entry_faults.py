"""What a check says of texts, errors and long lists is what kaohe makes of them when it reads the workbook."""

import re
from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from pathlib import Path
from shutil import copy
from typing import Any
from zipfile import ZipFile

from openpyxl import load_workbook

from kaohe.messages import say
from kaohe.problems import Problems
from kaohe.render.xlsx.entry_faults import EntryFaults
from kaohe.render.xlsx.entry_places import EntryPlaces
from kaohe.render.xlsx.entry_workbook import EntryWorkbooks
from kaohe.results.entry_form import EntryCell, EntryForm
from kaohe.stages.unit_loader import UnitLoader
from support.entries import EVERY_KIND, filled, of_every_kind, sheet
from support.rendered.printing import IN_OFFICE, Office
from support.taken_texts import CASES

WORKBOOKS = EntryWorkbooks("zh")
ROUNDS = range(max(map(len, CASES.values())))
pytestmark = IN_OFFICE


@cache
def form() -> EntryForm:
    return filled(of_every_kind())


@cache
def places() -> EntryPlaces:
    return EntryPlaces(form(), "zh")


def written(path: Path, entries: Mapping[str, Any]) -> Path:
    """The workbook of the sample unit with other things in the cells under 填报数, by the ids of rows."""
    parts = WORKBOOKS.parts(form())
    cells = {(places().page, places().cell(row, "current")): one for row, one in entries.items()}
    path.write_bytes(parts.prepared.filled({**parts.entered, **cells}))
    return path


def of_round(number: int) -> Mapping[str, tuple[Any, str]]:
    return {row: cases[number] for row, cases in CASES.items() if number < len(cases)}


def test_a_text_is_wrong_where_kaohe_refuses_it(office: Office, tmp_path: Path) -> None:
    copy(EVERY_KIND, tmp_path)
    entries = {number: {row: one for row, (one, _) in of_round(number).items()} for number in ROUNDS}
    files = {number: written(tmp_path / f"{number}.xlsx", one) for number, one in entries.items()}
    office.convert("xlsx", tmp_path / "computed", *files.values())
    for number, file in files.items():
        book, refused = load_workbook(tmp_path / "computed" / file.name, data_only=True), read(file)
        page = sheet(book, places().page)
        for row, (entered, told) in of_round(number).items():
            assert page[places().cell(row, "check")].value == told, (row, entered)
            assert (places().cell(row, "current") in refused) == told.startswith("×"), (row, entered)


def read(file: Path) -> set[str]:
    """The cells that are refused."""
    try:
        UnitLoader("zh", {}).read(str(file))
    except Problems as found:
        return {one.place.rpartition("!")[2] for one in found.problems}
    return set()


def spoilt(path: Path, parts: Mapping[str, tuple[str, str]]) -> None:
    """Put something else into sheets: `parts` are by their names what is replaced, and by what."""
    with ZipFile(path) as book:
        content = {name: book.read(name).decode() for name in book.namelist()}
    for name, (old, new) in parts.items():
        content[name], count = re.subn(old, new, content[name])
        assert count, name
    with ZipFile(path, "w") as book:
        for name, text in content.items():
            book.writestr(name, text)


def page_of(title: str) -> str:
    titles = [places().page, *(one.name for one in form().lists)]
    return f"xl/worksheets/sheet{titles.index(title) + 1}.xml"


def failing(*cells: str) -> tuple[str, str]:
    """Formulas that give an error in place of what stands in the cells."""
    return rf'<c r="({"|".join(cells)})"([^>]*?)(?: t="\w+")?(?:/>|>.*?</c>)', r'<c r="\1"\2><f>1/0</f><v></v></c>'


def test_an_error_counts_as_missing_and_goes_no_further(office: Office, tmp_path: Path) -> None:
    path, rows = written(tmp_path / "error.xlsx", {}), ("growth.rounds", "growth.fraud", "variety.filed_on")
    cells = {places().cell(row, "current") for row in rows} | {places().cell("quality.passed", "state")}
    cells |= {places().cell("growth.people", "previous"), places().cell("unit", "current")}
    listed = form().lists[0]
    spoilt(path, {page_of(places().page): failing(*cells), page_of(listed.name): failing("C3")})
    office.convert("xlsx", tmp_path / "computed", path)
    book = load_workbook(tmp_path / "computed" / path.name, data_only=True)
    errors = {(one.title, cell.coordinate) for one in book for row in one for cell in row if cell.data_type == "e"}
    assert errors == {*((places().page, cell) for cell in cells), (listed.name, "C3")}
    page = sheet(book, places().page)
    for row in (*rows, "growth.people", "quality.passed"):
        assert page[places().cell(row, "check")].value == "× 格子里是错误值"
    assert page[places().cell(listed.id, "check")].value == "× 名单里有错误值"
    assert "待填 3 项" in str(page[places().cell("items.growth", "check")].value)


def test_more_members_than_rows_are_left_to_kaohe(office: Office, tmp_path: Path) -> None:
    path, listed = written(tmp_path / "long.xlsx", {}), next(one for one in form().lists if not one.declared)
    inside = '<row r="40"><c r="B40" t="inlineStr"><is><t>甲</t></is></c></row></sheetData>'
    spoilt(path, {page_of(listed.name): ("</sheetData>", inside)})
    office.convert("xlsx", tmp_path / "computed", path)
    book = load_workbook(tmp_path / "computed" / path.name, data_only=True)
    assert sheet(book, places().page)[places().cell(listed.id, "check")].value == "超过 20 行，分数由 kaohe 计算"
    item = listed.id.partition(".")[0]
    beside = sheet(book, places().page)[places().cell(f"items.{item}", "check")].value
    assert str(beside).endswith("由 kaohe 计算")
    told = [str(row[3].value) for row in sheet(book, "扣分说明").iter_rows(min_row=3) if row[3].value]
    assert any(say("live.why-kaohe", "zh") in one or "其余由 kaohe 计算" in one for one in told)


def test_a_number_out_of_range_is_marked_from_the_start() -> None:
    faults = EntryFaults({}, "zh")
    between = EntryCell("number", Fraction(9), low=Fraction(0), high=Fraction(8))
    assert faults.first(between) == "× 要在 0 到 8 之间"
    assert faults.first(EntryCell("percent", Fraction(-1), low=Fraction(0))) == "× 不能小于 0%"
    assert faults.first(EntryCell("count", Fraction(-1))) == "× 不能小于 0"
    assert faults.first(EntryCell("amount", Fraction(-1))) == ""
    assert faults.first(EntryCell("number", Fraction(8), high=Fraction(8))) == ""
    assert faults.first(EntryCell("number")) == ""
