"""Items that rest on missing facts: what they can still become, and which points are lost for certain."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from kaohe.backends.bounds import Interval, bounds
from kaohe.compiler.row_layout import Fact
from kaohe.expr.numbers import Number, int_if_whole
from kaohe.expr.tree_questions import inputs, reported
from kaohe.results.score_range import ScoreRange
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.scoring.settlement import WHOLE, Entry
from kaohe.submission.gaps import Row, filled, is_missing, known_members


@dataclass(frozen=True, slots=True)
class OpenItem:
    """What one item can still become, and the entries that no missing fact can take back."""

    standing: ScoreRange
    entries: tuple[Entry, ...]
    unexplained: frozenset[tuple[int, int]]
    """Account and member of those entries that rest on a gap: their points are certain, their arithmetic is not."""

    @property
    def decided(self) -> bool:
        """Whether the score is the same whatever is still reported."""
        return self.standing.score is not None

    def explains(self, entry: Entry) -> bool:
        return (entry.account, entry.member) not in self.unexplained


def open_items(compiled: CompiledRubric, row: Row, gaps: Sequence[Fact]) -> dict[int, OpenItem]:
    """Every item that rests on a gap, by its place."""
    if not gaps:
        return {}
    missing = frozenset().union(*(fact.keys() for fact in gaps))
    starts = {fact.start for fact in gaps}
    resting = [place for place, facts in enumerate(compiled.reads) if any(fact.start in starts for fact in facts)]
    computed = compiled.ledger.dues(filled(row, gaps)) if resting else ()
    return {place: _partial(compiled, place, row, missing, computed) for place in resting}


def _partial(
    compiled: CompiledRubric, place: int, row: Row, missing: AbstractSet[str], computed: Sequence[Any]
) -> OpenItem:
    """Each account at the least that it takes, caps and floors applied to that."""
    ledger, possible = compiled.ledger, compiled.possible(place, row)
    dues: list[Any] = [0] * len(ledger.accounts)
    unexplained: set[tuple[int, int]] = set()
    for index in ledger.of_item(place):
        line = ledger.accounts[index].line
        if missing.isdisjoint(inputs(line.due) | {line.members}):
            dues[index] = computed[index]
        elif line.members:
            dues[index] = _members(compiled, row, index, possible, unexplained)
        else:
            dues[index] = _least(bounds(line.due, possible), ledger.scale)
            if dues[index] != computed[index] or not missing.isdisjoint(reported(line.due)):
                unexplained.add((index, WHOLE))
    _, entries = ledger.settle(dues)
    return OpenItem(compiled.between(place, row), tuple(entries), frozenset(unexplained))


def _members(
    compiled: CompiledRubric, row: Row, index: int, possible: Mapping[str, Any], unexplained: set[tuple[int, int]]
) -> list[Any]:
    """Of a list's account the least that each member takes that is there."""
    line = compiled.ledger.accounts[index].line
    (fact,) = compiled.layout.find({line.members})
    if row[fact.start] is None:
        return []
    own = frozenset(key for key in inputs(line.due) if not key.startswith(f"{line.members}.*"))
    blind = any(is_missing(other, row) for other in compiled.layout.find(own))
    found = []
    for number, member in enumerate(known_members(fact, row)):
        fields = {f"{fact.key}.*{end}": value for end, value in member.items()}
        least = _least(bounds(line.due, {**possible, **fields}), compiled.ledger.scale)
        if least:
            found.append((number, least))
        if blind or None in row[fact.start][number]:
            unexplained.add((index, number))
    return found


def _least(due: Interval, scale: int) -> Number:
    """The least that an account takes, in multiples of 1/scale."""
    if isinstance(due.low, float):
        return 0
    return int_if_whole(due.low * scale)
