"""Cases that show what hangs on how a passage is read: the same facts by the rubric as it is, and read otherwise."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace

from kaohe.authoring.cases.boundaries.begun_row import Row
from kaohe.authoring.cases.boundaries.boundary_case import BoundaryCase, CaseMaker
from kaohe.authoring.cases.boundaries.fact_rows import CaseRow
from kaohe.authoring.cases.boundaries.item_course import ItemCourse
from kaohe.authoring.cases.boundaries.item_rows import ItemRows
from kaohe.compiler.accounts import Account
from kaohe.expr.tree import Expr, Input
from kaohe.expr.tree_questions import facts_read
from kaohe.formulas.scope import UnknownReference
from kaohe.messages import Language, say
from kaohe.problems import Problems
from kaohe.rubric.model import Veto
from kaohe.rubric.rule_parts.rule import Reading, Rule
from kaohe.scoring.scorer import Scorer

CHANGED = ("edge", "other", "members", "none", "inapplicable", "several", "worst")
MOST = 8
"""So many rows are shown of one alternative at most."""


class OtherReadings:
    """Those of one item, each alternative alone beside what the rubric has chosen for all else."""

    def __init__(
        self, scorer_of: Callable[[Mapping[str, str]], Scorer], language: Language, common: Row, place: int
    ) -> None:
        self._scorer_of, self._language, self._common, self._place = scorer_of, language, common, place
        self._scorer = scorer_of({})
        self._course = ItemCourse(self._scorer.compiled, place, common)
        self._maker = CaseMaker(self._scorer, language, common, {})

    def cases(self, rows: Sequence[CaseRow]) -> Iterator[BoundaryCase]:
        """`rows` are those that the item has cases of anyway."""
        shown = {one.row for one in rows}
        item = self._scorer.compiled.rubric.items()[self._place][1]
        for name, reading in item.readings():
            for option in reading.options:
                if option != reading.chosen:
                    with suppress(Problems, UnknownReference):  # it does not go with what is chosen
                        yield from self._alternative(name, reading, option, rows, shown)

    def _alternative(
        self, name: str, reading: Reading, option: str, rows: Sequence[CaseRow], shown: set[Row]
    ) -> Iterator[BoundaryCase]:
        scorer = self._scorer_of({name: option})
        other = ItemCourse(scorer.compiled, self._place, self._common)
        own = ItemRows(other, self._common).rows()
        every = {one.row: one for one in (*own, *rows) if one.why != "missing"}
        chosen = self._chosen([one for one in every.values() if self._differ(one.row, other)], other)
        for one in chosen:
            if one.row not in shown and (case := self._maker.of_item(self._place, one, rows[0].row)) is not None:
                shown.add(one.row)
                yield case
        maker = CaseMaker(scorer, self._language, self._common, {name: option})
        told = f"“{reading.words}”：{reading.options[option].meaning}"
        rest = [one for one in own if one not in chosen and self._concerns(one, reading, other)]
        for one in (*chosen, *rest):
            case = maker.of_item(self._place, one, rows[0].row)
            if case is not None:
                yield replace(case, raw=self._named(case, reading, option), reading=told, same=one in rest)

    def _named(self, case: BoundaryCase, reading: Reading, option: str) -> dict[str, object]:
        meaning = reading.options[option].meaning
        name = say("boundary.read", self._language, name=case.name, words=reading.words, meaning=meaning)
        return {**case.raw, "name": name}

    def _concerns(self, one: CaseRow, reading: Reading, other: ItemCourse) -> bool:
        """Whether facts are changed that the passage's own rule or veto rests on, as it is read."""
        item = other.accounts.item
        lists: dict[str, Sequence[Rule | Veto]] = {"rules": item.rules, "vetoes": item.vetoes}
        holders = [
            (name, at)
            for name, several in lists.items()
            for at, holder in enumerate(several)
            if any(each.id == reading.id for each in holder.readings)
        ]
        trees = [tree for account in other.accounts.accounts if account.place in holders for tree in _trees(account)]
        read = facts_read(*trees)
        concerned = [not read.isdisjoint(fact.keys()) for fact in one.facts]
        together = any if one.why in ("several", "worst") else all
        return one.why in CHANGED and together(concerned)

    def _differ(self, row: Row, other: ItemCourse) -> bool:
        """Whether a row is scored both ways, and otherwise."""
        scores = self._course.score(row), other.score(row)
        return None not in scores and scores[0] != scores[1]

    def _chosen(self, differing: Sequence[CaseRow], other: ItemCourse) -> Sequence[CaseRow]:
        """Of many, one for each pair of scores; those in which least is changed first."""
        pairs: dict[object, CaseRow] = {}
        for one in sorted(differing, key=lambda each: len(each.facts)):
            pairs.setdefault((self._course.score(one.row), other.score(one.row)), one)
        return [*pairs.values()][:MOST]


def _trees(account: Account) -> Iterator[Expr]:
    """What an account's points rest on."""
    yield account.line.due
    yield from (limit for limit in (account.line.limit,) if limit is not None)
    if account.line.members:
        yield Input(account.line.members)
