"""The column that says what is open or wrong in a row: formulas of a few words, and what they come to at first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from kaohe.expr.numbers import percent_text, plain
from kaohe.messages import Language, say
from kaohe.render.xlsx.entry_places import EntryPlaces, member_range
from kaohe.render.xlsx.number_texts import number_in, strange, unless_word
from kaohe.render.xlsx.prepared_workbook import fits
from kaohe.results.entry_form import EntryCell, EntryLine, EntryList

WRONG = "×"
"""What each complaint begins with; the marks of the page go by it."""
NUMBERS = ("count", "number", "amount", "percent", "year")
Fault = tuple[str, str]
"""A condition as a formula, and the sentence for it."""


@dataclass(frozen=True, slots=True)
class EntryChecks:
    """Writes the formulas of one page."""

    places: EntryPlaces
    language: Language

    def formula(self, line: EntryLine, listed: EntryList | None) -> str:
        """What the row's check computes; for a list, `listed` is its sheet."""
        if listed is not None:
            asked = listed.fields if listed.declared else ("member",)
            return self._state(line, self._list(line, listed), f"COUNTA({_range(listed, asked)})=0")
        cells = {self.places.cell(line.id, column): line.cells[column] for column in line.checked}
        empty = ",".join(f'{ref}=""' for ref in cells)
        faults = [fault for ref, cell in cells.items() for fault in self._entered(ref, cell)]
        last = [(f"OR({empty})", self._text("open")), *self._stored(cells)]
        chain = _chain([*faults, *last], self._text("done"))
        return self._state(line, chain, f"AND({empty})")

    def correction(self, line: EntryLine) -> str:
        """What the row's check computes at a later stage: whether a correction is whole."""
        at = self.places.cell
        new = {column: at(line.id, column) for column in line.cells if column.startswith("new_")}
        reason = at(line.id, "reason")
        untouched = ",".join(f'{ref}=""' for ref in new.values())
        faults: list[Fault] = []
        for column, ref in new.items():
            old = at(line.id, column.removeprefix("new_"))
            faults += self._entered(ref, line.cells[column])
            if line.kind == "fact":
                faults.append((f'AND({ref}<>"",{ref}={old})', self._wrong("same")))
        if "new_state" in new:
            others = ",".join(f'{ref}<>""' for column, ref in new.items() if column != "new_state")
            faults.append((f'AND({new["new_state"]}<>"",OR({others}))', self._wrong("both")))
        faults.append((f'{reason}=""', self._wrong("no-reason")))
        faults += self._stored({ref: line.cells[column] for column, ref in new.items()})
        done = self._text("judged" if line.kind == "item" else "corrected")
        idle = f'IF({reason}="","",{self._wrong("no-new")})'
        return f"=IF(AND({untouched}),{idle},{_chain(faults, done)})"

    def first(self, line: EntryLine, listed: EntryList | None) -> str:
        """What the check of a row comes to while its cells are as the form has them."""
        state = self.places.line(line.guide).cells.get("state")
        if state is not None and state.value is not None:
            return str(state.value)
        if listed is not None:
            none = line.cells.get("current")
            if none is not None and none.value is not None:
                return str(none.value)
            return self._first_listed(listed)
        cells = [line.cells[column] for column in line.checked]
        if any(cell.value is None for cell in cells):
            return self._said("open")
        return self._said("as-text" if any(map(_as_text, cells)) else "done")

    def first_correction(self, line: EntryLine) -> str:
        """The same at a later stage."""
        if all(cell.value is None for key, cell in line.cells.items() if key.startswith("new_")):
            return ""
        if line.cells["reason"].value is None:
            return f"{WRONG} {self._said('no-reason')}"
        if any(_as_text(cell) for key, cell in line.cells.items() if key.startswith("new_")):
            return self._said("as-text")
        return self._said("judged" if line.kind == "item" else "corrected")

    def _first_listed(self, listed: EntryList) -> str:
        half = any(one[key].value is None for one in listed.members for key in listed.fields)
        if not listed.members or (half and listed.declared):
            return self._said("open")
        return f"{WRONG} {self._said('half-listed')}" if half else self._said("members", count=len(listed.members))

    def faults(self, ref: str, cell: EntryCell) -> Iterator[Fault]:
        """What can be wrong with what stands in a cell, as its kind and range have it; the cell is not empty."""
        kind = cell.kind
        if kind in NUMBERS:
            value = number_in(ref)
            unread = f"OR(ISLOGICAL({ref}),ISERROR({value}),{strange(ref, percent=kind == 'percent')})"
            unlike = "".join(f",{ref}<>{_quoted(word)}" for word in cell.options)
            yield f"AND({unread}{unlike})" if unlike else unread, self._wrong("no-number")
            if kind in ("count", "year"):
                yield f"{value}<>INT({value})", self._wrong("no-whole")
            if cell.low is not None or cell.high is not None:
                yield self._beyond(value, cell)
            elif kind in ("count", "number"):
                yield f"{value}<0", self._wrong("negative")
            if cell.places is not None:
                places = unless_word(f"ROUND({value},{cell.places})<>{value}", value, cell)
                yield places, self._wrong("places", places=cell.places)
        elif kind == "date":
            yield f"ISERROR(IF(ISNUMBER({ref}),{ref},DATEVALUE({ref})))", self._wrong("no-date")
        elif kind == "month":
            yield f'ISERROR(DATEVALUE({ref}&"-01"))', self._wrong("no-month")
        elif kind in ("choice", "cause"):
            yield f"SUMPRODUCT(--({self.places.options[cell.options]}={ref}))=0", self._wrong("no-option")
        elif kind in ("flag", "state", "none"):
            unlike = ",".join(f"{ref}<>{_quoted(option)}" for option in cell.options)
            yield f"AND({unlike})", self._wrong("no-option")

    def _entered(self, ref: str, cell: EntryCell) -> Iterator[Fault]:
        """The same for a cell that may be empty."""
        yield from ((f'IF({ref}="",FALSE,{condition})', text) for condition, text in self.faults(ref, cell))

    def _stored(self, cells: Mapping[str, EntryCell]) -> Iterator[Fault]:
        """Numbers that are texts: kaohe takes them, and no formula does."""
        for ref, cell in cells.items():
            if cell.kind in NUMBERS:
                unlike = "".join(f",{ref}<>{_quoted(word)}" for word in cell.options)
                yield f'AND(ISTEXT({ref}),{ref}<>""{unlike})', self._text("as-text")

    def _beyond(self, value: str, cell: EntryCell) -> Fault:
        sides = [
            f"{value}{sign}{plain(side)}" for sign, side in (("<", cell.low), (">", cell.high)) if side is not None
        ]
        return unless_word(f"OR({','.join(sides)})", value, cell), _quoted(f"{WRONG} {span_words(cell, self.language)}")

    def _state(self, line: EntryLine, chain: str, empty: str) -> str:
        """The check of a fact that need not apply; said on the first row of the fact alone."""
        cell = self.places.line(line.guide).cells.get("state")
        if cell is None:
            return f"={chain}"
        state = self.places.cell(line.guide, "state")
        faults = [*self.faults(state, cell), (f"NOT({empty})", self._wrong("both"))]
        return f'=IF({state}="",{chain},{_chain(faults, _quoted(cell.options[0]))})'

    def _list(self, line: EntryLine, listed: EntryList) -> str:
        fields = listed.fields
        count = f"COUNTA({_range(listed, ('member',))})"
        full = f"COUNTA({_range(listed, fields)})<{count}*{len(fields)}" if fields else "FALSE"
        done = self._text("members", count="#").replace("#", f'"&{count}&"')
        if listed.declared:
            return f"IF({full},{self._text('open')},{done})"
        none = self.places.cell(line.id, "current")
        word = _quoted(line.cells["current"].options[0])
        empty = f'IF({none}="",{self._text("open")},{_chain(self.faults(none, line.cells["current"]), word)})'
        faults = [(f"{count}=0", empty), (f'{none}<>""', self._wrong("none-and-members"))]
        return _chain([*faults, (full, self._wrong("half-listed"))], done)

    def _text(self, code: str, **parameters: object) -> str:
        return _quoted(self._said(code, **parameters))

    def _wrong(self, code: str, **parameters: object) -> str:
        return _quoted(f"{WRONG} {self._said(code, **parameters)}")

    def _said(self, code: str, **parameters: object) -> str:
        return say(f"entry.{code}", self.language, **parameters)


def span_words(cell: EntryCell, language: Language) -> str:
    """The range of a cell as people say it; it has one side at least."""
    written = percent_text if cell.kind == "percent" else plain
    low, high = (None if side is None else written(side) for side in (cell.low, cell.high))
    code = "at-most" if low is None else "at-least" if high is None else "between"
    return say(f"entry.{code}", language, low=low, high=high)


def _as_text(cell: EntryCell) -> bool:
    """Whether a number is put into the cell as a text, for a spreadsheet would round it."""
    return cell.kind in NUMBERS and isinstance(cell.value, Fraction) and not fits(cell.value)


def _range(listed: EntryList, columns: Sequence[str]) -> str:
    return member_range(listed, columns[0], columns[-1])


def _chain(faults: Iterable[Fault], otherwise: str) -> str:
    """The sentence of the first condition that holds."""
    found = otherwise
    for condition, sentence in reversed(list(faults)):
        found = f"IF({condition},{sentence},{found})"
    return found


def _quoted(text: str) -> str:
    """A text as formulas have it."""
    return '"' + text.replace('"', '""') + '"'
