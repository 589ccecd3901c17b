"""Evidence written into the value of a change: told where it belongs."""

from pathlib import Path

import pytest

from support.doubtful_files import first, later, loaded


def test_in_a_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    unit = loaded(first("first.yaml", {}), later("later.yaml", {"work.late": [0, {"value": 3, "evidence": "a.pdf"}]}))
    (problem,) = unit.bad["later.yaml"]
    assert problem.code == "paper-inline-change"
    assert problem.message("zh") == (
        "“1.1 迟报”：“evidence”不写在值里；这一处改动的佐证写在 evidence，理由写在 reason，和 old、new 并列"
    )
