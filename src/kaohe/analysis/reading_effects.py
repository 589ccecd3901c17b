"""What units' totals become if one doubtful passage more is read in another way, for every alternative of a rubric."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from fractions import Fraction
from functools import lru_cache
from typing import Any

from kaohe.compiler.lowering import lower_item
from kaohe.compiler.totals import SECTIONS, total_reads
from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.formulas.scope import UnknownReference
from kaohe.library import rubric_files
from kaohe.messages import Language
from kaohe.problems import Problems
from kaohe.results.score_range import ScoreRange
from kaohe.results.sheet import ItemScore, Sheet
from kaohe.results.summary import Switched, UnitScore
from kaohe.rubric.model import Item, Rubric
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.scoring.points_told import MOST_KEPT
from kaohe.scoring.scored_items import score_items
from kaohe.scoring.scorer import readings_taken
from kaohe.scoring.total_scores import TotalScorer
from kaohe.source import Document
from kaohe.source.models import construct
from kaohe.submission.gaps import Row
from kaohe.submission.reader import Judgement

Side = Fraction | None
Sides = tuple[Sequence[Side], Sequence[Side]]
"""What all items have at the least and at the most."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """A way to read a passage that was not taken: `taken` is the meaning of the one that was."""

    reading: str
    words: str
    chosen: str
    taken: str
    option: str
    meaning: str


Totals = Mapping[Alternative, ScoreRange | None]
"""A unit's total under each alternative; None where it stays what it is."""


class Switches:
    """Every alternative of one rubric made ready, each alone beside the readings that were chosen for the run."""

    def __init__(
        self, document: Document, choices: Mapping[str, str], compiled: CompiledRubric, language: Language
    ) -> None:
        """`compiled` is that of the document's rubric, its readings taken by `choices`."""
        ready = _Ready(document, choices, compiled, language)
        self._found = [(one, switch) for one in _alternatives(compiled) if (switch := ready.switch(one)) is not None]

    def totals(self, row: Row, judgements: Mapping[int, Judgement], sheet: Sheet) -> Totals:
        """The totals of a unit with these facts, judgements and this sheet.

        Where an alternative can't be computed from its facts, the total is open without bounds.
        """
        items = [item for section in sheet.sections for item in section.items]
        sides = [item.low for item in items], [item.high for item in items]
        return {one: switch.total(row, judgements, sheet, items, sides) for one, switch in self._found}


def switched(units: Sequence[tuple[UnitScore, Totals]]) -> tuple[Switched, ...]:
    """Each alternative that is one for any of the units, with every unit's total."""
    alternatives = dict.fromkeys(one for _, totals in units for one in totals)
    return tuple(
        Switched(**asdict(one), totals=tuple(totals.get(one) or unit.total for unit, totals in units))
        for one in alternatives
    )


def _alternatives(compiled: CompiledRubric) -> Iterator[Alternative]:
    for one in readings_taken(compiled):
        for option, meaning in one.others:
            yield Alternative(one.id, one.words, one.chosen, one.meaning, option, meaning)


class _Ready:
    """Makes alternatives ready: where the whole is a plain sum of items that stand apart, of their item alone."""

    def __init__(
        self, document: Document, choices: Mapping[str, str], compiled: CompiledRubric, language: Language
    ) -> None:
        self._document, self._choices = document, choices
        self._compiled, self._language = compiled, language
        self._places = {trees.item.id: place for place, trees in enumerate(compiled.items)}
        self._plain = not any(total.steps for total in compiled.totals) and _apart(compiled.rubric)

    def switch(self, one: Alternative) -> "_Switch | None":
        """None where the alternative does not go with what was chosen."""
        try:
            data = rubric_files.taken(self._document, {**self._choices, one.reading: one.option})
        except Problems:
            return None
        place = self._places[one.reading.rpartition(".")[0]]
        if self._plain:
            with suppress(UnknownReference):  # the item, read so, names another
                return self._of_item(place, construct(Item, _nth_item(data, place)))
        return _Switch(CompiledRubric(construct(Rubric, data), self._compiled.sha256), self._language)

    def _of_item(self, place: int, item: Item) -> "_Switch":
        rubric = self._compiled.rubric
        section = replace(rubric.sections[0], points=item.points, grades=(), limits=(), items=(item,))
        compiled = CompiledRubric(
            replace(rubric, points=item.points, grades=(), limits=(), sections=(section,)), self._compiled.sha256
        )
        by_key = self._compiled.layout.by_key
        facts = ((by_key[fact.keys()[0]], fact.width()) for fact in compiled.layout.facts)
        columns = [start for whole, width in facts for start in range(whole.start, whole.start + width)]
        return _Switch(compiled, self._language, place, columns)


