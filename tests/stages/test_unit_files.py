"""Which later stage's file belongs to which unit: by its name, its year and its form."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from kaohe.source import read
from kaohe.source.program_data import document_of
from kaohe.stages.joint_document import joint
from kaohe.stages.unit_files import join
from kaohe.stages.unread_files import seem_of
from support.every_kind import VALUES, compiled

FIRST: dict[str, Any] = {"rubric": "form.yaml", "unit": "甲市"}
LATER: dict[str, Any] = {**FIRST, "stage": "final", "changes": {}}


def joined(*files: dict[str, Any]) -> tuple[dict[str, list[str]], dict[str, str]]:
    """The units by their first files, and what is wrong with the others; files are called by their places."""
    units, problems = join([document_of(data, str(at)) for at, data in enumerate(files)])
    found = {unit.first.path: [one.path for one in unit.later] for unit in units}
    return found, {path: one.code for path, one in problems.items()}


@pytest.mark.parametrize(
    ("files", "units", "problems"),
    [
        ([FIRST, LATER], {"0": ["1"]}, {}),
        ([{**FIRST, "unit": "Jia"}, {**FIRST, "unit": "jia"}, {**LATER, "unit": "jia"}], {"0": [], "1": ["2"]}, {}),
        ([{**FIRST, "unit": "Jia"}, {**LATER, "unit": "JIA"}], {"0": ["1"]}, {}),
        (
            [{**FIRST, "unit": "Jia"}, {**FIRST, "unit": "jia"}, {**LATER, "unit": "JIA"}],
            {"0": [], "1": []},
            {"2": "which-first-file"},
        ),
        ([FIRST, {**FIRST, "rubric": "other.yaml"}, LATER], {"0": ["2"], "1": []}, {}),
        ([{**FIRST, "year": 2011}, {**LATER, "year": 2012}], {"0": []}, {"1": "no-first-file"}),
        ([{**FIRST, "year": 2011}, LATER], {"0": ["1"]}, {}),
        ([FIRST, {**FIRST, "stage": "preliminary", "indicators": {}}], {"0": []}, {"1": "whole-after-first"}),
        ([{**FIRST, "stage": "self"}, FIRST], {"0": [], "1": []}, {}),
    ],
)
def test_whose_file_it_is(
    files: Sequence[dict[str, Any]], units: dict[str, list[str]], problems: dict[str, str]
) -> None:
    assert joined(*files) == (units, problems)


def test_files_of_several_hands_are_called_by_the_first() -> None:
    one, other = document_of(LATER, "赵.yaml"), document_of({**LATER, "by": "钱某"}, "钱.yaml")
    assert (joint([one, other]).path, joint([one, other]).data) == ("赵.yaml", LATER)


def test_unread_files_that_seem_to_be_a_unit_s() -> None:
    """By the unit's name as a part of theirs, or as they begin with the name of its first file."""
    first = compiled().reader.read(read(str(Path("units", "01.yaml")), VALUES.encode()))
    paths = [
        str(Path("units", name)) for name in ("01.yaml", "01.审定.yaml", "甲市-审定.yaml", "甲市区.yaml", "02.yaml")
    ]
    assert seem_of(first, paths) == tuple(paths[1:3])
    assert seem_of(first, paths[:1]) == ()
