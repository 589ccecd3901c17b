"""Tables of members beside a table of facts: each list becomes its nested column, and what does not fit is told."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import polars as pl

from kaohe.problems import Problem, Problems, Unusable
from kaohe.scoring.columns.column_names import MEMBER, NOT_APPLICABLE, UNIT
from kaohe.submission.table_columns import TableColumns
from kaohe.submission.table_header import head_places
from kaohe.tables.fact_files import FactFile
from kaohe.tables.list_columns import list_called
from kaohe.tables.member_tables import HEADS, MemberTable
from kaohe.tables.said_facts import called_officially, plain_text
from kaohe.tables.table_header import ROW, Column, column_name
from kaohe.tables.twins import about
from kaohe.tables.whole_numbers import applies_not, without_blanks

WHO, WHOLE, MANY, COUNT, CALLED = "who", "whole", "many", "count", "called"


@dataclass(frozen=True, slots=True)
class Joined:
    """The file with the members in it; `problems` are of no row of it, `refused` are those of its rows."""

    file: FactFile
    tables: Mapping[str, MemberTable] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    refused: Mapping[int, Sequence[Problem]] = field(default_factory=dict)


class MemberJoin:
    """Joins tables of members to one of facts; `names` are the units' own by what they are called."""

    def __init__(self, known: TableColumns, stages: Mapping[Any, str], names: Mapping[str, str]) -> None:
        self._known, self._stages, self._names = known, stages, names

    def all(self, file: FactFile, tables: Iterable[MemberTable]) -> Joined:
        """Raises Problems where nobody can say to which rows a table's members belong."""
        found = Joined(file)
        for one in tables:
            file, problems, refused = self._one(found.file, one)
            rows = {row: [*found.refused.get(row, ()), *several] for row, several in refused.items()}
            found = Joined(
                file,
                {**found.tables, one.key: one},
                (*found.problems, *problems),
                {**found.refused, **rows},
            )
        return found

    def _one(
        self, file: FactFile, table: MemberTable
    ) -> tuple[FactFile, Sequence[Problem], Mapping[int, Sequence[Problem]]]:
        members = self._members(table)
        place = self._place(file, table.key)
        if place is not None and file.kinds[place].is_nested():
            raise Unusable("members-twice", found=table.key)
        columns = {name: Column(at, file.kinds[at]) for name, at in head_places(file.table).items() if name in HEADS}
        own = {name: one for name, one in columns.items() if name in table.heads}
        rows = self._who(file.numbered(), own, WHO)
        if len(own) < len(columns):
            self._refuse_several(self._who(rows, columns, WHOLE), members, table, columns)
        problems = [*_homeless(rows.select(WHO), members, table)]
        lists = members.select(WHO, MEMBER).collect().group_by(WHO, maintain_order=True).agg(MEMBER).lazy()
        joined, count = _with_lists(file, rows, lists, table.key, place)
        if count is None:
            return joined, problems, {}
        return joined, problems, dict(_miscounted(file, rows, lists, table, count))

    def _who(self, rows: pl.LazyFrame, heads: Mapping[str, Column], name: str) -> pl.LazyFrame:
        """The rows with whose each is, by what these columns say."""
        unit = called_officially(heads[UNIT], self._names).alias(UNIT)
        told = rows.with_columns(unit, *(plain_text(one).alias(key) for key, one in heads.items() if key != UNIT))
        who = about(told.select(*heads), self._stages)
        return told.with_columns(who.alias(name)).drop(*heads)

    def _members(self, table: MemberTable) -> pl.LazyFrame:
        """Its rows: which unit's each is, what this is called there, with year and stage, and the member."""
        rows = self._who(table.rows, table.heads, WHO)
        heads = {name: plain_text(table.heads[name]) for name in HEADS if name in table.heads}
        called = pl.concat_str([*heads.values()], separator=" ", ignore_nulls=True).alias(CALLED)
        return rows.select(ROW, WHO, heads[UNIT].alias(UNIT), called, table.member().alias(MEMBER))

    def _refuse_several(
        self, rows: pl.LazyFrame, members: pl.LazyFrame, table: MemberTable, columns: Mapping[str, Column]
    ) -> None:
        """Raises Problems where members are of a unit that has rows of several years or stages: which is meant?"""
        several = rows.group_by(WHO).agg(pl.col(WHOLE).n_unique()).filter(pl.col(WHOLE) > 1)
        found = members.join(several, on=WHO, how="semi").select(ROW, UNIT).head(1).collect()
        if found.height:
            told = {"unit": found[UNIT][0], "names": "、".join(name for name in columns if name not in table.heads)}
            raise Problems([table.problem("members-of-which", found[ROW][0], UNIT, **told)])

    def _place(self, file: FactFile, key: str) -> int | None:
        """Where the table of facts says how many members the list has, if it does."""
        called = (place for place, name in enumerate(file.table.names) if self._known.list_of(name.strip()))
        return next((one for one in called if list_called(file.table.names[one].strip(), self._known) == key), None)


