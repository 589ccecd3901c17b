"""A folder with the files of some of a trial's units, and with what is common to all."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from fuzz.laid_out import Files
from fuzz.trial import Trial
from fuzz.yaml_writing import as_yaml


def unit_folder(trial: Trial, files: Files, places: Iterable[int], name: str) -> Path:
    folder = files.folder / name
    folder.mkdir()
    if trial.common is not None:
        shutil.copy(files.folder / "parameters.yaml", folder)
    for at in places:
        unit = trial.units[at]
        for number, one in enumerate((unit.first, *unit.later)):
            text = as_yaml({**one, "rubric": f"../{files.rubric.name}"})
            (folder / f"u{at}.{number}.yaml").write_text(text, encoding="utf-8")
    return folder
