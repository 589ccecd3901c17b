"""An improvement for people: the fact by its label, its values as written, the clauses that take less."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

from kaohe.analysis.improving.movable_facts import ALONE, Movable, written
from kaohe.backends.names import Name
from kaohe.backends.spoken_numbers import spoken
from kaohe.backends.spoken_times import TIMES
from kaohe.compiler.row_layout import field_label
from kaohe.expr.tree import Notation
from kaohe.messages import Language, say
from kaohe.results.improvements import FactNamed, GradeMissed, Improvement, ItemNamed, Spared, WrittenValue
from kaohe.results.sheet import ItemScore, LedgerLine, SectionScore, Sheet
from kaohe.rubric.grades import Grade
from kaohe.scoring.scorer import Scorer
from kaohe.submission.gaps import Row

MEASURED = ("number", "amount", "percent", "change", "ratio")
"""Kinds of facts that a cent may decide."""
EDGE = 10_000
"""What lies nearer to where it would count otherwise than one part in so many should be checked."""


class Teller:
    """Tells of one unit's facts in one language."""

    def __init__(self, scorer: Scorer, row: Row, language: Language) -> None:
        self._compiled = compiled = scorer.compiled
        self._reasons = scorer.reasons
        self._names = compiled.layout.names(language)
        self._row = row
        self._language = language
        self._vetoes = {one.rule for one in compiled.ledger.accounts if one.place[0] == "vetoes"} | {
            f"{total.id or 'total'}.{step.name}"
            for total in compiled.totals
            for step in total.steps
            if step.name.startswith("veto")
        }

    def improvement(self, movable: Movable, value: Any, before: Sheet, after: Sheet) -> Improvement:
        """What changing a fact to a value does, seen from both sheets."""
        changed = [
            old
            for old, new in zip(_items(before), _items(after), strict=True)
            if old.id == movable.fact.item or (old.low, old.high) != (new.low, new.high)
        ]
        gone = self._vetoes_of(before) - self._vetoes_of(after)
        old, spared = movable.value(self._row), tuple(_spared(before, after))
        return Improvement(
            fact=self.fact(movable),
            items=tuple(map(_named, changed)),
            before=self._value(movable, old),
            after=self._value(movable, value),
            gap=self._gap(movable, old, value),
            reached=self._reached(movable, value, spared),
            gain=(after.low or Fraction(0)) - (before.low or Fraction(0)),
            lifts_veto=bool(gone),
            spared=spared,
            fixed=movable.fact.indicator.fixed or movable.indicator.fixed,
            at_edge=movable.indicator.kind in MEASURED and abs(value - old) * EDGE <= abs(value),
        )

    def missed(self, found: Sequence[tuple[str, Grade, Sequence[str]]]) -> Iterator[GradeMissed]:
        """Grades with the section, or the whole, that they are of."""
        whole = ItemNamed("", "", say("sheet.total", self._language))
        sections = {
            one.id: ItemNamed(str(number), one.id, one.title)
            for number, one in enumerate(self._compiled.rubric.sections, 1)
        }
        for name, grade, reasons in found:
            yield GradeMissed(sections.get(name, whole), grade.title, tuple(reasons))

    def _gap(self, movable: Movable, old: Any, new: Any) -> str:
        """What is wanting: so much more or less, or how it ought to be."""
        name = self._names[movable.fact.field_keys()[movable.field]]
        if isinstance(new, bool | str):
            return name.state(new, self._language)
        code = "improvement.more" if new > old else "improvement.less"
        if name.notation in TIMES:
            code = "improvement.later" if new > old else "improvement.earlier"
        gap = self._difference(name, abs(new - old))
        label = self.fact(movable).label
        return say(code, self._language, label=label, gap=gap, after=name.figure(new, self._language))

    def _difference(self, name: Name, by: int | Fraction) -> str:
        if name.notation is Notation.PERCENT:
            return spoken(by, Notation.PERCENTAGE_POINT, self._language)
        if name.notation in TIMES:
            unit = "improvement.days" if name.notation is Notation.DATE else "improvement.months"
            return say(unit, self._language, number=by)
        return name.figure(by, self._language)

    def _reached(self, movable: Movable, value: Any, spared: Sequence[Spared]) -> str:
        """What the clause that stops costing says of the fact then, where it is measured."""
        if movable.indicator.kind not in MEASURED or movable.member != ALONE or not spared:
            return ""
        return self._reasons.case(spared[0].rule, movable.put(self._row, value))

    def fact(self, movable: Movable) -> FactNamed:
        fact, member, field = movable.fact, movable.member_name(self._row), movable.field_name()
        label = fact.indicator.label
        if field:
            own = field_label(fact.indicator, field, self._language)
            label = say("arithmetic.of", self._language, whole=label, parts=own)
        if member:
            label = say("arithmetic.of", self._language, whole=member, parts=label)
        return FactNamed(fact.item, fact.id, member, field, label)

    def vetoed(self, sheet: Sheet) -> tuple[ItemNamed, ...]:
        """The items, sections, and the whole, of which a veto takes points."""
        whole = ItemNamed("", "", say("sheet.total", self._language))
        rows: list[ItemScore | SectionScore] = [*_items(sheet), *sheet.sections]
        holders = [*((_named(one), one.ledger) for one in rows), (whole, sheet.ledger)]
        return tuple(named for named, ledger in holders if any(line.rule in self._vetoes for line in ledger))

    def _vetoes_of(self, sheet: Sheet) -> set[str]:
        return {line.rule for line in _lines(sheet)} & self._vetoes

    def _value(self, movable: Movable, value: Any) -> WrittenValue:
        indicator = movable.indicator
        text = written(indicator.kind, value)
        if isinstance(text, bool):
            return WrittenValue(text, say(f"improvement.{'yes' if text else 'no'}", self._language))
        shown = indicator.options.get(text, text)
        return WrittenValue(text, f"{shown} {indicator.unit}" if indicator.unit else shown)


def _named(one: ItemScore | SectionScore) -> ItemNamed:
    return ItemNamed(one.number, one.id, one.title)


def _items(sheet: Sheet) -> Iterator[ItemScore]:
    for section in sheet.sections:
        yield from section.items


def _lines(sheet: Sheet) -> Iterator[LedgerLine]:
    """Every line of the sheet's ledger, in the form's order."""
    for section in sheet.sections:
        for item in section.items:
            yield from item.ledger
        yield from section.ledger
    yield from sheet.ledger


def _spared(before: Sheet, after: Sheet) -> Iterator[Spared]:
    """The clauses that take less than before, or give more."""
    taken: dict[tuple[str, str], Fraction] = {}
    for sheet, sign in ((before, 1), (after, -1)):
        for line in _lines(sheet):
            key = line.rule, line.clause
            taken[key] = taken.get(key, Fraction(0)) + sign * line.applied
    for (rule, clause), points in taken.items():
        if clause and points > 0:
            yield Spared(rule, clause, points)
