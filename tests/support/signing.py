"""Workbooks of the small rubric's cases: written, filled in as people do, and read back."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from kaohe.authoring.cases.signing.signed_workbook import SignedCases, signed_cases
from kaohe.authoring.cases.signing.signing_forms import signing_form
from kaohe.library import rubric_files
from kaohe.messages import Language
from kaohe.render.cases import cases_yaml
from kaohe.render.xlsx.signing_workbook import signing_bytes
from kaohe.results.signing_form import SigningForm
from support.boundaries import of_file
from support.folders import TOP

SMALL = TOP / "examples" / "small" / "rubric.yaml"
Entries = Mapping[int | str, Mapping[str, Any]]
"""What is entered, by the number of the case (or `all`) and the key of the column."""


def form(language: Language = "zh", path: Path = SMALL, items: tuple[int, ...] | None = None) -> SigningForm:
    found, (rubric, document) = of_file(path, language, items), rubric_files.load(path)
    about = {"name": str(path), "id": rubric.id, "sha256": document.sha256}
    text = cases_yaml.text({"rubric": about["name"], **found.head}, [one.raw for one in found.cases])
    return signing_form(found, rubric, about, text, language)


def written(language: Language = "zh") -> bytes:
    return signing_bytes(form(language), language)


class Filled:
    """A workbook in which things are entered."""

    def __init__(self, content: bytes) -> None:
        self.workbook: Any = load_workbook(BytesIO(content))
        self.page: Any = self.workbook.worksheets[0]
        first, *others = list[Any](self.page.rows)
        self.keys: dict[str, int] = {str(cell.value): cell.column for cell in first}
        self.rows: dict[str, int] = {str(row[0].value): row[0].row for row in others}

    def enter(self, entries: Entries) -> "Filled":
        for number, values in entries.items():
            for key, value in values.items():
                self.page.cell(self.rows[str(number)], self.keys[key]).value = value
        return self

    def save(self, path: Path) -> Path:
        self.workbook.save(path)
        return path


def read(path: Path) -> SignedCases:
    return signed_cases(str(path))


def said(found: SignedCases) -> str:
    """All that is wrong in it, in Chinese and English."""
    languages: tuple[Language, ...] = ("zh", "en")
    return "".join(
        f"{'!'.join(filter(None, (one.sheet, one.cell)))} {one.message(language)}\n"
        for one in found.document.findings
        for language in languages
    )
