"""Keys as people call them: by a label or a number of the form where one thing alone can be meant, else as written."""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from operator import is_
from typing import Any, TypeVar

from kaohe.problems import Problems
from kaohe.source.document import Document
from kaohe.submission.stray_keys import INDICATORS

Path = tuple[str | int, ...]
Read = TypeVar("Read")
Groups = Mapping[str, Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class KeyNames:
    """The keys that a mapping may have, and what they are called besides; `below` are the names inside what each has.

    With `each` every key has the same inside. With `dotted` a key may have a part behind a dot, and then `below` is
    looked up with the dot.
    """

    called: Mapping[str, str] = field(default_factory=dict)
    below: Mapping[str, "KeyNames"] = field(default_factory=dict)
    each: "KeyNames | None" = None
    dotted: bool = False

    def key(self, written: str) -> str:
        """The key that is meant by one that is written."""
        plain = plainly(written)
        head, dot, part = written.partition(".")
        if plain in self.called or not (self.dotted and dot):
            return self.called.get(plain, written)
        return f"{self.called.get(plainly(head), head)}.{part}"

    def inside(self, key: str) -> "KeyNames | None":
        head, dot, _ = key.partition(".")
        return self.below.get(key) or (self.below.get(f"{head}.") if self.dotted and dot else None) or self.each


@lru_cache(maxsize=4096)  # a run asks for the same few, and for its units' names, again and again
def plainly(name: str) -> str:
    """A name as people may retype it: blanks, full-width signs and capitals make no other name."""
    return "".join(unicodedata.normalize("NFKC", name).split()).casefold()


def called(names: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """From what things are called to the key of each, where one thing alone is called so and it is no other's key."""
    found: dict[str, set[str]] = {}
    own: dict[str, str] = {}
    for key, name in names:
        found.setdefault(plainly(name), set()).add(key)
        own[plainly(key)] = key
    alone = {name: ones.pop() for name, ones in found.items() if name and len(ones) == 1}
    return {name: key for name, key in alone.items() if own.get(name, key) == key}


def with_keys(document: Document, names: KeyNames) -> Document:
    """The document with the keys that are meant, places and all; itself where they are what is written."""
    shared, twice = _shared(document.data), dict(document.twice)
    data = _Renaming(shared, twice).renamed(document.data, names, ())
    return document if data is document.data and twice == document.twice else replace(document, data=data, twice=twice)


def read_with_keys(
    document: Document, names: Callable[[], KeyNames], read: Callable[[Document], Read], groups: Groups | None = None
) -> Read:
    """What is read from a document as it is written or, where that fails, with the keys that are meant.

    `groups` are the facts that may be reported, by their groups: where others are, that it fails need not be tried.
    """
    if groups is not None and _has_others(document.data.get(INDICATORS), groups):
        document = with_keys(document, names())
    try:
        return read(document)
    except Problems:
        meant = with_keys(document, names())
        if meant is document:
            raise
    return read(meant)


def _has_others(given: Any, groups: Groups) -> bool:
    if not isinstance(given, dict):
        return False
    return not given.keys() <= groups.keys() or any(
        isinstance(facts, dict) and not facts.keys() <= groups[group].keys() for group, facts in given.items()
    )


@dataclass(frozen=True, slots=True)
class _Renaming:
    """Renames keys without changing their order, by which places are found; what has two places stays as it is."""

    shared: frozenset[int]
    twice: dict[Path, str]

    def renamed(self, data: Any, names: KeyNames, path: Path) -> Any:
        """The data with the keys that are meant; themselves where they are what is written."""
        if isinstance(data, list):
            inside = [self.renamed(one, names, path) for one in data]
            return data if all(map(is_, inside, data)) else inside
        if not isinstance(data, dict) or id(data) in self.shared:
            return data
        found: dict[str, Any] = {}
        for written, key in self._keys([*data], names, path).items():
            below = names.inside(key)
            found[key] = data[written] if below is None else self.renamed(data[written], below, (*path, key))
        return data if [*found] == [*data] and all(map(is_, found.values(), data.values())) else found

    def _keys(self, written: Sequence[str], names: KeyNames, path: Path) -> Mapping[str, str]:
        """The key that is meant by each; itself where another is that key or means it, and then it is noted."""
        found: dict[str, str] = {}
        places = {one: place for place, one in enumerate(written)}
        first: dict[str, str] = {}
        for one in written:
            key = names.key(one)
            others = [other for other in (first.get(key, key), key) if other != one and other in places]
            if key != one and others:
                self.twice.setdefault((*path, one), min(others, key=places.__getitem__))
                key = one
            found[one] = key
            first.setdefault(key, one)
        return found


def _shared(data: Any) -> frozenset[int]:
    """The mappings that stand in more than one place, by an alias."""
    times = Counter(id(one) for one in _mappings(data))
    return frozenset(one for one, many in times.items() if many > 1)


def _mappings(data: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(data, dict):
        yield data
    for one in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from _mappings(one)
