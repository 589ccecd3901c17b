"""A unit's values by a compiled rubric -> the scored sheet."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any, NamedTuple

from kaohe.compiler.lowering import ITEMS
from kaohe.compiler.row_layout import Fact
from kaohe.compiler.totals import SECTIONS, WHOLE, Total
from kaohe.expr.numbers import added
from kaohe.messages import Language
from kaohe.problems import Problem
from kaohe.results.causes import Level
from kaohe.results.grade_reached import GradeReached
from kaohe.results.score_range import ScoreRange
from kaohe.results.sheet import (
    TO_CONFIRM,
    FormHead,
    ItemScore,
    LedgerLine,
    MissingFact,
    ReadingTaken,
    SectionScore,
    Sheet,
)
from kaohe.rubric.grades import Grade
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.scoring.item_rows import ItemRows
from kaohe.scoring.other_readings import OtherReadings, Taken
from kaohe.scoring.reasons import Reasons
from kaohe.scoring.scored_items import ScoredItems, score_items
from kaohe.scoring.silent_reasons import SilentReasons
from kaohe.scoring.told_notes import told_notes
from kaohe.scoring.total_scores import Results, TotalScorer
from kaohe.scoring.unit_grade import GradeScorer
from kaohe.submission.reader import Values
from kaohe.submission.zero_division import Division

Side = Fraction | None
Scores = dict[tuple[Level, str], Side]
"""Every score of a unit, by what it is the score of; the whole's, without an id, comes last."""


class Ranges(NamedTuple):
    """What items and sections of a unit can become, by what formulas call them, the whole, and the grades of both."""

    parts: Results
    whole: ScoreRange
    grades: Mapping[str, GradeReached | None]


class _Span(NamedTuple):
    """A section, the places of its items, and how it is totalled."""

    number: str
    id: str
    title: str
    places: range
    total: Total


