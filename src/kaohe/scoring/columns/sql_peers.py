"""Facts over all units in a query: each unit's own number, what is taken of all of them, and who is to be told of it.

What can't be known of one unit leaves the fact open for all that are compared with it, as `kaohe.submission.peers` has
it; a row that can't be taken leaves it open for all units.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property

from kaohe.backends.columns.column_widths import TooLarge
from kaohe.backends.columns.sql_code import Sql
from kaohe.backends.columns.sql_dialects import LONG, WIDE, Dialect
from kaohe.backends.columns.sql_text import Steps, either, select
from kaohe.compiler.row_layout import Fact
from kaohe.scoring.columns.column_facts import GONE, ColumnFacts
from kaohe.scoring.columns.column_names import UNIT
from kaohe.scoring.columns.peer_fields import OVER, PeerField
from kaohe.scoring.columns.peer_programs import NOWHERE, PeerProgram, peer_program
from kaohe.scoring.columns.program import DEFINED
from kaohe.scoring.columns.sql_checks import GAP, PROBLEM
from kaohe.scoring.columns.sql_peer_takes import FITS, GROUP, NONE, SPOILT, STRANGE, TOP, UNDER, UNREPORTED, SqlTake
from kaohe.scoring.columns.sql_plan import rounds
from kaohe.scoring.columns.sql_program import Lists, SqlProgram, Table
from kaohe.scoring.columns.sql_tables import SqlTables
from kaohe.scoring.compiled_rubric import CompiledRubric

LACKS, BEYOND = "lacks.", "beyond."
"""What stands before the key of a fact: whether a unit lacks what it is made of, and whether no column holds it."""


def taken_over_all(compiled: CompiledRubric) -> Sequence[PeerProgram]:
    """Those facts that a query takes: what has a divisor of its own for each unit has no sum in one query."""
    facts, found = ColumnFacts(compiled, complete=True), list[PeerProgram]()
    for peer in compiled.peers:
        with suppress(TooLarge):
            one = peer_program(peer, facts)
            if isinstance(one.own.over, int) or peer.peers.take not in ("mean", "sum"):
                found.append(one)
    return found


@dataclass(frozen=True)
class SqlPeers:
    """Adds them to the units of a query, one after another; `asked` are the facts that a unit has to report."""

    programs: Sequence[PeerProgram]
    tables: SqlTables
    dialect: Dialect
    asked: Collection[Fact]

    @cached_property
    def _facts(self) -> Sequence[Fact]:
        return [one.peer.fact for one in self.programs]

    @cached_property
    def gaps(self) -> Mapping[str, Collection[Fact]]:
        """Of which facts is to be said whether one is missing, before any is taken, by the name of the column."""
        found = {GAP: [one for one in self.asked if one not in self._facts]}
        for one in self.programs:
            found[f"{LACKS}{one.peer.fact.key}"] = [fact for fact in one.peer.facts if fact not in self._facts]
        return found

    def add(self, steps: Steps, checked: Table, lists: Lists) -> Table:
        """The step of the units that can be taken, with these facts; the step itself where there are none."""
        if not self.programs:
            return checked
        name = self.dialect.name_of
        beside = {one: Sql(name(one)) for one in (*self.gaps, PROBLEM, SPOILT)}
        spoilt = f"BOOL_OR({name(PROBLEM)} IS NOT NULL) OVER () AS {name(SPOILT)}"
        every = steps.named("spoilt", select(["*", spoilt], checked.step))
        columns = checked.columns | beside
        texts = [name(UNIT), *(one.text for one in columns.values())]
        sound = steps.named("sound", select(texts, f"{every}\nWHERE {name(PROBLEM)} IS NULL"))
        units = Table(sound, columns)
        for one in self.programs:
            units = self._one(steps, one, units, lists)
        return self._told(steps, units, checked.columns)

    def _one(self, steps: Steps, one: PeerProgram, units: Table, lists: Lists) -> Table:
        """Units with one fact more."""
        take = SqlTake(one, self.dialect)
        writer = SqlProgram(steps, self.dialect, self.dialect.name_of(UNIT))
        own = writer.write(rounds(take.stages, take.wanted), take.wanted | units.columns.keys(), units, lists)
        kept = [self.dialect.name_of(UNIT), *(sql.text for sql in units.columns.values())]
        unreported, fits = either(self._unreported(one)), own.columns[FITS].text
        number = f"NOT {unreported} AND NOT {either(self._gone(one))} AND COALESCE({own.columns[DEFINED].text}, FALSE)"
        columns = [
            *(
                f"CASE WHEN {number} AND {fits} THEN {own.columns[side].text} END AS {self._text(side)}"
                for side in take.sides
            ),
            f"{unreported} AS {self._text(UNREPORTED)}",
            f"({number} AND NOT {fits}) AS {self._text(STRANGE)}",
            *self._group(one),
        ]
        owned = steps.named("owned", select([*kept, *columns], own.step))
        return self._joined(steps, one, units, take.write(steps, kept, owned))

    def _text(self, name: str) -> str:
        return self.dialect.name_of(name)

    def _unreported(self, one: PeerProgram) -> Iterator[str]:
        yield self._text(f"{LACKS}{one.peer.fact.key}")
        for fact in one.peer.facts:
            if fact in self._facts:
                yield f"({self._text(fact.key)} IS NULL AND NOT {either(self._said_gone(fact))})"

    def _gone(self, one: PeerProgram) -> Iterator[str]:
        return (said for fact in one.peer.facts for said in self._said_gone(fact))

    def _said_gone(self, fact: Fact) -> Iterator[str]:
        if fact in self.tables.optional:
            yield self._text(f"{GONE}{fact.key}")

    def _group(self, one: PeerProgram) -> Iterator[str]:
        """What a unit is compared within, NULL where that is not reported; nothing where all are compared."""
        within = one.peer.within
        if within is None:
            return
        (key,) = within.keys()
        gone = either(self._said_gone(within))
        yield f"CASE WHEN {gone} THEN {NOWHERE} ELSE {self._text(key)} END AS {self._text(GROUP)}"

    def _joined(self, steps: Steps, one: PeerProgram, units: Table, taken: str) -> Table:
        """The fact as its columns have it; what is published for a unit stays."""
        key, name = one.peer.fact.key, self._text
        field = self.tables.over_all(one.peer.fact)
        gone = either(self._said_gone(one.peer.fact))
        said = f"({name(key)} IS NOT NULL OR {gone})"
        top, under = self._sides(one, field)
        sides = {key: (top, name(key))}
        if field.apart:
            sides[f"{OVER}{key}"] = (under, f"CASE WHEN {name(key)} IS NOT NULL THEN {name(OVER + key)} END")
        within = {
            side: "{} BETWEEN {} AND {}".format(value, *self.tables.held[side]) for side, (value, _) in sides.items()
        }
        long = self.dialect.types[LONG]
        found = {
            side: f"CASE WHEN {said} THEN {given} WHEN {within[side]} THEN CAST({value} AS {long}) END AS {name(side)}"
            for side, (value, given) in sides.items()
        }
        if one.peer.fact in self.tables.optional:
            found[f"{GONE}{key}"] = f"({gone} OR (NOT {said} AND {name(NONE)})) AS {name(GONE + key)}"
        beyond = either(
            [name(STRANGE), *(f"NOT COALESCE({held}, TRUE)" for held in within.values()), *self._before(one)]
        )
        found[f"{BEYOND}{key}"] = f"(NOT {said} AND {beyond}) AS {name(BEYOND + key)}"
        kept = [name(UNIT), *(sql.text for side, sql in units.columns.items() if side not in found)]
        step = steps.named("compared", select([*kept, *found.values()], taken))
        return Table(step, units.columns | {f"{BEYOND}{key}": Sql(name(BEYOND + key))})

    def _before(self, one: PeerProgram) -> Iterator[str]:
        """Whether what was taken before, and is read here, is in no column for some unit."""
        for fact in one.peer.facts:
            if fact in self._facts:
                yield f"BOOL_OR({self._text(BEYOND + fact.key)}) OVER ()"

    def _sides(self, one: PeerProgram, field: PeerField) -> tuple[str, str]:
        """The number over another as the field's columns have it."""
        if field.apart:
            return self._text(TOP), self._text(UNDER)
        factor = field.over // SqlTake(one, self.dialect).over
        return f"(CAST({self._text(TOP)} AS {self.dialect.types[WIDE]}) * {factor})", ""

    def _told(self, steps: Steps, units: Table, facts: Mapping[str, Sql]) -> Table:
        """With what is missing now, and with a problem where no column holds what was taken."""
        name = self._text
        missing = [
            f"({name(fact.key)} IS NULL AND NOT {either(self._said_gone(fact))})"
            for fact in self._facts
            if fact in self.asked
        ]
        gap = f"{either([name(GAP), *missing])} AS {name(GAP)}"
        beyond = [name(BEYOND + fact.key) for fact in self._facts]
        keys = (
            f"CASE WHEN {one} THEN {self.dialect.text_of(fact.key)} END"
            for one, fact in zip(beyond, self._facts, strict=True)
        )
        problem = f"CASE WHEN {either(beyond)} THEN CONCAT_WS(', ', {', '.join(keys)}) END AS {name(PROBLEM)}"
        kept = [name(UNIT), *(sql.text for sql in facts.values())]
        return Table(steps.named("over_all", select([*kept, gap, problem], units.step)), dict(facts))
