"""docs/library.md tells the truth: its examples run one after another and print what stands below each."""

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
        with redirect_stdout(StringIO()) as printed:
            exec(compile(example, "docs/library.md", "exec"), known)  # noqa: S102 - the page's own examples
        assert printed.getvalue() == expected


def test_every_public_name_stands_in_the_table() -> None:
    rows = "".join(line for line in PAGE.splitlines() if line.startswith("| `"))
    assert set(re.findall(r"`(\w+)`(?=[,| ])", rows)) >= {*kaohe.__all__} - {"__version__"}
