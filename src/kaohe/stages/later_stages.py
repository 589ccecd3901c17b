"""The stages after a unit's first, in their order; what one file says must fit what the stage before has left."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from kaohe.expr.numbers import shown
from kaohe.problems import Problems
from kaohe.source import Document
from kaohe.stages.apply_amendment import advance
from kaohe.stages.needed_files import needs
from kaohe.stages.prepared_rubrics import PreparedRubrics
from kaohe.stages.several_hands import Hand, by_file, together
from kaohe.stages.stage_doubts import stage_doubts
from kaohe.stages.transitions import peer_transitions
from kaohe.stages.unit_stages import Bad, Known, Transition, UnitStages, UnitState, stage_of
from kaohe.submission.amendment import Amendment
from kaohe.submission.amendment_reader import read_amendment


def further(rubrics: PreparedRubrics, first: UnitState, later: Sequence[Document], known: Known) -> UnitStages:
    """The unit with its later files. Where one is wrong, its stage and all behind it are left out."""
    way = _StageWalk(rubrics, [first], known)
    bad = Bad()
    for documents, hands in _staged(rubrics, first, later, bad):
        if not bad:
            try:
                way.go(together(hands))
                continue
            except Problems as found:
                bad |= by_file(found.problems, [one.amendment for one in hands])
        wrong = [problem for found in bad.values() for problem in found]
        for document in documents:
            bad.setdefault(document.path, (needs(document, wrong),))
    stages = way.stages(bad)
    for document in later:
        if document.path in bad:
            stages = stages.without(document.path, stage_of(document))
    return stages


def reassemble(rubrics: PreparedRubrics, first: UnitState, amendments: Sequence[Amendment], known: Known) -> UnitStages:
    """The same from what has been read before; raises Problems where it does not fit together."""
    way = _StageWalk(rubrics, [first], known)
    for one in amendments:
        way.go(one)
    return way.stages({})


@dataclass(slots=True)
class _StageWalk:
    """The stages that have been reached; `choices` are the readings that they have changed."""

    rubrics: PreparedRubrics
    states: list[UnitState]
    known: Known
    steps: list[tuple[Transition, ...]] = field(default_factory=list)
    choices: dict[str, str] = field(default_factory=dict)
    amendments: list[Amendment] = field(default_factory=list)

    def go(self, amendment: Amendment) -> None:
        """One stage further; raises Problems."""
        path = amendment.document.path
        start = self.states[-1].at(amendment.stage, path)
        steps = advance(self.rubrics, start, amendment, self.choices)
        reached = steps[-1].state if steps else start
        steps += peer_transitions(reached, self.known.get(path, start.known))
        self.choices |= {one.reading: one.new for one in amendment.readings if one.reading not in self.rubrics.choices}
        last = steps[-1].state if steps else start
        self.states.append(replace(last, values=replace(last.values, doubts=stage_doubts(start, last, amendment))))
        self.steps.append(tuple(steps))
        self.amendments.append(amendment)

    def stages(self, bad: Bad) -> UnitStages:
        return UnitStages(
            states=tuple(self.states),
            steps=tuple(self.steps),
            amendments=tuple(self.amendments),
            bad=bad,
            choices=self.rubrics.choices,
        )


def _staged(
    rubrics: PreparedRubrics, first: UnitState, later: Sequence[Document], bad: Bad
) -> Iterator[tuple[list[Document], list[Hand]]]:
    """The later files stage by stage; what is wrong in one by itself is found when its turn comes."""
    stages = first.compiled.reader.stages
    order: dict[str, int] = {stage: place for place, stage in enumerate(stages)}
    staged = sorted(((order.get(stage_of(one), -1), one) for one in later), key=lambda one: (one[0], one[1].path))
    for place, several in groupby(staged, key=lambda one: one[0]):
        documents, hands = [document for _, document in several], list[Hand]()
        for document in documents:
            try:
                hands.append(_hand(rubrics, document, place, first))
            except Problems as found:
                bad[document.path] = found.problems
        yield documents, hands


def _hand(rubrics: PreparedRubrics, document: Document, place: int, first: UnitState) -> Hand:
    """One file; raises Problems with what is wrong in it by itself."""
    compiled = rubrics.scorer(document).compiled
    amendment = read_amendment(compiled.reader, compiled.rubric, document)
    _refuse_place(document, place, first)
    _refuse_year(amendment, first)
    return Hand(amendment, compiled)


def _refuse_year(amendment: Amendment, first: UnitState) -> None:
    """All files of a unit are of one year; raises Problems."""
    document, expected = amendment.document, first.values.year
    if amendment.year not in (None, expected):
        found = {"found": amendment.year, "expected": expected}
        raise Problems([document.problem("year-differs", ("year",), found)])


def _refuse_place(document: Document, place: int, first: UnitState) -> None:
    """A stage comes after the one that the unit began with; raises Problems."""
    values, stages = first.values, list[str](first.compiled.rubric.stages)
    if place < 0:
        wrong = {"found": shown(stage_of(document)), "expected": ", ".join(stages)}
        raise Problems([document.problem("not-one-of", ("stage",), wrong)])
    if place <= stages.index(values.stage):
        found = {"unit": values.unit, "stage": stages[place], "first": values.stage, "path": values.path}
        raise Problems([document.problem("stage-not-later", ("stage",), found)])
