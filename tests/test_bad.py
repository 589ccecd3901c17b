"""Broken files, one for each kind of finding, with all that `kaohe validate` says of them beside each."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from kaohe.messages import Language
from kaohe.messages.problem_words import (
    formula_problems,
    option_problems,
    rubric_problems,
    source_problems,
    submission_problems,
    total_problems,
)
from support.command_line import kaohe

FOLDER = Path(__file__).parent / "bad"
FILES = sorted(FOLDER.glob("*.yaml"))
RUBRICS = sorted((FOLDER / "rubrics").glob("*.yaml"))
"""What the broken files of units name."""
OF_SOURCE = {code.removeprefix("problem.") for code in source_problems.SENTENCES} | {"full-width-number"}
"""Findings in what is no YAML yet; test_source.py has their files too."""
OF_DATA = {
    **rubric_problems.SENTENCES,
    **formula_problems.SENTENCES,
    **total_problems.SENTENCES,
    **submission_problems.SENTENCES,
}
"""Findings in rubrics and in units' files."""
ELSEWHERE = {
    "invalid-value": "test_loading.py",
    "unit-file-expected": "test_cli_failures.py",
    "unreadable-file": "test_cli_failures.py",
    "unit-twice": "test_batch.py",
    "members-left-out": "test_same_members.py",
    "paper-inline-change": "test_inline_papers.py",
    "one-unit-expected": "test_interface.py",
}
"""No file of the repository can show these: the test that does."""
WARNING = {"zh": "[警告]", "en": "[warning]"}


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FOLDER)


def said_of(path: Path, language: Language) -> str:
    """All that is said of a file; a warning leaves the run fine."""
    ran = kaohe("validate", "--quiet", path.name, environment={"KAOHE_LANG": language})
    assert not ran.err
    assert ran.code == (0 if all(WARNING[language] in line for line in ran.out.splitlines()) else 1)
    return ran.out


def codes(expected: Path) -> list[str]:
    """The codes of all findings of a file, in their order."""
    lines = [line.replace("[警告] ", "") for line in expected.read_text(encoding="utf-8").splitlines()]
    return [line.split()[1] for line in lines]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_chinese(path: Path, pinned: Callable[[Path, str], None]) -> None:
    pinned(path.with_suffix(".txt"), said_of(path, "zh"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_english(path: Path, pinned: Callable[[Path, str], None]) -> None:
    chinese = path.with_suffix(".txt")
    if codes(chinese)[0] in OF_SOURCE:
        assert len(said_of(path, "en").splitlines()) == len(codes(chinese))
    else:
        pinned(path.with_suffix(".en.txt"), said_of(path, "en"))


def test_every_file_shows_what_its_name_says() -> None:
    """Most files are named by a code; the others show several things, or one thing in another way."""
    kinds = {code.removeprefix("problem.") for code in OF_DATA}
    for path in FILES:
        if path.stem in kinds:
            assert path.stem in codes(path.with_suffix(".txt"))


def test_every_kind_of_finding_has_its_file() -> None:
    kinds = {code.removeprefix("problem.") for code in OF_DATA}
    pinned_codes = {code for path in FILES for code in codes(path.with_suffix(".txt"))}
    assert kinds - pinned_codes == ELSEWHERE.keys()


def test_what_no_file_can_show_has_its_test() -> None:
    here = Path(__file__).parent
    tests = "".join(path.read_text(encoding="utf-8") for path in here.rglob("test_*.py") if path != Path(__file__))
    for code in ELSEWHERE | option_problems.SENTENCES:
        assert f'"{code.removeprefix("problem.")}"' in tests, code


def test_no_text_stays_behind() -> None:
    named = {path.name.partition(".")[0] for path in FOLDER.glob("*.txt")}
    assert named == {path.stem for path in FILES}


def test_five_findings_in_one_run() -> None:
    assert len(set(codes(FOLDER / "five-at-once.txt"))) >= 5
    assert len(set(codes(FOLDER / "values-several.txt"))) >= 5


def test_all_files_at_once() -> None:
    """None stops the others, and the last line counts them all; what many say of one file is said once."""
    ran = kaohe("validate", ".")
    expected = [path.with_suffix(".txt").read_text(encoding="utf-8").splitlines() for path in FILES]
    lines = dict.fromkeys(line for one in expected for line in one)
    warnings = sum("[警告]" in line for line in lines)
    assert ran.code == 1
    assert lines.keys() <= set(ran.out.splitlines())
    assert ran.out.splitlines()[-1] == (
        f"共 {len(FILES) + len(RUBRICS)} 个文件：{len(lines) - warnings} 个错误，{warnings} 个警告"
    )


def test_as_data() -> None:
    ran = kaohe("validate", ".", "--format", "json")
    files = json.loads(ran.out)["files"]
    assert ran.code == 1
    assert [one["path"] for one in files] == sorted(
        [*(path.name for path in FILES), *(str(path.relative_to(FOLDER)) for path in RUBRICS)]
    )
    for one in files:
        for found in one["problems"]:
            assert {*found} - {"reason"} == {"code", "severity", "path", "line", "column", "message"}
            assert ("reason" in found) == (Path(one["path"]).stem in ("acknowledged", "ignored"))


def test_as_annotations() -> None:
    ran = kaohe("validate", ".", "--format", "github")
    assert ran.code == 1
    assert all(line.startswith(("::error file=", "::warning file=")) for line in ran.out.splitlines())
    assert ran.err.startswith("共 ")
