"""Figures of the report: exact numbers as they are written, as they sort, and as they are drawn and coloured."""

import re
from fractions import Fraction
from importlib.resources import files
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kaohe.render.html.figures import orders, sorting
from kaohe.render.html.svg_charts import bar, dumbbell, scale, standing_bar
from kaohe.render.score_colours import COLOURS
from kaohe.results.score_classes import CLASSES
from kaohe.results.score_range import ScoreRange
from support.html_reader import Node, read

CSS = files("kaohe.render.html").joinpath("report.css").read_text("utf-8")


def standing(score: str | None, points: str = "10", low: str | None = None, high: str | None = None) -> ScoreRange:
    ends = [score or low, score or high]
    found = [None if end is None else Fraction(end) for end in ends]
    return ScoreRange(Fraction(points), found[0], found[1])


@given(st.lists(st.one_of(st.none(), st.fractions())))
def test_orders_sort_as_the_numbers_do(values: list[Fraction | None]) -> None:
    found = list(zip(values, orders([sorting(one, words=False) for one in values]), strict=True))
    known = sorted((order, value) for value, order in found if value is not None and order is not None)
    assert all(order is None for value, order in found if value is None)
    assert all((a == b) == (x == y) and x <= y for (a, x), (b, y) in pairwise(known))


def test_words_sort_by_the_numbers_in_them() -> None:
    assert orders([sorting(one, words=True) for one in ("1.10", "1.9", "2", "", "甲市", "1.9")]) == [2, 1, 3, 0, 4, 1]
    assert orders([sorting(one, words=False) for one in ("待定", Fraction(1))]) == [None, 0]
    assert orders([sorting(one, words=True) for one in ("9" * 5000, "2", "1" + "0" * 5000, "007")]) == [2, 0, 3, 1]


def looks() -> dict[str, tuple[str, str]]:
    """The background and the ink of each class."""
    found = re.findall(r"^\.share-(\w+) \{ background: (#\w+); color: (#\w+);", CSS, re.MULTILINE)
    return {name: (back, ink) for name, back, ink in found}


def test_colours_are_those_of_the_workbook() -> None:
    assert {name: back[1:].upper() for name, (back, _) in looks().items()} == COLOURS


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_colours_grow_lighter_and_every_number_is_legible() -> None:
    found = looks()
    ladder = [name for _, name in reversed(CLASSES)]
    shades = [luminance(found[name][0]) for name in ladder]
    assert all(one < other for one, other in pairwise(shades))
    for name in (*ladder, "below"):
        dark, light = sorted(map(luminance, found[name]))
        assert (light + 0.05) / (dark + 0.05) >= 4.5, name


def shapes(drawing: str) -> list[tuple[str, ...]]:
    """What is drawn: the kind, and from where to where."""
    (svg,) = read(drawing).children
    assert isinstance(svg, Node)
    assert svg.attributes["aria-hidden"] == "true"
    names = ("x", "width", "x1", "x2", "cx")
    found = [one for one in svg.children if isinstance(one, Node)]
    return [
        (one.attributes["class"], *(one.attributes[name] for name in names if name in one.attributes)) for one in found
    ]


def test_bars_go_from_zero() -> None:
    assert shapes(bar(Fraction(5), scale(Fraction(20)))) == [("bar", "0.00%", "25.00%")]
    assert shapes(bar(Fraction(0), scale(Fraction(20)))) == []
    assert shapes(bar(Fraction(-5), scale(Fraction(-5), Fraction(15)))) == [
        ("negative", "0.00%", "25.00%"),
        ("zero", "25.00%", "25.00%"),
    ]


def test_a_bar_that_is_open_shows_what_it_may_become() -> None:
    at = scale(Fraction(10))
    assert shapes(standing_bar(standing(None, low="2", high="6"), at)) == [
        ("bar", "0.00%", "20.00%"),
        ("possible", "20.00%", "40.00%"),
    ]
    assert shapes(standing_bar(standing(None), at)) == [("possible", "0.00%", "100.00%")]
    assert shapes(standing_bar(standing("6"), at)) == [("bar", "0.00%", "60.00%")]


def test_two_points_and_the_way_between_them() -> None:
    lost = [("lost", "80.00%", "20.00%"), ("before", "80.00%"), ("after", "20.00%")]
    assert shapes(dumbbell(Fraction(8), Fraction(2), scale(Fraction(10)))) == lost
    assert shapes(dumbbell(Fraction(2), Fraction(8), scale(Fraction(10))))[0] == ("gained", "20.00%", "80.00%")
