"""What the entries of a ledger took or gave, said after their reasons."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import lru_cache

from kaohe.expr.numbers import added
from kaohe.messages import Language
from kaohe.scoring.ledger import POOLED, Ledger
from kaohe.scoring.outcomes import Outcome, OutcomeWords
from kaohe.scoring.settlement import WHOLE, Entry

MOST_KEPT = 4096
"""So many outcomes are kept: a batch repeats a few many thousand times."""


class PointsTold:
    """The words of outcomes for one ledger."""

    def __init__(self, ledger: Ledger, language: Language) -> None:
        self._ledger, self._words = ledger, OutcomeWords(language)
        self._kept = lru_cache(maxsize=MOST_KEPT)(self._outcome)

    def told(self, why: str, entry: Entry, entries: Sequence[Entry], score: Fraction) -> str:
        """`why` with what came of it; `entries` are all of the item, `score` is what it got."""
        if self._ledger.part_of(entry.account).floor == "penalty":
            applied = self._ledger.exact(entry.applied)
            return self._words.penalty(why, applied, score, last=entry is entries[-1])
        return self._kept(why, entry, tuple(entries))

    def plainly(self, why: str, taken: Fraction) -> str:
        """What was taken, or given where it is below zero, for a reason that is no account's."""
        return self._words.plainly(why, taken)

    def _outcome(self, why: str, entry: Entry, entries: Sequence[Entry]) -> str:
        ledger = self._ledger
        outcome = Outcome(
            line=ledger.accounts[entry.account].line,
            part=ledger.part_of(entry.account),
            due=ledger.exact(entry.due),
            applied=ledger.exact(entry.applied),
            alone=entry.member == WHOLE,
            part_lost=lambda: self._taken(entry, entries),
            item_lost=lambda: self._pooled(entry, entries),
            pool=ledger.pool(entry),
        )
        return self._words.told(why, outcome)

    def _taken(self, entry: Entry, entries: Sequence[Entry]) -> Fraction:
        mine = self._ledger.part_at(entry)
        return self._sum(one for one in entries if self._ledger.part_at(one) == mine and one.account <= entry.account)

    def _pooled(self, entry: Entry, entries: Sequence[Entry]) -> Fraction:
        floors = {one.account: self._ledger.part_of(one.account).floor for one in entries if one.account >= 0}
        own = [one for one in entries if floors.get(one.account) in POOLED]
        endless = {self._ledger.part_at(one): one for one in entries if floors.get(one.account) == "none"}
        taken = self._sum(one for one in own if one.account <= entry.account or one.applied < 0)
        return taken + added(self._within(last, entries) for last in endless.values())

    def _within(self, last: Entry, entries: Sequence[Entry]) -> Fraction:
        """What a part without a floor has lost of its own points, by the last entry of it."""
        return min(self._ledger.part_of(last.account).points, max(Fraction(0), self._taken(last, entries)))

    def _sum(self, entries: Iterable[Entry]) -> Fraction:
        return added(self._ledger.exact(one.applied) for one in entries)
