"""The columns of a table of facts, by their names and types: which stands for which field of which fact."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import polars as pl

from kaohe.problems import Problem
from kaohe.scoring.columns.column_names import NOT_APPLICABLE, PERCENT
from kaohe.source.tables import Table
from kaohe.submission.table_columns import TableColumns
from kaohe.submission.table_header import head_places, understood
from kaohe.tables.list_columns import list_called, wrong_type

ROW = "row"
"""The column of the numbers of rows."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its place from 0 and the type of its values; `percents` where it counts percents."""

    place: int
    kind: pl.DataType
    percents: bool = False

    @property
    def expression(self) -> pl.Expr:
        return pl.col(column_name(self.place))


def column_name(place: int) -> str:
    """What a column is called while its table is read: its own name may be written in several ways, or twice."""
    return f"column.{place}"


@dataclass(frozen=True, slots=True)
class Header:
    """What the columns of a table are to its rubric: facts by their keys, those that say that a fact is not there.

    `lists` are nested columns by the keys of lists; `kept` have nothing to do with facts and are handed through.
    `nameless` are those in which nothing may stand.
    `names` are those of the columns that cells can hold, by their places, without what stands behind them.
    """

    names: Sequence[str]

    head: Mapping[str, Column]
    facts: Mapping[str, Column]
    gone: Mapping[str, Column]
    lists: Mapping[str, Column]
    kept: Mapping[str, Column]
    nameless: Sequence[Column]
    problems: Sequence[Problem]

    def unfit_for_text(self) -> Sequence[str]:
        """What is kept and no text can hold."""
        return [name for name, one in self.kept.items() if one.kind.is_nested() or one.kind == pl.Binary]


def header(table: Table, kinds: Sequence[pl.DataType], known: TableColumns, kept: Sequence[str], rubric: str) -> Header:
    """The columns of a table without rows; raises Problems where one is wanting that each table has."""
    names = [name.strip() for name in table.names]
    columns = [Column(place, kind) for place, kind in enumerate(kinds)]
    apart = {name: columns[place] for place, name in enumerate(names) if name in kept}
    gone, lists = dict[str, Column](), dict[str, Column]()
    plain: list[str] = []
    for name, column in zip(names, columns, strict=True):
        fact = name.removesuffix(NOT_APPLICABLE)
        if fact != name and fact in _facts(known) and column.kind == pl.Boolean:
            gone[fact] = column
        elif (column.kind.is_nested() or not table.header) and known.list_of(name):
            lists |= {list_called(name, known): column} if column.kind != pl.Null else {}
        elif name not in apart:
            plain.append(_of_percents(name, known))
            continue
        plain.append("")
    named = replace(table, names=plain)
    places = head_places(named)
    found = understood(named, places, known, rubric)
    percents = {place for place, (name, one) in enumerate(zip(names, plain, strict=True)) if one and name != one}
    facts = {
        one.name: Column(place, columns[place].kind, percents=place in percents) for place, one in found.facts.items()
    }
    head = {key: columns[one] for key, one in places.items()}
    nameless = [column for name, column in zip(names, columns, strict=True) if not name]
    wrong = [table.problem(code, table.header, one.place + 1, told) for one, code, told in _wrong(lists, known, rubric)]
    return Header(plain, head, facts, gone, lists, apart, nameless, (*found.problems, *wrong))


def _wrong(
    lists: Mapping[str, Column], known: TableColumns, rubric: str
) -> Iterator[tuple[Column, str, Mapping[str, object]]]:
    for key, column in lists.items():
        yield from ((column, *one) for one in wrong_type(key, column.kind, known, rubric))


def _facts(known: TableColumns) -> frozenset[str]:
    """The facts, by their ids."""
    return frozenset((*(".".join(one.fact[-2:]) for one in known.facts), *(name for name, _ in known.lists)))


def _of_percents(name: str, known: TableColumns) -> str:
    """The name of the fact alone, of a column of percents."""
    column = known.find(name.removesuffix(PERCENT)) if name.endswith(PERCENT) else None
    return column.name if column is not None and column.place.indicator.kind == "percent" else name
