"""Doubts at their places in a file: a warning that says how it is answered, or a notice where a note has done so."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from kaohe.formulas.scope import PARAMETERS
from kaohe.problems import Problem, Said
from kaohe.source import Document
from kaohe.source.table_row import TableRow
from kaohe.source.workbook_document import WorkbookDocument
from kaohe.submission.doubts.doubt import About, Doubt
from kaohe.submission.stray_keys import INDICATORS
from kaohe.submission.unit_notes import UnitNote

Path = tuple[str, ...]


def first_path(doubt: Doubt) -> Path:
    """Where a unit's first file says what is in doubt."""
    group, name = doubt.about
    return (PARAMETERS, name, *doubt.inside) if group == PARAMETERS else (INDICATORS, group, name, *doubt.inside)


def tell(
    doubts: Iterable[Doubt],
    document: Document,
    notes: Iterable[UnitNote],
    path_of: Callable[[Doubt], Path],
    mend: Said | None = None,
) -> tuple[Problem, ...]:
    """One finding for each doubt; `notes` are remarks on facts, `mend` is how a doubt is answered if in another way."""
    said: Mapping[About, str] = {(note.item, note.fact): note.text for note in notes if note.fact}
    return tuple(_told(one, document, said, path_of(one), mend or _mend(one, document)) for one in doubts)


def _told(doubt: Doubt, document: Document, said: Mapping[About, str], path: Path, mend: Said) -> Problem:
    note = next((said[one] for one in (doubt.about, *sorted(doubt.facts)) if one in said), "")
    found = document.problem(doubt.code, path, {**doubt.told, "mend": "" if note else mend, "note": note})
    return replace(found, severity="notice" if note else "warning")


def _mend(doubt: Doubt, document: Document) -> Said:
    """How a doubt is answered in a file of this kind."""
    item, fact = doubt.about
    if isinstance(document, WorkbookDocument):
        return Said("doubt.mend-workbook")
    if isinstance(document, TableRow):
        return Said("doubt.mend-table", {"column": f"{item}.{fact}.note"})
    return Said("doubt.mend-file", {"item": item, "fact": fact})
