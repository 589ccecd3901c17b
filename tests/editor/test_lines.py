"""Editors count columns in units of an encoding; here characters are counted."""

import pytest

from kaohe.editor.lines import Encoding, Lines

TEXT = "a: 甲乙\n𠮷b: c\n\nlast"


@pytest.mark.parametrize(
    ("encoding", "columns"),
    [("utf-16", [0, 2, 3, 4]), ("utf-8", [0, 4, 5, 6]), ("utf-32", [0, 1, 2, 3])],
)
def test_columns_of_a_line_with_a_wide_character(encoding: Encoding, columns: list[int]) -> None:
    lines = Lines(TEXT, encoding)
    start = TEXT.index("𠮷")
    assert [lines.point(start + place) for place in range(4)] == [(1, column) for column in columns]
    assert [lines.offset((1, column)) for column in columns] == [start + place for place in range(4)]


def test_every_character_has_a_place() -> None:
    lines = Lines(TEXT)
    assert [lines.offset(lines.point(place)) for place in range(len(TEXT) + 1)] == list(range(len(TEXT) + 1))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_half_a_wide_character_is_one(encoding: Encoding) -> None:
    lines = Lines("a\ud800b", encoding)
    assert [lines.offset(lines.point(place)) for place in range(4)] == [0, 1, 2, 3]


def test_places_past_the_end_are_the_end() -> None:
    lines = Lines(TEXT)
    assert lines.offset((0, 99)) == TEXT.index("\n")
    assert lines.offset((99, 0)) == lines.of_problem(99, 99) == len(TEXT)
    assert lines.of_problem(1, 4) == TEXT.index("甲")
    assert lines.point(999) == (3, 4)
