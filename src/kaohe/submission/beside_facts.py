"""What a unit's file says beside its facts, as evidence and notes: of an item as a whole, or of one of its facts."""

from collections.abc import Iterator, Mapping
from typing import Any

from kaohe.expr.numbers import shown
from kaohe.source.file_findings import FileFindings
from kaohe.submission.answers import Place
from kaohe.submission.stray_keys import labels

Path = tuple[str, ...]


def beside_facts(
    key: str, given: Any, groups: Mapping[str, Mapping[str, Place]], found: FileFindings
) -> Iterator[tuple[Path, str, str, Any]]:
    """What stands under a key: for each entry its path, its item, its fact (or an empty text), and what is written.

    For both, an item as a whole and its facts, a list has what is about the whole, and then the facts.
    """
    if given is not None and not isinstance(given, dict):
        found.add("mapping-expected", (key,), {"found": shown(given)})
        return
    for item, entry in (given or {}).items():
        path: Path = (key, item)
        if item not in groups:
            found.unknown(item, tuple(groups), (key,))
            continue
        both = isinstance(entry, list) and any(isinstance(one, dict) for one in entry)
        for one in entry if both else [entry]:
            if not isinstance(one, dict):
                yield path, item, "", one
                continue
            found.keys(one, labels(groups[item]), path)
            yield from (((*path, fact), item, fact, written) for fact, written in one.items())
