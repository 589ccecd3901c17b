"""For which stages a roster still waits: where a unit that owes one, or may owe any, has handed in nothing."""

import pytest

from kaohe.source.program_data import document_of
from kaohe.stages.reported_stages import handed_in, waited_for
from kaohe.submission.roster import Roster, RosterUnit

LABELS = {"self": "自评分", "final": "审定分"}


@pytest.mark.parametrize(
    ("due", "stages", "waited"),
    [
        (None, [], {"self", "final"}),
        (None, ["self"], {"final"}),
        (("审定分",), [], {"final"}),
        (("审定分",), ["final"], set()),
        (("全部",), ["final"], {"self"}),
        ((), [], set()),
    ],
)
def test_of_one_unit(due: tuple[str, ...] | None, stages: list[str], waited: set[str]) -> None:
    roster = Roster(document_of({}, "units.yaml"), (RosterUnit("甲市", (), due=due),))
    handed = handed_in([document_of({"unit": " 甲 市", "stage": one}, "甲市.yaml") for one in stages])
    assert waited_for(roster, handed, LABELS) == waited
    assert waited_for(None, handed, LABELS) == set()
