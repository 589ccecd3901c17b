"""The roster: the units that are due, in official order, with what else they are called and what is given of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from kaohe.problems import Problem
from kaohe.source import Document
from kaohe.source.models import nearest
from kaohe.source.workbook_document import WorkbookDocument
from kaohe.submission.fact_files import stage_named
from kaohe.submission.key_names import plainly
from kaohe.submission.roster_table import COLUMNS

ALL_STAGES = ("全部", "all")
NO_STAGE = ("无", "none")
"""What is written instead of stages."""
Path = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class RosterUnit:
    """One unit, at a path of the roster's data. `due` are stages, as they are written at `due_path`.

    `due` is None where nothing is said of that; `facts` are what is said of the unit under other keys, yet unread.
    """

    unit: str
    path: Path
    aliases: tuple[str, ...] = ()
    due: tuple[str, ...] | None = None
    due_path: Path = ()
    facts: Mapping[str, Any] = field(default_factory=dict)

    def owes(self, stage: str, labels: Mapping[str, str]) -> bool:
        """Whether it is to report at a stage of a form whose stages are called so."""
        return any(one in ALL_STAGES or stage_named(one, labels) == stage for one in self.due or ())


@dataclass(frozen=True)
class Roster:
    """All units in their order; of a file that says who they are."""

    document: Document
    units: tuple[RosterUnit, ...]

    @property
    def path(self) -> str:
        return self.document.file

    @cached_property
    def _named(self) -> Mapping[str, int]:
        return {plainly(name): at for at, one in enumerate(self.units) for name in (one.unit, *one.aliases)}

    def official_names(self) -> Mapping[str, str]:
        """The units' own names by all that they are called, as it is written."""
        return {name: one.unit for one in self.units for name in (one.unit, *one.aliases)}

    def path_of_key(self, unit: RosterUnit, key: str) -> Path:
        """Where it is written what something said of units is: at the head of a table's column, or at the unit."""
        return (COLUMNS, key) if isinstance(self.document, WorkbookDocument) else (*unit.path, key)

    def place(self, name: str) -> int | None:
        """Where the unit stands that is called so, from 0; None where none is."""
        return self._named.get(plainly(name))

    def official(self, name: str) -> str | None:
        """The unit's own name."""
        at = self.place(name)
        return None if at is None else self.units[at].unit

    def stranger(self, document: Document) -> Problem | None:
        """A finding for the file of a unit that is not on the roster, with the one that may be meant."""
        unit = document.data.get("unit")
        if not isinstance(unit, str) or not unit.strip() or self.place(unit) is not None:
            return None
        near = nearest(unit, [name for one in self.units for name in (one.unit, *one.aliases)])
        told = {"unit": unit, "nearest": self.official(near) or "", "other": self.path}
        return document.problem("not-on-roster", ("unit",), told)
