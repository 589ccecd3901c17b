"""The list that is made public (公示): ranks, names, scores, and grades where there are any; no facts, no reasons."""

from collections.abc import Iterator
from dataclasses import replace

from kaohe.messages import Language, say
from kaohe.render.words.ranking_table import ranking_table, section_tables
from kaohe.results.batch_figures import BatchFigures
from kaohe.results.plain_table import PlainTable
from kaohe.results.summary import Summary

SHOWN = ("table.rank", "table.unit", "table.total", "sheet.score", "table.grade")
"""The labels of the columns that anybody may see."""


def public_tables(figures: BatchFigures, language: Language, *, sections: bool) -> tuple[PlainTable, ...]:
    """By total, and then, if they are wanted, by each section."""
    (whole,) = ranking_table(figures, language)
    several = section_tables(figures, language) if sections else ()
    first = replace(whole, title=say("public.total", language), chart=None)
    return tuple(_public(table, language) for table in (first, *several))


def public_title(summary: Summary, language: Language) -> str:
    """The form's title."""
    return say("public.title", language, form=summary.form.title)


def public_line(summary: Summary, stage: str, language: Language) -> str:
    """The year, the stage, how many units."""
    return say("report.between_facts", language).join(_said(summary, stage, language))


def _said(summary: Summary, stage: str, language: Language) -> Iterator[str]:
    for year in sorted({unit.year for unit in summary.units if unit.year is not None}):
        yield say("report.of_year", language, year=year)
    yield dict(summary.form.stages)[stage]
    yield say("public.count", language, count=len(summary.units))


def _public(table: PlainTable, language: Language) -> PlainTable:
    labels = {say(code, language) for code in SHOWN}
    shown = table.only([place for place, column in enumerate(table.columns) if column.label in labels])
    return replace(shown, rows=tuple(replace(row, unit="", item="") for row in shown.rows))
