"""Items that rest on what is missing or undefined: what they can still become, which points are lost for certain."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

from kaohe.backends.bounds import Interval, bounds
from kaohe.compiler.row_layout import Fact
from kaohe.expr.numbers import Number, int_if_whole
from kaohe.expr.tree_questions import inputs, reported
from kaohe.results.score_range import ScoreRange
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.scoring.points_told import MOST_KEPT
from kaohe.scoring.settlement import WHOLE, Entry
from kaohe.submission.gaps import Row, filled, is_missing, known_members
from kaohe.submission.zero_division import ABOVE, Division


@dataclass(frozen=True, slots=True, eq=False)
class OpenItem:
    """What one item can still become, and the entries that no missing fact can take back.

    Units with the same facts have the very same one, so that it is known by itself.
    """

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


Resting = tuple[int, tuple[Any, ...], frozenset[str], frozenset[int]]
"""All that an open item rests on: its place, its facts, those that are missing, the accounts that can't be computed."""
_kept: WeakKeyDictionary[CompiledRubric, dict[Resting, OpenItem]] = WeakKeyDictionary()


def open_items(
    compiled: CompiledRubric, row: Row, gaps: Sequence[Fact], undefined: Sequence[Division]
) -> dict[int, OpenItem]:
    """Every item that rests on a gap, or on a division that its facts make impossible, by its place."""
    if not gaps and not undefined:
        return {}
    unsound = frozenset(account for one in undefined for account in one.accounts if account != ABOVE)
    starts = {fact.start for fact in gaps}
    resting = {place for place, facts in enumerate(compiled.reads) if any(fact.start in starts for fact in facts)}
    resting |= {compiled.ledger.item_at(account) for account in unsound}
    if not resting:
        return {}
    missing = frozenset().union(*(fact.keys() for fact in gaps))
    known = _Known(compiled, row, missing, unsound, compiled.ledger.dues(filled(row, compiled.unreported(row))))
    return {place: _same(known, place) for place in sorted(resting)}


def _same(known: "_Known", place: int) -> OpenItem:
    """An open item, of many units with the same facts the first one's: most leave out an item as a whole."""
    kept, key = _kept.setdefault(known.compiled, {}), known.resting(place)
    if key not in kept:
        if len(kept) >= MOST_KEPT:
            kept.clear()
        kept[key] = known.item(place)
    return kept[key]


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of a unit: `computed` are the dues of all accounts, right where nothing of theirs is `missing`.

    What can't be computed are the `unsound` accounts.
    """

    compiled: CompiledRubric
    row: Row
    missing: AbstractSet[str]
    unsound: AbstractSet[int]
    computed: Sequence[Any]

    def resting(self, place: int) -> Resting:
        reads, own = self.compiled.reads[place], self.compiled.ledger.of_item(place)
        values = tuple([self.row[at] for fact in reads for at in fact.places()])
        missing = frozenset(key for fact in reads for key in fact.keys() if key in self.missing)
        return place, values, missing, frozenset(one for one in own if one in self.unsound)

    def item(self, place: int) -> OpenItem:
        """Each account at the least that it takes, caps at their least and floors applied to that."""
        ledger, possible = self.compiled.ledger, self.compiled.possible(place, self.row)
        dues: list[Any] = [0] * (len(ledger.accounts) + len(ledger.limits))
        for index in ledger.limits_of(place):
            dues[index] = max(_least(bounds(ledger.limit(index), possible), ledger.scale), 0)
        unexplained: set[tuple[int, int]] = set()
        for index in ledger.of_item(place):
            line = ledger.accounts[index].line
            if index not in self.unsound and self.missing.isdisjoint(inputs(line.due) | {line.members}):
                dues[index] = self.computed[index]
            elif line.members:
                dues[index] = self._members(index, possible, unexplained)
            else:
                dues[index] = _least(bounds(line.due, possible), ledger.scale)
                rests = index in self.unsound or not self.missing.isdisjoint(reported(line.due))
                if rests or dues[index] != self.computed[index]:
                    unexplained.add((index, WHOLE))
            _, *limits = self.compiled.trees[index]
            if not self.missing.isdisjoint(frozenset().union(*map(inputs, limits))):
                members = [number for number, *_ in dues[index]] if line.members else [WHOLE]
                unexplained |= {(index, number) for number in members}
        _, entries = ledger.settle(dues)
        return OpenItem(self.compiled.between(place, self.row), tuple(entries), frozenset(unexplained))

    def _members(self, index: int, possible: Mapping[str, Any], unexplained: set[tuple[int, int]]) -> list[Any]:
        """Of a list's account the least that each member takes that is there."""
        line, layout = self.compiled.ledger.accounts[index].line, self.compiled.layout
        (fact,) = layout.find({line.members})
        if self.row[fact.start] is None:
            return []
        own = frozenset(key for key in inputs(line.due) if not key.startswith(f"{line.members}.*"))
        blind = any(is_missing(other, self.row) for other in layout.find(own))
        found = []
        for number, member in enumerate(known_members(fact, self.row)):
            fields = {f"{fact.key}.*{end}": value for end, value in member.items()}
            least = _least(bounds(line.due, {**possible, **fields}), self.compiled.ledger.scale)
            if least:
                found.append((number, least, self.row[fact.start][number][0]))
            if blind or None in self.row[fact.start][number]:
                unexplained.add((index, number))
        return found


def _least(due: Interval, scale: int) -> Number:
    """The least that an account takes, in multiples of 1/scale."""
    if isinstance(due.low, float):
        return 0
    return int_if_whole(due.low * scale)
