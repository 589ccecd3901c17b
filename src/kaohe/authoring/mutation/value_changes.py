"""A single value written otherwise, by what its key takes: a number, a flag, a word, a formula, a veto's scope."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from kaohe.authoring.mutation.change import GONE, Change, Path, under
from kaohe.authoring.mutation.formula_changes import Fact, formulas_near
from kaohe.authoring.mutation.number_changes import numbers_near
from kaohe.formulas.tokens import is_formula

NO_LIMIT = "none"
FORMULAS = frozenset({"formula", "condition"})
WORDS = frozenset({"text", "name"})


@dataclass(frozen=True, slots=True)
class Around:
    """What of the item one must know to write a value otherwise: its facts, and how many rules it has."""

    facts: Mapping[str, Fact] = field(default_factory=dict)
    rules: int = 0


def value_changes(takes: str, raw: Any, path: Path, around: Around) -> Iterator[Change]:
    """The changes of a value; `takes` is the name of what may be written there."""
    if takes in WORDS:
        return
    if takes == "flag":
        yield _written(path, raw, not raw)
    elif takes == "veto-scope":
        yield from (_written(path, raw, one) for one in scopes(around.rules) if one != raw)
    elif takes == "requirements":
        yield Change(path, [], under(path[-1], raw), "", path, key=True)
        yield from _several(raw, path, around)
    elif isinstance(raw, str) and (takes in FORMULAS or is_formula(raw)):
        yield from _formula(raw, path, around, condition=takes == "condition")
    else:
        yield from (_written(path, raw, one) for one in numbers_near(raw))


def scopes(rules: int) -> Iterator[Any]:
    """What a veto may take: the whole item, or any one rule of several."""
    yield "item"
    yield from ([one] for one in range(1, rules + 1) if rules > 1)


def word_changes(raw: Any, path: Path, words: tuple[Any, ...]) -> Iterator[Change]:
    """A word out of a few: each of the others."""
    yield from (_written(path, raw, one) for one in words if one != raw)


def _several(raw: list[Any] | str, path: Path, around: Around) -> Iterator[Change]:
    """Conditions that must all hold: each written otherwise, each of several left out."""
    if isinstance(raw, str):
        yield from _formula(raw, path, around, condition=True)
        return
    for place, one in enumerate(raw):
        here = (*path, place)
        yield from _formula(one, here, around, condition=True)
        yield Change(here, GONE, str(one), "", here)


def _formula(raw: str, path: Path, around: Around, *, condition: bool) -> Iterator[Change]:
    if raw == NO_LIMIT:
        return
    for one in formulas_near(raw, around.facts, condition=condition):
        yield Change(path, one.text, raw, one.text, path, offset=one.offset)


def _written(path: Path, raw: Any, value: Any) -> Change:
    key = path[-1]
    if isinstance(key, int):
        return Change(path, value, under("", raw)[2:], under("", value)[2:], path)
    return Change(path, value, under(key, raw), under(key, value), path)
