"""The codes of all problems, by the topic in whose file their sentences stand."""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from kaohe.messages import problem_words, table

BROUGHT = "rubric"
"""The topic of what rule types bring with them."""


@cache
def topics() -> Mapping[str, tuple[str, ...]]:
    """Topics by their names with their codes, as `rubric`, whose sentences stand in `rubric_problems.py`."""
    found: dict[str, tuple[str, ...]] = {}
    for one in iter_modules(problem_words.__path__):
        sentences = import_module(f"{problem_words.__name__}.{one.name}").SENTENCES
        found[one.name.removesuffix("_problems")] = tuple(code.removeprefix("problem.") for code in sentences)
    return found


@cache
def problem_codes() -> tuple[str, ...]:
    """All codes, in the order of their letters."""
    return tuple(sorted(code.removeprefix("problem.") for code in table("problem")))


def topic_of(code: str) -> str:
    return next((name for name, codes in topics().items() if code in codes), BROUGHT)


def begins_with(code: str, beginnings: Iterable[str]) -> bool:
    """Whether a code is one of these, or begins with one of them up to a hyphen: `doubt` is all of `doubt-above` …"""
    return any(f"{code}-".startswith(f"{one.removesuffix('-')}-") for one in beginnings)
