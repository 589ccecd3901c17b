"""No reasons at all: for those who want points alone, as sentences take longer than points."""

from collections.abc import Sequence
from fractions import Fraction

from kaohe.scoring.settlement import Entry
from kaohe.submission.gaps import Row
from kaohe.submission.reader import Why


class SilentReasons:
    """Says nothing wherever `Reasons` says why points were lost in an item."""

    def rests_on(self, place: int) -> frozenset[int]:  # noqa: ARG002
        return frozenset()

    def why(self, entry: Entry, row: Row, entries: Sequence[Entry], score: Fraction) -> str:  # noqa: ARG002
        return ""

    def fact(self, entry: Entry, row: Row) -> str:  # noqa: ARG002
        return ""

    def arithmetic(self, entry: Entry, row: Row) -> str:  # noqa: ARG002
        return ""

    def rounding(self, taken: Fraction) -> str:  # noqa: ARG002
        return ""

    def judged(self, why: Why, taken: Fraction) -> str:  # noqa: ARG002
        return ""

    def certain(self, taken: Fraction) -> str:  # noqa: ARG002
        return ""