class _Switch:
    """An alternative's compiled rubric: of the whole form, or of the item at `place` alone."""

    def __init__(
        self, compiled: CompiledRubric, language: Language, place: int | None = None, columns: Sequence[int] = ()
    ) -> None:
        """`columns` are where the item's facts stand in the row of the whole form."""
        self._compiled = compiled
        self._place = place
        self._columns = columns
        self._standings = TotalScorer(compiled, language)
        read = {key for facts in compiled.reads for fact in facts for key in fact.keys()}
        used = compiled.layout.find(read | total_reads(compiled.totals))
        self._needed = [fact.start for fact in used if compiled.optional.isdisjoint(fact.keys())]
        self._kept = lru_cache(maxsize=MOST_KEPT)(self._alone)

    def total(
        self, row: Row, judged: Mapping[int, Judgement], sheet: Sheet, items: Sequence[ItemScore], sides: Sides
    ) -> ScoreRange | None:
        """A unit's total; None where the alternative changes nothing, as with an item whose points were `judged`."""
        if self._place in judged:
            return None
        old: Sheet | ItemScore = sheet if self._place is None else items[self._place]
        new = (
            self._reached(row, judged) if self._place is None else self._kept(tuple([row[at] for at in self._columns]))
        )
        if (new.points, new.low, new.high) == (old.points, old.low, old.high):
            return None
        if self._place is not None:
            low = _exchanged(sheet.low, sides[0], self._place, new.low)
            same = sheet.low is sheet.high and old.low is old.high and new.low is new.high
            high = low if same else _exchanged(sheet.high, sides[1], self._place, new.high)
            points = sheet.points if new.points == old.points else sheet.points - old.points + new.points
            new = ScoreRange(points, low, high)
        return new

    def _alone(self, row: Row) -> ScoreRange:
        """The item of a compiled rubric that has no other."""
        if self._broken(row):
            return ScoreRange(self._compiled.rubric.points, None, None)
        return score_items(self._compiled, row, self._compiled.gaps(row), self._compiled.undefined(row), {}).standing(0)

    def _reached(self, row: Row, judged: Mapping[int, Judgement]) -> ScoreRange:
        """The whole of the compiled rubric."""
        compiled = self._compiled
        if self._broken(row):
            return ScoreRange(compiled.rubric.points, None, None)
        results = score_items(compiled, row, compiled.gaps(row), compiled.undefined(row), judged).standings()
        for total in compiled.totals:
            results[f"{SECTIONS}.{total.id}"] = whole = self._standings.settle(total, row, results)
        return whole

    def _broken(self, row: Row) -> bool:
        """Whether something that must apply does not."""
        return any(row[start] is NOT_APPLICABLE for start in self._needed)


def _exchanged(whole: Side, items: Sequence[Side], place: int, new: Side) -> Side:
    """A side of the plain sum with another one in the item's place."""
    old = items[place]
    if whole is not None and old is not None and new is not None:
        return whole - old + new
    known = [side for side in (*items[:place], new, *items[place + 1 :]) if side is not None]
    return sum(known, Fraction(0)) if len(known) == len(items) else None


def _apart(rubric: Rubric) -> bool:
    """Whether no item names the score of another."""
    try:
        for number, item in rubric.items():
            lower_item(number, item, rubric.common)
    except UnknownReference:
        return False
    return True


def _nth_item(data: Any, place: int) -> Any:
    return [item for section in data["sections"] for item in section["items"]][place]
