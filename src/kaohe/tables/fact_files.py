"""Files of many units' facts, batch by batch: Parquet and CSV as columns, every other table as rows of cells."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from math import isfinite
from pathlib import Path
from typing import Any

import polars as pl

from kaohe.problems import Problem, Problems
from kaohe.scoring.columns.column_names import PERCENT
from kaohe.source import file_contents
from kaohe.source.file_kinds import is_workbook
from kaohe.source.spreadsheet.sheet_cells import Cell
from kaohe.source.tables import DELIMITERS, Row, Table, read_table
from kaohe.stages.unit_workbooks import table_of_workbook
from kaohe.submission.table_header import head_places
from kaohe.submission.typed_cell import plain_text
from kaohe.tables.plain_csv import plain_csv, starts_plainly
from kaohe.tables.table_header import ROW, column_name

HEAD_BYTES = 1_000_000
"""The first row of a table is within so many bytes."""
BATCH = 100_000
MAGIC = b"PAR1"
"""How every Parquet file begins."""


RUBRIC = "rubric"


@dataclass(frozen=True, slots=True)
class FactFile:
    """A table read as columns; `first` is the number of the row behind the header.

    Where its cells are to be read as people's are, `rows` has them by their numbers.
    """

    table: Table
    kinds: Sequence[pl.DataType]
    scan: pl.LazyFrame
    first: int
    rows: Mapping[int, Row] | None = None

    def batches(self, size: int = BATCH) -> Iterator[pl.DataFrame]:
        """So many rows at once, in order, with their numbers, columns called by their places; none that is empty."""
        row = self.first
        for batch in self.scan.collect_batches(chunk_size=size, maintain_order=True):
            numbers = pl.int_range(row, row + batch.height, eager=True).alias(ROW)
            yield _with_something(batch.hstack([numbers]) if self.rows is None else batch)
            row += batch.height

    def numbered(self) -> pl.LazyFrame:
        """All rows with their numbers."""
        return self.scan if self.rows is not None else self.scan.with_row_index(ROW, offset=self.first)

    def with_rubric(self, name: str) -> "FactFile":
        """The same with a column that names the rubric in every row."""
        place = len(self.table.names)
        table = replace(self.table, names=[*self.table.names, RUBRIC])
        scan = self.scan.with_columns(pl.lit(name).alias(column_name(place)))
        rows = self.rows and {number: [*_filled(row, place), _cell(name, RUBRIC)] for number, row in self.rows.items()}
        return replace(self, table=table, kinds=[*self.kinds, pl.String()], scan=scan, rows=rows)

    def units(self) -> Iterator[str]:
        """What units are called in it."""
        return self.texts(head_places(self.table)["unit"])

    def texts(self, place: int) -> Iterator[str]:
        """The texts that stand in a column, in their order, without blanks around them; most often one is enough."""
        text = pl.col(column_name(place)).cast(pl.String).str.strip_chars()
        found = self.scan.select(text.alias("text")).filter(pl.col("text") != "")
        yield from found.head(1).collect()["text"]
        yield from found.unique(maintain_order=True).collect()["text"][1:]

    def cells(self, number: int, values: Sequence[Any], names: Sequence[str]) -> Row:
        """A row as its cells are, or would be written; nothing in columns whose name is not among these."""
        own = self.table.names
        if self.rows is None:
            row: Row = [_cell(value, name) for value, name in zip(values, own, strict=True)]
        else:
            row = _filled(self.rows[number], len(names))
        told = zip(row, own, names, strict=True)
        return [cell if plain or not name.strip() else None for cell, name, plain in told]


def _with_something(rows: pl.DataFrame) -> pl.DataFrame:
    """Without those in which nothing stands; there are none where a column has something in every row."""
    if any(not one.null_count() for one in rows.iter_columns() if one.name != ROW):
        return rows
    return rows.filter(~pl.all_horizontal(pl.exclude(ROW).is_null()))


def _filled(row: Row, places: int) -> list[Cell | None]:
    return [*row[:places], *[None] * (places - len(row))]


def parquet_file(path: str) -> FactFile:
    """Raises Problems where it has no rows, ComputeError where it is none, OSError where it can't be read."""
    file_contents.content(path, len(MAGIC))  # by which it is noted that it was read
    scan = pl.scan_parquet(path)
    if not scan.select(pl.len()).collect().item():
        raise Problems([Problem("table-empty", path, 1, 1)])
    schema = scan.collect_schema()
    names = {name: column_name(place) for place, name in enumerate(schema)}
    return FactFile(Table(path, 0, [*schema], []), [*schema.values()], scan.rename(names), 1)


def csv_file(path: str) -> FactFile | None:
    """None where it is to be read as people's tables are: not every program would find the same cells in it."""
    if file_contents.is_handed_over(Path(path)):  # a pipe can be read once
        return None
    content = file_contents.content(path, HEAD_BYTES)
    try:
        text = content.removeprefix(b"\xef\xbb\xbf").decode(errors="strict" if len(content) < HEAD_BYTES else "ignore")
    except UnicodeDecodeError:
        return None
    first = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=first.count)
    names = [name.strip() for name in first.split(delimiter)]
    if not starts_plainly(first) or not plain_csv(path, delimiter, len(names), Path(path).stat().st_size):
        return None
    schema = {column_name(place): pl.String() for place in range(len(names))}
    scan = pl.scan_csv(path, separator=delimiter, has_header=False, skip_lines=1, schema=schema, infer_schema=False)
    return FactFile(Table(path, 1, names, []), [*schema.values()], scan, 2)


def table_of_cells(table: Table) -> FactFile:
    """A table whose cells are read one by one, as those of workbooks are; what is in cells beyond its header too."""
    widest = max(len(row) for _, row in table.rows)
    table = replace(table, names=[*table.names, *[""] * (widest - len(table.names))])
    names = [column_name(place) for place in range(len(table.names))]
    texts = [[number, *map(_text, _filled(row, len(names)))] for number, row in table.rows]
    schema: dict[str, type[pl.DataType]] = {ROW: pl.Int64, **dict.fromkeys(names, pl.String)}
    scan = pl.DataFrame(texts, schema=schema, orient="row").lazy()
    return FactFile(table, [pl.String()] * len(names), scan, table.rows[0][0], dict(table.rows))


def _text(cell: Cell | None) -> str | None:
    return None if cell is None else plain_text(cell) or cell.text or None


def fact_file(path: str) -> FactFile:
    """The table of a file; raises Problems where it is none, OSError where it can't be read."""
    if is_workbook(path):
        return table_of_cells(table_of_workbook(path))
    columns = parquet_file(path) if path.lower().endswith(".parquet") else csv_file(path)
    return columns or table_of_cells(read_table(path))


def _cell(value: Any, name: str) -> Cell | None:
    if value is None:
        return None
    text = f"{written(value)}%" if name.endswith(PERCENT) else str(written(value)).strip()
    return Cell("text", text, "number") if text else None


def written(value: Any) -> Any:
    """A value of a typed column as files write it."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float) and isfinite(value):
        return f"{Decimal(repr(value)):f}"
    return value.isoformat() if isinstance(value, date) else value
