"""What is taken over all units, or over those of a group, as window functions over each unit's own number."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kaohe.backends.cells.formulas import TRUE, Formula, Reference, both, call, choose, compare, number
from kaohe.backends.columns.column_widths import NULL
from kaohe.backends.columns.sql_dialects import WIDE, Dialect
from kaohe.backends.columns.sql_text import Steps, select
from kaohe.scoring.columns.column_names import UNIT
from kaohe.scoring.columns.column_writer import Stage
from kaohe.scoring.columns.peer_fields import LONGEST
from kaohe.scoring.columns.peer_programs import PeerProgram
from kaohe.scoring.columns.program import DEFINED

GROUP, TOP, UNDER, UNREPORTED = "peers.group", "peers.top", "peers.under", "peers.unreported"
"""What units are compared within, NULL where that is not reported; a number, NULL where there is none; who lacks it."""
NONE, SPOILT, STRANGE = "peers.none", "peers.spoilt", "peers.strange"
"""Whether a unit has none as it does not apply; whether a row can't be taken; whether a number is too large here."""
WHOLE, PART, FITS, PLACE = "peers.whole", "peers.part", "peers.fits", "peers.place"
DIVISOR = 2**42
"""The largest divisor of quotients that can be compared: two of them that differ do so by one over both at least."""


