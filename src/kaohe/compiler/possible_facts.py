"""What each fact of a rubric may be before anything is reported: by its kind and its range."""

from collections.abc import Mapping
from fractions import Fraction
from math import inf

from kaohe.backends.bounds import Facts, Interval, Missing, MissingList, Possible
from kaohe.compiler.lowering import ITEMS
from kaohe.compiler.row_layout import Fact, layout
from kaohe.compiler.totals import SECTIONS, SUM, WHOLE
from kaohe.formulas.indicators import Indicator
from kaohe.rubric.model import Rubric

SIGNED = ("amount", "percent")
"""The kinds that may be below zero; another that is to be has a `range` that says so."""


def possible_facts(rubric: Rubric) -> Facts:
    """Every fact of the rubric as anything that it may be, or as one that does not exist; results as any number."""
    names = [f"{ITEMS}.{item.id}" for _, item in rubric.items()]
    names += [f"{SECTIONS}.{section.id}" for section in rubric.sections]
    names += [f"{SECTIONS}.{SUM}", WHOLE]
    found: dict[str, Missing | MissingList] = {name: Missing(Interval(-inf, inf)) for name in names}
    for fact in layout(rubric).facts:
        found |= unreported(fact, fact.key)
        if fact.indicator.list:
            inside = (possible(fact.indicator, field) for field in fact.indicator.fields)
            found |= {key: Missing(one) for key, one in zip(fact.field_keys(), inside, strict=True)}
    return found


def unreported(fact: Fact, optional: str) -> Mapping[str, Missing | MissingList]:
    """What an indicator may be, by the keys of its places; `optional` is its key if it may not exist."""
    ones = [possible(fact.indicator, field) for field in fact.indicator.fields]
    if fact.indicator.list:
        ends = (key.removeprefix(f"{fact.key}.*") for key in fact.field_keys())
        return {fact.key: MissingList(dict(zip(ends, ones, strict=True)), optional)}
    return {key: Missing(one, optional) for key, one in zip(fact.keys(), ones, strict=True)}


def possible(indicator: Indicator, field: str) -> Possible:
    """What one field may be."""
    indicator, field = indicator.of_field(field)
    if field == "reason":
        return frozenset({""})
    if indicator.kind == "flag":
        return frozenset({True, False})
    if indicator.kind == "choice":
        return frozenset(indicator.options)
    span = indicator.range
    low = -inf if indicator.kind in SIGNED else Fraction(indicator.peers is not None and indicator.peers.take == "rank")
    return Interval(
        low if span is None or span.from_ is None else span.from_.value,
        inf if span is None or span.to is None else span.to.value,
    )
