"""What rules of every type say of what they gave or took: told.yaml."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from kaohe.source import read
from support.small_scores import item_reasons

CASES: Any = read(str(Path(__file__).parent / "told.yaml")).data["cases"]
ROWS = [pytest.param(case, *row, id=f"{case['name']}: {row[0]}") for case in CASES for row in case["rows"]]


@pytest.mark.parametrize(("case", "facts", "told"), ROWS)
def test_told(case: Mapping[str, Any], facts: Mapping[str, Any], told: Sequence[str]) -> None:
    rule = {"clause": "按办法得5分", **case["rule"]}
    assert item_reasons(facts, indicators=case["indicators"], rules=[rule]) == told
