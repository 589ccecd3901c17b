"""What `validate` asks of a part of a rubric that was changed: whether it can score, and whether it is told of it."""

from collections.abc import Mapping
from typing import Any

from kaohe.authoring.mutation.change import Path, at
from kaohe.backends.bounds import Facts
from kaohe.compiler.accounts import ItemAccounts
from kaohe.compiler.lowering import lower_item
from kaohe.compiler.possible_facts import possible_facts
from kaohe.formulas.scope import UnknownReference
from kaohe.formulas.tokens import Malformed
from kaohe.library.checks import grade_checks, references, sums, total_checks
from kaohe.library.checks.positions import Place
from kaohe.library.checks.proofs.claims_proved import broken
from kaohe.library.patches import NoSuchEntry
from kaohe.library.readings import clashes, patched, readings
from kaohe.problems import Problems, errors
from kaohe.rubric.model import Common, Item, Rubric
from kaohe.source import Document
from kaohe.source.models import validate

FIGURES = frozenset({"earns-too-much", "earns-too-little", "level-above-points", "band-below-base"})
"""Findings on the figures of a rule that scores all the same: who errs in one of them may err in all."""


class Soundness:
    """Asks for shape, names and types, not for the official text: who copies that wrongly errs in clause and rule."""

    def __init__(self, document: Document, rubric: Rubric) -> None:
        self.facts: Facts = possible_facts(rubric)
        self._place = Place(document)
        self._rubric = rubric
        self._items = {item.id: item for _, item in rubric.items()}

    def item(self, data: Any, path: Path, choices: Mapping[str, str]) -> tuple[Item, bool] | None:
        """The item at a path with readings taken, and whether its figures fit; None where it can't score."""
        try:
            if next(clashes(data, choices), None) is not None:
                return None
            item = validate(Item, self._place.document, at(patched(data, choices), path), path)
            found = references.check_item(self._place, item, path, self._common(item), self.facts)
        except (Problems, UnknownReference, Malformed, NoSuchEntry):
            return None
        codes = {one.code for one in errors(found)}
        return None if codes - FIGURES else (item, not codes)

    def whole(self, data: Any) -> Rubric | None:
        """The rubric where what stands above items can be had and its points add up; None where it is refused."""
        try:
            rubric = validate(Rubric, self._place.document, data)
            checks = (sums, total_checks, grade_checks)
            wrong = any(errors(check.check(rubric, self._place)) for check in checks)
        except (Problems, UnknownReference, Malformed):
            return None
        return None if wrong else rubric

    def keeps_its_word(self, item: Item) -> bool:
        """Whether what its rules promise holds for whatever facts."""
        common = self._common(item)
        return not any(broken(lower_item("", item, common), common, self.facts))

    def accounts(self, item: Item) -> ItemAccounts:
        return lower_item("", item, self._common(item))

    def _common(self, item: Item) -> Common:
        return self._rubric.common_before(self._items[item.id])


def known(data: Any, choices: Mapping[str, str]) -> Mapping[str, str]:
    """Those of the choices that the data have."""
    there = {name: one["options"] for name, _, one in readings(data)} if choices else {}
    return {name: option for name, option in choices.items() if option in there.get(name, ())}
