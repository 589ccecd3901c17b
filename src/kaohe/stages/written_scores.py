"""The points that stand in a workbook of entries, as a spreadsheet computed them, beside those that its facts give."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from kaohe.expr.numbers import plain
from kaohe.problems import Problem
from kaohe.results.dossier import Dossier
from kaohe.results.sheet import Sheet
from kaohe.source import Document
from kaohe.source.workbook_document import WorkbookDocument, WrittenScore
from kaohe.stages.joint_document import parts_of
from kaohe.stages.unit_stages import UnitStages


def unlike_written(unit: UnitStages, dossier: Dossier, documents: Mapping[str, Document]) -> list[Problem]:
    """What differs at each stage of which a workbook tells, item by item; `documents` are by their paths.

    Of a stage that several reviewers' files have made none of their workbooks has the points.
    """
    joint = {one.document.path for one in unit.amendments if len(parts_of(one.document)) > 1}
    return [
        problem
        for state, sheet in zip(unit.states, dossier.sheets, strict=True)
        if isinstance(document := documents.get(state.values.path), WorkbookDocument)
        if document.path not in joint
        for problem in _unlike(document, sheet)
    ]


def _unlike(document: WorkbookDocument, sheet: Sheet) -> Iterator[Problem]:
    for section in sheet.sections:
        for item in section.items:
            yield from _told(document, item.id, item.score, f"{item.number} {item.title}")
    yield from _told(document, "", sheet.score, "")


def _told(document: WorkbookDocument, item: str, score: Fraction | None, title: str) -> Iterator[Problem]:
    written: WrittenScore | None = document.scores.get(item)
    if written is None or written.points == score:
        return
    sheet, row, column = written.place
    told = {"item": title, "found": plain(written.points)}
    if score is None:
        yield Problem("written-score-open", document.path, row, column, told, "warning", sheet=sheet)
    else:
        told["expected"] = plain(score)
        yield Problem("written-score", document.path, row, column, told, "warning", sheet=sheet)
