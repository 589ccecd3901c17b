"""What is counted of the members of lists, and when a unit's list can't be taken or has gaps."""

from collections.abc import Iterator, Mapping

from kaohe.backends.columns.sql_dialects import Dialect
from kaohe.backends.columns.sql_text import either, select
from kaohe.scoring.columns.column_names import MEMBER, UNIT
from kaohe.scoring.columns.column_writer import MANY
from kaohe.scoring.columns.sql_facts import WRONG
from kaohe.scoring.columns.sql_tables import SqlList, SqlTables

COUNTED, NAMED, UNSOUND, PARTLY, STRANGE, UNLIKE = "counted.", "named.", "unsound.", "partly.", "strange.", "unlike."
"""Of a unit's members: how many there are, how many names; whether one is wrong, has gaps, or should not be there.

The last says how many names stand in one only of two lists that are to have the same.
"""
TWIN = "twins"


class SqlMemberChecks:
    """The checks of all lists of a rubric."""

    def __init__(self, tables: SqlTables, dialect: Dialect) -> None:
        self._tables = tables
        self._text = dialect.text_of
        self._name = dialect.name_of

    def counts(self, units: str, members: Mapping[str, str]) -> Iterator[str]:
        """Queries of one row a unit."""
        name = self._name
        for one in self._tables.lists:
            yield self._by_unit(self._counted(one), members[one.fact.key])
            if one.fact.members_of:
                keys = (one.fact.key, one.fact.members_of)
                own, theirs = (select([name(UNIT), name(MEMBER)], members[key]) for key in keys)
                apart = f"(({own} EXCEPT {theirs}) UNION ALL ({theirs} EXCEPT {own})) AS apart"
                yield self._by_unit([f"COUNT(*) AS {name(UNLIKE + one.fact.key)}"], apart)
        yield self._by_unit([f"COUNT(*) AS {name(TWIN)}"], units)

    def _by_unit(self, taken: "list[str] | Iterator[str]", table: str) -> str:
        return f"{select([self._name(UNIT), *taken], table)}\nGROUP BY {self._name(UNIT)}"

    def _counted(self, found: SqlList) -> Iterator[str]:
        name, key = self._name, found.fact.key
        unsound = either(name(WRONG + one.key) for one in found.fields if one.kind != "flag")
        partly = either(f"{name(one.key)} IS NULL" for one in found.fields)
        yield f"COUNT(*) AS {name(COUNTED + key)}"
        yield f"COUNT(DISTINCT {name(MEMBER)}) AS {name(NAMED + key)}"
        yield f"BOOL_OR({unsound}) AS {name(UNSOUND + key)}"
        yield f"BOOL_OR({partly}) AS {name(PARTLY + key)}"
        declared = ", ".join(map(self._text, found.fact.indicator.members))
        if declared:
            yield f"BOOL_OR({name(MEMBER)} NOT IN ({declared})) AS {name(STRANGE + key)}"

    def wrong(self, found: SqlList) -> Iterator[str]:
        """The conditions under which a list can't be taken."""
        name, fact = self._name, found.fact
        told = name(fact.key)
        number = f"COALESCE({name(COUNTED + fact.key)}, 0)"
        yield f"COALESCE({told}, 0) <> {number}"
        yield f"{number} <> COALESCE({name(NAMED + fact.key)}, 0)"
        yield f"{number} > {MANY}"
        yield f"COALESCE({name(UNSOUND + fact.key)}, FALSE)"
        if fact.indicator.members:
            yield f"({told} IS NOT NULL AND {number} <> {len(fact.indicator.members)})"
            yield f"COALESCE({name(STRANGE + fact.key)}, FALSE)"
        if fact.members_of:
            yield f"({told} IS NOT NULL AND COALESCE({name(UNLIKE + fact.key)}, 0) > 0)"

    def gap(self, found: SqlList) -> str:
        """Whether nothing is said of it, or not all of one of its members."""
        partly = f"COALESCE({self._name(PARTLY + found.fact.key)}, FALSE)"
        return f"({self._name(found.fact.key)} IS NULL OR {partly})"
