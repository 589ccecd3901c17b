"""The content of an input cell as formulas take it: text, a number, or blank; words that people write."""

from collections.abc import Iterator, Sequence

from kaohe.backends.excel.cells import Formula, Literal, Reference, call, choose, compare, either, negation

NamedFormula = tuple[str, Formula]
YES_WORDS, NO_WORDS = ("是", "√", "yes", "true"), ("否", "×", "no", "false")
GONE_WORDS = ("不适用", "not applicable", "n/a")
ERROR = "?"
"""Stands for a formula of the user's own that gives an error."""


def given(name: str) -> Iterator[NamedFormula]:
    """The cell that has what stands in an input cell; blank is an empty text."""
    cell = Reference(f"input.{name}")
    words = choose(cell, Literal(YES_WORDS[0]), Literal(NO_WORDS[0]))
    content = choose(call("ISTEXT", cell), call("TRIM", cell), choose(call("ISLOGICAL", cell), words, cell))
    read = choose(call("ISBLANK", cell), Literal(""), content)
    yield f"given.{name}", choose(call("ISERROR", cell), Literal(ERROR), read)


def said(name: str) -> Formula:
    """Whether anything stands in an input cell."""
    return negation(compare("=", Reference(f"given.{name}"), Literal("")))


def says(name: str, words: Sequence[str]) -> Formula:
    """Whether one of these words does."""
    return either(*(compare("=", Reference(f"given.{name}"), Literal(word)) for word in words))
