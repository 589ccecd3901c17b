"""Where in the workbook of facts each input of a rubric's calculation is entered."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kaohe.compiler.row_layout import Fact
from kaohe.results.entry_form import EntryLine, EntryList
from kaohe.results.live_form import EntryAt
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.submission.entry_rows import EntryRow, entry_rows, member_columns

Named = tuple[str, EntryAt]


@dataclass(frozen=True, slots=True)
class EnteredPlaces:
    """One fact and its cells: those of its values, of 不适用 and 无, and of each place of a list."""

    fact: Fact
    values: Mapping[str, EntryAt]
    inapplicable: EntryAt | None
    none: EntryAt | None = None
    members: tuple[Mapping[str, EntryAt], ...] = ()
    """Of each place the cells by the names of their inputs; that of the name comes first."""
    declared: bool = False

    def all(self) -> Iterator[Named]:
        yield from self.values.items()
        if self.inapplicable is not None:
            yield f"inapplicable.{self.fact.key}", self.inapplicable
        if self.none is not None:
            yield f"input.none.{self.fact.key}", self.none
        for member in self.members:
            yield from member.items()


def entered_places(
    compiled: CompiledRubric, lines: Sequence[EntryLine], lists: Sequence[EntryList]
) -> list[EnteredPlaces]:
    """The facts that are entered, in the order of their rows."""
    cells = {line.id: line.cells for line in lines}
    found: dict[str, list[EntryRow]] = {}
    for row in entry_rows(compiled.reader.groups):
        found.setdefault(compiled.layout.at(row.place.start).key, []).append(row)
    sheets = {one.id: one for one in lists}
    several = []
    for rows in found.values():
        fact, first = compiled.layout.at(rows[0].place.start), rows[0].id
        gone = EntryAt(first, "state") if "state" in cells[first] else None
        if rows[0].fields:
            several.append(EnteredPlaces(fact, dict(_values(fact, rows)), gone))
            continue
        listed, none = sheets[first], EntryAt(first, "current") if "current" in cells[first] else None
        members = tuple(dict(_member(fact, rows[0], slot)) for slot in range(1, listed.rows + 1))
        several.append(EnteredPlaces(fact, {}, gone, none, members, listed.declared))
    return several


def _values(fact: Fact, rows: list[EntryRow]) -> Iterator[Named]:
    keys = dict(zip(fact.indicator.fields, fact.keys(), strict=True))
    for row in rows:
        yield from ((f"input.{keys[name]}", EntryAt(row.id, column)) for column, name in row.fields.items())


def _member(fact: Fact, row: EntryRow, slot: int) -> Iterator[Named]:
    yield f"input.{fact.key}.{slot}.member", EntryAt(row.id, "member", slot)
    for column in member_columns(row.place):
        yield f"input.{fact.key}.{slot}.{column}", EntryAt(row.id, column, slot)


def takes_new(lines: Sequence[EntryLine], lists: Sequence[EntryList]) -> Callable[[EntryAt], bool]:
    """Whether a later stage can enter something in place of what stands in a cell."""
    cells = {line.id: line.cells for line in lines}
    columns = {one.id: {column.key for column in one.columns} for one in lists}
    return lambda at: f"new_{at.column}" in (columns if at.slot else cells)[at.row]
