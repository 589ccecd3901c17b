"""Checked files as suites of JUnit XML: a test for each finding, one that passes for a file without any."""

from collections.abc import Iterable, Iterator, Sequence

from kaohe.messages import Language
from kaohe.problems import Problem
from kaohe.render.junit import Case, Suite
from kaohe.render.problem_listing import as_text

UNREAD = "unreadable-file"


def suites(
    files: Iterable[tuple[str, Sequence[Problem]]], language: Language, *, strict: bool = False
) -> Iterator[Suite]:
    """Where the run is strict, a warning that nobody has explained fails too."""
    for path, found in files:
        cases = [_case(problem, language, strict=strict) for problem in found]
        yield Suite(path, cases or [Case("validate")])


def _case(problem: Problem, language: Language, *, strict: bool) -> Case:
    """What does not fail is shown with a test that passes."""
    said, line = as_text([problem], language), 0 if problem.sheet else problem.line
    name = f"{problem.code} {problem.place.removeprefix(problem.path).strip(': ')}".strip()
    fails = problem.severity == "error" or (strict and problem.severity == "warning" and not problem.reason)
    if not fails:
        return Case(name, said=said, line=line)
    return Case(name, "error" if problem.code == UNREAD else "failure", problem.code, said, line=line)
