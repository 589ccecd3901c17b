"""Later stages' files that are wrong: every command says the same of them, and all of it is pinned."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from kaohe import source
from kaohe.messages import Language
from kaohe.messages.problem_words import stage_problems
from support.command_line import kaohe
from support.rounds import share
from support.stage_files import FOLDER, lay_out

CASES: list[Mapping[str, Any]] = source.read(str(FOLDER / "bad.yaml")).data["cases"]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("units").mkdir()


def findings(text: str) -> list[str]:
    """The lines that name a place in a file."""
    return sorted(line for line in text.splitlines() if line.startswith("units/") and ": " in line)


def scored(case: Mapping[str, Any], language: Language) -> list[str]:
    files = lay_out(case, Path("units"))
    if case.get("command") == "batch":
        return findings(kaohe("batch", "units", "-o", "out.csv", "--lang", language).err)
    ran = kaohe("score", *files, "--lang", language, "--format", "json")
    assert ran.code == 1
    assert len(findings(ran.err)) == len(ran.err.splitlines()), ran.err
    return findings(ran.err)


def said(language: Language) -> str:
    texts = []
    for case in CASES:
        texts += [f"# {case['name']}", *(line.removeprefix("units/") for line in scored(case, language)), ""]
        for path in Path("units").iterdir():
            path.unlink()
    return "\n".join(texts)


def test_chinese(pinned: Callable[[Path, str], None]) -> None:
    pinned(FOLDER / "snapshots" / "bad.zh.txt", said("zh"))


def test_english(pinned: Callable[[Path, str], None]) -> None:
    pinned(FOLDER / "snapshots" / "bad.en.txt", said("en"))


@pytest.mark.parametrize("case", share(CASES, of=3), ids=lambda case: str(case["name"]))
def test_every_command_says_the_same(case: Mapping[str, Any]) -> None:
    """Files that are wrong only in company of others are found by the commands that need them."""
    from_score = scored(case, "zh")
    if not case.get("together", True):
        return
    assert findings(kaohe("validate", "units", "--quiet").out) == from_score
    assert findings(kaohe("batch", "units", "-o", "out.csv").err) == from_score


def test_every_finding_is_shown() -> None:
    text = (FOLDER / "snapshots" / "bad.zh.txt").read_text(encoding="utf-8")
    shown = {line.split()[1] for line in text.splitlines() if ": " in line and not line.startswith("#")}
    assert {code.removeprefix("problem.") for code in stage_problems.SENTENCES} <= shown
