"""Cells in levels: what is read once stands inside, what nobody reads is left out, what is wanted stays."""

from kaohe.backends.cells.formulas import Reference, call, least, minus, number, plus, times
from kaohe.backends.columns.levels import levels

A, B = Reference("a"), Reference("b")


def test_levels() -> None:
    cells = {
        "once": plus(A, B),
        "twice": times(Reference("once"), A),
        "first": minus(Reference("twice"), number(1)),
        "second": plus(Reference("twice"), Reference("first")),
        "beside": times(Reference("twice"), B),
        "idle": plus(A, A),
    }
    found = [dict(level) for level in levels(cells, frozenset({"first", "second", "beside"}))]
    assert found == [
        {"twice": call("*", plus(A, B), A)},
        {"first": minus(Reference("twice"), number(1)), "beside": times(Reference("twice"), B)},
        {"second": plus(Reference("twice"), Reference("first"))},
    ]


def test_what_is_known_of_a_cell_is_known_where_it_is_read() -> None:
    cells = {"few": least(A, number(5)), "all": least(Reference("few"), number(9))}
    assert [dict(level) for level in levels(cells, frozenset({"all"}))] == [{"all": least(A, number(5))}]
