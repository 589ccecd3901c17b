"""What a unit's files of several stages have given: its state at each, and what led there."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kaohe.problems import Problem
from kaohe.results.dossier import Dossier, Reconciliation
from kaohe.source import Document
from kaohe.stages.unit_state import UnitState

if TYPE_CHECKING:
    from kaohe.submission.amendment import Amendment

Known = Mapping[str, Mapping[int, Any]]
"""For each file, facts over all units by their places in the row."""
Bad = dict[str, tuple[Problem, ...]]


@dataclass(frozen=True, slots=True)
class UnitStages:
    """What a unit's files have given: its state at each stage, what led there, and what is wrong elsewhere, by path.

    `choices` are the readings that the run has taken.
    """

    states: tuple[UnitState, ...]
    reconciliations: tuple[Reconciliation, ...] = ()
    bad: Bad = field(default_factory=dict)
    amendments: "tuple[Amendment, ...]" = ()
    choices: Mapping[str, str] = field(default_factory=dict)

    @property
    def names_evidence(self) -> bool:
        """Whether any of the files names files of evidence."""
        causes = (cause for one in self.reconciliations for cause in one.causes)
        return bool(self.states[0].values.evidence) or any(cause.evidence for cause in causes)

    @property
    def dossier(self) -> Dossier:
        return Dossier(tuple(state.sheet() for state in self.states), self.reconciliations, seal=self.seal)

    def seal(self) -> str:
        """All that the sheets are computed from, as one text."""
        from kaohe.stages.seal import sealed_text

        return sealed_text(self.states, self.amendments, self.choices)


def stage_of(document: Document) -> str:
    data: Any = document.data
    return str(data.get("stage", "self"))
