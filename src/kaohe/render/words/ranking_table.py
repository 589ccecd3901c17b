"""Who stands where, as plain tables: the ranking by total, and one for each section."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from kaohe.messages import Language, say
from kaohe.render.words.absent_wording import come_so_far, listed
from kaohe.render.words.cell_wording import heads
from kaohe.render.words.sheet_wording import number, unsettled
from kaohe.results.batch_figures import BatchFigures
from kaohe.results.plain_table import PlainTable, TableChart, TableColumn, TableRow, Value
from kaohe.results.summary import AbsentUnit, Heading, Ranked, Summary, graded, ranking


def ranking_table(figures: BatchFigures, language: Language) -> tuple[PlainTable, ...]:
    """By total, with the scores of the sections; totals that are decided have bars."""
    summary, ranked = figures.summary, ranking(figures.summary.units)
    grades = graded(summary)
    columns = (
        *heads(
            language, ("table.rank", "rank"), ("table.unit", "name"), ("table.total", "score"), ("table.rate", "share")
        ),
        *_grade_heads(grades, language),
        *(TableColumn(_headed(section, language), "score") for section in summary.sections),
        *heads(language, ("table.count_missing", "number")),
    )
    title = say("table.totals_charted", language, points=number(figures.losses.whole.heading.points))
    chart = TableChart(title, 1, (2,), sum(one.rank is not None for one in ranked), above=False)
    rows = [_ranked(one, grades, language) for one in ranked]
    rows += [_absent(one, summary, len(columns), language) for one in summary.absent]
    notes = tuple(_who_is_absent(summary, language))
    return (PlainTable("ranking", say("table.ranking", language), columns, tuple(rows), notes, chart=chart),)


def section_tables(figures: BatchFigures, language: Language) -> tuple[PlainTable, ...]:
    """A ranking by each section's score, with its grades where it has some."""
    return tuple(_section(figures.summary, place, language) for place in range(len(figures.summary.sections)))


def _section(summary: Summary, place: int, language: Language) -> PlainTable:
    one = summary.sections[place]
    grades = graded(summary, one.id)
    columns = heads(
        language, ("table.rank", "rank"), ("table.unit", "name"), ("sheet.score", "score"), ("table.rate", "share")
    )
    return PlainTable(
        name="section",
        title=say("table.section", language, number=one.number, title=one.title, points=number(one.points)),
        columns=(*columns, *_grade_heads(grades, language)),
        rows=tuple(
            TableRow((*_place(ranked), *_grade(ranked, grades, language)), unit=ranked.unit.unit, item=one.number)
            for ranked in ranking(summary.units, place)
        ),
    )


def _headed(section: Heading, language: Language) -> str:
    """Its title over its points."""
    return f"{section.title}\n{say('workbook.section_points', language, points=number(section.points))}"


def _ranked(one: Ranked, grades: Mapping[str, str] | None, language: Language) -> TableRow:
    cells = (*_place(one), *_grade(one, grades, language), *one.unit.sections, Fraction(one.unit.missing))
    return TableRow(cells, unit=one.unit.unit)


def _absent(one: AbsentUnit, summary: Summary, width: int, language: Language) -> TableRow:
    """A unit without a rank: in place of its total, how far it has come."""
    told = (None, one.unit, come_so_far(one, dict(summary.form.stages), language))
    return TableRow((*told, *[None] * (width - len(told))), unit=one.unit if one.reached else "")


def _who_is_absent(summary: Summary, language: Language) -> Iterator[str]:
    if not summary.absent:
        return
    labels = dict(summary.form.stages)
    told = {"stage": labels[summary.stage], "count": len(summary.absent)}
    yield say("table.absent_below", language, units=listed(summary.absent, labels, language), **told)
    due = [one.unit for one in summary.absent if one.due]
    if due:
        yield say("table.absent_due", language, units=say("table.between_names", language).join(due))


def _grade_heads(grades: Mapping[str, str] | None, language: Language) -> tuple[TableColumn, ...]:
    return () if grades is None else tuple(heads(language, ("table.grade", "text")))


def _grade(one: Ranked, grades: Mapping[str, str] | None, language: Language) -> tuple[str, ...]:
    return () if grades is None else (grades.get(one.unit.path, unsettled(one.standing, language)),)


def _place(one: Ranked) -> tuple[Value, ...]:
    """Rank, unit, score, and 得分率 where the score is decided and there are points."""
    score, points = one.standing.score, one.standing.points
    rate = score / points if score is not None and points else None
    return None if one.rank is None else Fraction(one.rank), one.unit.unit, one.standing, rate
