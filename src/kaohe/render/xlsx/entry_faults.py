"""What can be wrong with what stands in a cell, and what is right but not computed: conditions, each with its words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from kaohe.expr.numbers import percent_text, plain
from kaohe.messages import Language, say
from kaohe.render.xlsx.day_texts import strange_date, strange_month, untold_date, untold_month
from kaohe.render.xlsx.number_texts import number_in, strange, unless_word
from kaohe.results.entry_form import EntryCell

WRONG = "×"
"""What each complaint begins with; the marks of the page go by it."""
NUMBERS = ("count", "number", "amount", "percent", "year")
NOT_BELOW_ZERO = ("count", "number")
STRANGE_DAYS = {"date": strange_date, "month": strange_month}
UNTOLD_DAYS = {"date": untold_date, "month": untold_month}
Fault = tuple[str, str]
"""A condition as a formula, and the sentence for it."""


@dataclass(frozen=True, slots=True)
class EntryFaults:
    """Writes the conditions on single cells; `options` are the names of the cells with the options of choices."""

    options: Mapping[tuple[str, ...], str]
    language: Language

    def of(self, ref: str, cell: EntryCell) -> Iterator[Fault]:
        """What can be wrong as the cell's kind and range have it; the cell is not empty, and no error."""
        kind = cell.kind
        if kind in NUMBERS:
            yield from self._number(ref, cell)
        elif kind in STRANGE_DAYS:
            yield STRANGE_DAYS[kind](ref), self.wrong(f"no-{kind}")
        elif kind in ("choice", "cause"):
            chosen = f"SUMPRODUCT(--({self.options[cell.options]}=TRIM({ref})))=0"
            yield (f"AND({chosen},{_unlike(ref, cell.also)})" if cell.also else chosen), self.wrong("no-option")
        elif kind in ("flag", "state", "none"):
            unlike = _unlike(ref, (*cell.options, *cell.also))
            truth = f"NOT(ISLOGICAL({ref})),{unlike}" if kind == "flag" else unlike
            yield f"AND({truth})", self.wrong("no-option")

    def _number(self, ref: str, cell: EntryCell) -> Iterator[Fault]:
        value, percent = number_in(ref, cell.unit), cell.kind == "percent"
        unread = f"OR(ISLOGICAL({ref}),ISERROR({value}),{strange(ref, cell.unit, percent=percent)})"
        unlike = "".join(f",{ref}<>{quoted(word)}" for word in cell.options)
        yield f"AND({unread}{unlike})" if unlike else unread, self.wrong("no-number")
        if cell.kind in ("count", "year"):
            yield f"{value}<>INT({value})", self.wrong("no-whole")
        if cell.low is not None or cell.high is not None:
            yield self._beyond(value, cell)
        elif cell.kind in NOT_BELOW_ZERO:
            yield f"{value}<0", self.wrong("negative")
        if cell.places is not None:
            places = unless_word(f"ROUND({value},{cell.places})<>{value}", value, cell)
            yield places, self.wrong("places", places=cell.places)

    def entered(self, ref: str, cell: EntryCell) -> Iterator[Fault]:
        """The same for a cell that may be empty."""
        yield from ((f'IF({ref}="",FALSE,{condition})', text) for condition, text in self.of(ref, cell))

    def first(self, cell: EntryCell) -> str:
        """What is wrong with the number that the form has in a cell, if anything is."""
        value = cell.value
        if not isinstance(value, Fraction):
            return ""
        if cell.low is not None or cell.high is not None:
            low, high = cell.low, cell.high
            beyond = (low is not None and value < low) or (high is not None and value > high)
            return f"{WRONG} {span_words(cell, self.language)}" if beyond else ""
        negative = cell.kind in NOT_BELOW_ZERO and value < 0
        return f"{WRONG} {self.said('negative')}" if negative else ""

    def stored(self, cells: Mapping[str, EntryCell]) -> Iterator[Fault]:
        """What kaohe takes and no formula does: numbers that are texts, dates as few write them."""
        for ref, cell in cells.items():
            if cell.kind in NUMBERS:
                unlike = "".join(f",{ref}<>{quoted(word)}" for word in cell.options)
                yield f'AND(ISTEXT({ref}),{ref}<>""{unlike})', self.text("as-text")
            elif cell.kind in UNTOLD_DAYS:
                yield f'IF({ref}="",FALSE,{UNTOLD_DAYS[cell.kind](ref)})', self.text("taken")

    def _beyond(self, value: str, cell: EntryCell) -> Fault:
        sides = [
            f"{value}{sign}{plain(side)}" for sign, side in (("<", cell.low), (">", cell.high)) if side is not None
        ]
        return unless_word(f"OR({','.join(sides)})", value, cell), quoted(f"{WRONG} {span_words(cell, self.language)}")

    def text(self, code: str, **parameters: object) -> str:
        return quoted(self.said(code, **parameters))

    def wrong(self, code: str, **parameters: object) -> str:
        return quoted(f"{WRONG} {self.said(code, **parameters)}")

    def said(self, code: str, **parameters: object) -> str:
        return say(f"entry.{code}", self.language, **parameters)


def span_words(cell: EntryCell, language: Language) -> str:
    """The range of a cell as people say it; it has one side at least."""
    written = percent_text if cell.kind == "percent" else plain
    low, high = (None if side is None else written(side) for side in (cell.low, cell.high))
    code = "at-most" if low is None else "at-least" if high is None else "between"
    return say(f"entry.{code}", language, low=low, high=high)


def quoted(text: str) -> str:
    """A text as formulas have it."""
    return '"' + text.replace('"', '""') + '"'


def _unlike(ref: str, words: tuple[str, ...]) -> str:
    """Whether none of the words stands in a cell, blanks around it aside."""
    return ",".join(f"TRIM({ref})<>{quoted(word)}" for word in words)
