"""Where the pieces of a rubric stand in its file, and how a finding there is made."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from kaohe.problems import Problem
from kaohe.rubric.model import Item, Rubric, Veto
from kaohe.rubric.rule_parts.rule import Rule
from kaohe.source import Document

Path = tuple[str | int, ...]
NOTHING: Mapping[str, object] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Place:
    """The file that findings point into."""

    document: Document

    def data(self, path: Path) -> Any:
        """What stands at a path."""
        found = self.document.data
        for step in path:
            found = found[step]
        return found

    def problem(
        self,
        code: str,
        path: Path,
        parameters: Mapping[str, object] = NOTHING,
        *,
        key: bool = False,
        offset: int = 0,
    ) -> Problem:
        """A finding at the value at a path, or at its key; `offset` is a character of a text."""
        line, column = self.document.position(path, key=key, offset=offset)
        return Problem(code, self.document.path, line, column, parameters)


def items(rubric: Rubric) -> Iterator[tuple[str, Item, Path]]:
    """Every item with its number and its path."""
    for section, group in enumerate(rubric.sections):
        for place, item in enumerate(group.items):
            yield f"{section + 1}.{place + 1}", item, ("sections", section, "items", place)


def holders(item: Item, path: Path) -> Iterator[tuple[Rule | Veto, Path]]:
    """Every rule and veto of an item with its path: both rest on a clause and may have readings."""
    for number, rule in enumerate(item.rules):
        yield rule, (*path, "rules", number)
    for number, veto in enumerate(item.vetoes):
        yield veto, (*path, "vetoes", number)
