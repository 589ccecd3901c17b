"""A table of facts becomes the files of its units: each row a document, as its rubric understands the header."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from kaohe.problems import Problem, Problems
from kaohe.results.sheet_columns import RESULT_COLUMNS
from kaohe.scoring.scorer import Scorer
from kaohe.source import file_contents
from kaohe.source.table_row import TableRow, table_row
from kaohe.source.tables import Row, Table, read_table
from kaohe.source.workbook_document import CellPlace
from kaohe.stages.prepared_rubrics import PreparedRubrics
from kaohe.stages.unit_files import MOST, STAGES, name, together
from kaohe.submission.entered import Entered
from kaohe.submission.fact_files import stage_named
from kaohe.submission.stray_keys import INDICATORS
from kaohe.submission.table_cells import TableCells, put
from kaohe.submission.table_columns import TableColumns
from kaohe.submission.table_header import TableHeader, head_columns, head_places, understood


def unit_rows(path: str, rubrics: PreparedRubrics) -> Sequence[TableRow]:
    """The units of a CSV table; what is wrong in a row, and in the header, is told when the row is read.

    Raises Problems where the file is no table of facts, OSError where it can't be read.
    """
    table = read_table(path)
    if table.names in RESULT_COLUMNS:
        raise Problems([Problem("table-of-scores", path, table.header, 1)])
    return rows_of(table, rubrics)


def rows_of(table: Table, rubrics: PreparedRubrics, beside: Sequence[str] = ()) -> Sequence[TableRow]:
    """The same of a table that has been read; `beside` are the titles of sheets that are not read."""
    if not table.rows:
        raise Problems([table.problem("table-empty", table.header, 1, {})])
    units = unit_documents(table, rubrics)
    for title in beside:
        units.entered.say("entry-sheet-strange", CellPlace(title))
    first, *others = _told_of_twins([units.document(number, row) for number, row in table.rows])
    return [replace(first, said=tuple(units.entered.remarks())), *others]


def unit_documents(table: Table, rubrics: PreparedRubrics) -> "UnitRows":
    """What makes documents of the rows of a table; raises Problems where a column is wanting that each has."""
    return UnitRows(table, head_places(table), rubrics, {}, Entered(table.path, table.since_1904))


def of_scores(path: Path) -> bool:
    """Whether a CSV file holds results as kaohe has written them, and so nothing that a unit hands in."""
    heads = tuple(f"\ufeff{','.join(columns)}\r\n".encode() for columns in RESULT_COLUMNS)
    with suppress(OSError):
        return file_contents.peeked(path, max(map(len, heads))).startswith(heads)
    return False


@dataclass(frozen=True, slots=True)
class UnitRows:
    """Makes documents of one table's rows; `head` are the places of the columns before the facts.

    What was taken in another way than it stands there is gathered for all rows.
    """

    table: Table
    head: Mapping[str, int]
    rubrics: PreparedRubrics
    headers: dict[Scorer, TableHeader]
    entered: Entered

    def document(self, number: int, row: Row) -> TableRow:
        """One row; where its rubric can't be had, what stands before its facts: why is told when it is read."""
        table = self.table
        entered = Entered(table.path, table.since_1904, taken=self.entered.taken)
        cells = TableCells(table, number, row, entered)
        data = {**cells.head(self.head), INDICATORS: {}}
        bare = replace(
            table_row(table.path, number, data, table.header, head_columns(self.head)),
            sheet=table.sheet,
            findings=tuple(entered.findings),
        )
        try:
            scorer = self.rubrics.scorer(bare)
        except (Problems, OSError):
            return bare
        if "stage" in data:
            data["stage"] = stage_named(data["stage"], scorer.compiled.rubric.stages)
        if scorer not in self.headers:
            known = TableColumns(scorer.compiled.reader)
            self.headers[scorer] = understood(table, self.head, known, data["rubric"])
        header = self.headers[scorer]
        for path, answer in cells.answers(header.facts):
            put(data, path, answer)
        for path, text in cells.notes(header.notes):
            put(data, path, text)
        findings = (*header.problems, *entered.findings, *cells.beyond())
        return replace(bare, columns=header.columns, findings=findings)


def _told_of_twins(rows: Sequence[TableRow]) -> Iterator[TableRow]:
    """The rows, each with a problem where others are about the same unit, year and stage: none is to be preferred."""
    same = together(rows, _about)
    for one in rows:
        others = [other.row for other in same[_about(one)][: MOST + 1] if other.row != one.row]
        yield told_twice(one, others) if others and one.data.get("unit") else one


def told_twice(row: TableRow, others: Sequence[int]) -> TableRow:
    """A row with the problem that these others are about the same unit."""
    told = {"unit": row.data["unit"], "others": ", ".join(map(str, others[:MOST]))}
    return replace(row, findings=(*row.findings, row.problem("row-twice", ("unit",), told)))


def _about(row: TableRow) -> tuple[object, ...]:
    return name(row.data.get("unit")), row.data.get("year"), row.data.get("stage", STAGES[0])
