"""A unit's own remarks on its facts (备注), as its sheet shows them."""

from collections.abc import Iterator

from kaohe.results.sheet import SheetNote
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.submission.unit_notes import UnitNote


def told_notes(compiled: CompiledRubric, notes: tuple[UnitNote, ...]) -> Iterator[SheetNote]:
    """In the order in which the unit has written them."""
    numbers = {item.id: number for number, item in compiled.rubric.items()}
    for one in notes:
        place = compiled.reader.groups[one.item].get(one.fact)
        label = compiled.reader.titles[one.item] if place is None else place.indicator.label
        yield SheetNote(numbers.get(one.item, ""), one.item, one.fact, label, one.text)
