"""Between which thresholds a number lies; without any, the number alone."""

import pytest

from kaohe.expr.sentence_tree import Named
from kaohe.expr.tree import Input
from kaohe.rubric.rule_parts.bands_told import placed
from support.small_scores import item_reasons

PEOPLE = {"label": "参保人数", "kind": "change", "unit": "人"}
RATE = {"label": "办结率", "kind": "percent"}
SENT = {"label": "报送", "kind": "date"}


def test_without_thresholds() -> None:
    """What `validate` refuses must not break what is asked of a rule before."""
    assert placed(Input("item.late"), []) == Named(Input("item.late"))


@pytest.mark.parametrize(
    ("current", "told"),
    [
        (990, "参保人数由 1000 人降到 990 人，降 1%，这 5 分不得"),
        (1000, "参保人数与上年持平（1000 人），没有增加，这 5 分不得"),
        (1005, "参保人数由 1000 人增到 1005 人，增 0.5%，不到 1%，得 2 分，扣 3 分"),
        (1010, "参保人数由 1000 人增到 1010 人，增 1%，在 1% 到 2% 之间，得 3 分，扣 2 分"),
    ],
)
def test_a_growth_says_its_direction_already(current: int, told: str) -> None:
    bands = [{"from": "1%", "add": 1}, {"from": "2%", "add": 3}]
    assert reasons("people.growth", {"people": {"previous": 1000, "current": current}}, bands) == [told]


@pytest.mark.parametrize(
    ("rate", "told"),
    [
        ("0%", "办结率 0%，不超过 0%，这 5 分不得"),
        ("0.5%", "办结率 0.5%，在 0% 到 1% 之间，得 2 分，扣 3 分"),
        ("1%", "办结率 1%，在 1% 到 2% 之间，得 3 分，扣 2 分"),
    ],
)
def test_another_number_does_not(rate: str, told: str) -> None:
    assert reasons("rate", {"rate": rate}, [{"from": "1%", "add": 1}, {"from": "2%", "add": 3}]) == [told]


@pytest.mark.parametrize(
    ("band", "told"),
    [
        ({"from": "2012-02-01", "points": 5}, "报送 2012年1月15日，早于 2012年2月1日，这 5 分不得"),
        ({"above": "2012-02-01", "points": 5}, "报送 2012年1月15日，不晚于 2012年2月1日，这 5 分不得"),
    ],
)
def test_a_date_before_the_first(band: dict[str, object], told: str) -> None:
    rule = {"type": "tiered", "clause": "2月的得5分", "points": 5, "of": "sent", "bands": [band]}
    assert item_reasons({"sent": "2012-01-15"}, indicators={"sent": SENT}, rules=[rule]) == [told]


def reasons(of: str, facts: dict[str, object], bands: list[dict[str, object]]) -> list[str]:
    rule = {"type": "tiered", "clause": "增加的得2分", "points": 5, "of": of, "bands": bands, "cumulative": False}
    base = {"above": "0%", "points": 2}
    return item_reasons(facts, indicators={"people": PEOPLE, "rate": RATE}, rules=[{**rule, "base": base}])
