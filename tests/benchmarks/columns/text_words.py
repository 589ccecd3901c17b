"""The form's clauses as texts in a language with infix operators."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Text:
    """A formula in a language whose words for and, or, not are `words`."""

    text: str
    words: tuple[str, str, str]

    def _infix(self, sign: str, other: Any) -> "Text":
        return Text(f"({self.text} {sign} {text(other)})", self.words)

    def __add__(self, other: Any) -> "Text":
        return self._infix("+", other)

    def __sub__(self, other: Any) -> "Text":
        return self._infix("-", other)

    def __rsub__(self, other: int) -> "Text":
        return Text(f"({other} - {self.text})", self.words)

    def __mul__(self, other: Any) -> "Text":
        return self._infix("*", other)

    def __lt__(self, other: Any) -> "Text":
        return self._infix("<", other)

    def __gt__(self, other: Any) -> "Text":
        return self._infix(">", other)

    def __ge__(self, other: Any) -> "Text":
        return self._infix(">=", other)

    def same(self, other: "Text", sign: str) -> "Text":
        return self._infix(sign, other)

    def __and__(self, other: Any) -> "Text":
        return self._infix(self.words[0], other)

    def __or__(self, other: Any) -> "Text":
        return self._infix(self.words[1], other)

    def __invert__(self) -> "Text":
        return Text(f"({self.words[2]}({self.text}))", self.words)


@dataclass
class TextWords:
    """A language: its operators, a choice and a quotient of three and two texts, how it names facts and results."""

    words: tuple[str, str, str]
    choice: str
    division: str
    equals: str
    name: Callable[[str], str]
    result_name: Callable[[str], str]
    results: dict[str, str] = field(default_factory=dict)

    def fact(self, name: str) -> Text:
        return Text(self.name(name), self.words)

    def when(self, condition: Text, then: Any, otherwise: Any) -> Text:
        return Text(self.choice.format(condition.text, text(then), text(otherwise)), self.words)

    def quotient(self, above: Text, below: Text) -> Text:
        return Text(self.division.format(above.text, below.text), self.words)

    def same(self, left: Text, right: Text) -> Text:
        return left.same(right, self.equals)

    def result(self, name: str, value: Text) -> Text:
        self.results[name] = value.text
        return Text(self.result_name(name), self.words)


def text(value: Any) -> str:
    return value.text if isinstance(value, Text) else str(value)


def flat(name: str) -> str:
    """A name where dots mean something else."""
    return name.replace(".", "__")
