"""What facts may be before anything is reported."""

from math import inf
from typing import Any

import pytest

from kaohe.backends.bounds import Interval, Missing
from kaohe.compiler.possible_facts import possible_facts
from support.small_rubric import item, rubric
from support.small_scores import compiled_from

RANK = {"of": "items.item", "take": "rank", "first": "highest", "ties": "shared"}
GREATEST = {"of": "items.item", "take": "maximum", "with_self": True}


def test_results_may_be_any_number() -> None:
    found = possible_facts(compiled_from(rubric([item()])).rubric)
    assert [found[name] for name in ("items.item", "sections.section_1")] == [Missing(Interval(-inf, inf))] * 2


@pytest.mark.parametrize(("peers", "least"), [(RANK, 1), (GREATEST, 0)])
def test_a_rank_begins_at_one(peers: dict[str, Any], least: int) -> None:
    kind = "count" if peers is RANK else "number"
    place = {"label": "名次", "kind": kind, "peers": peers}
    rule = {"type": "tiered", "clause": "第1名得5分", "points": 5, "of": "place", "bands": [{"to": 1, "points": 5}]}
    later = item(id="later", indicators={"place": place}, rules=[rule])
    found = possible_facts(compiled_from(rubric([item(), later])).rubric)["later.place"]
    assert isinstance(found, Missing)
    assert found.possible == Interval(least, inf)
