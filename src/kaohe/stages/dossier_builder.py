"""A unit's files of several stages -> its dossier, as far as the files are sound."""

from collections.abc import Sequence

from kaohe.source import Document
from kaohe.stages.unit_files import year
from kaohe.stages.unit_loader import UnitLoader
from kaohe.stages.unit_stages import Known, UnitStages, stage_of
from kaohe.stages.unit_state import UnitState


def assemble(loader: UnitLoader, first: Document, later: Sequence[Document], known: Known | None = None) -> UnitStages:
    """The stages of one unit in their order; raises Problems where already its first file is wrong.

    Where a later file is wrong, its stage and all behind it are left out.
    """
    over_all = known or {}
    scorer, values = loader.values(first)
    if values.year is None:
        values = scorer.compiled.reader.dated(values, _year(scorer.compiled.reader.stages, later))
    state = UnitState(scorer, values, over_all.get(first.path, {}))
    scorer.compiled.reader.refuse_undefined(first, state.row)
    if not later:
        return UnitStages((state,), choices=loader.choices)
    from kaohe.stages.later_stages import further

    return further(loader, state, later, over_all)


def _year(stages: Sequence[str], later: Sequence[Document]) -> int | None:
    """The year that the unit's first file leaves out and the earliest of the others says."""
    found = [(stage_of(one), year(one.data)) for one in later]
    known = [(stages.index(stage), one) for stage, one in found if stage in stages and one is not None]
    return min(known)[1] if known else None
