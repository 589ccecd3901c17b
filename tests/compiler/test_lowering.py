"""Accounts as an item's rules and vetoes give them: each says where it stands, and what it draws on."""

from fractions import Fraction
from typing import Any

import pytest

from kaohe.compiler.accounts import ItemAccounts
from kaohe.compiler.lowering import item_scope
from support.rule_cases import Case
from support.small_scores import item_reasons

FACTS = {"late": {"label": "迟报", "kind": "count"}, "false": {"label": "虚报", "kind": "flag"}}
LATE: dict[str, Any] = {"type": "deductions", "points": 5, "deductions": [{"count": "late", "each": 1}]}


def lowered(rules: int, *vetoes: Any) -> ItemAccounts:
    events = [{"when": "false", **one} for one in vetoes]
    return Case("made", {"indicators": FACTS, "rules": [LATE] * rules, "vetoes": events}).compiled.items[0]


def test_where_rules_and_vetoes_stand() -> None:
    """By its number in the ledger, and by its place in the rubric's list."""
    item = lowered(2, {"scope": [2]}, {"scope": [1, 2], "penalty": 1}, {})
    found = [(part.floor, [(one.rule, one.place) for one in part.accounts]) for part in item.parts]
    first, second, third = (("it.veto1", ("vetoes", 0)), ("it.veto2", ("vetoes", 1)), ("it.veto3", ("vetoes", 2)))
    assert found == [
        ("part", [second, ("it.1", ("rules", 0))]),
        ("part", [first, second, ("it.2", ("rules", 1))]),
        ("veto", [third]),
        ("penalty", [("it.veto2.penalty", ("vetoes", 1))]),
    ]


def test_vetoes_have_no_points_of_their_own() -> None:
    item = lowered(1, {"penalty": 1})
    assert [(part.floor, part.points) for part in item.parts] == [
        ("part", Fraction(5)),
        ("veto", Fraction(0)),
        ("penalty", Fraction(0)),
    ]


def test_what_stands_by_itself_stands_nowhere() -> None:
    account = lowered(1).parts[0].accounts[0]
    assert type(account)(account.rule, account.clause, account.line).place == ("", 0)


def test_what_stands_beside_the_rules_may_name_their_results() -> None:
    rubric = Case("made", {"indicators": FACTS, "rules": [{**LATE, "id": "first"}]}).compiled.rubric
    ((_, item),) = rubric.items()
    assert "rules.first" in item_scope(item, rubric.common).parts


TOWNS: dict[str, Any] = {
    "label": "乡镇",
    "kind": "record",
    "list": True,
    "facts": {"late": {"label": "迟报", "kind": "count"}, "lost": {"label": "遗失", "kind": "count"}},
}
OF_EACH = [{"count": "towns.late", "each": 1}, {"count": "towns.lost", "each": 2}]


@pytest.mark.parametrize(
    ("each", "rule", "told"),
    [
        (
            {"take": "lowest"},
            {"type": "deductions", "points": 5, "deductions": OF_EACH},
            "乡镇：甲镇（迟报 2，得 3 分），取最低，得 3 分，扣 2 分",
        ),
        (
            {"take": "sum", "most": 9},
            {"type": "awards", "points": 0, "most": 9, "awards": OF_EACH},
            "乡镇：甲镇（迟报 2 得 2 分，遗失 0，得 2 分），加 2 分",
        ),
    ],
)
def test_what_a_member_lost_or_earned_is_told(each: dict[str, Any], rule: dict[str, Any], told: str) -> None:
    """Where points can be lost, an account that took none is not."""
    facts = {"towns": {"甲镇": {"late": 2, "lost": 0}, "乙镇": {"late": 0, "lost": 0}}}
    rules = [{**rule, "clause": "每镇", "for_each": {"list": "towns", **each}}]
    assert item_reasons(facts, indicators={"towns": TOWNS}, rules=rules) == [told]
