"""A unit's values and a program -> the scored sheet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any, NamedTuple

from kaohe.backends.exact import Number
from kaohe.dossier import Level
from kaohe.explanations import Explanations
from kaohe.facts import Fact
from kaohe.gaps import filled
from kaohe.grading import Grades
from kaohe.ledger import Entry
from kaohe.lowering import ITEMS
from kaohe.messages import Language
from kaohe.partial import Partial, partial_items
from kaohe.program import Program
from kaohe.rubric import Item
from kaohe.sheet import FormHead, ItemScore, LedgerLine, MissingFact, ReadingTaken, SectionScore, Sheet
from kaohe.standing import Results, Standing, Standings
from kaohe.totals import SECTIONS, Total
from kaohe.values import Judgement, Values

Side = Fraction | None
Scores = dict[tuple[Level, str], Side]
"""Every score of a unit, by what it is the score of; the whole's, without an id, comes last."""


@dataclass(frozen=True, slots=True)
class _Scored:
    """One unit's numbers before they become a sheet."""

    row: Sequence[Any]
    scores: Sequence[Number]
    entries: Mapping[int, Sequence[Entry]]
    partial: Mapping[int, Partial]
    judged: Mapping[int, Judgement]

    def standing(self, program: Program, place: int) -> Standing:
        """An item's points and score, or what it can still become."""
        full, partial = program.ledger.exact(program.ledger.points[place]), self.partial.get(place)
        judged = self.judged.get(place)
        if judged is not None:
            return Standing(full, judged.score, judged.score)
        if partial is not None:
            return Standing(full, partial.low, partial.high)
        score = program.ledger.exact(self.scores[place])
        return Standing(full, score, score)


class _Span(NamedTuple):
    """A section, the places of its items, and how it is totalled."""

    number: str
    id: str
    title: str
    places: range
    total: Total


