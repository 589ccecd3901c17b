"""A trial's files on disk, in a folder that is emptied before."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from fuzz.trial import RUBRIC, Trial, Unit
from fuzz.yaml_writing import as_yaml


@dataclass(frozen=True)
class Files:
    """Where everything is: each unit's files, the first one's first."""

    folder: Path
    rubric: Path
    units: Sequence[Sequence[Path]]

    @property
    def all_units(self) -> list[Path]:
        return [path for paths in self.units for path in paths]


def lay_out(trial: Trial, folder: Path) -> Files:
    for path in folder.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    rubric = _write(folder / RUBRIC, trial.form)
    if trial.common is not None:
        _write(folder / "parameters.yaml", trial.common)
    return Files(folder, rubric, [_unit(folder, at, unit) for at, unit in enumerate(trial.units)])


def _unit(folder: Path, at: int, unit: Unit) -> list[Path]:
    later = [_write(folder / f"u{at}.later{number}.yaml", one) for number, one in enumerate(unit.later)]
    return [_write(folder / f"u{at}.yaml", unit.first), *later]


def _write(path: Path, data: object) -> Path:
    path.write_bytes(as_yaml(data).encode("utf-8", "surrogatepass"))
    return path
