"""How a plain table's values are written: exact numbers by their kind, ranges, signs, percents."""

from fractions import Fraction

import pytest

from kaohe.render.words.cell_wording import percent, said, signed
from kaohe.results.plain_table import Kind
from kaohe.results.score_range import ScoreRange


@pytest.mark.parametrize(
    ("share", "text"),
    [
        ("1", "100.00%"), ("0", "0.00%"), ("93.5/100", "93.50%"), ("1/3", "33.33%"), ("2/3", "66.67%"),
        ("0.00005", "0.01%"), ("-1/8", "-12.50%"), ("-0.00001", "0.00%"), ("1.2", "120.00%"),
    ],
)  # fmt: skip
def test_percent(share: str, text: str) -> None:
    top, _, bottom = share.partition("/")
    assert percent(Fraction(top) / Fraction(bottom or 1)) == text


def test_signs_and_ranges() -> None:
    assert [signed(Fraction(by)) for by in ("1/2", "-2", "0")] == ["+0.5", "-2", "0"]
    assert said(ScoreRange(Fraction(5), None, Fraction(5, 2)), "score", "zh") == "待定\n[无下限, 2.5]"
    assert said(ScoreRange(Fraction(5), Fraction(-1), None), "score", "en") == "open\n[-1, no highest]"


@pytest.mark.parametrize(
    ("kind", "texts"),
    [
        ("number", ["2", "0", "-1.5"]),
        ("difference", ["+2", "0", "-1.5"]),
        ("move", ["↑2", "-", "↓1.5"]),
        ("loss", ["2", "-", "-1.5"]),
        ("share", ["200.00%", "0.00%", "-150.00%"]),
    ],
)
def test_each_kind_of_number(kind: Kind, texts: list[str]) -> None:
    assert [said(Fraction(value), kind, "zh") for value in ("2", "0", "-1.5")] == texts
    assert said(None, kind, "zh") == "—"
    assert said(ScoreRange.at(Fraction(5), Fraction(2)), kind, "zh") == texts[0]
    assert said("待定", kind, "zh") == "待定"
