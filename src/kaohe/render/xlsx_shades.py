"""Shades of a table's cells: the share of points in one hue that only grows darker, so that grey print keeps it."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Literal

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Color, Font, PatternFill

from kaohe.messages import Language, say
from kaohe.render.xlsx_cells import LABEL_SIZE, SIZE, SONG
from kaohe.summary import Standing

Shade = Literal["", "marked", "good", "fair", "weak", "poor", "below", "open"]

CLASSES: tuple[tuple[Fraction, Shade], ...] = (
    (Fraction(1), ""),
    (Fraction(9, 10), "good"),
    (Fraction(8, 10), "fair"),
    (Fraction(6, 10), "weak"),
    (Fraction(0), "poor"),
)
"""From which share of the points on a cell has which shade; what is less than nothing has its own."""
COLOURS: Mapping[Shade, str] = {
    "": "FFFFFFFF",
    "good": "FFDEEBF7",
    "fair": "FFB7D3EC",
    "weak": "FF8AB5DE",
    "poor": "FF5B94C8",
    "below": "FF1F3864",
}
FILLS: Mapping[Shade, PatternFill] = {
    **{shade: PatternFill("solid", fgColor=colour) for shade, colour in COLOURS.items() if shade},
    "marked": PatternFill("solid", fgColor="FFD9D9D9"),  # light enough for black print on it
    "open": PatternFill("lightUp", fgColor="FFBFBFBF", bgColor="FFFFFFFF"),
}
ON_DARK = Font(name=SONG, size=SIZE, bold=True, color="FFFFFFFF")


def shade_of(standing: Standing) -> Shade:
    """The shade of a score; what has no points has no share of them."""
    score, points = standing.score, standing.points
    if score is None:
        return "open"
    if score < 0:
        return "below"
    return next(shade for least, shade in CLASSES if score >= least * points)


def legend(language: Language) -> CellRichText:
    """What the shades mean, each beside a square of its colour."""
    labels: Sequence[tuple[Shade, str]] = (
        ("", say("workbook.full_marks", language)),
        *((shade, say("workbook.share_from", language, share=int(least * 100))) for least, shade in CLASSES[1:-1]),
        (CLASSES[-1][1], say("workbook.share_below", language, share=int(CLASSES[-2][0] * 100))),
        ("below", say("workbook.below_zero", language)),
    )
    plain = InlineFont(rFont=SONG, sz=LABEL_SIZE)
    parts = [TextBlock(plain, say("workbook.shades", language))]
    for number, (shade, label) in enumerate(labels):
        square = InlineFont(rFont=SONG, sz=LABEL_SIZE, color=Color(COLOURS[shade] if shade else "FF000000"))
        parts += [TextBlock(square, "■" if shade else "□"), TextBlock(plain, label)]
        parts += [TextBlock(plain, "　")] if number < len(labels) - 1 else []
    return CellRichText(*parts)
