"""Which form of output a run takes, and the writing of it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from kaohe.messages import Language
from kaohe.messages.plain_text import harmless_json
from kaohe.problems import Unusable, naming
from kaohe.render.files.atomic import clear_abandoned, refuse_no_file, write
from kaohe.render.xlsx.worked_on import refuse_worked_on
from kaohe.results.dossier import Dossier
from kaohe.results.province_changes import ProvinceChange
from kaohe.results.sheet_columns import CHANGE_COLUMNS, SHEET_COLUMNS, TOTAL_COLUMNS
from kaohe.results.summary import Heading, Summary

SUFFIXES = {".json": "json", ".md": "markdown", ".csv": "csv", ".xlsx": "xlsx", ".html": "html", ".txt": "terminal"}
FORMATS = tuple(dict.fromkeys(("terminal", *SUFFIXES.values())))
WITH_EVIDENCE = ("json", "xlsx", "html")
"""The formats that list the files of evidence."""
BYTE_ORDER_MARK = "\ufeff"


class ResultReporter(Protocol):
    """Where results and notices go."""

    @property
    def language(self) -> Language: ...

    def result(self, text: str | bytes) -> None: ...

    def notice(self, code: str, **parameters: object) -> None: ...


def chosen_format(asked: str | None, target: Path | None) -> str:
    """The format by name, else by the target's suffix, else the terminal's table; raises Unusable."""
    refuse_unwritable(target)
    if asked is not None and asked not in FORMATS:
        raise Unusable("unknown-format", found=asked, known=", ".join(FORMATS))
    named = target is not None and to_file(target)
    form = asked or (SUFFIXES.get(target.suffix.lower()) if named and target else "terminal")
    if form is None:
        raise Unusable("unknown-suffix", found=str(target), known=" ".join(SUFFIXES))
    if form == "xlsx" and target is None:
        raise Unusable("workbook-needs-file")
    return form


def to_file(target: Path | None) -> bool:
    return target is not None and str(target) != "-"


def suffix_of(target: Path | None) -> str:
    """That of the file, empty for standard output."""
    return target.suffix.lower() if target is not None and to_file(target) else ""


def refuse_unwritable(target: Path | None) -> None:
    """Refuse a target that no file can be written to, before any work is done."""
    if target is None or not to_file(target):
        return
    if target.is_dir():
        raise Unusable("file-expected", found=str(target))
    if not target.parent.is_dir():
        raise Unusable("no-such-folder", found=str(target), folder=str(target.parent))
    refuse_no_file(target)


def save(target: Path, content: bytes) -> None:
    """Write a file whole or not at all; a failure names it as the user did."""
    with naming(target):
        write(target, content)
        clear_abandoned(target.parent)


def deliver(dossiers: Sequence[Dossier], form: str, target: Path | None, reporter: ResultReporter) -> None:
    """Write the units' sheets to the target, whole or not at all, or to standard output."""
    if target is not None and to_file(target):
        refuse_worked_on([target])
        save(target, content(dossiers, form, reporter.language))
        reporter.notice("written", path=str(target))
    elif form == "terminal":
        from kaohe.render.terminal.sheet_table import show

        for dossier in dossiers:
            show(dossier, reporter.language)
    else:
        reporter.result(content(dossiers, form, reporter.language))


def content(dossiers: Sequence[Dossier], form: str, language: Language) -> bytes:
    """The bytes of a file of this format: UTF-8 but for workbooks, with a byte order mark where Excel needs one."""
    if form == "xlsx":
        from kaohe.render.xlsx.workbook import workbook_bytes

        return workbook_bytes(dossiers[0], language)
    if form == "html":
        from kaohe.render.html.document import unit_bytes

        return unit_bytes(dossiers, language)
    return _TEXTS[form](dossiers, language).encode("utf-8")


def csv_rows(dossier: Dossier, language: Language) -> bytes:
    """One unit's rows of a CSV that holds many."""
    from kaohe.render import sheet_csv

    return sheet_csv.unit_lines(dossier, language).encode("utf-8")


def csv_head() -> bytes:
    from kaohe.render import sheet_csv

    return (BYTE_ORDER_MARK + sheet_csv.lines([SHEET_COLUMNS])).encode("utf-8")


def totals(summaries: Sequence[Summary]) -> bytes:
    """The totals of every stage as one CSV."""
    from kaohe.render import sheet_csv, totals_csv

    rows = [row for summary in summaries for row in totals_csv.rows(summary)]
    return (BYTE_ORDER_MARK + sheet_csv.lines([TOTAL_COLUMNS, *rows])).encode("utf-8")


def changes_of(changes: Sequence[ProvinceChange], items: Sequence[Heading], language: Language) -> bytes:
    """What later stages changed, as one CSV; `items` are those of the form."""
    from kaohe.render import changes_csv, sheet_csv

    rows = changes_csv.rows(changes, items, language)
    return (BYTE_ORDER_MARK + sheet_csv.lines([CHANGE_COLUMNS, *rows])).encode("utf-8")


def _json(dossiers: Sequence[Dossier], language: Language) -> str:
    import json

    from kaohe.render.json import sheet_json

    if len(dossiers) == 1:
        return sheet_json.text(dossiers[0], language)
    every = [sheet_json.data(dossier, language) for dossier in dossiers]
    return harmless_json(json.dumps(every, ensure_ascii=False, indent=2)) + "\n"


def _csv(dossiers: Sequence[Dossier], language: Language) -> str:
    from kaohe.render import sheet_csv

    return BYTE_ORDER_MARK + sheet_csv.text(dossiers, language)


def _markdown(dossiers: Sequence[Dossier], language: Language) -> str:
    from kaohe.render.markdown import sheet_markdown

    return "\n".join(sheet_markdown.text(dossier, language) for dossier in dossiers)


def _terminal(dossiers: Sequence[Dossier], language: Language) -> str:
    from io import StringIO

    from rich.console import Console

    from kaohe.render.terminal.sheet_table import show

    page = StringIO()
    console = Console(file=page, width=80, color_system=None)
    for dossier in dossiers:
        show(dossier, language, console)
    return page.getvalue()


_TEXTS = {"json": _json, "csv": _csv, "markdown": _markdown, "terminal": _terminal}
