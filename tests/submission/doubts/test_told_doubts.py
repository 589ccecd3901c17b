"""What is said of a unit's numbers that can hardly be so, each sentence whole; and what is not doubted."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from kaohe.source import read
from kaohe.source.program_data import document_of
from kaohe.submission.doubts.usual_doubts import ten_thousandfold
from support.doubtful import FORM, compiled, facts, said

CASES: list[Mapping[str, Any]] = read(str(Path(__file__).parent / "told.yaml")).data["cases"]
WHY = "，请核对；属实的，写明原因：notes: {{{}: {{{}: 原因}}}}"
ODDS = "doubt-condition 1.1 有效问卷：有效问卷 990份，调查问卷 100份，与“valid <= surveyed”不符"
RATE = "doubt-above 1.1 有效率：990%（有效问卷 990份，调查问卷 100份），高于 100%"


@pytest.mark.parametrize("case", CASES, ids=lambda one: one["zh"][:24])
def test_each_sentence(case: Mapping[str, Any]) -> None:
    given = facts(case.get("work", {}), case.get("lists", {}))
    assert said(given) == [f"warning {case['zh']}"]
    assert said(given, "en") == [f"warning {case['en']}"]


def test_a_condition_and_what_is_made_of_the_same_facts() -> None:
    """Each says its own; they stand at the fact that declares the condition, and at the first that it is made of."""
    found = said(facts({"valid": 990}))
    assert found == [
        f"warning {ODDS}{WHY.format('work', 'valid')}",
        f"warning {RATE}{WHY.format('work', 'valid')}",
    ]


@pytest.mark.parametrize(
    ("work", "lists"),
    [
        ({}, {}),
        ({"checked": {"part": 0, "whole": 0}}, {}),
        ({"insured": {"previous": 0, "current": 5}}, {}),
        ({"insured": {"current": 5}}, {}),
        ({"insured": None, "valid": None, "checked": None}, {}),
        ({"growing": {"previous": 10, "current": 40}}, {}),
        ({"bounded": "190%", "quiet": "1000%"}, {}),
        ({"valid": 1, "surveyed": 0, "cost": -5}, {}),
        ({}, {"uploads": {}, "towns": {}}),
        ({}, {"uploads": {"就业": {"part": 5001}}, "towns": {"东镇": {"people": 3}}}),
        ({}, {"uploads": None}),
    ],
)
def test_what_is_not_doubted(work: Mapping[str, Any], lists: Mapping[str, Any]) -> None:
    """Ranges hold at their sides; what is missing, or can't be computed, is told elsewhere."""
    found = said(facts(work, lists))
    assert [one for one in found if "valid <= surveyed" not in one] == []


def test_a_note_answers_a_doubt() -> None:
    notes = {"work": {"passed": "含免考", "surveyed": "抽样后补报"}}
    assert said(facts({"passed": "101%", "valid": 990}, notes=notes)) == [
        "notice doubt-above 1.1 通过率：101%，高于 100%（已说明：含免考）",
        f"notice {ODDS}（已说明：抽样后补报）",
        f"notice {RATE}（已说明：抽样后补报）",
    ]
    assert said(facts({"passed": "101%"}, notes=notes), "en") == [
        "notice doubt-above 1.1 通过率: 101%, above 100% (explained: 含免考)"
    ]
    assert len(said(facts({"passed": "101%"}, notes={"work": "全部核过"}))) == 1


def test_parameters_are_doubted_in_the_file_that_has_them() -> None:
    assert said(facts({}, parameters={"average": "860%"})) == [
        "warning doubt-above 全省平均：860%，高于 100%" + WHY.format("parameters", "average")
    ]
    reader = compiled().reader
    document = document_of({"rubric": "x", "parameters": {"average": "860%"}}, "parameters.yaml")
    common = reader.parameters(document)
    assert reader.read(document_of(facts({}), "甲市"), common).doubts == ()
    (doubt,) = reader.parameter_doubts(document)
    assert (doubt.code, doubt.severity, doubt.keys) == ("doubt-above", "warning", ("parameters", "average"))


def test_a_rubric_may_leave_its_facts_to_themselves(tmp_path: Path) -> None:
    """Only what facts themselves say of what is plausible holds then."""
    form = tmp_path / "form.yaml"
    form.write_text(FORM.read_text("utf-8").replace("parameters:\n", "plausible: false\nparameters:\n", 1), "utf-8")
    given = facts({"passed": "990%", "late": 13, "valid": 990, "insured": {"previous": 1, "current": 9999}})
    found = compiled(form).reader.read(document_of(given, "甲市")).doubts
    assert [(one.code, one.keys[-1]) for one in found] == [("doubt-above", "late"), ("doubt-condition", "valid")]


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (1, 4_999, False),
        (1, 5_000, True),
        (20_000, 1, True),
        (1, 20_001, False),
        (-1, 10_000, True),
        (0, 10_000, False),
    ],
)
def test_about_ten_thousand_times(one: int, other: int, apart: object) -> None:
    assert ten_thousandfold(one, other) is apart