class Scorer:
    """Scores units by one program; what does not depend on the unit is made once."""

    def __init__(self, program: Program, language: Language) -> None:
        self.program = program
        self.explanations = Explanations(program, language)
        self._head = form_head(program)
        self._readings = readings_taken(program)
        self._items = program.rubric.items()
        self._names = [f"{ITEMS}.{item.id}" for _, item in self._items]
        self._standings = Standings(program, language)
        self._whole = program.totals[-1]
        self._grades = Grades(program.grades, self._standings) if program.grades else None
        self._spans = _spans(program)
        points = [item.points for _, item in self._items]
        self._full = [self._item_score(place, full, full, full, ()) for place, full in enumerate(points)]

    def score(self, values: Values) -> Sheet:
        row, program = values.row, self.program
        gaps = program.gaps(row)
        asked = program.gaps(row, values.judgements) if gaps and values.judgements else gaps
        scored = self._scored(values, gaps)
        settled, pending = self._settled(scored)
        results, whole = self._results(scored)
        sections = tuple([self._section(scored, span, results) for span in self._spans])
        return Sheet(
            form=self._head,
            unit=values.unit,
            year=values.year,
            stage=values.stage,
            sections=sections,
            missing=tuple(self._missing(fact, row) for fact in asked),
            readings=self._readings,
            **_sides(whole),
            settled=settled,
            pending=pending,
            ledger=self._changes(self._whole, row, results, sections),
            grade=self._grades.reached(whole, row, results) if self._grades else None,
        )

    def scores(self, values: Values) -> Scores:
        """The scores alone, which are had much sooner than a sheet; None where one is open."""
        results, whole = self._results(self._scored(values, self.program.gaps(values.row)))
        found: Scores = {}
        for span in self._spans:
            ids = [(self._items[place][1].id, self._names[place]) for place in span.places]
            found |= {("item", item): results[name].score for item, name in ids}
            found["section", span.id] = results[f"{SECTIONS}.{span.id}"].score
        return {**found, ("total", ""): whole.score}

    def _scored(self, values: Values, gaps: Sequence[Fact]) -> _Scored:
        row, program = values.row, self.program
        scores, entries = program.ledger.score(filled(row, gaps) if gaps else row)
        return _Scored(row, scores, _by_item(program, entries), partial_items(program, row, gaps), values.judgements)

    def _results(self, scored: _Scored) -> tuple[Results, Standing]:
        """Every item and section by what formulas call it, and the whole."""
        results: dict[str, Standing] = {
            name: scored.standing(self.program, place) for place, name in enumerate(self._names)
        }
        for span in self._spans:
            results[f"{SECTIONS}.{span.id}"] = self._standings.settle(span.total, scored.row, results)
        return results, self._standings.settle(self._whole, scored.row, results)

    def _section(self, scored: _Scored, span: _Span, results: Results) -> SectionScore:
        rows = tuple([self._item(scored, place) for place in span.places])
        standing = results[f"{SECTIONS}.{span.id}"]
        ledger = self._changes(span.total, scored.row, results, rows)
        return SectionScore(span.number, span.id, span.title, **_sides(standing), items=rows, ledger=ledger)

    def _changes(
        self, total: Total, row: Sequence[Any], results: Results, parts: Sequence[ItemScore | SectionScore]
    ) -> tuple[LedgerLine, ...]:
        """What a section or the whole took or gave itself, once all of its parts are decided."""
        if not total.steps:
            return ()
        lost = sum((one.points - one.score for one in parts if one.score is not None), Fraction(0))
        if any(one.score is None for one in parts):
            return ()
        name = total.id or "total"
        return tuple(
            LedgerLine(f"{name}.{one.name}", one.clause, "", one.taken, one.taken, self.explanations.change(one))
            for one in self._standings.changes(total, row, results, total.points - lost)
        )

    def _settled(self, scored: _Scored) -> tuple[Fraction, Fraction]:
        """The sum of the decided scores, and the points of the items that are open."""
        ledger, judged = self.program.ledger, scored.judged
        partial = {place: one for place, one in scored.partial.items() if place not in judged}
        known = ledger.exact(
            sum(score for place, score in enumerate(scored.scores) if place not in partial and place not in judged)
        )
        decided = [one.low for one in partial.values() if one.decided and one.low is not None]
        pending = sum(ledger.points[place] for place, one in partial.items() if not one.decided)
        return sum((one.score for one in judged.values()), sum(decided, known)), ledger.exact(pending)

    def _missing(self, fact: Fact, row: Sequence[Any]) -> MissingFact:
        """A gap with the number of its item on the form; a parameter belongs to none."""
        number = next((number for number, item in self._items if item.id == fact.item), "")
        label = self.explanations.missing(fact, row)
        return MissingFact(number, fact.item, fact.id, label)

    def _item(self, scored: _Scored, place: int) -> ItemScore:
        judged = scored.judged.get(place)
        if judged is not None:
            return self._judged_item(scored, place, judged)
        partial = scored.partial.get(place)
        if partial is not None:
            return self._partial_item(scored, place, partial)
        entries = scored.entries.get(place)
        if entries is None:
            return self._full[place]
        item = self._items[place][1]
        score = self.program.ledger.exact(scored.scores[place])
        lines = tuple([self._line(item, scored.row, entry, None) for entry in entries])
        return self._item_score(place, score, score, score, lines)

    def _partial_item(self, scored: _Scored, place: int, partial: Partial) -> ItemScore:
        """Of an open item's losses only those that its known facts explain."""
        item = self._items[place][1]
        lines = tuple(
            self._line(item, scored.row, entry, partial)
            for entry in partial.entries
            if partial.decided or (partial.explains(entry) and entry.account >= 0)
        )
        score = partial.low if partial.decided else None
        if score is not None:
            lines = (*lines, *self._rest(item, score, lines))
        return self._item_score(place, score, partial.low, partial.high, lines)

    def _judged_item(self, scored: _Scored, place: int, judged: Judgement) -> ItemScore:
        """What the facts give stands in the ledger; its last line leads from there to the points that were given."""
        computed = self._item(replace(scored, judged={}), place)
        rest = computed.points - judged.score - sum((line.applied for line in computed.ledger), Fraction(0))
        item, why = self._items[place][1], self.explanations.judged(judged.why)
        line = [LedgerLine(f"{item.id}.judgement", "", "", rest, rest, why)] if rest else []
        return self._item_score(place, judged.score, judged.score, judged.score, (*computed.ledger, *line))

    def _rest(self, item: Item, score: Fraction, lines: Sequence[LedgerLine]) -> Sequence[LedgerLine]:
        """What is lost whichever way the missing facts turn out, but on one account or on another."""
        rest = item.points - score - sum((line.applied for line in lines), Fraction(0))
        return [LedgerLine(item.id, "", "", rest, rest, self.explanations.certain())] if rest else []

    def _item_score(self, place: int, score: Side, low: Side, high: Side, lines: tuple[LedgerLine, ...]) -> ItemScore:
        number, item = self._items[place]
        return ItemScore(number, item.id, item.title, item.target, item.method, item.points, score, low, high, lines)

    def _line(self, item: Item, row: Sequence[Any], entry: Entry, partial: Partial | None) -> LedgerLine:
        ledger = self.program.ledger
        due, applied = ledger.exact(entry.due), ledger.exact(entry.applied)
        if entry.account < 0:
            return LedgerLine(f"{item.id}.rounding", "", "", due, applied, self.explanations.rounding())
        account = ledger.accounts[entry.account]
        if partial is not None and not partial.explains(entry):
            return LedgerLine(account.rule, account.clause, "", due, applied, self.explanations.certain())
        fact, why = self.explanations.fact(entry, row), self.explanations.why(entry, row)
        return LedgerLine(account.rule, account.clause, fact, due, applied, why)


def _spans(program: Program) -> list[_Span]:
    found, start = [], 0
    for number, section in enumerate(program.rubric.sections, 1):
        end = start + len(section.items)
        total = program.totals[number - 1]
        found.append(_Span(str(number), section.id, section.title, range(start, end), total))
        start = end
    return found


def _by_item(program: Program, entries: Sequence[Entry]) -> Mapping[int, Sequence[Entry]]:
    found: dict[int, list[Entry]] = {}
    for entry in entries:
        found.setdefault(program.ledger.item_of(entry), []).append(entry)
    return found


def _sides(standing: Standing) -> dict[str, Any]:
    return {
        "points": standing.points,
        "score": standing.score,
        "low": standing.low,
        "high": standing.high,
    }


def form_head(program: Program) -> FormHead:
    rubric = program.rubric
    return FormHead(
        id=rubric.id,
        title=rubric.title,
        sha256=program.sha256,
        attachment=rubric.form.attachment,
        unit_label=rubric.form.unit_label,
        stages=tuple(rubric.stages.items()),
        grades=rubric.grades,
    )


def readings_taken(program: Program) -> tuple[ReadingTaken, ...]:
    return tuple(
        ReadingTaken(
            id=name,
            words=reading.words,
            chosen=reading.chosen,
            meaning=reading.options[reading.chosen].meaning,
            others=tuple((key, one.meaning) for key, one in reading.options.items() if key != reading.chosen),
        )
        for _, item in program.rubric.items()
        for name, reading in item.readings()
    )
