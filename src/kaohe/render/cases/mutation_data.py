"""Mutants for machines: as data of JSON, and as suites of JUnit XML."""

from typing import Any
from xml.etree.ElementTree import Element, SubElement

from kaohe.authoring.mutation.mutant import Mutant, Verdict
from kaohe.authoring.mutation.mutation_run import MutatedRubric
from kaohe.messages import Language
from kaohe.render.cases.mutation_text import told
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


def add_suite(root: Element, one: MutatedRubric, language: Language) -> None:
    """A suite with a test for each mutant that a case could notice, counted with all others."""
    could = [*one.judged("noticed"), *one.judged("survived")]
    counts = {"tests": len(could) + len(one.problems), "failures": len(one.survivors), "errors": len(one.problems)}
    suite = SubElement(root, "testsuite", {"name": one.path, **{key: str(number) for key, number in counts.items()}})
    for key, number in counts.items():
        root.set(key, str(int(root.attrib[key]) + number))
    for mutant in could:
        place = {"classname": one.path, "file": one.path, "line": str(mutant.line)}
        test = SubElement(suite, "testcase", {"name": f"{mutant.name}: {mutant.change}", **place})
        if mutant.verdict == "survived":
            SubElement(test, "failure", {"message": told(mutant, language), "type": "survived"})
    for problem in one.problems:
        test = SubElement(suite, "testcase", {"classname": one.path, "name": problem.place, "file": problem.path})
        SubElement(test, "error", {"message": as_text([problem], language), "type": "problem"})
