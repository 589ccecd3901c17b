"""Facts of a row as a unit's file has them."""

from fractions import Fraction
from typing import Any

import pytest

from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.formulas.indicators import Indicator
from kaohe.formulas.kinds import KindName
from kaohe.submission.written_facts import fact_written


@pytest.mark.parametrize(
    ("kind", "values", "written"),
    [
        ("record", [(("一县",), ("二县",))], ["一县", "二县"]),
        ("record", [()], []),
        ("count", [(("一县", 1), ("二县", None))], {"一县": 1, "二县": None}),
        ("ratio", [(("一县", 1, 2), ("二县", None, None))], {"一县": {"part": 1, "whole": 2}, "二县": None}),
        ("percent", [(("一县", Fraction(1, 8)),)], {"一县": "12.5%"}),
        ("count", [NOT_APPLICABLE], "不适用"),
    ],
)
def test_lists(kind: KindName, values: list[Any], written: object) -> None:
    assert fact_written(Indicator(label="名单", kind=kind, list=True), values) == written
