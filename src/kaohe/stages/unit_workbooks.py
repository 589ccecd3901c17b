"""A filled workbook becomes the file of its unit, as the rubric that it names understands its rows."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from fractions import Fraction
from pathlib import Path

from kaohe.library import rubric_files
from kaohe.problems import Problem, Problems, Unusable
from kaohe.scoring.scorer import Scorer
from kaohe.source import Document, file_contents
from kaohe.source.spreadsheet.book import Book
from kaohe.source.tables import Table, sheet_table
from kaohe.source.workbook_document import CellPlace, WorkbookDocument, WrittenScore
from kaohe.source.workbooks import Unopened
from kaohe.stages.prepared_rubrics import PreparedRubrics
from kaohe.stages.unit_rows import rows_of
from kaohe.submission.entered import Entered
from kaohe.submission.entry_reader import EntryReader
from kaohe.submission.entry_sheets import EntrySheets, entry_sheets, is_ours
from kaohe.submission.table_header import has_head, names_units
from kaohe.submission.typed_cell import decimal

LARGEST_FILE = 50_000_000
"""Bytes: more has no workbook, be it full of pictures."""
SCORE, TOTAL = "kaohe_score_", "kaohe_total"
"""The names of the cells in which a workbook computes the points of an item, and of the whole."""


class UnitWorkbooks:
    """Reads workbooks of any rubric; what one rubric makes of rows is worked out once."""

    def __init__(self, rubrics: PreparedRubrics) -> None:
        self._rubrics = rubrics
        self._readers: dict[Scorer, EntryReader] = {}

    def documents(self, path: str) -> Sequence[Document]:
        """The unit's file, or each row of a table; what is wrong in its cells is told when it is read as such.

        Raises Problems where it is no workbook of facts or names no rubric that there is, OSError.
        """
        content = _content(path)
        try:
            book = Book(content)
            sheets = () if is_ours(book) else [one for title in book.titles if (one := sheet_table(path, book, title))]
            table = _table(sheets)
            if table is not None:
                return rows_of(table, self._rubrics, [one.sheet for one in sheets if one is not table])
            return [self._document(path, content, book, entry_sheets(path, book))]
        except Unopened as found:
            raise Problems([found.problem(path)]) from None

    def _document(self, path: str, content: bytes, book: Book, sheets: EntrySheets) -> WorkbookDocument:
        entered = Entered(path, book.since_1904)
        entered.data |= {"rubric": _rubric(path, sheets.about), "unit": None, "year": None}
        entered.data |= {"stage": sheets.about["stage"]} if "stage" in sheets.about else {}
        bare = WorkbookDocument(path, entered.data, content, "", [], entered.places, (), (), {})
        scorer = self._rubrics.scorer(bare)
        if scorer not in self._readers:
            rubric = scorer.compiled.rubric
            numbers = {item.id: number for number, item in rubric.items()}
            self._readers[scorer] = EntryReader(scorer.compiled.reader, numbers)
        same = sheets.about.get("sha256", scorer.compiled.sha256) == scorer.compiled.sha256
        if book.has_macros:
            entered.say("entry-macros", CellPlace(""))
        if not same:
            entered.warn("entry-other-rubric", CellPlace(""), rubric=entered.data["rubric"])
        self._readers[scorer].read(sheets, entered, same_rubric=same)
        places, findings = dict(entered.places), tuple(entered.findings)
        return WorkbookDocument(
            path, entered.data, content, "", [], places, findings, tuple(entered.remarks()), dict(_scores(book))
        )


def table_of_workbook(path: str) -> Table:
    """The sheet of a workbook that is a table of facts; raises Problems, OSError."""
    try:
        book = Book(_content(path))
        table = _table([one for title in book.titles if (one := sheet_table(path, book, title))], names_units)
    except Unopened as found:
        raise Problems([found.problem(path)]) from None
    if table is None or not table.rows:
        raise Problems([Problem("table-empty", path)])
    return table


def _content(path: str) -> bytes:
    """The bytes of a file; raises Problems where there are more than any unit's workbook has."""
    content = file_contents.content(path, LARGEST_FILE + 1)
    if len(content) > LARGEST_FILE:
        raise Problems([Problem("entry-too-large", path)])
    return content


def _table(sheets: Sequence[Table], is_one: Callable[[Table], bool] = has_head) -> Table | None:
    """The sheet that is a table of facts, if one is; raises Problems where several are."""
    tables = [one for one in sheets if is_one(one)]
    if len(tables) > 1:
        raise Problems([tables[1].problem("table-sheets", 0, 0, {"sheets": "、".join(one.sheet for one in tables)})])
    return tables[0] if tables else None


def _rubric(path: str, about: Mapping[str, str]) -> str:
    """What the file calls its rubric: where that leads nowhere from here, one that is shipped by the same id."""
    name, shipped = about["rubric"], about.get("rubric_id", "")
    with suppress(Unusable, OSError):
        if rubric_files.find(name, Path(path).parent).is_file():
            return name
    return shipped if shipped in rubric_files.shipped() else name


def _scores(book: Book) -> Iterator[tuple[str, WrittenScore]]:
    """The points that stand in the workbook, by their items; by nothing those of the whole."""
    for name, (title, row, column) in book.names.items():
        if not (name.startswith(SCORE) or name == TOTAL) or title not in book.titles:
            continue
        cell = book.cells(title).get(row, {}).get(column)
        if cell is not None and cell.kind == "number":
            place = CellPlace(title, row, column)
            yield name.removeprefix(SCORE) * (name != TOTAL), WrittenScore(place, Fraction(decimal(cell.text)))
