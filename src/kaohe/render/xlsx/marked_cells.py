"""A text with its changes in a cell: what is gone struck through, what has come underlined, in the same brackets."""

from collections.abc import Iterator

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Color

from kaohe.messages import Language
from kaohe.render.words.marked_words import stretch_parts
from kaohe.render.xlsx.cells import SIZE, SONG, safe_text
from kaohe.results.marked_text import MarkedText

PLAIN = InlineFont(rFont=SONG, sz=SIZE)
FONTS = {
    "gone": InlineFont(rFont=SONG, sz=SIZE, strike=True, color=Color("FF9B1C1C")),
    "come": InlineFont(rFont=SONG, sz=SIZE, u="single", b=True, color=Color("FF1A4B8C")),
}


def rich(text: MarkedText, language: Language) -> CellRichText:
    """The words of the cell, each in its font."""
    return CellRichText(*_blocks(text, language))


def _blocks(text: MarkedText, language: Language) -> Iterator[TextBlock]:
    for one in text.stretches:
        for kind, words in stretch_parts(one, language):
            yield TextBlock(FONTS.get(kind, PLAIN), safe_text(words))
