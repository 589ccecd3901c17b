"""The page on checking in CI: its settings are taken, its files fit the schemas of their hosts, its lists are whole."""

import re
import tomllib
from pathlib import Path

import pytest
from check_jsonschema import main as check_jsonschema  # type: ignore[import-untyped]
from click.testing import CliRunner

from kaohe.authoring import problem_examples
from kaohe.cli.finding_outputs import OUTPUTS
from kaohe.cli.settings import KINDS, nearest_settings
from kaohe.library.checks.acknowledged import KNOWABLE
from kaohe.messages import table
from kaohe.messages.problem_topics import problem_codes
from kaohe.render.explain import problem_page
from support.command_line import kaohe
from support.folders import TOP

PAGE = (TOP / "docs" / "checking-in-ci.md").read_text(encoding="utf-8")
FILES = {name: text for text, name in re.findall(r"```yml\n(# (\S+)\n.*?)```", PAGE, re.DOTALL)}


def test_the_page_of_problems_is_kept_up_to_date() -> None:
    assert problem_page.markdown("zh") == (TOP / "docs" / "problems.md").read_text(encoding="utf-8"), "make generate"


def test_the_examples_of_problems_are_kept_up_to_date() -> None:
    found = problem_examples.collected(TOP / "tests" / "bad")
    assert problem_examples.as_text(found) == problem_examples.KEPT.read_text(encoding="utf-8"), "make generate"


def test_every_setting_is_shown_as_it_may_stand(tmp_path: Path) -> None:
    (block,) = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    (tmp_path / "kaohe.toml").write_text(block, encoding="utf-8")
    assert nearest_settings([tmp_path]).values.keys() == KINDS.keys()
    assert tomllib.loads(block)["format"] in OUTPUTS


def test_every_format_is_listed() -> None:
    assert re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE) == [*OUTPUTS]


def test_codes_on_the_page_are_some_that_there_are() -> None:
    named = set(re.findall(r"`([a-z]+(?:-[a-z]+)+)`", PAGE)) - {"exit-zero"}
    assert {*KNOWABLE} <= named
    assert {one for one in named if one not in problem_codes()} == {"kaohe-fix"}


@pytest.mark.parametrize(
    ("name", "schema"),
    [
        (".github/workflows/kaohe.yml", "vendor.github-workflows"),
        (".github/workflows/kaohe-action.yml", "vendor.github-workflows"),
        (".github/workflows/kaohe-scanning.yml", "vendor.github-workflows"),
        (".gitlab-ci.yml", "vendor.gitlab-ci"),
    ],
)
def test_files_fit_their_hosts(tmp_path: Path, name: str, schema: str) -> None:
    path = tmp_path / "file.yml"
    path.write_text(FILES[name], encoding="utf-8")
    ran = CliRunner().invoke(check_jsonschema, ["--builtin-schema", schema, str(path)])
    assert ran.exit_code == 0, ran.output


def test_commands_in_these_files_are_understood(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commands = re.findall(r"kaohe validate rubrics 报送 ([^>\n]*)", "".join(FILES.values()))
    assert len(commands) == 4
    monkeypatch.chdir(tmp_path)
    for folder in ("rubrics", "报送"):
        Path(folder).mkdir()
    for options in commands:
        assert kaohe("validate", "rubrics", "报送", *options.split()).code == 0


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_page_of_each_code(language: str) -> None:
    ran = kaohe("explain", "--code", "number-not-in-rule", "--lang", language)
    said = (TOP / "tests" / "bad" / f"number-not-in-rule{'.en' * (language == 'en')}.txt").read_text(encoding="utf-8")
    assert "  > 20 |             clause: 得5分，每迟报一次扣1分\n" in ran.out
    shown, _, message = ran.out.partition({"zh": "kaohe 说：", "en": "kaohe says: "}[language])
    assert shown.startswith("number-not-in-rule\n  ")
    assert table("why")["why.number-not-in-rule"][language == "en"][:30] in shown.replace("\n  ", "")
    assert "".join(message.split()) in "".join(said.split())
    assert all(len(line) <= 80 for line in ran.out.splitlines())


def test_what_codes_begin_with_lists_them() -> None:
    lines = kaohe("explain", "--code", "doubt-year").out.splitlines()
    assert [line.split()[0] for line in lines if line[0] != " "] == [
        "doubt-year-growth",
        "doubt-year-previous",
        "doubt-year-tenfold",
    ]


def test_characters_that_nobody_sees_are_shown_by_number() -> None:
    assert "> 6 | ⟨U+0009⟩contributors" in kaohe("explain", "--code", "tab").out


@pytest.mark.parametrize("arguments", [["--code", "tab", "--rule", "steps"], ["rubric", "--code", "tab"]])
def test_one_thing_is_explained_at_a_time(arguments: list[str]) -> None:
    ran = kaohe("explain", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert "给一样" in ran.err


def test_an_unknown_code_is_not_explained() -> None:
    ran = kaohe("explain", "--code", "number-not-in-rul")
    assert (ran.code, ran.out) == (2, "")
    assert "是不是“number-not-in-rule”？" in ran.err
