"""A unit under another version of its rubric: which of its facts the new one knows again."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from typing import Any

from kaohe.compiler.row_layout import Fact
from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.formulas.indicators import Indicator
from kaohe.formulas.scope import PARAMETERS
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.scoring.scorer import Scorer
from kaohe.stages.unit_stages import UnitState


def under(state: UnitState, scorer: Scorer) -> UnitState:
    """The unit scored by another rubric: facts and items are known again by their names."""
    old, new = state.compiled, scorer.compiled
    row = row_under(old, new, state.values.row, state.values.year)
    known = {fact.start: state.known[one.start] for one, fact in _kept(old, new) if one.start in state.known}
    places = {trees.item.id: place for place, trees in enumerate(new.items)}
    ids = [trees.item.id for trees in old.items]
    judgements = {places[ids[at]]: one for at, one in state.values.judgements.items() if ids[at] in places}
    given = {
        fact.start + at: state.values.given[one.start + at]
        for one, fact in _kept(old, new)
        for at in range(one.width())
        if one.start + at in state.values.given
    }
    return UnitState(scorer, replace(state.values, row=row, judgements=judgements, given=given), known)


@lru_cache(maxsize=64)  # a batch meets few pairs of rubrics, each with every unit
def _kept(old: CompiledRubric, new: CompiledRubric) -> tuple[tuple[Fact, Fact], ...]:
    """Each fact of the old rubric, and the one of the new that has its name, its unit and its parts."""
    return tuple(_known_again(old, new))


def _known_again(old: CompiledRubric, new: CompiledRubric) -> Iterator[tuple[Fact, Fact]]:
    for fact in new.layout.facts:
        before = old.layout.by_key.get(fact.keys()[0])
        if before is not None and _alike(before, fact):
            yield before, fact


def _alike(before: Fact, fact: Fact) -> bool:
    one, other = before.indicator, fact.indicator
    kinds = (one.kind, one.unit, one.peers is None) == (other.kind, other.unit, other.peers is None)
    return kinds and before.keys() == fact.keys()


def row_under(old: CompiledRubric, new: CompiledRubric, row: Sequence[Any], year: int | None) -> tuple[Any, ...]:
    """The row as the new rubric has it; what it does not know again, or would not take, is missing."""
    found: list[Any] = [None] * new.layout.width
    for before, fact in _kept(old, new):
        values = row[before.start : before.start + before.width()]
        if _fits(new, fact, values):
            found[fact.start : fact.start + fact.width()] = values
    for fact in new.layout.facts:
        if fact.indicator.kind == "year":
            found[fact.start] = year
    return tuple(found)


def _fits(compiled: CompiledRubric, fact: Fact, values: Sequence[Any]) -> bool:
    """Whether a unit's file could give these values."""
    if NOT_APPLICABLE in values:
        place = compiled.reader.groups.get(fact.item or PARAMETERS, {}).get(fact.id)
        return place is None or place.optional
    members = [values] if not fact.indicator.list else [member[1:] for member in values[0] or ()]
    fields = [fact.indicator.of_field(name)[0] for name in fact.indicator.fields]
    pairs = (pair for member in members for pair in zip(fields, member, strict=True))
    return all(value is None or _within(one, value) for one, value in pairs)


def _within(indicator: Indicator, value: Any) -> bool:
    if indicator.kind == "choice":
        return value in indicator.options
    span = indicator.range
    return span is None or not isinstance(value, int | Fraction) or span.holds(value)


def asked_anew(old: UnitState, new: UnitState) -> Iterator[Fact]:
    """The facts that a unit lacks under another rubric alone: it has asked for none of them before."""
    lacked = {fact.key for fact in old.compiled.gaps(old.row, old.values.judgements)}
    known = {fact.key for _, fact in _kept(old.compiled, new.compiled)}
    gaps = {fact.key for fact in new.compiled.gaps(new.row, new.values.judgements)}
    for fact in new.compiled.layout.facts:
        if fact.key not in known or fact.key in gaps - lacked:
            yield fact
