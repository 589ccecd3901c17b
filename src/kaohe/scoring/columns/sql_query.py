"""A rubric as one query: every unit with the lowest and highest score of each item, section and the whole.

Units of which nothing is missing are computed by one program, others by another one; what can't be computed exactly as
kaohe does it is a row without scores that names the columns because of which.
"""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from kaohe.backends.cells.formulas import TRUE
from kaohe.backends.columns.column_widths import TooLarge
from kaohe.backends.columns.sql_code import Sql
from kaohe.backends.columns.sql_dialects import Dialect
from kaohe.backends.columns.sql_text import AND_ALL, Query, Steps, select
from kaohe.compiler.totals import SECTIONS
from kaohe.scoring.calculation.total_cells import TOTAL
from kaohe.scoring.columns.column_names import UNIT
from kaohe.scoring.columns.program import DEFINED, Program
from kaohe.scoring.columns.programs import programs
from kaohe.scoring.columns.scored_parts import scored_parts
from kaohe.scoring.columns.sql_checks import GAP, PROBLEM, SqlChecks
from kaohe.scoring.columns.sql_facts import Held
from kaohe.scoring.columns.sql_peers import SqlPeers, taken_over_all
from kaohe.scoring.columns.sql_plan import rounds
from kaohe.scoring.columns.sql_program import Lists, SqlProgram, Table, all_read
from kaohe.scoring.columns.sql_ranks import SqlRanks
from kaohe.scoring.columns.sql_results import SqlResults
from kaohe.scoring.columns.sql_tables import YEAR, SqlTables, kept_name
from kaohe.scoring.compiled_rubric import CompiledRubric

PREFIX = "kaohe"


@dataclass(frozen=True, slots=True)
class Beside:
    """Columns of units that are handed through, and whether places are told, `within` a kept column or among all."""

    kept: Sequence[str] = ()
    ranked: bool = False
    within: str = ""


ALONE = Beside()


