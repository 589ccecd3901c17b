"""Places shared out among all units: quotas, minima, tops and ties, of all units or within classes."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import pairwise
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaohe.results.grade_reached import GradeReached
from kaohe.results.grade_sharing import share_out
from kaohe.rubric.grades import PLACES, Grade, TieBreak, places_for

NOTHING: Mapping[str, Any] = MappingProxyType({})
PLACED = ("quota", "at_least", "top")
LOWEST_ERRORS = ({"of": "errors", "first": "lowest"},)


def grades(*several: Mapping[str, Any] | None) -> list[Grade]:
    """Grades of these keys, called by their places."""
    found = []
    for number, keys in enumerate(several):
        read = {key: PLACES.read(one) if key in PLACED else one for key, one in (keys or {}).items()}
        if "tie_breaks" in read:
            read["tie_breaks"] = tuple(TieBreak(**one) for one in read["tie_breaks"])
        found.append(Grade(id=str(number), title=f"第{number}等", **read))
    return found


def unit(known: Sequence[Grade], may_have: str, score: int | None, more: Mapping[str, Any] = NOTHING) -> GradeReached:
    """A unit that may have the grades of these places.

    `below` of more are those that only a minimum gives, `group` its class, `ties` the numbers that break ties.
    """
    below, group, ties = (more.get(key, "") for key in ("below", "group", "ties"))
    numbers = tuple(None if one is None else Fraction(one) for one in ties)
    return GradeReached(
        may_have=tuple(known[int(place)] for place in may_have),
        quota=True,
        why="",
        score=None if score is None else Fraction(score),
        by_minimum=tuple(below),
        groups={"kind": group},
        tie_breaks=dict.fromkeys(may_have, numbers),
    )


def shared(several: Sequence[Mapping[str, Any] | None], units: Sequence[Any]) -> str | None:
    """The place of each unit's grade."""
    known = grades(*several)
    found = share_out(known, [unit(known, *one) for one in units])
    return None if found is None else "".join(grade.id for grade in found)


@pytest.mark.parametrize(
    ("several", "units", "expected"),
    [
        ([{"quota": "30%"}, None], [("01", 99), ("01", 98), ("01", 97), ("1", 50)], "0111"),
        ([{"quota": "50%"}, None], [("01", 99), ("01", 98), ("01", 97), ("1", 50)], "0011"),
        ([{"quota": "50%"}, None], [("01", 99), ("01", 97), ("01", 97), ("1", 50)], "0111"),
        ([{"quota": 1}, {"quota": 1}, None], [("012", 99), ("012", 98), ("12", 97), ("2", 50)], "0122"),
        ([{"quota": 1}, None, None], [("012", 99), ("02", 98)], "02"),
        ([{"quota": 2}, None], [("1", 50)], "1"),
        ([{"top": 2}, None], [("1", 99), ("01", 98), ("01", 97)], "101"),
        ([{"top": 2}, None], [("01", 99), ("01", 98), ("01", 98)], "000"),
        ([{"top": "50%", "quota": 1}, None], [("01", 99), ("01", 98), ("01", 97), ("01", 96)], "0111"),
        ([{"top": 0}, None], [("01", 99)], "1"),
        ([{"quota": "10%"}, None], [("01", 99)], "1"),
        ([{"quota": 0, "ties": "all"}, None], [("01", 99), ("01", 99)], "11"),
    ],
)
def test_quotas(several: list[Any], units: list[Any], expected: str) -> None:
    assert shared(several, units) == expected


BELOW = {"below": "0"}


@pytest.mark.parametrize(
    ("several", "units", "expected"),
    [
        ([{"at_least": 1}, None], [("01", 80, BELOW), ("01", 70, BELOW)], "01"),
        ([{"at_least": 2}, None], [("01", 95), ("01", 80, BELOW), ("01", 70, BELOW)], "001"),
        ([{"at_least": 1}, None], [("01", 95), ("01", 91), ("01", 80, BELOW)], "001"),
        ([{"quota": 3, "at_least": 2}, None], [("01", 95), ("01", 80, BELOW), ("01", 70, BELOW)], "001"),
        # who may not have it by another condition is passed over
        ([{"at_least": 1}, None], [("1", 80), ("01", 70, BELOW)], "10"),
        # a quota is never passed, and ties at the minimum's edge are those of any other
        ([{"quota": "10%", "at_least": 1}, None], [("01", 80, BELOW), ("01", 70, BELOW)], "11"),
        ([{"at_least": 1}, None], [("01", 80, BELOW), ("01", 80, BELOW)], "11"),
        ([{"at_least": 1, "ties": "all"}, None], [("01", 80, BELOW), ("01", 80, BELOW)], "00"),
        ([{"quota": 2, "at_least": 1}, None], [("01", 95), ("01", 95), ("01", 95), ("01", 80, BELOW)], "1111"),
        ([{"top": 1, "at_least": 2}, None], [("01", 80, BELOW), ("01", 70, BELOW)], "01"),
        ([{"at_least": "50%"}, None], [("01", 80, BELOW), ("01", 70, BELOW)], "01"),
    ],
)
def test_minima(several: list[Any], units: list[Any], expected: str) -> None:
    assert shared(several, units) == expected


A, B = {"group": "a"}, {"group": "b"}


