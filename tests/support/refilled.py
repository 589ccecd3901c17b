"""Blank workbooks filled in by a program that knows only their sheets, saved by LibreOffice, and read back."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any

from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from kaohe.authoring.entry_forms import EntryAbout, EntryForms
from kaohe.problems import Problems
from kaohe.render.xlsx.entry_workbook import entry_bytes
from kaohe.stages.unit_loader import UnitLoader
from kaohe.submission.entry_rows import option_labels
from kaohe.submission.reader import Values
from support.compiled_once import compiled
from support.random_rows import seeded
from support.random_units import EMPLOYMENT, FORMS, a_unit, alike
from support.rendered.printing import Office
from support.rule_cases import document

MARK = "kaohe-entry-1"
GAPS = (0.0, 0.05, 0.3, 0.7)
"""How often a fact is missing, unit by unit."""
ONE_IN = 5
"""Of so many units one is of another form than the employment form."""
Filled = tuple[Path, Mapping[str, Any]]
"""The rubric of a unit, and the data of its file."""


def made_up(units: range, random: Random) -> Iterator[Filled]:
    """Sound units, most of them of the employment form."""
    for number in units:
        path = FORMS[number // ONE_IN % len(FORMS)] if number % ONE_IN == ONE_IN - 1 else EMPLOYMENT
        while True:
            data = {**a_unit(path, random, GAPS[number % len(GAPS)]), "parameters": {}}
            try:
                values(path, data)
            except Problems:  # lists that are to have the same members
                continue
            yield path, data
            break


def values(path: Path, data: Mapping[str, Any]) -> Values:
    return compiled(path).reader.read(document(data, path=str(path)))


@dataclass
class Blank:
    """The blank workbook of a rubric, open; what is filled in for one unit is taken out again for the next."""

    rubric: Path
    _touched: list[Cell] = field(default_factory=list)

    def __post_init__(self) -> None:
        of = compiled(self.rubric)
        form = EntryForms(of, "zh").first(EntryAbout(self.rubric.name, next(iter(of.rubric.stages))))
        self._book = load_workbook(BytesIO(entry_bytes(form, "zh")))

    def save(self, data: Mapping[str, Any], path: Path) -> None:
        """Fill in what a unit reports, and save it."""
        for sheet in self._book.worksheets:
            head, _, listed = str(sheet["A1"].value).partition(":")
            if head == MARK and listed:
                self._list(sheet, _found(data, ["indicators", *listed.split(".")]))
            elif head == MARK:
                self._facts(sheet, data)
        self._book.save(path)
        for cell in self._touched:
            cell.value = None
        self._touched.clear()

    def _facts(self, sheet: Worksheet, data: Mapping[str, Any]) -> None:
        keys = _keys(sheet)
        for row in range(2, sheet.max_row + 1):
            name = str(sheet.cell(row, 1).value or "")
            cells = {key: sheet.cell(row, column) for key, column in keys.items()}
            if name in ("unit", "year"):
                self._enter(cells["current"], data[name], name)
            elif name.startswith("items."):
                self._beside(cells, data, [name.removeprefix("items.")])
            elif name and not name.startswith("parameters."):
                self._fact(cells, data, name)

    def _fact(self, cells: Mapping[str, Any], data: Mapping[str, Any], name: str) -> None:
        item, fact, *inside = name.split(".")
        value = _found(data, ["indicators", item, fact])
        if not cells["note"].protection.locked:  # only in the first row of a fact
            self._beside(cells, data, [item, fact])
        if value == "不适用":
            if not cells["state"].protection.locked:
                self._enter(cells["state"], value, "")
        elif value == {} and not inside:
            self._enter(cells["current"], "无", "")
        elif isinstance(value, Mapping) and (inside or not cells["previous"].protection.locked):
            for key in ["current"] if inside else ["previous", "current"]:
                self._enter(cells[key], _found(value, inside or [key]), f"{item}.{fact}")
        elif not isinstance(value, Mapping):
            self._enter(cells["current"], value, f"{item}.{fact}")

    def _beside(self, cells: Mapping[str, Any], data: Mapping[str, Any], path: Sequence[str]) -> None:
        """The files of evidence and the note of an item as a whole, or of one of its facts."""
        for key, group in (("evidence", "evidence"), ("note", "notes")):
            said = _found(data, [group, path[0]])
            parts = said if isinstance(said, list) else [said]
            if len(path) > 1:
                parts = [one[path[1]] for one in parts if isinstance(one, Mapping) and path[1] in one]
            texts = [one for one in parts if isinstance(one, str)]
            texts = texts or [text for one in parts if isinstance(one, list) for text in one]
            self._enter(cells[key], "；".join(texts) or None, "")

    def _list(self, sheet: Worksheet, value: Any) -> None:
        keys, name = _keys(sheet), str(sheet["A1"].value).removeprefix(f"{MARK}:")
        rows = [row for row in range(2, sheet.max_row + 1) if sheet.cell(row, 1).value in ("member", "known")]
        declared = {sheet.cell(row, keys["member"]).value: row for row in rows}
        members = value if isinstance(value, Mapping) else {}
        for place, (member, said) in enumerate(members.items()):
            row = declared.get(member) or rows[place]
            if member not in declared:
                self._enter(sheet.cell(row, keys["member"]), member, "")
            for key, column in keys.items():
                if key != "member":
                    one = said if key == "value" else _found(said, key.split("."))
                    self._enter(sheet.cell(row, column), one, f"{name}.{key}")

    def _enter(self, cell: Any, value: Any, fact: str) -> None:
        """Into a cell that may be filled in, as its format and its list of choices ask for it."""
        if value is None:
            return
        assert not cell.protection.locked, f"{fact} {cell.coordinate}"
        assert cell.value is None, f"{fact} {cell.coordinate}"
        self._touched.append(cell)
        if isinstance(value, bool):
            cell.value = "是" if value else "否"
        elif cell.number_format.endswith("%"):
            cell.value = float(Decimal(value.removesuffix("%")) / 100)
        elif cell.number_format == "yyyy-mm-dd":
            cell.value = date.fromisoformat(value)
        elif isinstance(value, str):
            cell.value = self._labels(fact).get(value, value)
        else:
            cell.value = value

    def _labels(self, fact: str) -> Mapping[str, str]:
        """What the list of choices says for each option."""
        group, _, name = fact.partition(".")
        name, _, inside = name.partition(".")
        place = compiled(self.rubric).reader.groups.get(group, {}).get(name)
        if place is None or inside == "value":
            return option_labels(place.indicator.options) if place else {}
        return option_labels(place.indicator.of_field(inside)[0].options if inside else place.indicator.options)


@cache
def blank(path: Path) -> Blank:
    return Blank(path)


def _keys(sheet: Worksheet) -> Mapping[str, int]:
    return {str(cell.value): place for place, cell in enumerate(sheet[1], 1) if place > 1 and cell.value}


def _found(data: Any, path: Sequence[str]) -> Any:
    for step in path:
        data = data.get(step) if isinstance(data, Mapping) else None
    return data


def refilled(
    office: Office, folder: Path, units: Sequence[Filled], expected: Sequence[Filled] | None = None
) -> list[list[str]]:
    """For each unit what is not as expected when its workbook is read back; one office process saves all of them."""
    filled, saved = folder / "filled", folder / "saved"
    for one in (filled, saved):
        one.mkdir(exist_ok=True)
    files = [filled / f"{number}.xlsx" for number in range(len(units))]
    for (path, data), file in zip(units, files, strict=True):
        (saved / path.name).write_bytes(path.read_bytes())
        blank(path).save(data, file)
    office.convert("xlsx", saved, *files)
    sides = zip(expected or units, files, strict=True)
    return [_differences(path, data, saved / file.name) for (path, data), file in sides]


def _differences(path: Path, data: Mapping[str, Any], file: Path) -> list[str]:
    try:
        (found,) = UnitLoader("zh", {}).documents(str(file))
        again = compiled(path).reader.read(found)
    except Problems as wrong:
        return [
            f"{path.stem}: {one.code} {one.parameters} {one.sheet} {one.line} {one.column}" for one in wrong.problems
        ]
    told = [f"{path.stem}: {one.code} {one.parameters}" for one in found.remarks]
    sides = zip(_parts(values(path, data)), _parts(again), strict=False)
    return [*told, *(f"{path.stem}: {one!r} became {other!r}" for one, other in sides if one != other)]


def _parts(read: Values) -> list[Any]:
    """What has to be the same, one by one, and how many there are."""
    unit, year, stage, *several = alike(read)
    return [unit, year, stage, *map(len, several), *(one for part in several for one in part)]


def at_random(office: Office, folder: Path, units: int, seed: int, at_once: int = 25) -> Iterator[list[list[str]]]:
    """Batch by batch what is not the same, unit by unit."""
    random = seeded(seed)
    for start in range(0, units, at_once):
        many = range(start, min(start + at_once, units))
        yield refilled(office, folder, list(made_up(many, random)))
