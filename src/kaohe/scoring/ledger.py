"""Points lost, account by account: every cap and floor applied in the form's order, nothing lost from sight.

All in whole numbers of 1/scale points; what is due and what was applied add up to full marks minus score, exactly.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import compress
from math import inf, lcm
from typing import Any, NamedTuple

from kaohe.backends.exact import Members, compile_trees, round_half_up, scale_of
from kaohe.compiler.lowering import Account, ItemTrees, Part
from kaohe.compiler.row_layout import RowLayout
from kaohe.expr.numbers import Number, int_if_whole

WHOLE = -1
ROUNDING = -1
"""The account of the first item's rounding; the next item's is one less."""


class Entry(NamedTuple):
    """One line: its account's place (below zero for rounding), its member's place (or WHOLE), points in 1/scale."""

    account: int
    member: int
    due: Number
    applied: Number


class _Place(NamedTuple):
    """Where an account stands and what bounds it; `unpooled` are the item's points that no other part can take."""

    item: int
    part: int
    floor: str
    limit: Number | float
    each: Number | float
    unpooled: Number


class Ledger:
    """A rubric's accounts, compiled once for any number of units. Accounts stand in the order in which they drain."""

    def __init__(self, items: Sequence[ItemTrees], layout: RowLayout, places: int) -> None:
        self.items = items
        self.accounts: list[Account] = [a for trees in items for part in trees.parts for a in part.accounts]
        dues = [account.line.due for account in self.accounts]
        self.scale = lcm(scale_of(dues), 10**places, *(trees.item.points.denominator for trees in items))
        self.points = [self._scaled(trees.item.points) for trees in items]
        self._exact: dict[Number, Fraction] = {}
        self._unit = self.scale // 10**places
        self._decimals = places
        parts = [(item, part) for item, trees in enumerate(items) for part in trees.parts]
        self._places = [
            self._place(number, *parts[number], a) for number in range(len(parts)) for a in parts[number][1].accounts
        ]
        self._gates = [account.line.gate for account in self.accounts]
        self._bounded = self._bounded_parts()
        self._indices = range(len(self.accounts))
        self._dues = compile_trees(
            [_output(account) for account in self.accounts], layout.slots(), self.scale, layout.divided()
        )

    def exact(self, scaled: Number) -> Fraction:
        """A number of points; the same few come again and again."""
        found = self._exact.get(scaled)
        if found is None:
            found = self._exact[scaled] = Fraction(scaled, self.scale)
        return found

    def item_of(self, entry: Entry) -> int:
        """The place of the item that an entry belongs to."""
        return ROUNDING - entry.account if entry.account < 0 else self._places[entry.account].item

    def floor_of(self, entry: Entry) -> str:
        """How far the part of an entry's account may be drained."""
        return self._places[entry.account].floor

    def of_item(self, item: int) -> list[int]:
        """The accounts of an item."""
        return [index for index in self._indices if self._places[index].item == item]

    def score(self, row: Sequence[Any]) -> tuple[list[Number], list[Entry]]:
        """Every item's score and all entries, for a row in which no fact is missing."""
        return self.settle(self._dues(row))

    def dues(self, row: Sequence[Any]) -> tuple[Any, ...]:
        """What each account takes before any cap; of a list, (member's place, number) for each that takes any."""
        return self._dues(row)

    def settle(self, dues: Sequence[Any]) -> tuple[list[Number], list[Entry]]:
        """Caps and floors applied to what is due; the entries come in the accounts' order."""
        scores: list[Any] = self.points.copy()
        entries: list[Entry] = []
        rest: list[int] = []
        bounded, append, new = self._bounded, entries.append, tuple.__new__
        current, room, closed = -1, 0, False
        for index in compress(self._indices, dues):
            place, due = bounded[index], dues[index]
            if place is None:
                rest.append(index)
                continue
            item, part, limit, gate = place
            if part != current:
                current, room, closed = part, limit, False
            taken = 0 if closed else due if gate or due < room else room
            room, closed = room - taken, closed or gate
            scores[item] -= taken
            append(new(Entry, (index, WHOLE, due, taken)))
        if rest:
            self._settle_rest(rest, dues, scores, entries)
            entries.sort()
        if self._unit != 1 or set(map(type, scores)) != {int}:
            self._round(scores, entries)
        return scores, entries

    def _settle_rest(self, indices: list[int], dues: Sequence[Any], scores: list[Any], entries: list[Entry]) -> None:
        """Lists, and accounts that reach beyond their part's own points."""
        drain = _Drain(scores, entries, {self._places[i].part for i in indices if self._gates[i]}, {}, {})
        pooled = [i for i in indices if self._places[i].floor == "item" and _gives(dues[i])]
        for index in (
            *pooled,
            *(index for index in indices if index not in pooled),
        ):  # what is gained can be lost again
            if self._gates[index]:
                drain.close(index, dues[index], self._places[index])
            elif _gives(dues[index]):
                drain.gain(index, dues[index], self._places[index])
            else:
                drain.take(index, dues[index], self._places[index])

    def _round(self, scores: list[Any], entries: list[Entry]) -> None:
        """Only a score that is no multiple of the last decimal needs it."""
        for item, score in enumerate(scores):
            if score % self._unit:
                rounded = round_half_up(Fraction(score, self.scale), self._decimals) * self.scale
                entries.append(Entry(ROUNDING - item, WHOLE, score - rounded, score - rounded))
                scores[item] = rounded

    def _place(self, number: int, item: int, part: Part, account: Account) -> _Place:
        limit = inf if part.limit is None else self._scaled(part.points if account.line.gate else part.limit)
        each = inf if account.line.limit is None else self._scaled(account.line.limit)
        apart = sum((other.points for other in self.items[item].parts if other.floor == "none"), Fraction(0))
        return _Place(item, number, part.floor, limit, each, self._scaled(apart) if part.floor == "item" else 0)

    def _bounded_parts(self) -> list[tuple[int, int, Any, bool] | None]:
        """Item, part, limit and gate of the accounts of parts that stop at their own zero and have no list, as most do.

        They stand together and in order, so that nothing but what the part has left is to be kept count of.
        """
        beyond = {
            place.part
            for place, account in zip(self._places, self.accounts, strict=True)
            if place.floor != "part" or place.each != inf or account.line.members
        }
        places = zip(self._places, self._gates, strict=True)
        return [None if one.part in beyond else (one.item, one.part, one.limit, gate) for one, gate in places]

    def _scaled(self, points: Fraction) -> Number:
        return int_if_whole(points * self.scale)


