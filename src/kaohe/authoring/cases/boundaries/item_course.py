"""One item as functions of a row of facts: its score, what is due on its accounts, where its course turns."""

from fractions import Fraction
from functools import cached_property
from typing import Any

from kaohe.analysis.improving.movable_facts import ALONE, Movable
from kaohe.authoring.cases.boundaries.begun_row import Row
from kaohe.authoring.cases.boundaries.fact_values import Constants
from kaohe.authoring.cases.boundaries.score_targets import item_targets
from kaohe.authoring.cases.boundaries.turns import Turn, constants, turns
from kaohe.backends.exact import Compiled, Members, compile_trees
from kaohe.compiler.accounts import ItemAccounts
from kaohe.compiler.row_layout import Fact
from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.expr.tree import Const, Expr
from kaohe.expr.tree_questions import defined
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.submission.gaps import is_missing


class ItemCourse:
    """The item at a place of a compiled rubric."""

    def __init__(self, compiled: CompiledRubric, place: int, common: Row = ()) -> None:
        """`common` is what is known for all units; with it, what its score is compared with above counts as turns."""
        self.compiled, self.place = compiled, place
        self.accounts: ItemAccounts = compiled.items[place]
        self.facts: tuple[Fact, ...] = compiled.reads[place]
        """The facts that its score rests on."""
        self._score = compiled.score(place)
        self._places = [at for fact in self.facts for at in fact.places()]
        self._needed = [one.start for one in self.facts if compiled.optional.isdisjoint(one.keys())]
        self._lists = [fact for fact in self.facts if fact.indicator.list]
        self._scores: dict[Row, Fraction | None] = {}
        targets = item_targets(compiled, place, common) if common else ()
        self.turns: tuple[Turn, ...] = (*turns(self._score), *(Turn(self._score - Const(one)) for one in targets))
        self._runs: dict[str, Compiled] = {}

    @property
    def constants(self) -> Constants:
        """The numbers that its clauses name."""
        return constants(self._score)

    def score(self, row: Row) -> Fraction | None:
        """None where a fact is missing or must apply and does not, or something can't be computed."""
        known = tuple([row[at] for at in self._places])
        if known not in self._scores:
            self._scores[known] = self._computed(row)
        return self._scores[known]

    def _computed(self, row: Row) -> Fraction | None:
        if any(row[at] is None for at in self._places) or any(row[at] is NOT_APPLICABLE for at in self._needed):
            return None
        if any(is_missing(fact, row) for fact in self._lists):
            return None
        sound, number = self._scored(row)
        return Fraction(number) if sound else None

    def seen(self, row: Row) -> tuple[Any, ...]:
        """What people see of it: the score, and what is due on each account, of a list's members on each of them."""
        return (self.score(row), self._due(row))

    def course(self, row: Row, spot: Movable) -> tuple[Fraction, ...]:
        """The number of each turn; of those of members, that of the member whose fact it is."""
        found = self._turned("", row)
        if spot.member != ALONE:
            fields = row[spot.fact.start][spot.member][1:]
            found = (*found, *self._turned(spot.fact.key, (*row, *fields)))
        return tuple(map(Fraction, found))

    def turns_of(self, spot: Movable) -> tuple[Turn, ...]:
        """The turns of which `course` has the numbers."""
        inside = (spot.fact.key,) if spot.member != ALONE else ()
        return tuple(turn for members in ("", *inside) for turn in self.turns if turn.members == members)

    def _turned(self, members: str, row: Row) -> tuple[Any, ...]:
        if members not in self._runs:
            numbers = [turn.number for turn in self.turns if turn.members == members]
            layout = self.compiled.layout
            slots = layout.member_slots() if members else layout.slots
            self._runs[members] = compile_trees(numbers, slots, 1, frozenset(), layout.inner_slots())
        return self._runs[members](row)

    @cached_property
    def _scored(self) -> Compiled:
        sound = defined(self._score)
        trees = [Const(True) if sound is None else sound, self._score]
        return compile_trees(trees, self.compiled.layout.slots, 1, self.compiled.layout.divided)

    @cached_property
    def _due(self) -> Compiled:
        dues: list[Expr | Members] = [
            Members(one.line.members, one.line.due) if one.line.members else one.line.due
            for one in self.accounts.accounts
        ]
        return compile_trees(dues, self.compiled.layout.slots, 1, self.compiled.layout.divided)
