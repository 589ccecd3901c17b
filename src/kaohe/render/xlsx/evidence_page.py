"""The directory of evidence (佐证目录): every file with its number, and what the claimed points rest on."""

from openpyxl.worksheet.worksheet import Worksheet

from kaohe.messages import Language, say
from kaohe.render.words import evidence_wording as words
from kaohe.render.xlsx.cells import SIZE, TALLEST, Style, banner, merge, put_row, put_rows, set_paper, widen
from kaohe.render.xlsx.paper_layout import Row, rows
from kaohe.results.dossier import Dossier
from kaohe.results.evidence_directory import EvidenceDirectory

WIDTHS = (38.0, 130.0, 164.0, 300.0, 110.0)
LINE: tuple[Style, ...] = ("centred", "text", "text", "text", "centred")


def fill(page: Worksheet, dossier: Dossier, language: Language) -> None:
    """Draw the directory of a dossier that has one on an empty page."""
    found = dossier.evidence
    assert isinstance(found, EvidenceDirectory)  # noqa: S101 - the page is only made where there is one
    widen(page, WIDTHS)
    banner(page, 1, say("stage.directory", language, unit=dossier.last.unit), "title", WIDTHS)
    row = put_rows(page, 2, [say(name, language) for name in words.HEADER], ["heading"] * len(WIDTHS), WIDTHS)
    for cells in words.rows(found, language):
        row = put_rows(page, row, cells, LINE, WIDTHS)
    row = _wide(page, row, words.claimed(found, dossier.sheets[0], language), "strong")
    for title, lines in words.lists(found, language):
        row = _wide(page, row, title, "strong")
        for number, line in lines:
            row = _wide(page, row, f"{number} {line}", "text")
    set_paper(page, shrink=True)
    page.print_title_rows = "2:2"
    page.freeze_panes = "A3"


def _wide(page: Worksheet, row: int, text: str, style: Style) -> int:
    """A row of one text as wide as the table; the row after it comes back."""
    for line in rows((text,), (sum(WIDTHS),), SIZE, TALLEST):
        put_row(page, row, Row((*line.values, *[""] * (len(WIDTHS) - 1)), line.height), [style] * len(WIDTHS))
        merge(page, (row, row), (1, len(WIDTHS)))
        row += 1
    return row
