"""A program as rounds: members before what rests on them, each level on those below it, nothing that nobody reads."""

from kaohe.backends.cells.formulas import Formula, Reference, call, number
from kaohe.scoring.columns.column_writer import Aggregate, Stage
from kaohe.scoring.columns.sql_plan import rounds

A, B = Reference("it.a"), Reference("it.b")


def product(*several: Formula) -> Formula:
    return call("*", *several)


def test_what_is_read_once_stands_inside_and_what_nobody_reads_is_left_out() -> None:
    once, twice, idle = product(A, B), product(A, A), product(B, B)
    last = call("+", Reference("once"), Reference("twice"), Reference("twice"))
    stage = Stage("", {"once": once, "twice": twice, "idle": idle, "last": last})
    (found,) = rounds([stage], {"last"})
    whole = call("+", once, Reference("twice"), Reference("twice"))
    assert (found.members, found.levels) == ({}, [{"twice": twice}, {"last": whole}])


def test_a_long_argument_that_is_written_twice_is_a_column() -> None:
    long = call("+", A, B, A, B)
    (found,) = rounds([Stage("", {"last": call("//", long, number(3))})], {"last"})
    assert found.levels == [{"part..0": long}, {"last": call("//", Reference("part..0"), number(3))}]


def test_what_is_wanted_is_no_part_of_another() -> None:
    stage = Stage("", {"one": product(A, B), "two": call("ABS", Reference("one"))})
    (found,) = rounds([stage], {"one", "two"})
    assert found.levels == [{"one": product(A, B)}, {"two": call("ABS", Reference("one"))}]


def test_a_formula_that_has_become_long_is_put_into_none() -> None:
    long = call("+", *(A for _ in range(60)))
    (found,) = rounds([Stage("", {"long": long, "last": call("ABS", Reference("long"))})], {"last"})
    assert found.levels == [{"long": long}, {"last": call("ABS", Reference("long"))}]


def test_members_that_read_of_their_unit_wait_for_it() -> None:
    """The first sum needs facts alone, the second what is made of the first."""
    member = Reference("it.list.*")
    stages = [
        Stage("", {"double": product(A, number(2))}),
        Stage(
            "it.list", {"one": product(member, A)}, {"sum": Aggregate("sum", "one"), "idle": Aggregate("max", "one")}
        ),
        Stage("", {"above": call("+", Reference("sum"), Reference("double"))}),
        Stage("it.list", {"other": product(member, Reference("above"))}, {"more": Aggregate("any", "other")}),
        Stage("", {"last": call("ABS", Reference("more"))}),
    ]
    first, second = rounds(stages, {"last"})
    assert first.members["it.list"].levels == [{"one": product(member, A)}]
    assert first.members["it.list"].aggregates == {"sum": Aggregate("sum", "one")}
    assert first.levels == [{"above": call("+", Reference("sum"), product(A, number(2)))}]
    assert second.members["it.list"].levels == [{"other": product(member, Reference("above"))}]
    assert second.levels == [{"last": call("ABS", Reference("more"))}]


def test_what_a_later_sum_reads_of_members_is_computed_again() -> None:
    member = Reference("it.list.*")
    both = {"base": product(member, member), "one": call("+", Reference("base"), Reference("base"))}
    stages = [
        Stage("it.list", both, {"sum": Aggregate("sum", "one")}),
        Stage("", {"above": product(Reference("sum"), A)}),
        Stage(
            "it.list", {"other": product(Reference("base"), Reference("above"))}, {"more": Aggregate("sum", "other")}
        ),
        Stage("", {"last": call("ABS", Reference("more"))}),
    ]
    _, second = rounds(stages, {"last"})
    assert second.members["it.list"].levels == [
        {"base": product(member, member)},
        {"other": product(Reference("base"), Reference("above"))},
    ]
