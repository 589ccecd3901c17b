"""Texts that are open in an editor stand for their files, and only while they are."""

from pathlib import Path

import pytest

from kaohe import source
from kaohe.source.unsaved import content_of, unsaved


def test_a_text_stands_for_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("a: 1\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with unsaved({str(path): b"a: 2\n"}):
        assert source.read(str(path)).data == {"a": 2}
        assert source.read("a.yaml").data == {"a": 2}
        with unsaved({}):
            assert source.read(str(path)).data == {"a": 1}
    assert source.read(str(path)).data == {"a": 1}
    assert content_of(str(path)) is None


def test_of_a_file_that_is_not_saved_yet(tmp_path: Path) -> None:
    path = str(tmp_path / "new.yaml")
    with unsaved({path: b"a: 1\n"}):
        assert source.read(path).data == {"a": 1}
    with pytest.raises(FileNotFoundError):
        source.read(path)