class Scorer:
    """Scores units by one compiled rubric; what does not depend on the unit is made once."""

    def __init__(self, compiled: CompiledRubric, language: Language, taken: Taken | None = None) -> None:
        """`taken` reads the rubric in other ways, so that it can be said what these would give."""
        self.compiled = compiled
        self.reasons = Reasons(compiled, language, None if taken is None else OtherReadings(compiled, taken))
        self._head = form_head(compiled)
        self._waiting = tuple(_waiting(compiled))
        self._readings = readings_taken(compiled)
        self._items = compiled.rubric.items()
        self._names = [f"{ITEMS}.{item.id}" for _, item in self._items]
        self._standings = TotalScorer(compiled, language)
        self._whole = compiled.totals[-1]
        plain = not any(total.steps or total.applies for total in compiled.totals)
        self._sums = plain and not compiled.grades
        """Whether nothing but sums stands above items."""
        self._grades = {name: GradeScorer(trees, self._standings) for name, trees in compiled.grades.items()}
        self._spans = _spans(compiled)
        self._rows = ItemRows(compiled, self.reasons)
        self._untold = ItemRows(compiled, SilentReasons())

    def score(self, values: Values, *, told: bool = True) -> Sheet:
        """The whole sheet, which is had sooner without what is `told` of items' points."""
        row, compiled, rows = values.row, self.compiled, self._rows if told else self._untold
        gaps, undefined = compiled.gaps(row), compiled.undefined(row)
        scored = score_items(compiled, row, gaps, undefined, values.judgements)
        settled, pending = self._settled(scored)
        results, whole = self._reached(scored)
        grades = self._graded(scored.row, results, whole)
        sections = tuple([self._section(scored, span, rows, results, grades.get(span.id)) for span in self._spans])
        return Sheet(
            form=self._head,
            unit=values.unit,
            year=values.year,
            stage=values.stage,
            sections=sections,
            missing=self.missing(values) if gaps or undefined else (),
            readings=self._readings,
            points=whole.points,
            low=whole.low,
            high=whole.high,
            scored=whole.scored,
            settled=settled,
            pending=pending,
            ledger=self._changes(self._whole, row, results, sections) if whole.scored else (),
            grade=grades.get(""),
            notes=tuple(told_notes(compiled, values.notes)) if values.notes else (),
            problems=(*values.doubts, *self._waiting),
        )

    def scores(self, values: Values) -> Scores:
        """The scores alone, which are had much sooner than a sheet; None where one is open."""
        _, found, whole = self._bare(values)
        scores: Scores = {}
        for span in self._spans:
            ids = [(self._items[place][1].id, self._names[place]) for place in span.places]
            scores |= {("item", item): found[name].score for item, name in ids}
            scores["section", span.id] = found[f"{SECTIONS}.{span.id}"].score
        return {**scores, ("total", ""): whole.score}

    def ranges(self, values: Values) -> Ranges:
        """What every item and section can become, by what formulas call it, and the whole; as soon as scores."""
        scored, results, whole = self._bare(values)
        return Ranges(results, whole, self._graded(scored.row, results, whole))

    def _bare(self, values: Values) -> tuple[ScoredItems, Results, ScoreRange]:
        """Items, every part's range, and the whole's, without grades and words."""
        gaps, undefined = self.compiled.gaps(values.row), self.compiled.undefined(values.row)
        scored = score_items(self.compiled, values.row, gaps, undefined, values.judgements)
        return scored, *self._results(scored)

    def item(self, values: Values, place: int, *, told: bool = True) -> ItemScore:
        """One item alone, which is had much sooner than a sheet; sooner still without what is `told` of its points."""
        compiled, row = self.compiled, values.row
        asked = {fact.start for fact in compiled.reads[place]}
        gaps = [fact for fact in compiled.gaps(row) if fact.start in asked]
        undefined = [one for one in compiled.undefined(row) if place in map(compiled.resting, one.accounts)]
        scored = score_items(compiled, row, gaps, undefined, values.judgements)
        return (self._rows if told else self._untold).item(scored, place)

    def _results(self, scored: ScoredItems) -> tuple[Results, ScoreRange]:
        """Every item and section by what formulas call it, and the whole."""
        results = scored.standings()
        for span in self._spans:
            results[f"{SECTIONS}.{span.id}"] = self._standings.settle(span.total, scored.row, results)
        return results, self._standings.settle(self._whole, scored.row, results)

    def _reached(self, scored: ScoredItems) -> tuple[Results, ScoreRange]:
        """Every section by what formulas call it, and the whole; items too, where more than sums rests on them."""
        if not self._sums or scored.partial or scored.judged:
            return self._results(scored)
        exact, scores = self.compiled.ledger.exact, scored.scores
        sums = [sum(scores[span.places.start : span.places.stop]) for span in self._spans]
        results = {
            f"{SECTIONS}.{span.id}": ScoreRange.at(span.total.points, exact(found))
            for span, found in zip(self._spans, sums, strict=True)
        }
        return results, ScoreRange.at(self._whole.points, exact(sum(sums)))

    def _section(
        self, scored: ScoredItems, span: _Span, rows: ItemRows, results: Results, grade: GradeReached | None
    ) -> SectionScore:
        items = tuple([rows.item(scored, place) for place in span.places])
        standing = results[f"{SECTIONS}.{span.id}"]
        ledger = self._changes(span.total, scored.row, results, items) if standing.scored else ()
        return SectionScore(
            number=span.number,
            id=span.id,
            title=span.title,
            points=standing.points,
            low=standing.low,
            high=standing.high,
            scored=standing.scored,
            items=items,
            ledger=ledger,
            grade=grade,
        )

    def _graded(self, row: Sequence[Any], results: Results, whole: ScoreRange) -> Mapping[str, GradeReached | None]:
        """The grade of each section that has grades by its id, and of the whole by an empty one."""
        known = {**results, WHOLE: whole}
        return {name: one.reached(known[f"{SECTIONS}.{name}"], row, known) for name, one in self._grades.items()}

    def missed(self, values: Values) -> list[tuple[str, Grade, list[str]]]:
        """The grades that a unit can't have, and why: those of sections by their ids, of the whole by an empty one."""
        _, results, whole = self._bare(values)
        known = {**results, WHOLE: whole}
        return [
            (name, grade, why) for name, one in self._grades.items() for grade, why in one.missed(values.row, known)
        ]

    def _changes(
        self, total: Total, row: Sequence[Any], results: Results, parts: Sequence[ItemScore | SectionScore]
    ) -> tuple[LedgerLine, ...]:
        """What a section or the whole took or gave itself, once it is decided; nothing open counts as lost."""
        if not total.steps:
            return ()
        lost = added(map(_lost, parts))
        name = total.id or "total"
        return tuple(
            LedgerLine(
                f"{name}.{one.name}", one.clause, "", one.taken, one.taken, self.reasons.change(one), one.arithmetic
            )
            for one in self._standings.changes(total, row, results, total.points - lost)
        )

    def _settled(self, scored: ScoredItems) -> tuple[Fraction, Fraction]:
        """The sum of the decided scores, and the points of the items that are open."""
        ledger, judged = self.compiled.ledger, scored.judged
        if not scored.partial and not judged:
            return ledger.exact(sum(scored.scores)), ledger.exact(0)
        partial = {place: one for place, one in scored.partial.items() if place not in judged}
        known = ledger.exact(
            sum(score for place, score in enumerate(scored.scores) if place not in partial and place not in judged)
        )
        decided = [score for one in partial.values() if (score := one.standing.score) is not None]
        pending = sum(ledger.points[place] for place, one in partial.items() if not one.decided)
        return added((known, *decided, *(one.score for one in judged.values()))), ledger.exact(pending)

    def missing(self, values: Values) -> tuple[MissingFact, ...]:
        """What the unit has still to report, and what its facts leave undefined, but for judged items."""
        row, judged = values.row, values.judgements
        gaps = [self._missing(fact, row) for fact in self.compiled.gaps(row, judged)]
        return (*gaps, *(self._undefined(one, row) for one in self.compiled.undefined(row, judged)))

    def _undefined(self, division: Division, row: Sequence[Any]) -> MissingFact:
        """What can't be computed, at the first of its facts."""
        fact = division.facts[0]
        return MissingFact(fact.number, fact.item, fact.id, self.reasons.undefined(division, row), computable=False)

    def _missing(self, fact: Fact, row: Sequence[Any]) -> MissingFact:
        """A gap with the number of its item on the form; a parameter belongs to none."""
        label = self.reasons.missing(fact, row)
        return MissingFact(fact.number, fact.item, fact.id, label)


