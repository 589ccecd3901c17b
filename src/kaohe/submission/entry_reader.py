"""A workbook's rows and lists become the data of a unit's file, by the rubric that it names."""

from collections.abc import Mapping
from typing import Any

from kaohe.expr.numbers import shown
from kaohe.formulas.indicators import Indicator
from kaohe.formulas.scope import PARAMETERS
from kaohe.messages import told
from kaohe.source.workbook_document import CellPlace
from kaohe.submission.cell_text import year_value
from kaohe.submission.entered import Entered, named
from kaohe.submission.entry_corrections import NEW, enter_correction, enter_judgement
from kaohe.submission.entry_facts import FactLines, enter_fact, enter_item_papers, enter_papers, says_none
from kaohe.submission.entry_grid import EntryLine
from kaohe.submission.entry_labels import EntryLabels
from kaohe.submission.entry_list_corrections import enter_list_correction
from kaohe.submission.entry_members import MemberSheet, enter_members
from kaohe.submission.entry_rows import HEAD, ITEM_ROW, MEANING, EntryRow, entry_rows, meaning
from kaohe.submission.entry_sheets import EntrySheets, strays
from kaohe.submission.member_headings import gone, misplaced
from kaohe.submission.reader import Reader
from kaohe.submission.stray_keys import INDICATORS

Numbers = Mapping[str, str]
DAY = Indicator(label="", kind="date")
NEEDED = ("previous", "current")
"""The columns without which a sheet of facts says nothing."""


