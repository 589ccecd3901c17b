"""Which files are checked: those named, those below folders, each once by whatever paths it is seen."""

import os
from pathlib import Path
from typing import Any

import pytest

from kaohe.authoring.cases.case_files import case_files
from kaohe.authoring.input_files import files
from support.command_line import kaohe


def test_files_of_folders(tmp_path: Path) -> None:
    wanted = ["a.yaml", "b.yml", "c.json", "E.YAML", "下级/D.XLSX", "下级/d.yaml"]
    others = [
        "e.txt",
        "f.yaml.bak",
        ".g.yaml",
        ".h/i.yaml",
        "下级/.j/k.yaml",
        "a.schema.json",
        "a.values.schema.json",
        "kaohe-manifest.json",
    ]
    for name in [*wanted, *others]:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    assert [str(path.relative_to(tmp_path)) for path in files([tmp_path])] == sorted(wanted)
    assert list(files([tmp_path / "e.txt", tmp_path / ".g.yaml"])) == [tmp_path / "e.txt", tmp_path / ".g.yaml"]
    assert list(files([tmp_path / ".h"])) == [tmp_path / ".h" / "i.yaml"], "what is named is wanted"


def test_folders_and_pipes_are_no_files_whatever_they_are_called(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").mkdir()
    (tmp_path / "a.yaml" / "b.yaml").touch()
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.yaml")
    assert list(files([tmp_path])) == [tmp_path / "a.yaml" / "b.yaml"]


def test_a_folder_that_can_not_be_looked_into(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = tmp_path / "甲市"
    closed.mkdir()
    look = os.scandir

    def scan(path: str) -> Any:
        if Path(path) == closed:
            raise PermissionError(13, "Permission denied", path)
        return look(path)

    monkeypatch.setattr(os, "scandir", scan)
    assert list(files([tmp_path])) == [closed]
    monkeypatch.setattr(Path, "open", lambda *_: (_ for _ in ()).throw(PermissionError(13, "Permission denied")))
    ran = kaohe("validate", tmp_path)
    assert (ran.code, ran.out.splitlines()[0]) == (
        2,
        f"{closed}: unreadable-file 文件无法读取：Permission denied",
    )


class TestSeenTwice:
    @pytest.fixture(autouse=True)
    def _here(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        Path("in").mkdir()
        Path("in/a.yaml").write_text("unit: 甲市\n", encoding="utf-8")
        Path("link.yaml").symlink_to("in/a.yaml")
        Path("other").symlink_to("in")

    @pytest.mark.parametrize(
        ("paths", "first"),
        [
            (["in/a.yaml", "in/a.yaml"], "in/a.yaml"),
            (["in/a.yaml", "./in/a.yaml", "in/../in/a.yaml"], "in/a.yaml"),
            (["in", "in/a.yaml"], "in/a.yaml"),
            (["link.yaml", "in"], "link.yaml"),
            (["in/a.yaml", "link.yaml", "other/a.yaml"], "in/a.yaml"),
            (["other", "in"], "other/a.yaml"),
            ([".", "in"], "in/a.yaml"),
        ],
    )
    def test_the_first_path_counts(self, paths: list[str], first: str) -> None:
        assert [str(path) for path in files(map(Path, paths))] == [first]
        ran = kaohe("validate", *paths, os.path.abspath(paths[0]))  # noqa: PTH100 - a link stays one
        assert ran.out.splitlines() == [
            f"{first}:1:1: missing-key 缺少“rubric”，请补上",
            "共 1 个文件：1 个错误，0 个警告",
        ]

    def test_a_folder_has_each_once(self) -> None:
        assert len(list(files([Path(), Path("in"), Path("other")]))) == 1


def test_files_of_cases_below_a_folder(tmp_path: Path) -> None:
    """They are looked for in the same way: nothing hidden, no pipe that would be waited for, no folder."""
    wanted = [tmp_path / "a.cases.yaml", tmp_path / "下级" / "b.cases.json"]
    for path in (*wanted, tmp_path / ".venv" / "c.cases.yaml", tmp_path / ".d.cases.yaml", tmp_path / "e.yaml"):
        path.parent.mkdir(exist_ok=True)
        path.touch()
    (tmp_path / "f.cases.yaml").mkdir()
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.cases.yaml")
        os.mkfifo(tmp_path / "pipe.xlsx")
    assert case_files([str(tmp_path)]) == wanted
