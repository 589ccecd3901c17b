"""Workbooks of entries in the hands of tests: made by the contract alone, filled in, and spoilt as people do."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from kaohe.formulas.kinds import NOT_APPLICABLE_WORDS
from kaohe.messages import say
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.submission.entry_rows import (
    COLUMNS,
    CORRECTIONS,
    ENTRY_FORMAT,
    HEAD,
    ITEM_ROW,
    MEMBER,
    NONE_WORD,
    EntryRow,
    entry_rows,
    member_columns,
    option_labels,
)
from kaohe.submission.member_headings import member_headings
from kaohe.submission.table_columns import FactColumn

FACTS = "指标填报"
Data = Mapping[str, Any]
Change = Callable[[Workbook], object]


@dataclass
class EntryWorkbook:
    """A workbook of entries; cells are found by the ids of rows and the keys of columns."""

    book: Workbook
    columns: Sequence[str]

    @property
    def facts(self) -> Worksheet:
        return self.sheet(FACTS)

    def sheet(self, title: str) -> Worksheet:
        found = self.book[title]
        assert isinstance(found, Worksheet)
        return found

    def rows(self) -> dict[str, int]:
        return {str(row[0].value): number for number, row in enumerate(self.facts.iter_rows(), 1) if row[0].value}

    def cell(self, row: str, key: str) -> Cell:
        found = self.facts.cell(self.rows()[row], self.columns.index(key) + 1)
        assert isinstance(found, Cell)
        return found

    def put(self, row: str, key: str, value: Any, form: str = "") -> str:
        """Enter something; the name of its cell."""
        cell = self.cell(row, key)
        cell.value = value
        if form:
            cell.number_format = form
        return f"{FACTS}!{cell.coordinate}"

    def list(self, name: str) -> Worksheet:
        """The sheet of a list by its id."""
        return next(one for one in self.book.worksheets if one["A1"].value == f"{ENTRY_FORMAT}:{name}")

    def content(self) -> bytes:
        file = BytesIO()
        self.book.save(file)
        return file.getvalue()


@dataclass(frozen=True)
class Form:
    """The form of one rubric, which a workbook calls `name`."""

    compiled: CompiledRubric
    name: str
    later: bool = False
    about: Mapping[str, str] = field(default_factory=dict)

    @property
    def columns(self) -> Sequence[str]:
        place = COLUMNS.index("note") + 1
        return (*COLUMNS[:place], *(CORRECTIONS if self.later else ()), *COLUMNS[place:])

    def workbook(self, data: Data) -> EntryWorkbook:
        """With the facts of a unit's file."""
        book = Workbook()
        sheet = book.active
        assert isinstance(sheet, Worksheet)
        sheet.title = FACTS
        sheet.append([ENTRY_FORMAT, *self.columns[1:]])
        sheet.append([None, self.compiled.rubric.title])
        sheet.append([None, *(say(f"entry.column-{key}", "zh") for key in self.columns[1:])])
        sheet.row_dimensions[1].hidden = sheet.column_dimensions["A"].hidden = True
        for key in HEAD if self.later else HEAD[:2]:
            self._append(sheet, key, {"label": say(f"entry.head-{key}", "zh"), "current": data.get(key)})
        self._facts(sheet, data)
        for row in self._rows():
            if not row.fields:
                self._list(book, row, _found(data, row.fact))
        self._about(book, data)
        return EntryWorkbook(book, self.columns)

    def _rows(self) -> Iterator[EntryRow]:
        return entry_rows(self.compiled.reader.groups)

    def _append(self, sheet: Worksheet, row: str, cells: Mapping[str, Any]) -> None:
        sheet.append([row, *(None for _ in self.columns[1:])])
        for key, value in cells.items():
            cell = sheet.cell(sheet.max_row, self.columns.index(key) + 1)
            cell.value, cell.number_format = entered(value)

    def _facts(self, sheet: Worksheet, data: Data) -> None:
        numbers = {item.id: (number, item.title) for number, item in self.compiled.rubric.items()}
        done = set[str]()
        for row in self._rows():
            group = row.fact[-2]
            if group in numbers and group not in done:
                done.add(group)
                number, title = numbers[group]
                cells = {"number": number, "item": title, **_papers(data, group, "")}
                self._append(sheet, f"{ITEM_ROW}{group}", cells)
            self._append(sheet, row.id, self._cells(row, data))

    def _cells(self, row: EntryRow, data: Data) -> Mapping[str, Any]:
        name = row.fields.get("current", "")
        label = FactColumn(row.fact, row.place, "" if name == "current" else name).label("zh")
        cells: dict[str, Any] = {"number": row.place.number, "label": label.removeprefix(f"{row.place.number} ")}
        value = _found(data, row.fact)
        cells |= _papers(data, row.fact[-2], row.fact[-1])
        if value in NOT_APPLICABLE_WORDS:
            return {**cells, "state": value}
        if not row.fields:
            return {**cells, "current": NONE_WORD} if value in ([], {}) else cells
        for column, one in row.fields.items():
            cells[column] = _shown(row, one, _field(value, one))
        return cells

    def _list(self, book: Workbook, row: EntryRow, value: Any) -> None:
        sheet = book.create_sheet(f"名单 {row.place.called}"[:31])
        own = [MEMBER, *member_columns(row.place)]
        keys = [*own, *(f"new_{one}" for one in own[1:]), "new_state", "cause", "reason", "shown_by"]
        keys = keys if self.later else own
        sheet.append([f"{ENTRY_FORMAT}:{row.id}", *keys])
        heads = member_headings(row.place, "zh")
        sheet.append([None, *(heads[key] for key in keys)])
        named = value if isinstance(value, Mapping) else dict.fromkeys(value or ())
        members = dict.fromkeys(row.place.indicator.members) | (
            dict(named) if value not in NOT_APPLICABLE_WORDS else {}
        )
        for name, one in members.items():
            sheet.append(["known" if self.later else MEMBER, name])
            for place, (_, part) in enumerate(member_columns(row.place).items(), 3):
                cell = sheet.cell(sheet.max_row, place)
                cell.value, cell.number_format = entered(_shown(row, part, _field(one, part)))
        sheet.append([MEMBER])

    def _about(self, book: Workbook, data: Data) -> None:
        sheet = book.create_sheet("kaohe")
        rubric = self.compiled.rubric
        told = {
            "format": ENTRY_FORMAT,
            "rubric": self.name,
            "rubric_id": rubric.id,
            "sha256": self.compiled.sha256,
            "version": "0",
            "stage": data.get("stage", "self"),
            "language": "zh",
            **self.about,
        }
        for line in told.items():
            sheet.append(line)
        sheet.sheet_state = Worksheet.SHEETSTATE_VERYHIDDEN


