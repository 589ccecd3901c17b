"""A few runs are killed, and what they leave is whole; a fault that is planted is found."""

from pathlib import Path

import pytest

from kills.campaign import killed, kills, prepared
from kills.commands import COMMANDS
from support.random_rows import seeded

SOME = [one for one in COMMANDS if one.line[0] in ("score", "batch", "validate")]
KILLED = 12


def test_what_killed_runs_leave(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kills.campaign.COMMANDS", SOME[1::3])
    report = kills(KILLED, 3)
    assert not report.faults, "\n".join(report.lines())


def test_a_torn_file_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def write(path: Path, content: bytes) -> None:
        with path.open("wb") as file:
            file.write(content[:100])
            file.flush()
            path.open("rb").close()  # a step at which it can be killed
            file.write(content[100:])

    monkeypatch.setattr("kaohe.render.files.output.write", write)
    ready, random = prepared(COMMANDS[0], tmp_path / "a"), seeded(1)
    found = [one for _ in range(12) for one in killed(random, ready, tmp_path / "work")[1]]
    assert "score unit.yaml -o s.json: s.json is torn" in found
