"""One item explained: its clauses, its facts through the stages, causes, other readings, and what would help."""

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from kaohe import source
from kaohe.analysis.explaining import explanation, with_explanations
from kaohe.library.named_items import find_item
from kaohe.render.json import explanation_json
from kaohe.render.markdown import markdown_table
from kaohe.render.words.explanation_tables import explanation_tables
from kaohe.results.explanation import Explanation
from kaohe.stages.scored_dossier import scored
from kaohe.stages.unit_stages import UnitStages
from support.command_line import CITIES
from support.stage_files import FOLDER, assembled, lay_out

CASES: list[Mapping[str, Any]] = source.read(str(FOLDER / "cases.yaml")).data["cases"]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("units").mkdir()


def case(name: str) -> Mapping[str, Any]:
    return next(one for one in CASES if one["name"].startswith(name))


def explained(unit: UnitStages, item: str) -> Explanation:
    assert not unit.bad
    return explanation(unit, scored(unit), find_item(unit.states[-1].compiled.rubric, item), "zh")


def markdown(found: Explanation) -> str:
    return markdown_table.text(explanation_tables(found, "zh"), "zh")


RENAMED = "another version, in which a reading and an item are gone"


def test_a_fact_that_is_new_in_a_later_version() -> None:
    """The stage before knew nothing of it."""
    unit = assembled(lay_out(case("another version of the rubric"), Path("units")))
    facts = {one.label: one.values for one in explained(unit, "basics").facts}
    assert facts["到位"] == ("", "是")
    assert facts["迟报"] == ("1 次", "1 次")
    assert "开班月份" not in facts


def test_an_item_that_is_new_in_a_later_version() -> None:
    unit = assembled(lay_out(case(RENAMED), Path("units")))
    found = explained(unit, "ranking")
    assert [(label, one and one.score) for label, one in found.stages] == [
        ("自评分", None),
        ("省厅初评分", None),
        ("省厅审定考核分", Fraction(10)),
    ]
    assert [one["score"] for one in explanation_json.data(found)["scores"]] == [None, None, "10"]
    assert "满分 10 分：省厅审定考核分 10" in markdown(found)


def test_what_a_reviewer_gave_is_explained_beside_the_clauses() -> None:
    """It rests on no clause, and comes last."""
    final = "judgements:\n  basics: {score: 12, reason: 材料不全}\n"
    found = explained(assembled(lay_out({"final": final}, Path("units"))), "basics")
    assert [one.clause for one in found.clauses if not one.clause] == [found.clauses[-1].clause]
    (judged,) = found.clauses[-1].lines
    assert (judged.rule, judged.why) == ("basics.judgement", "酌情评定：材料不全，扣 3 分")
    assert sum(line.applied for one in found.clauses for line in one.lines) == found.item.points - 12


def test_only_causes_of_the_item_are_told() -> None:
    unit = assembled(lay_out(case(RENAMED), Path("units")))
    kinds = {item: [one.kind for one in explained(unit, item).causes] for item in ("basics", "growth", "ranking")}
    assert kinds["growth"] == ["reading", "rubric_version"]
    assert kinds["basics"] == ["rubric_version", "fact_corrected"]
    assert kinds["ranking"][-2:] == ["fact_corrected", "judgement"]


def test_no_readings_where_the_scorer_reads_nothing_otherwise() -> None:
    unit = assembled([CITIES / "乙市.yaml"])
    unit.states[-1].scorer.reasons.readings = None
    found = explained(unit, "1.1")
    assert found.readings == ()
    assert "其他读法" not in markdown(found)


def test_every_clause_and_every_line_of_the_item_is_there() -> None:
    unit = assembled([CITIES / "乙市.yaml"])
    rubric = unit.states[-1].compiled.rubric
    dossier = with_explanations(unit, scored(unit))
    lost = [one for section in dossier.last.sections for one in section.items if one.ledger]
    assert [one.item for one in dossier.explanations] == lost
    for found in dossier.explanations:
        item = next(one for _, one in rubric.items() if one.id == found.item.id)
        clauses = [rule.clause for rule in item.rules] + [veto.clause for veto in item.vetoes]
        assert [one.clause for one in found.clauses if one.clause] == clauses
        lines = [line for one in found.clauses for line in one.lines]
        assert sorted(lines, key=str) == sorted(found.item.ledger, key=str)
        assert found.improvements == ()


def test_what_would_help_is_of_the_item() -> None:
    unit = assembled([CITIES / "乙市.yaml"])
    found = explained(unit, "1.1")
    assert [one.fact.indicator for one in found.improvements] == ["contributors", "migrant_workers"]
    assert all(any(item.id == "coverage" for item in one.items) for one in found.improvements)
