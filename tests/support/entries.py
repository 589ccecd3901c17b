"""Workbooks of facts in the hands of tests: of every form, with what a unit may have reported."""

from functools import cache
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from kaohe.authoring.entry_forms import EntryAbout, EntryForms
from kaohe.authoring.entry_known import Known, known_of
from kaohe.library import rubric_files
from kaohe.messages import Language
from kaohe.render.xlsx.entry_workbook import entry_bytes
from kaohe.results.entry_form import EntryForm
from kaohe.stages.unit_loader import UnitLoader
from support.compiled_once import compiled
from support.folders import TESTS
from support.shipped import NAME

EVERY_KIND = TESTS / "support" / "every_kind.yaml"
EVERY_KIND_UNIT = TESTS / "support" / "every_kind.unit.yaml"
RUBRICS = (
    rubric_files.shipped()[NAME],
    EVERY_KIND,
    *(path for path in sorted((TESTS / "forms").glob("*.yaml")) if not path.name.endswith(".cases.yaml")),
)


def of_every_kind() -> Known:
    """What the unit of the sample rubric has reported."""
    scorer, values = UnitLoader("zh", {}).read(str(EVERY_KIND_UNIT))
    return known_of(scorer.compiled, values)


@cache
def forms(path: Path, language: Language = "zh") -> EntryForms:
    return EntryForms(compiled(path), language)


def blank(path: Path, language: Language = "zh") -> EntryForm:
    return forms(path, language).first(EntryAbout(path.name, next(iter(compiled(path).rubric.stages))))


def filled(known: Known, path: Path = EVERY_KIND) -> EntryForm:
    return forms(path).first(EntryAbout(path.name, "self"), known)


def later(known: Known, path: Path = EVERY_KIND, language: Language = "zh") -> EntryForm:
    return forms(path, language).later(EntryAbout(path.name, list(compiled(path).rubric.stages)[-1]), known)


def opened(form: EntryForm, language: Language = "zh") -> Workbook:
    return load_workbook(BytesIO(entry_bytes(form, language)))


@cache
def opened_blank(path: Path, language: Language = "zh") -> Workbook:
    """What nobody has filled in; nor may a test."""
    return opened(blank(path, language), language)


def sheet(workbook: Workbook, title: str) -> Worksheet:
    found = workbook[title]
    assert isinstance(found, Worksheet)
    return found
