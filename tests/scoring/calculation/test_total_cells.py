"""Sections and the whole as cells: formulas, bounds, events, rescaling, and where there is no score at all."""

from itertools import product
from typing import Any

import pytest

from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.scoring.calculation.calculating import calculation
from support.small_rubric import COUNT, FLAG, RULE, deductions, item, rubric
from support.small_scores import compiled_from
from support.spreadsheet import differences, inputs_of

DONE: Any = item()
MORE: Any = {**item(), "id": "more"}
GONE: Any = {**item(rules=[{**RULE, "not_applicable": "rescaled"}]), "id": "gone"}
LATE: Any = {
    **item(
        indicators={"done": FLAG, "late": COUNT}, rules=[RULE, deductions("迟报扣1分", {"count": "late", "each": 1})]
    ),
    "id": "late",
}
VETO = {"clause": "弄虚作假的不得分", "when": "item.done"}
FORMS: dict[str, tuple[list[Any], dict[str, Any]]] = {
    "a sum": ([[DONE, LATE], [MORE]], {}),
    "the most and the least": ([[DONE, LATE, MORE]], {"most": 12, "least": 3}),
    "an event": ([[DONE, LATE]], {"vetoes": [VETO]}),
    "a formula": ([[DONE, LATE]], {"score": "items.item / 3 + items.late"}),
    "rescaled as a whole": ([[DONE, GONE], [LATE]], {"rescale": "total"}),
    "rescaled by section": ([[DONE, GONE], [LATE]], {"rescale": "section"}),
    "a section of which nothing may apply": ([[GONE], [LATE]], {"rescale": "section"}),
    "nothing may apply": ([[GONE]], {"rescale": "total"}),
}


@pytest.mark.parametrize("name", FORMS)
def test_totals(name: str) -> None:
    sections, head = FORMS[name]
    compiled = compiled_from(rubric(*sections, **head))
    own = calculation(compiled)
    kinds = [fact.indicator.kind for fact in compiled.layout.facts]
    may_be_gone = [not compiled.optional.isdisjoint(fact.keys()) for fact in compiled.layout.facts]
    domains = [
        [*([0, 2, 9] if kind == "count" else [True, False]), None, *([NOT_APPLICABLE] if gone else [])]
        for kind, gone in zip(kinds, may_be_gone, strict=True)
    ]
    for row in product(*domains):
        assert differences(compiled, row, own.values(inputs_of(compiled, row))) == [], row


def test_too_many_facts_that_may_not_exist_are_not_told_apart() -> None:
    """Four of one item are more than are tried each way by itself: its range is wider, and named."""
    names = ["a", "b", "c", "d"]
    rules = [{**RULE, "clause": f"完成{name}的得5分", "requires": name, "not_applicable": "full"} for name in names]
    many = item(indicators=dict.fromkeys(names, FLAG), rules=rules, method="；".join(rule["clause"] for rule in rules))
    own = calculation(compiled_from(rubric([many])))
    assert own.wider == ("items.item",)
    assert own.values({f"input.item.{name}": "是" for name in names})["score.items.item"] == 20


def test_too_many_items_that_may_not_apply() -> None:
    several = [{**GONE, "id": f"gone{number}"} for number in range(4)]
    own = calculation(compiled_from(rubric(several, rescale="total")))
    assert own.wider == ("total",)
    assert own.values({f"input.gone{number}.done": "是" for number in range(4)})["score.total"] == 20
