from hypothesis import given
from hypothesis import strategies as st

from kaohe.audit.row_alignment import align

LINES = st.lists(st.integers(0, 50), unique=True, min_size=1)


def test_what_is_changed_in_its_place_is_not_moved() -> None:
    found = align("abcde", "abXde")
    assert (found.moved, found.both) == (False, [(n, n) for n in range(5)])


def test_a_line_that_looks_like_its_neighbour_now_is_not_moved() -> None:
    assert not align("abcde", "abdde").moved


def test_lines_behind_the_last_one_move_nothing() -> None:
    found = align("abc", "abcxy")
    assert (found.moved, found.added, found.gone) == (False, [3, 4], [])


def test_one_put_in_and_one_taken_out() -> None:
    found = align("abcdef", "aXbcdf")
    assert (found.moved, found.added, found.gone) == (True, [1], [4])
    assert found.both == [(0, 0), (1, 2), (2, 3), (3, 4), (5, 5)]


@given(LINES, st.data())
def test_all_that_is_still_there_is_found(lines: list[int], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(lines) - 1))
    found = align(lines, [*lines[:at], -1, *lines[at:]])
    assert (found.added, found.gone) == ([at], [])
    assert found.both == [(place, place + (place >= at)) for place in range(len(lines))]
