"""低于70%不得分 is of the number itself, be it that its share of another is what scores."""

from decimal import Decimal

import pytest

from kaohe.authoring.drafting.drafting_item import Item
from kaohe.authoring.drafting.facts import Facts
from kaohe.authoring.drafting.method_draft import drafted


@pytest.mark.parametrize(
    ("method", "of", "requires"),
    [
        (
            "租金收缴率95%以上的，得12分；低于95%的，按实际收缴率÷95%×12计分；低于70%不得分。",
            "租金管理收缴率 / 95%",
            "not (租金管理收缴率 < 70%)",
        ),
        ("按租金收缴率/95%×12计分，低于70%不得分", "租金收缴率 / 95%", "not (租金收缴率 < 70%)"),
        ("得分=租金收缴率×12，低于70%不得分", "租金收缴率", "not (租金收缴率 < 70%)"),
    ],
)
def test_gate(method: str, of: str, requires: str) -> None:
    (rule,) = drafted(Item(method, Decimal(12), Facts("租金管理"), "zh")).rules
    assert (rule["of"], rule["requires"]) == (of, requires)
