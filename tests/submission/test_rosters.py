"""Rosters, parameters and years that do not fit, beside units' files: all that is said of them."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from kaohe.messages import Language
from kaohe.messages.problem_words import roster_problems
from support.command_line import kaohe
from support.rosters import folder, unit
from support.units_on_disk import UNITS

HERE = Path(__file__).parent
SITUATIONS: Any = yaml.safe_load((HERE / "rosters.yaml").read_text(encoding="utf-8"))


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def said(one: Mapping[str, Any], command: str, language: Language) -> Iterator[str]:
    """What a command says of a folder, and how it ends."""
    folder()
    for name, text in one.get("files", {}).items():
        (UNITS / name).write_text(text.replace("{rubric}", "rubric.yaml"), encoding="utf-8")
    for name, line in one["units"].items():
        unit(name, line)
    named = ["--roster", UNITS / one["roster"]] if "roster" in one else []
    options = ["-o", "out.csv", *named] if command == "batch" else []
    if command == "batch" or not named:
        ran = kaohe(command, UNITS, *options, "--lang", language)
        yield from (f"# {one['name']}: {command} {ran.code}", *(ran.out + ran.err).splitlines(), "")


class TestWhatIsSaid:
    @pytest.mark.parametrize("language", ["zh", "en"])
    @pytest.mark.parametrize("command", ["batch", "validate"])
    def test_all(self, command: str, language: Language, pinned: Callable[[Path, str], None]) -> None:
        lines = [line for one in SITUATIONS for line in said(one, command, language)]
        pinned(HERE / "snapshots" / f"rosters.{command}.{language}.txt", "\n".join(lines))

    def test_each_kind_is_shown(self) -> None:
        text = (HERE / "snapshots" / "rosters.batch.zh.txt").read_text(encoding="utf-8")
        unseen = {code for code in roster_problems.SENTENCES if f" {code.removeprefix('problem.')} " not in text}
        assert unseen == {"problem.given-nowhere"}, "shown in tests/submission/test_given_facts.py"
