"""The column that says what is open or wrong in a row: formulas of a few words, and what they come to at first."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from kaohe.messages import Language
from kaohe.render.xlsx.entry_faults import NUMBERS, WRONG, EntryFaults, Fault, quoted
from kaohe.render.xlsx.entry_places import EntryPlaces, member_range
from kaohe.render.xlsx.prepared_workbook import fits
from kaohe.results.entry_form import EntryCell, EntryLine, EntryList

FIRST_TOLD = date(1901, 1, 1)
"""The first date of which the form that fills itself in computes."""


@dataclass(frozen=True, slots=True)
class EntryChecks:
    """Writes the formulas of one page."""

    places: EntryPlaces
    language: Language
    wanted: Mapping[str, str] = field(default_factory=dict)
    """The cells that say how many facts of a list are still wanted, by the list's row."""

    @property
    def faults(self) -> EntryFaults:
        return EntryFaults(self.places.options, self.language)

    def formula(self, line: EntryLine, listed: EntryList | None) -> str:
        """What the row's check computes; for a list, `listed` is its sheet."""
        faults, text = self.faults, self.faults.text
        if listed is not None:
            asked = listed.fields if listed.declared else ("member",)
            return self._state(line, self._list(line, listed), f"COUNTA({_range(listed, asked)})=0")
        cells = {self.places.cell(line.id, column): line.cells[column] for column in line.checked}
        empty = ",".join(f'{ref}=""' for ref in cells)
        found = [fault for ref, cell in cells.items() for fault in faults.entered(ref, cell)]
        last = [(f"OR({empty})", text("open")), *faults.stored(cells)]
        return self._state(line, _chain([*found, *last], text("done")), f"AND({empty})")

    def correction(self, line: EntryLine) -> str:
        """What the row's check computes at a later stage: whether a correction is whole."""
        at, wrong = self.places.cell, self.faults.wrong
        new = {column: at(line.id, column) for column in line.cells if column.startswith("new_")}
        reason = at(line.id, "reason")
        untouched = ",".join(f'{ref}=""' for ref in new.values())
        found: list[Fault] = []
        for column, ref in new.items():
            old = at(line.id, column.removeprefix("new_"))
            found += self.faults.entered(ref, line.cells[column])
            if line.kind == "fact":
                found.append((f'AND({ref}<>"",{ref}={old})', wrong("same")))
        if "new_state" in new:
            others = ",".join(f'{ref}<>""' for column, ref in new.items() if column != "new_state")
            found.append((f'AND({new["new_state"]}<>"",OR({others}))', wrong("both")))
        found.append((f'{reason}=""', wrong("no-reason")))
        found += self.faults.stored({ref: line.cells[column] for column, ref in new.items()})
        done = self.faults.text("judged" if line.kind == "item" else "corrected")
        idle = f'IF({reason}="","",{wrong("no-new")})'
        chain = f"IF(AND({untouched}),{idle},{_chain(found, done)})"
        return f"={self._sound([*new.values(), reason], chain)}"

    def first(self, line: EntryLine, listed: EntryList | None) -> str:
        """What the check of a row comes to while its cells are as the form has them."""
        said = self.faults.said
        state = self.places.line(line.guide).cells.get("state")
        if state is not None and state.value is not None:
            return str(state.value)
        if listed is not None:
            none = line.cells.get("current")
            return str(none.value) if none is not None and none.value is not None else self._first_listed(listed)
        cells = [line.cells[column] for column in line.checked]
        wrong = [one for one in map(self.faults.first, cells) if one]
        if wrong or any(cell.value is None for cell in cells):
            return wrong[0] if wrong else said("open")
        return next(filter(None, map(self._first_stored, cells)), said("done"))

    def first_correction(self, line: EntryLine) -> str:
        """The same at a later stage."""
        new = [cell for key, cell in line.cells.items() if key.startswith("new_")]
        if all(cell.value is None for cell in new):
            return ""
        wrong = [one for one in map(self.faults.first, new) if one]
        if wrong or line.cells["reason"].value is None:
            return wrong[0] if wrong else f"{WRONG} {self.faults.said('no-reason')}"
        done = self.faults.said("judged" if line.kind == "item" else "corrected")
        return next(filter(None, map(self._first_stored, new)), done)

    def _first_listed(self, listed: EntryList) -> str:
        said = self.faults.said
        half = any(one[key].value is None for one in listed.members for key in listed.fields)
        if not listed.members or (half and listed.declared):
            return said("open")
        return f"{WRONG} {said('half-listed')}" if half else said("members", count=len(listed.members))

    def _first_stored(self, cell: EntryCell) -> str:
        """What is said of a number that a spreadsheet would round, or of a date that none knows."""
        if cell.kind in NUMBERS and isinstance(cell.value, Fraction) and not fits(cell.value):
            return self.faults.said("as-text")
        early = isinstance(cell.value, date) and cell.value < FIRST_TOLD
        return self.faults.said("taken") if early else ""

    def _state(self, line: EntryLine, chain: str, empty: str) -> str:
        """The check of a fact that need not apply; said on the first row of the fact alone."""
        cells = [self.places.cell(line.id, column) for column in line.checked]
        cell = self.places.line(line.guide).cells.get("state")
        if cell is None:
            return f"={self._sound(cells, chain)}"
        state = self.places.cell(line.guide, "state")
        found = [*self.faults.of(state, cell), (f"NOT({empty})", self.faults.wrong("both"))]
        gone = _chain(found, quoted(cell.options[0]))
        applies = f'IF({state}="",{chain},{gone})'
        return f"={self._sound([*cells, state], applies)}"

    def _sound(self, cells: Sequence[str], chain: str) -> str:
        """What is said where none of the cells has an error in it."""
        errors = [f"ISERROR({ref})" for ref in cells]
        return f"IF(OR({','.join(errors)}),{self.faults.wrong('error')},{chain})" if errors else chain

    def _list(self, line: EntryLine, listed: EntryList) -> str:
        fields, text, wrong = listed.fields, self.faults.text, self.faults.wrong
        count = f"COUNTA({_range(listed, ('member',))})"
        full = f"COUNTA({_range(listed, fields)})<{count}*{len(fields)}" if fields else "FALSE"
        done = text("members", count="#").replace("#", f'"&{count}&"')
        if line.id in self.wanted:
            done = f"IF({self.wanted[line.id]}>0,{text('not-computed')},{done})"
        error = f"SUMPRODUCT(--ISERROR({_range(listed, ('member', *fields))}))>0", wrong("listed-error")
        if listed.declared:
            return _chain([error, (full, text("open"))], done)
        none = self.places.cell(line.id, "current")
        word = quoted(line.cells["current"].options[0])
        empty = f'IF({none}="",{text("open")},{_chain(self.faults.of(none, line.cells["current"]), word)})'
        found = [error, (f"{count}=0", empty), (f'{none}<>""', wrong("none-and-members"))]
        return _chain([*found, (full, wrong("half-listed"))], done)


def _range(listed: EntryList, columns: Sequence[str]) -> str:
    return member_range(listed, columns[0], columns[-1])


def _chain(faults: Iterable[Fault], otherwise: str) -> str:
    """The sentence of the first condition that holds."""
    found = otherwise
    for condition, sentence in reversed(list(faults)):
        found = f"IF({condition},{sentence},{found})"
    return found
