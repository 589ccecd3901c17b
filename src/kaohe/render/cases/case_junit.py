"""A run of cases as JUnit XML, which code hosts and build servers show: a suite for each file, a test for each case."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from kaohe.authoring.cases.cases_run import CasesRun, RanFile
from kaohe.authoring.cases.running import Outcome
from kaohe.authoring.mutation.mutation_run import MutatedRubric
from kaohe.messages import Language, say
from kaohe.render.cases import mutation_data
from kaohe.render.cases.words import reasons, told
from kaohe.render.problem_listing import as_text


def text(ran: CasesRun, language: Language, mutated: Sequence[MutatedRubric] = ()) -> str:
    """It says nothing of time, so that the same cases give the same bytes."""
    root = Element("testsuites", _counts(*ran.files))
    for one in ran.files:
        suite = SubElement(root, "testsuite", {"name": one.path, **_counts(one)})
        for outcome in one.outcomes:
            _case(suite, one.path, outcome, language)
        if one.problems:
            broken = SubElement(suite, "testcase", {"classname": one.path, "name": one.path, "file": one.path})
            _error(broken, as_text(one.problems, language), language)
    for rubric in mutated:
        mutation_data.add_suite(root, rubric, language)
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _counts(*files: RanFile) -> dict[str, str]:
    outcomes = [outcome for one in files for outcome in one.outcomes]
    unread = sum(bool(one.problems) for one in files)
    return {
        "tests": str(len(outcomes) + unread),
        "failures": str(sum(bool(one.differences) for one in outcomes)),
        "errors": str(sum(bool(one.problems) for one in outcomes) + unread),
    }


def _case(suite: Element, path: str, outcome: Outcome, language: Language) -> None:
    place = {"classname": path, "name": outcome.case.name, "file": path, "line": str(outcome.case.place.line)}
    test = SubElement(suite, "testcase", place)
    if outcome.problems:
        _error(test, as_text(outcome.problems, language), language)
    elif outcome.differences:
        sentences = [told(one, language) for one in outcome.differences]
        failure = SubElement(test, "failure", {"message": sentences[0], "type": "difference"})
        failure.text = "\n".join((f"{outcome.case.place}", *sentences, *reasons(outcome)))


def _error(test: Element, found: str, language: Language) -> None:
    message = say("cases.unsound-facts", language)
    SubElement(test, "error", {"message": message, "type": "problem"}).text = found
