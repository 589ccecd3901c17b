"""The sheet that each list has in the workbook of facts: its columns, and the members that are known already."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from kaohe.authoring.entry_cells import TEXT, cause_cell, gone_cell, text_cell, value_cell
from kaohe.messages import Language, say
from kaohe.results.entry_form import EntryCell, EntryList, ListColumn
from kaohe.submission.answers import Place
from kaohe.submission.entry_rows import MEMBER, EntryRow, member_columns
from kaohe.submission.member_headings import member_headings

PREPARED = 20
"""So many rows stand ready, and this many more than a later stage finds in it."""
LONGEST = 31
"""Characters that a sheet's title may have."""
_FORBIDDEN = re.compile(r"[:/\\?*\[\]']")


@dataclass(frozen=True, slots=True)
class ListSheets:
    """Makes the sheets of one form; `later` where they correct what a stage before has."""

    language: Language
    later: bool

    def sheet(self, row: EntryRow, title: str, raw: Any) -> EntryList:
        """The sheet of a list; `raw` is what a unit's row has for it."""
        place = row.place
        declared = place.indicator.members
        known = raw if isinstance(raw, tuple) else ()
        if declared:
            given = {name: (name, *fields) for name, *fields in known}
            known = tuple(given.get(name, (name,)) for name in declared)
        columns = tuple(self._columns(place))
        members = tuple(self._member(place, columns, one) for one in known)
        rows = len(known) if declared else max(PREPARED, len(known) + (PREPARED if self.later else 0))
        return EntryList(row.id, title, columns, members, rows, bool(declared))

    def _columns(self, place: Place) -> Iterator[ListColumn]:
        heads = member_headings(place, self.language)
        yield ListColumn(MEMBER, heads[MEMBER], text_cell("", locked=bool(place.indicator.members)))
        cells = {key: value_cell(place.indicator, field, None) for key, field in member_columns(place).items()}
        for key, cell in cells.items():
            yield ListColumn(key, heads[key], replace(cell, locked=self.later))
        if not self.later:
            return
        for key, cell in cells.items():
            yield ListColumn(f"new_{key}", heads[f"new_{key}"], cell)
        if not place.indicator.members:
            yield ListColumn("new_state", heads["new_state"], gone_cell())
        for key, cell in (("cause", cause_cell(self.language)), ("reason", TEXT), ("shown_by", TEXT)):
            yield ListColumn(key, heads[key], cell)

    def _member(self, place: Place, columns: Sequence[ListColumn], member: Sequence[Any]) -> Mapping[str, EntryCell]:
        """The cells of a member: its name, then its fields; nothing but its name where nothing is known of it."""
        name, *fields = member
        given = dict(zip(member_columns(place), fields, strict=False))
        named = text_cell(name, locked=self.later or bool(place.indicator.members))
        found = {MEMBER: named}
        for key, field in member_columns(place).items():
            found[key] = value_cell(place.indicator, field, given.get(key), locked=self.later)
        return {**{one.key: one.free for one in columns}, **found}


def titles(names: Mapping[str, str], language: Language) -> Mapping[str, str]:
    """What the sheets of lists are called: no spreadsheet takes long titles, or one twice."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for key, name in names.items():
        whole = _FORBIDDEN.sub(" ", say("entry.list", language, name=name)).strip()
        title, place = whole[:LONGEST], 2
        while title.casefold() in taken:
            title, place = f"{whole[: LONGEST - 4]}~{place}", place + 1
        taken.add(title.casefold())
        found[key] = title
    return found
