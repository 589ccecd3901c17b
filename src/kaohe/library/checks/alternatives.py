"""Readings must speak of words in their clause, and every alternative must be a sound rubric of its own."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from kaohe.compiler.lowering import in_order, lower_item
from kaohe.compiler.possible_facts import possible_facts
from kaohe.formulas.scope import UnknownReference
from kaohe.formulas.tokens import Malformed
from kaohe.library.checks import existence, grades_in_reach
from kaohe.library.checks.item_checks import ItemChecks, said
from kaohe.library.checks.numbers.dropped_numbers import dropped
from kaohe.library.checks.positions import Path, Place, holders, items
from kaohe.library.checks.proofs import full_marks, scaling
from kaohe.library.checks.proofs.claims_proved import broken
from kaohe.library.patches import beyond
from kaohe.library.readings import patched
from kaohe.problems import Problem, Problems
from kaohe.rubric.model import Item, Rubric
from kaohe.rubric.rule_parts.rule import Option, Reading
from kaohe.source.models import validate

ABOVE = (existence, scaling, full_marks, grades_in_reach)
"""What is asked of sections, the whole and grades once all items are sound."""


@dataclass(frozen=True, slots=True)
class _Alternative:
    """One alternative, taken alone: its option, the place of it, and the rubric's data as they then are."""

    at: Path
    option: Option
    data: Any

    def part(self, path: Path) -> Any:
        found = self.data
        for step in path:
            found = found[step]
        return found

    def problem(self, place: Place, code: str, parameters: Any) -> Problem:
        """A finding at the alternative: what is wrong in it stands nowhere else."""
        return place.problem(code, self.at, parameters, key=True)


def check(rubric: Rubric, place: Place, *, sound: bool) -> Iterator[Problem]:
    """Of a rubric that is `sound` otherwise, what stands above items is asked of each alternative too."""
    facts = possible_facts(rubric)
    for _, item, path in items(rubric):
        declared = [
            ((*where, "readings", number), reading, holder.clause)
            for holder, where in holders(item, path)
            for number, reading in enumerate(holder.readings)
        ]
        of = ItemChecks(path, rubric.common_before(item), facts)
        usual = {said(one) for one in of.wrong(place, item)} if declared else set[object]()
        for at, reading, clause in declared:
            found = list(_form(place, at, reading, clause))
            others = [] if found else _others(place, at, item, reading)
            for one in others:
                wrong = [each for each in _wrong(place, of, one) if said(each) not in usual]
                yield from wrong or _idle(place, of, item, one)
                if sound and not wrong:
                    yield from _above(rubric, place, one)
                    yield from _unproved(rubric, place, of, one)
            yield from found


def _others(place: Place, at: Path, item: Item, reading: Reading) -> list[_Alternative]:
    """Each alternative that is not chosen, taken alone."""
    return [
        _Alternative((*at, "options", name), option, patched(place.document.data, {f"{item.id}.{reading.id}": name}))
        for name, option in reading.options.items()
        if name != reading.chosen
    ]


def _wrong(place: Place, of: ItemChecks, one: _Alternative) -> Iterator[Problem]:
    """What is wrong in the item when an alternative is taken."""
    try:
        wrong = of.wrong_in(place, one.data)
    except Problems as found:
        yield from (one.problem(place, each.code, each.parameters) for each in found.problems)
        return
    yield from (one.problem(place, each.code, each.parameters) for each in wrong)
    holder = one.at[: len(of.path) + 2]
    rule, read = place.data(holder), one.part(holder)
    gone = dropped(place, of.path, rule, read, one.option.meaning)
    if gone:
        parameters = {"numbers": "、".join(gone), "option": one.at[-1], "clause": rule["clause"]}
        yield one.problem(place, "number-not-in-alternative", parameters)


def _idle(place: Place, of: ItemChecks, item: Item, one: _Alternative) -> Iterator[Problem]:
    """An alternative in which nothing is wrong, but which leaves its rule or veto as it is."""
    kind, number = one.at[len(of.path) : len(of.path) + 2]
    before, after = (getattr(each, str(kind))[number] for each in (item, _read(place, of, one)))
    if replace(before, readings=()) == replace(after, readings=()):
        found = one.problem(place, "patch-without-effect", {"option": one.at[-1]})
        yield replace(found, severity="warning")


def _read(place: Place, of: ItemChecks, one: _Alternative) -> Item:
    """The item as it is when the alternative is taken."""
    return validate(Item, place.document, one.part(of.path), of.path)


def _above(rubric: Rubric, place: Place, one: _Alternative) -> Iterator[Problem]:
    """What is wrong in sections, the whole and grades when an alternative is taken.

    Alternatives that change nothing of what these rest on are not looked at: it takes time.
    """
    other_points = one.data["points"] != place.document.data["points"]
    if not (other_points or rubric.shared or "applicable" in str(one.option.patch)):
        return
    with suppress(Problems, UnknownReference, Malformed):  # said of the item
        whole = validate(Rubric, place.document, one.data)
        wrong = [each for check in ABOVE for each in check.check(whole, place)]
        yield from (one.problem(place, each.code, each.parameters) for each in wrong)


def _unproved(rubric: Rubric, place: Place, of: ItemChecks, one: _Alternative) -> Iterator[Problem]:
    """What the rules of an item do not keep in an alternative, though they do as the text is read now."""
    read = _read(place, of, one)
    common = next(common for accounts, common in in_order(rubric) if accounts.item.id == read.id)
    changed = lower_item("", read, common)
    for each in broken(changed, common, of.facts):
        if each.code != "never-counts":  # another way to read a text may be that it takes nothing
            yield one.problem(place, each.code, each.parameters)


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
        patch = (*path, "options", name, "patch")
        if "readings" in option.patch:
            yield place.problem("patch-of-readings", (*patch, "readings"), key=True)
        gone = beyond(place.data(path[:-2]), option.patch)
        if gone is not None:
            parameters = {"key": ".".join(gone.way[:-1]), "found": gone.way[-1], "known": gone.known}
            yield place.problem("patch-beyond-list", (*patch, *gone.way), parameters, key=True)
