"""A workbook as the file of one unit: problems are placed in its cells, and it can be sent to other processes."""

import pickle
from fractions import Fraction

from kaohe.problems import Problem
from kaohe.source.workbook_document import CellPlace, WorkbookDocument, WrittenScore

FINDING = Problem("cell-error", "甲市.xlsx", 3, 2, {"found": "#REF!"}, sheet="填报")
REMARK = Problem("entry-macros", "甲市.xlsx", severity="notice")
UNIT, LATE = CellPlace("填报", 2, 8), CellPlace("填报", 9, 28)
SCORE = WrittenScore(CellPlace("考核表", 4, 5), Fraction(7))
DOCUMENT = WorkbookDocument(
    "甲市.xlsx",
    {"unit": "甲市", "indicators": {"basics": {"late": 1}}},
    b"content",
    "",
    [],
    {("unit",): UNIT, ("indicators",): LATE, ("indicators", "basics", "late"): LATE},
    (FINDING,),
    (REMARK,),
    {"basics": SCORE},
)


def test_places() -> None:
    assert DOCUMENT.position(("unit",)) == (2, 8)
    assert DOCUMENT.position(("indicators", "basics", "late", "part"), key=True, offset=3) == (9, 28)
    assert DOCUMENT.position(("year",)) == (0, 0)
    assert (UNIT.name, LATE.name) == ("填报!H2", "填报!AB9")


def test_problems_are_placed_in_cells() -> None:
    found = DOCUMENT.problem("unit-expected", ("unit",), {"found": "甲市"}, key=True)
    assert (found.place, found.cell) == ("甲市.xlsx:填报!H2", "H2")
    assert DOCUMENT.problem("year-expected", ("year",), {"found": "x"}).place == "甲市.xlsx"
    assert Problem("entry-column-gone", "甲市.xlsx", sheet="填报").place == "甲市.xlsx:填报"


def test_what_was_found_and_said() -> None:
    assert (DOCUMENT.problems, DOCUMENT.remarks) == ((FINDING,), (REMARK,))


def test_another_process_has_the_same() -> None:
    sent = pickle.loads(pickle.dumps(DOCUMENT))  # noqa: S301 - our own
    assert sent == DOCUMENT
    assert sent.scores == {"basics": SCORE}


def test_a_head_is_enough_to_know_it_by() -> None:
    head = DOCUMENT.head()
    assert head.data == {"unit": "甲市", "indicators": None}
    assert (head.content, head.problems, head.remarks, head.scores) == (b"", (), (), {"basics": SCORE})
    assert head.position(("unit",)) == (2, 8)
