"""The content of an input cell as formulas take it: text, a number, or blank; words that people write."""

from collections.abc import Iterator, Sequence

from kaohe.backends.cells.formulas import Formula, Literal, Reference, call, choose, compare, either, negation
from kaohe.formulas.kinds import NOT_APPLICABLE_WORDS

NamedFormula = tuple[str, Formula]
YES_WORD, NO_WORD = "是", "否"
GONE_WORDS = NOT_APPLICABLE_WORDS
ERROR = "?"
"""Stands for a formula of the user's own that gives an error."""


def given(name: str) -> Iterator[NamedFormula]:
    """The cell that has what stands in an input cell; blank is an empty text."""
    cell = Reference(f"input.{name}")
    words = choose(cell, Literal(YES_WORD), Literal(NO_WORD))
    content = choose(call("ISTEXT", cell), call("TRIM", cell), choose(call("ISLOGICAL", cell), words, cell))
    read = choose(call("ISBLANK", cell), Literal(""), content)
    yield f"given.{name}", sound(cell, read)


def sound(cell: Formula, read: Formula) -> Formula:
    """What is read from a cell, unless that is an error."""
    return choose(call("ISERROR", cell), Literal(ERROR), read)


def said(name: str) -> Formula:
    """Whether anything stands in an input cell."""
    return negation(compare("=", Reference(f"given.{name}"), Literal("")))


def says(name: str, words: Sequence[str]) -> Formula:
    """Whether one of these words does."""
    return either(*(compare("=", Reference(f"given.{name}"), Literal(word)) for word in words))
