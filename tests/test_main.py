"""`python -m kaohe` is the same command line."""

import subprocess
import sys

import pytest

from support.command_line import FULL_MARKS, WITH_GAPS, clean_environment, process


@pytest.mark.parametrize(
    "arguments",
    [["score", str(FULL_MARKS), "--format", "json"], ["score", str(WITH_GAPS), "--complete"], ["rubrics", "extra"]],
    ids=["fine", "findings", "misuse"],
)
def test_the_module_runs_as_the_command_does(arguments: list[str]) -> None:
    command = [sys.executable, "-m", "kaohe", *arguments]
    ran = subprocess.run(command, env=clean_environment(), capture_output=True, check=False)
    expected = process(*arguments)
    assert (ran.returncode, ran.stdout) == (expected.code, expected.output)
    assert ran.stderr.decode().replace("python -m kaohe", "kaohe") == expected.err
