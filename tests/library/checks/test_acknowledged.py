"""What the author knows of stays a warning with the reason; what is acknowledged in vain is a finding."""

from typing import Any

import pytest

from kaohe.library.checks import problems
from kaohe.problems import Problem
from support import shipped
from support.small_rubric import COUNT, deductions, found, item, rubric

CLAUSE = "得5分，每迟报一次扣15分"
RULES = [deductions(CLAUSE, {"count": "late", "each": 2})]
REASON = "省厅来函更正"


def acknowledging(words: str, code: str = "number-not-in-rule") -> list[dict[str, str]]:
    return [{"problem": code, "words": words, "reason": REASON}]


def late(**changes: Any) -> dict[str, Any]:
    return {"method": f"{CLAUSE}。", "indicators": {"late": COUNT}, "rules": RULES, **changes}


def said(several: tuple[Problem, ...]) -> list[tuple[str, str]]:
    return [(one.code, one.severity) for one in several]


def test_without_it_the_finding_is_an_error() -> None:
    assert said(found(**late())) == [("number-not-in-rule", "error")]


def test_a_known_finding_is_a_warning_that_gives_the_reason() -> None:
    (only,) = found(**late(acknowledge=acknowledging("扣15分")))
    assert said((only,)) == [("number-not-in-rule", "warning")]
    assert only.message("zh").endswith(f"（作者已知：{REASON}）")
    assert only.message("en").endswith(f"(known to the author: {REASON})")


@pytest.mark.parametrize(
    "acknowledge",
    [
        pytest.param(acknowledging("扣1分"), id="words that are not in the clause"),
        pytest.param(acknowledging("得5分"), id="another number of the clause, though its digit is part of 15"),
        pytest.param(acknowledging("每迟报一次"), id="words without the number"),
        pytest.param(acknowledging("扣15分", "orphan-words"), id="another kind of finding"),
        pytest.param(acknowledging("扣15分", "no-such-kind"), id="no kind of finding at all"),
    ],
)
def test_what_does_not_fit_is_in_vain(acknowledge: list[dict[str, str]]) -> None:
    assert sorted(said(found(**late(acknowledge=acknowledge)))) == [
        ("nothing-to-acknowledge", "error"),
        ("number-not-in-rule", "error"),
    ]


def test_it_stands_at_its_own_place() -> None:
    (only,) = found(acknowledge=acknowledging("得5分"))
    document = rubric([item(acknowledge=acknowledging("得5分"))])
    place = document.position(("sections", 0, "items", 0, "acknowledge", 0))
    assert (only.line, only.column) == place
    assert only.parameters == {"problem": "number-not-in-rule", "words": "得5分"}


def test_each_number_needs_its_own() -> None:
    rules = [deductions("得7分，扣15分", {"count": "late", "each": 2})]
    method = "得7分，扣15分"
    one = found(**late(method=method, rules=rules, acknowledge=acknowledging("扣15分")))
    assert sorted(said(one)) == [("number-not-in-rule", "error"), ("number-not-in-rule", "warning")]
    both = found(**late(method=method, rules=rules, acknowledge=[*acknowledging("扣15分"), *acknowledging("得7分")]))
    assert said(both) == [("number-not-in-rule", "warning")] * 2


@pytest.mark.parametrize("sections", [1, 2], ids=["in the same section", "in the next section"])
def test_it_speaks_of_its_own_item_only(sections: int) -> None:
    rows = [item(id="first", **late(acknowledge=acknowledging("扣15分"))), item(id="second", **late())]
    document = rubric(rows) if sections == 1 else rubric(rows[:1], rows[1:])
    assert said(problems(document)) == [("number-not-in-rule", "warning"), ("number-not-in-rule", "error")]


@pytest.mark.parametrize(
    ("changes", "code", "words"),
    [
        ({"method": f"{CLAUSE}。另有规定的除外。", "rules": RULES}, "orphan-words", "另有规定"),
        ({"method": CLAUSE, "rules": RULES * 2}, "clause-twice", "得5分，每迟报"),
        ({"method": CLAUSE, "non_scoring": [{"clause": "附注", "reason": "附注"}]}, "clause-not-in-method", "附注"),
    ],
)
def test_findings_on_words_can_be_known_too(changes: dict[str, Any], code: str, words: str) -> None:
    rules = [{**rule, "deductions": [{"count": "late", "each": 15}]} for rule in changes.get("rules", RULES)]
    known = found(**late(**{**changes, "rules": rules, "acknowledge": acknowledging(words, code)}))
    assert said(known) == [(code, "warning")]
    assert known[0].message("zh").endswith(f"（作者已知：{REASON}）")


def test_what_makes_a_rubric_useless_can_not_be_known_away() -> None:
    rules = [deductions(CLAUSE, {"count": "latte", "each": 15})]
    several = said(found(**late(rules=rules, acknowledge=acknowledging("latte", "unknown-reference"))))
    assert ("unknown-reference", "error") in several


def test_the_shipped_rubric_has_one_finding_and_knows_of_it() -> None:
    (only,) = problems(shipped.document())
    assert (only.code, only.severity, only.parameters["number"]) == ("number-not-in-rule", "warning", "5")
    assert only.reason
