"""The workbook of facts on paper: LibreOffice makes the PDF, and every word of the page is in it."""

from pathlib import Path

from kaohe.render.xlsx.entry_workbook import entry_bytes
from support.entries import RUBRICS, blank
from support.rendered.printing import ON_PAPER, PDFTOTEXT, Office, run, squeezed

pytestmark = ON_PAPER


def test_every_word_is_printed(office: Office, tmp_path: Path) -> None:
    form, path = blank(RUBRICS[0]), tmp_path / "填报.xlsx"
    path.write_bytes(entry_bytes(form, "zh"))
    office.convert("pdf", tmp_path, path)
    printed = squeezed(run(PDFTOTEXT, "-raw", path.with_suffix(".pdf"), "-"))
    words = [form.title, *form.how_to, *(column.label for one in form.lists for column in one.columns)]
    words += [text for line in (*form.head, *form.lines) for text in line.words.values()]
    assert [word for word in words if squeezed(word) not in printed] == []
