"""The rows of a unit's own facts: what stands in their cells becomes what a unit's file would say."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kaohe.formulas.kinds import NOT_APPLICABLE_WORDS
from kaohe.formulas.scope import PARAMETERS
from kaohe.submission.entered import Entered, Path
from kaohe.submission.entry_grid import EntryLine
from kaohe.submission.entry_rows import NONE_WORD, EntryRow
from kaohe.submission.typed_cell import plain_text

VALUES = ("previous", "current")
GONE = NOT_APPLICABLE_WORDS[0]
_BETWEEN_FILES = re.compile(r"[；;\n]+")


@dataclass(frozen=True, slots=True)
class FactLines:
    """One fact: its rows as they should be, each with the row that was found for it."""

    fact: Path
    rows: Sequence[EntryRow]
    lines: Sequence[EntryLine | None]

    @property
    def label(self) -> str:
        return self.rows[0].place.called

    @property
    def group(self) -> str:
        """The item, or what else the fact stands in."""
        return self.fact[-2]

    @property
    def first(self) -> EntryLine:
        return next(line for line in self.lines if line is not None)


def enter_fact(fact: FactLines, entered: Entered) -> None:
    """Put what the cells of a fact say into the data; nothing where all of them are empty."""
    values = field_values(fact, entered)
    gone = state(fact, entered)
    place = fact.rows[0].place
    if gone is not None and values:
        entered.add("state-and-value", gone.place("state"), label=fact.label)
    elif gone is not None and not place.optional:
        entered.add("entry-must-apply", gone.place("state"), label=fact.label)
    elif gone is not None:
        entered.put(fact.fact, GONE, gone.place("state"))
    elif values and {*map(str, values.values())} <= {*NOT_APPLICABLE_WORDS}:
        _enter_words(fact, values, entered)
    else:
        _enter_values(fact, values, entered)


def _enter_words(fact: FactLines, values: Mapping[str, Any], entered: Entered) -> None:
    """不适用 where a value is asked for: in all of a fact's cells, or in one and the others are empty."""
    column, line = next(cell_of(fact, field) for field in values)
    if fact.rows[0].place.optional:
        entered.put(fact.fact, GONE, line.place(column))
    else:
        entered.add("entry-must-apply", line.place(column), label=fact.label)


def _enter_values(fact: FactLines, values: Mapping[str, Any], entered: Entered) -> None:
    for field, value in values.items():
        column, line = cell_of(fact, field)
        entered.put((*fact.fact, *filter(None, [field])), value, line.place(column))
        entered.places.setdefault(fact.fact, line.place(column))


def cell_of(fact: FactLines, field: str) -> tuple[str, EntryLine]:
    """The column and the row in which a field is entered."""
    return next(
        (column, line)
        for row, line in zip(fact.rows, fact.lines, strict=True)
        if line is not None
        for column, one in row.fields.items()
        if one == field
    )


def field_values(fact: FactLines, entered: Entered, before: str = "") -> dict[str, Any]:
    """The fields that say something; `before` stands before the columns' keys in which they are looked for."""
    found: dict[str, Any] = {}
    for row, line in zip(fact.rows, fact.lines, strict=True):
        if line is None:
            continue
        _refuse_out_of_place(row, line, entered, before)
        for column, field in row.fields.items():
            key, reader = f"{before}{column}", row.place.readers[field].name
            label = fact.label if len(row.place.readers) == 1 else f"{fact.label}（{_field_label(row, field)}）"
            indicator = row.place.indicator
            value = entered.value(line.cell(key), line.place(key), indicator, reader, label)
            if value is not None:
                found[field] = value
    return found


def _field_label(row: EntryRow, field: str) -> str:
    from kaohe.compiler.row_layout import field_label

    return field_label(row.place.indicator, field, "zh")


def _refuse_out_of_place(row: EntryRow, line: EntryLine, entered: Entered, before: str) -> None:
    """Something in a cell in which the row takes nothing."""
    listed = not row.fields
    for column in VALUES:
        cell = line.cell(f"{before}{column}")
        if column in row.fields or (listed and column == "current") or cell is None:
            continue
        text = plain_text(cell) or cell.text
        if text:
            entered.add("value-out-of-place", line.place(f"{before}{column}"), label=row.place.called, found=text)


def state(fact: FactLines, entered: Entered, key: str = "state") -> EntryLine | None:
    """The row that says that the fact does not apply, None where none does."""
    for line in fact.lines:
        said = line.text(key) if line else ""
        if line and said in NOT_APPLICABLE_WORDS:
            return line
        if line and said:
            entered.add("unknown-state", line.place(key), label=fact.label, found=said)
    return None


def says_none(fact: FactLines, entered: Entered, before: str = "") -> bool:
    """Whether the row of a list says that it has no members; `before` is as for `field_values`."""
    line, key = fact.first, f"{before}current"
    _refuse_out_of_place(fact.rows[0], line, entered, before)
    said = line.text(key)
    if said and said != NONE_WORD:
        entered.add("list-elsewhere", line.place(key), label=fact.label, found=said)
    return said == NONE_WORD


def enter_papers(fact: FactLines, entered: Entered) -> None:
    """The files of evidence and the note in the rows of a fact."""
    common = fact.group == PARAMETERS  # of which there is no evidence
    files = [(line, one) for line in fact.lines if line and not common for one in file_names(line.text("evidence"))]
    notes = [(line, text) for line in fact.lines if line and (text := line.text("note"))]
    if files:
        _put_beside(("evidence", *fact.fact[-2:]), [one for _, one in files], files[0][0], "evidence", entered)
    if notes:
        _put_beside(("notes", *fact.fact[-2:]), "\n".join(text for _, text in notes), notes[0][0], "note", entered)


def enter_item_papers(item: str, line: EntryLine, entered: Entered) -> None:
    """The same in an item's own row; it comes before those of its facts."""
    files, note = file_names(line.text("evidence")), line.text("note")
    if files:
        entered.put(("evidence", item), files, line.place("evidence"))
    if note:
        entered.put(("notes", item), note, line.place("note"))


def _put_beside(path: Path, value: Any, line: EntryLine, key: str, entered: Entered) -> None:
    """For one fact, where there may already be something for the item as a whole."""
    kind, item, fact = path
    whole = entered.data.setdefault(kind, {}).setdefault(item, {})
    if isinstance(whole, str):
        whole = entered.data[kind][item] = [whole]
    if isinstance(whole, list):
        if not isinstance(whole[-1], dict):
            whole.append({})
        whole = whole[-1]
    whole[fact] = value
    entered.at(path, line.place(key))


def file_names(text: str) -> list[str]:
    """The files that a cell names."""
    return [one for part in _BETWEEN_FILES.split(text) if (one := part.strip())]