@pytest.mark.parametrize(
    ("keys", "units", "expected"),
    [
        ({"quota": 1}, [("01", 99, A), ("01", 98, A), ("01", 60, B), ("01", 50, B)], "0101"),
        ({"quota": {"a": 2, "b": 0}}, [("01", 90, A), ("01", 98, A), ("01", 99, B), ("01", 97, B)], "0011"),
        ({"quota": "50%"}, [("01", 99, A), ("01", 98, A), ("01", 60, B), ("01", 50, A)], "0111"),
        ({"top": 1}, [("01", 99, A), ("01", 98, A), ("01", 60, B), ("01", 50, B)], "0101"),
        ({"at_least": {"a": 1, "b": 0}}, [("01", 80, {**A, **BELOW}), ("01", 85, {**B, **BELOW})], "01"),
        ({"quota": 1, "ties": "all"}, [("01", 80, A), ("01", 80, A), ("01", 80, B)], "000"),
    ],
)
def test_classes(keys: Mapping[str, Any], units: list[Any], expected: str) -> None:
    assert shared([{"within": "kind", **keys}, None], units) == expected


def tied(*numbers: Any) -> Mapping[str, Any]:
    return {"ties": numbers}


@pytest.mark.parametrize(
    ("ties", "units", "expected"),
    [
        ("none", [("01", 90, tied(3, 0)), ("01", 90, tied(5, 0)), ("01", 80, tied(9, 0))], "101"),
        ("none", [("01", 90, tied(5, 2)), ("01", 90, tied(5, 1)), ("01", 80, tied(9, 0))], "101"),
        ("none", [("01", 90, tied(5, 1)), ("01", 90, tied(5, 1)), ("01", 80, tied(9, 0))], "111"),
        ("all", [("01", 90, tied(5, 1)), ("01", 90, tied(5, 1)), ("01", 90, tied(4, 0))], "001"),
        # what is open decides nothing where scores do, and all where it must break a tie
        ("none", [("01", 95, tied(None, 0)), ("01", 90, tied(5, 0))], "01"),
        ("none", [("01", 90, tied(None, 0)), ("01", 90, tied(5, 0))], None),
        ("none", [("01", 90, tied(5, None)), ("01", 90, tied(5, 0))], None),
        ("none", [("01", 90, tied(5, None)), ("01", 90, tied(4, 0))], "01"),
    ],
)
def test_tie_breaks(ties: str, units: list[Any], expected: str | None) -> None:
    """The first by more of something, the second by fewer errors."""
    breaks = ({"of": "items.a", "first": "highest"}, *LOWEST_ERRORS)
    assert shared([{"quota": 1, "ties": ties, "tie_breaks": breaks}, None], units) == expected


@pytest.mark.parametrize(
    ("several", "units", "expected"),
    [
        ([{"top": 1}, None], [("01", 95), ("01", None)], None),
        ([{"quota": 1}, None], [("01", 95), ("01", None)], None),
        ([{"top": 2}, None], [("01", 95), ("01", None)], "00"),
        ([{"quota": 2}, None], [("01", 95), ("01", None)], "00"),
        ([{"top": 1}, None], [("1", 95), ("1", None)], "11"),
        ([{"top": 1, "within": "kind"}, None], [("01", 95, A), ("01", 90, A), ("1", None, B)], "011"),
    ],
)
def test_an_open_score(several: list[Any], units: list[Any], expected: str | None) -> None:
    """The cut-off is reached for certain, but not by how much: nobody's place is guessed from that."""
    assert shared(several, units) == expected


def test_a_share_of_units_leaves_a_part_out() -> None:
    given_ones = [None, PLACES.read("30%"), PLACES.read(5), PLACES.read({"a": 2, "b": "50%"})]
    assert [places_for(13, one, "b") for one in given_ones] == [None, 3, 5, 6]


PLACE = st.integers(0, 4) | st.sampled_from(["0%", "20%", "50%", "100%"])
KEYS = st.fixed_dictionaries(
    {},
    optional={
        "quota": PLACE | st.fixed_dictionaries({"a": PLACE, "b": PLACE}),
        "at_least": PLACE,
        "top": PLACE,
        "tie_breaks": st.just(LOWEST_ERRORS),
        "ties": st.sampled_from(["none", "all"]),
    },
)
CUT_OFFS = (8, 5)
SHOWN = st.lists(st.tuples(st.integers(0, 10), st.sampled_from("ab"), st.integers(0, 2)), min_size=1, max_size=9)


def by_score(known: Sequence[Grade], score: int, group: str, errors: int) -> GradeReached:
    """A unit whose score alone decides: the last grade is for all, those before have cut-offs."""
    reached = [place for place, least in enumerate(CUT_OFFS) if score >= least]
    below = [place for place in range(len(CUT_OFFS)) if place not in reached and known[place].at_least]
    may_have = "".join(map(str, sorted((*reached, *below, 2))))
    return unit(known, may_have, score, {"below": "".join(map(str, below)), "group": group, "ties": (errors,)})


@given(KEYS, KEYS, SHOWN, st.randoms(use_true_random=False))
def test_what_holds_of_all(first: Any, second: Any, shown: Any, random: Any) -> None:
    """Order is nothing; a quota is kept where none are let in by ties; in a class more points are no worse."""
    known = grades({"within": "kind", **first}, {"within": "kind", **second}, None)
    units = [by_score(known, *one) for one in shown]
    found = share_out(known, units)
    assert found is not None
    order = random.sample(range(len(units)), len(units))
    assert share_out(known, [units[number] for number in order]) == [found[number] for number in order]
    for group in "ab":
        members = [number for number, (_, own, _) in enumerate(shown) if own == group]
        for grade in known[:2]:
            held = sum(found[number] is grade for number in members)
            quota = places_for(len(members), grade.quota, group)
            assert quota is None or held <= quota or grade.ties == "all"
        ranked = sorted(members, key=lambda number: -shown[number][0])
        for better, worse in pairwise(ranked):
            if shown[better][0] > shown[worse][0]:
                assert found[better].id <= found[worse].id
