"""A Parquet table as a query expects it: columns that it lacks are NULL, nested lists become tables of members."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from kaohe.backends.columns.sql_dialects import Dialect
from kaohe.backends.columns.sql_text import select
from kaohe.problems import Unusable
from kaohe.scoring.columns.column_names import MEMBER, UNIT
from kaohe.scoring.columns.sql_query import ALONE, Beside, SqlQuery
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
    beside: Beside = ALONE
    """Columns that have nothing to do with facts and are handed through, and places."""
    apart: "Mapping[str, MemberFile]" = field(default_factory=dict)
    """Lists whose members stand in files of their own, by their keys."""

    def scores(self, query: SqlQuery) -> str:
        """The whole query; raises Unusable."""
        self._refuse_taken(query)
        units = self.units(query)
        members = {one.fact.key: self.members(query, one) for one in query.tables.lists}
        scored = f"({query.query(units, members, self.beside).text()}) AS scores"
        return select((f"scores.{self.dialect.name_of(one)}" for one in query.columns(self.beside)), scored)

    def _refuse_taken(self, query: SqlQuery) -> None:
        """Raises Unusable for what would stand twice among the scores, for lists that there are not, and open facts."""
        for one in self.beside.kept:
            if one in query.taken():
                raise Unusable("keep-taken", found=one)
        lists = [one.fact.key for one in query.tables.lists]
        for key in self.apart:
            if key not in lists:
                raise Unusable("members-of-no-list", found=key, known=", ".join(lists) or "-")
            if key in self.inside:
                raise Unusable("members-twice", found=key)
        open_facts = [fact for fact in query.given if not any(name.startswith(fact.key) for name in self.types)]
        if open_facts:
            raise Unusable("engine-over-all", names=", ".join(fact.key for fact in open_facts))

    def units(self, query: SqlQuery) -> str:
        """The table of units as one that has every column; raises Unusable."""
        lists = {one.fact.key for one in query.tables.lists}
        expected = dict(query.tables.columns())
        lost = [one for one in (UNIT, *self.beside.kept) if one not in self.types]
        strange = [one for one in self.types if one not in {*expected, *BESIDE, *self.beside.kept}]
        nested = lists - {*self.apart}
        wrong = [one for one in expected if not self._fits(one, expected[one], nested=one in nested)]
        if strange or wrong or lost:
            raise Unusable("strange-columns", path=self.path, names=", ".join([*strange, *wrong, *lost]))
        unit, table = self.dialect.name_of(UNIT), f"{self.name} AS facts"
        for at, key in enumerate(self._uncounted()):
            many = f"{select([unit, f'COUNT(*) AS many_{at}'], self.apart[key].name)}\nGROUP BY {unit}"
            table += f"\nLEFT JOIN ({many}) AS counted_{at} ON counted_{at}.{unit} = facts.{unit}"
        return f"({select(self._taken(expected, nested), table)}) AS units"

    def _uncounted(self) -> Sequence[str]:
        """The lists of which the table of units does not say how many members they have."""
        return [key for key in self.apart if key not in self.types]

    def _fits(self, name: str, kind: str, *, nested: bool) -> bool:
        if name not in self.types or nested:
            return name not in self.types or name in self.inside
        return family(self.types[name]) == family(kind)

    def _taken(self, expected: Types, nested: AbstractSet[str]) -> Iterator[str]:
        counted = {key: f"many_{at}" for at, key in enumerate(self._uncounted())}
        for name, kind in expected.items():
            column = self.dialect.name_of(name)
            value = f"facts.{column}" if name in self.types else counted.get(name, f"CAST(NULL AS {kind})")
            if name in self.types and name in nested:
                value = f"CASE WHEN {value} IS NOT NULL THEN {self.nested.number.format(value)} END"
            yield f"{value} AS {column}"
        kept = (self.dialect.name_of(one) for one in self.beside.kept if one not in expected)
        yield from (f"facts.{one} AS {one}" for one in kept)

    def members(self, query: SqlQuery, found: SqlList) -> str:
        """The members of a list, a row for each; raises Unusable."""
        key, expected = found.fact.key, dict(query.tables.member_columns(found))
        if key in self.apart:
            return self.apart[key].members(expected, self.dialect)
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


@dataclass(frozen=True, slots=True)
class MemberFile:
    """The table `name` of a file of members, a row for each."""

    path: str
    name: str
    types: Types

    def members(self, expected: Types, dialect: Dialect) -> str:
        """As one that has every column; raises Unusable."""
        lost = [one for one in (UNIT, MEMBER) if one not in self.types]
        strange = [one for one in self.types if one not in expected]
        wrong = [one for one, kind in expected.items() if one in self.types and family(self.types[one]) != family(kind)]
        if strange or wrong or lost:
            raise Unusable("strange-columns", path=self.path, names=", ".join([*strange, *wrong, *lost]))
        taken = (
            f"{dialect.name_of(one) if one in self.types else f'CAST(NULL AS {kind})'} AS {dialect.name_of(one)}"
            for one, kind in expected.items()
        )
        return f"({select(taken, self.name)}) AS members"


def family(kind: str) -> str:
    """What a type holds, by its name."""
    found = (one for beginning, one in FAMILIES.items() if kind.lower().startswith(beginning))
    return next(found, NUMBER)
