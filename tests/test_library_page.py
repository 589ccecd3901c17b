"""docs/library.md tells the truth: its examples run one after another and print what stands below each.

So do the READMEs' examples of the same.
"""

import re
from contextlib import redirect_stdout
from io import StringIO
from typing import Any

import pytest

import kaohe
from support.folders import TOP

PAGE = (TOP / "docs" / "library.md").read_text(encoding="utf-8")
EXAMPLE = re.compile(r"```python\n(.*?)```\n\n```text\n(.*?)```", re.DOTALL)


def test_the_examples_print_what_stands_below_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(TOP)
    known: dict[str, Any] = {}
    examples = EXAMPLE.findall(PAGE)
    assert len(examples) == PAGE.count("```python") >= 7
    for example, expected in examples:
        assert printed(example, known) == expected


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_the_example_of_a_readme_runs(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(TOP)
    (example,) = re.findall(r"```python\n(.*?)```", (TOP / name).read_text(encoding="utf-8"), re.DOTALL)
    assert printed(example, {}) == "374\n"


def printed(example: str, known: dict[str, Any]) -> str:
    """What an example prints; it knows the names of those before it, and leaves its own."""
    with redirect_stdout(StringIO()) as output:
        exec(compile(example, "example", "exec"), known)  # noqa: S102 - the pages' own examples
    return output.getvalue()


def test_every_public_name_stands_in_the_table() -> None:
    rows = "".join(line for line in PAGE.splitlines() if line.startswith("| `"))
    assert set(re.findall(r"`(\w+)`(?=[,| ])", rows)) >= {*kaohe.__all__} - {"__version__"}
