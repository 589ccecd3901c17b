"""A part of a text: a mapping, a list or a single value, with where it starts and ends."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from kaohe.source.yaml.scalars import Misread, plain

Step = str | int
Path = tuple[Step, ...]


@dataclass(slots=True)
class Part:
    """`start` and `end` count characters from 0. A single value has a `text`, without its quotes.

    The other two kinds have entries; one that the author has only begun to write may have the kind `value`, an empty
    text and no length. In brackets, `flow` is true.
    """

    kind: Literal["mapping", "list", "value"]
    start: int
    end: int
    text: str = ""
    quoted: bool = False
    flow: bool = False
    entries: list["Entry"] = field(default_factory=list)

    @property
    def data(self) -> Any:
        """What YAML would give; where that is doubtful, the text."""
        if self.kind == "mapping":
            return {one.key: one.value.data for one in self.entries if one.colon}
        if self.kind == "list":
            return [one.value.data for one in self.entries]
        if self.quoted:
            return self.text
        try:
            return plain(self.text)
        except Misread:
            return self.text

    def __getitem__(self, key: str) -> "Part | None":
        """What stands under a key, if anything does."""
        return next((one.value for one in self.entries if one.key == key and one.colon), None)

    def get(self, key: str) -> str:
        """The text of a single value under a key; empty where there is none."""
        found = self[key] if self.kind == "mapping" else None
        return "" if found is None else found.text

    def members(self, key: str) -> list["Part"]:
        """The members of the list under a key."""
        found = self[key]
        return [one.value for one in found.entries] if found is not None and found.kind == "list" else []

    def under(self, key: str) -> list["Entry"]:
        """The entries of the mapping under a key."""
        found = self[key]
        return [one for one in found.entries if one.colon] if found is not None and found.kind == "mapping" else []

    def at(self, path: Path) -> "Part | None":
        """What stands at a path."""
        found: Part | None = self
        for step in path:
            entry = found.entry(step) if found is not None else None
            found = None if entry is None else entry.value
        return found

    def entry(self, step: Step) -> "Entry | None":
        """The entry at a step: the last of its key, as YAML has it."""
        if isinstance(step, int):
            return self.entries[step] if self.kind == "list" and step < len(self.entries) else None
        return next((one for one in reversed(self.entries) if one.key == step), None)

    def walk(self, path: Path = ()) -> Iterator[tuple[Path, "Entry"]]:
        """Every entry within, with its path, in the order of the text."""
        for number, one in enumerate(self.entries):
            below: Path = (*path, one.key if self.kind == "mapping" else number)
            yield below, one
            yield from one.value.walk(below)


@dataclass(slots=True)
class Entry:
    """A key with what stands behind it, or a member of a list: then the key is empty and starts with the value.

    Without a `colon` it is a word that stands where a key is wanted: one that is still being written.
    """

    key: str
    start: int
    end: int
    value: Part
    colon: bool = True
