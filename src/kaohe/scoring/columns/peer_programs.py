"""What to compute of each unit before facts over all units are taken: its own number, as a pair of whole numbers."""

from collections.abc import Iterator
from dataclasses import dataclass

from kaohe.backends.cells.formulas import referred
from kaohe.backends.columns.column_widths import TooLarge
from kaohe.scoring.columns.column_facts import GONE, MISSING, ColumnFacts
from kaohe.scoring.columns.column_writer import ColumnWriter
from kaohe.scoring.columns.program import DEFINED, Output, Program
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.submission.peers import PeerFact

OWN = "peers"
"""The room of such numbers."""
NOWHERE = -1
"""The group of those to whom the choice of groups does not apply."""


@dataclass(frozen=True, slots=True)
class PeerProgram:
    """Each unit's number for one fact over all units; the column `DEFINED` says whether it can be computed."""

    peer: PeerFact
    program: Program
    reads: frozenset[str]
    """The columns of units that it rests on."""

    @property
    def own(self) -> Output:
        (found,) = self.program.outputs
        return found

    @property
    def lists(self) -> frozenset[str]:
        """The keys of the lists that it rests on."""
        return frozenset(fact.key for fact in self.peer.facts if fact.indicator.list)


def peer_programs(compiled: CompiledRubric) -> tuple[PeerProgram, ...]:
    """One for each fact over all units, in the order in which they are to be taken. Raises TooLarge."""
    facts = ColumnFacts(compiled, complete=True)
    return tuple(peer_program(peer, facts) for peer in compiled.peers)


def peer_program(peer: PeerFact, facts: ColumnFacts) -> PeerProgram:
    """Raises TooLarge."""
    if any(fact.indicator.kind == "judgement" for fact in peer.facts):
        raise TooLarge  # whose reason is missing is missing itself, and no column has that
    writer = ColumnWriter(facts.known(), facts.lists())
    writer.room = f"{OWN}.{peer.fact.key}"
    span, sound = writer.number(peer.tree), writer.condition(peer.sound)
    found = span.low
    over = found.over if isinstance(found.over, int) else f"own_over.{writer.room}"
    output = Output(writer.room, "own", over)
    writer.cell(output.column, found.top)
    if isinstance(over, str):
        writer.cell(over, found.divisor)
    writer.cell(DEFINED, sound.may)
    known = {name: one for field in facts.fields.values() for name, one in field.limits(writer.limits)}
    return PeerProgram(
        peer, Program(writer.stages, (output,), 1, complete=True, held=known), frozenset(_reads(peer, writer, facts))
    )


def _reads(peer: PeerFact, writer: ColumnWriter, facts: ColumnFacts) -> Iterator[str]:
    """What stages read that is in none of them, and what says whether a fact is there."""
    made = {name for stage in writer.stages for name in (*stage.cells, *stage.aggregates)}
    inside = {key for one in facts.lists().values() for key in one.fields}
    for stage in writer.stages:
        yield from frozenset().union(*map(referred, stage.cells.values())) - made - inside
    for fact in (*peer.facts, *([] if peer.within is None else [peer.within])):
        yield f"{GONE}{fact.key}"
        if fact.indicator.list:
            yield f"{MISSING}{fact.key}"
        else:
            yield from (key for key in fact.keys() if key in facts.fields)
