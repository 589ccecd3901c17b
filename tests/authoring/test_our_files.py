"""Rubrics and units' files are told from others' files though they can't be read."""

import pytest

from kaohe.authoring.our_files import is_ours
from support.command_line import CITIES, ROOT
from support.folders import TESTS


@pytest.mark.parametrize(
    "text",
    [
        "kaohe: 1",
        "\ufeffkaohe: 1",
        "# 注释\nsections: [",
        "rubric：甲",
        "单位 : 甲市",
        "评分细则: x",
        "changes: {}",
        '{"rubric": "x"}',
        '{\n  "unit": "甲市"\n}',
        "'unit': 甲市",
    ],
)
def test_ours(text: str) -> None:
    assert is_ours(text)


@pytest.mark.parametrize(
    "text",
    [
        "repos:\n  - repo: local\n",
        "parameters: {}\nstages: []\n",
        "year: 2011\non: push\n",
        "services:\n  unit: web\n",
        "units: 3",
        "- unit: 甲市",
        "",
    ],
)
def test_others(text: str) -> None:
    assert not is_ours(text)


def test_this_repository() -> None:
    ours = [*CITIES.glob("*.yaml"), *(ROOT / "rubrics").glob("*.yaml"), *(TESTS / "bad" / "rubrics").glob("*.yaml")]
    assert {path.name for path in ours if not is_ours(path.read_text(encoding="utf-8"))} <= {"parameters.yaml"}
    others = [*ROOT.glob(".*.yaml")]
    assert others
    assert not [path for path in others if is_ours(path.read_text(encoding="utf-8"))]
