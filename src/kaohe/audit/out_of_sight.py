"""What was done to a workbook beside its cells: pages moved, hidden or added, rows and columns hidden, comments."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby

from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from kaohe.problems import Problem
from kaohe.results.seal_text import PAGE

THIN = 1.0
"""Points of a row, or characters of a column."""
SHOWN = 32
"""Characters of a comment that are told."""


def beside_cells(path: str, workbook: Workbook, known: Collection[str]) -> Iterator[Problem]:
    """All of it, page by page; `known` are the titles of the pages that kaohe has written."""
    for page in workbook.worksheets:
        told = {"sheet": page.title}
        if page.title == PAGE:
            continue
        if page.title not in known:
            hidden = page.sheet_state != Worksheet.SHEETSTATE_VISIBLE
            yield Problem("sheet-added-hidden" if hidden else "sheet-added", path, parameters=told, severity="warning")
            continue
        if page.sheet_state != Worksheet.SHEETSTATE_VISIBLE:
            yield Problem("sheet-hidden", path, parameters=told)
        for code, lines in (("rows-hidden", _rows(page)), ("columns-hidden", _columns(page))):
            if lines:
                yield Problem(code, path, parameters={**told, "lines": "、".join(lines)})
        yield from _comments(path, page)
    charts = [one.title for one in workbook.chartsheets]
    for title in charts:
        yield Problem("sheet-added", path, parameters={"sheet": title}, severity="warning")


def order_of_pages(path: str, workbook: Workbook, own: Sequence[str]) -> Iterator[Problem]:
    """A finding where the pages that are there still do not stand in their order: what is last is seldom looked at."""
    found = [title for title in workbook.sheetnames if title in own]
    expected = [title for title in own if title in found]
    if found != expected:
        told = {"found": "、".join(found), "expected": "、".join(expected)}
        yield Problem("sheets-moved", path, parameters=told, severity="warning")


def _rows(page: Worksheet) -> list[str]:
    gone = [row for row, one in page.row_dimensions.items() if one.hidden or _small(one.height)]
    return [_span(str(first), str(last)) for first, last in _runs(gone)]


def _columns(page: Worksheet) -> list[str]:
    """One entry stands for several columns that look alike."""
    gone: set[int] = set()
    for one in page.column_dimensions.values():
        if one.hidden or _small(one.width):
            first = one.min or 0
            gone.update(range(first, min(one.max or first, page.max_column) + 1))
    used = {place for place in gone if place <= page.max_column}
    return [_span(get_column_letter(first), get_column_letter(last)) for first, last in _runs(used)]


def _small(size: float | None) -> bool:
    """Whether nobody sees what is so high or so wide."""
    return size is not None and size < THIN


def _runs(places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The first and the last of each that stand together."""
    for _, run in groupby(enumerate(sorted(places)), key=lambda one: one[1] - one[0]):
        several = [place for _, place in run]
        yield several[0], several[-1]


def _span(first: str, last: str) -> str:
    return first if first == last else f"{first}–{last}"


def _comments(path: str, page: Worksheet) -> Iterator[Problem]:
    cells = page._cells  # noqa: SLF001 - the public ways make every cell up to the last
    for place in sorted(cells):
        comment = cells[place].comment
        if comment is not None:
            text = " ".join(str(comment.text).split())
            cell = f"{get_column_letter(place[1])}{place[0]}"
            told = {"sheet": page.title, "cell": cell, "found": text[:SHOWN] + "…" * (len(text) > SHOWN)}
            yield Problem("comment-added", path, parameters=told, severity="warning")
