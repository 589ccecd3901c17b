"""All that is asked of one item by itself, as its rubric stands or as an alternative has it."""

from dataclasses import dataclass
from typing import Any

from kaohe.backends.bounds import Facts
from kaohe.library.checks import clauses, identities, references, sums
from kaohe.library.checks.positions import Path, Place
from kaohe.problems import Problem
from kaohe.rubric.model import Common, Item
from kaohe.source import Document
from kaohe.source.models import validate


@dataclass(frozen=True, slots=True)
class ItemChecks:
    """Those of an item: its path, what it may name, and what the facts of the rubric may be."""

    path: Path
    common: Common
    facts: Facts

    def wrong(self, place: Place, item: Item) -> list[Problem]:
        return [
            *identities.check_rules(place, item, self.path),
            *sums.check_item(place, item, self.path),
            *clauses.check_item(place, item, self.path),
            *references.check_item(place, item, self.path, self.common, self.facts),
        ]

    def wrong_in(self, place: Place, data: Any) -> list[Problem]:
        """The same of the item as a rubric's changed data have it; raises Problems where it can't be read."""
        row = data
        for step in self.path:
            row = row[step]
        item = validate(Item, place.document, row, self.path)
        return self.wrong(Place(Document(place.document.path, data, b"", "", [])), item)


def said(problem: Problem) -> object:
    """A finding without its place: what is wrong in the item anyway is not wrong once more in every alternative."""
    return problem.code, str(dict(problem.parameters))
