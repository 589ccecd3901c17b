"""What the facts of a unit may still be: of a group that may be gone, none is where one is reported."""

from typing import Any

import pytest

from kaohe.compiler.row_layout import Fact
from kaohe.formulas.indicators import Indicator
from kaohe.submission.gaps import possible

COUNT = Indicator(label="次数", kind="count")
GROUP = [Fact("it", name, f"it.{name}", COUNT, start, group="it.a") for start, name in enumerate("ab")]
ALONE = Fact("it", "c", "it.c", COUNT, 2)
OPTIONAL = frozenset({"it.a", "it.b", "it.c"})


@pytest.mark.parametrize(
    ("row", "optional", "gone_with"),
    [
        ((None, None, None), OPTIONAL, {"it.a": "it.a", "it.b": "it.a", "it.c": "it.c"}),
        ((3, None, None), OPTIONAL, {"it.b": "", "it.c": "it.c"}),
        ((None, 3, 4), OPTIONAL, {"it.a": ""}),
        ((None, None, None), frozenset(), {"it.a": "", "it.b": "", "it.c": ""}),
    ],
)
def test_what_may_turn_out_not_to_exist(row: Any, optional: frozenset[str], gone_with: dict[str, str]) -> None:
    found = possible([*GROUP, ALONE], row, optional)
    assert {key: one.optional for key, one in found.items() if not isinstance(one, int)} == gone_with
