"""Which sheets of a workbook facts are entered in, and what it says of itself; copies and strangers are told."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from kaohe.problems import Problem, Problems
from kaohe.source import files_read
from kaohe.source.file_kinds import CASES_WORKBOOK
from kaohe.source.spreadsheet.book import Book
from kaohe.source.workbook_document import CellPlace
from kaohe.submission.entry_grid import IDS, EntryGrid, entry_grid, says
from kaohe.submission.entry_members import MARK, MemberSheet, member_sheet
from kaohe.submission.entry_rows import ENTRY_FORMAT
from kaohe.submission.typed_cell import plain_text

ABOUT = "kaohe"
"""The hidden sheet that says what a workbook is for; that of a scored sheet holds its seal."""
SEAL = "facts"
PROGRAM = "kaohe"
NAMES = "kaohe_"
"""How the names begin of cells in sheets that compute."""
Sheet = TypeVar("Sheet", bound=EntryGrid | MemberSheet)


@dataclass(frozen=True, slots=True)
class EntrySheets:
    """What the hidden sheet says, by its keys, the sheet of facts, and those of lists by the lists' ids.

    `strange` are the titles of sheets that nobody here has made.
    """

    about: Mapping[str, str]
    facts: EntryGrid
    lists: Mapping[str, MemberSheet]
    strange: tuple[str, ...]


def about(book: Book) -> Mapping[str, str]:
    """What the hidden sheet says of the workbook; nothing where there is none."""
    if ABOUT not in book.titles:
        return {}
    rows = book.cells(ABOUT).values()
    return {plain_text(row.get(1)): plain_text(row.get(2)) for row in rows}


def is_scored(book: Book) -> bool:
    """Whether it is a workbook of scores as kaohe has written it, and so nothing that a unit hands in."""
    said = about(book)
    return "format" not in said and (SEAL in said or (book.creator == PROGRAM and not any(_marked(book))))


def is_ours(book: Book) -> bool:
    """Whether kaohe has made the workbook: one of entries, of which something is left, or one of scores."""
    return bool(about(book)) or is_scored(book) or any(_marked(book))


def entry_sheets(path: str, book: Book) -> EntrySheets:
    """Raises Problems where it is no workbook of facts, or has two sheets of them that differ."""
    said = about(book)
    if any(plain_text(book.first(title).get(1)) == CASES_WORKBOOK for title in book.titles):
        raise Problems([Problem("cases-for-test", path)])
    if is_scored(book):
        files_read.forget(path)
        raise Problems([Problem("workbook-of-scores", path)])
    facts, lists = _facts(book), _lists(book)
    if not (facts or said):
        raise Problems([Problem("no-entry-workbook", path)])
    if not facts:
        raise Problems([Problem("entry-sheet-gone", path)])
    if "rubric" not in said:
        raise Problems([Problem("entry-about-gone", path)])
    if said.get("format") != ENTRY_FORMAT:
        raise Problems([Problem("entry-format-unknown", path, parameters={"found": said.get("format", "")})])
    named: dict[str, list[MemberSheet]] = {}
    for one in lists:
        named.setdefault(one.id, []).append(one)
    whole = _one(path, facts, _grid_contents)
    entered = [*(one.title for one in facts), *(one.title for one in lists)]
    ours = {ABOUT, *entered, *_computing(book)}
    strange = tuple(title for title in book.titles if title not in ours and book.cells(title))
    return EntrySheets(said, whole, {key: _one(path, same, _list_contents) for key, same in named.items()}, strange)


def _marked(book: Book) -> Iterator[str]:
    """The titles of the sheets that say in their first cell what they are."""
    return (title for title in book.titles if plain_text(book.first(title).get(IDS)).startswith(ENTRY_FORMAT))


def _facts(book: Book) -> list[EntryGrid]:
    """The sheets of facts: those that say so, or else those that look like one."""
    others = [title for title in book.titles if title not in {ABOUT, *_computing(book)}]
    marked = [title for title in others if plain_text(book.first(title).get(IDS)) == ENTRY_FORMAT]
    grids = (entry_grid(title, book.cells(title)) for title in marked or others)
    return [grid for grid in grids if grid is not None]


def _lists(book: Book) -> list[MemberSheet]:
    sheets = []
    for title in book.titles:
        keys = {plain_text(cell) for cell in book.first(title).values()}
        if "member" in keys or any(key.startswith(MARK) for key in keys):
            sheets.append(member_sheet(title, book.cells(title)))
    return [sheet for sheet in sheets if sheet is not None]


def _computing(book: Book) -> frozenset[str]:
    """The titles of the sheets in which nothing is entered."""
    return frozenset(title for name, (title, _, _) in book.names.items() if name.startswith(NAMES))


def _one(path: str, sheets: Sequence[Sheet], contents: Callable[[Sheet], object]) -> Sheet:
    """One of several copies; raises Problems where they differ."""
    first, *others = sheets
    unlike = [one for one in others if contents(one) != contents(first)]
    if unlike:
        names = "、".join(f"“{one.title}”" for one in (first, *unlike))
        raise Problems([Problem("entry-sheets-differ", path, parameters={"sheets": names}, sheet=first.title)])
    return first


def _grid_contents(grid: EntryGrid) -> object:
    """What is entered in a sheet of facts, wherever it stands."""
    return sorted((line.id, sorted(line.entered.items())) for line in grid.lines({}) if line.entered)


def _list_contents(sheet: MemberSheet) -> object:
    return [{key: says(line.cell(key)) for key in sheet.columns} for line in sheet.lines()]


def strays(sheets: EntrySheets) -> Iterator[CellPlace]:
    """Cells that stand beside the columns of a sheet."""
    yield from sheets.facts.stray()
    for one in sheets.lists.values():
        yield from one.stray()
