"""The form that fills itself in, made of a rubric and the workbook in which its facts are entered."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property

from kaohe.authoring.entry_known import Known
from kaohe.authoring.live.effective import BLANK, Effective, TakesNew, content
from kaohe.authoring.live.entered_places import EnteredPlaces, entered_places, takes_new
from kaohe.authoring.live.grade_words import GradeWords
from kaohe.authoring.live.ledger_lines import LedgerLines
from kaohe.authoring.live.longest_words import LongestWords
from kaohe.authoring.live.score_words import TOTAL, ScoreWords, before, beyond_of, unsettled
from kaohe.authoring.live.wanted_facts import WantedFacts
from kaohe.backends.cells.formulas import FALSE, Formula, Literal, Reference, call, choose, compare, either, number
from kaohe.backends.excel.texts import text
from kaohe.compiler.lowering import ITEMS
from kaohe.compiler.row_layout import Fact
from kaohe.messages import Language
from kaohe.results.calculation import Calculation, Cell
from kaohe.results.entry_form import EntryLine, EntryList
from kaohe.results.live_form import UNIT, UNIT_LINE, EntryAt, LiveForm, LiveLine, RowsBelow, Source
from kaohe.results.score_range import ScoreRange
from kaohe.results.sheet import Sheet
from kaohe.scoring.calculation.calculating import calculation
from kaohe.scoring.calculation.given_cells import ERROR
from kaohe.scoring.calculation.lists import TOO_MANY
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.scoring.scorer import Scorer
from kaohe.submission.reader import Values

NAMELESS = "\u3000"
"""A blank that keeps the line on which the unit is named."""


@dataclass(frozen=True, slots=True)
class _Made:
    """What forms with the same cells share."""

    calculation: Calculation
    inputs: Mapping[str, Source]
    ledger: tuple[LiveLine, ...]
    states: Mapping[str, tuple[str, ...]]
    listed: Mapping[str, str]
    grades: str


class LiveForms:
    """Makes the forms of one rubric; what does not depend on the unit is made once."""

    def __init__(self, compiled: CompiledRubric, language: Language) -> None:
        self._compiled, self._language = compiled, language
        self._made: dict[object, _Made] = {}

    def live(
        self, lines: Sequence[EntryLine], lists: Sequence[EntryList], stage: str, known: Known, *, later: bool
    ) -> LiveForm:
        """The pages of a workbook with these rows and sheets, of a unit of which this is known."""
        key = later, tuple(one.rows for one in lists)
        if key not in self._made:
            self._made[key] = self._make(lines, lists, later=later)
        made = self._made[key]
        return LiveForm(
            calculation=made.calculation,
            inputs=made.inputs,
            unreported=self._unreported,
            stage=stage,
            ledger=made.ledger,
            states=made.states,
            listed=made.listed,
            before=known.sheets,
            grades=made.grades,
            given=dict([*self._over_all(known), *(self._before(known.sheets) if later else ())]),
        )

    def _peers(self) -> Iterator[Fact]:
        return (fact for fact in self._compiled.layout.facts if fact.indicator.peers is not None)

    def _over_all(self, known: Known) -> Iterator[tuple[str, Fraction | None]]:
        """Facts over all units, which no unit enters."""
        for fact in self._peers():
            value = known.row[fact.start]
            numbers = (None, None) if value is None else Fraction(value).as_integer_ratio()
            for name, one in zip((f"input.{fact.key}", f"input.{fact.key}.over"), numbers, strict=True):
                yield name, None if one is None else Fraction(one)

    @cached_property
    def _unreported(self) -> Sheet:
        row = (None,) * self._compiled.layout.width
        stage = next(iter(self._compiled.rubric.stages))
        return Scorer(self._compiled, self._language).score(Values("", NAMELESS, None, stage, row))

    def _before(self, sheets: Sequence[Sheet]) -> Iterator[tuple[str, str | Fraction | None]]:
        """The scores of the stage before, or what stands in their place."""
        last = sheets[-1] if sheets else None
        found: dict[str, ScoreRange] = {} if last is None else {TOTAL: last}
        for section in () if last is None else last.sections:
            found |= {f"{ITEMS}.{item.id}": item for item in section.items}
        for name in (*(f"{ITEMS}.{item.id}" for _, item in self._compiled.rubric.items()), TOTAL):
            one = found.get(name)
            still = None if one is None else unsettled(one, self._language)
            yield before(name), still if one is None or one.score is None else one.score

    def _make(self, lines: Sequence[EntryLine], lists: Sequence[EntryList], *, later: bool) -> _Made:
        slots = max((one.rows for one in lists), default=1)
        whole = calculation(self._compiled, slots, reviewed=later, told=self._language)
        places = entered_places(self._compiled, lines, lists)
        inputs: dict[str, Source] = {name: at for one in places for name, at in one.all()}
        inputs |= {f"input.{fact.key}": EntryAt("year", "current") for fact in self._years()}
        inputs[UNIT] = EntryAt("unit", "current")
        first = list(self._corrected(places, inputs, takes_new(lines, lists)) if later else ())
        first = list(self._bounded(places, inputs, first))
        wanted = WantedFacts(whole)
        beyond = {item: wanted.beyond(asked) for item, asked in self._asked()}
        ledger = LedgerLines(self._compiled, self._language, beyond, later=later)
        told, grades = tuple(ledger.lines()), GradeWords(self._compiled, whole, self._language)
        words = (*self._words(wanted, beyond, later=later), *grades.cells())
        cells = (*first, *whole.cells, *words, *ledger.cells)
        longest = LongestWords({cell.name: cell.formula for cell in cells})
        told = tuple(replace(line, longest=longest.of(line.cells.get("why", ""))) for line in told)
        names = {cell.name for cell in cells}
        others = [before(name) for name in self._scores()] if later else []
        every = tuple(dict.fromkeys(name for name in (*whole.inputs, *inputs, *others) if name not in names))
        states, listed = dict(_states(places, names)), dict(_listed(places, names))
        return _Made(replace(whole, cells=cells, inputs=every), inputs, told, states, listed, grades.room())

    def _scores(self) -> Iterator[str]:
        yield from (f"{ITEMS}.{item.id}" for _, item in self._compiled.rubric.items())
        yield TOTAL

    def _years(self) -> Iterator[Fact]:
        return (fact for fact in self._compiled.layout.facts if fact.indicator.kind == "year")

    def _corrected(self, places: Sequence[EnteredPlaces], inputs: dict[str, Source], takes: TakesNew) -> Iterator[Cell]:
        effective = Effective(inputs, takes)
        for one in places:
            yield from effective.fact(one)
        yield from (effective.item(name) for name in self._scores() if name != TOTAL)

    def _bounded(
        self, places: Sequence[EnteredPlaces], inputs: dict[str, Source], cells: Sequence[Cell]
    ) -> Iterator[Cell]:
        """The cells before those of the calculation; a list with more rows than are computed is not known in them."""
        lists = {f"input.none.{one.fact.key}": one for one in places if one.none is not None and not one.declared}
        written = {cell.name: cell for cell in cells}
        for name, one in lists.items():
            key = one.fact.key
            inputs[f"below.{key}"] = RowsBelow(one.none.row if one.none else "")
            if name in written:
                found = written[name].formula
            else:
                inputs[f"entered.{name}"] = inputs.pop(name)
                found = content(f"entered.{name}")
            below = compare(">", call("COUNTA", Reference(f"below.{key}")), number(0))
            many = choose(compare("=", found, BLANK), Literal(TOO_MANY), Literal(ERROR))
            written[name] = Cell(name, one.fact.called, choose(below, many, found))
        yield from written.values()

    def _asked(self) -> Iterator[tuple[str, Sequence[Fact]]]:
        """The facts that each item asks for."""
        for (_, item), facts in zip(self._compiled.rubric.items(), self._compiled.reads, strict=True):
            yield item.id, facts

    def _words(self, wanted: WantedFacts, beyond: Mapping[str, Formula], *, later: bool) -> Iterator[Cell]:
        """What is shown of scores, and of the unit."""
        words, rubric = ScoreWords(self._language, later), self._compiled.rubric
        label = rubric.form.unit_label
        yield Cell(UNIT_LINE, label, text(label, choose(call("ISERROR", Reference(UNIT)), BLANK, content(UNIT))))
        facts = {fact.key: fact for _, several in self._asked() for fact in several}
        yield from wanted.cells(list(facts.values()))
        titles = {item.id: item.title for _, item in rubric.items()}
        for item, asked in self._asked():
            name, title = f"{ITEMS}.{item}", titles[item]
            if beyond[item] != FALSE:
                yield Cell(f"beyond.{name}", title, beyond[item])
            yield words.shown(name, title)
            yield words.beside(name, title, wanted.count(asked), beyond_of(name, beyond[item]))
        yield words.shown(TOTAL, rubric.title)
        some = either(*(beyond_of(f"{ITEMS}.{item}", one) for item, one in beyond.items()))
        yield words.beside(TOTAL, rubric.title, wanted.count(list(facts.values())), some)


def _states(places: list[EnteredPlaces], known: set[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The cells that say what can be made of a row's entries."""
    found: dict[str, list[str]] = {}
    for one in places:
        for name, at in one.values.items():
            state = f"state.{name.removeprefix('input.')}"
            if state in known:
                found.setdefault(at.row, []).append(state)
    yield from ((row, tuple(states)) for row, states in found.items())


def _listed(places: list[EnteredPlaces], known: set[str]) -> Iterator[tuple[str, str]]:
    """The keys of lists that items ask for, by the rows in which they are entered."""
    for one in places:
        if one.none is not None and f"beyond.{one.fact.key}" in known:
            yield one.none.row, one.fact.key
