"""What fills itself in on the page of entries: the score of each item above its facts, and that of the whole."""

from collections.abc import Iterator, Mapping, Sequence

from openpyxl.worksheet.worksheet import Worksheet

from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.messages import Language, say
from kaohe.render.xlsx.entry_faults import WRONG, quoted
from kaohe.render.xlsx.entry_look import SMALL, EntryPen, Look
from kaohe.render.xlsx.entry_places import FIRST_HEAD, EntryPlaces
from kaohe.render.xlsx.live_places import LivePlaces
from kaohe.results.calculation import BEYOND, INAPPLICABLE, KNOWN
from kaohe.results.entry_form import EntryForm, EntryList
from kaohe.results.live_form import beside_cell

ITEM_SCORE = Look(size=SMALL, bold=True, lines="across", wrapped=False)
WHOLE_SCORE = Look(bold=True, lines="none", wrapped=False)
LATER_ITEM, LATER_WHOLE = ITEM_SCORE._replace(wrapped=True), WHOLE_SCORE._replace(across="right")
"""Where nothing to the right of them is printed."""


class LiveEntryCells:
    """Writes them on a page that is drawn already."""

    def __init__(self, form: EntryForm, entries: EntryPlaces, places: LivePlaces, language: Language) -> None:
        self._form, self._entries, self._places = form, entries, places
        self._language, self._beyond = language, say("live.beyond", language)
        self._column = list(form.columns).index("check") + 1

    def fill(self, page: Worksheet) -> None:
        pen = EntryPen(page)
        of_item, of_whole = (LATER_ITEM, LATER_WHOLE) if self._form.later else (ITEM_SCORE, WHOLE_SCORE)
        pen.put(FIRST_HEAD, self._column, f"={self._places.refer(beside_cell('total'))}", of_whole)
        for row, line in self._entries.lines():
            cell = page.cell(row, self._column)
            if line.kind == "item":
                told = self._places.refer(beside_cell(line.id))
                pen.put(row, self._column, f"={_unless_wrong(str(cell.value or ''), told)}", of_item)
            elif isinstance(cell.value, str):
                cell.value = f"={self._taken(line.id, cell.value[1:])}"

    def _taken(self, row: str, check: str) -> str:
        """What is said where kaohe alone computes what is entered, or where all of it is computed."""
        live, refer = self._form.live, self._places.refer
        if row in live.listed:
            key = live.listed[row]
            check = f"IF({refer(f'beyond.{key}')},{quoted(self._beyond)},{check})"
            return f"IF({refer(f'state.{key}')}={BEYOND},{quoted(self._too_many(row))},{check})"
        if row not in live.states:
            return check
        states = [refer(name) for name in live.states[row]]
        if not self._form.later:
            gone = f"IF({_all(states, INAPPLICABLE)},{quoted(NOT_APPLICABLE.value)},{check})"
            check = f"IF({_all(states, KNOWN)},{quoted(say('entry.done', self._language))},{gone})"
        beyond = ",".join(f"{state}={BEYOND}" for state in states)
        return f"IF(OR({beyond}),{quoted(self._beyond)},{check})"

    def _too_many(self, row: str) -> str:
        rows = next(one.rows for one in self._form.lists if one.id == row)
        return say("live.too-many", self._language, rows=rows)

    def names(self) -> Iterator[tuple[str, str]]:
        """The cells of scores, behind the names of those that they show."""
        letter = self._entries.letter("check")
        yield beside_cell("total"), f"{letter}{FIRST_HEAD}"
        yield from (
            (beside_cell(line.id), f"{letter}{row}") for row, line in self._entries.lines() if line.kind == "item"
        )

    def beyond(self, form: EntryForm, values: Mapping[str, object]) -> Iterator[tuple[str, str]]:
        """The checks that say that kaohe alone computes what is entered in a form."""
        for row, names in form.live.states.items():
            if any(values[name] == BEYOND for name in names):
                yield self._entries.cell(row, "check"), self._beyond
        for listed in form.lists:
            key = form.live.listed.get(listed.id, "")
            if key and values[f"beyond.{key}"]:
                yield self._entries.cell(listed.id, "check"), self._beyond
            elif key and values[f"wanted.{key}"] and _complete(listed) and not form.later:
                yield self._entries.cell(listed.id, "check"), say("entry.not-computed", self._language)


def _all(states: Sequence[str], state: int) -> str:
    return f"AND({','.join(f'{one}={state}' for one in states)})"


def _complete(listed: EntryList) -> bool:
    """Whether it has members, and all is known of them."""
    return bool(listed.members) and all(one[key].value is not None for one in listed.members for key in listed.fields)


def _unless_wrong(check: str, told: str) -> str:
    """What is told of an item, where nothing in its row is wrong; `check` is the formula that says so, if any."""
    formula = check.removeprefix("=")
    return f'IF(LEFT({formula},{len(WRONG)})="{WRONG}",{formula},{told})' if formula else told
