"""Whatever differs between two rubrics: the clauses' points add up, and all of it can be told."""

from fractions import Fraction
from pathlib import Path

import pytest

from kaohe.authoring.comparing.comparison import Version, compared
from kaohe.authoring.comparing.effects import effects
from kaohe.formulas.scope import UnknownReference
from kaohe.formulas.tokens import Malformed
from kaohe.library import rubric_files
from kaohe.render.comparing.change_table import change_table
from kaohe.render.comparing.effect_tables import effect_tables
from kaohe.render.terminal.terminal_table import page
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.scoring.scorer import Scorer
from kaohe.stages.unit_stages import UnitState
from kaohe.submission.reader import Values
from support.changed_rubrics import changed
from support.random_rows import random_row, seeded
from support.rounds import share

FORMS = Path(__file__).parents[2] / "forms"
RUBRICS = [
    *rubric_files.shipped().values(),
    *(path for path in sorted(FORMS.glob("*.yaml")) if ".cases" not in path.name),
]
ROUNDS = 4
UNITS = 4


@pytest.mark.parametrize("path", share(RUBRICS, of=2), ids=lambda path: path.stem)
def test_points_are_conserved(path: Path) -> None:
    rubric, _ = rubric_files.load(path)
    old = CompiledRubric(rubric, "old")
    for seed in share(range(ROUNDS), of=2):
        random = seeded(seed)
        try:
            new = CompiledRubric(changed(rubric, random, 1 + 3 * seed), "new")
        except (UnknownReference, Malformed, LookupError):  # a change has taken what another clause names
            continue
        gaps = 0.02 if seed < ROUNDS // 2 else 0.0
        rows = [random_row(old, random, gaps=gaps) for _ in range(UNITS)]
        stage = next(iter(rubric.stages))
        states = [
            UnitState(Scorer(old, "zh"), Values(f"{at}.yaml", f"单位{at}", None, stage, row))
            for at, row in enumerate(rows)
        ]
        comparison = compared(Version(rubric, "old"), Version(new.rubric, "new"))
        found = effects(comparison, (old, new), states, "zh")
        assert len(found) == UNITS
        for one in found:
            known = [moved.points for moved in one.moved if moved.points is not None]
            if one.difference is not None:
                assert sum(known, Fraction(0)) == one.difference
        assert page([change_table(comparison, "en"), *effect_tables(found, "zh")], "zh")