def _homeless(who: pl.LazyFrame, members: pl.LazyFrame, table: MemberTable) -> Iterator[Problem]:
    """Rows without a unit, and units that the table of facts does not have."""
    for row in members.filter(pl.col(WHO).is_null()).select(ROW).collect()[ROW]:
        yield table.problem("member-without-unit", row, UNIT)
    strange = members.filter(pl.col(WHO).is_not_null()).join(who, on=WHO, how="anti")
    units = strange.group_by(WHO).agg(pl.col(ROW).min(), pl.col(CALLED).first(), pl.len().alias(MANY))
    for row, unit, many in units.select(ROW, CALLED, MANY).sort(ROW).collect().iter_rows():
        yield table.problem("member-of-stranger", row, UNIT, found=unit, count=many)


def _with_lists(
    file: FactFile, rows: pl.LazyFrame, lists: pl.LazyFrame, key: str, place: int | None
) -> tuple[FactFile, Column | None]:
    """The file with the list's nested column, in the place of the one that says how many, which is returned."""
    kind = lists.collect_schema()[MEMBER]
    count = None if place is None else Column(place, file.kinds[place])
    at = len(file.table.names) if place is None else place
    found, also = pl.col(MEMBER), list[pl.Expr]()
    names, kinds = [*file.table.names], [*file.kinds]
    names[at : at + 1], kinds[at : at + 1] = [key], [kind]
    if count is not None:
        text = _count_text(count)
        none = pl.lit([], dtype=kind)
        found = pl.when(text.is_not_null() & ~applies_not(text)).then(pl.coalesce(found, none))
        also = [applies_not(text).fill_null(value=False).alias(column_name(len(names)))]
        names, kinds = [*names, f"{key}{NOT_APPLICABLE}"], [*kinds, pl.Boolean()]
    joined = rows.join(lists, on=WHO, how="left", maintain_order="left")
    scan = joined.with_columns(found.alias(column_name(at)), *also).drop(WHO, MEMBER)
    scan = scan if file.rows is not None else scan.drop(ROW)
    return replace(file, table=replace(file.table, names=names), kinds=kinds, scan=scan), count


def _count_text(count: Column) -> pl.Expr:
    return without_blanks(count.expression.cast(pl.String))


def _miscounted(
    file: FactFile, rows: pl.LazyFrame, lists: pl.LazyFrame, table: MemberTable, count: Column
) -> Iterator[tuple[int, Sequence[Problem]]]:
    """Rows that have another number of members than they say."""
    text = _count_text(count)
    many = lists.select(WHO, pl.col(MEMBER).list.len().cast(pl.Int64).alias(MANY))
    both = (
        rows.select(ROW, WHO, text.alias(COUNT)).join(many, on=WHO, how="left").with_columns(pl.col(MANY).fill_null(0))
    )
    none_said = pl.col(COUNT).is_null() | applies_not(pl.col(COUNT))
    said = pl.when(none_said).then(0).otherwise(pl.col(COUNT).cast(pl.Int64, strict=False))
    for row, found, members in (
        both.filter(said.ne_missing(pl.col(MANY))).select(ROW, COUNT, MANY).collect().iter_rows()
    ):
        told = {"label": table.key, "found": found or "NULL", "count": members, "path": table.table.path}
        yield row, [file.table.problem("members-miscounted", row, count.place + 1, told)]