def _found(data: Data, path: Sequence[str]) -> Any:
    value: Any = data
    for step in path:
        value = value.get(step) if isinstance(value, Mapping) else None
    return value


def _field(value: Any, name: str) -> Any:
    return _found(value, name.split(".")) if name else value


def _shown(row: EntryRow, name: str, value: Any) -> Any:
    one, _ = row.place.indicator.of_field(name)
    if one.kind == "choice" and value is not None:
        return option_labels(one.options)[value]
    if one.kind == "date" and value is not None:
        return date.fromisoformat(value)
    return value


def _papers(data: Data, item: str, fact: str) -> Mapping[str, str]:
    """The evidence and the note of an item as a whole, or of a fact."""
    found = {}
    for key, column in {"evidence": "evidence", "notes": "note"}.items():
        given = data.get(key, {}).get(item)
        parts = given if isinstance(given, list) else [] if given is None else [given]
        inside = [one for one in parts if isinstance(one, Mapping)]
        own = [one for part in inside for one in _listed(part.get(fact))] if fact else _plain(parts)
        if own:
            found[column] = "；".join(own)
    return found


def _plain(parts: Sequence[Any]) -> list[str]:
    return [one for one in parts if isinstance(one, str)]


def _listed(value: Any) -> list[str]:
    return value if isinstance(value, list) else [] if value is None else [value]


def entered(value: Any) -> tuple[Any, str]:
    """A value as a careful person enters it, and the format of its cell."""
    if isinstance(value, bool):
        return ("是" if value else "否"), "General"
    if isinstance(value, str) and value.endswith("%"):
        return float(Decimal(value[:-1]) / 100), "0.00%"
    if isinstance(value, date):
        return value, "yyyy-mm-dd"
    return (float(value) if isinstance(value, Decimal) else value), "General"


def loaded(content: bytes) -> Workbook:
    return load_workbook(BytesIO(content))
