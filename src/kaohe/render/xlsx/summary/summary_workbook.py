"""The summary workbook of a batch: rankings, scores, losses, files left out; same summary, same bytes."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from io import BytesIO

from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from kaohe.expr.numbers import plain
from kaohe.messages import Language, say
from kaohe.problems import Problem
from kaohe.render.xlsx.bar_charts import Bars
from kaohe.render.xlsx.cells import Style, banner, prepare, put_rows, safe_text, set_paper, widen
from kaohe.render.xlsx.figures_table import Table, draw
from kaohe.render.xlsx.paper_layout import Value
from kaohe.render.xlsx.pen import CENTRED, Cell, Ink
from kaohe.render.xlsx.summary.item_figures import MOST_UNITS_ACROSS, losses, scores, shown
from kaohe.render.xlsx.summary.item_losses import ranked_losses
from kaohe.render.xlsx.summary.reading_page import switched_readings
from kaohe.render.xlsx.summary.stage_page import against_first
from kaohe.render.xlsx.workbook import timeless
from kaohe.results.score_range import ScoreRange
from kaohe.results.summary import BadFile, Heading, Ranked, Summary, graded, ranking

FIRST_STAGE = "self"  # what units report of themselves: no title needs to say so
UNIT, TOTAL = 2, 3
"""Columns that the chart of totals names."""
Make = Callable[[Summary, str, tuple[str, ...], Language], Table]
BAD_WIDTHS = (190.0, 124.0, 136.0, 292.0)


def summary_bytes(summary: Summary, language: Language) -> bytes:
    """The whole workbook as a file's content."""
    workbook = Workbook()
    prepare(workbook)
    workbook.properties.creator = "kaohe"
    workbook.properties.title = safe_text(_title(summary, "summary", language))
    for name, table in _tables(summary, language).items():
        draw(workbook.create_sheet(say(f"workbook.{name}", language)), table)
    if summary.bad:
        _bad_files(workbook.create_sheet(say("workbook.bad_files", language)), summary, language)
    workbook.remove(workbook.worksheets[0])
    file = BytesIO()
    workbook.save(file)
    return timeless(file.getvalue())


def _tables(summary: Summary, language: Language) -> dict[str, Table]:
    general = _general(summary, language)
    is_open = any(unit.total.score is None for unit in summary.units)
    lost = say("workbook.loss_marks", language)
    if is_open:
        lost = f"{lost}{say('workbook.open_not_counted', language)}"
    tables: dict[str, Table] = {
        "ranking": _total_ranking(summary, (general,), language),
        "section_rankings": _section_rankings(summary, (general,), language),
    }
    more: dict[str, tuple[Make, bool, tuple[str, ...]]] = {
        "against_first": (against_first, bool(summary.first), (general,)),
        "scores": (scores, True, (general,)),
        "losses": (losses, True, (general, lost)),
        "ranked_losses": (ranked_losses, True, (general,)),
        "switched": (switched_readings, bool(summary.switched), (general,)),
    }
    for name, (make, wanted, notes) in more.items():
        if wanted:
            tables[name] = make(summary, _title(summary, name, language), notes, language)
    return tables


def _title(summary: Summary, name: str, language: Language) -> str:
    """The form, the table, and the stage where it is not the first."""
    title = say("workbook.title_of", language, form=summary.form.title, table=say(f"workbook.{name}", language))
    labels = dict(summary.form.stages)
    stages = dict.fromkeys(labels.get(unit.stage, unit.stage) for unit in summary.units if unit.stage != FIRST_STAGE)
    return "".join([title, *(say("workbook.title_stage", language, stage=stage) for stage in stages)])


def _general(summary: Summary, language: Language) -> str:
    """How many units there are, of which year, and what can't be seen in their ranks."""
    years = sorted({unit.year for unit in summary.units if unit.year is not None})
    counts = {
        "count_units": len(summary.units),
        "count_open": sum(unit.total.score is None for unit in summary.units),
        "count_bad": len(summary.bad),
    }
    parts = [say("workbook.of_year", language, year=year) for year in years]
    sheet = say("workbook.bad_files", language)
    parts += [say(f"workbook.{name}", language, count=n, sheet=sheet) for name, n in counts.items() if n]
    return say("workbook.between_notes", language).join(parts)


