"""The members of one list as a table of their own, a row each: its columns, and what is wrong in its rows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import polars as pl
from polars.exceptions import PolarsError

from kaohe.problems import Problem, Problems, Unusable
from kaohe.scoring.columns.column_names import MEMBER, PERCENT, UNIT, VALUE
from kaohe.source.models import nearest
from kaohe.source.table_row import Columns, RowElsewhere
from kaohe.source.tables import Row, Table
from kaohe.submission.answers import Place
from kaohe.submission.key_names import plainly
from kaohe.submission.table_columns import head_names
from kaohe.submission.typed_cell import plain_text as cell_text
from kaohe.submission.typed_cell import typed
from kaohe.tables.fact_files import FactFile, fact_file, written
from kaohe.tables.list_columns import ROW_THERE, fields_of
from kaohe.tables.said_facts import plain_text
from kaohe.tables.table_header import ROW, Column, column_name
from kaohe.tables.whole_numbers import without_blanks

HEADS = (UNIT, "year", "stage")
MEMBER_WORD = "成员"


@dataclass(frozen=True, slots=True)
class MemberTable:
    """What was read of it; `heads` and `fields` are columns by their names, `wrong` what is the matter with rows."""

    key: str
    table: Table
    rows: pl.LazyFrame
    heads: Mapping[str, Column]
    fields: Mapping[str, Column]
    wrong: Mapping[int, Sequence[Problem]]

    def units(self) -> Iterator[str]:
        """What units are called in it."""
        yield from self.rows.select(plain_text(self.heads[UNIT]).unique().drop_nulls()).collect().to_series()

    def member(self) -> pl.Expr:
        """A member with its fields and its row; one without a name where something is wrong with the row."""
        name = without_blanks(self.fields[MEMBER].expression.cast(pl.String))
        sound = pl.when(~pl.col(ROW).is_in([*self.wrong])).then(name) if self.wrong else name
        others = (one.expression.alias(called) for called, one in self.fields.items() if called != MEMBER)
        return pl.struct(sound.alias(MEMBER), *others, pl.col(ROW).alias(ROW_THERE))

    def problem(self, code: str, row: int, name: str, **told: object) -> Problem:
        """A finding in the column of this name."""
        return self.table.problem(code, row, {**self.heads, **self.fields}[name].place + 1, told)

    def problems(self, members: Sequence[Mapping[str, Any]]) -> Iterator[Problem]:
        """What is wrong with the members of one unit as rows."""
        first: dict[str, int] = {}
        for one in members:
            name, row = one[MEMBER], one[ROW_THERE]
            if row in self.wrong:
                yield from self.wrong[row]
            elif name is None:
                yield self.problem("member-nameless", row, MEMBER)
            elif first.setdefault(name, row) != row:
                yield self.problem("member-row-twice", row, MEMBER, found=name, other=first[name])

    def place(self, row: int) -> RowElsewhere:
        """Where a member's fields stand."""
        key = self.fields[MEMBER].place + 1
        return RowElsewhere(self.table.path, self.table.sheet, row, self._single or key, self._columns())

    @property
    def _single(self) -> int:
        """The column of the only field, if there is one alone."""
        return next((one.place + 1 for name, one in self.fields.items() if name.removesuffix(PERCENT) == VALUE), 0)

    def _columns(self) -> Columns:
        paths = {tuple(name.removesuffix(PERCENT).split(".")): one.place + 1 for name, one in self.fields.items()}
        return {path[:length]: column for path, column in paths.items() for length in range(1, len(path) + 1)}


def member_table(key: str, path: str, place: Place) -> MemberTable:
    """The members of the list of this key; raises Problems where it is no table of these, OSError."""
    file = _file(path)
    found = _columns(file, place)
    heads = {name: one for name, one in found.items() if name in HEADS}
    own = {name: one for name, one in found.items() if name not in HEADS}
    if not file.table.sheet:
        return MemberTable(key, file.table, file.numbered(), heads, own, {})
    cells = _Cells(file, place, own)
    return MemberTable(key, file.table, cells.rows(), heads, own, cells.wrong)


