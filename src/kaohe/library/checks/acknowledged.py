"""Findings that the author knows of stay warnings, with the reason; an acknowledgement of nothing is a finding."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from kaohe.library.checks.numbers.number_kinds import numbers
from kaohe.library.checks.positions import Path, Place, items
from kaohe.problems import Problem
from kaohe.rubric.model import Acknowledgement, Rubric

END = (1 << 30, 0)
Position = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Known:
    """An acknowledgement, where it stands, and the stretch of the file that it speaks of: its item."""

    one: Acknowledgement
    path: Path
    first: Position
    after: Position

    def covers(self, problem: Problem) -> bool:
        """Whether it names this finding: by its code, by words of the clause, and by its number if it has one."""
        place, of = (problem.line, problem.column), problem.parameters
        quoted = str(of.get("clause") or of.get("words") or "")
        named = "number" not in of or of["number"] in numbers(self.one.words)
        here = self.first <= place < self.after
        return here and problem.code == self.one.problem and self.one.words in quoted and named


def acknowledge(rubric: Rubric, place: Place, problems: list[Problem]) -> Iterator[Problem]:
    """The findings, those acknowledged turned into warnings."""
    known = list(_known(rubric, place))
    used: set[Path] = set()
    for problem in problems:
        taken = problem
        for one in known:
            if one.covers(problem):
                used.add(one.path)
                parameters = {**problem.parameters, "reason": one.one.reason, "example": ""}
                taken = replace(problem, severity="warning", parameters=parameters)
        yield taken
    for one in known:
        if one.path not in used:
            parameters = {"problem": one.one.problem, "words": one.one.words}
            yield place.problem("nothing-to-acknowledge", one.path, parameters)


def _known(rubric: Rubric, place: Place) -> Iterator[_Known]:
    """All acknowledgements; an item reaches to where the next one begins."""
    rows = [(item, path, place.document.position(path)) for _, item, path in items(rubric)]
    ends = [*(after for _, (_, _, after) in pairwise(rows)), END]
    for (item, path, first), after in zip(rows, ends, strict=False):
        for number, one in enumerate(item.acknowledge):
            yield _Known(one, (*path, "acknowledge", number), first, after)
