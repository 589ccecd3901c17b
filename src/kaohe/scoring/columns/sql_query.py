"""A rubric as one query: every unit with the lowest and highest score of each item, section and the whole.

Units of which nothing is missing are computed by one program, others by another one; what can't be computed exactly as
kaohe does it is a row without scores that names the columns because of which.
"""

from collections.abc import Iterator, Mapping

from kaohe.backends.cells.formulas import TRUE
from kaohe.backends.columns.column_widths import TooLarge
from kaohe.backends.columns.sql_code import Sql
from kaohe.backends.columns.sql_dialects import Dialect
from kaohe.backends.columns.sql_text import Query, Steps, select
from kaohe.scoring.columns.column_names import UNIT
from kaohe.scoring.columns.program import DEFINED, Program, program
from kaohe.scoring.columns.scored_parts import scored_parts
from kaohe.scoring.columns.sql_checks import GAP, PROBLEM, SqlChecks
from kaohe.scoring.columns.sql_facts import Held
from kaohe.scoring.columns.sql_plan import rounds
from kaohe.scoring.columns.sql_program import SqlProgram, Table, all_read
from kaohe.scoring.columns.sql_results import SqlResults
from kaohe.scoring.columns.sql_tables import SqlTables
from kaohe.scoring.compiled_rubric import CompiledRubric

PREFIX = "kaohe"
WANTED = frozenset({"score", "low", "high", "none"})
"""The sides of a part that come out; grades do not."""


class SqlQuery:
    """The query of one rubric in one dialect.

    Raises TooLarge where numbers are, or where columns would leave a score between wider bounds than it has.
    """

    def __init__(self, compiled: CompiledRubric, dialect: Dialect) -> None:
        self._dialect = dialect
        self._complete, self._open = (program(compiled, complete=one) for one in (True, False))
        if self._open.wider:
            raise TooLarge
        self._asked = compiled.unreported((None,) * compiled.layout.width)
        self._unit, self._gap, self._problem = map(dialect.name_of, (UNIT, GAP, PROBLEM))
        self.tables = SqlTables(compiled, dialect, _held(self._complete, self._open))
        self.results = SqlResults(scored_parts(compiled), compiled.rubric.rounding.places, dialect)

    def query(self, units: str, members: Mapping[str, str]) -> Query:
        """The query of a table of units and tables of members by the keys of lists, as they are written in SQL."""
        steps, tables = Steps(PREFIX), self.tables
        taken = steps.named("units", tables.taken_units(steps.named("given", tables.given_units(units))))
        of_lists = {}
        for one in tables.lists:
            given = steps.named("given", tables.given_members(one, members[one.fact.key]))
            of_lists[one.fact.key] = steps.named("members", tables.taken_members(one, given))
        checked = SqlChecks(tables, self._dialect, self._asked).add(steps, taken, of_lists)
        return steps.then([*self._scored(steps, checked, of_lists), *self._refused(checked, taken, of_lists)])

    def _scored(self, steps: Steps, checked: str, members: Mapping[str, str]) -> Iterator[str]:
        """Units that are complete, and those that are not."""
        writer, facts = SqlProgram(steps, self._dialect, self._unit), self.tables.unit_facts()
        inside = self.tables.member_facts()
        lists = {key: Table(step, inside[key]) for key, step in members.items()}
        full = f"NOT {self._gap}"
        if not _always(self._complete):
            beside = {name: Sql(self._dialect.name_of(name)) for name in (GAP, PROBLEM)}
            units = Table(checked, {**facts, **beside})
            divisions = rounds(self._complete.stages, {DEFINED})
            units = writer.write(divisions, {DEFINED, *units.columns}, units, lists)
            checked, full = units.step, f"({full} AND COALESCE({units.columns[DEFINED].text}, FALSE))"
        for one, which in ((self._complete, full), (self._open, f"NOT {full}")):
            wanted = {output.column for output in one.outputs if output.side in WANTED}
            planned = rounds(one.stages, wanted)
            read = {name: sql for name, sql in facts.items() if name in all_read(planned)}
            kept = [self._unit, *(sql.text for sql in read.values())]
            chosen = steps.named("chosen", select(kept, f"{checked}\nWHERE {self._problem} IS NULL AND {which}"))
            units = writer.write(planned, wanted, Table(chosen, read), lists)
            yield select([self._unit, *self.results.scored(units.columns, complete=one.complete)], units.step)

    def _refused(self, checked: str, units: str, members: Mapping[str, str]) -> Iterator[str]:
        """Rows without scores: of units that can't be computed, and of members that belong to no unit."""
        where = f"{checked}\nWHERE {self._problem} IS NOT NULL"
        yield select([self._unit, *self.results.refused(self._problem)], where)
        for key, step in members.items():
            strangers = f"({select([self._unit], step)}\nEXCEPT\n{select([self._unit], units)}) AS strangers"
            yield select([self._unit, *self.results.refused(self._dialect.text_of(key))], strangers)


def _held(*programs: Program) -> Held:
    """Between what facts must lie for all programs."""
    keys = programs[0].held
    return {key: (max(one.held[key][0] for one in programs), min(one.held[key][1] for one in programs)) for key in keys}


def _always(complete: Program) -> bool:
    """Whether no unit can divide by zero."""
    return any(stage.cells.get(DEFINED) == TRUE for stage in complete.stages)
