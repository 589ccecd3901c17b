"""The facts that a workbook is sealed with against those that the unit's files give now."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from kaohe.compiler.row_layout import Fact
from kaohe.problems import Problem
from kaohe.results.seal_text import digest
from kaohe.stages.seal import sealed_text
from kaohe.stages.unit_stages import UnitStages, UnitState


def facts_differences(path: str, sealed: UnitStages, given: UnitStages) -> tuple[Problem, ...]:
    """Every fact that differs, at the first stage where it does; else one finding where anything else differs.

    Facts over all units are compared where the files say them: one unit's files can't be asked for them.
    """
    stages = [[state.label for state in one.states] for one in (sealed, given)]
    if stages[0] != stages[1]:
        told = {"found": ", ".join(stages[0]), "expected": ", ".join(stages[1])}
        return (Problem("stages-differ", path, parameters=told),)
    found = tuple(_facts(path, sealed, given))
    digests = [digest(_own(one)) for one in (sealed, given)]
    if found or digests[0] == digests[1]:
        return found
    return (Problem("records-differ", path, parameters=dict(zip(("found", "expected"), digests, strict=True))),)


def _own(unit: UnitStages) -> str:
    """The seal without facts over all units."""
    return sealed_text([replace(state, known={}) for state in unit.states], unit.amendments, unit.choices)


def _facts(path: str, sealed: UnitStages, given: UnitStages) -> Iterator[Problem]:
    told = set[object]()
    for state, other in zip(sealed.states, given.states, strict=True):
        if other.compiled.sha256 != state.compiled.sha256:
            continue
        for fact in state.compiled.layout.facts:
            pair = _part(state, fact), _part(other, fact)
            unknown = fact.indicator.peers is not None and pair[1] == (None,)
            if pair[0] != pair[1] and not unknown and (fact.key, pair) not in told:
                told.add((fact.key, pair))
                yield Problem("facts-differ", path, parameters=_told(state, fact, *pair))


def _part(state: UnitState, fact: Fact) -> tuple[Any, ...]:
    return state.row[fact.start : fact.start + fact.width()]


def _told(state: UnitState, fact: Fact, found: tuple[Any, ...], expected: tuple[Any, ...]) -> dict[str, object]:
    words = state.scorer.reasons
    number = next((number for number, item in state.compiled.rubric.items() if item.id == fact.item), "")
    return {
        "stage": state.label,
        "subject": f"{number} {words.subject(fact, '')}".strip(),
        "found": words.value(fact, "", found),
        "expected": words.value(fact, "", expected),
        "fact": fact.key,
    }
