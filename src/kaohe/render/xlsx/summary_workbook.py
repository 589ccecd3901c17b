"""The summary workbook of a batch: a sheet for each part that has something to say; same figures, same bytes."""

from collections.abc import Sequence
from dataclasses import replace

from openpyxl.workbook import Workbook

from kaohe.messages import Language, say
from kaohe.render.words.batch_tables import batch_parts
from kaohe.render.xlsx.cells import prepare, safe_text
from kaohe.render.xlsx.file_bytes import file_bytes
from kaohe.render.xlsx.sealed_cells import seal
from kaohe.render.xlsx.table_grid import Grid, side_by_side, single
from kaohe.render.xlsx.xlsx_table import draw
from kaohe.results.batch_figures import BatchFigures
from kaohe.results.plain_table import PlainTable
from kaohe.results.summary import Summary

FIRST_STAGE = "self"  # what units report of themselves: no title needs to say so
ON_ONE_PAPER = frozenset({"leader"})
FOR_SCREENS = frozenset({"affected"})
"""Parts of a table for each of many readings, of which a workbook has the overview."""


def summary_bytes(figures: BatchFigures, language: Language) -> bytes:
    """The whole workbook as a file's content."""
    return file_bytes(summary_book(figures, language))


def summary_book(figures: BatchFigures, language: Language) -> Workbook:
    """The whole workbook with its seal."""
    summary, workbook = figures.summary, Workbook()
    prepare(workbook)
    workbook.properties.creator = "kaohe"
    workbook.properties.title = safe_text(_title(summary, say("workbook.summary", language), language))
    for name, tables in batch_parts(figures, language).items():
        if name not in FOR_SCREENS:
            title = say(f"table.{name}", language)
            draw(workbook.create_sheet(title), _grid(name, tables, summary, language))
    workbook.remove(workbook.worksheets[0])
    seal(workbook, workbook.properties.title, language)
    return workbook


def _grid(name: str, tables: Sequence[PlainTable], summary: Summary, language: Language) -> Grid:
    title, notes = _title(summary, say(f"table.{name}", language), language), (_general(summary, language),)
    if name == "sections":
        return side_by_side([_narrow(table) for table in tables], title, notes, language)
    (table,) = tables
    return replace(single(table, title, notes, language), one_paper=name in ON_ONE_PAPER)


def _title(summary: Summary, table: str, language: Language) -> str:
    """The form, the table, and the stage where it is not the first."""
    title = say("workbook.title_of", language, form=summary.form.title, table=table)
    labels = dict(summary.form.stages)
    stages = dict.fromkeys(labels.get(unit.stage, unit.stage) for unit in summary.units if unit.stage != FIRST_STAGE)
    return "".join([title, *(say("workbook.title_stage", language, stage=stage) for stage in stages)])


def _general(summary: Summary, language: Language) -> str:
    """How many units there are, of which year, and what can't be seen in their ranks."""
    years = sorted({unit.year for unit in summary.units if unit.year is not None})
    counts = {
        "count_units": len(summary.units),
        "count_open": sum(unit.total.state == "open" for unit in summary.units),
        "count_absent": len(summary.absent),
        "count_bad": len(summary.bad),
    }
    parts = [say("workbook.of_year", language, year=year) for year in years]
    sheets = {"sheet": say("table.left_out", language), "ranking": say("table.ranking", language)}
    parts += [say(f"workbook.{name}", language, count=n, **sheets) for name, n in counts.items() if n]
    return say("table.between_notes", language).join(parts)


def _narrow(table: PlainTable) -> PlainTable:
    """A section's ranking without 得分率: what is left fits beside the others on one page."""
    return table.only([place for place, column in enumerate(table.columns) if column.kind != "share"])
