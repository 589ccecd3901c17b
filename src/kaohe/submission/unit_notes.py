"""What a unit remarks on its facts (备注): how its file says it, of an item as a whole or of one of its facts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kaohe.expr.numbers import shown
from kaohe.source.file_findings import FileFindings
from kaohe.submission.answers import Place
from kaohe.submission.beside_facts import beside_facts


@dataclass(frozen=True, slots=True)
class UnitNote:
    """One remark, in the unit's own words. Without a `fact` it is about the whole item."""

    item: str
    fact: str
    text: str


def read_notes(given: Any, groups: Mapping[str, Mapping[str, Place]], found: FileFindings) -> tuple[UnitNote, ...]:
    """What stands under `notes`: for each item a text, or one for each of its facts; an empty one says nothing."""
    return tuple(_read(given, groups, found))


def _read(given: Any, groups: Mapping[str, Mapping[str, Place]], found: FileFindings) -> Iterator[UnitNote]:
    for path, item, fact, raw in beside_facts("notes", given, groups, found):
        if isinstance(raw, str) and raw.strip():
            yield UnitNote(item, fact, raw.strip())
        elif raw is not None and not isinstance(raw, str):
            found.add("text-expected", path, {"found": shown(raw)})
