"""Every change of the province (省厅改动) as a plain table: unit by unit, each with its reason and its points."""

from collections.abc import Sequence
from fractions import Fraction

from kaohe.messages import Language, say
from kaohe.render.words.cell_wording import heads, signed
from kaohe.results.batch_figures import BatchFigures
from kaohe.results.causes import Cause
from kaohe.results.plain_table import PlainTable, TableRow, Value
from kaohe.results.province_changes import ProvinceChange
from kaohe.results.summary import Heading, Summary


def province_change_table(figures: BatchFigures, language: Language) -> tuple[PlainTable, ...]:
    """In the units' order, stage by stage; nothing where all units stand at the stage that they began with."""
    summary = figures.summary
    if not summary.first:
        return ()
    columns = heads(
        language,
        *(("table.unit", "name"), ("table.stage", "text"), ("sheet.number", "text"), ("sheet.item", "long")),
        *(("stage.subject", "long"), ("stage.old", "long"), ("stage.new", "long"), ("stage.moved", "difference")),
        *(("stage.cause", "text"), ("stage.reason", "long"), ("stage.by", "long"), ("stage.on", "text")),
    )
    rows = tuple(_row(one, summary, language) for one in summary.changes)
    notes = (changes_counted(summary.changes, language), *((say("table.changes_add_up", language),) if rows else ()))
    return (PlainTable("changes", say("table.changes", language), columns, rows, notes),)


def changes_counted(changes: Sequence[ProvinceChange], language: Language) -> str:
    """How many there are, and what they come to; those whose points are open are in no sum."""
    points = [one.cause.total for one in changes]
    known = [one for one in points if one is not None]
    up, down = [one for one in known if one > 0], [one for one in known if one < 0]
    return say(
        "table.changes_counted" if changes else "table.no_changes",
        language,
        count=len(changes),
        units=len({one.path for one in changes}),
        up=len(up),
        gained=signed(sum(up, Fraction(0))),
        down=len(down),
        lost=signed(sum(down, Fraction(0))),
        idle=known.count(Fraction(0)),
        open=len(points) - len(known),
        sum=signed(sum(known, Fraction(0))),
    )


def changed_items(cause: Cause, items: Sequence[Heading]) -> list[Heading]:
    """The item that a cause names, else all those whose scores it moved."""
    moved = {one.id for one in cause.moved if one.level == "item"}
    return [one for one in items if (one.id == cause.item if cause.item else one.id in moved)]


def _row(change: ProvinceChange, summary: Summary, language: Language) -> TableRow:
    cause, items = change.cause, changed_items(change.cause, summary.items)
    points: Value = say("sheet.open", language) if cause.total is None else cause.total
    stage = dict(summary.form.stages).get(change.stage, change.stage)
    what = ("\n".join(one.number for one in items), "\n".join(one.title for one in items), cause.subject)
    why = (say(f"stage.{cause.kind}", language), cause.reason, cause.by, cause.on)
    values = (change.unit, stage, *what, cause.old, cause.new, points, *why)
    return TableRow(values, unit=change.unit, item=cause.number if len(items) == 1 else "")
