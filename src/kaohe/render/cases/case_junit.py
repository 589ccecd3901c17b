"""A run of cases as JUnit XML: a suite for each file, a test for each case; then a suite for each mutated rubric."""

from collections.abc import Iterator, Sequence

from kaohe.authoring.cases.cases_run import CasesRun, RanFile
from kaohe.authoring.cases.running import Outcome
from kaohe.authoring.mutation.mutation_run import MutatedRubric
from kaohe.messages import Language
from kaohe.render.cases import mutation_data
from kaohe.render.cases.words import reasons, told
from kaohe.render.junit import Case, Suite, as_junit
from kaohe.render.problem_listing import as_text


def text(ran: CasesRun, language: Language, mutated: Sequence[MutatedRubric] = ()) -> str:
    """It says nothing of time, so that the same cases give the same bytes."""
    files = (Suite(one.path, [*_cases(one, language)]) for one in ran.files)
    rubrics = (mutation_data.suite(one, language) for one in mutated)
    return as_junit("kaohe test", [*files, *rubrics])


def _cases(one: RanFile, language: Language) -> Iterator[Case]:
    """What is wrong with the file as a whole is a test of its name."""
    yield from (_case(outcome, language) for outcome in one.outcomes)
    if one.problems:
        yield Case(one.path, "error", "problem", as_text(one.problems, language))


def _case(outcome: Outcome, language: Language) -> Case:
    name, place = outcome.case.name, outcome.case.place
    line = 0 if place.sheet else place.line
    if outcome.problems:
        return Case(name, "error", "problem", as_text(outcome.problems, language), line=line)
    if outcome.differences:
        first, *others = (told(one, language) for one in outcome.differences)
        found = "\n".join((f"{place}: {first}", *others, *reasons(outcome)))
        return Case(name, "failure", "difference", found, line=line)
    return Case(name, line=line)
