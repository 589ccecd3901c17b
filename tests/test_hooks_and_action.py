"""The pre-commit hooks pass over the configs of other tools, their own among them; the action fits GitHub's schema."""

import os
import re
import shlex
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from check_jsonschema import main as check_jsonschema  # type: ignore[import-untyped]
from click.testing import CliRunner

from support.command_line import BIN, FULL_MARKS, ROOT, Ran, clean_environment, kaohe

HOOKS: dict[str, dict[str, Any]] = {
    one["id"]: one for one in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
}
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
CONFIGS = {
    ".pre-commit-config.yaml": (ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"),
    ".pre-commit-hooks.yaml": (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"),
    ".github/workflows/kaohe.yml": "on: push\njobs:\n  a: {<<: *b}\n",
    ".gitlab-ci.yml": "kaohe:\n  script: !reference [a]\n".replace("kaohe:", "check:"),
    "package.json": "{}\n",
}


def run_hook(name: str, *paths: str) -> Ran:
    """As pre-commit does: the entry with the files that the hook's pattern takes."""
    hook = HOOKS[name]
    program, *arguments = shlex.split(hook["entry"])
    assert program == "kaohe"
    return kaohe(*arguments, *(path for path in paths if re.search(hook["files"], path)))


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in CONFIGS.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "甲市.yaml").write_bytes(FULL_MARKS.read_bytes())
    return tmp_path


@pytest.mark.parametrize("name", HOOKS)
class TestHooks:
    def test_what_pre_commit_asks_for(self, name: str) -> None:
        hook = HOOKS[name]
        assert {*hook} == {"id", "name", "description", "entry", "language", "files", "require_serial"}
        assert hook["require_serial"], "one run sees all files of a unit"
        for path in ("form.yaml", "form.yml", "form.json"):
            assert re.search(hook["files"], path)

    def test_its_own_config_is_none_of_its_files(self, name: str, project: Path) -> None:
        ran = run_hook(name, *CONFIGS)
        assert ran.code == 0, ran.out
        assert {
            str(path.relative_to(project)): path.read_text(encoding="utf-8")
            for path in project.rglob("*.*")
            if path.is_file()
        }.items() >= CONFIGS.items()

    def test_a_sound_file(self, name: str, project: Path) -> None:
        assert project.is_dir()
        assert run_hook(name, "甲市.yaml", *CONFIGS).code == 0

    def test_a_broken_one(self, name: str, project: Path) -> None:
        (project / "甲市.yaml").write_text("unit: 甲市\nindicators: {}\n", encoding="utf-8")
        assert run_hook(name, "甲市.yaml", *CONFIGS).code == 1


def test_the_fixing_hook_mends(project: Path) -> None:
    (project / "甲市.yaml").write_bytes(b"\xef\xbb\xbf" + FULL_MARKS.read_bytes())
    assert run_hook("kaohe-fix", "甲市.yaml").code == 0
    assert (project / "甲市.yaml").read_bytes() == FULL_MARKS.read_bytes()


class TestAction:
    def test_fits_the_schema(self) -> None:
        ran = CliRunner().invoke(
            check_jsonschema, ["--builtin-schema", "vendor.github-actions", str(ROOT / "action.yml")]
        )
        assert ran.exit_code == 0, ran.output

    def test_its_options_are_those_of_the_command(self) -> None:
        said = kaohe("validate", "--help", environment={"COLUMNS": "200"}).out
        assert {*re.findall(r"--[a-z-]+", ACTION["inputs"]["options"]["description"])} <= {
            *re.findall(r"--[a-z-]+", said)
        }

    @pytest.mark.parametrize(
        ("paths", "options", "code", "lines"),
        [
            ("甲市.yaml\n", "", 0, 0),
            ("one folder\n甲市.yaml\n\n", "--strict --lang en", 1, 1),
            ("one folder", "--strict\n--lang en\n--exit-zero\n", 0, 1),
            ("-q", "", 2, 0),
        ],
    )
    def test_its_check(self, project: Path, paths: str, options: str, code: int, lines: int) -> None:
        """The step as a runner has it: inputs come by the environment, so that no path is taken for a command."""
        (project / "one folder").mkdir()
        (project / "one folder" / "乙市.yaml").write_text("unit: 乙市\n", encoding="utf-8")
        step = ACTION["runs"]["steps"][-1]
        given = {"paths": paths, "options": options}
        inputs = {name: given[re.findall(r"inputs\.(\w+)", value)[0]] for name, value in step["env"].items()}
        path = f"{BIN.parent}:{os.environ['PATH']}"
        done = subprocess.run(
            ["bash", "-e", "-o", "pipefail", "-c", step["run"]],  # noqa: S607 - where bash is, a runner knows
            env=clean_environment(**inputs, PATH=path),
            capture_output=True,
            check=False,
        )
        assert done.returncode == code, done.stderr.decode()
        assert len(done.stdout.splitlines()) == lines
