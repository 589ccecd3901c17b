"""The reconciliation of the stages (三阶段对账): each cause as a row, its sums checked against the difference."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from kaohe.messages import Language, say
from kaohe.render.words import reconciliation_wording as words
from kaohe.render.xlsx.cells import SIZE, TALLEST, Style, banner, merge, put_row, put_rows, set_paper, widen
from kaohe.render.xlsx.paper_layout import Row, Value, rows
from kaohe.results.dossier import Cause, Dossier, Moved, Reconciliation

HEADINGS = ("number", "title", "kind", "change", "reason", "who", "evidence", "moved")
WIDTHS = (34.0, 84.0, 62.0, 176.0, 170.0, 84.0, 92.0, 40.0)
LINE: tuple[Style, ...] = ("centred", "centred", "centred", "text", "text", "centred", "text", "centred")


def fill(page: Worksheet, dossier: Dossier, language: Language) -> None:
    """Draw all of a dossier's reconciliations on an empty page, one below the other."""
    widen(page, WIDTHS)
    banner(page, 1, say("workbook.reconciliation_of", language, unit=dossier.last.unit), "title", WIDTHS)
    row = put_rows(
        page, 2, [say(f"workbook.cause_{name}", language) for name in HEADINGS], ["heading"] * len(WIDTHS), WIDTHS
    )
    for place, reconciliation in enumerate(dossier.reconciliations):
        if place:  # each way starts on a page of its own, lest its heading stand alone below another
            page.row_breaks.append(Break(id=row - 1))
        row = _line(page, row, words.heading(dossier, reconciliation, language), "")
        for cells in _body(dossier, reconciliation, language):
            row = put_rows(page, row, cells, LINE, WIDTHS)
        for title, check, points in _sums(dossier, reconciliation, language):
            row = _line(page, row, f"{title}　{check}", points)
    set_paper(page, shrink=True)
    page.print_title_rows = "2:2"
    page.freeze_panes = "A3"


def _body(dossier: Dossier, reconciliation: Reconciliation, language: Language) -> Iterator[Sequence[Value]]:
    """A row for each cause; one that moved several items, or none, says so in the words of the item."""
    titles = {item.id: item.title for section in dossier.last.sections for item in section.items}
    for cause in reconciliation.causes:
        who = "\n".join(filter(None, (cause.by, cause.on)))
        title = titles.get(cause.item, _items(cause, titles))
        kind, change = words.kind(cause, language), words.change(cause, language)
        evidence = "\n".join(cause.evidence)
        yield (cause.number, title, kind, change, cause.reason, who, evidence, _points(cause.total, language))
    if not reconciliation.causes:
        yield ("", "", "", say("stage.no_causes", language), "", "", "", Fraction(0))


def _items(cause: Cause, titles: dict[str, str]) -> str:
    return "\n".join(titles[one.id] for one in cause.moved if one.level == "item" and one.id in titles)


def _sums(dossier: Dossier, reconciliation: Reconciliation, language: Language) -> Iterator[tuple[str, str, Value]]:
    """What the causes moved of every item, section and of the whole, against the difference of its scores."""
    before, after = words.sides(dossier, reconciliation)
    old = words.scores(before)
    for (level, name), (title, score) in words.scores(after).items():
        _, earlier = old.get((level, name), ("", None))
        moved = [one for cause in reconciliation.causes for one in cause.moved if (one.level, one.id) == (level, name)]
        if moved and (level == "total" or any(one.points != 0 for one in moved)):
            yield title, _check(moved, earlier, score, language), _points(_sum(moved), language)


def _check(moved: Sequence[Moved], before: Fraction | None, after: Fraction | None, language: Language) -> str:
    if before is None or after is None:
        return say("workbook.open", language)
    mark = "√" if _sum(moved) == after - before else "×"
    terms = " ".join(words.moved(one.points, language) for one in moved if one.points)
    old, new = words.moved(before, language).lstrip("+"), words.moved(after, language).lstrip("+")
    return say("workbook.reconciled", language, before=old, terms=terms, after=new, mark=mark)


def _sum(moved: Sequence[Moved]) -> Fraction:
    return sum((one.points for one in moved if one.points is not None), Fraction(0))


def _points(points: Fraction | None, language: Language) -> Value:
    return say("workbook.open", language) if points is None else points


def _line(page: Worksheet, row: int, text: str, points: Value) -> int:
    """A row of one text as wide as the table but for the last column; the row after it comes back."""
    last = len(WIDTHS)
    strong: list[Style] = ["strong"] * (last - 1)
    for line in rows((text, points), (sum(WIDTHS[:-1]), WIDTHS[-1]), SIZE, TALLEST):
        cells = (line.values[0], *[""] * (last - 2), line.values[1])
        put_row(page, row, Row(cells, line.height), [*strong, "heading"])
        merge(page, (row, row), (1, last - 1))
        row += 1
    return row
