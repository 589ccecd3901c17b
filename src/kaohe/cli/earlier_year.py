"""`--before FILE|FOLDER`: what units reported a year before; what is wrong in those files is told as warnings."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kaohe.cli.folder.unit_folder import unit_files
from kaohe.cli.reporter import Reporter, existing
from kaohe.stages.unit_loader import UnitLoader

if TYPE_CHECKING:
    from kaohe.stages.last_year import LastYear


def earlier(reporter: Reporter, path: Path | None, readings: Mapping[str, str]) -> "LastYear | None":
    """Nothing where no year before was asked for; raises OSError where there is no such file, Unusable."""
    if path is None:
        return None
    from kaohe.stages.earlier_files import last_year

    existing([path])
    found = last_year(UnitLoader(reporter.language, readings), files_before(path))
    reporter.remark(found.problems)
    return found


def files_before(path: Path | None) -> Sequence[Path]:
    """The files that are read for the year before."""
    if path is None:
        return ()
    return unit_files(path) if path.is_dir() else [path]
