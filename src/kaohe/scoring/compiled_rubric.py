"""A rubric made ready to score any number of units: trees, places of facts, ledger, bounds."""

from collections.abc import Container, Iterator, Mapping
from typing import Any

from kaohe.backends.bounds import bounds
from kaohe.backends.reached import reached
from kaohe.compiler.accounts import ItemAccounts
from kaohe.compiler.grade_trees import grade_trees
from kaohe.compiler.lowering import in_order
from kaohe.compiler.remainders import score
from kaohe.compiler.row_layout import Fact, RowLayout, layout
from kaohe.compiler.totals import Total, total_reads, totals
from kaohe.expr.tree import Expr
from kaohe.expr.tree_questions import IN_LIST, facts_read, inputs, unbound
from kaohe.results.score_range import ScoreRange
from kaohe.rubric.model import Rubric
from kaohe.scoring.ledger import Ledger
from kaohe.submission import gaps
from kaohe.submission.gaps import Row
from kaohe.submission.peers import peer_facts
from kaohe.submission.reader import Reader
from kaohe.submission.zero_division import ABOVE, Division, Divisions


class CompiledRubric:
    """One rubric with its readings taken; nothing in it depends on a unit."""

    def __init__(self, rubric: Rubric, sha256: str) -> None:
        self.rubric = rubric
        self.sha256 = sha256
        lowered = tuple(in_order(rubric))
        self.items: tuple[ItemAccounts, ...] = tuple(accounts for accounts, _ in lowered)
        self.commons = tuple(common for _, common in lowered)
        """What the rules of each item may name besides its own facts, as trees of facts."""
        self.layout: RowLayout = layout(rubric)
        self.totals: tuple[Total, ...] = totals(rubric, self.items)
        self.peers = peer_facts(rubric, self.layout)
        self.grades = grade_trees(rubric)
        self.optional: frozenset[str] = frozenset().union(*(trees.optional() for trees in self.items))
        self.trees = [trees for item in self.items for trees in item.trees]
        self.ledger = Ledger(self.items, self.layout, rubric.rounding.places)
        self.reads = [self.layout.find(trees.reads()) for trees in self.items]
        keys = {fact.key for facts in self.reads for fact in facts}
        self._above = {fact.key for fact in self.layout.find(total_reads(self.totals) | self._grade_reads())}
        keys |= self._above
        self.used = [fact for fact in self.layout.facts if fact.key in keys]
        idle = [fact for fact in self.layout.facts if fact.key not in keys]
        optional = self.optional.union(*(fact.keys() for fact in idle))
        self.divisions = Divisions(self._divided(), self.layout)
        self.reader = Reader(rubric, self.layout, optional)
        self._lists = [fact for fact in self.used if fact.indicator.list]
        self._single = [(fact, *fact.span()) for fact in self.used if not fact.indicator.list]
        self._scores: dict[int, Expr] = {}

    def _divided(self) -> Iterator[tuple[int, Expr, str]]:
        """Every tree that is computed from facts, with its account and the list that it runs over."""
        for place, (due, *limits) in enumerate(self.trees):
            yield place, due, self.ledger.accounts[place].line.members
            yield from ((place, limit, "") for limit in limits)
        yield from ((ABOVE, formula, "") for total in self.totals for formula in total.formulas)
        yield from ((ABOVE, tree, "") for trees in self.grades.values() for tree in (*trees.computed, *trees.events))

    def _grade_reads(self) -> frozenset[str]:
        """The keys of the facts that grades rest on."""
        return facts_read(*(tree for trees in self.grades.values() for tree in (*trees.asked, *trees.events)))

    def gaps(self, row: Row, judged: Container[int] = ()) -> tuple[Fact, ...]:
        """The indicators that some item rests on and the unit has not, or not fully, reported.

        `judged` are the places of items whose points rest on no fact any more.
        """
        missing = tuple(fact for fact in self.unreported(row) if not self._idle(fact, row))
        if not judged:
            return missing
        asked = {fact.key for place, facts in enumerate(self.reads) if place not in judged for fact in facts}
        return tuple(fact for fact in missing if fact.key in asked | self._above)

    def unreported(self, row: Row) -> tuple[Fact, ...]:
        """All indicators that the unit has not, or not fully, reported, whether something rests on them or not."""
        if None not in row and not any(gaps.is_missing(fact, row) for fact in self._lists):
            return ()
        single = [fact for fact, start, stop in self._single if None in row[start:stop]]
        lists = [fact for fact in self._lists if gaps.is_missing(fact, row)]
        return tuple(sorted((*single, *lists), key=lambda fact: fact.start))

    def _idle(self, fact: Fact, row: Row) -> bool:
        """Whether it is a judgement that nobody has to give, as no branch that can be taken reads it."""
        if fact.indicator.kind != "judgement" or fact.key in self._above:
            return False
        keys = frozenset(fact.keys())
        return not any(
            keys & _asked(tree, self.possible(place, row))
            for place, facts in enumerate(self.reads)
            if fact in facts
            for trees in self.items[place].trees
            for tree in trees
        )

    def undefined(self, row: Row, judged: Container[int] = ()) -> tuple[Division, ...]:
        """What can't be computed of a row, but for items whose points are judged: their places."""
        found = self.divisions.undefined(row)
        if not judged:
            return found
        return tuple(one for one in found if any(self.resting(account) not in judged for account in one.accounts))

    def resting(self, account: int) -> int:
        """The place of the item that an account belongs to; ABOVE is no item's."""
        return account if account == ABOVE else self.ledger.item_at(account)

    def counts_beyond(self, start: int) -> bool:
        """Whether the fact at this place of the row counts for more than its item: above it, or for other units."""
        above = (fact for fact in self.used if fact.key in self._above)
        return any(fact.start == start for fact in (*above, *(fact for one in self.peers for fact in one.facts)))

    def score(self, item: int) -> Expr:
        """The score of an item as one tree."""
        if item not in self._scores:
            self._scores[item] = score(self.items[item], self.rubric.rounding.places)
        return self._scores[item]

    def possible(self, item: int, row: Row) -> Mapping[str, Any]:
        """The facts of an item for the bounds."""
        return gaps.possible(self.reads[item], row, self.optional)

    def between(self, item: int, row: Row) -> ScoreRange:
        """What an item can become: its score where nothing is missing; something `Missing` may stand for a fact."""
        interval = bounds(self.score(item), self.possible(item, row))
        return ScoreRange(self.items[item].item.points, *interval.points())

    def whatever(self, item: int) -> ScoreRange:
        """Between what an item's points lie, whatever its facts are."""
        return self.between(item, (None,) * self.layout.width)


def _asked(tree: Expr, facts: Mapping[str, Any]) -> frozenset[str]:
    """The keys of the facts that a tree can come to read; of one that is a member's, all."""
    of_member = any(IN_LIST in key for key in unbound(tree))
    return inputs(tree) if of_member else reached(tree, facts)
