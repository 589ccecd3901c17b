from dataclasses import replace
from fractions import Fraction

import pytest

from kaohe.render.xlsx.cells import bounds, safe_text
from support.rendered.sheets import read, with_texts

ACTIVE = ["=1+1", "+1", "-1+2", "@SUM(A1)", "#N/A", "=cmd|' /C calc'!A0"]


@pytest.mark.parametrize("text", ACTIVE)
def test_text_never_becomes_a_formula(text: str) -> None:
    book = read(replace(with_texts(text, text), unit=text))
    cells = [book["考核表"]["D5"], book["考核表"]["E5"], book["说明"]["B2"]]
    assert [(cell.value, cell.data_type, cell.quotePrefix) for cell in cells] == [(text, "s", True)] * 3


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("一\r\n二\r三\t四", "一\n二\n三 四"),
        ("\x00\x07\x1f", "□□□"),
        ("\ud800\uffff", "□□"),
        ("_x0041_", "_x005F_x0041_"),
        ("𠀀" * 20_000, "𠀀" * 16_383 + "…"),
        ("一" * 32_767, "一" * 32_767),
    ],
    ids=["line ends", "control characters", "not characters", "escape", "too long", "just fits"],
)
def test_text_as_a_cell_can_hold_it(text: str, safe: str) -> None:
    assert safe_text(text) == safe


def test_open_on_one_side() -> None:
    assert bounds(None, Fraction(8), "zh") == "≤8"
    assert bounds(Fraction(3), None, "zh") == "≥3"
    assert bounds(None, None, "zh") == "无界"
