"""The READMEs tell the truth: their commands run and print what stands there."""

import re
import shlex

import pytest

from kaohe.formulas.kinds import KINDS
from support.command_line import kaohe
from support.folders import TOP

ROOT = TOP
BLOCK = re.compile(r"```console\n\$ (kaohe [^\n]*)\n(.*?)```", re.DOTALL)
READMES = {"README.md": "en", "README.zh-CN.md": "zh"}
BLOCKS = [
    pytest.param(language, command, expected, id=f"{name}: {command}")
    for name, language in READMES.items()
    for command, expected in BLOCK.findall((ROOT / name).read_text(encoding="utf-8"))
]


@pytest.mark.parametrize(("language", "command", "expected"), BLOCKS)
def test_a_block_prints_what_stands_in_it(
    language: str, command: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    program, *arguments = shlex.split(command)
    ran = kaohe(*arguments, environment={"KAOHE_LANG": language})
    assert (program, ran.out + ran.err) == ("kaohe", expected)


@pytest.mark.parametrize("name", READMES)
def test_every_command_is_named(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    for command in (
        "score",
        "why",
        "next",
        "batch",
        "diff",
        "evidence",
        "verify",
        "validate",
        "template",
        "convert",
        "draft",
        "check",
        "test",
        "explain",
        "schema",
        "rubrics",
        "lsp",
    ):
        assert f"`kaohe {command}" in text


@pytest.mark.parametrize("name", READMES)
def test_the_two_commands_stand_on_the_first_screen(name: str) -> None:
    first = (ROOT / name).read_text(encoding="utf-8").splitlines()[:25]
    assert sum(line.startswith("python3 -m venv .venv && .venv/bin/pip install") for line in first) == 2


@pytest.mark.parametrize("name", READMES)
def test_the_example_is_the_files_own(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    for shown in ("unit.yaml", "check.yaml"):
        assert (ROOT / "examples/small" / shown).read_text(encoding="utf-8") in text
    rubric = (ROOT / "examples/small/rubric.yaml").read_text(encoding="utf-8")
    excerpts = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)
    assert excerpts[0].rstrip() in rubric


@pytest.mark.parametrize("name", READMES)
def test_every_kind_of_fact_is_named(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert {f"`{one}`" for one in KINDS} <= set(re.findall(r"`\w+`", text))
