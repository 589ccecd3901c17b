"""Values read as typer 0.29 would read them, with stand-ins for its parameters: the tests' own typer may be older."""

import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import typer

from kaohe.cli.typer_values import PlainValue, read_plainly
from support.command_line import BIN, FULL_MARKS


@dataclass
class Descriptor:
    annotation: Any


@dataclass
class Parameter:
    """As such a typer has it."""

    type_descriptor: Descriptor
    multiple: bool = False
    nargs: int = 1
    _runtime_param: Any = field(default=None)


@pytest.mark.parametrize(
    ("annotation", "value", "expected"),
    [
        (str, "甲市", "甲市"),
        (Path, "甲市.yaml", Path("甲市.yaml")),
        (Path, Path("甲市.yaml"), Path("甲市.yaml")),
        (int, "3", 3),
        (int, 0, 0),
        (list[Path], ("a", "b"), [Path("a"), Path("b")]),
        (list[str], ["a"], ["a"]),
        (str, None, None),
    ],
)
def test_plain_values(annotation: Any, value: Any, expected: Any) -> None:
    parameter = Parameter(Descriptor(annotation))
    read_plainly([parameter])
    assert parameter._runtime_param.coerce(value, parameter, None) == expected  # noqa: SLF001 - it is typer's


def test_nothing_of_several_is_none_of_them() -> None:
    for parameter in (Parameter(Descriptor(list[str]), multiple=True), Parameter(Descriptor(list[str]), nargs=-1)):
        assert PlainValue(parameter.type_descriptor).coerce(None, parameter, None) == ()


def test_what_is_no_number_is_said_as_typer_says_it() -> None:
    with pytest.raises(typer.BadParameter, match=r"'z' is not a valid int\."):
        PlainValue(Descriptor(int)).coerce("z", Parameter(Descriptor(int)), None)


def test_any_other_value_is_read_by_typer(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("typer._coercion")
    module.build_runtime_param = lambda descriptor: PlainValue(Descriptor(str))  # type: ignore[attr-defined]  # noqa: ARG005
    monkeypatch.setitem(sys.modules, "typer._coercion", module)
    assert PlainValue(Descriptor(float)).coerce("1.5", Parameter(Descriptor(float)), None) == "1.5"


def test_parameters_of_an_older_typer_stay_as_they_are() -> None:
    class Older:
        name = "files"

    one = Older()
    read_plainly([one])
    assert vars(one) == {}


def test_scoring_loads_no_pydantic() -> None:
    """Whichever typer is there."""
    seen = f"{sys.executable} -X importtime {BIN} score {FULL_MARKS}".split()
    ran = subprocess.run(seen, capture_output=True, text=True, check=True)
    assert "typer" in ran.stderr
    assert not [line for line in ran.stderr.splitlines() if line.rpartition("|")[2].strip() == "pydantic"]
