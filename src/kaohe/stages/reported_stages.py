"""Which stages units have handed something in for, and for which a roster still waits."""

from collections.abc import Mapping, Sequence

from kaohe.source import Document
from kaohe.stages.unit_stages import stage_of
from kaohe.submission.key_names import plainly
from kaohe.submission.roster import Roster

HandedIn = Mapping[str, frozenset[str]]
"""By units' names, as these are compared: the stages of which there are files, sound or not."""


def handed_in(documents: Sequence[Document]) -> HandedIn:
    found: dict[str, set[str]] = {}
    for one in documents:
        found.setdefault(plainly(str(one.data.get("unit"))), set()).add(stage_of(one))
    return {unit: frozenset(stages) for unit, stages in found.items()}


def waited_for(roster: Roster | None, handed: HandedIn, labels: Mapping[str, str]) -> frozenset[str]:
    """The stages, of those with these labels, at which what is over all units can't be known yet.

    Some unit is lacking there, and the roster does not say that it need not report.
    """
    units = roster.units if roster else ()
    return frozenset(
        stage
        for stage in labels
        for one in units
        if (one.due is None or one.owes(stage, labels)) and stage not in handed.get(plainly(one.unit), ())
    )
