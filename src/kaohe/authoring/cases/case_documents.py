"""A case as files that a unit could hand in: its facts with what is common to all cases, at their places."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kaohe.source import Document
from kaohe.source.part_document import Path, part_document

COMMON = ("parameters", "peers")
"""What a file of cases may give all of them, and a case in another way."""


@dataclass(frozen=True, slots=True)
class CaseDocuments:
    """Of one case, `raw`, that stands at `path` in the file of cases."""

    file: Document
    raw: Mapping[str, Any]
    path: Path

    def facts(self, name: str, facts: Mapping[str, Any], item: str) -> Document:
        """As a unit's file; `facts` are by item, and those of `item` alone stand in the case without it."""
        origins: dict[Path, Path] = {
            (): self.path,
            ("rubric",): ("rubric",),
            ("unit",): (*self.path, "name"),
            ("indicators",): (*self.path, "facts"),
        }
        if item:
            origins["indicators", item] = (*self.path, "facts")
        data: dict[str, Any] = {"rubric": self.file.data.get("rubric"), "unit": name or "-"}
        for holder, at in ((self.file.data, ()), (self.raw, self.path)):
            if "year" in holder:
                data["year"], origins["year",] = holder["year"], (*at, "year")
        data |= self._merged("parameters", origins)
        return part_document(self.file, {**data, "indicators": dict(facts)}, origins)

    def peers(self) -> Document | None:
        """The facts over all units as a file of parameters has them; None where there are none."""
        origins: dict[Path, Path] = {(): self.path, ("rubric",): ("rubric",)}
        data = self._merged("peers", origins)
        return part_document(self.file, {"rubric": self.file.data.get("rubric"), **data}, origins) if data else None

    def _merged(self, key: str, origins: dict[Path, Path]) -> Mapping[str, Mapping[str, Any]]:
        """A mapping of the file as a whole with what the case says otherwise; nothing where neither says anything."""
        common, own = (one if isinstance(one := holder.get(key), dict) else {} for holder in (self.file.data, self.raw))
        origins[key,] = (*self.path, key) if own else (key,)
        origins |= {(key, name): (key, name) for name in common}
        origins |= {(key, name): (*self.path, key, name) for name in own}
        return {key: {**common, **own}} if common or own else {}
