"""What a program says of itself where so many facts may not exist that it does not try each way."""

from typing import Any

import pytest

from kaohe.backends.columns.column_widths import TooLarge
from kaohe.backends.columns.sql_dialects import DIALECTS
from kaohe.scoring.columns.program import program
from kaohe.scoring.columns.sql_query import SqlQuery
from support.small_rubric import FLAG, RULE, item, rubric
from support.small_scores import compiled_from

NAMES = ("a", "b", "c", "d")


def many() -> Any:
    """An item of four facts that need not exist."""
    rules = [{**RULE, "clause": f"完成{name}的得5分", "requires": name, "not_applicable": "full"} for name in NAMES]
    return item(
        indicators=dict.fromkeys(NAMES, FLAG), rules=rules, method="；".join(str(rule["clause"]) for rule in rules)
    )


def test_an_item() -> None:
    own = compiled_from(rubric([many()]))
    found = program(own, complete=False, ledger=True)
    assert (found.wider, found.unledgered) == (("items.item",), ())
    whole = program(own, complete=True, ledger=True)
    assert (whole.wider, whole.unledgered) == ((), ())


def test_no_query_is_written_of_it() -> None:
    with pytest.raises(TooLarge):
        SqlQuery(compiled_from(rubric([many()])), DIALECTS["duckdb"])


def test_a_section_that_is_rescaled() -> None:
    rules = [{**RULE, "not_applicable": "rescaled"}]
    items = [item(id=f"item_{number}", rules=rules) for number in range(4)]
    found = program(compiled_from(rubric(items, rescale="section")), complete=False)
    assert found.wider == ("sections.section_1",)


def test_the_whole_that_is_rescaled_and_its_grades() -> None:
    rules = [{**RULE, "not_applicable": "rescaled"}]
    items = [item(id=f"item_{number}", rules=rules) for number in range(4)]
    asked = " and ".join(f"applicable(item_{number}.done)" for number in range(4))
    grades = [{"id": "good", "title": "优秀", "requires": asked}, {"id": "poor", "title": "一般"}]
    found = program(compiled_from(rubric(items, rescale="total", grades=grades)), complete=False)
    assert (found.wider, found.ungraded) == (("total",), ("total",))


def test_an_account_of_many_facts_has_no_ledger() -> None:
    asked = " and ".join(f"(not applicable({name}) or {name})" for name in NAMES)
    rule = {"type": "all_or_nothing", "clause": "甲", "points": 5, "requires": asked, "not_applicable": "full"}
    own = compiled_from(rubric([item(indicators=dict.fromkeys(NAMES, FLAG), rules=[rule], method="甲")]))
    assert program(own, complete=False, ledger=True).unledgered == ("items.item",)
