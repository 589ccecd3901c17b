"""Which reported facts lack evidence: what happened, unless the rubric says of all, or of none, that it is needed."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from kaohe.analysis.evidence_audit import with_evidence
from kaohe.stages.scored_dossier import scored
from support.doubtful import FORM
from support.doubtful_files import first, loaded

NAMED = {"lists": "名单.pdf"}


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def without(work: Mapping[str, Any], *changes: tuple[str, str], lists: Mapping[str, Any] | None = None) -> list[str]:
    """The labels of the facts that lack a file."""
    text = FORM.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    Path("form.yaml").write_text(text, "utf-8")
    given = {
        "rubric": "form.yaml",
        "parameters": {"average": "90%"},
        "evidence": NAMED if lists is None else {"work": "a"},
    }
    unit = loaded(first("甲市.yaml", work, lists, **given))
    found = with_evidence(unit, scored(unit)).evidence
    assert found is not None
    return [label for one in found.without for label in one.reasons]


def test_what_did_not_happen_needs_none() -> None:
    found = without({})
    assert "迟报" not in found
    assert "支出" in found
    assert "迟报" in without({"late": 1})
    assert "支出" not in without({"cost": 0})
    assert "核查率" in without({"checked": {"part": 0, "whole": 100}})


def test_a_list_without_members_needs_none() -> None:
    assert without({}, lists={"uploads": {}}) == ["乡镇"]


def test_the_rubric_says_otherwise() -> None:
    late = ("{label: 迟报, kind: count,", "{label: 迟报, kind: count, evidence: required,")
    passed = ("{label: 通过率, kind: percent", "{label: 通过率, kind: percent, evidence: none")
    found = without({}, late, passed)
    assert "迟报" in found
    assert "通过率" not in found


def test_in_a_workbook_evidence_has_a_column() -> None:
    unit = loaded(first("甲市.yaml", {}))
    assert not with_evidence(unit, scored(unit)).in_workbook
