"""The rows of facts in the workbook in which they are entered: what is asked, and the cells of one fact."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kaohe.authoring.entry_cells import TEXT, cause_cell, cell_kind, none_cell, state_cell, text_cell, value_cell, whole
from kaohe.authoring.entry_known import Known
from kaohe.authoring.questions import Question
from kaohe.compiler.row_layout import field_label
from kaohe.formulas.scope import PARAMETERS
from kaohe.messages import Language, say
from kaohe.results.entry_form import WHOLE, EntryCell, EntryLine
from kaohe.submission.entry_rows import EntryRow

BETWEEN_FILES = "；"


@dataclass(frozen=True, slots=True)
class FactLines:
    """Makes the rows of one unit's facts; `sheets` are the titles of lists' own sheets, by the lists' ids."""

    known: Known
    sheets: Mapping[str, str]
    language: Language
    later: bool

    def line(self, row: EntryRow, question: Question, guide: str, title: str) -> EntryLine:
        """The row of a fact, or of one field of it; `guide` is the id of the fact's first row."""
        place = row.place
        cells = self._values(row)
        checked = tuple(key for key, cell in cells.items() if not cell.locked)
        if row.id == guide:
            cells |= self._beside(row)
        if self.later and row.fact[0] != PARAMETERS:
            cells |= self._corrections(cells)
        words = {
            "number": place.number,
            "item": title,
            "label": self._label(row),
            "unit": place.indicator.unit,
            "asked": self._asked(row, question),
            "clause": _clauses(question, self.language),
        }
        return EntryLine("fact", row.id, words, cells, guide, checked)

    def beside(self, item: str, fact: str) -> dict[str, EntryCell]:
        """The cells for evidence and a note."""
        files = BETWEEN_FILES.join(self.known.evidence.get((item, fact), ()))
        note = self.known.notes.get((item, fact))
        return {"evidence": text_cell(files, locked=self.later), "note": text_cell(note, locked=self.later)}

    def _values(self, row: EntryRow) -> dict[str, EntryCell]:
        place, locked = row.place, self.later or row.fact[0] == PARAMETERS
        if not row.fields:
            raw = self.known.row[place.start]
            return {"current": none_cell(raw, locked=locked)} if not place.indicator.members else {}
        at = {name: place.start + number for number, name in enumerate(place.readers)}
        return {
            column: value_cell(place.indicator, name, self.known.row[at[name]], locked=locked)
            for column, name in row.fields.items()
        }

    def _beside(self, row: EntryRow) -> dict[str, EntryCell]:
        """What belongs to a fact as a whole."""
        if row.fact[0] == PARAMETERS:
            return {}
        _, item, fact = row.fact
        found = self.beside(item, fact)
        if row.place.optional:
            found["state"] = state_cell(self.known.row[row.place.start], locked=self.later)
        return found

    def _corrections(self, cells: Mapping[str, EntryCell]) -> dict[str, EntryCell]:
        """The cells in which a later stage enters what is to stand instead, and why."""
        new = {
            f"new_{column}": replace(one, value=None, locked=False)
            for column, one in cells.items()
            if column in ("previous", "current", "state")
        }
        if not new:
            return {}
        return {**new, "cause": cause_cell(self.language), "reason": TEXT, "shown_by": TEXT}

    def _label(self, row: EntryRow) -> str:
        label, name = row.place.indicator.label, row.fields.get("current", "")
        if name in ("", "current"):
            return label
        part = field_label(row.place.indicator, name, self.language)
        return say("entry.field", self.language, label=label, field=part)

    def _asked(self, row: EntryRow, question: Question) -> str:
        """What to write, a line for each remark on it."""
        indicator = row.place.indicator
        if row.fact[0] == PARAMETERS:
            return say("entry.given", self.language)
        if not row.fields:
            code = "declared" if indicator.members else "corrected-there" if self.later else "listed"
            first = say(f"entry.{code}", self.language, sheet=self.sheets[row.id])
        elif "previous" in row.fields:
            sides = {name: field_label(indicator, name, self.language) for name in row.fields.values()}
            first = say("entry.sides", self.language, **sides)
        else:
            kind: str = cell_kind(indicator, row.fields["current"])
            if whole(indicator, row.fields["current"]):
                kind = WHOLE[kind]
            own = kind in ("flag", "choice", "text", *WHOLE.values())
            first = say(f"entry.{kind}" if own else f"question.{kind}", self.language)
        ranged = row.fields.get("current") != "reason"
        return "\n".join([first, *question.remarks(self.language, ranged=ranged)])


def _clauses(question: Question, language: Language) -> str:
    """The clauses that ask for it, or what does instead."""
    lines = list(question.clauses)
    if question.above:
        lines.append(say("question.above", language))
    return "\n".join(lines or [say("question.unasked", language)])
