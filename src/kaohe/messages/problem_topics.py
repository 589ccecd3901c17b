"""The codes of all problems, by the topic in whose file their sentences stand."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from string import Formatter

from kaohe.messages import CHOICE, OPTIONAL, Language, problem_words, table

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


@cache
def beginnings() -> tuple[str, ...]:
    """All codes, and all that they begin with up to a hyphen."""
    words = [code.split("-") for code in problem_codes()]
    return tuple(sorted({"-".join(one[:length]) for one in words for length in range(1, len(one) + 1)}))


def topic_of(code: str) -> str:
    return next((name for name, codes in topics().items() if code in codes), BROUGHT)


def begins_with(code: str, beginning: str) -> bool:
    """Whether a code is this, or begins with it up to a hyphen, as `doubt-above` with `doubt`."""
    return f"{code}-".startswith(f"{beginning.removesuffix('-')}-")


def outline(code: str, language: Language) -> str:
    """The sentence of a problem with … where it says what was found, and without what it says only now and then."""
    sentence = table("problem")[f"problem.{code}"][language == "en"]
    return "".join(literal + _blank(name, spec) for literal, name, spec, _ in Formatter().parse(sentence))


def _blank(name: str | None, spec: str | None) -> str:
    if name is None or spec in OPTIONAL:
        return ""
    return spec.split(CHOICE)[1] if spec and CHOICE in spec else "…"
