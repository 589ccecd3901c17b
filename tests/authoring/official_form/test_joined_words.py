"""Words of documents as a reader joins them."""

from fractions import Fraction

import pytest

from kaohe.authoring.official_form.joined_words import joined, joined_places, points_of, title_and_points


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("失\n\n业\n保 险", "失业保险"),
        ("得 2 分，\u3000扣完\u00a0为止", "得2分，扣完为止"),
        ("state of the art, 2011 edition", "state of the art, 2011 edition"),
        ("建成 4A 级景区", "建成4A级景区"),
        (" \n", ""),
        ("得1\n0分，2. 5分", "得10分，2.5分"),
    ],
)
def test_joined(text: str, expected: str) -> None:
    assert joined(text) == expected


def test_places() -> None:
    line, places = joined_places(" 得 2\n分 a  b")
    assert line == "得2分a b"
    assert places == [1, 3, 5, 7, 8, 10]


@pytest.mark.parametrize(
    ("text", "expected"), [("8", 8), ("８分", 8), ("2.5", Fraction(5, 2)), ("4+4", 8), ("-", None), ("3 each", None)]
)
def test_points(text: str, expected: Fraction | None) -> None:
    assert points_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("失\n业\n（50分）", ("失业", 50)),
        ("市场建设(满分１0分)", ("市场建设", 10)),
        ("加分", ("加分", None)),
        ("5分", ("5分", None)),
    ],
)
def test_title_and_points(text: str, expected: tuple[str, int | None]) -> None:
    assert title_and_points(text) == expected
