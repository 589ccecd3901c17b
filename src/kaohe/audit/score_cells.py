"""Where on the form each score stands, and what each is the score of."""

from collections.abc import Iterator
from dataclasses import dataclass

from openpyxl.worksheet.worksheet import Worksheet

from kaohe.audit.cell_contents import Place
from kaohe.messages import Language, say
from kaohe.results.dossier import Dossier

POINTS, FIRST_STAGE = 3, 6
"""Columns, from 1."""


@dataclass(frozen=True, slots=True)
class Scored:
    """What a cell is the score of: an item, or the whole (no id), at a stage."""

    item: str
    title: str
    stage: str


def head_row(page: Worksheet) -> int:
    """The row of a table's headings, which stay in sight; 0 where a page has none."""
    frozen = page.freeze_panes
    return 0 if frozen is None else int(frozen.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) - 1


def scored(page: Worksheet, dossier: Dossier, language: Language) -> dict[Place, Scored]:
    """Every cell of the form as it was drawn that holds a score or waits for one."""
    stages = [label for _, label in dossier.last.form.stages]
    return {
        (row, column): Scored(item, title, stage)
        for row, item, title in _rows(page, dossier, language)
        for column, stage in enumerate(stages, start=FIRST_STAGE)
    }


def _rows(page: Worksheet, dossier: Dossier, language: Language) -> Iterator[tuple[int, str, str]]:
    """The rows of items and of the whole: those that say points; text that goes on below says none."""
    rows = range(head_row(page) + 1, page.max_row + 1)
    pointed = [row for row in rows if page.cell(row, POINTS).value is not None]
    items = [(one.id, f"{one.number} {one.title}") for section in dossier.last.sections for one in section.items]
    named = [*items, ("", say("workbook.total", language))]
    for row, (item, title) in zip(pointed, named, strict=True):
        yield row, item, title
