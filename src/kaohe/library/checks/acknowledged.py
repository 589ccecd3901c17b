"""Findings that the author knows of stay warnings, with the reason; an acknowledgement of nothing is a finding."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kaohe.library.checks.ignoring import MUST_BE_MENDED, Ignored, ignored
from kaohe.library.checks.numbers.number_kinds import numbers
from kaohe.library.checks.positions import Path, Place, items
from kaohe.problems import Problem, Severity, errors
from kaohe.rubric.model import Acknowledgement, Rubric

END = (1 << 30, 0)
Position = tuple[int, int]
KNOWABLE = (
    *("orphan-words", "clause-not-in-method", "clause-twice", "words-not-in-clause"),
    *("number-not-in-rule", "number-not-in-alternative"),
)
"""Errors that leave a rubric which can be scored by: known to its author, they are warnings."""
ALWAYS_LOOKED_FOR = ("orphan-words", "clause-not-in-method", "clause-twice", "number-not-in-rule")


@dataclass(frozen=True, slots=True)
class _Known:
    """An acknowledgement, where it stands, and the stretch of the file that it speaks of: its item."""

    one: Acknowledgement
    place: Place
    path: Path
    first: Position
    after: Position

    @property
    def reason(self) -> str:
        return self.one.reason

    def covers(self, problem: Problem) -> bool:
        """Whether it names this finding: by its code, by words of the clause, and by its number if it has one."""
        place, of = (problem.line, problem.column), problem.parameters
        quoted = str(of.get("clause") or of.get("words") or "")
        named = "number" not in of or of["number"] in numbers(self.one.words)
        here = self.first <= place < self.after
        return here and problem.code == self.one.problem and self.one.words in quoted and named

    def in_vain(self) -> Problem:
        parameters = {"problem": self.one.problem, "words": self.one.words}
        return self.place.problem("nothing-to-acknowledge", self.path, parameters)

    def refused(self) -> Problem:
        return replace(self.place.problem(MUST_BE_MENDED, self.path, {"found": self.one.problem}), severity="warning")


def acknowledge(rubric: Rubric, place: Place, problems: list[Problem]) -> Iterator[Problem]:
    """The findings, those acknowledged milder by a degree, be it in the item or by a comment on their line."""
    by_comments, wrong = ignored(place.document)
    known: list[_Known | Ignored] = [*_known(rubric, place), *by_comments]
    left = [_milder(problem, [one for one in known if one.covers(problem)]) for problem in problems]
    yield from (*left, *wrong)
    for one in known:
        named = [problem for problem in problems if one.covers(problem)]
        if named and not any(map(_can_stay, named)):
            yield one.refused()
        elif not named and (isinstance(one, _Known) or _looked_for(one.code, left)):
            yield one.in_vain()


def _looked_for(code: str, left: Sequence[Problem]) -> bool:
    """Whether all findings of a code are known: errors keep checks from being made, but for some of those of clauses.

    Where one of these stands elsewhere, the comment is on the wrong line.
    """
    return not errors(left) or (code in ALWAYS_LOOKED_FOR and any(one.code == code for one in left))


def _can_stay(problem: Problem) -> bool:
    """Whether there is scoring with it."""
    return problem.severity != "error" or problem.code in KNOWABLE


def _milder(problem: Problem, known: Sequence[_Known | Ignored]) -> Problem:
    """The finding as what its author knows of, a warning where it was an error, a notice where it was a warning."""
    if not known or not _can_stay(problem):
        return problem
    severity: Severity = "warning" if problem.severity == "error" else "notice"
    of = {**problem.parameters, "example": ""}
    return replace(problem, severity=severity, parameters=of, reason=known[-1].reason)


def _known(rubric: Rubric, place: Place) -> Iterator[_Known]:
    """All acknowledgements; an item reaches to where the next one begins."""
    rows = [(item, path, place.document.position(path)) for _, item, path in items(rubric)]
    ends = [*(after for _, (_, _, after) in pairwise(rows)), END]
    for (item, path, first), after in zip(rows, ends, strict=False):
        for number, one in enumerate(item.acknowledge):
            yield _Known(one, place, (*path, "acknowledge", number), first, after)
