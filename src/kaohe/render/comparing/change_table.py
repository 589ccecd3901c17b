"""Every difference of two rubrics as a plain table, in the new form's order."""

from collections.abc import Iterator
from dataclasses import replace

from kaohe.authoring.comparing.comparison import RubricComparison, Version
from kaohe.expr.numbers import plain
from kaohe.messages import Language, say
from kaohe.render.comparing.change_lines import ChangeLine
from kaohe.render.comparing.item_lines import item_lines
from kaohe.render.comparing.told_side import ToldSide
from kaohe.render.comparing.whole_lines import whole_lines
from kaohe.render.words.cell_wording import heads
from kaohe.results.plain_table import PlainTable, TableRow

SHA256 = 12


def change_lines(comparison: RubricComparison, language: Language) -> list[ChangeLine]:
    was, now = (ToldSide(side.rubric, language) for side in (comparison.old, comparison.new))
    return [*whole_lines(was, now), *(line for pair in comparison.items for line in item_lines(pair, was, now))]


def change_table(comparison: RubricComparison, language: Language) -> PlainTable:
    number, item, what, change = heads(
        language, ("sheet.number", "text"), ("sheet.item", "name"), ("compare.what", "text"), ("compare.change", "long")
    )
    lines = change_lines(comparison, language)
    rows = [
        TableRow((one.number, one.title, one.what, one.change), marked=frozenset({2} if one.marks else ()))
        for one in _once(lines)
    ]
    return PlainTable(
        name="rubric_changes",
        title=_title(comparison, language),
        columns=(number, replace(item, below=True), what, change),
        rows=tuple(rows),
        before=tuple(_notes(comparison, language)) if lines else (),
        after=() if lines else (say("compare.nothing", language),),
    )


def _title(comparison: RubricComparison, language: Language) -> str:
    old, new = comparison.old.rubric.title, comparison.new.rubric.title
    return say("compare.title" if old != new else "compare.same-title", language, old=old, new=new)


def called(version: Version, language: Language) -> str:
    one = version.rubric
    sha256 = version.sha256[:SHA256]
    return say("compare.called", language, id=one.id, points=plain(one.points), sha256=sha256)


def _once(lines: list[ChangeLine]) -> Iterator[ChangeLine]:
    """An item's name stands in the first of its lines alone."""
    before = ("", "")
    for one in lines:
        here = (one.number, one.title)
        yield replace(one, number="", title="") if here == before else one
        before = here


def _notes(comparison: RubricComparison, language: Language) -> Iterator[str]:
    yield say(
        "compare.way",
        language,
        old=called(comparison.old, language),
        new=called(comparison.new, language),
    )
    added = sum(one.old is None for one in comparison.items)
    gone = sum(one.new is None for one in comparison.items)
    changed = sum(one.changed for one in comparison.items) - added - gone
    same = len(comparison.items) - added - gone - changed
    figures = {"all": len(comparison.items), "changed": changed, "added": added, "gone": gone, "same": same}
    yield say("compare.counted", language, **figures)
    waiting = [f"{one.shown.number} {one.shown.item.title}" for one in comparison.waiting]
    if waiting:
        items = say("compare.names", language).join(waiting)
        yield say("compare.rechecks", language, count=len(waiting), items=items)
    yield say("compare.marks", language)
