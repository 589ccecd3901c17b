"""Points lost by a unit, account by account, and what is left of its items: the trees of the ledger, run.

All in whole numbers of 1/scale points; what is left and what was applied add up to full marks, exactly.
"""

from collections.abc import Sequence
from fractions import Fraction
from itertools import accumulate, compress
from math import lcm
from typing import Any

from kaohe.backends.exact import Members, compile_trees, round_half_up, scale_of
from kaohe.compiler.accounts import Account, Floor, ItemAccounts, Part
from kaohe.compiler.row_layout import RowLayout
from kaohe.expr.numbers import Number, added, int_if_whole
from kaohe.expr.tree import Expr
from kaohe.scoring.settlement import WHOLE, Entry, Settle, compile_settlement

POOLED: tuple[Floor, ...] = ("part", "item")
"""The floors of parts that never go below the item's zero."""
ROUNDING = -1
"""The account of the first item's rounding; the next item's is one less."""


class Ledger:
    """A rubric's accounts, compiled once for any number of units. Accounts stand in the order in which they drain."""

    def __init__(self, items: Sequence[ItemAccounts], layout: RowLayout, places: int) -> None:
        self._items = items
        self.accounts: list[Account] = [account for item in items for account in item.accounts]
        self.limits = [limit for item in items for limit in item.limits()]
        dues = [account.line.due for account in self.accounts]
        self.scale = lcm(scale_of(dues), 10**places, *(one.item.points.denominator for one in items))
        self.points = [int_if_whole(one.item.points * self.scale) for one in items]
        self._exact: dict[Number, Fraction] = {}
        self._unit = self.scale // 10**places
        self._decimals = places
        self._parts = [part for item in items for part in item.parts for _ in part.accounts]
        self._places = [
            place for place, part in enumerate(part for item in items for part in item.parts) for _ in part.accounts
        ]
        self._starts = [0, *accumulate(len(list(item.accounts)) for item in items)]
        self._limit_starts = [*accumulate((len(item.limits()) for item in items), initial=len(self.accounts))]
        self._item_of = [place for place, item in enumerate(items) for _ in item.accounts]
        self._settlements: list[Settle | None] = [None] * len(items)
        self._dues = compile_trees(
            [*map(_output, self.accounts), *self.limits], layout.slots, self.scale, layout.divided
        )

    def exact(self, scaled: Number) -> Fraction:
        """A number of points; the same few come again and again."""
        found = self._exact.get(scaled)
        if found is None:
            found = self._exact[scaled] = Fraction(scaled, self.scale)
        return found

    def item_of(self, entry: Entry) -> int:
        """The place of the item that an entry belongs to."""
        return ROUNDING - entry.account if entry.account < 0 else self._item_of[entry.account]

    def item_at(self, account: int) -> int:
        """The place of the item that an account belongs to."""
        return self._item_of[account]

    def part_of(self, account: int) -> Part:
        """The part that an account drains."""
        return self._parts[account]

    def part_at(self, entry: Entry) -> int:
        """The place of that part among all; below zero for a rounding."""
        return entry.account if entry.account < 0 else self._places[entry.account]

    def pool(self, entry: Entry) -> Fraction:
        """The points of its item that those draw on that go on to the item's zero."""
        return added(part.points for part in self._items[self.item_of(entry)].parts)

    def of_item(self, item: int) -> range:
        """The accounts of an item."""
        return range(self._starts[item], self._starts[item + 1])

    def limits_of(self, item: int) -> range:
        """Where the limits of an item that rest on facts stand behind the dues of all accounts."""
        return range(self._limit_starts[item], self._limit_starts[item + 1])

    def limit(self, place: int) -> Expr:
        """The tree of the limit at a place behind all dues."""
        return self.limits[place - len(self.accounts)]

    def score(self, row: Sequence[Any]) -> tuple[list[Number], list[Entry]]:
        """Every item's score and all entries, for a row in which no fact is missing."""
        return self.settle(self._dues(row))

    def dues(self, row: Sequence[Any]) -> tuple[Any, ...]:
        """What each account asks for; of a list, (member's place, number, name) for each that asks; then the limits."""
        return self._dues(row)

    def settle(self, dues: Sequence[Any]) -> tuple[list[Number], list[Entry]]:
        """What is applied of what is due; the entries come in the accounts' order."""
        scores: list[Any] = self.points.copy()
        entries: list[Entry] = []
        settlements, enter, whole = self._settlements, entries.append, True
        for item in dict.fromkeys(compress(self._item_of, dues)):  # accounts that ask for nothing take nothing
            taken = (settlements[item] or self._compiled(item))(dues, enter)
            scores[item] -= taken
            whole = whole and type(taken) is int
        if self._unit != 1 or not whole:
            self._round(scores, entries)
        return scores, entries

    def _compiled(self, item: int) -> Settle:
        """An item is compiled when one of its accounts first asks for something: of one unit's items few do."""
        settle = self._settlements[item] = compile_settlement(
            self._items[item], self._starts[item], self._limit_starts[item], self.scale
        )
        return settle

    def _round(self, scores: list[Number], entries: list[Entry]) -> None:
        """Only a score that is no multiple of the last decimal needs it."""
        for item, score in enumerate(scores):
            if score % self._unit:
                rounded = round_half_up(Fraction(score, self.scale), self._decimals) * self.scale
                entries.append(Entry(ROUNDING - item, WHOLE, score - rounded, score - rounded))
                scores[item] = rounded


def _output(account: Account) -> Any:
    return Members(account.line.members, account.line.due) if account.line.members else account.line.due