def _file(path: str) -> FactFile:
    """A table that may have no rows: then no unit has any member."""
    try:
        return fact_file(path)
    except Problems as found:
        if any(one.code != "table-empty" for one in found.problems):
            raise
    except PolarsError as failed:
        raise Unusable("table-unread", found=path, detail=str(failed).partition("\n")[0]) from None
    names = [UNIT, MEMBER]
    frame = pl.DataFrame(schema={column_name(at): pl.String for at in range(len(names))})
    return FactFile(Table(path, 1, names, []), [pl.String()] * len(names), frame.lazy(), 2)


def _columns(file: FactFile, place: Place) -> Mapping[str, Column]:
    """By what they are about; raises Problems."""
    table, fields = file.table, fields_of(place.indicator)
    known = {**{plainly(name): name for name in fields}, plainly(MEMBER_WORD): MEMBER}
    known |= {called: head for called, head in head_names().items() if head in HEADS}
    found, problems = dict[str, Column](), list[Problem]()
    for at, text in enumerate(table.names):
        name = known.get(plainly(text), "")
        told: Mapping[str, object] = {"found": text.strip(), "label": place.called}
        same = next((one for one in found if one.removesuffix(PERCENT) == name.removesuffix(PERCENT)), "")
        if same:
            told = {**told, "first": found[same].place + 1}
            problems.append(table.problem("column-twice", table.header, at + 1, told))
        elif name:
            found[name] = Column(at, file.kinds[at])
        elif text.strip():
            told = {**told, "nearest": nearest(text, [*HEADS, *fields])}
            problems.append(table.problem("member-column", table.header, at + 1, told))
    gone = [name for name in (UNIT, MEMBER) if name not in found]
    if gone:
        problems.append(table.problem("members-without", table.header, 1, {"names": "、".join(gone)}))
    if problems:
        raise Problems(problems)
    return found


class _Cells:
    """Reads the cells of a workbook as those of a table of facts are read; gathers which rows are `wrong`."""

    def __init__(self, file: FactFile, place: Place, fields: Mapping[str, Column]) -> None:
        self._file, self._place = file, place
        self._fields = {one.place: name for name, one in fields.items() if name != MEMBER}
        self.wrong: dict[int, list[Problem]] = {}

    def rows(self) -> pl.LazyFrame:
        names = [column_name(at) for at in range(len(self._file.table.names))]
        texts = [[number, *self._texts(number, row, len(names))] for number, row in self._file.table.rows]
        schema: dict[str, type[pl.DataType]] = {ROW: pl.Int64, **dict.fromkeys(names, pl.String)}
        return pl.DataFrame(texts, schema=schema, orient="row").lazy()

    def _texts(self, number: int, row: Row, many: int) -> Iterator[str | None]:
        for at in range(many):
            cell = row[at] if at < len(row) else None
            if at not in self._fields:
                yield cell_text(cell) or None
                continue
            name = self._fields[at].removesuffix(PERCENT)
            name = "" if name == VALUE else name
            one, _ = self._place.indicator.of_field(name)
            reader = self._place.indicator.fields[name].name
            found = typed(cell, one, reader, since_1904=self._file.table.since_1904)
            if found.refused:
                told = {"label": self._place.called, **found.told}
                problem = self._file.table.problem(found.refused, number, at + 1, told)
                self.wrong.setdefault(number, []).append(problem)
            yield None if found.value is None else _text(found.value, percents=self._fields[at].endswith(PERCENT))


def _text(value: Any, *, percents: bool) -> str:
    if isinstance(value, Decimal):
        return f"{value:f}"
    text = str(written(value))
    return text.removesuffix("%") if percents else text
