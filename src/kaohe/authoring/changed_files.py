"""What is to be checked where files have changed: those of ours, and all that rests on one of them."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from os.path import realpath
from pathlib import Path

from kaohe.authoring.input_files import TEXTS, files, is_input
from kaohe.authoring.our_files import is_ours
from kaohe.problems import Problems
from kaohe.source import Document, file_contents
from kaohe.source.decoding import decode
from kaohe.source.file_kinds import is_table, is_workbook
from kaohe.source.spreadsheet.book import Book
from kaohe.source.text_findings import Findings, Stopped
from kaohe.source.workbooks import Unopened
from kaohe.stages.prepared_rubrics import rubric_path
from kaohe.stages.rosters import has_facts, is_roster_file
from kaohe.stages.unit_loader import PARAMETERS, UnitLoader
from kaohe.submission import entry_sheets

Unit = tuple[Path, object]
"""A unit by the folder of its file, and its name."""


def ours(paths: Iterable[Path]) -> Iterator[Path]:
    """Those of some files that are rubrics, units' files or what lies beside these; a project has others too."""
    return (path for path in files(paths) if is_input(path) and _is_ours(path))


def resting_on(changed: Sequence[Path], below: Path, loader: UnitLoader) -> Iterator[Path]:
    """Below a folder the files that rest on one that has changed, and that have not changed themselves.

    They name it as their rubric, it is common to all of their folder, or it is of the same unit.
    """
    whole = {path.parent.resolve() for path in changed if path.name == PARAMETERS or is_roster_file(path)}
    units = {_unit(one) for path in changed for one in _documents(path, loader) if "unit" in one.data}
    known = _Changed(frozenset(map(realpath, changed)), frozenset(whole), frozenset(units))
    for path in files([below]):
        if realpath(path) not in known.files and any(known.bears(one) for one in _documents(path, loader)):
            yield path


def by_folder(paths: Iterable[Path]) -> list[list[Path]]:
    """Files to be checked with those of their own folder alone: another one may hold copies, or earlier drafts."""
    folders: dict[Path, list[Path]] = {}
    for path in paths:
        folders.setdefault(path.parent, []).append(path)
    return [*folders.values()]


@dataclass(frozen=True, slots=True)
class _Changed:
    """The files that have changed, the folders all of whose units that concerns, and the units whose files they are."""

    files: frozenset[str]
    folders: frozenset[Path]
    units: frozenset[Unit]

    def bears(self, document: Document) -> bool:
        """Whether a file that names a unit or a rubric rests on one of them."""
        unit = _unit(document)
        if unit in self.units or unit[0] in self.folders:
            return True
        try:
            return realpath(rubric_path(document)) in self.files
        except Problems:  # it names none that is there
            return False


def _unit(document: Document) -> Unit:
    return Path(document.file).parent.resolve(), document.data.get("unit")


def _documents(path: Path, loader: UnitLoader) -> Sequence[Document]:
    """What a file holds that names a unit or a rubric; what can't be read is told where it has changed."""
    with suppress(Problems, OSError):
        alone = path.is_file() and _is_ours(path) and not is_roster_file(path)  # standard input can be read once
        found = loader.documents(str(path)) if alone else ()
        return [one for one in found if {"unit", "rubric"} & one.data.keys()]
    return ()


def _is_ours(path: Path) -> bool:
    """Of texts the keys tell; of tables the columns that each has, and of workbooks what kaohe puts into them.

    What can't be read is told when it is checked.
    """
    if path.name == PARAMETERS or is_roster_file(path) or not path.is_file():
        return True
    if is_table(path.name):
        return has_facts(path)
    if is_workbook(path.name):
        return has_facts(path) or _is_made(path)
    return path.name.lower().endswith(TEXTS) and is_ours(_text(file_contents.peeked(path)))


def _text(content: bytes) -> str:
    """A text in whatever encoding, for what is wrong with that is told when it is checked."""
    found = Findings()
    with suppress(Stopped):
        decode(content, found, gb18030=True)
        return found.text
    return content.decode(errors="replace")


def _is_made(path: Path) -> bool:
    try:
        return entry_sheets.is_ours(Book(file_contents.peeked(path)))
    except Unopened:
        return False
