"""Shades of a table's cells: the share of points in one hue that only grows darker, so that grey print keeps it."""

from collections.abc import Mapping
from typing import Literal

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Color, Font, PatternFill

from kaohe.messages import Language, say
from kaohe.render.score_colours import COLOURS
from kaohe.render.words.share_legend import share_legend
from kaohe.render.xlsx.cells import LABEL_SIZE, SIZE, SONG
from kaohe.results.score_classes import ShareClass

Shade = Literal["", "marked"] | ShareClass
"""How a cell is filled: by its share of points, marked as one of the largest, or not at all."""
FILLS: Mapping[Shade, PatternFill] = {
    **{shade: PatternFill("solid", fgColor=f"FF{colour}") for shade, colour in COLOURS.items() if shade != "full"},
    "marked": PatternFill("solid", fgColor="FFD9D9D9"),  # light enough for black print on it
    "open": PatternFill("lightUp", fgColor="FFBFBFBF", bgColor="FFFFFFFF"),
}
ON_DARK = Font(name=SONG, size=SIZE, bold=True, color="FFFFFFFF")


def legend(language: Language) -> CellRichText:
    """What the shades mean, each beside a square of its colour."""
    labels = list(share_legend(language))
    plain = InlineFont(rFont=SONG, sz=LABEL_SIZE)
    parts = [TextBlock(plain, say("table.shades", language))]
    for number, (shade, label) in enumerate(labels):
        square = InlineFont(
            rFont=SONG, sz=LABEL_SIZE, color=Color(f"FF{'000000' if shade == 'full' else COLOURS[shade]}")
        )
        parts += [TextBlock(square, "□" if shade == "full" else "■"), TextBlock(plain, label)]
        parts += [TextBlock(plain, "　")] if number < len(labels) - 1 else []
    return CellRichText(*parts)
