"""The notes: what was scored, by which rubric, in which reading, and what is still missing."""

from collections.abc import Iterator, Sequence

from openpyxl.worksheet.worksheet import Worksheet

from kaohe import __version__
from kaohe.expr.numbers import plain
from kaohe.messages import Language, say
from kaohe.render.words.sheet_wording import unsettled
from kaohe.render.xlsx.cells import SIZE, TALLEST, Style, banner, bounds, merge, put_row, set_paper, widen
from kaohe.render.xlsx.paper_layout import Row, rows
from kaohe.results.dossier import Dossier
from kaohe.results.seal_text import digest
from kaohe.results.sheet import Sheet

WIDTHS = (196.0, 124.0, 190.0, 232.0)

Table = tuple[str, Sequence[str], Sequence[tuple[str, ...]]]


def fill(page: Worksheet, dossier: Dossier, language: Language) -> None:
    """Draw the notes on the latest stage on an empty page."""
    sheet = dossier.last
    widen(page, WIDTHS)
    banner(page, 1, say("workbook.notes_of", language, unit=sheet.unit), "title", WIDTHS)
    row = 2
    for name, value in _facts(dossier, language):
        row = _put(page, row, (say(f"workbook.{name}", language), value), ("strong", "text"))
    for title, headings, lines in (_readings(sheet, language), _missing(sheet), _problems(sheet, language)):
        banner(page, row, say(f"workbook.{title}", language), "attachment", WIDTHS)
        row = _table(page, row + 1, headings, lines, language)
    set_paper(page, shrink=True)


def _facts(dossier: Dossier, language: Language) -> Iterator[tuple[str, str]]:
    sheet, seal = dossier.last, dossier.seal()
    yield "unit", sheet.unit
    yield "year", "" if sheet.year is None else str(sheet.year)
    yield "stage", dict(sheet.form.stages)[sheet.stage]
    yield "rubric", sheet.form.title
    yield "rubric_id", sheet.form.id
    yield "sha256", sheet.form.sha256
    yield "version", __version__
    if seal:
        yield "facts_sha256", digest(seal)
    if not sheet.scored:
        yield "score", unsettled(sheet, language)
    elif sheet.score is None:
        yield "settled", plain(sheet.settled)
        yield "pending", plain(sheet.pending)
        yield "bounds", bounds(sheet.low, sheet.high, language)
    else:
        score, points = plain(sheet.score), plain(sheet.points)
        yield "score", say("workbook.of_points", language, score=score, points=points)


def _readings(sheet: Sheet, language: Language) -> Table:
    def option(name: str, meaning: str) -> str:
        return say("workbook.option", language, name=name, meaning=meaning)

    lines = [
        (
            reading.id,
            reading.words,
            option(reading.chosen, reading.meaning),
            "\n".join(option(name, meaning) for name, meaning in reading.others),
        )
        for reading in sheet.readings
    ]
    return "readings", ("reading", "words", "chosen", "others"), lines


def _missing(sheet: Sheet) -> Table:
    titles = {item.id: item.title for section in sheet.sections for item in section.items}
    lines = [
        (fact.number, titles.get(fact.item, fact.item), f"{fact.item}.{fact.indicator}", fact.label)
        for fact in sheet.missing
    ]
    return "missing", ("number", "item", "indicator", "label"), lines


def _problems(sheet: Sheet, language: Language) -> Table:
    return "problems", (), [(problem.message(language),) for problem in sheet.problems]


def _table(
    page: Worksheet, row: int, headings: Sequence[str], lines: Sequence[tuple[str, ...]], language: Language
) -> int:
    """A table under its headings, or the word for none; the row after it comes back."""
    if not lines:
        return _put(page, row, (say("workbook.nothing", language),), ("text",))
    if headings:
        names = [say(f"workbook.{heading}", language) for heading in headings]
        row = _put(page, row, names, ["heading"] * len(names))
    for line in lines:
        row = _put(page, row, line, ["text"] * len(line))
    return row


def _put(page: Worksheet, row: int, cells: Sequence[str], styles: Sequence[Style]) -> int:
    """A row whose last cell takes what is left of the width; the row after it comes back."""
    last = len(cells)
    widths = (*WIDTHS[: last - 1], sum(WIDTHS[last - 1 :]))
    for line in rows(cells, widths, SIZE, TALLEST):
        rest = len(WIDTHS) - last
        put_row(page, row, Row((*line.values, *[""] * rest), line.height), (*styles, *[styles[-1]] * rest))
        if rest:
            merge(page, (row, row), (last, len(WIDTHS)))
        row += 1
    return row
