"""The page on which cases are signed: rows under the method of their item, one page wide, headings on every page."""

from fractions import Fraction

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from kaohe.messages import Language, say
from kaohe.render.xlsx.cells import SIZE, TALLEST, merge, number, set_paper, widen
from kaohe.render.xlsx.entry_look import (
    BAND,
    CENTRED,
    HEADING,
    HIDDEN,
    SMALL,
    WORDS,
    EntryPen,
    Look,
    begin_at,
    mark_open,
    mark_wrong,
    protect,
)
from kaohe.render.xlsx.paper_layout import height, room, wrap
from kaohe.results.signing_form import COLUMNS, FORMAT, SigningCase, SigningForm, SigningGroup

WIDTHS = {
    "number": 30.0,
    "facts": 240.0,
    "points": 54.0,
    "whys": 220.0,
    "verdict": 44.0,
    "due": 44.0,
    "opinion": 110.0,
    "by": 58.0,
    "on": 70.0,
}
HIDDEN_WIDTH = 20.0
TITLE_POINTS = 16.0
KEYS, TITLE, ALL, HOW_TO, HEAD = 1, 2, 3, 4, 5
"""The rows above the cases."""
FIRST = 2
"""The column after the hidden one."""
TOP_TITLE = Look(size=TITLE_POINTS, bold=True, lines="none", wrapped=False)
PLAIN = Look(size=SMALL, lines="none")
METHOD = Look(size=SMALL, lines="across")
DATED = Look("center", ground="entry", free=True, format="yyyy-mm-dd")
SIGNED = Look("center", ground="entry", free=True, format="@")
POINTS = Look("center", ground="entry", free=True)
OPINION = Look(ground="entry", free=True, format="@")
LOOKS = {"verdict": POINTS, "due": POINTS, "opinion": OPINION, "by": SIGNED, "on": DATED}
TO_BEGIN = "F6"


def fill(page: Worksheet, form: SigningForm, language: Language) -> None:
    """Draw the whole page."""
    _SigningPage(page, form, language).draw()


def column(key: str) -> int:
    return FIRST + COLUMNS.index(key)


class _SigningPage:
    """Draws one page; `row` is the next that is free."""

    def __init__(self, page: Worksheet, form: SigningForm, language: Language) -> None:
        self._page, self._form, self._language = page, form, language
        self._pen = EntryPen(page)
        self._row = HEAD + 1
        self._across = sum(WIDTHS.values())

    def draw(self) -> None:
        widen(self._page, [HIDDEN_WIDTH, *WIDTHS.values()])
        self._top()
        for group in self._form.groups:
            self._group(group)
        self._marks()
        protect(self._page)
        self._on_paper()

    def _top(self) -> None:
        for at, key in enumerate((FORMAT, *COLUMNS), 1):
            self._pen.words(KEYS, at, key, HIDDEN)
        self._pen.words(TITLE, FIRST, self._form.title, TOP_TITLE)
        self._page.row_dimensions[TITLE].height = height(1, TITLE_POINTS)
        self._signed_by()
        how_to = "\n".join(self._form.how_to)
        self._pen.words(HOW_TO, FIRST, how_to, PLAIN)
        self._merged(HOW_TO, how_to, SMALL)
        for key in COLUMNS:
            self._pen.words(HEAD, column(key), say(f"signing.column-{key}", self._language), HEADING)
        self._page.row_dimensions[HEAD].height = height(1, SIZE) + 4

    def _signed_by(self) -> None:
        """Above the columns of names and dates: who has checked all of them, and when."""
        self._pen.words(ALL, 1, "all", HIDDEN)
        for key in ("by", "on"):
            self._pen.words(ALL, column(key), "", LOOKS[key])
        self._pen.words(ALL, column("opinion"), say("signing.all-by", self._language), Look("right", lines="none"))
        self._page.row_dimensions[ALL].height = height(1, SIZE) + 4

    def _merged(self, row: int, text: str, size: float) -> None:
        """Let a text run over all columns, in a row that is high enough."""
        merge(self._page, (row, row), (FIRST, column(COLUMNS[-1])))
        lines = len(wrap(text, room(self._across, size)))
        self._page.row_dimensions[row].height = min(TALLEST, height(lines, size))

    def _group(self, group: SigningGroup) -> None:
        """The item's title, its method, its cases."""
        for at in range(FIRST, column(COLUMNS[-1]) + 1):
            self._pen.words(self._row, at, group.title if at == FIRST else "", BAND)
        self._page.row_dimensions[self._row].height = height(1, SIZE)
        self._row += 1
        if group.method:
            self._pen.words(self._row, FIRST, group.method, METHOD)
            self._merged(self._row, group.method, SMALL)
            self._row += 1
        for case in group.cases:
            self._case(case)

    def _case(self, case: SigningCase) -> None:
        row, most = self._row, 1
        self._pen.words(row, 1, str(case.number), HIDDEN)
        for key, value in case.shown().items():
            look = WORDS if key in ("facts", "whys") else CENTRED
            if isinstance(value, Fraction):
                self._pen.put(row, column(key), "", look)
                self._page.cell(row, column(key)).value = number(value)
            else:
                self._pen.words(row, column(key), value, look)
                most = max(most, len(wrap(value, room(WIDTHS[key], SIZE))))
        for key, look in LOOKS.items():
            self._pen.words(row, column(key), "", look)
        self._page.row_dimensions[row].height = min(TALLEST, height(most, SIZE))
        self._row += 1

    def _marks(self) -> None:
        """What may be entered, and a ground of its own for what is wrong and for what is still wanted."""
        first, last = HEAD + 1, self._row - 1
        verdict, due, by, on = (get_column_letter(column(key)) for key in ("verdict", "due", "by", "on"))
        right, wrong = (say(code, self._language) for code in ("signing.right", "signing.wrong"))
        self._allow("verdict", DataValidation(type="list", formula1=f'"{right},{wrong}"'), first, last)
        self._allow(
            "due",
            DataValidation(type="decimal", operator="between", formula1="-1000000", formula2="1000000"),
            first,
            last,
        )
        for row, end in ((first, last), (ALL, ALL)):
            self._allow("on", DataValidation(type="date", operator="greaterThan", formula1="1"), row, end)
        mark_wrong(self._page, f"{verdict}{first}:{verdict}{last}", f'{verdict}{first}="{wrong}"')
        mark_open(self._page, f"{due}{first}:{due}{last}", f'AND({verdict}{first}="{wrong}",{due}{first}="")')
        for letter in (by, on):
            wanted = f'AND({verdict}{first}<>"",{letter}{first}="",${letter}${ALL}="")'
            mark_open(self._page, f"{letter}{first}:{letter}{last}", wanted)

    def _allow(self, key: str, validation: DataValidation, first: int, last: int) -> None:
        letter = get_column_letter(column(key))
        validation.allow_blank, validation.showErrorMessage = True, True
        validation.error = say(f"signing.{key}-stop", self._language)
        validation.sqref = f"{letter}{first}:{letter}{last}"
        self._page.add_data_validation(validation)

    def _on_paper(self) -> None:
        page = self._page
        page.row_dimensions[KEYS].hidden = True
        page.column_dimensions["A"].hidden = True
        page.freeze_panes = f"A{HEAD + 1}"
        begin_at(page, "bottomLeft", TO_BEGIN)
        page.print_title_rows = f"{HEAD}:{HEAD}"
        page.print_area = f"B{TITLE}:{get_column_letter(column(COLUMNS[-1]))}{self._row - 1}"
        set_paper(page, shrink=True)
