"""A divisor that rests on no fact and is not above zero is found wherever a formula stands."""

import pytest

from kaohe.library.checks import problems
from support.small_rubric import CLAUSE, COUNT, codes, item, rubric


@pytest.mark.parametrize("divisor", ["floor(0.5)", "min(2, -1)", "if(2 > 1, 0, 1)", "max(0, 0 - 3)"])
def test_a_divisor_of_no_facts(divisor: str) -> None:
    rule = {"type": "computed", "clause": CLAUSE, "points": 5, "award": f"late / {divisor}"}
    assert codes(indicators={"late": COUNT}, rules=[rule]) == ["formula-zero"]
    (only,) = problems(rubric([item()], score=f"sum / {divisor}"))
    assert only.code == "formula-zero"


@pytest.mark.parametrize("divisor", ["ceiling(0.5)", "max(late, 0)", "if(late > 1, 0, 1)", "unknown"])
def test_divisors_that_may_be_above_zero_or_are_not_known(divisor: str) -> None:
    rule = {"type": "computed", "clause": CLAUSE, "points": 5, "award": f"late / {divisor}"}
    assert "formula-zero" not in codes(indicators={"late": COUNT}, rules=[rule])


def test_a_fact_over_all_units_that_leads_back_to_itself() -> None:
    most = {"label": "最多", "kind": "number", "peers": {"of": "made", "take": "maximum", "with_self": True}}
    made = {"label": "合计", "kind": "number", "formula": "late + most"}
    rule = {"type": "computed", "clause": CLAUSE, "points": 5, "award": "made"}
    assert codes(indicators={"late": COUNT, "most": most, "made": made}, rules=[rule]) == ["peers-of-peers"]


def test_a_fact_that_divides_by_zero_is_told_once() -> None:
    made = {"label": "人均", "kind": "number", "formula": "late / floor(0.5)"}
    rule = {"type": "computed", "clause": CLAUSE, "points": 5, "award": "each"}
    assert codes(indicators={"late": COUNT, "each": made}, rules=[rule]) == ["formula-zero"]
    both = {**rule, "award": "late / min(2, -1) + each"}
    assert codes(indicators={"late": COUNT, "each": made}, rules=[both]) == ["formula-zero", "formula-zero"]