def _lost(part: ItemScore | SectionScore) -> Fraction:
    """What a part has lost; while it is open, what its ledger says for certain."""
    if part.score is not None:
        return part.points - part.score
    inside = part.items if isinstance(part, SectionScore) else ()
    return added((*(line.applied for line in part.ledger), *map(_lost, inside)))


def _spans(compiled: CompiledRubric) -> list[_Span]:
    found, start = [], 0
    for number, section in enumerate(compiled.rubric.sections, 1):
        end = start + len(section.items)
        total = compiled.totals[number - 1]
        found.append(_Span(str(number), section.id, section.title, range(start, end), total))
        start = end
    return found


def form_head(compiled: CompiledRubric) -> FormHead:
    rubric = compiled.rubric
    return FormHead(
        id=rubric.id,
        title=rubric.title,
        sha256=compiled.sha256,
        attachment=rubric.form.attachment,
        unit_label=rubric.form.unit_label,
        stages=tuple(rubric.stages.items()),
        grades={name: one.grades for name, one in rubric.totals() if one.grades},
    )


def _waiting(compiled: CompiledRubric) -> Iterator[Problem]:
    """What is said of the items whose official text was changed since somebody confirmed it."""
    items = tuple(f"{number} {item.title}" for number, item in compiled.rubric.items() if item.waits)
    if items:
        yield Problem(TO_CONFIRM, compiled.rubric.id, parameters={"items": items}, severity="warning")


def readings_taken(compiled: CompiledRubric) -> tuple[ReadingTaken, ...]:
    return tuple(
        ReadingTaken(
            id=name,
            words=reading.words,
            chosen=reading.chosen,
            meaning=reading.options[reading.chosen].meaning,
            others=tuple((key, one.meaning) for key, one in reading.options.items() if key != reading.chosen),
        )
        for _, item in compiled.rubric.items()
        for name, reading in item.readings()
    )
