"""The hidden page on which a form that fills itself in is computed: a row for each cell, with its name."""

from collections.abc import Iterator

from openpyxl.worksheet.worksheet import Worksheet

from kaohe.messages import Language, say
from kaohe.render.xlsx.cells import widen
from kaohe.render.xlsx.entry_look import HEADING, EntryPen
from kaohe.render.xlsx.live_places import LivePlaces
from kaohe.render.xlsx.prepared_workbook import escaped
from kaohe.results.live_form import LiveForm

WIDTHS = (260.0, 110.0, 260.0)
HEADINGS = ("label", "formula", "name")


def fill(page: Worksheet, language: Language) -> None:
    """Draw the page but for its rows; no step of a score is hidden from who wants to see it."""
    pen = EntryPen(page)
    widen(page, WIDTHS)
    for column, heading in enumerate(HEADINGS, 1):
        pen.words(1, column, say(f"live.{heading}", language), HEADING)
    page.freeze_panes = "A2"
    page.sheet_state = Worksheet.SHEETSTATE_HIDDEN
    page.protection.sheet = True


def rows(live: LiveForm, places: LivePlaces) -> Iterator[str]:
    """The rows in the file's own words: openpyxl takes half a second for so many cells."""
    calculation = live.calculation
    for name, cell in places.given.items():
        yield f'<row r="{cell[1:]}"><c r="{cell}" />{_words(f"C{cell[1:]}", name)}</row>'
    for one in calculation.cells:
        cell = places.cells[one.name]
        formula = escaped(calculation.formula_text(one.name, places.within)[1:])
        words = (_words(f"A{cell[1:]}", one.label), f'<c r="{cell}"><f>{formula}</f><v></v></c>')
        yield f'<row r="{cell[1:]}">{"".join(words)}{_words(f"C{cell[1:]}", one.name)}</row>'


def _words(cell: str, text: str) -> str:
    return f'<c r="{cell}" t="inlineStr"><is><t xml:space="preserve">{escaped(text)}</t></is></c>'
