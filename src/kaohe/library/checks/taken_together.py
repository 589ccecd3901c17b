"""Alternatives of one rule or veto that can't be taken together: told before somebody chooses both."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from kaohe.compiler.possible_facts import possible_facts
from kaohe.library.checks.item_checks import ItemChecks, said
from kaohe.library.checks.positions import Path, Place, holders, items
from kaohe.library.clashing_readings import same_place, unsound_together
from kaohe.library.patches import beyond
from kaohe.library.readings import Choices, clashes, patched
from kaohe.problems import Problem, Problems, errors
from kaohe.rubric.model import Item, Rubric, Veto
from kaohe.rubric.rule_parts.rule import Rule

Taken = tuple[str, str, Path]
"""An alternative that is not chosen: its reading's full name, its option, and where it stands."""


def check(rubric: Rubric, place: Place) -> Iterator[Problem]:
    """A warning each: every alternative is sound by itself, and no unit is scored by two that clash."""
    facts = possible_facts(rubric)
    for _, item, path in items(rubric):
        of = ItemChecks(path, rubric.common_before(item), facts)
        for holder, where in holders(item, path):
            if len(holder.readings) > 1:
                found = _of_holder(
                    place, of, item, [one for one in _others(item, holder, where) if _can_be_made(place, one)]
                )
                yield from (replace(one, severity="warning") for one in found)


def _others(item: Item, holder: Rule | Veto, where: Path) -> list[Taken]:
    return [
        (f"{item.id}.{reading.id}", name, (*where, "readings", number, "options", name))
        for number, reading in enumerate(holder.readings)
        for name in reading.options
        if name != reading.chosen
    ]


def _can_be_made(place: Place, one: Taken) -> bool:
    """What a patch does not reach, or must not, is told of the alternative."""
    patch = place.data(one[2]).get("patch", {})
    return "readings" not in patch and beyond(place.data(one[2][:-4]), patch) is None


def _of_holder(place: Place, of: ItemChecks, item: Item, others: list[Taken]) -> Iterator[Problem]:
    """What is said of two alternatives that are sound by themselves."""
    usual = {said(one) for one in of.wrong(place, item)}
    sound = [one for one in others if not _wrong(place, of, {one[0]: one[1]}, usual)]
    for one, other in combinations(sound, 2):
        both = {one[0]: one[1], other[0]: other[1]}
        if one[0] == other[0]:
            continue
        clash = next(clashes(place.document.data, both), None)
        if clash is not None:
            yield same_place(place.document, clash)
        elif wrong := _wrong(place, of, both, usual):
            yield unsound_together(place.document, both, wrong[0], other[2])


def _wrong(place: Place, of: ItemChecks, choices: Choices, usual: set[object]) -> list[Problem]:
    """The errors in the item when alternatives are taken, without those that it has anyway."""
    try:
        found = of.wrong_in(place, patched(place.document.data, choices))
    except Problems as wrong:
        found = list(wrong.problems)
    return [one for one in errors(found) if said(one) not in usual]
