"""What the workbook of facts lets people enter where: drop-downs, kinds and ranges, each with a few plain words."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Literal

from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from kaohe.expr.numbers import LARGEST, plain
from kaohe.messages import Language, say
from kaohe.render.xlsx.entry_faults import span_words
from kaohe.results.entry_form import WHOLE, CellKind, EntryCell

INLINE = ("flag", "state", "none")
"""What is chosen among a few words that stand in the validation itself."""
SPANS: Mapping[CellKind, tuple[int, int | None]] = {"date": (1, None), "month": (6, 8), "year": (1949, 2999)}
"""Of dates by their days since 1900, of months by their characters (2011-3, 2011年12月), of years."""
Type = Literal["whole", "decimal", "list", "date", "textLength"]
TYPES: Mapping[CellKind, Type] = {
    "count": "whole",
    "year": "whole",
    "number": "decimal",
    "amount": "decimal",
    "percent": "decimal",
    "date": "date",
    "month": "textLength",
}


class EntryValidations:
    """Collects the cells of a page that take the same, and gives the page one validation for them."""

    def __init__(self, options: Mapping[tuple[str, ...], str], language: Language) -> None:
        """`options` are the names of the cells in which the options of choices stand."""
        self._options, self._language = options, language
        self._cells: dict[EntryCell, list[str]] = defaultdict(list)

    def note(self, ref: str, cell: EntryCell) -> None:
        """A cell, or a range of cells, that takes what `cell` does."""
        if cell.kind != "text" and not cell.locked:
            self._cells[cell.question].append(ref)

    def put(self, page: Worksheet) -> None:
        for cell, refs in self._cells.items():
            validation = self._validation(cell)
            validation.sqref = " ".join(refs)
            page.add_data_validation(validation)

    def _validation(self, cell: EntryCell) -> DataValidation:
        prompt = self._prompt(cell)
        found = DataValidation(
            type=TYPES.get(cell.kind, "list"),
            allow_blank=True,
            errorStyle="stop",
            errorTitle=say("entry.stop", self._language),
            error=prompt,
            prompt=prompt,
            showErrorMessage=True,
            showInputMessage=True,
        )
        if cell.kind in TYPES and cell.options:
            found.type, found.showErrorMessage = None, False  # no validation takes a number or a word
        elif cell.kind in INLINE:
            found.formula1 = f'"{",".join(cell.options)}"'
        elif cell.options:
            found.formula1 = self._options[cell.options]
        else:
            _limit(found, cell)
        return found

    def _prompt(self, cell: EntryCell) -> str:
        known = {"cause": cell.options[0]} if cell.kind == "cause" else {}
        if cell.kind == "amount" and cell.options:
            return say("entry.prompt-judged", self._language, word=cell.options[0])
        kind = WHOLE[cell.kind] if cell.whole else cell.kind if cell.places is None else "points"
        prompt = say(f"entry.prompt-{kind}", self._language, **known)
        if cell.low is None and cell.high is None:
            return prompt
        return say("entry.prompt-range", self._language, prompt=prompt, range=span_words(cell, self._language))


def _limit(found: DataValidation, cell: EntryCell) -> None:
    """The smallest and the largest number that is taken."""
    low: str | int
    high: str | int | None
    if cell.kind in SPANS:
        low, high = SPANS[cell.kind]
    else:
        least = 0 if cell.kind in ("count", "number") else -LARGEST
        low = least if cell.low is None else plain(cell.low)
        high = LARGEST if cell.high is None else plain(cell.high)
    found.operator = "greaterThanOrEqual" if high is None else "between"
    found.formula1 = str(low)
    found.formula2 = None if high is None else str(high)
