"""A Parquet table as a query expects it: columns that it lacks are NULL, nested lists become tables of members."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kaohe.backends.columns.sql_dialects import Dialect
from kaohe.backends.columns.sql_text import select
from kaohe.problems import Unusable
from kaohe.scoring.columns.column_names import MEMBER, UNIT
from kaohe.scoring.columns.sql_query import SqlQuery
from kaohe.scoring.columns.sql_tables import YEAR, SqlList

FAMILIES: Mapping[str, str] = {"bool": "BOOLEAN", "date": "DATE", "varchar": "text", "string": "text"}
NUMBER = "number"
BESIDE = (YEAR, "rubric", "stage")
"""Columns that a table may have whatever the rubric."""
Types = Mapping[str, str]
"""The types of columns as an engine writes them, by name."""


@dataclass(frozen=True, slots=True)
class Nested:
    """How an engine writes what is in a nested column: how many there are, and a row for each as `one`."""

    number: str
    rows: str


@dataclass(frozen=True, slots=True)
class TypedTable:
    """The table `name` of one file. `inside` are the fields of nested columns, which are empty where it holds names."""

    path: str
    name: str
    types: Types
    inside: Mapping[str, Types]
    nested: Nested
    dialect: Dialect
    kept: Sequence[str] = ()
    """Columns that have nothing to do with facts and are handed through."""

    def scores(self, query: SqlQuery) -> str:
        """The whole query; raises Unusable."""
        units = self.units(query)
        members = {one.fact.key: self.members(query, one) for one in query.tables.lists}
        scored = f"({query.query(units, members).text()}) AS scores"
        unit, kept = self.dialect.name_of(UNIT), [*map(self.dialect.name_of, self.kept)]
        if kept:
            beside = f"({select([unit, *kept], self.name)}) AS beside"
            scored += f"\nLEFT JOIN {beside} ON beside.{unit} = scores.{unit}"
        taken = [f"scores.{unit}", *kept, *map(self.dialect.name_of, query.results.columns())]
        return select(taken, scored)

    def units(self, query: SqlQuery) -> str:
        """The table of units as one that has every column; raises Unusable."""
        lists = {one.fact.key for one in query.tables.lists}
        expected = dict(query.tables.columns())
        lost = [one for one in (UNIT, *self.kept) if one not in self.types]
        strange = [one for one in self.types if one not in {*expected, *BESIDE, *self.kept}]
        wrong = [one for one in expected if not self._fits(one, expected[one], nested=one in lists)]
        if strange or wrong or lost:
            raise Unusable("strange-columns", path=self.path, names=", ".join([*strange, *wrong, *lost]))
        return f"({select(self._taken(expected, lists), self.name)}) AS units"

    def _fits(self, name: str, kind: str, *, nested: bool) -> bool:
        if name not in self.types or nested:
            return name not in self.types or name in self.inside
        return family(self.types[name]) == family(kind)

    def _taken(self, expected: Types, lists: set[str]) -> Iterator[str]:
        for name, kind in expected.items():
            column = self.dialect.name_of(name)
            value = column if name in self.types else f"CAST(NULL AS {kind})"
            if name in self.types and name in lists:
                value = f"CASE WHEN {column} IS NOT NULL THEN {self.nested.number.format(column)} END"
            yield f"{value} AS {column}"

    def members(self, query: SqlQuery, found: SqlList) -> str:
        """The members of a list, a row for each; raises Unusable."""
        key, expected = found.fact.key, dict(query.tables.member_columns(found))
        if key not in self.types:
            none = (f"CAST(NULL AS {kind}) AS {self.dialect.name_of(name)}" for name, kind in expected.items())
            return f"({select(none, self.name)}\nWHERE FALSE) AS members"
        inside = self.inside[key]
        wrong = [name for name in inside if name not in expected or family(inside[name]) != family(expected[name])]
        if wrong:
            names = ", ".join(f"{key}: {one}" for one in wrong)
            raise Unusable("strange-columns", path=self.path, names=names)
        rows = self.nested.rows.format(unit=self.dialect.name_of(UNIT), list=self.dialect.name_of(key), table=self.name)
        return f"({select(self._of_member(expected, inside), rows)}) AS members"

    def _of_member(self, expected: Types, inside: Types) -> Iterator[str]:
        for name, kind in expected.items():
            column = self.dialect.name_of(name)
            if name == UNIT:
                yield column
            elif name in inside:
                yield f"one.{column} AS {column}"
            else:
                yield f"{'one' if name == MEMBER and not inside else f'CAST(NULL AS {kind})'} AS {column}"


def family(kind: str) -> str:
    """What a type holds, by its name."""
    found = (one for beginning, one in FAMILIES.items() if kind.lower().startswith(beginning))
    return next(found, NUMBER)
