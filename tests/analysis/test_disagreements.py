"""Items of which a unit and the province disagree: the largest first, each with the changes that moved it."""

from dataclasses import replace
from fractions import Fraction

from kaohe.analysis.batch_analysis import batch_figures
from kaohe.results.batch_figures import Disagreement
from kaohe.results.summary import Summary
from support.rendered.batches import small
from support.rendered.changes import change

SELF = small(甲市=("5", "5", "10"), 乙市=("5", "4", "10"), 丙市=(None, "3", "10"))
FINAL = small(甲市=("5", "4.5", "5"), 乙市=("5", "4", "10"), 丙市=("4", "3.5", "10"))
CHANGES = (
    change("甲市", "2.1", 1, reason="补报"),
    change("甲市", "2.1", -2, reason="迟报"),
    change("甲市", "2.1", -4, reason="不实"),
    change("甲市", "1.2", Fraction(-1, 2), reason="短少"),
    change("丙市", "1.1", None, reason="补报"),
)


def found(changes: tuple = CHANGES) -> tuple[Disagreement, ...]:  # type: ignore[type-arg]
    return batch_figures(both(changes)).disagreements


def both(changes: tuple = CHANGES) -> Summary:  # type: ignore[type-arg]
    return replace(FINAL, first=SELF.units, changes=changes)


def test_the_largest_first_and_what_went_its_way_before_the_rest() -> None:
    assert [(one.pair.now.unit, one.item.number, *map(float, (one.old, one.new, one.by))) for one in found()] == [
        ("甲市", "2.1", 10, 5, -5),
        ("甲市", "1.2", 5, 4.5, -0.5),
        ("丙市", "1.2", 3, 3.5, 0.5),
    ]
    assert [[cause.reason for cause in one.causes] for one in found()] == [["不实", "迟报", "补报"], ["短少"], []]


def test_causes_are_those_of_the_unit_alone() -> None:
    others = tuple(replace(one, path="乙市.yaml") for one in CHANGES)
    assert [one.causes for one in found(others)] == [(), (), ()]


def test_the_first_stage_disagrees_with_nobody() -> None:
    assert batch_figures(SELF).disagreements == ()
