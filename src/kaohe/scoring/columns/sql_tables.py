"""The tables of a warehouse as a rubric's facts: a row a unit, and for each list a row a member."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kaohe.backends.columns.sql_code import Sql
from kaohe.backends.columns.sql_dialects import LONG, Dialect
from kaohe.backends.columns.sql_text import select
from kaohe.compiler.row_layout import Fact
from kaohe.scoring.columns.column_facts import GONE, MISSING, ColumnFacts
from kaohe.scoring.columns.column_names import MEMBER, NOT_APPLICABLE, UNIT, VALUE
from kaohe.scoring.columns.peer_fields import OVER, PeerField
from kaohe.scoring.columns.sql_facts import Held, SqlField
from kaohe.scoring.compiled_rubric import CompiledRubric

YEAR = "year"
Column = tuple[str, str]
"""Its name and its type."""


@dataclass(frozen=True, slots=True)
class SqlList:
    """A list: its members have a table of their own, and units the number of them."""

    fact: Fact
    fields: Sequence[SqlField]


class SqlTables:
    """Which columns are expected, and how facts are taken from them."""

    def __init__(self, compiled: CompiledRubric, dialect: Dialect, held: Held) -> None:
        self._name = dialect.name_of
        self._dialect = dialect
        self.held = held
        self._facts = ColumnFacts(compiled, complete=False)
        self.facts = compiled.layout.facts
        self.lists = [SqlList(fact, self.fields(fact)) for fact in self.facts if fact.indicator.list]
        self.units = [one for fact in self.facts if not fact.indicator.list for one in self.fields(fact)]
        self.groups = self._facts.groups()
        self.optional = [fact for facts in self.groups.values() for fact in facts]

    def fields(self, fact: Fact) -> Sequence[SqlField]:
        every, choices = self._facts.fields, self._facts.choices
        keys = [key for key in fact.field_keys() if key in every]
        return [SqlField(every[key], _column(fact, key), self._dialect, choices) for key in keys]

    def over_all(self, fact: Fact) -> PeerField:
        """The field of a fact over all units."""
        field = self._facts.fields[fact.key]
        assert isinstance(field, PeerField)  # noqa: S101 - the caller has seen to it
        return field

    def columns(self) -> Iterator[Column]:
        """Those of the table of units."""
        yield UNIT, self._dialect.text
        yield from dict.fromkeys((one.column, one.type()) for one in self.units)
        yield from ((one.fact.key, self._dialect.types[LONG]) for one in self.lists)
        yield from ((f"{fact.key}{NOT_APPLICABLE}", "BOOLEAN") for fact in self.optional)

    def member_columns(self, found: SqlList) -> Iterator[Column]:
        """Those of the table of a list's members."""
        yield from ((UNIT, self._dialect.text), (MEMBER, self._dialect.text))
        yield from ((one.column, one.type()) for one in found.fields)

    def given_units(self, table: str, kept: Sequence[str]) -> str:
        """The table of units as it is, with columns that are handed through."""
        name = self._name
        lists = (name(one.fact.key) for one in self.lists)
        gone = (
            f"COALESCE({name(fact.key + NOT_APPLICABLE)}, FALSE) AS {name(GONE + fact.key)}" for fact in self.optional
        )
        facts = (text for one in self.units for text in one.given())
        handed = (f"{name(one)} AS {name(kept_name(one))}" for one in kept)
        return select([name(UNIT), *facts, *lists, *gone, *handed], table)

    def taken_units(self, given: str, kept: Sequence[str]) -> str:
        """The same with whole numbers, and what is wrong."""
        name = self._name
        facts = (text for one in self.units for text in (*one.taken(self.held), *one.divisor()))
        gone = (name(GONE + fact.key) for fact in self.optional)
        keys = [one.fact.key for one in self.lists]
        missing = (f"({name(key)} IS NULL) AS {name(MISSING + key)}" for key in keys)
        handed = (name(kept_name(one)) for one in kept)
        return select([name(UNIT), *facts, *map(name, keys), *missing, *gone, *handed], given)

    def given_members(self, found: SqlList, table: str) -> str:
        name = self._name
        return select([name(UNIT), name(MEMBER), *(text for one in found.fields for text in one.given())], table)

    def taken_members(self, found: SqlList, given: str) -> str:
        name, fields = self._name, (text for one in found.fields for text in one.taken(self.held))
        return select([name(UNIT), name(MEMBER), *fields], given)

    def unit_facts(self) -> dict[str, Sql]:
        """What formulas read of units."""
        truths = [*(GONE + fact.key for fact in self.optional), *(MISSING + one.fact.key for one in self.lists)]
        found = {one: Sql(self._name(one)) for one in truths}
        found |= {f"{OVER}{one.key}": Sql(self._name(f"{OVER}{one.key}"), LONG) for one in self.units if one.apart}
        return found | {one.key: one.written() for one in self.units}

    def member_facts(self) -> dict[str, dict[str, Sql]]:
        """What formulas read of members, by the keys of lists."""
        return {one.fact.key: {field.key: field.written() for field in one.fields} for one in self.lists}


def kept_name(column: str) -> str:
    """What a column that is handed through is called in a query, where it is like no fact."""
    return f"kept.{column}"


def _column(fact: Fact, key: str) -> str:
    """What a column of facts is called in a warehouse, but for what says that it counts percents."""
    if fact.indicator.list:
        return key.removeprefix(f"{fact.key}.*").removeprefix(".") or VALUE
    return YEAR if fact.indicator.kind == "year" else key
