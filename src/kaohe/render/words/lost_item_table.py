"""Where points were lost, as a plain table: every item by what all units together lost on it."""

from fractions import Fraction

from kaohe.messages import Language, say
from kaohe.render.words.cell_wording import heads
from kaohe.results.batch_figures import BatchFigures, Loss
from kaohe.results.plain_table import PlainTable, TableChart, TableRow, Value

CHARTED = 10


def lost_item_table(figures: BatchFigures, language: Language) -> tuple[PlainTable, ...]:
    """The largest loss first; items on which every unit lost are marked, those on which none did are counted."""
    items = figures.losses.items
    found = sorted((one for one in items if not one.nobody), key=lambda one: -(one.lost or 0))
    still_open = any(one.undecided for one in found)
    columns = heads(
        language,
        *(("sheet.number", "text"), ("sheet.item", "name"), ("sheet.points", "number")),
        *(("table.lost", "number"), ("table.share_of_lost", "share"), ("table.losers", "number")),
        *((("table.undecided", "number"),) if still_open else ()),
        ("table.loss_rate", "share"),
    )
    rows = tuple(_row(one, language, still_open=still_open) for one in found)
    notes = say("table.loss_meaning", language), _note(items, language, still_open=still_open)
    charted = sum(bool(one.lost) for one in found[:CHARTED])
    chart = TableChart(say("table.lossy_items", language, count=charted), 1, (3,), charted, upward=False)
    return (PlainTable("lost_items", say("table.lost_items", language), columns, rows, notes, chart=chart),)


def _row(loss: Loss, language: Language, *, still_open: bool) -> TableRow:
    item, lost = loss.heading, say("sheet.open", language) if loss.lost is None else loss.lost
    undecided = [Fraction(loss.undecided)] if still_open else []
    values: tuple[Value, ...] = (
        *(item.number, item.title, item.points, lost, loss.share, Fraction(loss.losers)),
        *undecided,
        loss.rate,
    )
    return TableRow(values, item=item.number, marked=frozenset((1, 5) if loss.everyone else ()))


def _note(items: tuple[Loss, ...], language: Language, *, still_open: bool) -> str:
    """The order, what is marked, and how many items have cost nobody anything."""
    marked, unhurt = sum(one.everyone for one in items), sum(one.nobody for one in items)
    parts = [say("table.largest_first", language)]
    parts += [say("table.everyone_lost" if marked else "table.nothing_lost_by_everyone", language, count=marked)]
    parts += [say("table.unhurt_items", language, count=unhurt)] if unhurt else []
    parts += [say("table.open_items", language)] if still_open else []
    return say("table.between_notes", language).join(parts)
