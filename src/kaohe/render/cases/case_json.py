"""A run of cases as JSON, format 1."""

import json
from collections.abc import Sequence
from typing import Any

from kaohe.authoring.cases.case import Between
from kaohe.authoring.cases.cases_run import CasesRun, RanFile, ReachedRubric
from kaohe.authoring.cases.comparing import Amount, Difference
from kaohe.authoring.cases.running import Outcome
from kaohe.authoring.mutation.mutation_run import MutatedRubric
from kaohe.expr.numbers import plain
from kaohe.messages import Language
from kaohe.messages.plain_text import harmless_json
from kaohe.render.cases import mutation_data
from kaohe.render.cases.words import spot_told, told
from kaohe.render.problem_listing import as_data


def text(ran: CasesRun, language: Language, mutated: Sequence[MutatedRubric] = ()) -> str:
    data = {
        "format": 1,
        "passed": ran.passed and all(one.passed for one in mutated),
        "files": [_file(one, language) for one in ran.files],
        "rubrics": [_rubric(one, language) for one in ran.rubrics],
        **({"mutants": [mutation_data.data(one, language) for one in mutated]} if mutated else {}),
    }
    return harmless_json(json.dumps(data, ensure_ascii=False, indent=2)) + "\n"


def _file(one: RanFile, language: Language) -> dict[str, Any]:
    return {
        "path": one.path,
        "rubric": one.rubric,
        "cases": [_case(outcome, language) for outcome in one.outcomes],
        "problems": [as_data(problem, language) for problem in one.problems],
    }


def _case(outcome: Outcome, language: Language) -> dict[str, Any]:
    case, signed = outcome.case, outcome.case.signed
    return {
        "name": case.name,
        "line": case.place.line,
        "column": case.place.column,
        **({"sheet": case.place.sheet} if case.place.sheet else {}),
        "items": [*case.expected.items],
        "readings": dict(case.readings),
        "signed": None if signed is None else {"by": signed.by, "on": signed.on},
        "passed": outcome.passed,
        "differences": [_difference(one, language) for one in outcome.differences],
        "problems": [as_data(problem, language) for problem in outcome.problems],
    }


def _difference(one: Difference, language: Language) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "id": one.id,
        "rule": one.rule,
        "line": one.place.line,
        "column": one.place.column,
        "expected": _amount(one.expected),
        "found": _amount(one.found),
        "message": told(one, language),
    }


def _amount(value: Amount) -> Any:
    """Points as exact decimals, a range by its sides, grades by their titles."""
    if not isinstance(value, Between):
        return [*value]
    low, high = (None if side is None else plain(side) for side in (value.low, value.high))
    if not value.scored:
        return None
    return low if low is not None and low == high else {"from": low, "to": high}


def _rubric(one: ReachedRubric, language: Language) -> dict[str, Any]:
    return {
        "path": one.path,
        "spots": len(one.coverage.spots),
        "reached": len(one.coverage.reached),
        "unreached": [
            {
                "kind": spot.kind,
                "outcome": spot.outcome,
                "number": spot.number,
                "line": line,
                "column": column,
                "message": spot_told(spot, one.document, language),
            }
            for spot in one.coverage.unreached
            for line, column in (one.document.position(spot.path),)
        ],
    }