class SqlQuery:
    """The query of one rubric in one dialect.

    Raises TooLarge where numbers are, or where columns would leave a score between wider bounds than it has.
    """

    def __init__(self, compiled: CompiledRubric, dialect: Dialect) -> None:
        self._dialect = dialect
        both = programs(compiled)
        self._complete, self._open = both.complete, both.open
        if self._open.wider:
            raise TooLarge
        over_all = taken_over_all(compiled)
        self._unit, self._gap, self._problem = map(dialect.name_of, (UNIT, GAP, PROBLEM))
        held = _narrowest(both.held(), *(one.program.held for one in over_all))
        self.tables = SqlTables(compiled, dialect, held)
        asked = compiled.unreported((None,) * compiled.layout.width)
        self._peers = SqlPeers(over_all, self.tables, dialect, asked)
        taken = [one.peer for one in over_all]
        self.given = [one.fact for one in compiled.peers if one not in taken]
        """Facts over all units that no query takes: they are columns of the units."""
        self.over_all = [one.peer.fact for one in over_all]
        """Those that it takes where no unit's column gives them."""
        decided = both.grades(compiled)
        named = (f"{SECTIONS}.{name}" if name else TOTAL for name in compiled.grades)
        self.ungraded = [name for name in named if name not in decided]
        """Sections, or the whole, whose grades other units decide as well: no query has them."""
        parts = scored_parts(compiled)
        self.results = SqlResults(parts, compiled.rubric.rounding.places, dialect, decided)
        self.ranks = SqlRanks(parts, dialect)

    def columns(self, beside: Beside) -> Sequence[str]:
        """Those that come out."""
        return [UNIT, *beside.kept, *self.results.columns(), *(self.ranks.columns() if beside.ranked else ())]

    def taken(self) -> AbstractSet[str]:
        """What no column that is handed through can be called; a year may be."""
        own = (name for name, _ in self.tables.columns() if name != YEAR)
        return {*own, *self.results.columns(), *self.ranks.columns()}

    def query(self, units: str, members: Mapping[str, str], beside: Beside = ALONE) -> Query:
        """The query of a table of units and tables of members by the keys of lists, as they are written in SQL."""
        steps, tables = Steps(PREFIX), self.tables
        given = steps.named("given", tables.given_units(units, beside.kept))
        taken = steps.named("units", tables.taken_units(given, beside.kept))
        of_lists = {}
        for one in tables.lists:
            given = steps.named("given", tables.given_members(one, members[one.fact.key]))
            of_lists[one.fact.key] = steps.named("members", tables.taken_members(one, given))
        checked = SqlChecks(tables, self._dialect, self._peers.gaps).add(steps, taken, of_lists)
        inside = tables.member_facts()
        lists = {key: Table(step, inside[key]) for key, step in of_lists.items()}
        kept = {kept_name(one): Sql(self._dialect.name_of(kept_name(one))) for one in beside.kept}
        sound = self._peers.add(steps, Table(checked, {**tables.unit_facts(), **kept}), lists)
        refused = [checked] if sound.step == checked else [checked, sound.step]
        rows = [*self._scored(steps, sound, lists, beside.kept), *self._refused(refused, beside.kept)]
        rows += self._strangers(taken, of_lists, beside.kept)
        if not beside.ranked:
            return steps.then(rows)
        scores = steps.named("scores", AND_ALL.join(rows))
        return steps.then([self.ranks.beside(steps, scores, beside.within)])

    def _scored(self, steps: Steps, sound: Table, lists: Lists, kept: Sequence[str]) -> Iterator[str]:
        """Units that are complete, and those that are not."""
        writer, facts = SqlProgram(steps, self._dialect, self._unit), sound.columns
        full = f"NOT {self._gap}"
        if not _always(self._complete):
            beside = {name: Sql(self._dialect.name_of(name)) for name in (GAP, PROBLEM)}
            units = Table(sound.step, {**facts, **beside})
            divisions = rounds(self._complete.stages, {DEFINED})
            sound = writer.write(divisions, {DEFINED, *units.columns}, units, lists)
            full = f"({full} AND COALESCE({sound.columns[DEFINED].text}, FALSE))"
        own = {kept_name(one) for one in kept}
        for one, which in ((self._complete, full), (self._open, f"NOT {full}")):
            wanted = {output.column for output in one.outputs}
            planned = rounds(one.stages, wanted)
            read = {name: sql for name, sql in facts.items() if name in all_read(planned) | own}
            texts = [self._unit, *(sql.text for sql in read.values())]
            chosen = steps.named("chosen", select(texts, f"{sound.step}\nWHERE {self._problem} IS NULL AND {which}"))
            units = writer.write(planned, wanted | own, Table(chosen, read), lists)
            scored = self.results.scored(units.columns, complete=one.complete)
            yield select([self._unit, *self._handed(kept), *scored], units.step)

    def _refused(self, steps: Sequence[str], kept: Sequence[str]) -> Iterator[str]:
        """Rows without scores: of units that can't be computed."""
        for step in steps:
            taken = [self._unit, *self._handed(kept), *self.results.refused(self._problem)]
            yield select(taken, f"{step}\nWHERE {self._problem} IS NOT NULL")

    def _strangers(self, units: str, members: Mapping[str, str], kept: Sequence[str]) -> Iterator[str]:
        """Such rows of members that belong to no unit."""
        none = [f"NULL AS {self._dialect.name_of(one)}" for one in kept]
        for key, step in members.items():
            strangers = f"({select([self._unit], step)}\nEXCEPT\n{select([self._unit], units)}) AS strangers"
            yield select([self._unit, *none, *self.results.refused(self._dialect.text_of(key))], strangers)

    def _handed(self, kept: Sequence[str]) -> Iterator[str]:
        return (f"{self._dialect.name_of(kept_name(one))} AS {self._dialect.name_of(one)}" for one in kept)


def _narrowest(*several: Held) -> Held:
    """Between what facts must lie for all of them."""
    found = dict(several[0])
    for one in several[1:]:
        for key, (low, high) in one.items():
            found[key] = max(low, found[key][0]), min(high, found[key][1])
    return found


def _always(complete: Program) -> bool:
    """Whether no unit can divide by zero."""
    return any(stage.cells.get(DEFINED) == TRUE for stage in complete.stages)
