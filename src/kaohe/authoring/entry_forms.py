"""The workbook in which a unit's facts are entered, made from its rubric and from what is known of the unit already."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

from kaohe import __version__
from kaohe.authoring.entry_cells import TEXT, text_cell
from kaohe.authoring.entry_known import Known, nothing_known
from kaohe.authoring.entry_lines import FactLines
from kaohe.authoring.entry_lists import ListSheets, titles
from kaohe.authoring.live.live_forms import LiveForms
from kaohe.authoring.questions import Question, questions
from kaohe.expr.numbers import plain
from kaohe.formulas.scope import PARAMETERS, SHARED
from kaohe.messages import Language, say
from kaohe.results.entry_form import EntryCell, EntryForm, EntryLine
from kaohe.rubric.model import Item, Section
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.stages.judgement_checks import Sides, possible
from kaohe.submission.entry_rows import (
    COLUMNS,
    COMPUTED_WORD,
    CORRECTIONS,
    ENTRY_FORMAT,
    HEAD,
    ITEM_ROW,
    MEANING,
    EntryRow,
    entry_rows,
    meaning,
)

HOW_TO = ("how-fill", "how-zero", "how-gone", "how-lists", "how-files")
REVIEW = ("review-correct", "review-reason", "review-judge", "review-lists", "review-sign")
LIST_FREE = {"how-lists": "how-free", "review-lists": "review-show"}
"""The sentence in place of that on lists where there are none."""


@dataclass(frozen=True, slots=True)
class EntryAbout:
    """What a workbook is for: what it calls the rubric, its stage, and the readings that are chosen otherwise."""

    name: str
    stage: str
    choices: Mapping[str, str] = field(default_factory=dict)


class EntryForms:
    """Makes the workbooks of one rubric's units: what does not depend on the unit is worked out once."""

    def __init__(self, compiled: CompiledRubric, language: Language) -> None:
        self._compiled, self._language = compiled, language
        self._live = LiveForms(compiled, language)
        rubric = compiled.rubric
        self._questions = {
            (group or PARAMETERS, one.fact.id): one for group, asked in questions(rubric).items() for one in asked
        }
        self._rows: dict[str, list[EntryRow]] = {}
        for row in entry_rows(compiled.reader.groups):
            self._rows.setdefault(row.fact[-2], []).append(row)
        lists = (row for rows in self._rows.values() for row in rows if not row.fields)
        self._lists = {row.id: row for row in lists}
        self._sheets = titles({row.id: row.place.called for row in self._lists.values()}, language)

    def first(self, about: EntryAbout, known: Known | None = None) -> EntryForm:
        """The workbook in which a unit reports; without `known` it is empty."""
        return self._form(about, known or nothing_known(self._compiled), later=False)

    def later(self, about: EntryAbout, known: Known) -> EntryForm:
        """The workbook in which the stage `about` corrects what is known from the stages before."""
        return self._form(about, known, later=True)

    def _form(self, about: EntryAbout, known: Known, *, later: bool) -> EntryForm:
        rubric = self._compiled.rubric
        sheets = ListSheets(self._language, later)
        note = COLUMNS.index("note") + 1
        columns = (*COLUMNS[:note], *CORRECTIONS, *COLUMNS[note:]) if later else COLUMNS
        stage = next(label for name, label in rubric.stages.items() if name == about.stage)
        lines = tuple(self._lines(FactLines(known, self._sheets, self._language, later)))
        lists = tuple(
            sheets.sheet(row, self._sheets[key], known.row[row.place.start]) for key, row in self._lists.items()
        )
        return EntryForm(
            title=say("entry.title", self._language, title=rubric.title, stage=stage),
            how_to=tuple(self._how_to(later=later)),
            columns=columns,
            head=tuple(self._head(known, later=later)),
            lines=lines,
            lists=lists,
            about=self._about(about),
            live=self._live.live(lines, lists, about.stage, known, later=later),
            later=later,
        )

    def _about(self, about: EntryAbout) -> Mapping[str, str]:
        return {
            "format": ENTRY_FORMAT,
            "rubric": about.name,
            "rubric_id": self._compiled.rubric.id,
            "sha256": self._compiled.sha256,
            "version": __version__,
            "stage": about.stage,
            "language": self._language,
            "readings": " ".join(f"{name}={option}" for name, option in sorted(about.choices.items())),
            **{
                f"{MEANING}{row.fact[-2]}.{row.fact[-1]}": meaning(row.place.indicator)
                for rows in self._rows.values()
                for row in rows
            },
        }

    def _how_to(self, *, later: bool) -> Iterator[str]:
        for code in REVIEW if later else HOW_TO:
            yield say(f"entry.{code if self._lists else LIST_FREE.get(code, code)}", self._language)

    def _head(self, known: Known, *, later: bool) -> Iterator[EntryLine]:
        year = None if known.year is None else Fraction(known.year)
        cells = {
            "unit": text_cell(known.unit, locked=later),
            "year": EntryCell("year", year, locked=later and year is not None),
            "by": TEXT,
            "on": EntryCell("date"),
        }
        for key in HEAD if later else HEAD[:2]:
            yield EntryLine("fact", key, {"label": say(f"entry.head-{key}", self._language)}, {"current": cells[key]})

    def _lines(self, make: FactLines) -> Iterator[EntryLine]:
        for group, code in ((PARAMETERS, "entry.parameters"), (SHARED, "template.shared")):
            if self._rows.get(group):
                yield EntryLine("section", "", {"number": say(code, self._language)}, {})
                yield from self._facts(make, group, "")
        numbered = iter(self._compiled.rubric.items())
        for place, section in enumerate(self._compiled.rubric.sections, 1):
            words = {"number": say("entry.section", self._language, number=place, **_heading(section))}
            yield EntryLine("section", "", words, {})
            for _ in section.items:
                number, item = next(numbered)
                yield self._item(make, number, item)
                yield from self._facts(make, item.id, item.title)

    def _item(self, make: FactLines, number: str, item: Item) -> EntryLine:
        """An item's own row: evidence and a note on it as a whole; a later stage judges it here."""
        title = say("entry.item", self._language, **_heading(item))
        cells = make.beside(item.id, "")
        if make.later:
            judged = make.known.judged.get(item.id)
            back = () if judged is None else (COMPUTED_WORD,)
            if judged is not None:
                cells["current"] = EntryCell("amount", judged, locked=True)
            cells |= {"new_current": self._points(item, back), "reason": TEXT, "shown_by": TEXT}
        return EntryLine("item", f"{ITEM_ROW}{item.id}", {"number": number, "item": title}, cells)

    def _points(self, item: Item, back: tuple[str, ...]) -> EntryCell:
        """The cell for points by judgement, with what they can be."""
        low, high = self._possible[item.id]
        return EntryCell("amount", None, back, low, high, places=self._compiled.rubric.rounding.places)

    @cached_property
    def _possible(self) -> Mapping[str, Sides]:
        return {one.item.id: possible(self._compiled, place) for place, one in enumerate(self._compiled.items)}

    def _facts(self, make: FactLines, group: str, title: str) -> Iterator[EntryLine]:
        guides: dict[str, str] = {}
        for row in self._rows.get(group, ()):
            question: Question = self._questions[group, row.fact[-1]]
            guide = guides.setdefault(row.fact[-1], row.id)
            yield make.line(row, question, guide, title)


def _heading(one: Section | Item) -> Mapping[str, str]:
    return {"title": one.title, "points": plain(one.points)}
