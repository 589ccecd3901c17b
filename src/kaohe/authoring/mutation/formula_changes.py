"""Formulas and conditions written a little otherwise: signs, words, numbers, functions, facts, a `not` more or less."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from kaohe.authoring.mutation.number_changes import texts_near
from kaohe.formulas.tokens import Malformed, Token, tokens

SIGNS: Mapping[str, tuple[str, ...]] = {
    ">=": (">", "<"),
    ">": (">=", "<="),
    "<=": ("<", ">"),
    "<": ("<=", ">="),
    "=": ("!=",),
    "!=": ("=",),
    "+": ("-",),
    "-": ("+",),
    "*": ("/",),
    "/": ("*",),
}
WORDS = {"and": "or", "or": "and", "not": ""}
OTHER_FUNCTIONS: Mapping[str, str] = {
    "min": "max",
    "max": "min",
    "floor": "ceiling",
    "ceiling": "floor",
    "sum": "mean",
    "mean": "sum",
    "highest": "lowest",
    "lowest": "highest",
    "any": "all",
    "all": "any",
    "members": "sum",
}
COMPARED = frozenset({">=", ">", "<=", "<", "=", "!=", "+", "-", "*", "/", "(", ","})
NUMBERS = frozenset({"number", "percent", "date", "month"})
COUNTED = frozenset({"count", "number"})


class Fact(NamedTuple):
    """What of a fact decides which others could stand in its place."""

    kind: str
    listed: bool


class Written(NamedTuple):
    """A formula as it could be written, and the character at which it differs."""

    text: str
    offset: int


def formulas_near(formula: str, facts: Mapping[str, Fact], *, condition: bool) -> Iterator[Written]:
    """What could be written for a formula by mistake; `facts` are those of the item by name."""
    try:
        found = tokens(formula)[:-1]
    except Malformed:  # it is no formula: a word of the key's own
        return
    for place, token in enumerate(found):
        after = found[place + 1].text if place + 1 < len(found) else ""
        before = found[place - 1].text if place else ""
        for text in _instead(token, before, after, facts, condition=condition):
            yield _with(formula, token, text)
    if condition and found[0].text != "not":
        alone = len(found) == 1
        yield Written(f"not {formula}" if alone else f"not ({formula})", 0)


def _instead(token: Token, before: str, after: str, facts: Mapping[str, Fact], *, condition: bool) -> Iterator[str]:
    """What could stand for one token."""
    if token.kind in NUMBERS:
        yield from texts_near(token.text)
    elif token.kind == "sign":
        yield from SIGNS.get(token.text, ())
    elif token.kind in WORDS:
        yield WORDS[token.kind]
    elif token.kind == "name" and after == "(":
        yield from (OTHER_FUNCTIONS[name] for name in [token.text] if name in OTHER_FUNCTIONS)
    elif token.kind == "name":
        yield from _other_fact(token.text, facts)
        name = token.text.partition(".")[0]
        counted = name in facts and facts[name].kind in COUNTED and not facts[name].listed
        if condition and counted and not {before, after} & COMPARED:
            yield f"{token.text} > 1" if before != "not" else f"({token.text} > 1)"


def _other_fact(name: str, facts: Mapping[str, Fact]) -> Iterator[str]:
    """The next fact of the same kind, after the last one the first."""
    own, dot, end = name.partition(".")
    if own in facts:
        alike = [one for one, fact in facts.items() if fact == facts[own]]
        other = alike[(alike.index(own) + 1) % len(alike)]
        if other != own:
            yield f"{other}{dot}{end}"


def _with(formula: str, token: Token, text: str) -> Written:
    after = formula[token.offset + len(token.text) :]
    return Written(formula[: token.offset] + text + (after if text else after.lstrip()), token.offset)
