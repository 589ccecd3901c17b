"""The ledger: every point lost as a row, added up section by section and checked against the score."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from openpyxl.worksheet.worksheet import Worksheet

from kaohe.expr.numbers import plain
from kaohe.messages import Language, say
from kaohe.render.words.sheet_wording import span
from kaohe.render.xlsx.cells import SIZE, TALLEST, Style, banner, bounds, merge, put_row, put_rows, set_paper, widen
from kaohe.render.xlsx.paper_layout import Row, Value, rows
from kaohe.results.dossier import Dossier
from kaohe.results.sheet import ItemScore, LedgerLine, SectionScore, Sheet

HEADINGS = ("number", "item", "clause", "fact", "why", "arithmetic", "due", "applied")
WIDTHS = (34.0, 78.0, 160.0, 104.0, 182.0, 112.0, 36.0, 36.0)
LINE: tuple[Style, ...] = ("centred", "centred", "text", "text", "text", "text", "centred", "centred")
SUM: tuple[Style, ...] = ("strong", "strong", "strong", "strong", "strong", "strong", "heading", "heading")


Scored = ItemScore | SectionScore | Sheet


def fill(page: Worksheet, dossier: Dossier, language: Language) -> None:
    """Draw the latest stage's ledger on an empty page."""
    sheet = dossier.last
    widen(page, WIDTHS)
    banner(page, 1, say("workbook.ledger_of", language, unit=sheet.unit), "title", WIDTHS)
    row = put_rows(page, 2, [say(f"workbook.{name}", language) for name in HEADINGS], ["heading"] * len(WIDTHS), WIDTHS)
    for section in sheet.sections:
        for one, line in _lines((*section.items, section)):
            row = put_rows(page, row, _cells(one, line), LINE, WIDTHS)
        title = say("workbook.subtotal", language, title=section.title)
        row = _sum(page, row, _sums(title, section, (*section.items, section), language))
    for line in sheet.ledger:
        row = put_rows(page, row, ("", say("workbook.total", language), line.clause, "", *_said(line)), LINE, WIDTHS)
    items: list[Scored] = []
    for section in sheet.sections:
        items += [*section.items, section]
    row = _sum(page, row, _sums(say("workbook.total", language), sheet, (*items, sheet), language))
    set_paper(page, shrink=True)
    page.print_title_rows = "2:2"
    page.freeze_panes = "A3"


def _lines(several: Sequence[Scored]) -> Iterator[tuple[Scored, LedgerLine]]:
    return ((one, line) for one in several for line in one.ledger)


def _cells(one: Scored, line: LedgerLine) -> tuple[Value, ...]:
    number, title = ("", "") if isinstance(one, Sheet) else (one.number, one.title)
    return (number, title, line.clause, line.fact, *_said(line))


def _said(line: LedgerLine) -> tuple[Value, ...]:
    """Why, how that was computed, what was asked for, and what was taken."""
    return line.why, line.arithmetic, line.due, line.applied


def _sums(title: str, scored: SectionScore | Sheet, items: Sequence[Scored], language: Language) -> tuple[Value, ...]:
    """What adds the items' lines up and checks them against the score."""
    due = sum((line.due for _, line in _lines(items)), Fraction(0))
    applied = sum((line.applied for _, line in _lines(items)), Fraction(0))
    return (title, _check(scored, applied, language), due, applied)


def _sum(page: Worksheet, row: int, cells: Sequence[Value]) -> int:
    """A row of sums: its title takes two columns, its check four; the row after it comes back."""
    widths = (sum(WIDTHS[:2]), sum(WIDTHS[2:6]), *WIDTHS[6:])
    for line in rows(cells, widths, SIZE, TALLEST):
        title, check, due, applied = line.values
        put_row(page, row, Row((title, "", check, "", "", "", due, applied), line.height), SUM)
        merge(page, (row, row), (1, 2))
        merge(page, (row, row), (3, 6))
        row += 1
    return row


def _check(scored: SectionScore | Sheet, lost: Fraction, language: Language) -> str:
    points = plain(scored.points)
    if not scored.scored:
        return span(scored, language)
    if scored.score is None:
        within = bounds(scored.low, scored.high, language)
        return say("workbook.open_check", language, points=points, lost=plain(lost), bounds=within)
    mark = "√" if scored.points - lost == scored.score else "×"
    score = plain(scored.score)
    return say("workbook.check", language, points=points, lost=plain(lost), score=score, mark=mark)
