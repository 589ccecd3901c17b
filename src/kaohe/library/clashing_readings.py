"""What is said of readings that can't be taken together, at the alternative that comes later in the rubric."""

from collections.abc import Mapping

from kaohe.library.readings import Clash
from kaohe.problems import Problem, Said
from kaohe.source import Document

CODE = "readings-clash"


def same_place(document: Document, clash: Clash) -> Problem:
    """Of two alternatives that make something different of one place in their rule."""
    named = [f"{one.reading}={one.option}" for one in (clash.one, clash.other)]
    why = Said("clash.same-place", {"key": ".".join(map(str, clash.way))})
    return document.problem(CODE, clash.other.path, {"found": ", ".join(named), "why": why}, key=True)


def unsound_together(
    document: Document, choices: Mapping[str, str], wrong: Problem, path: tuple[str | int, ...] = ()
) -> Problem:
    """Of alternatives that leave no sound rule, for what is `wrong` in it then."""
    found = ", ".join(f"{name}={option}" for name, option in choices.items())
    why = Said("clash.unsound", {"wrong": Said(f"problem.{wrong.code}", wrong.parameters)})
    return document.problem(CODE, path, {"found": found, "why": why}, key=bool(path))
