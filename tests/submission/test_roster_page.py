"""docs/roster.md: every roster in it is one, and what it says of the example is what is said."""

import re
from pathlib import Path

import pytest

from kaohe.submission.roster_reader import read_roster
from support.command_line import kaohe
from support.folders import TOP

PAGE = (TOP / "docs" / "roster.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(yaml|text)\n(.*?)```", PAGE, re.DOTALL)
NAMES = ["南京市", "苏州市", "徐州市"]


@pytest.mark.parametrize("block", [text for kind, text in BLOCKS if kind == "yaml" and "units:" in text])
def test_rosters(block: str, tmp_path: Path) -> None:
    (tmp_path / "units.yaml").write_text(block, encoding="utf-8")
    assert [one.unit for one in read_roster(tmp_path / "units.yaml").units][:3] == NAMES


def test_the_table(tmp_path: Path) -> None:
    (text,) = [text for _, text in BLOCKS if text.startswith("序号")]
    (tmp_path / "units.csv").write_text(text, encoding="utf-8")
    found = read_roster(tmp_path / "units.csv").units
    assert [(one.unit, one.due, one.facts["地区类别"]) for one in found] == [
        ("南京市", ("全部",), "苏南"),
        ("苏州市", ("全部",), "苏南"),
        ("徐州市", ("自评", "初评"), "苏北"),
    ]


def test_the_example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The winner has no final file: who is due is said, in the exit code too, and nobody falls out of the summary."""
    monkeypatch.chdir(TOP)
    ran = kaohe("batch", "examples/waiting", "-o", tmp_path / "all.csv", "--quiet")
    assert (ran.code, f"```text\n{ran.err}```" in PAGE) == (1, True)
