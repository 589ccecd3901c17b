"""The schema of rosters: what editors take is what is read, and what they refuse is refused there too."""

from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from kaohe.authoring.roster_schema import roster_schema
from kaohe.library import rubric_files
from kaohe.problems import Unusable
from support.command_line import kaohe
from support.units_on_disk import SOUND

SCHEMA = Draft202012Validator(roster_schema(rubric_files.load(SOUND)[0]))


def sound(text: str) -> bool:
    data: Any = yaml.safe_load(text)
    return bool(SCHEMA.is_valid(data))


@pytest.mark.parametrize(
    "text",
    [
        "units: [甲市, {unit: 乙市}]",
        "units: [{unit: 乙市, aliases: 乙, due: 自评, basics.grade: 优}]\ndue: [self, 审定]",
        "units: [{unit: 乙市, aliases: [乙, 阿乙], due: 无, basics.grade: }]",
    ],
)
def test_what_is_taken(text: str) -> None:
    assert sound(text)


@pytest.mark.parametrize(
    "text",
    [
        "units: []", "due: 自评", "units: [5]", "units: [{aliases: 乙}]", "units: [甲]\nnames: []",
        "units: [{unit: 乙, basics.late: 3}]", "units: [{unit: 乙, basics.grade: 差}]", "units: [甲]\ndue: 初评",
    ],
)  # fmt: skip
def test_what_is_refused(text: str) -> None:
    assert not sound(text)


def test_the_command() -> None:
    assert '"title": "各类指标：单位名单"' in kaohe("schema", SOUND, "--roster").out
    assert '"title": "各类指标: roster of units"' in kaohe("schema", SOUND, "--roster", "--lang", "en").out
    ran = kaohe("schema", "--roster")
    refused = Unusable("roster-of-which-rubric").message("zh")
    assert (ran.code, ran.err) == (2, f"{refused}\n")
