"""What is wrong in a later stage's file is told once, and nothing that only follows from it."""

from pathlib import Path

import pytest

from command_line import CITIES, SHIPPED, kaohe

FILE = f"""\
rubric: {SHIPPED}
unit: 甲市
year: 2011
stage: preliminary
changes:
  coverage:
    contributors.current: {{old: OLD, new: NEW, reason: 核减}}
"""


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        ('"2,946,120"', '"2,900,000"', ["grouped-number", "grouped-number"]),
        ("294万", "290万", ["number-with-unit", "number-with-unit"]),
        ("2946120", "290万", ["number-with-unit"]),
        ("2946120", "2946120", ["nothing-changed"]),
    ],
)
def test_what_can_not_be_read_is_not_called_unchanged(tmp_path: Path, old: str, new: str, codes: list[str]) -> None:
    path = tmp_path / "甲市.初评.yaml"
    path.write_text(FILE.replace("OLD", old).replace("NEW", new), encoding="utf-8")
    ran = kaohe("score", CITIES / "甲市.yaml", path)
    assert ran.code == 1
    assert [line.split()[1] for line in ran.err.splitlines()] == codes
