"""Mutants of real forms: each is judged, whatever its rules are made of, and its cases notice most."""

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import Any

import pytest

from kaohe.authoring.cases.case import Case, CasePlace, Expected, exactly
from kaohe.authoring.cases.running import run
from kaohe.authoring.mutation.change import made
from kaohe.authoring.mutation.mutating import Mutating
from kaohe.authoring.mutation.rubric_changes import rubric_changes
from kaohe.rubric.model import Rubric
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.scoring.scorer import Scorer
from kaohe.source.models import construct
from kaohe.source.program_data import document_of
from test_forms import FORMS, Form

QUICK = ("happy-river", "monthly-economy-rank", "soe-principals-2009-term", "wage-arrears-grade", "wage-arrears-gansu")


def cases(form: Form) -> Iterator[Case]:
    """Every row of an item as a case of its own, every total as one of the whole."""
    for number, unit in enumerate(form.cases["units"]):
        rows = {item: form.cases["items"][item][number] for item in form.items}
        for item, (facts, score) in rows.items():
            expected = Expected(points={item: exactly(Fraction(str(score)))})
            yield _case(form, number, f"{unit} {item}", {item: facts}, expected)
        if "totals" in form.cases:
            whole = Expected(score=exactly(Fraction(str(form.cases["totals"][number]))))
            yield _case(form, number, unit, {item: facts for item, (facts, _) in rows.items()}, whole)


def _case(form: Form, number: int, name: str, facts: dict[str, Any], expected: Expected) -> Case:
    shared = {"shared": form.cases["shared"][number]} if "shared" in form.cases else {}
    data = {
        "rubric": form.stem,
        "unit": form.cases["units"][number],
        "year": form.cases.get("year", 2011),
        "indicators": {**facts, **shared},
        "parameters": form.cases.get("parameters", {}),
    }
    common = document_of({"rubric": form.stem, "peers": form.cases.get("peers", {})}, "peers")
    item = next(iter(facts)) if len(facts) == 1 else ""
    return Case(name, CasePlace(form.stem), item, facts, {}, expected, document_of(data, name), common)


EVERY_FORM = pytest.mark.parametrize("form", [pytest.param(one, id=one.stem) for one in FORMS if one.stem in QUICK])


def scorers(data: Any) -> Callable[[Mapping[str, str]], Scorer]:
    """What scores by a rubric's data as they are read."""
    scorer = Scorer(CompiledRubric(construct(Rubric, data), ""), "zh")
    return lambda _: scorer


@EVERY_FORM
def test_every_mutant_is_judged(form: Form) -> None:
    several = list(cases(form))
    assert all(one.passed for one in run(several, scorers(form.document.data)))
    mutants = list(Mutating(form.document, several, "zh").mutants())
    noticed = [one for one in mutants if one.verdict == "noticed"]
    assert len(mutants) > 30
    assert len(noticed) > 3
    assert all(one.line for one in mutants)
    assert all(bool(one.by) == (one.verdict == "noticed") for one in mutants)


@EVERY_FORM
def test_no_case_notices_what_means_the_same(form: Form) -> None:
    several = list(cases(form))
    mutants = Mutating(form.document, several, "zh").mutants()
    same = [
        change
        for change, mutant in zip(rubric_changes(form.document.data), mutants, strict=True)
        if mutant.verdict == "same" and not change.reading
    ]
    assert same
    for change in same:
        changed = made(form.document.data, change)
        assert all(one.passed for one in run(several, scorers(changed))), change
