"""A unit's files of several stages on disk, from the texts of a case: its form, its first file and later ones."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kaohe import source
from kaohe.messages import Language
from kaohe.results.sheet import Sheet
from kaohe.scoring.scorer import Scores
from kaohe.stages.unit_files import join
from kaohe.stages.unit_loader import UnitLoader
from kaohe.stages.unit_stages import UnitStages
from support.folders import TESTS

FOLDER = TESTS / "stages"
RUBRICS = FOLDER / "rubrics"
FIRST = "甲市.yaml"
HEAD = "rubric: form.yaml\nunit: 甲市\nstage: {stage}\n"


def lay_out(case: Mapping[str, Any], folder: Path) -> list[Path]:
    """Write a case's files and return those of units.

    `first` are replacements in the usual first file, `own_parameters` what it has instead of a file of parameters;
    `rubrics` are other versions of the form, as replacements too;
    `files` are whole texts, and those under `preliminary` and `final` are headed by the usual lines.
    """
    form = (RUBRICS / "form.yaml").read_text(encoding="utf-8")
    texts = {name: replaced(form, changes) for name, changes in {"form.yaml": [], **case.get("rubrics", {})}.items()}
    own = case.get("own_parameters", "")
    common = (RUBRICS / "parameters.yaml").read_text(encoding="utf-8")
    texts["parameters.yaml"] = common.replace("parameters:", "# ") if own else common
    units = {FIRST: replaced((RUBRICS / "unit.yaml").read_text(encoding="utf-8"), case.get("first", [])) + own}
    for stage, name in (("preliminary", "初评.yaml"), ("final", "审定.yaml")):
        if stage in case:
            units[name] = HEAD.format(stage=stage) + case[stage]
    units |= case.get("files", {})
    for name, text in {**texts, **units}.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [folder / name for name in units]


def replaced(text: str, changes: list[tuple[str, str]]) -> str:
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return text


def assembled(paths: list[Path], language: Language = "zh") -> UnitStages:
    """The one unit of some files."""
    (unit,), homeless = join([source.read(str(path)) for path in paths])
    assert not homeless
    return UnitLoader(language, {}).unit(unit)


def scores(sheet: Sheet) -> Scores:
    """Every score of a sheet, as causes name them."""
    found: Scores = {}
    for section in sheet.sections:
        found |= {("item", item.id): item.score for item in section.items}
        found["section", section.id] = section.score
    return {**found, ("total", ""): sheet.score}
