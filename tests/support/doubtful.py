"""A rubric with facts of every kind that can be doubted, a unit of which nothing is, and what is said of another."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from kaohe.library import rubric_files
from kaohe.messages import Language
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.source.program_data import document_of
from kaohe.submission.reader import Values

FORM = Path(__file__).parent.parent / "submission" / "doubtful" / "form.yaml"
WORK: Mapping[str, Any] = {
    "valid": 95,
    "surveyed": 100,
    "checked": {"part": 90, "whole": 100},
    "insured": {"previous": 1000, "current": 1100},
    "funds": {"previous": 1000, "current": 1100},
    "growing": {"previous": 10, "current": 20},
    "passed": "93%",
    "bounded": "93%",
    "completion": "120%",
    "late": 0,
    "cost": 900,
    "filed": "2011-12-31",
    "month": "2011-12",
    "quiet": "990%",
}
LISTS: Mapping[str, Any] = {
    "uploads": {"就业": {"part": 100, "whole": 100}},
    "towns": {"东镇": {"people": 300, "rate": "90%", "plan": {"part": 1, "whole": 1}, "quiet": "990%"}},
}


@cache
def compiled(path: Path = FORM) -> CompiledRubric:
    rubric, document = rubric_files.load(path)
    return CompiledRubric(rubric, document.sha256)


def facts(work: Mapping[str, Any], lists: Mapping[str, Any] | None = None, **head: Any) -> dict[str, Any]:
    """A unit's file with some facts in place of those of which nothing is doubted."""
    groups = {"shared": {"residents": 100}, "work": {**WORK, **work}, "lists": {**LISTS, **(lists or {})}}
    return {"rubric": str(FORM), "unit": "甲市", "year": 2011, "indicators": groups, **head}


def values(given: Mapping[str, Any]) -> Values:
    return compiled().reader.read(document_of(given, "甲市"))


def said(given: Mapping[str, Any], language: Language = "zh") -> list[str]:
    """What is said of a unit's facts."""
    return [f"{one.severity} {one.code} {one.message(language)}" for one in values(given).doubts]
