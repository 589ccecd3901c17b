"""From a stage to the next: what a later stage's file says must fit the state it starts from; then it becomes steps."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from kaohe.backends.bounds import bounds
from kaohe.expr import Call, Expr, If
from kaohe.file_findings import FileFindings
from kaohe.intake import Intake
from kaohe.lowering import ITEMS
from kaohe.program import Program
from kaohe.quantities import plain
from kaohe.revisions import FactChange, Judged, ReadingChange, Revisions
from kaohe.states import State, Step, fact_step, judgement_step, reading_step, rubric_step, written

FINAL = "final"
"""The stage in which no fact may be missing any more."""
Choices = Mapping[str, str]


def advance(intake: Intake, state: State, revisions: Revisions, choices: Choices) -> list[Step]:
    """Every change of a file in turn, from the state before it; `choices` are the readings that it starts from.

    Raises Problems with all that does not fit: an old value that is not the one before, points beyond an item's range,
    another version of the rubric without a reason, a final stage in which facts are missing.
    """
    found = FileFindings(revisions.document)
    steps = list(_Way(intake, revisions, found).steps(state, choices))
    found.raise_any()
    last = steps[-1].state if steps else state
    last.program.reader.refuse_undefined(revisions.document, last.row)
    _refuse_gaps(last, revisions, found)
    found.raise_any()
    return steps


@dataclass(frozen=True, slots=True)
class _Way:
    """The changes of one file, checked one after another against what those before them have made."""

    intake: Intake
    revisions: Revisions
    found: FileFindings

    def steps(self, state: State, choices: Choices) -> Iterator[Step]:
        """Rubric, readings, facts, judgements: what is judged is judged on facts that are settled."""
        for step in self._rubric(state, choices):
            state = step.state
            yield step
        for reading in self.revisions.readings:
            choices = {**choices, reading.reading: reading.new}
            yield (step := self._reading(state, reading, choices))
            state = step.state
        for change in self.revisions.facts:
            self._check_fact(state, change)
            yield (step := fact_step(state, change))
            state = step.state
        for judged in self.revisions.judgements:
            self._check_judgement(state, judged)
            yield (step := judgement_step(state, judged))
            state = step.state

    def _rubric(self, state: State, choices: Choices) -> Iterator[Step]:
        scorer, why = self.intake.scorer(self.revisions.document, choices), self.revisions.rubric_why
        if scorer.program.sha256 == state.program.sha256:
            if why is not None:
                self.found.add("rubric-unchanged", ("rubric_reason",), {})
        elif why is None:
            old, new = state.program.sha256[:12], scorer.program.sha256[:12]
            self.found.add("rubric-changed", ("rubric",), {"old": old, "new": new})
        else:
            yield rubric_step(state, scorer, why)

    def _reading(self, state: State, change: ReadingChange, choices: Choices) -> Step:
        items = state.program.rubric.items()
        chosen = next(one.chosen for _, item in items for name, one in item.readings() if name == change.reading)
        if chosen != change.old:
            self.found.add("old-differs", (*change.path, "old"), {"found": change.old, "expected": chosen})
        return reading_step(state, change, self.intake.scorer(self.revisions.document, choices))

    def _check_fact(self, state: State, change: FactChange) -> None:
        present = change.present(state.values.row)
        step = fact_step(state, change)
        if present != change.old:
            expected = written(state, change, present)
            self.found.add("old-differs", (*change.path, "old"), {"found": step.old, "expected": expected})
        if change.group not in {trees.item.id for trees in state.program.items}:
            return
        place = state.place(change.group)
        if place in state.values.judgements and change.group not in {one.item for one in self.revisions.judgements}:
            self.found.add("judgement-stands", change.path, {"item": state.program.items[place].item.title}, key=True)

    def _check_judgement(self, state: State, judged: Judged) -> None:
        place, path = state.place(judged.item), (*judged.path, "score")
        if judged.score is None:
            if place not in state.values.judgements:
                self.found.add("no-judgement", path, {})
            return
        low, high = _range(state.program, place)
        if (low is not None and judged.score < low) or (high is not None and judged.score > high):
            sides = {"low": "…" if low is None else plain(low), "high": "…" if high is None else plain(high)}
            self.found.add("out-of-range", path, {"found": plain(judged.score), **sides})
        settled = {one.item for one in self.revisions.judgements if one.score is not None}
        settled |= {state.program.items[at].item.id for at in state.values.judgements}
        resting = [item for item in _resting_on(state.program, judged.item) if item not in settled]
        if resting:
            self.found.add("judgement-goes-on", judged.path, {"items": ", ".join(resting)}, key=True)


def _range(program: Program, place: int) -> tuple[Fraction | None, Fraction | None]:
    """Between what an item's points lie, whatever its facts are; None where nothing bounds them."""
    interval = bounds(program.score(place), program.possible(place, (None,) * program.layout.width))
    low, high = interval.low, interval.high
    return (
        None if isinstance(low, float) else Fraction(low),
        None if isinstance(high, float) else Fraction(high),
    )


def _resting_on(program: Program, item: str) -> list[str]:
    """The items whose rules name this one's score: they would still be computed from its facts."""
    name = f"{ITEMS}.{item}"
    accounts = [
        (one.item.id, account.line.due) for one in program.items for part in one.parts for account in part.accounts
    ]
    return list(dict.fromkeys(other for other, due in accounts if other != item and _names(due, name)))


def _names(tree: Expr, label: str) -> bool:
    """Whether some part of a tree has this label."""
    waiting, seen = [tree], set[int]()
    while waiting:
        one = waiting.pop()
        if id(one) in seen or not isinstance(one, Call | If):
            continue
        seen.add(id(one))
        if one.label == label:
            return True
        waiting += one.args if isinstance(one, Call) else (one.condition, one.then, one.otherwise)
    return False


def _refuse_gaps(state: State, revisions: Revisions, found: FileFindings) -> None:
    missing = state.sheet().missing if revisions.stage == FINAL else ()
    if missing:
        listed = "、".join(f"{one.number} {one.label}".strip() for one in missing)
        found.add("final-incomplete", ("stage",), {"count": len(missing), "facts": listed})
