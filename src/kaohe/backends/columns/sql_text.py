"""Queries as text: what is selected from what, and named queries one after another."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

INDENT = "\n  "
AND_ALL = "\nUNION ALL\n"


def select(taken: Iterable[str], table: str) -> str:
    return f"SELECT{INDENT}{f',{INDENT}'.join(taken)}\nFROM {table}"


def either(conditions: Iterable[str]) -> str:
    """One of them at least holds."""
    return f"({' OR '.join(conditions) or 'FALSE'})"


@dataclass(frozen=True, slots=True)
class Query:
    """Named queries, each of which may read those before it, and the rows that come out at last."""

    steps: Sequence[tuple[str, str]]
    rows: str

    def text(self) -> str:
        """All of it as one."""
        before = ",\n".join(f"{name} AS (\n{query}\n)" for name, query in self.steps)
        return f"WITH {before}\n{self.rows}\n"


class Steps:
    """Gathers named queries; no table of a warehouse has a name that begins with the prefix."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._steps: list[tuple[str, str]] = []

    def named(self, purpose: str, query: str) -> str:
        """The name by which it is read."""
        name = f"{self._prefix}_{len(self._steps) + 1}_{purpose}"
        self._steps.append((name, query))
        return name

    def then(self, queries: Iterable[str]) -> Query:
        """With the rows of these queries."""
        last = [*queries]  # which may add steps
        return Query(tuple(self._steps), AND_ALL.join(last))
