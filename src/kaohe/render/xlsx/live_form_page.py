"""The official form on which the scores of one stage fill themselves in."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from kaohe.messages import Language, say
from kaohe.render.words import sheet_wording
from kaohe.render.words.sheet_wording import Scored
from kaohe.render.xlsx.cells import bounds
from kaohe.render.xlsx.entry_look import protect
from kaohe.render.xlsx.form_columns import OWN, form_columns, scores
from kaohe.render.xlsx.form_page import FormRows, draw
from kaohe.render.xlsx.live_places import LivePlaces
from kaohe.render.xlsx.paper_layout import Value
from kaohe.results.live_form import GRADES, UNIT_LINE, LiveForm, shown_cell
from kaohe.results.score_range import ScoreRange
from kaohe.results.sheet import ItemScore

QUARTER = Fraction(1, 4)
METHOD = get_column_letter(len(OWN))
"""The column in which grades stand, in the row of the total."""


class LiveFormPage:
    """Draws one page; `names` are those that its cells have in the workbook, each with its cell."""

    def __init__(self, page: Worksheet, live: LiveForm, places: LivePlaces, language: Language) -> None:
        self._page, self._live, self._places, self._language = page, live, places, language
        self._stages = [name for name, _ in live.unreported.form.stages]
        self._rows = FormRows(0, {})
        self.names: dict[str, str] = {}

    def fill(self) -> None:
        form = self._live.unreported.form
        longest = {sheet_wording.key(one): self._longest(one) for _, one in self._scored()}
        reached = self._stages[: self._stages.index(self._live.stage) + 1]
        columns = form_columns(form.stages, dict.fromkeys(reached, longest), self._language)
        self._rows = draw(self._page, self._live.unreported, columns, self._live.grades, self._language)
        self._page.cell(self._rows.unit, 1).value = f"={self._places.refer(UNIT_LINE)}"
        for stage in reached[:-1]:
            for cell in self._column(stage).values():
                self._page[cell].value = None
        for name, cell in self.shown():
            self._page[cell].value = f"={self._places.refer(name)}"
            self._page[cell].number_format = "General"
        protect(self._page)

    def _scored(self) -> Iterator[tuple[str, Scored]]:
        """Everything that has a score on the form, behind the end of its name in the workbook."""
        yield from ((f"score_{item.id}", item) for part in self._live.unreported.sections for item in part.items)
        yield "total", self._live.unreported

    def _longest(self, one: ScoreRange) -> str:
        """Room for the words of a score that is open between decimals."""
        low, high = (None if side is None else side + QUARTER for side in (one.low, one.high))
        return f"{say('workbook.open', self._language)}\n{bounds(low, high, self._language)}"

    def _column(self, stage: str) -> Mapping[str, str]:
        """The cells of a stage's scores, by their keys."""
        letter = get_column_letter(len(OWN) + self._stages.index(stage) + 1)
        return {key: f"{letter}{row}" for key, row in self._rows.scores.items()}

    def shown(self) -> Iterator[tuple[str, str]]:
        """The cells of the page that fill themselves in, behind the names of those that they show."""
        column = self._column(self._live.stage)
        yield UNIT_LINE, f"A{self._rows.unit}"
        if self._live.grades:
            yield GRADES, f"{METHOD}{self._rows.scores[sheet_wording.key(self._live.unreported)]}"
        for end, one in self._scored():
            cell = column[sheet_wording.key(one)]
            self.names[f"kaohe_{end}"] = cell
            yield shown_cell(f"items.{one.id}" if isinstance(one, ItemScore) else end), cell

    def earlier(self, live: LiveForm) -> Iterator[tuple[str, Value]]:
        """What stands in the columns of the stages before."""
        for sheet in live.before:
            known = scores(sheet, self._language)
            yield from ((cell, known[key]) for key, cell in self._column(sheet.stage).items() if key in known)
