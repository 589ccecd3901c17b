"""Keys of a file of facts that are not known where they stand: where they belong, or what is meant by them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kaohe.formulas.scope import PARAMETERS
from kaohe.source.file_findings import FileFindings
from kaohe.source.file_kinds import kind_of
from kaohe.submission.answers import Place

INDICATORS, CHANGES = "indicators", "changes"
"""Where a unit's file says its facts, and a later stage's file what changed."""
OUTERMOST = ("rubric", "unit", "year", "stage", INDICATORS, PARAMETERS, "evidence", "notes")
"""The keys of a unit's file as a whole."""


@dataclass(frozen=True, slots=True)
class StrayKeys:
    """What stands where: facts by their group, and the titles of the groups that are items."""

    items: Mapping[str, Mapping[str, Place]]
    parameters: Mapping[str, Place]
    titles: Mapping[str, str]

    def tell(self, name: str, known: Mapping[str, str], path: tuple[str, ...], found: FileFindings) -> None:
        """Add what is to be said of a key at a place where these are known, each with what people call it."""
        label = self.titles.get(path[-1], "") if path else ""
        places = ", ".join(self._places(name.rpartition(".")[2], kind_of(found.document)))
        if (*path, name) in found.document.twice:
            found.unknown(name, known, path, label)
        elif path and name in OUTERMOST:
            found.add("outermost-key", (*path, name), {"key": name, "label": label}, key=True)
        elif places:
            found.add("misplaced-key", (*path, name), {"key": name, "place": places, "label": label}, key=True)
        else:
            found.unknown(name, known, path, label)

    def _places(self, name: str, kind: str) -> Iterator[str]:
        """Where a file of some kind has a group of facts, or a fact."""
        root = {"values": INDICATORS, "later": CHANGES}.get(kind)
        if root and name in self.items:
            yield root
        if root:
            yield from (f"{root}.{item}" for item, facts in self.items.items() if name in facts)
        if name in self.parameters:
            yield f"{CHANGES}.{PARAMETERS}" if root == CHANGES else PARAMETERS


def labels(places: Mapping[str, Place]) -> Mapping[str, str]:
    """What people call each of some facts."""
    return {name: place.indicator.label for name, place in places.items()}
