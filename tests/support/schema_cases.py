"""What the published schemas must refuse, as kaohe does, and what they must take: changes to a good file each."""

import json
from typing import Any

import pytest

from support.folders import TESTS

SAMPLE = TESTS / "support" / "every_kind.yaml"

BAD_RUBRICS = [
    pytest.param("points: 67", 'points: "８"', id="full-width text for a number"),
    pytest.param("points: 67", 'points: "38"', id="a quoted number"),
    pytest.param("points: 67", "points: -38", id="a negative number"),
    pytest.param("title: 样表", "titel: 样表", id="an unknown key"),
    pytest.param("kaohe: 1", "kaohe: 2", id="another version"),
    pytest.param("final: 审定分", "last: 审定分", id="an unknown stage"),
    pytest.param("kind: flag}", "kind: bool}", id="an unknown kind"),
    pytest.param("type: levels", "type: level", id="an unknown type of rule"),
    pytest.param("- type: levels\n            clause", "- clause", id="a rule without its type"),
    pytest.param("of: grade", "off: grade", id="a misspelt key of a rule"),
    pytest.param("levels: {excellent: 6", "bands: {excellent: 6", id="a key of another type of rule"),
    pytest.param("requires: responsible", "requires: {no: responsible}", id="an unknown kind of requirement"),
    pytest.param("partial: whole", "partial: half", id="an unknown word"),
    pytest.param("every_percent: 1%", "every_percent: 1", id="a percent without its sign"),
    pytest.param("scope: [1, 2]", "scope: [0]", id="rules are counted from 1"),
]


def spoilt(written: str, instead: str) -> str:
    """The sample rubric with some of its text replaced."""
    text = SAMPLE.read_text(encoding="utf-8")
    assert written in text
    return text.replace(written, instead, 1)


GOOD: dict[str, Any] = {
    "rubric": SAMPLE.as_posix(),
    "unit": "甲市",
    "year": 2011,
    "stage": "final",
    "parameters": {"average": "93.2%"},
    "indicators": {
        "mechanism": {"rules_made": True, "rules_published": "否", "staff_missing": 3, "filed": None},
        "discipline": {"grade": "good", "breaches": 0},
        "growth": {"people": {"previous": 100, "current": 102.5}, "rounds": None, "fraud": False},
        "quality": {"passed": "不适用", "tasks": {"甲县": {"part": 1, "whole": 2}, "乙县": None}, "spending": 2.5},
    },
}


def changed(path: str, value: object) -> str:
    """The good file with another value at a path such as `indicators.growth.fraud`, as JSON, which is YAML too."""
    data: dict[str, Any] = json.loads(json.dumps(GOOD))
    *above, last = path.split(".")
    inside = data
    for step in above:
        inside = inside[step]
    inside[last] = value
    return json.dumps(data, ensure_ascii=False)


GOOD_VALUES = [
    pytest.param("year", None, id="as it is"),
    pytest.param("indicators", None, id="nothing reported"),
    pytest.param("indicators.growth", None, id="nothing of an item"),
    pytest.param("indicators.growth.people", None, id="no pair"),
    pytest.param("indicators.growth.people", {"previous": None, "current": 3}, id="half a pair"),
    pytest.param("indicators.quality.passed", "not_applicable", id="not applicable, in English"),
    pytest.param("indicators.growth.people.previous", 0, id="a pair that starts from 0"),
    pytest.param("indicators.quality.tasks", {}, id="a list of nothing"),
    pytest.param("indicators.quality.tasks", [], id="a list of nothing, in brackets"),
]
BAD_VALUES = [
    pytest.param("unit", None, id="no unit"),
    pytest.param("unit", " ", id="a blank unit"),
    pytest.param("year", "2011", id="a quoted year"),
    pytest.param("stage", "preliminary", id="a stage that the form has not"),
    pytest.param("indicator", {}, id="an unknown key"),
    pytest.param("indicators.grwth", {}, id="an unknown item"),
    pytest.param("indicators.growth.round", 1, id="an unknown indicator"),
    pytest.param("indicators.growth.fraud", "maybe", id="maybe for a flag"),
    pytest.param("indicators.growth.fraud", 1, id="1 for a flag"),
    pytest.param("indicators.growth.fraud", "不适用", id="not applicable where it must apply"),
    pytest.param("indicators.growth.rounds", 1.5, id="half a count"),
    pytest.param("indicators.growth.rounds", -1, id="a negative count"),
    pytest.param("indicators.growth.rounds", "约3", id="about so many"),
    pytest.param("indicators.growth.people", 3, id="a number for a pair"),
    pytest.param("indicators.growth.people.before", 1, id="an unknown field"),
    pytest.param("indicators.quality.tasks", [1], id="a list without names"),
    pytest.param("indicators.quality.tasks.甲县", {"part": 1, "all": 2}, id="an unknown field of a member"),
    pytest.param("indicators.quality.spending", "2.5吨", id="a number with another unit"),
    pytest.param("indicators.discipline.grade", "bad", id="an unknown option"),
    pytest.param("parameters.average", 93.2, id="a percent without its sign"),
    pytest.param("parameters.averag", "1%", id="an unknown parameter"),
]
