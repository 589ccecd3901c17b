"""Several reviewers' files of one stage become one: each changes its own facts, and what two change is refused."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeVar

from kaohe.problems import Problem, Problems
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.stages.joint_document import joint
from kaohe.submission.amendment import Amendment, FactChange, JudgementChange, ReadingChange
from kaohe.submission.reader import Why

Change = TypeVar("Change", FactChange, ReadingChange, JudgementChange)


@dataclass(frozen=True, slots=True)
class Hand:
    """One reviewer's file, and the rubric that it names."""

    amendment: Amendment
    compiled: CompiledRubric

    @property
    def path(self) -> str:
        return self.amendment.document.path


def together(hands: Sequence[Hand]) -> Amendment:
    """All that the files of one stage change, in the form's order, whatever the order of the files.

    Raises Problems where two change the same, or go by two versions of the rubric. What is the same in all, reason and
    reviewer too, is one change that stands in two files.
    """
    first, *others = sorted(hands, key=lambda one: one.path)
    if not others:
        return first.amendment
    for one in others:
        if one.compiled.sha256 != first.compiled.sha256:
            raise Problems(_both((first, ("rubric",)), (one, ("rubric",)), "hands-rubric"))
    rows = [item for _, item in first.compiled.rubric.items()]
    items, readings = [one.id for one in rows], [name for one in rows for name, _ in one.readings()]
    joining = _Joining([first, *(_from(Path(first.path).parent, one) for one in others)], [])
    merged = replace(
        first.amendment,
        document=joint([one.amendment.document for one in (first, *others)]),
        rubric_why=joining.rubric_why(),
        said=(_merged((first, *others)), *(said for one in (first, *others) for said in one.amendment.said)),
        facts=joining.of(lambda one: one.facts, lambda one: (one.place.start, one.group, one.name)),
        readings=joining.of(lambda one: one.readings, lambda one: readings.index(one.reading)),
        judgements=joining.of(lambda one: one.judgements, lambda one: items.index(one.item)),
    )
    if joining.found:
        raise Problems(joining.found)
    return merged


Side = tuple[Hand, tuple[str, ...]]
"""A place in a reviewer's file."""


@dataclass(frozen=True, slots=True)
class _Joining:
    """Puts together what some files change; what two of them change is `found`."""

    hands: Sequence[Hand]
    found: list[Problem]

    def of(
        self, changes: Callable[[Amendment], Iterable[Change]], place: Callable[[Change], Any]
    ) -> tuple[Change, ...]:
        """The changes of one kind, those of one place in the order of their files."""
        kept: list[tuple[Hand, Change]] = []
        for hand in self.hands:
            for change in changes(hand.amendment):
                clashing = [(who, one) for who, one in kept if who is not hand and _meet(one, change)]
                again = any(_same(one, change) for _, one in clashing)
                for who, one in clashing if not again else ():
                    self.found.extend(_both((who, one.path), (hand, change.path), "hands-change", _label(hand, change)))
                if not again:
                    kept.append((hand, change))
        return tuple(sorted((change for _, change in kept), key=place))

    def rubric_why(self) -> Why | None:
        """Why another version of the rubric is used, if any of the files says so."""
        path = ("rubric_reason",)
        saying = [one for one in self.hands if one.amendment.rubric_why is not None]
        for one, other in pairwise(saying):
            if one.amendment.rubric_why != other.amendment.rubric_why:
                self.found.extend(_both((one, path), (other, path), "hands-change", *path))
        return saying[0].amendment.rubric_why if saying else None


def by_file(problems: Sequence[Problem], hands: Sequence[Amendment]) -> Iterator[tuple[str, tuple[Problem, ...]]]:
    """What is wrong with a stage, by its files; what stands in no file of it is told with the first."""
    files = {one.document.file: one.document.path for one in hands}
    first = next(iter(files.values()))
    for path in files.values():
        own = tuple(one for one in problems if files.get(one.path, first) == path)
        if own:
            yield path, own


def _merged(hands: Sequence[Hand]) -> Problem:
    """Which files were taken together: an old copy among them must not go unseen."""
    first = hands[0]
    label = next(label for stage, label in first.compiled.rubric.stages.items() if stage == first.amendment.stage)
    paths = "、".join(one.path for one in hands)
    told = {"unit": first.amendment.unit, "stage": label, "count": len(hands), "paths": paths}
    return Problem("hands-merged", first.amendment.document.file, parameters=told, severity="notice")


def _meet(one: Change, other: Change) -> bool:
    """Whether two changes are of the same: of a fact also where one is of the whole of it."""
    if isinstance(one, FactChange) and isinstance(other, FactChange):
        parts = one.part == other.part or not (one.part and other.part)
        return parts and (one.group, one.name) == (other.group, other.name)
    return one.path == other.path


def _same(one: Change, other: Change) -> bool:
    return replace(one, path=()) == replace(other, path=())


def _label(hand: Hand, change: FactChange | ReadingChange | JudgementChange) -> str:
    """What people call the thing that is changed."""
    if isinstance(change, FactChange):
        return change.place.called
    if isinstance(change, ReadingChange):
        return change.reading
    return next(f"{number} {item.title}" for number, item in hand.compiled.rubric.items() if item.id == change.item)


def _both(one: Side, other: Side, code: str, label: str = "") -> Iterator[Problem]:
    """A finding in each of two files that names the place in the other."""
    found = [hand.amendment.document.problem(code, path, {}, key=True) for hand, path in (one, other)]
    for problem, beside in zip(found, reversed(found), strict=True):
        yield replace(problem, parameters={"label": label, "other": beside.place})


def _from(home: Path, hand: Hand) -> Hand:
    """The same with its files of evidence named from the folder of the first file."""
    own = Path(hand.path).parent
    if own == home:
        return hand

    def moved(change: Change) -> Change:
        evidence = tuple(Path(os.path.relpath(own / name, home)).as_posix() for name in change.why.evidence)
        return replace(change, why=replace(change.why, evidence=evidence))

    amendment = hand.amendment
    changed = replace(
        amendment,
        facts=tuple(map(moved, amendment.facts)),
        readings=tuple(map(moved, amendment.readings)),
        judgements=tuple(map(moved, amendment.judgements)),
    )
    return replace(hand, amendment=changed)
