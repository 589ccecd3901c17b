"""Facts over all units that a file of parameters gives, by ITEM.FACT: one value for all, or one for each unit."""

from collections.abc import Iterator, Mapping
from typing import Any

from kaohe.expr.numbers import shown
from kaohe.source.file_findings import FileFindings
from kaohe.submission.answers import Place, answer


def published_facts(given: Any, places: Mapping[str, Place], found: FileFindings) -> Iterator[tuple[int, Any]]:
    """Each with its place in the row."""
    if given is not None and not isinstance(given, dict):
        found.add("mapping-expected", ("peers",), {"found": shown(given)})
        return
    for name, raw in (given or {}).items():
        place, path = places.get(name), ("peers", name)
        if place is None:
            found.unknown(name, tuple(places), ("peers",))
        elif isinstance(raw, dict):
            yield place.start, {unit: answer(place, one, (*path, unit), found)[0] for unit, one in raw.items()}
        else:
            yield place.start, answer(place, raw, path, found)[0]