def _total_ranking(summary: Summary, notes: tuple[str, ...], language: Language) -> Table:
    names = [say(f"workbook.{name}", language) for name in ("rank", "unit", "total_score", "rate")]
    sections = [_headed(section, language) for section in summary.sections]
    grades = graded(summary) if summary.form.grades else None
    grade = [] if grades is None else [say("workbook.grade", language)]
    return Table(
        title=_title(summary, "ranking", language),
        notes=notes,
        heads=[[*names, *grade, *sections, say("workbook.count_missing", language)]],
        body=[_ranked_unit(ranked, grades, language) for ranked in ranking(summary.units)],
        lead=2,
        bars=_ranked_bars(summary, language),
    )


def _ranked_bars(summary: Summary, language: Language) -> Bars | None:
    """The totals that are decided, which come first; none where there is one, or more than can be told apart."""
    decided = sum(unit.total.score is not None for unit in summary.units)
    points = plain(sum((section.points for section in summary.sections), Fraction(0)))
    title = say("workbook.totals_charted", language, points=points)
    return Bars(title, decided, UNIT, (TOTAL,), above=False) if 1 < decided <= MOST_UNITS_ACROSS else None


def _ranked_unit(ranked: Ranked, grades: Mapping[str, str] | None, language: Language) -> list[Cell]:
    rank, unit, score = _place(ranked, language)
    sections: list[Cell] = [(shown(section, language), CENTRED) for section in ranked.unit.sections]
    rate = (_rate(ranked.standing), Ink("centred", "0.00%"))
    grade: list[Cell] = []
    if grades is not None:
        grade.append((grades.get(ranked.unit.path, say("workbook.open", language)), CENTRED))
    return [rank, unit, score, rate, *grade, *sections, (Fraction(ranked.unit.missing), CENTRED)]


def _place(ranked: Ranked, language: Language) -> tuple[Cell, Cell, Cell]:
    """Rank, unit and score."""
    rank: Value = "—" if ranked.rank is None else Fraction(ranked.rank)
    return (rank, CENTRED), (ranked.unit.unit, CENTRED), (shown(ranked.standing, language), CENTRED)


def _rate(standing: ScoreRange) -> Value:
    if standing.score is None or not standing.points:
        return "—"
    return standing.score / standing.points


def _headed(section: Heading, language: Language) -> str:
    return f"{section.title}\n{say('workbook.section_points', language, points=plain(section.points))}"


def _section_rankings(summary: Summary, notes: tuple[str, ...], language: Language) -> Table:
    """Every section's ranking, side by side with a gap between."""
    names = [say(f"workbook.{name}", language) for name in ("rank", "unit", "score")]
    groups = [ranking(summary.units, place) for place in range(len(summary.sections))]
    lines = zip(*groups, strict=True)
    firsts = range(1, 4 * len(groups), 4)
    titles: list[Value | None] = []
    for section in summary.sections:
        titles += [_headed(section, language), "", "", None]
    return Table(
        title=_title(summary, "section_rankings", language),
        notes=notes,
        heads=[titles[:-1], [*names, *(name for _ in groups[1:] for name in (None, *names))]],
        body=[[cell for ranked in line for cell in (*_place(ranked, language), None)][:-1] for line in lines],
        lead=0,
        joined=tuple((first, first + 2) for first in firsts),
    )


def _bad_files(page: Worksheet, summary: Summary, language: Language) -> None:
    """Every file that gave no sheet, with all that was found in it."""
    widen(page, BAD_WIDTHS)
    banner(page, 1, _title(summary, "bad_files", language), "title", BAD_WIDTHS)
    heads = [say(f"workbook.{name}", language) for name in ("file", "place", "code", "message")]
    lines: list[tuple[list[str], Style]] = [(heads, "heading")]
    for bad in summary.bad:
        lines += [([bad.path, *_found(bad, problem, language)], "text") for problem in bad.problems]
        if not bad.problems:
            lines.append(([bad.path, "", "", ""], "text"))
    _write(page, lines)
    set_paper(page, shrink=True)
    page.print_title_rows = "2:2"
    page.freeze_panes = "A3"


def _found(bad: BadFile, problem: Problem, language: Language) -> list[str]:
    """Where in the file, what, and in words; the place names a file only where it is another one."""
    whole = say("workbook.whole_file", language)
    place = whole if problem.place == bad.path else problem.place.removeprefix(f"{bad.path}:")
    return [place, problem.code, problem.message(language)]


def _write(page: Worksheet, lines: list[tuple[list[str], Style]]) -> None:
    row = 2
    for cells, style in lines:
        row = put_rows(page, row, cells, [style] * len(BAD_WIDTHS), BAD_WIDTHS)
