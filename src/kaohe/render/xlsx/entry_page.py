"""The page on which facts are entered: a row for each, grouped as on the form, under the words on how to fill it in."""

from math import ceil

from openpyxl.worksheet.worksheet import Worksheet

from kaohe.messages import Language, say
from kaohe.render.xlsx.cells import SIZE, merge, set_paper, widen
from kaohe.render.xlsx.entry_checks import EntryChecks
from kaohe.render.xlsx.entry_columns import LOOKS, row_height, widths_of
from kaohe.render.xlsx.entry_faults import WRONG
from kaohe.render.xlsx.entry_look import (
    BAND,
    HEADING,
    HIDDEN,
    IDLE,
    ITEM,
    SMALL,
    EntryPen,
    Look,
    begin_at,
    complains,
    entry_look,
    mark_checks,
    mark_wrong,
    protect,
)
from kaohe.render.xlsx.entry_places import FIRST_HEAD, TITLE, EntryPlaces
from kaohe.render.xlsx.entry_validations import EntryValidations
from kaohe.render.xlsx.live_places import LivePlaces
from kaohe.render.xlsx.paper_layout import even, height, room, wrap
from kaohe.results.entry_form import EntryForm, EntryLine

TITLE_POINTS = 16.0
TOP_TITLE = Look(size=TITLE_POINTS, bold=True, lines="none", wrapped=False)
HOW_TO_LOOK = Look(size=SMALL)
HOW_TO = ("number", "asked")
"""The columns that the words on how to fill it in run over, first and last."""


def fill(page: Worksheet, form: EntryForm, places: EntryPlaces, language: Language) -> None:
    """Draw the page without the values of its cells, which are filled in later."""
    drawn = _EntryPage(page, form, places, language)
    widths = widths_of(form)
    widen(page, [widths[key] for key in form.columns])
    drawn.top()
    for row, line in places.lines():
        drawn.line(row, line)
    drawn.marks()
    protect(page)
    _on_paper(page, form, places)


class _EntryPage:
    """Draws one page."""

    def __init__(self, page: Worksheet, form: EntryForm, places: EntryPlaces, language: Language) -> None:
        self._page, self._form, self._places, self._language = page, form, places, language
        self._pen, self._widths = EntryPen(page), widths_of(form)
        live = LivePlaces(form, form.live, places, language)
        wanted = {row: live.refer(f"wanted.{key}") for row, key in form.live.listed.items()}
        self._checks = EntryChecks(places, language, wanted)
        self._validations = EntryValidations(places.options, language)
        self._lists = {one.id: one for one in form.lists}
        self._columns = {key: number for number, key in enumerate(form.columns, 1)}

    def top(self) -> None:
        """The hidden keys, the title, how to fill it in, and the headings."""
        for key, column in self._columns.items():
            self._pen.words(1, column, self._form.about["format"] if column == 1 else key, HIDDEN)
        self._pen.words(TITLE, 2, self._form.title, TOP_TITLE)
        self._page.row_dimensions[TITLE].height = height(1, TITLE_POINTS)
        for key, column in list(self._columns.items())[1:]:
            heading = even(say(f"entry.column-{key}", self._language), room(self._widths[key], SIZE), odd="last")
            self._pen.words(self._places.heading, column, heading, HEADING)
        self._page.row_dimensions[self._places.heading].height = height(2, SIZE)
        self._how_to()

    def _how_to(self) -> None:
        """Beside the unit and the year; the rows of these are as high as it needs."""
        first, last = (self._columns[key] for key in HOW_TO)
        rows = len(self._form.head)
        width = sum(self._widths[key] for key in self._form.columns[first - 1 : last])
        text = "\n".join(self._form.how_to)
        self._pen.words(FIRST_HEAD, first, text, HOW_TO_LOOK)
        merge(self._page, (FIRST_HEAD, self._places.heading - 1), (first, last))
        whole = height(len(wrap(text, room(width, SMALL))), SMALL)
        for row in range(FIRST_HEAD, self._places.heading):
            self._page.row_dimensions[row].height = max(height(1, SIZE), ceil(whole / rows))

    def line(self, row: int, line: EntryLine) -> None:
        if row < self._places.heading:
            self._head(row, line)
            return
        self._pen.words(row, 1, line.id, HIDDEN)
        for key, column in list(self._columns.items())[1:]:
            self._cell(row, column, key, line)
        self._page.row_dimensions[row].height = row_height(line, self._widths, valued=False)
        if any(not cell.locked for cell in line.cells.values()) and (line.kind == "fact" or self._form.later):
            self._check(row, line)

    def _head(self, row: int, line: EntryLine) -> None:
        """The unit, the year: a label and a wide cell."""
        label, value = self._columns["previous"], self._columns["current"]
        self._pen.words(row, 1, line.id, HIDDEN)
        self._pen.words(row, label, line.words["label"], HEADING)
        cell = line.cells["current"]
        for column in range(value, self._columns["evidence"] + 1):
            self._pen.words(row, column, "", entry_look(cell.kind, locked=cell.locked))
        merge(self._page, (row, row), (value, self._columns["evidence"]))
        self._validations.note(f"{self._places.letter('current')}{row}", cell)

    def _cell(self, row: int, column: int, key: str, line: EntryLine) -> None:
        cell = line.cells.get(key)
        if cell is not None:
            self._pen.words(row, column, "", entry_look(cell.kind, locked=cell.locked))
            self._validations.note(f"{self._places.letter(key)}{row}", cell)
        elif line.kind != "fact":
            self._pen.words(row, column, line.words.get(key, ""), BAND if line.kind == "section" else ITEM)
        else:
            self._pen.words(row, column, line.words.get(key, ""), LOOKS.get(key, IDLE))

    def _check(self, row: int, line: EntryLine) -> None:
        if self._form.later:
            formula = self._checks.correction(line)
        else:
            formula = self._checks.formula(line, self._lists.get(line.id))
        self._pen.put(row, self._columns["check"], formula, LOOKS["check"])

    def marks(self) -> None:
        """What is wrong stands out where it stands, and in the column of checks."""
        first, last = self._places.heading + 1, self._places.last
        check = self._places.letter("check")
        mark_checks(self._page, f"{check}{first}:{check}{last}", f"{check}{first}", say("entry.open", self._language))
        prefix = "new_" if self._form.later else ""
        one, two = (self._places.letter(f"{prefix}{key}") for key in ("previous", "state"))
        filled = f'IF(ISERROR({one}{first}),TRUE,{one}{first}<>"")'
        entered = f"AND({filled},{complains(f'${check}{first}')})"
        mark_wrong(self._page, f"{one}{first}:{two}{last}", entered)
        if self._form.later:
            reason, said = self._places.letter("reason"), say("entry.no-reason", self._language)
            mark_wrong(self._page, f"{reason}{first}:{reason}{last}", f'${check}{first}="{WRONG} {said}"')
        self._validations.put(self._page)


def _on_paper(page: Worksheet, form: EntryForm, places: EntryPlaces) -> None:
    """What is hidden, what stays in sight, and how it is printed."""
    page.row_dimensions[1].hidden = True
    page.column_dimensions["A"].hidden = True
    body = places.heading + 1
    page.freeze_panes = f"{places.letter('unit')}{body}"
    page.print_title_rows = f"{places.heading}:{places.heading}"
    printed = form.columns[-2] if form.later else form.columns[-1]  # of all columns, who corrects can spare the clause
    page.print_area = f"B{TITLE}:{places.letter(printed)}{places.last}"
    set_paper(page, shrink=True)
    begin_at(page, "topRight", f"{places.letter('current')}{FIRST_HEAD}")
