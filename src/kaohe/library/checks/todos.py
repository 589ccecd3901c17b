"""What the author has left to do is no rubric yet: every todo is a finding that says what is to be done."""

from collections.abc import Iterator

from kaohe.library.checks.positions import Path, Place, items
from kaohe.problems import Problem
from kaohe.rubric.model import Rubric, Todo


def check(rubric: Rubric, place: Place) -> Iterator[Problem]:
    for number, one in enumerate(rubric.todo):
        yield _left(place, ("todo", number, "clause"), one, "")
    for numbered, item, path in items(rubric):
        for number, one in enumerate(item.todo):
            yield _left(place, (*path, "todo", number, "clause"), one, f"{numbered} {item.title}")


def _left(place: Place, path: Path, one: Todo, item: str) -> Problem:
    code = "todo-of-item" if item else "todo-of-form"
    return place.problem(code, path, {"title": item, "clause": one.clause, "why": one.why})
