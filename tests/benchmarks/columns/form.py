"""What the clauses of the employment form say again and again, in the words of whoever computes it.

A peer is a `Words`: what `when`, `least` and the rest are in its language. Numbers are whole: points in hundredths, the
provincial pass rate in millionths. Data use (6.6) sums over a list, which most peers have no words for: it is left out
for all of them alike, and so are its section and the total.
"""

from typing import Any, Protocol

POINT = 100
PASS_RATE_UNIT = 1_000_000
Value = Any
"""A number or a condition in a peer's language, with Python's operators."""


class Words(Protocol):
    """A peer's language, beside Python's operators for arithmetic, comparisons, `&`, `|` and `~`."""

    def fact(self, name: str) -> Value: ...

    def when(self, condition: Value, then: Value, otherwise: Value) -> Value: ...

    def quotient(self, above: Value, below: Value) -> Value:
        """The whole part of a number that is not below zero by one that is above."""

    def same(self, left: Value, right: Value) -> Value: ...

    def result(self, name: str, value: Value) -> Value:
        """A result under its name, to be used again."""


class Form:
    """The clauses, in the words of a peer."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.when = words.when

    def __getitem__(self, name: str) -> Value:
        return self.words.fact(name)

    def gone(self, name: str) -> Value:
        return self.words.fact(f"gone.{name}")

    def gets(self, points: float, condition: Value) -> Value:
        """得…分，否则不得分."""
        return self.when(condition, int(points * POINT), 0)

    def all_of(self, points: float, item: str, names: str) -> Value:
        """Points where each of the flags holds."""
        first, *rest = (self[f"{item}.{name}"] for name in names.split())
        for one in rest:
            first = first & one  # not in place: arrays would change
        return self.gets(points, first)

    def less(self, points: float, each: float, counted: Value) -> Value:
        """每有一次扣…分，扣完为止; the points are some times what each takes away."""
        most = round(points / each)
        return self.when(counted < most, int(points * POINT) - counted * int(each * POINT), 0)

    def counted(self, points: float, each: float, name: str) -> Value:
        return self.less(points, each, self[name])

    def grown(self, fact: str) -> Value:
        """增加得2分，增加1%到2%之间的再得1分，超过2%（含2%）的再得2分."""
        now, before = self[f"{fact}.current"], self[f"{fact}.previous"]
        risen = now - before
        more = self.when(risen * 50 >= before, 2 * POINT, self.when(risen * 100 >= before, POINT, 0))
        return self.when(risen > 0, more + 2 * POINT, 0)

    def short(self, points: float, each: float, above: Value, below: Value) -> Value:
        """每低…扣…分，扣完为止; `above` over `below` are the steps, of which begun ones do not count."""
        lost = self.words.quotient(above, below)
        return self.when(above > 0, self.less(points, each, lost), int(points * POINT))