class EntryReader:
    """Reads workbooks of one rubric; `numbers` are those of its items on the form, by their ids."""

    def __init__(self, reader: Reader, numbers: Numbers) -> None:
        self._rows: dict[tuple[str, ...], list[EntryRow]] = {}
        for row in entry_rows(reader.groups):
            self._rows.setdefault(row.fact, []).append(row)
        self._titles, self._numbers = reader.titles, numbers
        self._ids = {row.id for rows in self._rows.values() for row in rows}
        self._ids |= {*HEAD, *(f"{ITEM_ROW}{item}" for item in numbers)}
        self._labels = EntryLabels(
            self._rows, {item: (number, reader.titles[item]) for item, number in numbers.items()}
        )

    def read(self, sheets: EntrySheets, entered: Entered, *, same_rubric: bool) -> None:
        """Put all that is entered into the data. Of a workbook of another rubric what this one asks is taken."""
        lines = self._lines(sheets, entered, same_rubric=same_rubric)
        later = f"{NEW}current" in sheets.facts.columns
        for key in NEEDED:
            if key not in sheets.facts.columns:
                entered.add("entry-column-gone", CellPlace(sheets.facts.title), label=told(f"entry.column-{key}", "zh"))
        self._head(lines, entered, later=later)
        for key, place in sheets.facts.unlike_copies():
            entered.add("entry-column-twice", place, label=told(f"entry.column-{key}", "zh"))
        if not later:
            entered.data.setdefault(INDICATORS, {})
        for group in dict.fromkeys((*(fact[-2] for fact in self._rows), *self._numbers)):
            if f"{ITEM_ROW}{group}" in lines:
                self._item(group, lines[f"{ITEM_ROW}{group}"], entered, later=later)
            for fact, rows in self._rows.items():
                found = FactLines(fact, rows, [lines.get(row.id) for row in rows])
                if fact[-2] == group and any(found.lines) and self._of_kind(found, sheets, entered):
                    self._fact(found, sheets, entered, later=later, same_rubric=same_rubric)
        self._tell_rest(sheets, lines, entered, same_rubric=same_rubric)

    def _item(self, item: str, line: EntryLine, entered: Entered, *, later: bool) -> None:
        """An item's own row comes before those of its facts."""
        if later:
            enter_judgement(item, f"{self._numbers[item]} {self._titles[item]}", line, entered)
        else:
            enter_item_papers(item, line, entered)

    def _of_kind(self, fact: FactLines, sheets: EntrySheets, entered: Entered) -> bool:
        """Whether it still is what the workbook says that it was, of that kind and unit; if not, that is told."""
        indicator = fact.rows[0].place.indicator
        own = meaning(indicator)
        said = sheets.about.get(f"{MEANING}{fact.group}.{fact.fact[-1]}", own)
        if said != own and any(line.entered for line in fact.lines if line):
            entered.warn("entry-other-kind", fact.first.place("current"), label=fact.label)
        return said == own

    def _fact(self, fact: FactLines, sheets: EntrySheets, entered: Entered, *, later: bool, same_rubric: bool) -> None:
        sheet = sheets.lists.get(fact.rows[0].id)
        listed = not fact.rows[0].fields
        if sheet and self._out_of_place(sheet, fact, entered, same_rubric=same_rubric):
            return
        if later and listed:
            enter_list_correction(fact, sheet, entered)
        elif later and fact.group != PARAMETERS:
            enter_correction(fact, entered)
        elif listed:
            self._list(fact, sheets, entered)
        elif not later:
            enter_fact(fact, entered)
        if not later:
            enter_papers(fact, entered)

    @staticmethod
    def _out_of_place(sheet: MemberSheet, fact: FactLines, entered: Entered, *, same_rubric: bool) -> bool:
        """Whether the columns of a list's sheet are not what they say, so that nothing in it can be read."""
        place = fact.rows[0].place
        heads = [*misplaced(sheet, place)][:1]
        for where, found in heads:
            entered.add("member-column-unlike", where, label=fact.label, found=found)
        lost = [*gone(sheet, place)] if same_rubric and not heads else []
        for head in lost:
            entered.add("entry-column-gone", CellPlace(sheet.title), label=head)
        return bool(heads or lost)

    def _list(self, fact: FactLines, sheets: EntrySheets, entered: Entered) -> None:
        place, row = fact.rows[0].place, fact.rows[0]
        none, line = says_none(fact, entered), fact.first
        there = enter_members(sheets.lists.get(row.id), place, fact.fact, entered)
        if none and there:
            entered.add("none-and-members", line.place("current"), label=fact.label, sheet=sheets.lists[row.id].title)
        elif none:
            entered.put(fact.fact, [] if place.indicator.names_only else {}, line.place("current"))
        elif not there and not line.text("state"):
            if place.indicator.members:  # each of them is missing, as in a file that only names them
                entered.put(fact.fact, dict.fromkeys(place.indicator.members), line.place("current"))
        elif not there:
            enter_fact(fact, entered)
        elif line.text("state"):
            entered.add("state-and-value", line.place("state"), label=fact.label)

    def _lines(self, sheets: EntrySheets, entered: Entered, *, same_rubric: bool) -> dict[str, EntryLine]:
        """The rows by their ids; what is entered in a row that is about nothing is told."""
        found: dict[str, EntryLine] = {}
        left: list[str] = []
        for line in sheets.facts.lines(self._labels.called):
            if line.id in self._ids:
                self._labels.hold(line, entered, same_rubric=same_rubric)
                self._keep(line, found, entered)
            elif line.id and not same_rubric and line.entered:
                left.append(f"{line.text('number')} {line.text('label')}".strip() or line.id)
            elif line.entered:
                key, said = next(iter(line.entered.items()))
                code = "entry-row-strange" if line.id else "entry-row-unknown"
                entered.add(code, line.place(key), found=shown(said), id=line.id)
        if left:
            entered.warn("entry-left-out", CellPlace(sheets.facts.title), count=len(left), facts="、".join(left))
        return found

    def _keep(self, line: EntryLine, found: dict[str, EntryLine], entered: Entered) -> None:
        """Of two rows about the same, copied ones are one."""
        first = found.setdefault(line.id, line)
        if first.entered != line.entered:
            called = f"{line.text('number')} {line.text('label')}".strip()
            told = {"label": called or line.id, "first": first.row}
            entered.add("entry-row-twice", line.place("current"), **told)

    def _head(self, lines: Mapping[str, EntryLine], entered: Entered, *, later: bool) -> None:
        for key in HEAD if later else HEAD[:2]:
            line = lines.get(key)
            said = line.text("current") if line else ""
            if line and said:
                entered.put((key,), self._head_value(key, line, entered), line.place("current"))
            elif line:
                entered.at((key,), line.place("current"))

    @staticmethod
    def _head_value(key: str, line: EntryLine, entered: Entered) -> Any:
        if key == "year":
            return year_value(line.text("current"))
        if key == "on":
            return entered.value(line.cell("current"), line.place("current"), DAY, "date", "")
        return line.text("current")

    def _tell_rest(
        self, sheets: EntrySheets, lines: Mapping[str, EntryLine], entered: Entered, *, same_rubric: bool
    ) -> None:
        """What is not read, and what is not there any more."""
        places = list(strays(sheets))
        if places:
            entered.warn("entry-stray", places[0], count=len(places), cells=named(places))
        for title in sheets.strange:
            entered.say("entry-sheet-strange", CellPlace(title))
        lost = [rows[0].place.called for fact, rows in self._rows.items() if not any(row.id in lines for row in rows)]
        if lost and same_rubric:
            entered.warn("entry-rows-gone", CellPlace(sheets.facts.title), count=len(lost), facts="、".join(lost))
