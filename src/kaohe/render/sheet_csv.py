"""Sheets as one tidy CSV, a row for each item. The caller writes it as UTF-8 with BOM, which Excel needs."""

import csv
from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import cache, lru_cache
from io import StringIO

from kaohe.messages import Language, say
from kaohe.render.words.sheet_wording import arithmetic, number
from kaohe.results.by_identity import ByIdentity
from kaohe.results.dossier import Dossier
from kaohe.results.score_range import ScoreRange
from kaohe.results.sheet import LEFT_OUT, TO_CONFIRM, ItemScore
from kaohe.results.sheet_columns import SHEET_COLUMNS
from kaohe.results.summary import AbsentUnit

STATES = {LEFT_OUT: "left_out", TO_CONFIRM: "to_confirm"}
"""What stands in place of an item's state where a row tells of the sheet as a whole."""
"""The state in the row of a stage whose file is wrong and not counted."""
_FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")


def text(dossiers: Iterable[Dossier], language: Language) -> str:
    """A header and the rows of all units, with the line ends of the CSV standard."""
    return lines([SHEET_COLUMNS]) + "".join(unit_lines(dossier, language) for dossier in dossiers)


def lines(cells: Iterable[list[str]]) -> str:
    """Rows of cells as the standard writes them."""
    target = StringIO(newline="")
    csv.writer(target, lineterminator="\r\n").writerows(cells)
    return target.getvalue()


def unit_lines(dossier: Dossier, language: Language) -> str:
    """One row for each stage's items, in the form's order; an open item's score and loss stay empty.

    Units of a batch have many items in common, whose cells are written once.
    """
    written, end = list[str](), _ends(language).of
    for sheet in dossier.sheets:
        begin = _joined(head(sheet.form.id, sheet.unit, sheet.year, sheet.stage))
        for section in sheet.sections:
            start = f"{begin},{_of_section(section.id, section.title)},"
            written += [start + end(item) for item in section.items]
    return "".join(written) + lines(_on_face(dossier, language))


def _joined(cells: list[str]) -> str:
    """Cells of a row that goes on."""
    return lines([cells]).removesuffix("\r\n")


@cache
def _ends(language: Language) -> ByIdentity[ItemScore, str]:
    """The end of each item's row."""
    return ByIdentity(lambda item: lines([_of_item(item, language)]))


def _on_face(dossier: Dossier, language: Language) -> Iterator[list[str]]:
    last = dossier.last
    for problem in last.on_face:
        why = inert(problem.message(language))
        stage = str(problem.parameters.get("id", last.stage))
        yield [*head(last.form.id, last.unit, last.year, stage), *[""] * 9, STATES[problem.code], "", why, ""]


def absent_row(rubric: str, one: AbsentUnit, year: int | None, stage: str, why: str) -> list[str]:
    """The row of a unit that has not reached a stage: no item, no score."""
    said = {"rubric": rubric, "unit": one.unit, "year": "" if year is None else str(year), "stage": stage}
    said |= {"state": "absent", "why": why.replace("\n", "")}
    return [inert(said.get(column, "")) for column in SHEET_COLUMNS]


@lru_cache
def _of_section(name: str, title: str) -> str:
    return _joined([name, inert(title)])


def _of_item(item: ItemScore, language: Language) -> list[str]:
    return [item.number, item.id, inert(item.title), *standing(item), _lost(item), *_ledger(item, language)]


def head(form: str, unit: str, year: int | None, stage: str) -> list[str]:
    """The cells that begin every row: whose it is."""
    return [inert(form), inert(unit), "" if year is None else str(year), inert(stage)]


def standing(one: ScoreRange) -> tuple[str, str, str, str, str]:
    """Points, score, low, high, state. A decided score is its own lowest and highest."""
    points = number(one.points)
    if one.score is None:
        return points, "", _bound(one.low), _bound(one.high), one.state
    score = number(one.score)
    return points, score, score, score, one.state


def _lost(item: ItemScore) -> str:
    if item.score is None:
        return ""
    return "0" if item.score == item.points else number(item.points - item.score)


def _ledger(item: ItemScore, language: Language) -> tuple[str, str]:
    """Why points were lost, and the arithmetic of it."""
    if not item.ledger:
        return "", ""
    joint = say("sheet.between_lines", language)
    computed = filter(None, (arithmetic(line, language) for line in item.ledger))
    return inert(joint.join(line.why for line in item.ledger)), inert(joint.join(computed))


def _bound(bound: Fraction | None) -> str:
    return "" if bound is None else number(bound)


@lru_cache(maxsize=4096)
def inert(text: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
