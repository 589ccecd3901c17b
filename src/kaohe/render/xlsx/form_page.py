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
from kaohe.render.words.sheet_wording import Scored
from kaohe.render.xlsx.cells import SIZE, TALLEST, Style, banner, bounds, merge, put, put_row, set_paper, widen
from kaohe.render.xlsx.paper_layout import Block, Row, Value, ems, even, height, paginate, room, rows, wrap
from kaohe.results.dossier import Dossier
from kaohe.results.sheet import ItemScore, SectionScore, Sheet

PAPER_WIDTH = 742.0  # points; what A4 across leaves between the margins is a little more
PAPER_HEIGHT = 482.0
SECTION, ITEM, POINTS, STAGE = 54.0, 76.0, 42.0, 59.0
TARGET_SHARE = 0.4
OWN: tuple[Style, ...] = (
    "centred",
    "centred",
    "centred",
    "text",
    "text",
)  # 项目 子项目 分值 目标要求 评分办法


@dataclass(frozen=True, slots=True)
class Columns:
    """The form's columns: five of its own, then one for each stage, with what each stage's sheet puts there by key."""

    widths: tuple[float, ...]
    headings: tuple[str, ...]
    scores: tuple[Mapping[str, Value], ...]

    @property
    def styles(self) -> tuple[Style, ...]:
        stages: list[Style] = ["centred"] * (len(self.widths) - len(OWN))
        return (*OWN, *stages)

    def line(self, cells: Sequence[Value], key: str) -> tuple[Value, ...]:
        """The cells of a row, with every stage's score of it."""
        return (*cells, *(scores.get(key, "") for scores in self.scores))


@dataclass(frozen=True, slots=True)
class Group:
    """A section ready for the page: what its first column says and its rows."""

    label: str
    rows: tuple[Row, ...]

    @property
    def floor(self) -> float:
        """The height that shows the label."""
        return height(len(wrap(self.label, room(SECTION, SIZE))), SIZE)


def fill(page: Worksheet, dossier: Dossier, language: Language) -> None:
    """Draw the form on an empty page."""
    sheet, columns = dossier.last, _columns(dossier, language)
    groups = [_group(section, columns, language) for section in sheet.sections if section.items]
    total = _total(sheet, columns, language)
    widen(page, columns.widths)
    top, head_row = _head(page, sheet, columns)
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


def _columns(dossier: Dossier, language: Language) -> Columns:
    stages = dossier.last.form.stages
    scored = {sheet.stage: _scores(sheet, language) for sheet in dossier.sheets}
    width = min(STAGE, 290 / len(stages))
    text = PAPER_WIDTH - SECTION - ITEM - POINTS - width * len(stages)
    own = [say(f"workbook.{name}", language) for name in ("section", "item", "points", "target", "method")]
    labels = [even(label, room(width, SIZE), odd="last") for _, label in stages]
    return Columns(
        widths=(
            SECTION,
            ITEM,
            POINTS,
            text * TARGET_SHARE,
            text * (1 - TARGET_SHARE),
            *(width for _ in stages),
        ),
        headings=(*own, *labels),
        scores=tuple(scored.get(name, {}) for name, _ in stages),
    )


def _scores(sheet: Sheet, language: Language) -> Mapping[str, Value]:
    """Every score of a sheet, by key."""
    several: list[Scored] = [*(item for section in sheet.sections for item in section.items), sheet]
    return {sheet_wording.key(one): _score(one, language) for one in several}


def _head(page: Worksheet, sheet: Sheet, columns: Columns) -> tuple[float, int]:
    """The lines above the table: their height, and the row after them."""
    lines: list[tuple[str, Style]] = [
        (sheet.form.attachment, "attachment"),
        (sheet.form.title, "title"),
        (f"{sheet.form.unit_label}{sheet.unit}", "line"),
    ]
    shown = [(text, style) for text, style in lines if text]
    used = sum(banner(page, row, text, style, columns.widths) for row, (text, style) in enumerate(shown, start=1))
    return used, len(shown) + 1


def _group(section: SectionScore, columns: Columns, language: Language) -> Group:
    found = tuple(row for item in section.items for row in _item(item, columns, language))
    available = sum(row.height for row in found)
    points = say("workbook.section_points", language, points=plain(section.points))
    upright = Group("\n".join([*_squeezed(section.title), points]), found)
    stands = ems(section.title) >= len(section.title) and upright.floor <= available
    return upright if stands else Group(f"{section.title}\n{points}", found)


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


def _score(scored: Scored, language: Language) -> Value:
    if scored.score is not None:
        return scored.score
    if not scored.scored:
        return sheet_wording.unsettled(scored, language)
    return f"{say('workbook.open', language)}\n{bounds(scored.low, scored.high, language)}"


def _total(sheet: Sheet, columns: Columns, language: Language) -> Row:
    grades = "\n".join(_grades(sheet, language))
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
