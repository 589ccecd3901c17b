"""A unit's remarks on the whole form: on an item, on a fact of it, on a fact that all items share."""

from kaohe.results.sheet import SheetNote
from kaohe.scoring.told_notes import told_notes
from kaohe.submission.unit_notes import UnitNote
from support.compiled_once import compiled
from support.entries import EVERY_KIND


def test_each_with_what_it_is_about() -> None:
    of = compiled(EVERY_KIND)
    shared = next(iter(of.reader.groups["shared"]))
    (number, item), *_ = of.rubric.items()
    fact = next(iter(of.reader.groups[item.id]))
    notes = (UnitNote("shared", shared, "三"), UnitNote(item.id, "", "一"), UnitNote(item.id, fact, "二"))
    label = of.reader.groups[item.id][fact].indicator.label
    assert list(told_notes(of, notes)) == [
        SheetNote("", "shared", shared, of.reader.groups["shared"][shared].indicator.label, "三"),
        SheetNote(number, item.id, "", item.title, "一"),
        SheetNote(number, item.id, fact, label, "二"),
    ]
