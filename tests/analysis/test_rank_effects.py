"""What other readings change: whom they concern, in what order they are told, and what is open."""

from dataclasses import replace
from fractions import Fraction

from kaohe.analysis.rank_effects import rank_effects
from kaohe.results.batch_figures import ReadingEffect
from kaohe.results.score_range import ScoreRange
from kaohe.results.summary import Switched
from support.rendered.batches import small

UNITS = small(甲市=("5", "5", "10"), 乙市=("5", "4", "10"), 丙市=("5", "3", "10"), 丁市=("5", None, "10"))


def effects(**options: dict[str, str | None]) -> list[ReadingEffect]:
    """Of alternatives under which these units have other totals; None is open from 1."""
    return list(rank_effects(replace(UNITS, switched=tuple(_switched(name, one) for name, one in options.items()))))


def _switched(option: str, totals: dict[str, str | None]) -> Switched:
    low = {name: Fraction(total or 1) for name, total in totals.items()}
    high = {name: Fraction(total or 20) for name, total in totals.items()}
    then = tuple(
        ScoreRange(Fraction(20), low.get(one.unit, one.total.low), high.get(one.unit, one.total.high))
        for one in UNITS.units
    )
    return Switched("a.b", "words", "usual", "this", option, "that", then)


def test_those_that_move_most_ranks_come_first_and_the_silent_are_left_out() -> None:
    found = effects(none={}, small={"甲市": "19.5"}, large={"甲市": "17", "乙市": "19.5"}, tied={"乙市": "20"})
    assert [(one.switched.option, one.changed, one.total) for one in found] == [
        ("large", 2, Fraction("-2.5")),
        ("tied", 1, 1),
        ("small", 1, Fraction("-0.5")),
    ]


def test_whom_it_concerns() -> None:
    (found,) = effects(large={"甲市": "17", "乙市": "19.5"})
    assert [(one.unit.unit, one.difference, one.old_rank, one.new_rank) for one in found.units] == [
        ("甲市", -3, 1, 3),
        ("乙市", Fraction("0.5"), 2, 1),
        ("丙市", 0, 3, 2),
    ]
    assert [one.unit.unit for one in found.moves] == ["乙市", "丙市", "甲市"]
    assert found.largest is not None
    assert found.largest.unit.unit == "甲市"


def test_what_is_open_is_in_no_sum() -> None:
    opened, decided = effects(opened={"乙市": None}, decided={"丁市": "18.5"})
    assert [(one.changed, one.total, one.largest) for one in (opened, decided)] == [(1, None, None)] * 2
    assert [(one.unit.unit, one.old_rank, one.new_rank) for one in opened.moves] == [("丙市", 3, 2), ("乙市", 2, None)]
