"""A document's rows -> the official form: its tables' rows gathered into items and sections, page by page."""

from collections.abc import Sequence
from itertools import takewhile

from kaohe.authoring.official_form.columns import Columns, columns_of
from kaohe.authoring.official_form.content_columns import columns_by_content, fits, unknown_headings
from kaohe.authoring.official_form.form_rows import heads_again, own, texts_of
from kaohe.authoring.official_form.gathered import Gathered
from kaohe.authoring.official_form.head_rows import head_at
from kaohe.authoring.official_form.model import OfficialForm
from kaohe.authoring.official_form.prose_reader import prose_form
from kaohe.problems import Problem, Problems
from kaohe.source.form_document.rows import FormRow


class _Reading:
    """What has been read so far; `columns` are those of the table that is being read."""

    def __init__(self, rows: Sequence[FormRow]) -> None:
        self.rows = rows
        self.columns: Columns | None = None
        self.holder: tuple[str, str] | None = None
        self.fresh = False
        """Whether a table begins, of which no row has been read."""
        self.form = Gathered()

    def all(self) -> Gathered:
        at = 0
        while at < len(self.rows):
            at += self._row(at)
        return self.form

    def _row(self, at: int) -> int:
        """Reads a row, or all rows of a head; returns how many."""
        row = self.rows[at]
        self._enter(at)
        texts = texts_of(row)
        said = [one for one in texts if one]
        head = head_at(self.rows, at, first=self.fresh) if row.in_table else None
        columns = columns_of(head) if head is not None else None
        if head is not None and columns is not None:
            self.form.head(columns, self.columns, new=self.fresh)
            self.columns, self.fresh = columns, False
            return head.height
        if said and (not row.in_table or (len(set(said)) == 1 and _alone(row, texts, self.columns))):
            self.form.line(said[0], row.place, started=self.columns is not None, within=row.in_table or row.heading)
        elif said:
            self._table_row(at, texts)
        return 1

    def _enter(self, at: int) -> None:
        """A table begins in another sheet, at another table of a document, or below a paragraph of a text."""
        row = self.rows[at]
        holder = (row.place.kind, row.place.holder)
        below = row.place.kind == "line" and (at == 0 or not self.rows[at - 1].in_table)
        if row.in_table and (holder != self.holder or below):
            self.holder, self.fresh = holder, True

    def _table_row(self, at: int, texts: Sequence[str]) -> None:
        row = self.rows[at]
        above = self.fresh and self._above_head(at)
        if self.fresh and not above and self._without_head(at):
            return
        columns = None if above else self.columns
        if columns is not None and len(texts) >= columns.needed and not heads_again(row, texts, columns):
            self.form.item(row, texts, columns)
        else:
            words = [one for n in range(len(texts)) if (one := own(row, texts, n))]
            self.form.loose(words, row.place, started=self.columns is not None)

    def _above_head(self, at: int) -> bool:
        """Whether the headings of a table stand below this row."""
        body = self._table(at)
        heads = (head_at(body, n, first=False) for n in range(1, len(body)))
        return any(head is not None and columns_of(head) is not None for head in heads)

    def _table(self, at: int) -> list[FormRow]:
        """The rows of a table from there on."""
        row = self.rows[at]
        holder = (row.place.kind, row.place.holder)
        return list(
            takewhile(lambda one: one.in_table and (one.place.kind, one.place.holder) == holder, self.rows[at:])
        )

    def _without_head(self, at: int) -> bool:
        """A table without known headings goes on with the one before, or tells its columns itself.

        Whether its first row has headings, though unknown ones.
        """
        self.fresh = False
        body = self._table(at)
        if self.columns is not None and fits(self.columns, body):
            return False
        headings = unknown_headings(body)
        columns = columns_by_content(body[1:] if headings else body, headings)
        if columns is not None:
            self.form.head(columns, self.columns, new=True)
            self.columns = columns
        elif self.rows[at].place.kind != "line":
            self.columns = None
        return bool(headings) and columns is not None


def _alone(row: FormRow, texts: Sequence[str], columns: Columns | None) -> bool:
    """Whether a row of a table is one line across it: merged, or nothing beside its first cell."""
    merged = all(cell.continued for cell in row.cells[1:]) and len(row.cells) > 1
    method = columns is not None and len(texts) > columns.method and bool(texts[columns.method])
    return merged or (bool(texts[0]) and not method)


def official_form(rows: Sequence[FormRow], path: str) -> OfficialForm:
    """The form; raises Problems where neither a table's columns nor numbered items with points tell what it scores."""
    form, prose = _Reading(rows).all().form(), prose_form(rows)
    if prose is not None and len(list(prose.items())) > len(list(form.items())):
        return prose
    if not form.sections:
        raise Problems([Problem("no-form-table", path)])
    return form
