"""What came of a reason, in words: lost, earned in part, cut short by what was left, given beyond full marks."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from kaohe.backends.spoken_numbers import Numeral, set_close, spoken_points
from kaohe.compiler.accounts import Part
from kaohe.expr.tree import Const
from kaohe.messages import Language, say
from kaohe.rubric.rule_parts.rule import Line


@dataclass(frozen=True, slots=True)
class Outcome:
    """Points that were asked for and taken on one line of an account, beside what its part and its item have."""

    line: Line
    part: Part
    due: Numeral
    applied: Numeral
    alone: bool
    """Whether it is the only line of its account."""
    part_lost: Callable[[], Numeral]
    """What the part had lost after its turn."""
    item_lost: Callable[[], Numeral]
    """What the item had lost above its zero after its turn; what is given beyond its points is there before."""
    pool: Fraction
    """The points of the item that those draw on that go on to its zero."""


@dataclass(frozen=True, slots=True)
class OutcomeWords:
    """Says outcomes after their reason, `why`; numbers may be known or not."""

    language: Language

    def told(self, why: str, one: Outcome) -> str:
        """Of any part but a penalty."""
        if one.part.floor == "veto":
            return self._veto(why, one.due, one.applied)
        if one.due < 0 or one.applied < 0:
            return self._gained(why, one)
        if one.applied == one.due:
            return self._all_taken(why, one)
        return self._say("cut", why=why, due=one.due, limit=self._limit(one))

    def penalty(self, why: str, applied: Numeral, score: Numeral, *, last: bool) -> str:
        """`last` where the ledger of the item ends with it."""
        return self._say("penalty_below" if last and score < 0 else "penalty", why=why, applied=applied, score=score)

    def plainly(self, why: str, taken: Numeral) -> str:
        """What was taken, or given where it is below zero, for a reason that is no account's."""
        if taken < 0:
            return self._say("bonus", why=why, gained=0 - taken)
        return self._say("lost", why=why, applied=taken)

    def _all_taken(self, why: str, one: Outcome) -> str:
        """Where all that is due was taken."""
        applied, points = one.applied, one.part.points
        if applied == points and one.alone:
            return self._say("all_lost", why=why, points=applied)
        if one.line.earns and applied < points:
            return self._say("partly_earned", why=why, earned=points - applied, applied=applied)
        return self._say("lost", why=why, applied=applied)

    def _gained(self, why: str, one: Outcome) -> str:
        asked, gained, points = 0 - one.due, 0 - one.applied, one.part.points
        if asked > 0 and not gained:
            return self._say("bonus_gone", why=why, asked=asked)
        if points and one.line.earns:
            return self._say("above_full", why=why, earned=points + gained, gained=gained)
        return self._say("bonus", why=why, gained=gained)

    def _veto(self, why: str, due: Numeral, applied: Numeral) -> str:
        code = "veto" if applied == due else "veto_rest" if applied else "veto_gone"
        return self._say(code, why=why, points=due, applied=applied)

    def _limit(self, one: Outcome) -> str:
        """What cut it short: a limit of its own, what its part had left, or what the item had left."""
        own, part, applied = one.line.limit, one.part, one.applied
        if isinstance(own, Const) and own.value == applied:
            code = "at_most" if applied else "at_most_gone"
        elif part.floor == "part" and one.part_lost() >= part.points:
            code = "part_gone" if not applied else "part_alone" if applied == part.points else "part_left"
        elif part.floor == "item" and one.item_lost() >= one.pool:
            code = "item_left" if applied else "item_gone"
        else:
            code = "at_most" if applied else "at_most_gone"
        return self._say(code, points=part.points, applied=applied)

    def _say(self, code: str, **parameters: Numeral) -> str:
        """With every number as it is read aloud."""
        words = {
            key: one if isinstance(one, str) else spoken_points(one, self.language) for key, one in parameters.items()
        }
        return set_close(say(f"reason.{code}", self.language, **words), self.language)
