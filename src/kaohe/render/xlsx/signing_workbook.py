"""The workbook in which cases are signed: one page, one row a case, all locked but what is entered, and sealed."""

from collections.abc import Mapping

from openpyxl.workbook import Workbook

from kaohe.expr.numbers import plain
from kaohe.messages import Language, say
from kaohe.render.xlsx import sealed_page, signing_page
from kaohe.render.xlsx.cells import prepare, safe_text
from kaohe.render.xlsx.file_bytes import file_bytes
from kaohe.results.canonical_text import canonical
from kaohe.results.seal_text import PAGE
from kaohe.results.signing_form import SigningCase, SigningForm


def signing_bytes(form: SigningForm, language: Language) -> bytes:
    """The workbook as a file's content; the same for the same cases."""
    workbook = Workbook()
    prepare(workbook)
    workbook.properties.creator = "kaohe"
    workbook.properties.title = safe_text(form.title)
    workbook.remove(workbook.worksheets[0])
    signing_page.fill(workbook.create_sheet(say("signing.page", language)), form, language)
    sealed = form.sealed({str(case.number): _shown(case) for case in form.every()})
    sealed_page.fill(workbook.create_sheet(PAGE), canonical(sealed), language)
    return file_bytes(workbook)


def _shown(case: SigningCase) -> Mapping[str, str]:
    """What its locked cells hold, as texts."""
    return {key: safe_text(value) if isinstance(value, str) else plain(value) for key, value in case.shown().items()}
