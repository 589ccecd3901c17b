"""A form's file by its suffix -> rows; what can't be read is refused with the way out."""

import re
from pathlib import Path

from kaohe.problems import Problem, Problems
from kaohe.source import file_contents
from kaohe.source.decoding import BIGGEST_FILE, decode
from kaohe.source.form_document import grid, lines, word
from kaohe.source.form_document.rows import FormRow
from kaohe.source.text_findings import Findings, Stopped
from kaohe.source.workbooks import Unopened

TEXTS = (".txt", ".md")
BINARIES = {".docx": word.rows, ".docm": word.rows, ".xlsx": grid.rows, ".xlsm": grid.rows}
SUFFIXES = (".docx", ".xlsx", *TEXTS)
OLD_TEXTS = (".doc", ".wps", ".wpt", ".pdf", ".rtf", ".odt", ".ofd")
OLD_WORKBOOKS = (".xls", ".et", ".ett", ".ods", ".xlsb")

_NO_NUMBER = re.compile(r"\d{101}")
"""No form says one of so many digits, and no reader of numbers need know of it."""
SHOWN = 20


def read_form(path: Path) -> list[FormRow]:
    """The rows of a form; raises Problems, or OSError if there is nothing to read."""
    suffix = path.suffix.lower()
    if suffix in (*OLD_TEXTS, *OLD_WORKBOOKS):
        way = ".docx" if suffix in OLD_TEXTS else ".xlsx"
        raise Problems([Problem("form-other-format", str(path), parameters={"suffix": suffix, "way": way})])
    if suffix not in (*BINARIES, *TEXTS):
        parameters = {"suffix": suffix, "known": " ".join(SUFFIXES)}
        raise Problems([Problem("form-suffix", str(path), parameters=parameters)])
    content = file_contents.content(path, BIGGEST_FILE + 1)
    found = lines.rows(_text(content, str(path))) if suffix in TEXTS else _binary(path, suffix, content)
    for text in (cell.text for row in found for cell in row.cells):
        if number := _NO_NUMBER.search(text):
            raise Problems([Problem("document-number", str(path), parameters={"found": f"{number[0][:SHOWN]}…"})])
    return found


def _binary(path: Path, suffix: str, content: bytes) -> list[FormRow]:
    if len(content) > BIGGEST_FILE:
        raise Problems([Problem("document-too-large", str(path))])
    try:
        return BINARIES[suffix](content)
    except Unopened as found:
        raise Problems([Problem(found.code, str(path))]) from None


def _text(content: bytes, path: str) -> str:
    """Forms are often kept as GBK: that is no fault here."""
    findings = Findings()
    try:
        decode(content, findings, gb18030=True)
    except Stopped:
        raise Problems(findings.problems(path)) from None
    return findings.text
