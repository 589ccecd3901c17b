"""Workbooks that somebody has saved since they were written: they may hold entries, and are not replaced."""

from collections.abc import Iterable
from pathlib import Path

from kaohe.problems import Unusable

EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest a zip file can say
PROPERTIES = "docProps/core.xml"
MOMENT = b"dcterms:"
"""Programs that save a workbook write the moment into it, or give its parts their dates; kaohe does neither."""


def refuse_worked_on(paths: Iterable[Path]) -> None:
    """Raises Unusable for the first workbook that is not as kaohe writes them."""
    for path in paths:
        if worked_on(path):
            raise Unusable("workbook-worked-on", path=path)


def worked_on(path: Path) -> bool:
    """Whether this is a workbook, and not as kaohe writes them."""
    return path.suffix.lower() == ".xlsx" and path.is_file() and not _as_written(path)


def _as_written(path: Path) -> bool:
    from zipfile import ZipFile

    try:
        with ZipFile(path) as archive:
            dated = any(entry.date_time != EPOCH for entry in archive.infolist())
            return not dated and MOMENT not in archive.read(PROPERTIES)
    except Exception:  # noqa: BLE001 - what is broken fails in many ways, and is not as it was written
        return False
