"""Lines of terminal cells: nothing is lost, nothing is too wide, no line starts with punctuation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaohe.render.terminal.line_wrapping import cells, tidy, wrap


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        pytest.param("按月上报得2分", 20, ["按月上报得2分"], id="short"),
        pytest.param("按月上报得2分", 6, ["按月上", "报得2", "分"], id="two cells a character"),
        pytest.param("上报，得分。", 4, ["上", "报，", "得", "分。"], id="punctuation stays with its word"),
        pytest.param("得（含2%）分", 5, ["得", "（含", "2%）", "分"], id="a bracket starts with what it holds"),
        pytest.param("score the form", 8, ["score", "the form"], id="words stay whole, blanks end lines"),
        pytest.param("abcdefgh", 4, ["abcd", "efgh"], id="a word longer than a line"),
        pytest.param("", 4, [""], id="nothing"),
        pytest.param("一\n二\u3000三\u2028四\x07", 40, ["一 二 三 四"], id="every blank is a blank"),
    ],
)
def test_wrap(text: str, width: int, lines: list[str]) -> None:
    assert list(wrap(text, width)) == lines


def test_the_first_line_and_the_others_start_as_told() -> None:
    assert list(wrap("上报得分", 8, "# ", "#   ")) == ["# 上报得", "#   分"]
    assert list(wrap("上报得分", 8, "heading:", "  ")) == ["heading:", "  上报得", "  分"]


@given(st.text(st.sampled_from("上，。（）2% ab—…"), max_size=60), st.integers(6, 30))
def test_nothing_is_lost_or_too_wide(text: str, width: int) -> None:
    lines = list(wrap(text, width))
    assert "".join(lines).replace(" ", "") == tidy(text).replace(" ", "")
    assert all(cells(line) <= width for line in lines)
