"""What is wrong in a warehouse's rows, by the names of columns, and of which units something is missing."""

from collections.abc import Collection, Iterator, Mapping

from kaohe.backends.columns.sql_dialects import Dialect
from kaohe.backends.columns.sql_text import Steps, either, select
from kaohe.compiler.row_layout import Fact
from kaohe.scoring.columns.column_facts import GONE
from kaohe.scoring.columns.column_names import NOT_APPLICABLE, UNIT
from kaohe.scoring.columns.sql_facts import GIVEN, WRONG
from kaohe.scoring.columns.sql_member_checks import TWIN, SqlMemberChecks
from kaohe.scoring.columns.sql_tables import SqlTables

PROBLEM, GAP = "problem", "gap"


class SqlChecks:
    """Adds it to the units of a query; `gaps` are columns with the facts of which they say whether one is missing."""

    def __init__(self, tables: SqlTables, dialect: Dialect, gaps: Mapping[str, Collection[Fact]]) -> None:
        self._tables = tables
        self._members = SqlMemberChecks(tables, dialect)
        self._text = dialect.text_of
        self._name = dialect.name_of
        self._gaps_of = gaps

    def add(self, steps: Steps, units: str, members: Mapping[str, str]) -> str:
        """The step of units with the column `problem` and those of gaps."""
        unit, joined = self._name(UNIT), units
        for query in self._members.counts(units, members):
            step = steps.named("counted", query)
            joined += f"\nLEFT JOIN {step} ON {step}.{unit} = {units}.{unit}"
        wrong = dict(self._wrong(units))
        names = ", ".join(f"CASE WHEN {one} THEN {self._text(name)} END" for name, one in wrong.items())
        problem = f"CASE WHEN {either(wrong.values())} THEN CONCAT_WS(', ', {names}) END AS {self._name(PROBLEM)}"
        gaps = (f"{either(self._gaps(facts))} AS {self._name(name)}" for name, facts in self._gaps_of.items())
        return steps.named("checked", select([f"{units}.*", problem, *gaps], joined))

    def _wrong(self, units: str) -> Iterator[tuple[str, str]]:
        """The columns that can be wrong, each with the condition under which it is."""
        name = self._name
        yield UNIT, either([f"{units}.{name(UNIT)} IS NULL", f"{name(TWIN)} > 1"])
        yield from ((one.column, name(WRONG + one.key)) for one in self._tables.units if one.kind != "flag")
        for facts in self._tables.groups.values():
            gone = either(name(GONE + fact.key) for fact in facts)
            said = either(one for fact in facts for one in self._said(fact))
            yield f"{facts[0].key}{NOT_APPLICABLE}", f"({gone} AND {said})"
        for one in self._tables.lists:
            yield one.fact.key, either(self._members.wrong(one))

    def _said(self, fact: Fact) -> Iterator[str]:
        """Whether something is said of a fact, or of a part of it."""
        if fact.indicator.list:
            yield f"{self._name(fact.key)} IS NOT NULL"
            return
        for one in self._tables.fields(fact):
            yield f"{self._name(one.key if one.kind == 'flag' else GIVEN + one.key)} IS NOT NULL"

    def _gaps(self, facts: Collection[Fact]) -> Iterator[str]:
        lists = {one.fact.key: one for one in self._tables.lists}
        for fact in facts:
            if fact.indicator.list:
                yield self._unless_gone(fact, self._members.gap(lists[fact.key]))
                continue
            missing = [f"{self._name(one.key)} IS NULL" for one in self._tables.fields(fact)]
            yield self._unless_gone(fact, either(missing))

    def _unless_gone(self, fact: Fact, missing: str) -> str:
        if fact not in self._tables.optional:
            return missing
        return f"(NOT {self._name(GONE + fact.key)} AND {missing})"
