"""How the steps from one stage to the next are made: each with its cause in words, and the state that it leads to."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from kaohe.compiler.row_layout import Fact
from kaohe.expr.numbers import plain
from kaohe.messages import say
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.scoring.scorer import Scorer
from kaohe.stages.rubric_differences import rubric_parts
from kaohe.stages.rubric_versions import under
from kaohe.stages.unit_stages import Transition, UnitState
from kaohe.submission.amendment import FactChange, JudgementChange, ReadingChange
from kaohe.submission.reader import Judgement, Why


def fact_transition(state: UnitState, change: FactChange) -> Transition:
    """A correction of a fact."""
    fact = state.compiled.layout.at(change.place.start)
    number, item = _item(state.compiled, fact.item)
    return Transition(
        kind=change.cause,
        number=number,
        item=item,
        subject=state.scorer.reasons.subject(fact, change.part),
        old=written(state, change, change.old),
        new=written(state, change, change.new),
        why=change.why,
        state=state.changed(change.applied(state.values.row)),
    )


def written(state: UnitState, change: FactChange, value: Any) -> str:
    """A value of the changed fact, in words."""
    fact = state.compiled.layout.at(change.place.start)
    return state.scorer.reasons.value(fact, change.part, value)


def reading_transition(state: UnitState, change: ReadingChange, scorer: Scorer) -> Transition:
    """Doubtful words read in another way; `scorer` reads them so."""
    items = state.compiled.rubric.items()
    number, item, reading = next(
        (number, item.id, one) for number, item in items for name, one in item.readings() if name == change.reading
    )
    language = state.scorer.reasons.language
    meanings = {
        name: say("arithmetic.alternative", language, name=name, meaning=one.meaning)
        for name, one in reading.options.items()
    }
    return Transition(
        kind="reading",
        number=number,
        item=item,
        subject=f"“{reading.words}”",
        old=meanings[change.old],
        new=meanings[change.new],
        why=change.why,
        state=under(state, scorer),
    )


def judgement_transition(state: UnitState, judged: JudgementChange) -> Transition:
    """An item's points as a later stage's file gives them."""
    judgement = None if judged.score is None else Judgement(judged.score, judged.why)
    return judged_transition(state, state.place(judged.item), judgement, judged.why)


def judged_transition(state: UnitState, place: int, judgement: Judgement | None, why: Why) -> Transition:
    """An item's points by judgement, or by its facts again."""
    trees, language = state.compiled.items[place], state.scorer.reasons.language
    return Transition(
        kind="judgement",
        number=trees.number,
        item=trees.item.id,
        subject=trees.item.title,
        old="",
        new=say("arithmetic.computed", language) if judgement is None else plain(judgement.score),
        why=why,
        state=state.judged(place, judgement),
    )


def difference_transition(state: UnitState, fact: Fact, new: tuple[Any, ...], why: Why) -> Transition:
    """A fact in which another unit differs; those over all units are among them."""
    number, item = _item(state.compiled, fact.item)
    old = state.row[fact.start : fact.start + fact.width()]
    row = (*state.row[: fact.start], *new, *state.row[fact.start + fact.width() :])
    written = state.scorer.reasons
    return Transition(
        kind="fact",
        number=number,
        item=item,
        subject=fact.indicator.label,
        old=written.value(fact, "", old),
        new=written.value(fact, "", new),
        why=why,
        state=replace(state.changed(row), known={}),
    )


def rubric_transition(state: UnitState, scorer: Scorer, why: Why) -> Transition:
    """Another version of the rubric, or the same read in another way; what it asks anew is missing."""
    old, new = state.compiled, scorer.compiled
    return Transition(
        kind="rubric_version" if old.sha256 != new.sha256 else "reading",
        number="",
        item="",
        subject=new.rubric.title,
        old=old.sha256[:12],
        new=new.sha256[:12],
        why=why,
        state=under(state, scorer),
        parts=tuple(rubric_parts(old, new, state.scorer.reasons.language)),
    )


def peer_transitions(state: UnitState, known: Mapping[int, Any]) -> Iterator[Transition]:
    """Facts over all units that have moved because others' facts have."""
    language = state.scorer.reasons.language
    for place in sorted(state.known.keys() | known.keys()):
        before, after = state.known.get(place), known.get(place)
        if before == after:
            continue
        fact = state.compiled.layout.at(place)
        number, item = _item(state.compiled, fact.item)
        old, new = (state.scorer.reasons.value(fact, "", (one,)) for one in (before, after))
        state = replace(state, known={**state.known, place: after})
        yield Transition(
            "peers", number, item, fact.indicator.label, old, new, Why(say("arithmetic.peers_moved", language)), state
        )


def _item(compiled: CompiledRubric, name: str) -> tuple[str, str]:
    """An item's number and id; neither for facts that belong to none."""
    return next(((number, item.id) for number, item in compiled.rubric.items() if item.id == name), ("", ""))
