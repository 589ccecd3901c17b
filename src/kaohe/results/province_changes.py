"""What the province changed, unit by unit: every cause of a difference, and the unit and stage that it belongs to."""

from collections.abc import Iterator
from dataclasses import dataclass

from kaohe.results.causes import Cause
from kaohe.results.dossier import Dossier


@dataclass(frozen=True, slots=True)
class ProvinceChange:
    """One cause on one unit's way to a stage. `path` is that of the unit's first file, by which it is known."""

    path: str
    form: str
    unit: str
    year: int | None
    stage: str
    cause: Cause


def province_changes(path: str, dossier: Dossier) -> Iterator[ProvinceChange]:
    """All that later stages changed, in their order: of each stage, their points add up to what it moved."""
    for way in dossier.reconciliations:
        _, after = dossier.sides(way)
        for cause in way.causes:
            yield ProvinceChange(path, after.form.id, after.unit, after.year, after.stage, cause)
