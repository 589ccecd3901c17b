from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaohe.render.xlsx.paper_layout import Block, ems, even, height, paginate, rows, wrap

TEXTS = st.text(alphabet="一二三，。（）“”ab1% \n", max_size=80)
HEIGHTS = st.lists(st.lists(st.integers(20, 300).map(float), min_size=1, max_size=12), min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("text", "width"), [("考核表", 3.0), ("（50分）", 4.1), ("“12580”", 4.75), ("", 0.0), ("e\u0301", 0.55)]
)
def test_width(text: str, width: float) -> None:
    assert ems(text) == pytest.approx(width)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("一二三四五六七", ["一二三四五", "六七"]),
        ("一二三四五，六", ["一二三四", "五，六"]),
        ("一二三四（五）", ["一二三四", "（五）"]),
        ("一二三 10.25%", ["一二三 ", "10.25%"]),
        ("一\n二", ["一\n", "二"]),
        ("abcdefghijkl", ["abcdefghi", "jkl"]),
        ("", [""]),
    ],
    ids=["plain", "comma", "brackets", "word", "line feed", "long word", "empty"],
)
def test_lines(text: str, lines: list[str]) -> None:
    assert list(wrap(text, 5.0)) == lines


@given(TEXTS, st.floats(1, 12))
def test_lines_lose_nothing_and_fit(text: str, room: float) -> None:
    lines = wrap(text, room)
    assert "".join(lines) == text
    assert all(ems(line.removesuffix("\n")) <= room + 1e-9 for line in lines)


@pytest.mark.parametrize(
    ("text", "odd", "lines"),
    [
        ("协理员业务培训", "first", "协理员\n业务培训"),
        ("培训规划和任务分解", "first", "培训规划和\n任务分解"),
        ("省厅审定考核分", "last", "省厅审定\n考核分"),
        ("基础工作", "first", "基础工作"),
        ("就业创业、政策落", "first", "就业创业、政策落"),
        ("Employment services", "first", "Employment services"),
    ],
)
def test_even_lines(text: str, odd: str, lines: str) -> None:
    assert even(text, 6.6 if odd == "first" else 5.0, odd="first" if odd == "first" else "last") == lines


@given(st.integers(0, 60), st.floats(1, 9), st.sampled_from(["first", "last"]))
def test_even_lines_fit(length: int, room: float, odd: str) -> None:
    broken = even("字" * length, room, odd="first" if odd == "first" else "last")
    assert broken.replace("\n", "") == "字" * length
    assert all(len(line) <= room for line in broken.split("\n"))


def test_the_highest_cell_gives_the_row_its_height() -> None:
    (row,) = rows(("一" * 30, Fraction(15, 2), "一"), (111.0, 30.0, 30.0), 10.5, 400.0)
    assert row.height == height(3, 10.5)


@given(TEXTS, TEXTS, st.floats(40, 120))
def test_rows_are_never_too_high_and_lose_nothing(first: str, second: str, limit: float) -> None:
    found = rows((first, second, Fraction(8)), (60.0, 40.0, 30.0), 10.5, limit)
    assert all(row.height <= limit + 0.75 for row in found)
    assert found[0].values[2] == 8
    for column, text in enumerate((first, second)):
        assert "".join(str(row.values[column]) for row in found).replace("\n", "") == text.replace("\n", "")


@given(HEIGHTS, st.integers(0, 160).map(float), st.integers(300, 350).map(float))
def test_pages_hold_every_row_once_and_in_order(groups: list[list[float]], floor: float, first: float) -> None:
    later = 450.0
    pages = paginate(groups, [floor] * len(groups), first, later)
    dealt = [(block.group, row) for page in pages for block in page for row in range(block.start, block.stop)]
    assert dealt == [(index, row) for index, heights in enumerate(groups) for row in range(len(heights))]
    for page, room in zip(pages, [first, *[later] * len(pages)], strict=False):
        assert sum(max(floor, sum(groups[b.group][b.start : b.stop])) for b in page) <= room
    for index, heights in enumerate(groups):
        blocks = [block for page in pages for block in page if block.group == index]
        if max(floor, sum(heights)) <= first:
            assert blocks == [Block(index, 0, len(heights))]


def test_a_long_group_is_cut_evenly() -> None:
    (first, second) = paginate([[50.0] * 10], [0.0], 350.0, 450.0)
    assert (first, second) == ([Block(0, 0, 5)], [Block(0, 5, 10)])


def test_a_group_that_does_not_fit_any_more_goes_to_the_next_page() -> None:
    pages = paginate([[100.0] * 3, [100.0] * 2, [50.0]], [0.0] * 3, 350.0, 450.0)
    assert pages == [[Block(0, 0, 3)], [Block(1, 0, 2), Block(2, 0, 1)]]


def test_a_long_group_uses_what_is_left_of_a_page() -> None:
    pages = paginate([[50.0], [100.0] * 6], [0.0] * 2, 350.0, 450.0)
    assert [len(page) for page in pages] == [2, 1]


def test_no_part_is_lower_than_the_label_beside_it() -> None:
    pages = paginate([[20.0], [20.0], [20.0]], [160.0] * 3, 350.0, 450.0)
    assert [len(page) for page in pages] == [2, 1]
    assert all(b.start < b.stop for page in pages for b in page)
