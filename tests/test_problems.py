"""When two findings are the same one."""

from pathlib import Path

import pytest

from kaohe.problems import Problem


def test_a_file_is_the_same_whatever_it_is_called(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("units").mkdir()
    Path("另名.yaml").symlink_to("细则.yaml")
    names = ["细则.yaml", "./细则.yaml", "units/../细则.yaml", "另名.yaml", str(tmp_path / "细则.yaml")]
    assert len({Problem("missing-key", name, 1, 1, {"key": "a"}).identity for name in names}) == 1


def test_anything_else_that_differs_makes_another() -> None:
    ways = [
        Problem("missing-key", "a.yaml", 1, 1, {"key": "a"}),
        Problem("missing-key", "b.yaml", 1, 1, {"key": "a"}),
        Problem("missing-key", "a.yaml", 2, 1, {"key": "a"}),
        Problem("missing-key", "a.yaml", 1, 2, {"key": "a"}),
        Problem("missing-key", "a.yaml", 1, 1, {"key": "b"}),
        Problem("unknown-key", "a.yaml", 1, 1, {"key": "a"}),
        Problem("missing-key", "a.yaml", 0, 0, {"key": "a"}, keys=("x",)),
        Problem("missing-key", "a.yaml", 0, 0, {"key": "a"}, keys=("y",)),
    ]
    assert len({one.identity for one in ways}) == len(ways)
