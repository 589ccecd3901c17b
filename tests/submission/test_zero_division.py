"""What a unit's facts make impossible to compute: also where a rule runs over the members of a list."""

from collections.abc import Mapping

import pytest

from support.rule_cases import Case, read_row

COUNT = {"kind": "count"}
TOWNS = {
    "label": "各镇",
    "kind": "record",
    "list": True,
    "facts": {"done": {"label": "完成", **COUNT}, "due": {"label": "应完成", **COUNT}},
}
OF_TOWNS = {"type": "deductions", "points": 5, "deductions": [{"when": "towns.done / towns.due < 1", "once": 1}]}
OF_ALL = {"type": "computed", "points": 5, "award": "5 * own / all"}
ITEM = Case(
    "here",
    {
        "name": "divisions",
        "indicators": {"towns": TOWNS, "own": {"label": "本级", **COUNT}, "all": {"label": "全部", **COUNT}},
        "rules": [OF_TOWNS, OF_ALL],
    },
)
SOUND, EMPTY = {"done": 1, "due": 2}, {"done": 0, "due": 0}


@pytest.mark.parametrize(
    ("towns", "every", "impossible"),
    [
        ({"东镇": SOUND}, 1, []),
        ({}, 1, []),
        ({"东镇": SOUND, "西镇": EMPTY}, 1, ["towns"]),
        ({"东镇": EMPTY, "西镇": EMPTY}, 1, ["towns"]),
        ({"东镇": SOUND}, 0, ["all"]),
        ({"东镇": EMPTY}, 0, ["towns", "all"]),
        ({"东镇": {"done": 1}}, 1, []),
    ],
)
def test_what_no_member_may_divide_by(towns: Mapping[str, object], every: int, impossible: list[str]) -> None:
    """Of a list of which nothing is zero nothing is said, nor where a member is known in part only."""
    row = read_row(ITEM.compiled, {"towns": towns, "own": 1, "all": every}, {})
    found = ITEM.compiled.divisions.undefined(row)
    assert [one.facts[0].id for one in found] == impossible