@dataclass(slots=True)
class _Drain:
    """The state of a settlement: what each part may still lose, and what a closed gate has taken of it already."""

    scores: list[Any]
    entries: list[Entry]
    gated: set[int]
    rooms: dict[int, Any]
    closed: dict[int, Any]

    def close(self, index: int, due: Any, place: _Place) -> None:
        """A gate takes its part's points; what other accounts ask of the part is first counted against them."""
        taken = 0 if place.part in self.closed else min(due, self._left(place))
        self.closed.setdefault(place.part, due)
        self._enter(index, WHOLE, due, taken, place)

    def gain(self, index: int, due: Any, place: _Place) -> None:
        """An account that gives; on a part that a gate takes, nothing."""
        given = 0 if place.part in self.gated else due
        self.rooms[place.part] = self.rooms.get(place.part, place.limit) - given
        self._enter(index, WHOLE, due, given, place)

    def take(self, index: int, due: Any, place: _Place) -> None:
        """An account; of a list, one member after another in the list's order."""
        if place.floor == "veto":  # what was gained beyond the item's points goes with them
            due = max(due, self._left(place))
        for member, one in due if isinstance(due, list) else ((WHOLE, due),):
            room = self.rooms.get(place.part, place.limit)
            asked = min(one, place.each, room)
            self.rooms[place.part] = room - asked
            spared = min(asked, self.closed.get(place.part, 0))
            if spared:
                self.closed[place.part] -= spared
            self._enter(index, member, one, min(asked - spared, self._left(place)), place)

    def _left(self, place: _Place) -> Any:
        """What the item has left to lose; a part bounded by its own points, or by nothing, is not asked."""
        if place.floor not in ("item", "veto"):
            return inf
        return max(self.scores[place.item] - place.unpooled, 0)

    def _enter(self, index: int, member: int, due: Any, taken: Any, place: _Place) -> None:
        self.entries.append(Entry(index, member, due, taken))
        self.scores[place.item] -= taken


def _gives(due: Any) -> bool:
    return not isinstance(due, list) and due < 0


def _output(account: Account) -> Any:
    return Members(account.line.members, account.line.due) if account.line.members else account.line.due
