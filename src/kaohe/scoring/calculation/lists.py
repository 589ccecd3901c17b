"""A list as cells: rows for so many members, whether each is there, and whether the list as a whole is known."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kaohe.backends.cells.formulas import FALSE, Formula, Reference, both, choose, compare, either, negation, number
from kaohe.backends.cells.magnitudes import Limits
from kaohe.backends.excel.sheet_writer import CellList, Member
from kaohe.compiler.row_layout import Fact
from kaohe.results.calculation import BEYOND, INAPPLICABLE, KNOWN, MISSING, UNUSABLE
from kaohe.scoring.calculation.entered import Choices, Entered, gone_or
from kaohe.scoring.calculation.entered_numbers import entered
from kaohe.scoring.calculation.given_cells import NamedFormula, given, said, says
from kaohe.submission.entry_rows import MEMBER, NONE_WORD, VALUE

NONE_WORDS = (NONE_WORD,)
TOO_MANY = ">"
"""What a sheet puts in place of 无 where more members are entered than it has rows for."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One row for a member: its key, and the cells of its fields by the keys that formulas have for them."""

    key: str
    fields: Mapping[str, Entered]

    @property
    def name(self) -> str:
        return f"{self.key}.{MEMBER}"

    @property
    def there(self) -> Formula:
        """Whether anything stands in the row."""
        return Reference(f"there.{self.key}")

    def filled(self) -> Formula:
        """Whether anything but a name does."""
        return either(*(said(one.key) for one in self.fields.values()))


class EnteredList:
    """The rows of one list, and the cell in which it is said that it has no members."""

    def __init__(self, fact: Fact, choices: Choices, group: str, slots: int) -> None:
        self._fact = fact
        self._group = group
        self._none = f"none.{fact.key}"
        self._slots = [self._slot(place, choices) for place in range(1, slots + 1)]

    def _slot(self, place: int, choices: Choices) -> Slot:
        key, indicator = f"{self._fact.key}.{place}", self._fact.indicator
        pairs = zip(self._fact.field_keys(), indicator.fields, strict=True)
        return Slot(key, {name: entered(f"{key}.{field or VALUE}", indicator, field, choices) for name, field in pairs})

    def inputs(self) -> Iterator[str]:
        yield f"input.{self._none}"
        for slot in self._slots:
            yield f"input.{slot.name}"
            yield from (f"input.{one.key}" for one in slot.fields.values())

    def fields(self) -> Iterator[Entered]:
        return (one for slot in self._slots for one in slot.fields.values())

    def member(self) -> Mapping[str, Entered]:
        """The fields of any member."""
        return self._slots[0].fields

    def cell_list(self) -> CellList:
        """The list as formulas take it; one of which it is said that it does not exist is not missing."""
        members = [Member(slot.there, {key: one.found() for key, one in slot.fields.items()}) for slot in self._slots]
        state = Reference(f"state.{self._fact.key}")
        settled = either(*(compare("=", state, number(code)) for code in (KNOWN, INAPPLICABLE)))
        anyone = {key: one.anything() for key, one in self._slots[0].fields.items()}
        return CellList(tuple(members), negation(settled), anyone)

    def contents(self) -> Iterator[NamedFormula]:
        """What stands in its cells and in which rows anything does; row by row, what is known of all rows so far."""
        yield from given(self._none)
        some: Formula = FALSE
        told: Formula = FALSE
        unclear: Formula = FALSE
        for slot in self._slots:
            yield from given(slot.name)
            for one in slot.fields.values():
                yield from given(one.key)
            filled = Reference(f"filled.{slot.key}")
            yield filled.name, slot.filled()
            yield f"there.{slot.key}", either(said(slot.name), filled)
            yield f"some.{slot.key}", either(some, slot.there)
            yield f"told.{slot.key}", either(told, filled if self._prepared else slot.there)
            yield f"unclear.{slot.key}", either(unclear, both(filled, negation(said(slot.name))))
            some, told, unclear = (Reference(f"{name}.{slot.key}") for name in ("some", "told", "unclear"))

    @property
    def _prepared(self) -> bool:
        """Whether its members are named beforehand: that they are is nothing that the unit has said."""
        own = self._fact.indicator
        return bool(own.members or own.members_of) and not own.names_only

    def told(self) -> Formula:
        """Whether the unit has said something of members."""
        return Reference(f"told.{self._slots[-1].key}")

    def cells(self, limits: Limits) -> Iterator[NamedFormula]:
        """Its members' fields, then its own state: unclear where a member has no name, or there is none and some."""
        for one in self.fields():
            yield from one.cells(limits)
        last = self._slots[-1].key
        some, nameless = Reference(f"some.{last}"), Reference(f"unclear.{last}")
        empty = says(self._none, NONE_WORDS)
        unclear = either(nameless, both(said(self._none), either(negation(empty), some)))
        known = choose(either(empty, some), number(KNOWN), number(MISSING))
        few = choose(unclear, number(UNUSABLE), known)
        many = choose(nameless, number(UNUSABLE), number(BEYOND))
        found = choose(says(self._none, (TOO_MANY,)), many, few)
        yield f"state.{self._fact.key}", gone_or(self._group, found)
