"""自评与省评对照 as plain tables: each unit at its first stage and at this one, and the items that were changed."""

from fractions import Fraction

from kaohe.messages import Language, say
from kaohe.render.words.cell_wording import heads, signed
from kaohe.results.batch_figures import BatchFigures, StagePair
from kaohe.results.plain_table import PlainTable, TableChart, TableColumn, TableRow, Value
from kaohe.results.summary import Summary, UnitScore

NAMED = 3
"""So many of the items that differ most are named."""


def stage_pair_table(figures: BatchFigures, language: Language) -> tuple[PlainTable, ...]:
    """Nothing where all units began with this stage."""
    summary, pairs = figures.summary, figures.pairs
    if not pairs:
        return ()
    first, now = (_stages(summary, units) for units in (summary.first, summary.units))
    rank, (difference,) = say("table.rank", language), heads(language, ("table.difference", "difference"))
    columns = (
        *heads(language, ("table.unit", "name")),
        TableColumn(first, "score"),
        TableColumn(now, "score"),
        difference,
        TableColumn(f"{rank}\n{first}", "rank"),
        TableColumn(f"{rank}\n{now}", "rank"),
        *heads(language, ("table.rank_move", "move")),
        *(TableColumn(f"{section.title}\n{difference.label}", "difference") for section in summary.sections),
        *heads(language, ("table.largest_differences", "long")),
    )
    decided = sum(pair.difference is not None for pair in pairs)
    chart = TableChart(say("table.stages_compared", language), 0, (1, 2), decided)
    rows = tuple(_row(pair, language) for pair in pairs)
    title, notes = say("table.compared", language), _notes(figures, language)
    return (PlainTable("compared", title, columns, rows, notes, chart=chart),)


def _notes(figures: BatchFigures, language: Language) -> tuple[str, ...]:
    """How to read it, and among whom the ranks are where that are others than in the ranking."""
    marks, summary = say("table.difference_marks", language), figures.summary
    among = sum(pair.climbed is not None for pair in figures.pairs)
    if summary.absent or among < sum(unit.total.score is not None for unit in summary.units):
        marks = say("table.sentences", language, first=marks, second=say("table.ranked_among", language, count=among))
    return (marks,)


def changed_item_table(figures: BatchFigures, language: Language) -> tuple[PlainTable, ...]:
    """Items whose scores are others than at the first stage, those of most units first."""
    if not figures.pairs:
        return ()
    columns = heads(
        language,
        *(("sheet.number", "text"), ("sheet.item", "name")),
        *(("table.units_changed", "number"), ("table.points_moved", "difference")),
    )
    rows = tuple(
        TableRow((one.item.number, one.item.title, Fraction(one.units), one.points), item=one.item.number)
        for one in figures.changed_items
    )
    notes = () if rows else (say("table.no_item_changed", language),)
    return (PlainTable("changed_items", say("table.changed_items", language), columns, rows, notes),)


def _stages(summary: Summary, units: tuple[UnitScore, ...]) -> str:
    labels = dict(summary.form.stages)
    return "、".join(dict.fromkeys(labels.get(unit.stage, unit.stage) for unit in units))


def _row(pair: StagePair, language: Language) -> TableRow:
    still_open = say("sheet.open", language)
    ranks: list[Value] = [
        None if rank is None else Fraction(rank) for rank in (pair.old_rank, pair.new_rank, pair.climbed)
    ]
    differences = [still_open if one is None else one for one in (pair.difference, *pair.differences)]
    values = (pair.now.unit, pair.first.total, pair.now.total, differences[0], *ranks, *differences[1:])
    return TableRow((*values, _largest(pair, language)), unit=pair.now.unit)


def _largest(pair: StagePair, language: Language) -> str:
    """The items that differ most, each on its line; of those that differ as much, the form's first."""
    lines = [f"{item.number} {item.title}（{signed(by)}）" for item, by in pair.moved[:NAMED]]
    return "\n".join(lines) or say("sheet.open" if pair.unknown else "table.no_difference", language)
