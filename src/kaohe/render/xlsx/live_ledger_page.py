"""The ledger that fills itself in: a row for each clause, what it has taken, sums checked against the score."""

from collections.abc import Iterator

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.worksheet import Worksheet

from kaohe.messages import Language, say
from kaohe.render.xlsx.cells import SIZE, TALLEST, Style, banner, merge, put_row, put_rows, set_paper, widen
from kaohe.render.xlsx.entry_look import protect
from kaohe.render.xlsx.live_places import LivePlaces
from kaohe.render.xlsx.paper_layout import Row, rows
from kaohe.results.live_form import LiveForm, LiveLine

COLUMNS = ("number", "item", "clause", "why", "due", "applied")
WIDTHS = (34.0, 88.0, 240.0, 400.0, 45.0, 45.0)
LINE: tuple[Style, ...] = ("centred", "centred", "text", "text", "centred", "centred")
SUM: tuple[Style, ...] = ("strong", "strong", "strong", "strong", "heading", "heading")
HEADING_ROW, FIRST = 2, 3
WHY = COLUMNS.index("why")
LONGEST = 500
"""Letters for which a row keeps room at most."""
_PALE = Font(color="FF9A9A9A")
_OPEN = PatternFill(bgColor="FFFCE9C2")


class LiveLedgerPage:
    """Draws one page; `cells` are those that fill themselves in, behind the names of those that they show."""

    def __init__(self, page: Worksheet, live: LiveForm, places: LivePlaces, language: Language) -> None:
        self._page, self._live, self._places, self._language = page, live, places, language
        self.cells: list[tuple[str, str]] = []

    def fill(self) -> None:
        widen(self._page, WIDTHS)
        form = self._live.unreported.form
        banner(self._page, 1, say("live.ledger_of", self._language, title=form.title), "title", WIDTHS)
        headings = [say(f"workbook.{name}", self._language) for name in COLUMNS]
        put_rows(self._page, HEADING_ROW, headings, ["heading"] * len(WIDTHS), WIDTHS)
        row = FIRST
        for line in self._live.ledger:
            row = self._line(row, line)
        self._marks(row - 1)
        set_paper(self._page, shrink=True)
        self._page.print_title_rows = f"{HEADING_ROW}:{HEADING_ROW}"
        self._page.freeze_panes = f"A{FIRST}"
        protect(self._page)

    def _line(self, row: int, line: LiveLine) -> int:
        """A row, or several where a clause is long; the row after it comes back."""
        styles = SUM if line.kind == "sum" else LINE
        words = ["" if line.kind == "sum" else line.words.get(key, "") for key in COLUMNS]
        words[WHY] = line.longest[:LONGEST]
        first, *others = (_without_why(one) for one in rows(words, WIDTHS, SIZE, TALLEST))
        put_row(self._page, row, first, styles)
        if line.kind == "sum":
            self._page.cell(row, 1).value = line.words["item"]
            merge(self._page, (row, row), (1, 2))
            merge(self._page, (row, row), (3, 4))
        for name, column in self._shown(line):
            cell = self._page.cell(row, column)
            cell.value, cell.number_format = f"={self._places.refer(name)}", "General"
            self.cells.append((name, cell.coordinate))
        for place, other in enumerate(others, row + 1):
            put_row(self._page, place, other, styles)
        return row + 1 + len(others)

    def _shown(self, line: LiveLine) -> Iterator[tuple[str, int]]:
        """The names of cells, with the columns in which they are shown."""
        for key, name in line.cells.items():
            yield name, COLUMNS.index("clause" if key == "check" else key) + 1

    def _marks(self, last: int) -> None:
        """What takes nothing is pale, what is still open has a stronger ground."""
        applied, why = f"$F{FIRST}", f"$D{FIRST}"
        word = say("entry.open", self._language)
        waiting = f'LEFT({why},{len(word)})="{word}"'
        pale = f'AND(ISNUMBER({applied}),{applied}=0,{why}<>"",NOT({waiting}))'
        for cells, condition, look in (
            (f"D{FIRST}:F{last}", waiting, DifferentialStyle(fill=_OPEN)),
            (f"A{FIRST}:F{last}", pale, DifferentialStyle(font=_PALE)),
        ):
            self._page.conditional_formatting.add(cells, Rule(type="expression", formula=[condition], dxf=look))


def _without_why(one: Row) -> Row:
    """The same height without the words for which it keeps room."""
    return Row((*one.values[:WHY], "", *one.values[WHY + 1 :]), one.height)
