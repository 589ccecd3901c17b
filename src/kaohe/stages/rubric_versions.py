"""A unit under another version of its rubric: which of its facts the new one knows again."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from kaohe.compiler.row_layout import Fact
from kaohe.formulas.indicators import Indicator
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.scoring.scorer import Scorer
from kaohe.stages.kept_items import Titles, judged_items, of_another, titles
from kaohe.stages.kept_values import kept_values
from kaohe.stages.unit_stages import UnitState


def under(state: UnitState, scorer: Scorer, *, labels: bool = False) -> UnitState:
    """The unit scored by another rubric: facts and items are known again by their names, facts by `labels` too.

    Of one form's versions a new name says that another fact is meant; another form may call the same one otherwise.
    """
    old, new = state.compiled, scorer.compiled
    pairs = kept_facts(old, new, labels=labels)
    row = row_under(old, new, state.values.row, state.values.year, labels=labels)
    known = {fact.start: state.known[one.start] for one, fact in pairs if one.start in state.known}
    places = judged_items(old, new) if labels else _by_ids(old, new)
    judgements = {places[at]: one for at, one in state.values.judgements.items() if at in places}
    given = {
        fact.start + at: state.values.given[one.start + at]
        for one, fact in pairs
        for at in range(one.width())
        if one.start + at in state.values.given
    }
    return UnitState(scorer, replace(state.values, row=row, judgements=judgements, given=given), known)


def _by_ids(old: CompiledRubric, new: CompiledRubric) -> Mapping[int, int]:
    """The places of the items that both have."""
    places = {trees.item.id: place for place, trees in enumerate(new.items)}
    return {at: places[trees.item.id] for at, trees in enumerate(old.items) if trees.item.id in places}


@lru_cache(maxsize=64)  # a batch meets few pairs of rubrics, each with every unit
def kept_facts(old: CompiledRubric, new: CompiledRubric, *, labels: bool = False) -> tuple[tuple[Fact, Fact], ...]:
    """Each fact of the old rubric, and the one of the new that means the same: of its name, kind, unit and parts."""
    named = [(old.layout.by_key.get(fact.keys()[0]), fact) for fact in new.layout.facts]
    same = {fact.key: one for one, fact in named if one is not None and _alike(one, fact) and one.keys() == fact.keys()}
    found = _with_labels(old, new, same) if labels else same
    return tuple((found[fact.key], fact) for fact in new.layout.facts if fact.key in found)


def _with_labels(old: CompiledRubric, new: CompiledRubric, same: Mapping[str, Fact]) -> Mapping[str, Fact]:
    """First by name and label, then by the label alone where only one has it, then by the name alone.

    Names may only count, so that another fact has one's name in the next form, or another item its item's.
    """
    facts = {fact.key: fact for fact in new.layout.facts}
    was, now = titles(old), titles(new)
    same = {key: one for key, one in same.items() if not of_another(was, now, one.item, facts[key].item)}
    found = {key: one for key, one in same.items() if one.indicator.label == facts[key].indicator.label}
    found |= dict(_by_label(old, new, found, was, now))
    found |= dict(_by_label(old, new, found, {}, {}))
    taken = {one.key for one in found.values()}
    return {**{key: one for key, one in same.items() if one.key not in taken}, **found}


def _by_label(
    old: CompiledRubric, new: CompiledRubric, known: Mapping[str, Fact], was: Titles, now: Titles
) -> Iterator[tuple[str, Fact]]:
    """Facts without a partner whose label, kind and unit one fact has in an item of that title, and no other."""

    def near(one: Fact, fact: Fact) -> bool:
        return _called_alike(one, fact) and was.get(one.item) == now.get(fact.item)

    taken = {one.key for one in known.values()}
    left = [one for one in old.layout.facts if one.key not in taken]
    right = [fact for fact in new.layout.facts if fact.key not in known]
    for fact in right:
        alike = [one for one in left if near(one, fact)]
        rivals = [other for other in right if alike and near(alike[0], other)]
        if len(alike) == len(rivals) == 1:
            yield fact.key, alike[0]


def _called_alike(before: Fact, fact: Fact) -> bool:
    one, other = before.indicator, fact.indicator
    return (one.label, one.list) == (other.label, other.list) and _alike(before, fact)


def _alike(before: Fact, fact: Fact) -> bool:
    return _sort(before.indicator) == _sort(fact.indicator)


def _sort(one: Indicator) -> tuple[Any, ...]:
    """What kind of number it is; of a record, that of each of its facts in their order, as a row has them."""
    over = one.peers and replace(one.peers, of="")
    inside = [(name, each.kind, each.unit) for name, each in one.inside.items()]
    return one.kind, one.unit, over, inside


def row_under(
    old: CompiledRubric, new: CompiledRubric, row: Sequence[Any], year: int | None, *, labels: bool = False
) -> tuple[Any, ...]:
    """The row as the new rubric has it; what it does not know again, or would not take, is missing."""
    found: list[Any] = [None] * new.layout.width
    for before, fact in kept_facts(old, new, labels=labels):
        values = kept_values(new, before, fact, row[before.start : before.start + before.width()])
        if values is not None:
            found[fact.start : fact.start + fact.width()] = values
    for fact in new.layout.facts:
        if fact.indicator.kind == "year":
            found[fact.start] = year
    return tuple(found)


def taken_over(old: CompiledRubric, new: CompiledRubric, row: Sequence[Any]) -> tuple[tuple[Fact, Fact], ...]:
    """Those that the row reports and that a row under the new rubric has, labels counting as names do."""
    reported = (
        (one, fact, row[one.start : one.start + one.width()]) for one, fact in kept_facts(old, new, labels=True)
    )
    return tuple(
        (one, fact)
        for one, fact, values in reported
        if any(value is not None for value in values) and kept_values(new, one, fact, values) is not None
    )


def asked_anew(old: UnitState, new: UnitState) -> Iterator[Fact]:
    """The facts that a unit lacks under another rubric alone: it has asked for none of them before."""
    lacked = {fact.key for fact in old.compiled.gaps(old.row, old.values.judgements)}
    known = {fact.key for _, fact in kept_facts(old.compiled, new.compiled)}
    gaps = {fact.key for fact in new.compiled.gaps(new.row, new.values.judgements)}
    for fact in new.compiled.layout.facts:
        if fact.key not in known or fact.key in gaps - lacked:
            yield fact