@dataclass(frozen=True, slots=True)
class SqlTake:
    """One fact over all units."""

    program: PeerProgram
    dialect: Dialect

    @property
    def _quotients(self) -> bool:
        """Whether each unit has a divisor of its own, and it matters."""
        return isinstance(self.program.own.over, str) and self.program.peer.peers.take != "number"

    @property
    def over(self) -> int:
        """What is taken is over so much, where that is the same for all."""
        peers, over = self.program.peer.peers, self.program.own.over
        if peers.take in ("rank", "number"):
            return 2 if peers.ties == "mean" else 1
        assert isinstance(over, int)  # noqa: S101 - what has no last decimal is in columns of its own
        return over

    @property
    def stages(self) -> Sequence[Stage]:
        """Those of the program, then what it is compared by."""
        return [*self.program.program.stages, Stage("", dict(self._cells()))]

    def _cells(self) -> Iterator[tuple[str, Formula]]:
        top = Reference(self.program.own.column)
        yield TOP, top
        if not self._quotients:
            summed = self.program.peer.peers.take in ("mean", "sum")
            ends = compare(">=", number(LONGEST), top), compare(">=", top, number(-LONGEST))
            yield FITS, both(*ends) if summed else TRUE
            return
        under = Reference(str(self.program.own.over))
        yield FITS, compare(">=", number(DIVISOR), under)
        yield UNDER, choose(Reference(FITS), under, NULL)
        yield WHOLE, call("//", top, Reference(UNDER))
        rest = call("-", call("WIDE", top), call("*", call("WIDE", Reference(WHOLE)), Reference(UNDER)))
        yield PART, call("//", call("*", rest, number(DIVISOR**2)), Reference(UNDER))

    @property
    def sides(self) -> Sequence[str]:
        """The columns of a unit's own number."""
        return (TOP, UNDER, *self._keys) if self._quotients else (TOP,)

    @property
    def wanted(self) -> frozenset[str]:
        return frozenset((*self.sides, FITS, DEFINED))

    @property
    def _keys(self) -> Sequence[str]:
        """By what numbers are ordered."""
        return (WHOLE, PART) if self._quotients else (TOP,)

    def write(self, steps: Steps, kept: Sequence[str], units: str) -> str:
        """The step of what is taken, from that of units' own numbers, with the columns that are `kept`."""
        if self.program.peer.peers.take in ("minimum", "maximum"):
            place = f"ROW_NUMBER() {self._over(order=[*self._order, self._name(UNIT)])} AS {self._name(PLACE)}"
            units = steps.named("placed", select(["*", place], units))
        return steps.named("taken", select([*kept, *self._taken()], units))

    def _taken(self) -> Iterator[str]:
        """The number over another, or `NONE`; neither where one of the group has not reported."""
        name = self._name
        unreported = f"({name(SPOILT)} OR BOOL_OR({name(UNREPORTED)}) {self._over()}"
        if self._grouped:
            unreported += f" OR BOOL_OR({name(GROUP)} IS NULL) OVER ()"
        unreported += ")"
        rank = self.program.peer.peers.take == "rank"
        none = f"({name(TOP)} IS NULL)" if rank else f"({self._others()} = 0)"
        for side, text in TAKES[self.program.peer.peers.take](self).items():
            yield f"CASE WHEN NOT {unreported} AND NOT {none} THEN {text} END AS {name(side)}"
        yield f"({none} AND NOT {unreported}) AS {name(NONE)}"
        yield f"BOOL_OR({name(STRANGE)}) OVER () AS {name(STRANGE)}"

    def _name(self, name: str) -> str:
        return self.dialect.name_of(name)

    @property
    def _grouped(self) -> bool:
        return self.program.peer.within is not None

    def _over(self, also: Sequence[str] = (), order: Sequence[str] = ()) -> str:
        """The window of units that are compared."""
        parts = [*([self._name(GROUP)] if self._grouped else []), *also]
        inside = [f"PARTITION BY {', '.join(parts)}"] if parts else []
        inside += [f"ORDER BY {', '.join(order)}"] if order else []
        return f"OVER ({' '.join(inside)})"

    @property
    def _order(self) -> Sequence[str]:
        """Best first; who has no number comes last in every engine."""
        peers = self.program.peer.peers
        down = " DESC" if peers.first == "highest" or peers.take == "maximum" else ""
        return [
            f"CASE WHEN {self._name(TOP)} IS NULL THEN 1 ELSE 0 END",
            *(f"{self._name(one)}{down}" for one in self._keys),
        ]

    def _others(self) -> str:
        """How many numbers count for a unit."""
        every = f"COUNT({self._name(TOP)}) {self._over()}"
        if self.program.peer.peers.with_self is not False:
            return every
        return f"({every} - CASE WHEN {self._name(TOP)} IS NULL THEN 0 ELSE 1 END)"

    def _wide(self, text: str) -> str:
        return f"CAST({text} AS {self.dialect.types[WIDE]})"

    def sum(self) -> Mapping[str, str]:
        every = f"SUM({self._wide(self._name(TOP))}) {self._over()}"
        own = f"({every} - COALESCE({self._name(TOP)}, 0))" if self.program.peer.peers.with_self is False else every
        return {TOP: own, UNDER: str(self.over)}

    def mean(self) -> Mapping[str, str]:
        return {**self.sum(), UNDER: f"({self._wide(self._others())} * {self.over})"}

    def many(self) -> Mapping[str, str]:
        return {TOP: self._others()}

    def first(self) -> Mapping[str, str]:
        """The number that is first of all; for who has it, where only others count, the next."""
        sides = (TOP, UNDER) if self._quotients else (TOP,)
        found = {side: self._at(1, side) for side in sides}
        if self.program.peer.peers.with_self is False:
            own = f"{self._name(PLACE)} = 1"
            found = {side: f"CASE WHEN {own} THEN {self._at(2, side)} ELSE {one} END" for side, one in found.items()}
        return found if self._quotients else {**found, UNDER: str(self.over)}

    def _at(self, place: int, side: str) -> str:
        return f"MAX(CASE WHEN {self._name(PLACE)} = {place} THEN {self._name(side)} END) {self._over()}"

    def rank(self) -> Mapping[str, str]:
        """Ties share the best place (1, 2, 2, 4), leave no gap (1, 2, 2, 3) or take the mean."""
        peers = self.program.peer.peers
        place = f"{'DENSE_RANK' if peers.ties == 'dense' else 'RANK'}() {self._over(order=self._order)}"
        if peers.ties == "mean":
            tied = f"COUNT(*) {self._over(also=[self._name(one) for one in self._keys])}"
            place = f"(2 * {place} + {tied} - 1)"
        return {TOP: place}


TAKES: Mapping[str, Callable[[SqlTake], Mapping[str, str]]] = {
    "mean": SqlTake.mean,
    "minimum": SqlTake.first,
    "maximum": SqlTake.first,
    "sum": SqlTake.sum,
    "number": SqlTake.many,
    "rank": SqlTake.rank,
}
