"""The steps from one stage to the next: each with its cause in words, and the state that it leads to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from kaohe.compiler.row_layout import Fact
from kaohe.expr.numbers import plain
from kaohe.messages import say
from kaohe.results.dossier import CauseKind
from kaohe.scoring.compiled_rubric import Program
from kaohe.scoring.scorer import Scorer
from kaohe.stages.unit_state import State
from kaohe.submission.amendment import FactChange, Judged, ReadingChange
from kaohe.submission.reader import Judgement, Why


@dataclass(frozen=True, slots=True)
class Step:
    """One cause on the way, before its points are counted, and the state that it leads to."""

    kind: CauseKind
    number: str
    item: str
    subject: str
    old: str
    new: str
    why: Why
    state: State


def fact_step(state: State, change: FactChange) -> Step:
    """A correction of a fact."""
    fact = state.program.layout.at(change.place.start)
    number, item = _item(state.program, fact.item)
    return Step(
        kind=change.cause,
        number=number,
        item=item,
        subject=state.scorer.explanations.subject(fact, change.part),
        old=written(state, change, change.old),
        new=written(state, change, change.new),
        why=change.why,
        state=state.changed(change.applied(state.values.row)),
    )


def written(state: State, change: FactChange, value: Any) -> str:
    """A value of the changed fact, in words."""
    fact = state.program.layout.at(change.place.start)
    return state.scorer.explanations.value(fact, change.part, value)


def reading_step(state: State, change: ReadingChange, scorer: Scorer) -> Step:
    """Doubtful words read in another way; `scorer` reads them so."""
    items = state.program.rubric.items()
    number, item, reading = next(
        (number, item.id, one) for number, item in items for name, one in item.readings() if name == change.reading
    )
    language = state.scorer.explanations.language
    meanings = {
        name: say("arithmetic.alternative", language, name=name, meaning=one.meaning)
        for name, one in reading.options.items()
    }
    return Step(
        kind="reading",
        number=number,
        item=item,
        subject=f"“{reading.words}”",
        old=meanings[change.old],
        new=meanings[change.new],
        why=change.why,
        state=state.under(scorer),
    )


def judgement_step(state: State, judged: Judged) -> Step:
    """An item's points as a later stage's file gives them."""
    judgement = None if judged.score is None else Judgement(judged.score, judged.why)
    return judged_step(state, state.place(judged.item), judgement, judged.why)


def judged_step(state: State, place: int, judgement: Judgement | None, why: Why) -> Step:
    """An item's points by judgement, or by its facts again."""
    trees, language = state.program.items[place], state.scorer.explanations.language
    before = state.scores()["item", trees.item.id]
    return Step(
        kind="judgement",
        number=trees.number,
        item=trees.item.id,
        subject=trees.item.title,
        old=say("arithmetic.open_points", language) if before is None else plain(before),
        new=say("arithmetic.computed", language) if judgement is None else plain(judgement.score),
        why=why,
        state=state.judged(place, judgement),
    )


def difference_step(state: State, fact: Fact, new: tuple[Any, ...], why: Why) -> Step:
    """A fact in which another unit differs; those over all units are among them."""
    number, item = _item(state.program, fact.item)
    old = state.row[fact.start : fact.start + fact.width()]
    row = (*state.row[: fact.start], *new, *state.row[fact.start + fact.width() :])
    written = state.scorer.explanations
    return Step(
        kind="fact",
        number=number,
        item=item,
        subject=fact.indicator.label,
        old=written.value(fact, "", old),
        new=written.value(fact, "", new),
        why=why,
        state=replace(state.changed(row), known={}),
    )


def rubric_step(state: State, scorer: Scorer, why: Why) -> Step:
    """Another version of the rubric; what it asks anew is missing."""
    old, new = state.program, scorer.program
    return Step("rubric_version", "", "", new.rubric.title, old.sha256[:12], new.sha256[:12], why, state.under(scorer))


def peers_steps(state: State, known: Mapping[int, Any]) -> Iterator[Step]:
    """Facts over all units that have moved because others' facts have."""
    language = state.scorer.explanations.language
    for place in sorted(state.known.keys() | known.keys()):
        before, after = state.known.get(place), known.get(place)
        if before == after:
            continue
        fact = state.program.layout.at(place)
        number, item = _item(state.program, fact.item)
        old, new = (state.scorer.explanations.value(fact, "", (one,)) for one in (before, after))
        state = replace(state, known={**state.known, place: after})
        yield Step(
            "peers", number, item, fact.indicator.label, old, new, Why(say("arithmetic.peers_moved", language)), state
        )


def _item(program: Program, name: str) -> tuple[str, str]:
    """An item's number and id; neither for facts that belong to none."""
    return next(((number, item.id) for number, item in program.rubric.items() if item.id == name), ("", ""))
