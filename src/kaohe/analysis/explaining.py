"""A unit's stages and one of its items -> all that can be said of it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kaohe.analysis.improving import improvements
from kaohe.compiler.row_layout import Fact
from kaohe.expr.tree_questions import facts_read
from kaohe.formulas.scope import PARAMETERS
from kaohe.messages import Language
from kaohe.results.causes import Cause
from kaohe.results.dossier import Dossier
from kaohe.results.explanation import ClauseExplained, Explanation, FactReported, ReadingGives
from kaohe.results.improvements import Improvement
from kaohe.results.sheet import ItemScore, Sheet
from kaohe.rubric.model import Item
from kaohe.stages.unit_stages import UnitStages, UnitState
from kaohe.submission.gaps import is_missing


def explanation(unit: UnitStages, dossier: Dossier, place: int, language: Language) -> Explanation:
    """The item at a place of the latest stage's rubric."""
    state = unit.states[-1]
    return _explained(unit, dossier, place, improvements(state.scorer, state.whole, language).found)


def with_explanations(unit: UnitStages, dossier: Dossier) -> Dossier:
    """The dossier with every item explained that lost or gained anything, but for what would help: that is searched."""
    state = unit.states[-1]
    moved = {item.id for section in dossier.last.sections for item in section.items if item.ledger}
    places = [place for place, (_, item) in enumerate(state.compiled.rubric.items()) if item.id in moved]
    return replace(dossier, explanations=tuple(_explained(unit, dossier, place, ()) for place in places))


def _explained(unit: UnitStages, dossier: Dossier, place: int, found: Sequence[Improvement]) -> Explanation:
    state = unit.states[-1]
    item = state.compiled.rubric.items()[place][1]
    sheets = [(one.label, _of_sheet(sheet, item.id)) for one, sheet in zip(unit.states, dossier.sheets, strict=True)]
    return Explanation(
        sheet=dossier.last,
        stages=tuple(sheets),
        clauses=tuple(_clauses(state, item, _of_sheet(dossier.last, item.id))),
        facts=tuple(_facts(unit.states, place)),
        causes=tuple(_causes(dossier, item.id)),
        readings=tuple(_readings(state, place, item)),
        improvements=tuple(one for one in found if any(other.id == item.id for other in one.items)),
    )


def _of_sheet(sheet: Sheet, item: str) -> ItemScore | None:
    return next((one for section in sheet.sections for one in section.items if one.id == item), None)


def _clauses(state: UnitState, item: Item, scored: ItemScore | None) -> Iterator[ClauseExplained]:
    """Every rule and veto in their order, then what belongs to none, as a rounding."""
    ledger = () if scored is None else scored.ledger
    names = [(f"{item.id}.{number}", rule.clause) for number, rule in enumerate(item.rules, 1)]
    names += [(f"{item.id}.veto{number}", veto.clause) for number, veto in enumerate(item.vetoes, 1)]
    for name, clause in names:
        lines = tuple(one for one in ledger if one.rule in (name, f"{name}.penalty"))
        yield ClauseExplained(clause, lines, () if lines else tuple(_missing(state, name)))
    known = {name for one, _ in names for name in (one, f"{one}.penalty")}
    rest = tuple(one for one in ledger if one.rule not in known)
    if rest:
        yield ClauseExplained("", rest)


def _missing(state: UnitState, name: str) -> Iterator[str]:
    """The facts that a rule or veto reads, by its name in the ledger, and the unit has not reported."""
    accounts = [one for one in state.compiled.ledger.accounts if one.rule in (name, f"{name}.penalty")]
    read = facts_read(*(one.line.due for one in accounts))
    for fact in state.compiled.layout.find(read):
        if is_missing(fact, state.row):
            yield fact.indicator.label


def _facts(states: Sequence[UnitState], place: int) -> Iterator[FactReported]:
    """Those that the item reads at the latest stage."""
    last = states[-1]
    for fact in last.compiled.reads[place]:
        values = tuple(_value(state, fact) for state in states)
        group, own = fact.item or PARAMETERS, ("", fact.id)
        files = [one.file for one in last.values.evidence if one.item == group and one.fact in own]
        notes = tuple(one.text for one in last.values.notes if one.item == group and one.fact in own)
        yield FactReported(fact.indicator.label, values, tuple(dict.fromkeys(files)), notes)


def _value(state: UnitState, fact: Fact) -> str:
    """What a fact was at a stage; nothing where its rubric had none of this key."""
    own = state.compiled.layout.by_key.get(fact.keys()[0])
    if own is None:
        return ""
    return state.scorer.reasons.value(own, "", state.row[own.start : own.start + own.width()])


def _causes(dossier: Dossier, item: str) -> Iterator[Cause]:
    """What the later stages changed in the item, or for it."""
    for way in dossier.reconciliations:
        for cause in way.causes:
            if cause.item == item or any((one.level, one.id) == ("item", item) for one in cause.moved):
                yield cause


def _readings(state: UnitState, place: int, item: Item) -> Iterator[ReadingGives]:
    words = dict(item.readings())
    others = state.scorer.reasons.readings
    if others is None:
        return
    for holder, many in (("rules", len(item.rules)), ("vetoes", len(item.vetoes))):
        for number in range(many):
            for one in others.scores(place, (holder, number), state.row):
                reading = words[one.id]
                taken = reading.options[reading.chosen].meaning
                yield ReadingGives(one.id, one.option, reading.words, taken, one.meaning, one.score)
