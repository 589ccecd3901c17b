"""One unit's page: its result, its scored sheet, why its stages differ, and how doubtful words were read."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from kaohe.messages import Language, say
from kaohe.render.html.figures import short
from kaohe.render.html.html_table import drawn
from kaohe.render.html.link_anchors import row_anchor, unit_anchor
from kaohe.render.html.markup import Content, Markup, element
from kaohe.render.html.page_parts import facts
from kaohe.render.html.unit.scored_sheet import scored_sheet
from kaohe.render.words import sheet_wording
from kaohe.render.words.cell_wording import NOTHING, percent
from kaohe.render.words.evidence_table import evidence_tables
from kaohe.render.words.explanation_tables import explanation_tables
from kaohe.render.words.reconciliation_table import reconciliation_tables
from kaohe.render.words.sheet_wording import number
from kaohe.results.dossier import Dossier
from kaohe.results.plain_table import PlainTable
from kaohe.results.sheet import ReadingTaken, Sheet


def page(dossier: Dossier, language: Language, anchor: str = "") -> str:
    """All that stands on a unit's page below its name; the report puts it into its frame.

    `anchor` is the page's name where it is not the unit's own.
    """
    sheet, anchor = dossier.last, anchor or unit_anchor(dossier.last.unit)
    parts: list[Content] = [
        [element("p", one, class_="left-out") for one in sheet_wording.on_face(sheet, language)],
        facts(_facts(sheet, language)),
        _missing(sheet, anchor, language),
        scored_sheet(dossier, anchor, language),
        _explanations(dossier, anchor, language),
        [_listed(table, anchor, language) for table in reconciliation_tables(dossier, language)],
        [_listed(table, anchor, language) for table in _evidence(dossier, language)],
        _notes(sheet, language),
        _readings(sheet.readings, language),
        _problems(sheet, language),
    ]
    return Markup("\n".join(element("div", one, class_="block") for one in parts if one))


def _listed(table: PlainTable, anchor: str, language: Language) -> Content:
    return element("h3", table.title), drawn(table, language, anchor)


def _explanations(dossier: Dossier, anchor: str, language: Language) -> Content:
    """Each item that lost points with all that can be said of it, which opens with a click."""
    if not dossier.explanations:
        return ()
    blocks = []
    for one in dossier.explanations:
        summary = element("summary", f"{one.item.number} {one.item.title}")
        tables = [_listed(table, anchor, language) for table in explanation_tables(one, language)]
        blocks.append(element("details", summary, tables, class_="explanation"))
    return element("h3", say("explanation.title", language)), blocks


def _evidence(dossier: Dossier, language: Language) -> tuple[PlainTable, ...]:
    return () if dossier.evidence is None else evidence_tables(dossier, language)


def _facts(sheet: Sheet, language: Language) -> Iterator[tuple[str, Content]]:
    points = number(sheet.points)
    if not sheet.scored:
        yield say("table.total", language), sheet_wording.unsettled(sheet, language)
    elif sheet.score is None:
        yield say("table.total", language), sheet_wording.settled(sheet, language)
    else:
        yield (
            say("table.total", language),
            say("report.of_points", language, score=number(sheet.score), points=points),
        )
        yield say("table.rate", language), percent(sheet.score / sheet.points) if sheet.points else NOTHING
    if sheet.year is not None:
        yield say("report.year", language), str(sheet.year)
    yield say("report.stage", language), sheet_wording.stage(sheet)
    if sheet.grade is not None:
        yield say("table.grade", language), sheet_wording.grade(sheet.grade, language)
    yield say("table.count_missing", language), str(len(sheet.missing))
    yield say("report.rubric", language), f"{sheet.form.id} {short(sheet.form)}"


def _missing(sheet: Sheet, anchor: str, language: Language) -> Content:
    if not sheet.missing:
        return ()
    known = {item.number for section in sheet.sections for item in section.items}
    lines = [
        element(
            "li",
            element("a", number_, href=f"#{row_anchor(anchor, number_)}") if number_ in known else "",
            f" {labels}",
        )
        for number_, labels in sheet_wording.missing_by_item(sheet.missing, language).items()
    ]
    return element("h3", say("report.missing", language, count=len(sheet.missing))), element(
        "ul", lines, class_="listing"
    )


def _notes(sheet: Sheet, language: Language) -> Content:
    if not sheet.notes:
        return ()
    lines = [element("li", sheet_wording.note(one, language)) for one in sheet.notes]
    title = say("sheet.notes", language, count=len(sheet.notes))
    return element("h3", title), element("ul", lines, class_="listing")


def _readings(readings: tuple[ReadingTaken, ...], language: Language) -> Content:
    if not readings:
        return ()
    lines = [
        element("li", element("code", taken.id), f" {sheet_wording.reading(taken, language)}") for taken in readings
    ]
    return element("h3", say("report.readings", language, count=len(readings))), element(
        "ul", lines, class_="listing small"
    )


def _problems(sheet: Sheet, language: Language) -> Content:
    """Files by their names alone: a page is read elsewhere, and made anew from an archive it has to be the same."""
    if not sheet.findings:
        return ()
    named = [replace(problem, path=Path(problem.path).name) for problem in sheet.findings]
    lines = [element("li", f"{problem.place} {problem.message(language)}") for problem in named]
    return element("h3", say("report.findings", language)), element("ul", lines, class_="listing")
