"""An improvement for people: the fact by its label, its values as written, the clauses that take less."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from kaohe.analysis.improving.movable_facts import Movable, written
from kaohe.compiler.row_layout import field_label
from kaohe.messages import Language, say
from kaohe.results.improvements import FactNamed, Improvement, ItemNamed, Spared, WrittenValue
from kaohe.results.sheet import ItemScore, LedgerLine, SectionScore, Sheet
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.submission.gaps import Row


class Teller:
    """Tells of one unit's facts in one language."""

    def __init__(self, compiled: CompiledRubric, row: Row, language: Language) -> None:
        self._compiled = compiled
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
        return Improvement(
            fact=self.fact(movable),
            items=tuple(map(_named, changed)),
            before=self._value(movable, movable.value(self._row)),
            after=self._value(movable, value),
            gain=(after.low or Fraction(0)) - (before.low or Fraction(0)),
            lifts_veto=bool(gone),
            spared=tuple(_spared(before, after)),
        )

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
