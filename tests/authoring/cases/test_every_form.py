"""What cases reach of real forms: whatever the facts are and however many are missing, it can be said."""

from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest

from kaohe.authoring.cases.case import Case, CasePlace, Expected, exactly
from kaohe.authoring.cases.coverage import CoverageGatherer
from kaohe.authoring.cases.running import outcome
from kaohe.library import rubric_files
from kaohe.render.cases.words import spot_told
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.scoring.scorer import Scorer
from kaohe.source import Document
from kaohe.source.program_data import document_of
from kaohe.submission.reader import Values
from support.folders import TOP
from support.random_rows import random_row, seeded

FORMS = sorted(path for path in (TOP / "tests" / "forms").glob("*.yaml") if ".cases" not in path.name)
RUBRICS = [*FORMS, TOP / "rubrics" / "jiangsu-employment-2011.yaml", TOP / "tests" / "support" / "every_kind.yaml"]
ROWS = 12
CASE = Case("甲", CasePlace("cases"), "", {}, {}, Expected(score=exactly(Fraction(0))), document_of({}, "甲"))


@cache
def scorer(path: Path) -> tuple[Scorer, Document]:
    rubric, document = rubric_files.load(path)
    return Scorer(CompiledRubric(rubric, document.sha256), "zh"), document


@pytest.mark.parametrize("path", RUBRICS, ids=lambda path: path.stem)
def test_what_random_facts_reach(path: Path) -> None:
    made, document = scorer(path)
    gatherer = CoverageGatherer(made.compiled, "zh")
    reached = [0]
    for seed in range(ROWS):
        row = random_row(made.compiled, seeded(seed), gaps=0.2 * (seed % 3))
        gatherer.add(outcome(CASE, made, Values("甲", "甲", 2012, "self", row)))
        reached.append(len(gatherer.coverage().reached))
    found = gatherer.coverage()
    assert reached == sorted(reached)
    assert found.share > Fraction(1, 4)
    assert all(spot_told(one, document, language) for one in found.spots for language in ("zh", "en"))
