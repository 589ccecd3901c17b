"""Rows of facts scored as a table, without files: by columns where they can, else as a row by itself."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import cache
from typing import Any

import polars as pl

from kaohe.results.score_range import ScoreRange
from kaohe.scoring.columns.programs import Programs
from kaohe.scoring.columns.programs import programs as both_programs
from kaohe.scoring.columns.scored_parts import scored_parts
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.scoring.scorer import Ranges, Scorer
from kaohe.source.tables import Table
from kaohe.submission.given_facts import NOTHING
from kaohe.submission.reader import Values
from kaohe.submission.table_columns import TableColumns
from kaohe.tables.fact_files import FactFile
from kaohe.tables.fact_inputs import FactInputs, Given
from kaohe.tables.member_inputs import member_columns
from kaohe.tables.score_table import TableScorer, Wanted
from kaohe.tables.scored_columns import ScoredColumns
from kaohe.tables.table_facts import TableFacts
from kaohe.tables.table_header import column_name, header
from kaohe.tables.unit_tables import table_of_units

TOTAL = "total"
Row = tuple[Any, ...]


class ByThemselves:
    """Scores the rows that columns do not take, from the facts that they were made of; `taken` are their numbers."""

    def __init__(self, compiled: CompiledRubric, rows: Sequence[Row]) -> None:
        self._scorer, self._rows = scorer(compiled), rows
        self.taken: list[int] = []
        self.twins: Mapping[int, Sequence[int]] = {}
        self.peers, self.wrong = None, set[int]()

    def score(self, number: int, *_: object) -> tuple[Ranges, Row]:
        self.taken.append(number)
        row = self._rows[number - 1]
        return self._scorer.ranges(values(row, number)), row


@cache
def scorer(compiled: CompiledRubric) -> Scorer:
    return Scorer(compiled, "zh")


@cache
def programs(compiled: CompiledRubric) -> Programs:
    return both_programs(compiled)


def values(row: Row, number: int = 1) -> Values:
    return Values("表.csv", f"第{number}单位", 2011, "self", row)


def file_of(frame: pl.DataFrame) -> FactFile:
    """A frame as a file that was read."""
    names = {name: column_name(place) for place, name in enumerate(frame.columns)}
    return FactFile(Table("表.parquet", 0, frame.columns, []), [*frame.schema.values()], frame.lazy().rename(names), 1)


def table_scorer(compiled: CompiledRubric, frame: pl.DataFrame, exact: Any) -> TableScorer:
    """What scores the frame of a rubric's facts."""
    file, both = file_of(frame), programs(compiled)
    head = header(file.table, file.kinds, TableColumns(compiled.reader), (), "r")
    assert not head.problems
    inputs = FactInputs(compiled, head, both.held(), Given(NOTHING, {}, "r"))
    facts = TableFacts(file, head, inputs, member_columns(compiled, head, both.held()), ())
    columns = ScoredColumns(scored_parts(compiled), compiled.rubric.rounding.places, both.grades(compiled))
    return TableScorer(facts, both, exact, columns, Wanted())


def compared(compiled: CompiledRubric, rows: Sequence[Row]) -> tuple[int, int]:
    """Asserts that a table scores rows as they are scored one by one; how many cells, how many rows by columns."""
    exact = ByThemselves(compiled, rows)
    frame = table_of_units(compiled, "r", [values(row, number) for number, row in enumerate(rows, 1)])
    told = pl.concat([*table_scorer(compiled, frame, exact).batches()]).to_dicts()
    cells = 0
    for number, (row, own) in enumerate(zip(rows, told, strict=True), 1):
        wanted = scorer(compiled).ranges(values(row, number))
        expected = dict(expected_cells(wanted))
        shared_out = {name for name in expected if name.endswith(".grade") and name not in own}
        differing = {
            name: (own[name], expected[name]) for name in expected.keys() - shared_out if own[name] != expected[name]
        }
        assert not differing, (number, number in exact.taken, row)
        cells += len(expected)
    return cells, len(rows) - len(exact.taken)


def expected_cells(found: Ranges) -> Any:
    """What stands in the columns of scores: exact numbers, compared as they are."""
    for name, one in {**found.parts, TOTAL: found.whole}.items():
        yield name, _score(one)
        yield f"{name}.low", one.low
        yield f"{name}.high", one.high
    for name, grade in found.grades.items():
        yield f"sections.{name}.grade" if name else "total.grade", grade.id if grade else None


def _score(one: ScoreRange) -> Fraction | None:
    return one.score if one.scored else None
