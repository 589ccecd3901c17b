"""A folder of units on disk, `units` in the working folder, and what a batch makes of it."""

import csv
from collections.abc import Mapping
from io import StringIO
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from kaohe.render.files.manifest import NAME
from support.command_line import ROOT, Ran, kaohe

SOUND = ROOT / "tests" / "bad" / "rubrics" / "sound.yaml"
UNITS = Path("units")
VALUES = """\
rubric: {rubric}
unit: {unit}
stage: {stage}
parameters: {{average: 90%}}
indicators:
  basics: {{done: true, late: {late}, hours: 0, paid: 90%, grade: good}}
  growth: {{funds: {{previous: 1, current: 2}}, sent: {{一县: {{part: 1, whole: 1}}}}}}
"""


def write(name: str, **fields: Any) -> None:
    """A unit's file, sound and at full marks unless the fields say otherwise."""
    usual = {"rubric": SOUND, "unit": Path(name).stem, "stage": "self", "late": 0}
    (UNITS / name).write_text(VALUES.format(**{**usual, **fields}), encoding="utf-8")


def batch(*options: str | Path, folder: str | Path = UNITS, target: str | Path = "out", code: int = 0) -> Ran:
    ran = kaohe("batch", folder, "-o", target, *options)
    assert (ran.code, ran.output) == (code, b"")
    return ran


def without_doubts(text: str) -> str:
    """What is said, but for the numbers of two cities that can hardly be so."""
    return "".join(line for line in text.splitlines(keepends=True) if " doubt-" not in line)


def names(folder: str = "out") -> list[str]:
    """The files in a folder, but for the manifest, which any folder of results has."""
    return sorted(path.name for path in Path(folder).iterdir() if path.name != NAME)


def rows(target: str | Path) -> list[Mapping[str, str]]:
    return list(csv.DictReader(StringIO(Path(target).read_text(encoding="utf-8-sig"))))


def cells(target: str, sheet: str) -> str:
    """All that stands on a sheet of a workbook."""
    page = load_workbook(target)[sheet]
    return "\n".join(str(cell) for row in page.iter_rows(values_only=True) for cell in row if cell is not None)
