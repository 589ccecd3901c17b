"""Cases for people: those that differ with their reasons, a line for each file, what no case has reached."""

from collections.abc import Iterator, Sequence

from kaohe.authoring.cases.cases_run import CasesRun, RanFile, ReachedRubric
from kaohe.authoring.cases.running import Outcome
from kaohe.messages import Language, say
from kaohe.problems import Problem
from kaohe.render.cases.words import reasons, spot_told, told
from kaohe.render.problem_listing import as_text


def text(ran: CasesRun, language: Language, *, coverage: bool, quiet: bool = False) -> str:
    """All of a run; with `coverage` every place that no case has reached. A quiet one only says what is wrong."""
    said: set[object] = set()
    lines = [line for one in ran.files for line in _file(one, said, language, quiet=quiet)]
    for rubric in ran.rubrics:
        lines += _coverage(rubric, language) if coverage else ()
        if not quiet:
            lines.append(reached(rubric, language))
    return "".join(f"{line}\n" for line in lines)


def reached(rubric: ReachedRubric, language: Language) -> str:
    """How much of a rubric the cases have reached."""
    found = rubric.coverage
    figures = {"reached": len(found.reached), "spots": len(found.spots), "percent": found.percent}
    return f"{rubric.path}: {say('cases.reached', language, **figures)}"


def _file(one: RanFile, said: set[object], language: Language, *, quiet: bool) -> Iterator[str]:
    """What is wrong in a rubric that many files need is said once."""
    new = _unsaid(one.problems, said)
    if new:
        yield as_text(new, language)
    for outcome in one.failed:
        yield from _failed(outcome, _unsaid(outcome.problems, said), language)
    if not quiet and (one.outcomes or one.unread):
        failed = len(one.failed) + one.unread
        figures = {"cases": len(one.outcomes) + one.unread, "failed": failed, "signed": one.signed}
        yield f"{one.path}: {say('cases.file-differs' if failed else 'cases.file-agrees', language, **figures)}"


def _unsaid(problems: Sequence[Problem], said: set[object]) -> list[Problem]:
    """Those that nothing before had too, which have been said from now on."""
    new = [problem for problem in problems if problem.identity not in said]
    said.update(problem.identity for problem in new)
    return new


def _failed(outcome: Outcome, new: Sequence[Problem], language: Language) -> Iterator[str]:
    code = "cases.unsound" if new else "cases.unsound-too" if outcome.problems else "cases.differs"
    yield f"{outcome.case.place}: {say(code, language, name=outcome.case.name)}"
    if new:
        yield from (f"    {line}" for line in as_text(new, language).splitlines())
    yield from (f"    {told(one, language)}" for one in outcome.differences)
    yield from (f"      · {why}" for why in reasons(outcome))


def _coverage(rubric: ReachedRubric, language: Language) -> Iterator[str]:
    """What is not reached, in the order of the rubric's lines."""
    missed = [(rubric.document.position(one.path), one) for one in rubric.coverage.unreached]
    for (line, column), one in sorted(missed, key=lambda pair: pair[0]):
        yield f"{rubric.path}:{line}:{column}: {spot_told(one, rubric.document, language)}"
