"""The official form: the page that is printed, signed and sent in."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from kaohe.expr.numbers import plain
from kaohe.messages import Language, say
from kaohe.render.words import sheet_wording
from kaohe.render.xlsx.cells import SIZE, TALLEST, Style, banner, count_alone, merge, put, put_row, set_paper, widen
from kaohe.render.xlsx.form_columns import ITEM, SECTION, Columns, columns_of
from kaohe.render.xlsx.paper_layout import Block, Row, ems, even, height, paginate, room, rows, wrap
from kaohe.results.dossier import Dossier
from kaohe.results.sheet import ItemScore, SectionScore, Sheet

PAPER_HEIGHT = 482.0


@dataclass(frozen=True, slots=True)
class Group:
    """A section ready for the page: what its first column says and its rows."""

    label: str
    rows: tuple[Row, ...]
    keys: tuple[str, ...]
    """Of each row the key of its scores; nothing for what goes on from the row above."""

    @property
    def floor(self) -> float:
        """The height that shows the label."""
        return height(len(wrap(self.label, room(SECTION, SIZE))), SIZE)


@dataclass(frozen=True, slots=True)
class FormRows:
    """The row with the name of the unit, and those of all scores by their keys."""

    unit: int
    scores: Mapping[str, int]


def fill(page: Worksheet, dossier: Dossier, language: Language) -> None:
    """Draw the form on an empty page."""
    grades = "\n".join(_grades(dossier.last, language))
    draw(page, dossier.last, columns_of(dossier, language), grades, language)


def draw(page: Worksheet, sheet: Sheet, columns: Columns, grades: str, language: Language) -> FormRows:
    """Draw the form of a sheet with the scores of some columns and words on grades; where scores stand comes back."""
    groups = [_group(section, columns, language) for section in sheet.sections if section.items]
    total = _total(sheet, columns, grades, language)
    widen(page, columns.widths)
    top, head_row = _head(page, sheet, columns, language)
    head, *_ = rows(columns.headings, columns.widths, SIZE, TALLEST)
    put_row(page, head_row, head, ["heading"] * len(columns.widths))
    heights = [[row.height for row in group.rows] for group in groups]
    heights[-1][-1] += total.height  # the total never stands alone on a page
    left = PAPER_HEIGHT - head.height
    pages = paginate(heights, [group.floor for group in groups], left - top, left)
    last = _body(page, head_row + 1, pages, groups, columns)
    put_row(page, last, total, ["heading"] * len(columns.widths))
    merge(page, (last, last), (1, 2))
    _print(page, head_row, last, len(columns.widths))
    count_alone(page, len(pages), language)
    keys = [key for group in groups for key in group.keys]
    places = {key: row for row, key in enumerate(keys, head_row + 1) if key}
    return FormRows(head_row - 1, {**places, sheet_wording.key(sheet): last})


def _head(page: Worksheet, sheet: Sheet, columns: Columns, language: Language) -> tuple[float, int]:
    """The lines above the table: their height, and the row after them."""
    lines: list[tuple[str, Style]] = [
        (sheet.form.attachment, "attachment"),
        (sheet.form.title, "title"),
        *((one, "line") for one in sheet_wording.on_face(sheet, language)),
        (f"{sheet.form.unit_label}{sheet.unit}", "line"),
    ]
    shown = [(text, style) for text, style in lines if text]
    used = sum(banner(page, row, text, style, columns.widths) for row, (text, style) in enumerate(shown, start=1))
    return used, len(shown) + 1


def _group(section: SectionScore, columns: Columns, language: Language) -> Group:
    found = [(sheet_wording.key(item), tuple(_item(item, columns, language))) for item in section.items]
    lines = tuple(row for _, several in found for row in several)
    keys = tuple(key for one, several in found for key in (one, *[""] * (len(several) - 1)))
    points = say("workbook.section_points", language, points=plain(section.points))
    upright = Group("\n".join([*_squeezed(section.title), points]), lines, keys)
    stands = ems(section.title) >= len(section.title) and upright.floor <= sum(row.height for row in lines)
    return upright if stands else Group(f"{section.title}\n{points}", lines, keys)


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _item(item: ItemScore, columns: Columns, language: Language) -> Iterator[Row]:
    """An item's row; text too long for one goes on in rows below it."""
    title = even(item.title, room(ITEM, SIZE), odd="first")
    cells = ("", title, item.points, item.target, item.method)
    first, *others = rows(columns.line(cells, sheet_wording.key(item)), columns.widths, SIZE, TALLEST * 0.75)
    yield first
    for row in others:
        yield Row(("", row.values[1] or say("workbook.continued", language), *row.values[2:]), row.height)


def _total(sheet: Sheet, columns: Columns, grades: str, language: Language) -> Row:
    cells = columns.line((say("workbook.total", language), "", sheet.points, "", grades), sheet_wording.key(sheet))
    row, *_ = rows(cells, columns.widths, SIZE, TALLEST)
    return row


def _grades(sheet: Sheet, language: Language) -> Iterator[str]:
    """That of the whole, then each section's own after its title."""
    if sheet.grade is not None:
        yield sheet_wording.grade(sheet.grade, language)
    for section in sheet.sections:
        if section.grade is not None:
            yield f"{section.title} {sheet_wording.grade(section.grade, language)}"


def _body(
    page: Worksheet, first: int, pages: Sequence[Sequence[Block]], groups: Sequence[Group], columns: Columns
) -> int:
    """Write the rows page by page; the row after them comes back."""
    row = first
    starts = []
    for blocks in pages:
        starts.append(row)
        for block in blocks:
            row = _block(page, row, groups[block.group], block, columns)
    for _, start in pairwise(starts):
        page.row_breaks.append(Break(id=start - 1))
    return row


def _block(page: Worksheet, first: int, group: Group, block: Block, columns: Columns) -> int:
    """One section's rows on one page under one merged label; the row after them comes back."""
    lines = group.rows[block.start : block.stop]
    lack = max(0.0, group.floor - sum(line.height for line in lines)) / len(lines)
    for row, line in enumerate(lines, start=first):
        put_row(page, row, Row(line.values, line.height + lack), columns.styles)
    put(page, first, 1, group.label, "centred")
    last = first + len(lines) - 1
    merge(page, (first, last), (1, 1))
    return last + 1


def _print(page: Worksheet, head: int, last: int, columns: int) -> None:
    set_paper(page, shrink=False)
    page.print_title_rows = f"{head}:{head}"
    page.print_area = f"A1:{get_column_letter(columns)}{last}"
    page.freeze_panes = page.cell(head + 1, 1).coordinate
