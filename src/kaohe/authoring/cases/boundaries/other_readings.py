"""Cases that show what hangs on how a passage is read: the same facts by the rubric as it is, and read otherwise."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace

from kaohe.authoring.cases.boundaries.begun_row import Row
from kaohe.authoring.cases.boundaries.boundary_case import BoundaryCase, CaseMaker
from kaohe.authoring.cases.boundaries.fact_rows import CaseRow
from kaohe.authoring.cases.boundaries.item_course import ItemCourse
from kaohe.authoring.cases.boundaries.item_rows import ItemRows
from kaohe.formulas.scope import UnknownReference
from kaohe.messages import Language, say
from kaohe.problems import Problems
from kaohe.rubric.rule_parts.rule import Reading
from kaohe.scoring.scorer import Scorer

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
        differing = [one for one in every.values() if self._differ(one.row, other)]
        maker = CaseMaker(scorer, self._language, self._common, {name: option})
        meaning = reading.options[option].meaning
        for one in self._chosen(differing, other):
            if one.row not in shown and (case := self._maker.of_item(self._place, one, rows[0].row)) is not None:
                shown.add(one.row)
                yield case
            case = maker.of_item(self._place, one, rows[0].row)
            if case is not None:
                told = say("boundary.read", self._language, name=case.name, words=reading.words, meaning=meaning)
                yield replace(case, raw={**case.raw, "name": told}, reading=f"“{reading.words}”：{meaning}")

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
