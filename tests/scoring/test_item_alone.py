"""One item scored alone is that of the sheet, told or not, whatever is missing or judged."""

from dataclasses import replace
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest

from kaohe.library import rubric_files
from kaohe.results.sheet import ItemScore
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.scoring.scorer import Scorer
from kaohe.submission.reader import Judgement, Values, Why
from support.folders import TOP
from support.random_rows import random_row, seeded

RUBRICS = [
    TOP / "rubrics" / "jiangsu-employment-2011.yaml",
    TOP / "tests" / "support" / "every_kind.yaml",
    TOP / "tests" / "forms" / "happy-river.yaml",
]


@cache
def scorer(path: Path) -> Scorer:
    rubric, document = rubric_files.load(path)
    return Scorer(CompiledRubric(rubric, document.sha256), "zh")


def untold(item: ItemScore) -> ItemScore:
    """Without what a person reads."""
    return replace(item, ledger=tuple(replace(line, why="", fact="", arithmetic="") for line in item.ledger))


@pytest.mark.parametrize("path", RUBRICS, ids=lambda path: path.stem)
@pytest.mark.parametrize("gaps", [0.0, 0.1, 0.5])
def test_it_is_that_of_the_sheet(path: Path, gaps: float) -> None:
    made = scorer(path)
    why = Why("复核")
    for seed in range(8):
        row = random_row(made.compiled, seeded(seed), gaps=gaps)
        judged = {0: Judgement(Fraction(1, 2), why)} if seed % 2 else {}
        values = Values("甲", "甲", 2012, "self", row, judged)
        items = [item for section in made.score(values).sections for item in section.items]
        for place, item in enumerate(items):
            assert made.item(values, place) == item
            assert made.item(values, place, told=False) == untold(item)
