"""Units' workbooks in the hands of tests: written by kaohe, then changed as a person or a program would."""

from collections.abc import Callable, Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from unittest.mock import patch

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.merge import MergedCellRange
from openpyxl.worksheet.worksheet import Worksheet

from kaohe import source
from kaohe.audit.verification import Verified, Verifier
from kaohe.messages import Language
from kaohe.render.xlsx.workbook import workbook_bytes
from kaohe.results.seal_text import PAGE, PIECE, digest
from kaohe.stages.scored_dossier import scored
from kaohe.stages.unit_files import UnitFiles
from kaohe.stages.unit_loader import UnitLoader
from kaohe.stages.unit_stages import UnitStages
from support.command_line import CITIES, ROOT

SEALED = ROOT / "tests" / "audit" / "sealed"
FIRST, *LATER = THREE_STAGES = (CITIES / "丙市.yaml", SEALED / "丙市.初评.yaml", SEALED / "丙市.审定.yaml")
FORM, LEDGER, RECONCILIATION, NOTES = "考核表", "扣分台账", "三阶段对账", "说明"


@cache
def loader(language: Language = "zh") -> UnitLoader:
    return UnitLoader(language, {})


def unit(first: Path, *later: Path, language: Language = "zh") -> UnitStages:
    found = loader(language).unit(UnitFiles(source.read(str(first)), [source.read(str(path)) for path in later]))
    assert not found.bad
    return found


@cache
def three_stages() -> UnitStages:
    return unit(*THREE_STAGES)


@cache
def three_stage_workbook() -> bytes:
    return workbook_bytes(scored(three_stages()), "zh")


def loaded(content: bytes) -> Workbook:
    """The workbook without the borders of its merged cells, which take most of the time and are not looked at."""
    with patch.object(MergedCellRange, "format"):
        return load_workbook(BytesIO(content))


def edited(content: bytes, edit: Callable[[Workbook], object]) -> bytes:
    """The workbook as it is saved after an edit."""
    workbook, file = loaded(content), BytesIO()
    edit(workbook)
    workbook.save(file)
    return file.getvalue()


def loosened(page: Worksheet) -> Worksheet:
    """To openpyxl merged cells stay where they are when rows move."""
    for one in list(page.merged_cells.ranges):
        page.unmerge_cells(str(one))
    return page


def resealed(content: bytes, change: Callable[[str], str], *, language: str = "zh") -> bytes:
    """The workbook with another text in its seal, and the digest that fits it."""

    def edit(workbook: Workbook) -> None:
        page = workbook[PAGE]
        rows = {str(row[0].value): row[1] for row in page.iter_rows()}
        text = change(str(rows["facts"].value)[1:-1])
        assert len(text) <= PIECE
        rows["facts"].value, rows["sha256"].value, rows["language"].value = f"|{text}|", digest(text), language

    return edited(content, edit)


def verified(content: bytes, folder: Path, *rubrics: str) -> Verified:
    path = folder / "甲市.xlsx"
    path.write_bytes(content)
    return verifier(rubrics).verify(path)


@cache
def verifier(rubrics: tuple[str, ...]) -> Verifier:
    return Verifier("zh", rubrics)


def told(found: Verified) -> list[tuple[str, str]]:
    """The codes of what was found, each with its cell."""
    return [(one.code, _cell(one.parameters)) for one in found.problems]


def _cell(parameters: Mapping[str, Any]) -> str:
    return f"{parameters['sheet']}!{parameters['cell']}" if "cell" in parameters else ""
