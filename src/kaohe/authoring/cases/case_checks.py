"""All that is wrong in a file of cases; whether they agree with their rubric is not asked."""

from functools import partial

from kaohe.authoring.cases.case_reader import read_cases
from kaohe.authoring.cases.running import wrong_in
from kaohe.problems import Problem, Problems
from kaohe.source import Document
from kaohe.stages.prepared_rubrics import PreparedRubrics


def checked_cases(document: Document, rubrics: PreparedRubrics) -> tuple[dict[str, object], tuple[Problem, ...]]:
    """How many cases are sound, and each problem once: what is common to many is wrong but once."""
    try:
        found = read_cases(document, rubrics)
    except Problems as wrong:
        return {}, wrong.problems
    scorer_of = partial(rubrics.scorer, found.document)
    several = [*found.problems, *(one for case in found.cases for one in wrong_in(case, scorer_of))]
    return {"cases": len(found.cases)}, tuple({one.identity: one for one in several}.values())
