"""Shades: exact at the borders of their classes, ever darker in grey print, and text legible on each."""

from itertools import pairwise

from openpyxl.cell.rich_text import TextBlock

from kaohe.render.score_colours import COLOURS
from kaohe.render.xlsx.shades import legend as made
from kaohe.results.score_classes import CLASSES


def test_shades_grow_darker_and_stay_apart_in_grey() -> None:
    greys = [_luminance(COLOURS[shade]) for _, shade in CLASSES]
    greys.append(_luminance(COLOURS["below"]))
    assert greys[0] == 1
    assert all(lighter - darker > 0.09 for lighter, darker in pairwise(greys))


def test_text_is_legible_on_every_shade() -> None:
    for _, shade in CLASSES:
        assert _contrast(1.0 * _luminance(COLOURS[shade]), 0) >= 4.5
    assert _contrast(1, _luminance(COLOURS["below"])) >= 4.5


def test_the_legend_shows_each_shade_beside_its_words() -> None:
    assert str(made("zh")) == "底色按得分率：□满分　■90%以上　■80%以上　■60%以上　■不足60%　■负分"
    assert str(made("en")) == "Shaded by share: □full marks　■90% up　■80% up　■60% up　■below 60%　■below 0"
    squares = [block.font.color.rgb for block in made("zh") if isinstance(block, TextBlock) and block.font.color]
    assert squares == ["FF000000", *(f"FF{COLOURS[shade]}" for shade in ("good", "fair", "weak", "poor", "below"))]


def _contrast(lighter: float, darker: float) -> float:
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """How light a colour is, from 0 to 1, as the eye sees it."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
