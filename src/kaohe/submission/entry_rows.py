"""The rows of the workbook in which facts are entered: which fact stands in which, by what id each is found again."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kaohe.formulas.indicators import Indicator
from kaohe.formulas.scope import PARAMETERS
from kaohe.submission.answers import Place
from kaohe.submission.stray_keys import INDICATORS

ENTRY_FORMAT = "kaohe-entry-1"
"""What the first cell of a sheet with rows says; the rest of that hidden row has the columns' keys."""
ID = "id"
COLUMNS = (
    ID,
    "number",
    "item",
    "label",
    "unit",
    "asked",
    "previous",
    "current",
    "state",
    "evidence",
    "note",
    "check",
    "clause",
)
"""The columns of a unit's first workbook. Every fact has its value under `current`, a change its first under
`previous`; `state` takes 不适用, `check` says what is still missing or wrong."""
CORRECTIONS = ("new_previous", "new_current", "new_state", "cause", "reason", "shown_by")
"""The columns that a later stage's workbook has besides, behind `note`: what is entered instead, and why."""
HEAD = ("unit", "year", "by", "on")
"""Rows before the facts, by their ids; the last two are a later stage's."""
ITEM_ROW = "items."
"""What stands before an item's id where the row is the item's own: a later stage gives points by judgement there."""
MEMBER = "member"
"""The column of a list's own sheet in which members are named; its other columns are called by their fields."""
VALUE = "value"
NONE_WORD = "无"
"""What is entered under `current` for a list that has no members."""
COMPUTED_WORD = "按事实计算"
"""What a later stage enters for an item whose points an earlier one has judged, to take that back."""
GONE_WORD = "去掉"
"""What a later stage enters under `new_state` on a list's own sheet where a member is to be no more."""


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One row: a fact, or one field of a fact that has several."""

    fact: tuple[str, ...]
    """Where the fact stands in the data of a unit's file."""
    place: Place
    fields: Mapping[str, str]
    """Which field is entered under which column; empty for a list, which has a sheet of its own."""

    @property
    def id(self) -> str:
        """`item.fact`, or `item.fact.field` where fields have rows of their own."""
        own = [field for column, field in self.fields.items() if column == "current" and field not in ("", "current")]
        return ".".join([*(part for part in self.fact if part != INDICATORS), *own])


MEANING = "meaning:"
"""What stands before a fact's id on the hidden sheet, beside what the fact was when the workbook was made."""


def meaning(indicator: Indicator) -> str:
    """What must be the same for a number to mean the same in another version of a rubric: `list change 万元`."""
    return " ".join(part for part in ("list" * indicator.list, indicator.kind, indicator.unit) if part)


def entry_rows(groups: Mapping[str, Mapping[str, Place]]) -> Iterator[EntryRow]:
    """The rows of all facts that a unit reports, as `Reader.groups` has them; parameters come first."""
    for group, places in groups.items():
        for name, place in places.items():
            path = (group, name) if group == PARAMETERS else (INDICATORS, group, name)
            yield from (EntryRow(path, place, fields) for fields in _rows(place))


def option_labels(options: Mapping[str, str]) -> Mapping[str, str]:
    """What is shown and chosen for each option of a choice: its label, with its name where others have the same.

    Blanks and line breaks around it are left out: no cell that somebody has chosen in is read with them.
    """
    labels = {name: label.strip() for name, label in options.items()}
    shown = list(labels.values())
    return {name: label if shown.count(label) == 1 else f"{label}（{name}）" for name, label in labels.items()}


def member_columns(place: Place) -> Mapping[str, str]:
    """The columns of a list's own sheet besides that of the name, each with its field."""
    if place.indicator.names_only:
        return {}
    return {field or VALUE: field for field in place.readers}


def _rows(place: Place) -> Iterator[Mapping[str, str]]:
    """Both numbers of a change stand side by side; other fields have a row each."""
    if place.indicator.list or place.indicator.kind == "record":
        yield {}
    elif place.indicator.kind == "change":
        yield {"previous": "previous", "current": "current"}
    else:
        yield from ({"current": field} for field in place.readers)
