"""The workbook of a scored sheet: the official form, its ledger, its notes; same sheet, same bytes."""

from collections.abc import Callable, Iterator
from functools import partial

from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from kaohe.messages import Language, say
from kaohe.render.words.evidence_table import evidence_tables
from kaohe.render.words.reconciliation_table import reconciliation_tables
from kaohe.render.xlsx import form_page, ledger_page, notes_page, sealed_page
from kaohe.render.xlsx.cells import prepare, safe_text
from kaohe.render.xlsx.file_bytes import file_bytes
from kaohe.render.xlsx.table_grid import below_each_other, single
from kaohe.render.xlsx.xlsx_table import draw
from kaohe.results.dossier import Dossier
from kaohe.results.seal_text import PAGE

Fill = Callable[[Worksheet], None]


def workbook_bytes(dossier: Dossier, language: Language) -> bytes:
    """The whole workbook as a file's content: the form with all stages, the rest of the latest one."""
    sheet, workbook = dossier.last, drawn(dossier, language)
    workbook.properties.creator = "kaohe"
    workbook.properties.title = safe_text(f"{sheet.form.title} {sheet.unit}")
    if dossier.seal():
        sealed_page.fill(workbook.create_sheet(PAGE), dossier.seal(), language)
    return file_bytes(workbook)


def drawn(dossier: Dossier, language: Language) -> Workbook:
    """The pages that people read."""
    workbook = Workbook()
    prepare(workbook)
    for name, fill in _pages(dossier, language):
        fill(workbook.create_sheet(say(f"workbook.{name}", language)))
    workbook.remove(workbook.worksheets[0])
    return workbook


def _pages(dossier: Dossier, language: Language) -> Iterator[tuple[str, Fill]]:
    """The pages in their order, by the name of their title."""
    yield "form", lambda page: form_page.fill(page, dossier, language)
    yield "ledger", lambda page: ledger_page.fill(page, dossier, language)
    if dossier.reconciliations:
        title = say("workbook.reconciliation_of", language, unit=dossier.last.unit)
        ways = below_each_other(reconciliation_tables(dossier, language, checked=True), title, language)
        yield "reconciliation", lambda page: draw(page, ways)
    for table in evidence_tables(dossier, language) if dossier.evidence is not None else ():
        grid = single(table, table.title, (), language)
        yield table.name, partial(draw, grid=grid)
    yield "notes", lambda page: notes_page.fill(page, dossier, language)
