"""A drafted item as a whole passes the checks of a rubric, or its clauses are left to do."""

from collections.abc import Mapping
from typing import Any

from kaohe.authoring.drafting.drafted_item import DraftedItem
from kaohe.authoring.drafting.drafting_item import Item
from kaohe.authoring.drafting.sound_clauses import NAME, rubric_of
from kaohe.library import checks
from kaohe.problems import Problem, errors
from kaohe.source.program_data import document_of

_LEFT = ("todo-of-item", "todo-of-form")


def what_is_wrong(item: Item, made: Mapping[str, Any]) -> Problem | None:
    """The first finding that is none of what is left to do: what was read by itself may not fit together."""
    row = {key: one for key, one in made.items() if key != "comments"}
    document = document_of(rubric_of(item.parameters, row, row["points"]), NAME)
    return next((one for one in errors(checks.problems(document)) if one.code not in _LEFT), None)


def left_to_do(item: Item, found: DraftedItem, wrong: Problem) -> DraftedItem:
    """Every clause of the item; the one at fault says why, or all of them where it is none."""
    holders = {"rules": found.rules, "vetoes": found.vetoes, "non_scoring": found.non_scoring}
    clauses = {(name, number): one["clause"] for name, held in holders.items() for number, one in enumerate(held)}
    fault = wrong.keys[4:6]
    unsound, beside = item.say("why-unsound", problem=wrong.message(item.language)), item.say("why-beside")
    todo = [
        {"clause": clause, "why": unsound if key == fault or fault not in clauses else beside}
        for key, clause in clauses.items()
    ]
    return DraftedItem(todo=[*todo, *found.todo])
