"""The workbook of a scored sheet: the official form, its ledger, its notes; same sheet, same bytes."""

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from kaohe.messages import Language, say
from kaohe.render.xlsx import evidence_page, form_page, ledger_page, notes_page, reconciliation_page, sealed_page
from kaohe.render.xlsx.cells import prepare, safe_text
from kaohe.render.xlsx.worked_on import EPOCH
from kaohe.results.dossier import Dossier

Fill = Callable[[Worksheet, Dossier, Language], None]

_DATES = re.compile(rb"<dcterms:(created|modified)\b.*?</dcterms:\1>", re.DOTALL)


def workbook_bytes(dossier: Dossier, language: Language) -> bytes:
    """The whole workbook as a file's content: the form with all stages, the rest of the latest one."""
    sheet, workbook = dossier.last, drawn(dossier, language)
    workbook.properties.creator = "kaohe"
    workbook.properties.title = safe_text(f"{sheet.form.title} {sheet.unit}")
    if dossier.seal():
        sealed_page.fill(workbook.create_sheet(sealed_page.PAGE), dossier, language)
    file = BytesIO()
    workbook.save(file)
    return timeless(file.getvalue())


def drawn(dossier: Dossier, language: Language) -> Workbook:
    """The pages that people read."""
    workbook = Workbook()
    prepare(workbook)
    for name, fill in _pages(dossier):
        fill(workbook.create_sheet(say(f"workbook.{name}", language)), dossier, language)
    workbook.remove(workbook.worksheets[0])
    return workbook


def _pages(dossier: Dossier) -> Iterator[tuple[str, Fill]]:
    """The pages in their order, by the name of their title."""
    yield "form", form_page.fill
    yield "ledger", ledger_page.fill
    if dossier.reconciliations:
        yield "reconciliation", reconciliation_page.fill
    if dossier.evidence is not None:
        yield "evidence", evidence_page.fill
    yield "notes", notes_page.fill


def timeless(archive: bytes) -> bytes:
    """The same workbook without the moment it was written in."""
    file = BytesIO()
    with ZipFile(BytesIO(archive)) as old, ZipFile(file, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = ZipInfo(name, EPOCH)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0  # else the bytes tell Windows from the rest
            new.writestr(entry, _DATES.sub(b"", old.read(name)) if name == "docProps/core.xml" else old.read(name))
    return file.getvalue()
