"""An alternative drops no number of its clause in silence."""

from decimal import Decimal
from typing import Any

import pytest

from support.small_rubric import COUNT, FLAG, deductions, found

CLAUSE = "按时上报得5分，每迟报一次扣1.5分，迟报率超过20%的扣2分"
INDICATORS = {
    "late": COUNT,
    "done": {**FLAG, "label": "按时上报"},
    "rate": {"label": "迟报率", "kind": "percent"},
}
COSTS = [{"count": "late", "each": Decimal("1.5")}, {"when": "rate > 20%", "once": 2}]


def dropped(meaning: str, patch: dict[str, Any]) -> list[object]:
    """The numbers that are dropped where the rule is patched so and this is said of it."""
    options = {"usual": {"meaning": "照字面"}, "other": {"meaning": meaning, "patch": patch}}
    reading = {"id": "doubt", "words": "每迟报一次", "chosen": "usual", "options": options}
    rule = deductions(CLAUSE, *COSTS, readings=[reading], requires="done")
    several = found(method=CLAUSE, indicators=INDICATORS, rules=[rule])
    assert all(one.code == "number-not-in-alternative" for one in several), several
    return [one.parameters["numbers"] for one in several]


def costs(each: object, other: object = 2, when: str = "rate > 20%") -> dict[str, Any]:
    return {"deductions": [{"count": "late", "each": each}, {"when": when, "once": other}]}


@pytest.mark.parametrize(
    ("meaning", "patch"),
    [
        pytest.param("可以扣成负分", {"floor": "none"}, id="all of them stay"),
        pytest.param("前一句不扣", costs(0), id="what becomes nothing"),
        pytest.param("前一句减半", costs(Decimal("0.75")), id="half of it is said to be"),
        pytest.param("都扣2分，不扣1.5分", costs(2), id="the meaning speaks of it"),
        pytest.param("20%指20次", costs(Decimal("1.5"), when="late > 20"), id="what the number is of"),
        pytest.param("都不扣，得5分", {"deductions": [{"count": "late", "each": 0}, COSTS[1]]}, id="the first alone"),
    ],
)
def test_said_or_kept(meaning: str, patch: dict[str, Any]) -> None:
    assert dropped(meaning, patch) == []


@pytest.mark.parametrize(
    ("meaning", "patch", "numbers"),
    [
        ("都扣2分", costs(2), ["1.5"]),
        ("只看是否按时", {"type": "all_or_nothing", "deductions": None}, ["1.5、20%、2"]),
        ("只扣一次1.5分", {"deductions": [{"when": "late > 0", "once": Decimal("1.5")}]}, ["20%、2"]),
        ("迟报率在20%以下的不得分", {"type": "all_or_nothing", "deductions": None}, ["1.5、2"]),
    ],
)
def test_dropped(meaning: str, patch: dict[str, Any], numbers: list[str]) -> None:
    assert dropped(meaning, patch) == numbers


def test_what_the_author_says_is_dropped_on_purpose() -> None:
    options = {"usual": {"meaning": "照字面"}, "other": {"meaning": "只看是否按时", "patch": {"deductions": []}}}
    options["other"]["patch"] = {"type": "all_or_nothing", "deductions": None}  # type: ignore[index]
    reading = {"id": "doubt", "words": "每迟报一次", "chosen": "usual", "options": options}
    rule = deductions(CLAUSE, *COSTS, readings=[reading], requires="done")
    known = [{"problem": "number-not-in-alternative", "words": "每迟报一次", "reason": "处里商定"}]
    (only,) = found(method=CLAUSE, indicators=INDICATORS, rules=[rule], acknowledge=known)
    assert (only.severity, only.reason) == ("warning", "处里商定")


@pytest.mark.parametrize(
    ("bands", "numbers"),
    [
        ([{"above": "89%", "points": 5}, {"above": "79%", "to": "89%", "points": 3}, {"to": "79%", "points": 0}], None),
        (
            [{"above": "89%", "points": 5}, {"above": "70%", "to": "89%", "points": 3}, {"to": "70%", "points": 0}],
            "90%、80%",
        ),
    ],
)
def test_one_number_of_the_clause_in_the_stead_of_another(bands: list[dict[str, Any]], numbers: str | None) -> None:
    clause = "90%以上得5分，80%—89%得3分，79%以下不得分"
    as_chosen = [
        {"from": "90%", "points": 5},
        {"from": "80%", "below": "90%", "points": 3},
        {"below": "80%", "points": 0},
    ]
    options = {"lower": {"meaning": "归低的一档"}, "upper": {"meaning": "归高的一档", "patch": {"bands": bands}}}
    reading = {"id": "between", "words": "89%", "chosen": "lower", "options": options}
    rule = {"type": "tiered", "clause": clause, "points": 5, "of": "rate", "bands": as_chosen, "readings": [reading]}
    known = [{"problem": "number-not-in-rule", "words": one, "reason": "算到下一档为止"} for one in ("89%", "79%")]
    several = found(method=clause, indicators={"rate": INDICATORS["rate"]}, rules=[rule], acknowledge=known)
    dropped = [one.parameters["numbers"] for one in several if one.code == "number-not-in-alternative"]
    assert dropped == ([] if numbers is None else [numbers])
