"""A unit's files of several stages -> its dossier, as far as the files are sound."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kaohe.advancing import advance
from kaohe.dossier import Dossier, Reconciliation
from kaohe.intake import Intake, needs
from kaohe.joining import year
from kaohe.later_files import read_revisions
from kaohe.problems import Problem, Problems
from kaohe.reconciling import causes
from kaohe.revisions import Revisions
from kaohe.seal import sealed_text
from kaohe.source import Document
from kaohe.states import State, peers_steps

Known = Mapping[str, Mapping[int, Any]]
"""For each file, facts over all units by their places in the row."""
Bad = dict[str, tuple[Problem, ...]]


@dataclass(frozen=True, slots=True)
class Assembled:
    """What a unit's files have given: its state at each stage, what led there, and what is wrong elsewhere, by path.

    `choices` are the readings that the run has taken.
    """

    states: tuple[State, ...]
    reconciliations: tuple[Reconciliation, ...] = ()
    bad: Bad = field(default_factory=dict)
    revisions: tuple[Revisions, ...] = ()
    choices: Mapping[str, str] = field(default_factory=dict)

    @property
    def names_evidence(self) -> bool:
        """Whether any of the files names files of evidence."""
        causes = (cause for one in self.reconciliations for cause in one.causes)
        return bool(self.states[0].values.evidence) or any(cause.evidence for cause in causes)

    @property
    def dossier(self) -> Dossier:
        return Dossier(tuple(state.sheet() for state in self.states), self.reconciliations, seal=self.seal)

    def seal(self) -> str:
        """All that the sheets are computed from, as one text."""
        return sealed_text(self.states, self.revisions, self.choices)


def assemble(intake: Intake, first: Document, later: Sequence[Document], known: Known | None = None) -> Assembled:
    """The stages of one unit in their order; raises Problems where already its first file is wrong.

    Where a later file is wrong, its stage and all behind it are left out.
    """
    over_all = known or {}
    scorer, values = intake.values(first)
    if values.year is None:
        values = scorer.program.reader.dated(values, _year(scorer.program.reader.stages, later))
    state = State(scorer, values, over_all.get(first.path, {}))
    scorer.program.reader.refuse_undefined(first, state.row)
    way = _Way([state], over_all)
    bad = Bad()
    for document, revisions in _ordered(intake, state, later, bad):
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
        self.choices |= {change.reading: change.new for change in revisions.readings}
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


def stage_of(document: Document) -> str:
    data: Any = document.data
    return str(data.get("stage", "self"))


def _year(stages: Sequence[str], later: Sequence[Document]) -> int | None:
    """The year that the unit's first file leaves out and the earliest of the others says."""
    found = [(stage_of(one), year(one.data)) for one in later]
    known = [(stages.index(stage), one) for stage, one in found if stage in stages and one is not None]
    return min(known)[1] if known else None


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
