"""What a unit's file says, made of its row of facts: all that is there, in the rubric's order, as files write it."""

from collections.abc import Iterator, Sequence
from typing import Any

from kaohe.compiler.row_layout import RowLayout
from kaohe.formulas.scope import PARAMETERS
from kaohe.submission.reader import Values
from kaohe.submission.stray_keys import INDICATORS
from kaohe.submission.unit_notes import UnitNote
from kaohe.submission.written_facts import by_item


def unit_data(layout: RowLayout, rubric: str, values: Values) -> dict[str, Any]:
    """The data of a file from which the same row is read: what is missing is left out, what is none stays."""
    head = {"rubric": rubric, "unit": values.unit, "year": values.year, "stage": values.stage}
    found: dict[str, Any] = {key: one for key, one in head.items() if one is not None}
    indicators = by_item((fact for fact in layout.facts if fact.indicator.asked), values.row)
    parameters = indicators.pop("", None)
    found |= {PARAMETERS: parameters} if parameters else {}
    found[INDICATORS] = indicators
    if values.notes:
        found["notes"] = dict(_notes(values.notes))
    return found


def _notes(notes: Sequence[UnitNote]) -> Iterator[tuple[str, Any]]:
    """By their items: what is said of the whole, of its facts, or of both."""
    for item in dict.fromkeys(one.item for one in notes):
        whole = [one.text for one in notes if one.item == item and not one.fact]
        facts = {one.fact: one.text for one in notes if one.item == item and one.fact}
        both = [*whole, *([facts] if facts else [])]
        yield item, both if len(both) > 1 else both[0]
