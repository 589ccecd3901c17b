"""A table of facts becomes the files of its units: each row a document, as its rubric understands the header."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kaohe.expr.numbers import shown
from kaohe.formulas.kinds import NOT_APPLICABLE_WORDS
from kaohe.problems import Problem, Problems
from kaohe.results.sheet_columns import SHEET_COLUMNS
from kaohe.scoring.scorer import Scorer
from kaohe.source.table_row import TableRow, table_row
from kaohe.source.tables import Row, Table, read_table
from kaohe.stages.prepared_rubrics import PreparedRubrics
from kaohe.stages.unit_files import STAGES, name
from kaohe.submission.cell_text import cell_value, year_value
from kaohe.submission.stray_keys import INDICATORS
from kaohe.submission.table_columns import FactColumn, TableColumns, plainly
from kaohe.submission.table_header import TableHeader, head_columns, head_places, understood

MOST = 12
"""So many other rows are named that are about the same unit."""


def unit_rows(path: str, rubrics: PreparedRubrics) -> Sequence[TableRow]:
    """The units of a table; what is wrong in a row, and in the header, is told when the row is read.

    Raises Problems where the file is no table of facts, OSError where it can't be read.
    """
    table = read_table(path)
    if table.names == SHEET_COLUMNS:
        raise Problems([Problem("table-of-scores", path, table.header, 1)])
    units = _Units(table, head_places(table), rubrics, {})
    return list(_told_of_twins([units.document(number, row) for number, row in table.rows]))


def of_scores(path: Path) -> bool:
    """Whether a CSV file is a scored sheet as kaohe has written it, and so nothing that a unit hands in."""
    head = f"\ufeff{','.join(SHEET_COLUMNS)}\r\n".encode()
    with suppress(OSError), path.open("rb") as file:
        return file.read(len(head)) == head
    return False


@dataclass(frozen=True, slots=True)
class _Units:
    """Makes documents of one table's rows; `head` are the places of the columns before the facts."""

    table: Table
    head: Mapping[str, int]
    rubrics: PreparedRubrics
    headers: dict[Scorer, TableHeader]

    def document(self, number: int, row: Row) -> TableRow:
        """One row; where its rubric can't be had, what stands before its facts: why is told when it is read."""
        data: dict[str, Any] = {key: text for key, place in self.head.items() if (text := _cell(row, place))}
        if "year" in data:
            data["year"] = year_value(data["year"])
        data[INDICATORS] = {}
        bare = table_row(self.table.path, number, data, self.table.header, head_columns(self.head))
        try:
            scorer = self.rubrics.scorer(bare)
        except (Problems, OSError):
            return bare
        rubric = scorer.compiled.rubric
        if "stage" in data:
            called = {plainly(label): stage for stage, label in rubric.stages.items()}
            data["stage"] = called.get(plainly(data["stage"]), data["stage"])
        if scorer not in self.headers:
            known = TableColumns(scorer.compiled.reader)
            self.headers[scorer] = understood(self.table, self.head, known, data["rubric"])
        header = self.headers[scorer]
        for path, answer in _answers(row, header.facts):
            _put(data, path, answer)
        found = (*header.problems, *self._beyond(number, row))
        return replace(bare, columns=header.columns, findings=found)

    def _beyond(self, number: int, row: Row) -> Iterator[Problem]:
        """Cells under no name: nobody can know what they are about."""
        for place, text in enumerate(row):
            if text and not _cell(self.table.names, place):
                yield Problem("cell-without-column", self.table.path, number, place + 1, {"found": shown(text)})


def _cell(row: Row, place: int) -> str:
    """A row may be shorter than the header."""
    return row[place] if place < len(row) else ""


def _answers(row: Row, facts: Mapping[int, FactColumn]) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Each fact that a row reports, as a unit's file would; one that does not apply has no fields."""
    found: dict[tuple[str, ...], dict[str, Any]] = {}
    wanted: dict[tuple[str, ...], int] = {}
    for place, column in facts.items():
        value = cell_value(_cell(row, place), column.place.indicator, column.reader)
        if value is not None:
            found.setdefault(column.fact, {})[column.field] = value
            wanted[column.fact] = len(column.place.readers)
    for path, fields in found.items():
        whole = next(iter(fields.values()))
        same = len(fields) == wanted[path] and {*fields.values()} <= {*NOT_APPLICABLE_WORDS}
        yield path, whole if same or "" in fields else fields


def _put(data: dict[str, Any], path: tuple[str, ...], answer: Any) -> None:
    *groups, last = path
    for group in groups:
        data = data.setdefault(group, {})
    data[last] = answer


def _told_of_twins(rows: Sequence[TableRow]) -> Iterator[TableRow]:
    """The rows, each with a problem where others are about the same unit, year and stage: none is to be preferred."""
    same: dict[tuple[object, ...], list[int]] = {}
    for one in rows:
        same.setdefault(_about(one), []).append(one.row)
    for one in rows:
        others = [number for number in same[_about(one)] if number != one.row]
        if not (others and one.data.get("unit")):
            yield one
            continue
        told = {"unit": one.data["unit"], "others": ", ".join(map(str, others[:MOST]))}
        twice = Problem("row-twice", one.table, *one.position(("unit",)), told)
        yield replace(one, findings=(*one.findings, twice))


def _about(row: TableRow) -> tuple[object, ...]:
    return name(row.data.get("unit")), row.data.get("year"), row.data.get("stage", STAGES[0])
