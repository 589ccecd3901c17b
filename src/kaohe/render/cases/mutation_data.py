"""Mutants for machines: as data of JSON, and as suites of JUnit XML."""

from typing import Any

from kaohe.authoring.mutation.mutant import Mutant, Verdict
from kaohe.authoring.mutation.mutation_run import MutatedRubric
from kaohe.messages import Language
from kaohe.render.cases.mutation_text import told
from kaohe.render.junit import Case, Suite
from kaohe.render.problem_listing import as_data, as_text

LISTED: tuple[Verdict, ...] = ("survived", "equivalent")
"""Those that are listed one by one; of the others there are figures."""


def data(one: MutatedRubric, language: Language) -> dict[str, Any]:
    """Figures, those that no case notices, and equivalents that there are no mutants for."""
    listed = [_mutant(mutant, language) for verdict in LISTED for mutant in one.judged(verdict)]
    problems = [as_data(problem, language) for problem in one.problems]
    return {"path": one.path, **one.figures, "listed": listed, "problems": problems}


def _mutant(mutant: Mutant, language: Language) -> dict[str, Any]:
    return {
        "verdict": mutant.verdict,
        "at": mutant.name,
        "change": mutant.change,
        "reading": mutant.reading,
        "line": mutant.line,
        "column": mutant.column,
        "message": mutant.by or told(mutant, language),
    }


def suite(one: MutatedRubric, language: Language) -> Suite:
    """A test for each mutant that a case could notice, and one for each thing that is wrong with equivalents."""
    noticed = [Case(_name(mutant), line=mutant.line) for mutant in one.judged("noticed")]
    survived = [
        Case(_name(mutant), "failure", "survived", told(mutant, language), line=mutant.line) for mutant in one.survivors
    ]
    problems = [Case(problem.place, "error", "problem", as_text([problem], language)) for problem in one.problems]
    return Suite(one.path, [*noticed, *survived, *problems])


def _name(mutant: Mutant) -> str:
    return f"{mutant.name}: {mutant.change}"
