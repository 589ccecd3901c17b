"""Units' files made up at random, for any rubric: facts within what it allows, files of evidence and notes."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

from kaohe.compiler.row_layout import Fact
from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.library import rubric_files
from kaohe.problems import Problems
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.submission.reader import Values
from support.compiled_once import compiled
from support.folders import TESTS
from support.random_rows import random_row, seeded, unit_values
from support.rule_cases import document
from support.shipped import NAME

FORMS = sorted(path for path in (TESTS / "forms").glob("*.yaml") if not path.name.endswith(".cases.yaml"))
EMPLOYMENT = rubric_files.shipped()[NAME]
EVERY = (*FORMS, EMPLOYMENT)


def a_unit(path: Path, random: Random, gaps: float) -> Mapping[str, Any]:
    """The data of a unit's file, with evidence and notes at random."""
    of, row = compiled(path), []
    drawn = random_row(of, random, gaps=gaps)
    for fact in of.layout.facts:
        row += sound(fact, drawn[fact.start : fact.start + fact.width()])
    data = unit_values(of, tuple(row))
    asked = {(fact.item, fact.id) for fact in of.layout.facts if fact.indicator.asked}
    kept = {
        item: {name: one for name, one in facts.items() if (item, name) in asked}
        for item, facts in data["indicators"].items()
    }
    parameters = {name: one for name, one in data["parameters"].items() if ("", name) in asked}
    rest = {
        "evidence": beside(of, random, ["台账.pdf", "附件/一.png"]),
        "notes": beside(of, random, "核过；见“台账”\n二行"),
    }
    return {
        "rubric": path.name,
        "unit": "甲市",
        "year": 2011,
        "stage": next(iter(of.rubric.stages)),
        "indicators": kept,
        "parameters": parameters,
        **rest,
    }


def beside(of: CompiledRubric, random: Random, said: Any) -> Mapping[str, Any]:
    """Of some items, of their facts, of both."""
    found: dict[str, Any] = {}
    for item in (trees.item for trees in of.items):
        facts = {name: said for name, one in item.indicators.items() if one.asked and random.random() < 0.3}
        whole = said if isinstance(said, list) else [said]
        way = random.randrange(4)
        if way == 1:
            found[item.id] = said
        elif facts and way > 1:
            found[item.id] = facts if way == 2 else [*whole, facts]
    return found


def alike(values: Values) -> tuple[Any, ...]:
    """What has to be the same."""
    row = tuple(None if silent(one) else one for one in values.row)
    return values.unit, values.year, values.stage, row, values.evidence, values.notes


def silent(value: Any) -> bool:
    """Whether of a list with members of its own none says anything: it is missing as if it were left out."""
    return isinstance(value, tuple) and bool(value) and all(set(one[1:]) == {None} for one in value)


def sound(fact: Fact, values: Sequence[Any]) -> list[Any]:
    """Random values within what the rubric allows: its own members, numbers in range, what is asked."""
    indicator = fact.indicator
    if not indicator.asked:
        return [None] * len(values)
    if values[0] is NOT_APPLICABLE or (indicator.list and values[0] is None):
        return list(values)
    if indicator.list:
        names = indicator.members or [one[0] for one in values[0]]
        drawn = {one[0]: one[1:] for one in values[0]}
        gap = (None,) * len(indicator.fields)
        given_ = list(drawn.values())
        rows = [given_[place] if place < len(given_) else gap for place in range(len(names))]
        return [tuple((name, *within(fact, row)) for name, row in zip(names, rows, strict=True))]
    return within(fact, values)


def within(fact: Fact, values: Sequence[Any]) -> list[Any]:
    found = []
    for name, value in zip(fact.indicator.fields, values, strict=True):
        one, _ = fact.indicator.of_field(name)
        out = isinstance(value, int | Fraction) and one.range is not None and not one.range.holds(value)
        side = (one.range.from_ or one.range.to) if one.range else None
        found.append(side.value if out and side else value)
    return found


def units_at_random(path: Path, count: int) -> list[Values]:
    """Several units; those whose lists differ where they are to have the same members are left out."""
    found = []
    for seed in range(count):
        data = {**a_unit(path, seeded(seed), (0.0, 0.1, 0.6)[seed % 3]), "unit": f"第{seed}单位"}
        try:
            found.append(compiled(path).reader.read(document(data)))
        except Problems:
            continue
    return found
