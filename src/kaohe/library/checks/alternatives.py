"""Readings must speak of words in their clause, and every alternative must be a sound rubric of its own."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any

from kaohe.backends.bounds import Facts
from kaohe.compiler.lowering import in_order, lower_item
from kaohe.compiler.possible_facts import possible_facts
from kaohe.formulas.scope import UnknownReference
from kaohe.formulas.tokens import Malformed
from kaohe.library.checks import existence, references
from kaohe.library.checks.positions import Path, Place, holders, items
from kaohe.library.checks.proofs import scaling
from kaohe.library.checks.proofs.claims_proved import broken
from kaohe.library.readings import patched
from kaohe.problems import Problem, Problems
from kaohe.rubric.model import Common, Item, Rubric
from kaohe.rubric.rule_parts.rule import Reading
from kaohe.source.models import validate


def check(rubric: Rubric, place: Place, *, sound: bool) -> Iterator[Problem]:
    """Of a rubric that is `sound` otherwise, what stands above items is asked of each alternative too."""
    facts = possible_facts(rubric)
    for _, item, path in items(rubric):
        common = rubric.common_before(item)
        declared = [
            ((*where, "readings", number), reading, holder.clause)
            for holder, where in holders(item, path)
            for number, reading in enumerate(holder.readings)
        ]
        found_as_chosen = references.check_item(place, item, path, common, facts) if declared else []
        usual = {_said(one) for one in found_as_chosen}
        for at, reading, clause in declared:
            of = (item.id, reading, at)
            found = list(_form(place, at, reading, clause))
            found = found or [one for one in _alternatives(place, path, common, facts, of) if _said(one) not in usual]
            yield from found
            if sound and not found:
                yield from _above(rubric, place, of)
                yield from _unproved(rubric, place, path, facts, of)


def _above(rubric: Rubric, place: Place, of: tuple[str, Reading, Path]) -> Iterator[Problem]:
    """What need not exist in an alternative is read or rescaled above items as if it did.

    Alternatives that change nothing of that are not looked at.
    """
    item, reading, at = of
    for name, option in reading.options.items():
        if name != reading.chosen and (rubric.shared or "applicable" in str(option.patch)):
            data = patched(place.document.data, {f"{item}.{reading.id}": name})
            with suppress(Problems, UnknownReference, Malformed):  # said of the item
                whole = validate(Rubric, place.document, data)
                wrong = [*existence.check(whole, place), *scaling.check(whole, place)]
                yield from (place.problem(one.code, (*at, "options", name), one.parameters, key=True) for one in wrong)


def _unproved(
    rubric: Rubric, place: Place, path: Path, facts: Facts, of: tuple[str, Reading, Path]
) -> Iterator[Problem]:
    """What the rules of an item do not keep in an alternative, though they do as the text is read now."""
    item, reading, at = of
    common = next(common for accounts, common in in_order(rubric) if accounts.item.id == item)
    for name in reading.options:
        if name != reading.chosen:
            data: Any = patched(place.document.data, {f"{item}.{reading.id}": name})
            for step in path:
                data = data[step]
            changed = lower_item("", validate(Item, place.document, data, path), common)
            for one in broken(changed, common, facts):
                if one.code == "never-counts":  # another way to read a text may be that it takes nothing
                    continue
                yield place.problem(one.code, (*at, "options", name), one.parameters, key=True)


def _said(problem: Problem) -> object:
    """A finding without its place: what is wrong in the item anyway is not wrong once more in every alternative."""
    return problem.code, str(dict(problem.parameters))


def _alternatives(
    place: Place, path: Path, common: Common, facts: Facts, of: tuple[str, Reading, Path]
) -> Iterator[Problem]:
    """What is wrong in the item when an alternative is taken, each alone; it stands at the alternative."""
    item, reading, at = of
    for option in reading.options:
        if option != reading.chosen:
            changed = _alternative(place, path, common, facts, {f"{item}.{reading.id}": option})
            where = (*at, "options", option)
            yield from (place.problem(one.code, where, one.parameters, key=True) for one in changed)


def _form(place: Place, path: Path, reading: Reading, clause: str) -> Iterator[Problem]:
    if reading.words not in clause:
        yield place.problem("words-not-in-clause", (*path, "words"), {"words": reading.words})
    if reading.chosen not in reading.options:
        known = ", ".join(reading.options)
        yield place.problem("unknown-chosen", (*path, "chosen"), {"found": reading.chosen, "known": known})
    if len(reading.options) < 2:  # noqa: PLR2004 - a decision is between two at least
        yield place.problem("no-alternative", (*path, "options"), {"id": reading.id})
    for name, option in reading.options.items():
        if (name == reading.chosen) == bool(option.patch):
            code = "chosen-has-patch" if option.patch else "alternative-without-patch"
            yield place.problem(code, (*path, "options", name), {"name": name}, key=True)
        if "readings" in option.patch:
            yield place.problem("patch-of-readings", (*path, "options", name, "patch", "readings"), key=True)


def _alternative(
    place: Place, path: Path, common: Common, facts: Facts, choice: Mapping[str, str]
) -> Iterable[Problem]:
    """What is wrong in the item when one alternative is taken alone."""
    data: Any = patched(place.document.data, choice)
    for step in path:
        data = data[step]
    try:
        item = validate(Item, place.document, data, path)
    except Problems as found:
        return found.problems
    return references.check_item(place, item, path, common, facts)
