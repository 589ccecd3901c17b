"""The stages after a unit's first, in their order; what one file says must fit what the stage before has left."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kaohe.problems import Problem, Problems
from kaohe.results.dossier import Reconciliation
from kaohe.source import Document
from kaohe.stages.apply_amendment import advance
from kaohe.stages.reconciliation import causes
from kaohe.stages.transitions import peers_steps
from kaohe.stages.unit_loader import Intake, needs
from kaohe.stages.unit_stages import Assembled, Bad, Known, stage_of
from kaohe.stages.unit_state import State
from kaohe.submission.amendment import Revisions
from kaohe.submission.amendment_reader import read_revisions


def further(intake: Intake, first: State, later: Sequence[Document], known: Known) -> Assembled:
    """The unit with its later files. Where one is wrong, its stage and all behind it are left out."""
    way = _Way([first], known)
    bad = Bad()
    for document, revisions in _ordered(intake, first, later, bad):
        if bad:
            wrong = [problem for found in bad.values() for problem in found]
            bad.setdefault(document.path, (needs(document.path, wrong),))
            continue
        try:
            way.go(intake, revisions)
        except Problems as found:
            bad[document.path] = found.problems
    return way.assembled(intake, bad)


def reassemble(intake: Intake, first: State, revisions: Sequence[Revisions], known: Known) -> Assembled:
    """The same from what has been read before; raises Problems where it does not fit together."""
    way = _Way([first], known)
    for one in revisions:
        way.go(intake, one)
    return way.assembled(intake, {})


@dataclass(slots=True)
class _Way:
    """The stages that have been reached; `choices` are the readings that they have changed."""

    states: list[State]
    known: Known
    reconciliations: list[Reconciliation] = field(default_factory=list)
    choices: dict[str, str] = field(default_factory=dict)
    revisions: list[Revisions] = field(default_factory=list)

    def assembled(self, intake: Intake, bad: Bad) -> Assembled:
        return Assembled(tuple(self.states), tuple(self.reconciliations), bad, tuple(self.revisions), intake.choices)

    def go(self, intake: Intake, revisions: Revisions) -> None:
        """One stage further; raises Problems."""
        path = revisions.document.path
        start = self.states[-1].at(revisions.stage, path)
        steps = advance(intake, start, revisions, self.choices)
        reached = steps[-1].state if steps else start
        steps += peers_steps(reached, self.known.get(path, start.known))
        self.choices |= {one.reading: one.new for one in revisions.readings if one.reading not in intake.choices}
        before = len(self.states) - 1
        self.reconciliations.append(Reconciliation(before, before + 1, tuple(causes(start, steps))))
        self.states.append(steps[-1].state if steps else start)
        self.revisions.append(revisions)


def _ordered(intake: Intake, first: State, later: Sequence[Document], bad: Bad) -> Iterator[tuple[Document, Revisions]]:
    """The later files in the order of their stages; what is wrong in one by itself is found when its turn comes."""
    stages = first.program.reader.stages
    order: dict[str, int] = {stage: place for place, stage in enumerate(stages)}
    staged = [(order.get(stage_of(document), -1), document) for document in later]
    for place, document in sorted(staged, key=lambda one: (one[0], one[1].path)):
        try:
            scorer = intake.scorer(document)
            revisions = read_revisions(scorer.program.reader, scorer.program.rubric, document)
            _refuse_place(document, place, first, [other for at, other in staged if at == place])
            _refuse_year(revisions, first)
        except Problems as found:
            bad[document.path] = found.problems
            continue
        yield document, revisions


def _refuse_year(revisions: Revisions, first: State) -> None:
    """All files of a unit are of one year; raises Problems."""
    document, expected = revisions.document, first.values.year
    if revisions.year not in (None, expected):
        line, column = document.position(("year",))
        found = {"found": revisions.year, "expected": expected}
        raise Problems([Problem("year-differs", document.path, line, column, found)])


def _refuse_place(document: Document, place: int, first: State, same: Sequence[Document]) -> None:
    """A stage comes once for each unit, and after the one that the unit began with; raises Problems."""
    labels, values = first.program.rubric.stages, first.values
    stages = list[str](labels)
    line, column = document.position(("stage",))
    others = ", ".join(other.path for other in same if other is not document)
    if place < 0:
        wrong = {"found": stage_of(document), "expected": ", ".join(stages)}
        raise Problems([Problem("not-one-of", document.path, line, column, wrong)])
    found = {"unit": values.unit, "stage": stages[place]}
    if others:
        raise Problems([Problem("unit-twice", document.path, line, column, {**found, "other": others})])
    if place <= stages.index(values.stage):
        found |= {"first": values.stage, "path": values.path}
        raise Problems([Problem("stage-not-later", document.path, line, column, found)])
