"""Files of evidence stay the same files when the file that names them goes to another folder."""

from pathlib import Path
from typing import Any

import pytest

from kaohe.source import Document
from kaohe.submission.moved_evidence import moved

NAMED: list[tuple[str, str]] = [
    ("台账.pdf", "../市/台账.pdf"),
    ("附件/一.png", "../市/附件/一.png"),
    ("附件\\一.png", "../市/附件/一.png"),
    ("./附件/../一.png", "../市/一.png"),
    ("../厅/一.png", "一.png"),
    (" ", " "),
    ("/一.png", "/一.png"),
    ("C:\\一.png", "C:\\一.png"),
]


def document(data: Any, folder: Path) -> Document:
    return Document(str(folder / "市" / "甲市.yaml"), data, b"", "", [])


@pytest.mark.parametrize(("name", "named"), NAMED)
def test_a_file(name: str, named: str, tmp_path: Path) -> None:
    found = moved(document({"evidence": {"item": name}}, tmp_path), tmp_path / "厅")
    assert found.data == {"evidence": {"item": named}}


@pytest.mark.parametrize("folder", ["市", "市/../市"])
def test_in_the_same_folder_nothing_is_named_anew(folder: str, tmp_path: Path) -> None:
    same = document({"evidence": {"item": "./一.png"}}, tmp_path)
    assert moved(same, tmp_path / folder) is same


def test_wherever_files_are_named(tmp_path: Path) -> None:
    one, two, entry = "一.png", "../市/一.png", {"reason": "一.png"}
    data = {
        "unit": one,
        "evidence": {"item": [one, {"fact": [one], "other": one}], "another": None},
        "changes": {"item": {"fact": {**entry, "evidence": [one]}, "other": entry, "wrong": 1}, "wrong": 1},
        "judgements": {"item": {**entry, "evidence": one}},
        "readings": {"item.reading": {**entry, "evidence": [one]}},
    }
    assert moved(document(data, tmp_path), tmp_path / "厅").data == {
        "unit": one,
        "evidence": {"item": [two, {"fact": [two], "other": two}], "another": None},
        "changes": {"item": {"fact": {**entry, "evidence": [two]}, "other": entry, "wrong": 1}, "wrong": 1},
        "judgements": {"item": {**entry, "evidence": two}},
        "readings": {"item.reading": {**entry, "evidence": [two]}},
    }
    wrong: dict[str, Any] = {"evidence": 1, "changes": None, "judgements": [], "readings": ""}
    assert moved(document(wrong, tmp_path), tmp_path / "厅").data == wrong
