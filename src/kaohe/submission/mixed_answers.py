"""Facts that apply together or not at all, of which a unit says that some apply and others do not."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from kaohe.compiler.row_layout import Fact, RowLayout
from kaohe.expr.not_applicable import NOT_APPLICABLE


class MixedAnswers:
    """The groups of one rubric."""

    def __init__(self, layout: RowLayout) -> None:
        grouped = sorted((fact for fact in layout.facts if fact.group), key=lambda fact: (fact.group, fact.start))
        self._groups = [tuple(facts) for _, facts in groupby(grouped, key=lambda fact: fact.group)]

    def find(self, row: Sequence[Any]) -> Iterator[tuple[Fact, Fact]]:
        """Of each group that is answered both ways, a fact that does not apply and one that is reported."""
        for group in self._groups:
            gone = [fact for fact in group if row[fact.start] is NOT_APPLICABLE]
            there = [fact for fact in group if fact not in gone and _reported(fact, row)]
            if gone and there:
                yield gone[0], there[0]


def _reported(fact: Fact, row: Sequence[Any]) -> bool:
    """Whether anything is said of it."""
    return any(value is not None for value in row[fact.start : fact.start + fact.width()])
