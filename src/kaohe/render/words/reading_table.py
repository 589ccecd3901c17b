"""What hangs on a reading, as plain tables: what each other reading changes, and for whom."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from kaohe.messages import Language, say
from kaohe.render.words.cell_wording import NOTHING, heads, signed
from kaohe.results.batch_figures import BatchFigures, ReadingEffect, UnitEffect
from kaohe.results.plain_table import PlainTable, TableRow, Value

NAMED = 10
"""So many units are named one by one."""


def reading_table(figures: BatchFigures, language: Language) -> tuple[PlainTable, ...]:
    """The alternatives that change some total; the others are counted in a note."""
    tried = len(figures.summary.switched)
    if not tried:
        return ()
    columns = heads(
        language,
        *(
            ("workbook.reading", "long"),
            ("workbook.words", "long"),
            ("workbook.chosen", "long"),
            ("table.switched_to", "long"),
        ),
        *(("table.changed_totals", "number"), ("table.sum_of_changes", "difference")),
        *(("table.largest_change", "text"), ("table.rank_moves", "long")),
    )
    silent = tried - len(figures.effects)
    notes = [say("table.switch_marks", language)]
    notes += [say("table.silent_alternatives", language, count=silent, all=tried)] if silent else []
    rows = tuple(_row(one, language) for one in figures.effects)
    return (PlainTable("switched", say("table.switched", language), columns, rows, tuple(notes)),)


def affected_tables(figures: BatchFigures, language: Language) -> tuple[PlainTable, ...]:
    """For each of these alternatives the units whose total or rank it changes."""
    return tuple(_affected(one, language) for one in figures.effects)


def _row(effect: ReadingEffect, language: Language) -> TableRow:
    one, still_open = effect.switched, say("sheet.open", language)
    total: Value = still_open if effect.total is None else effect.total
    by = effect.largest
    largest = f"{by.unit.unit} {signed(by.difference)}" if by and by.difference else still_open
    lead = one.reading, one.words, *_options(effect, language)
    return TableRow((*lead, Fraction(effect.changed), total, largest, moves(effect.moves, language)))


def _options(effect: ReadingEffect, language: Language) -> Iterator[str]:
    """The reading that was taken, and the other."""
    one = effect.switched
    for name, meaning in ((one.chosen, one.taken), (one.option, one.meaning)):
        yield say("workbook.option", language, name=name, meaning=meaning)


def moves(units: Sequence[UnitEffect], language: Language) -> str:
    """Each unit that changes its rank: 甲市 2→3."""
    told = [f"{one.unit.unit} {_rank(one.old_rank)}→{_rank(one.new_rank)}" for one in units]
    rest = len(told) - NAMED
    more = say("table.more_units", language, count=rest) if rest > 0 else ""
    return say("sheet.between_labels", language).join(told[:NAMED]) + more or NOTHING


def _rank(rank: int | None) -> str:
    return NOTHING if rank is None else str(rank)


def _affected(effect: ReadingEffect, language: Language) -> PlainTable:
    one = effect.switched
    taken, instead = _options(effect, language)
    columns = heads(
        language,
        *(("table.unit", "name"), ("table.total_now", "score"), ("table.total_then", "score")),
        *(("table.difference", "difference"), ("table.rank_now", "rank"), ("table.rank_then", "rank")),
    )
    rows = tuple(_concerned(unit, language) for unit in effect.units)
    option = f"--reading {one.reading}={one.option}"
    note = say("table.instead", language, taken=taken, instead=instead, option=option)
    return PlainTable("affected_units", say("table.passage", language, words=one.words), columns, rows, (note,))


def _concerned(one: UnitEffect, language: Language) -> TableRow:
    difference = say("sheet.open", language) if one.difference is None else one.difference
    ranks = (None if rank is None else Fraction(rank) for rank in (one.old_rank, one.new_rank))
    values = (one.unit.unit, one.unit.total, one.then, difference, *ranks)
    return TableRow(values, unit=one.unit.unit, marked=frozenset({4, 5} if one.moved else ()))
