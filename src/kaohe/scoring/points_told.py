"""What an account took or gave, said after its reason: lost, earned in part, cut short by what was left."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import lru_cache

from kaohe.backends.spoken_numbers import set_close, spoken_points
from kaohe.compiler.accounts import Part
from kaohe.expr.numbers import added
from kaohe.expr.tree import Const
from kaohe.messages import Language, say
from kaohe.scoring.ledger import POOLED, Ledger
from kaohe.scoring.settlement import WHOLE, Entry

MOST_KEPT = 4096
"""So many outcomes are kept: a batch repeats a few many thousand times."""


class PointsTold:
    """The words of outcomes for one ledger."""

    def __init__(self, ledger: Ledger, language: Language) -> None:
        self._ledger, self._language = ledger, language
        self._kept = lru_cache(maxsize=MOST_KEPT)(self._outcome)

    def told(self, why: str, entry: Entry, entries: Sequence[Entry], score: Fraction) -> str:
        """`why` with what came of it; `entries` are all of the item, `score` is what it got."""
        if self._ledger.part_of(entry.account).floor == "penalty":
            code = "penalty_below" if score < 0 and entry is entries[-1] else "penalty"
            return self._say(code, why=why, applied=self._ledger.exact(entry.applied), score=score)
        return self._kept(why, entry, tuple(entries))

    def _outcome(self, why: str, entry: Entry, entries: Sequence[Entry]) -> str:
        exact, part = self._ledger.exact, self._ledger.part_of(entry.account)
        due, applied = exact(entry.due), exact(entry.applied)
        if part.floor == "veto":
            return self._veto(why, due, applied)
        if due < 0 or applied < 0:
            return self._gained(why, part, entry, -due, -applied)
        if applied == due:
            return self._all_taken(why, entry, applied)
        limit = self._limit(part, entry, entries, applied)
        return self._say("cut", why=why, due=due, limit=limit)

    def plainly(self, why: str, taken: Fraction) -> str:
        """What was taken, or given where it is below zero, for a reason that is no account's."""
        if taken < 0:
            return self._say("bonus", why=why, gained=-taken)
        return self._say("lost", why=why, applied=taken)

    def _all_taken(self, why: str, entry: Entry, applied: Fraction) -> str:
        """Where all that is due was taken."""
        line, part = self._ledger.accounts[entry.account].line, self._ledger.part_of(entry.account)
        if applied == part.points and entry.member == WHOLE:
            return self._say("all_lost", why=why, points=applied)
        if line.earns and applied < part.points:
            return self._say("partly_earned", why=why, earned=part.points - applied, applied=applied)
        return self._say("lost", why=why, applied=applied)

    def _gained(self, why: str, part: Part, entry: Entry, asked: Fraction, gained: Fraction) -> str:
        if asked > 0 and not gained:
            return self._say("bonus_gone", why=why, asked=asked)
        if part.points and self._ledger.accounts[entry.account].line.earns:
            return self._say("above_full", why=why, earned=part.points + gained, gained=gained)
        return self._say("bonus", why=why, gained=gained)

    def _veto(self, why: str, due: Fraction, applied: Fraction) -> str:
        code = "veto" if applied == due else "veto_rest" if applied else "veto_gone"
        return self._say(code, why=why, points=due, applied=applied)

    def _limit(self, part: Part, entry: Entry, entries: Sequence[Entry], applied: Fraction) -> str:
        """What cut it short: a limit of its own, what its part had left, or what the item had left."""
        own = self._ledger.accounts[entry.account].line.limit
        if isinstance(own, Const) and own.value == applied:
            code = "at_most" if applied else "at_most_gone"
        elif part.floor == "part" and self._taken(entry, entries) >= part.points:
            code = "part_gone" if not applied else "part_alone" if applied == part.points else "part_left"
        elif part.floor == "item" and self._pooled(entry, entries) >= self._ledger.pool(entry):
            code = "item_left" if applied else "item_gone"
        else:
            code = "at_most" if applied else "at_most_gone"
        return self._say(code, points=part.points, applied=applied)

    def _taken(self, entry: Entry, entries: Sequence[Entry]) -> Fraction:
        """What its part had lost after its turn."""
        mine = self._ledger.part_at(entry)
        return self._sum(one for one in entries if self._ledger.part_at(one) == mine and one.account <= entry.account)

    def _pooled(self, entry: Entry, entries: Sequence[Entry]) -> Fraction:
        """What the item had lost above its floor after its turn; what is given beyond its points is there before."""
        own = [one for one in entries if one.account >= 0 and self._ledger.part_of(one.account).floor in POOLED]
        return self._sum(one for one in own if one.account <= entry.account or one.applied < 0)

    def _sum(self, entries: Iterable[Entry]) -> Fraction:
        return added(self._ledger.exact(one.applied) for one in entries)

    def _number(self, value: Fraction) -> str:
        return spoken_points(value, self._language)

    def _say(self, code: str, **parameters: object) -> str:
        """With every number as it is read aloud."""
        words = {key: self._number(one) if isinstance(one, Fraction) else one for key, one in parameters.items()}
        return set_close(say(f"reason.{code}", self._language, **words), self._language)
