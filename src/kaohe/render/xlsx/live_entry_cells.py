"""What fills itself in on the page of entries: the score of each item above its facts, and that of the whole."""

from collections.abc import Iterator, Mapping

from openpyxl.worksheet.worksheet import Worksheet

from kaohe.messages import Language, say
from kaohe.render.xlsx.entry_checks import WRONG
from kaohe.render.xlsx.entry_look import SMALL, EntryPen, Look
from kaohe.render.xlsx.entry_places import FIRST_HEAD, EntryPlaces
from kaohe.render.xlsx.live_places import LivePlaces
from kaohe.results.calculation import BEYOND
from kaohe.results.entry_form import EntryForm
from kaohe.results.live_form import beside_cell

ITEM_SCORE = Look(size=SMALL, bold=True, lines="across", wrapped=False)
WHOLE_SCORE = Look(bold=True, lines="none", wrapped=False)


class LiveEntryCells:
    """Writes them on a page that is drawn already."""

    def __init__(self, form: EntryForm, entries: EntryPlaces, places: LivePlaces, language: Language) -> None:
        self._form, self._entries, self._places = form, entries, places
        self._beyond = say("live.beyond", language)
        self._column = list(form.columns).index("check") + 1

    def fill(self, page: Worksheet) -> None:
        pen = EntryPen(page)
        pen.put(FIRST_HEAD, self._column, f"={self._places.refer(beside_cell('total'))}", WHOLE_SCORE)
        for row, line in self._entries.lines():
            cell = page.cell(row, self._column)
            if line.kind == "item":
                told = self._places.refer(beside_cell(line.id))
                pen.put(row, self._column, f"={_unless_wrong(str(cell.value or ''), told)}", ITEM_SCORE)
            elif line.id in self._form.live.states and isinstance(cell.value, str):
                states = self._form.live.states[line.id]
                beyond = ",".join(f"{self._places.refer(name)}={BEYOND}" for name in states)
                cell.value = f'=IF(OR({beyond}),"{self._beyond}",{cell.value[1:]})'

    def names(self) -> Iterator[tuple[str, str]]:
        """The cells of scores, behind the names of those that they show."""
        letter = self._entries.letter("check")
        yield beside_cell("total"), f"{letter}{FIRST_HEAD}"
        yield from (
            (beside_cell(line.id), f"{letter}{row}") for row, line in self._entries.lines() if line.kind == "item"
        )

    def beyond(self, values: Mapping[str, object]) -> Iterator[tuple[str, str]]:
        """The checks that say that kaohe alone computes what is entered."""
        for row, names in self._form.live.states.items():
            if any(values[name] == BEYOND for name in names):
                yield self._entries.cell(row, "check"), self._beyond


def _unless_wrong(check: str, told: str) -> str:
    """What is told of an item, where nothing in its row is wrong; `check` is the formula that says so, if any."""
    formula = check.removeprefix("=")
    return f'IF(LEFT({formula},{len(WRONG)})="{WRONG}",{formula},{told})' if formula else told
