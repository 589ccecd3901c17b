"""From plain data to models: what is built without checks is what checking builds, and every finding has a sentence."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kaohe.expr.numbers import Text
from kaohe.library import rubric_files
from kaohe.problems import Problem, Problems
from kaohe.rubric.model import Rubric
from kaohe.source import Document, read
from kaohe.source.models import construct, nearest, validate
from support import shipped
from support.folders import BAD

SOUND = BAD / "rubrics" / "sound.yaml"


@dataclass(frozen=True, kw_only=True)
class Plain:
    """A model with a field that pydantic reads by itself."""

    name: Text
    share: float = 0


def document(text: str) -> Document:
    return read("a.yaml", text.encode())


def found(text: str, base: tuple[str | int, ...] = ()) -> tuple[Problem, ...]:
    one = document(text)
    data: Any = one.data
    for step in base:
        data = data[step]
    with pytest.raises(Problems) as raised:
        validate(Plain, one, data, base)
    return raised.value.problems


@pytest.mark.parametrize("path", [rubric_files.shipped()[shipped.NAME], SOUND], ids=lambda path: path.stem)
def test_what_is_built_unchecked_is_what_checking_builds(path: Path) -> None:
    one = read(str(path))
    assert construct(Rubric, one.data) == validate(Rubric, one, one.data)


def test_what_pydantic_alone_can_say_is_passed_on() -> None:
    """A safety net: no model of ours has such a field."""
    (only,) = found("name: 甲\nshare: 许多\n")
    assert (only.code, only.line, only.column) == ("invalid-value", 2, 8)
    assert only.parameters["found"] == "许多"
    assert str(only.parameters["detail"]).startswith("float_parsing: ")


def test_a_place_in_a_larger_document() -> None:
    (only,) = found("parts:\n  - share: 1\n", ("parts", 0))
    assert (only.code, only.parameters, only.line, only.column) == ("missing-key", {"key": "name", "label": ""}, 2, 5)


@pytest.mark.parametrize(
    ("name", "known", "expected"),
    [
        ("coverge", ["coverage", "cover"], "coverage"),
        ("x", ["coverage"], ""),
        ("", [], ""),
    ],
)
def test_nearest(name: str, known: list[str], expected: str) -> None:
    assert nearest(name, known) == expected
