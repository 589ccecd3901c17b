"""What a later stage's file says beside the state that it starts from, where no reader of files has seen to it."""

from dataclasses import replace
from pathlib import Path

import pytest

from kaohe import source
from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.problems import Problems
from kaohe.stages.apply_amendment import advance
from kaohe.stages.unit_files import join
from kaohe.stages.unit_loader import UnitLoader
from kaohe.submission.amendment_reader import read_amendment
from support.stage_files import lay_out

CHANGES = "changes: {basics: {hours: {old: , new: 39, reason: 补报}}}\n"


def test_a_fact_that_must_apply_stays_as_it_was(tmp_path: Path) -> None:
    """As one of a sealed workbook may say: it is refused, and at the last stage it is missing still."""
    paths = lay_out({"first": [("hours: 39, ", "")], "final": CHANGES}, tmp_path)
    loader = UnitLoader("zh", {})
    (unit,), _ = join([source.read(str(path)) for path in paths])
    state = loader.unit(replace(unit, later=[])).states[0]
    amendment = read_amendment(state.compiled.reader, state.compiled.rubric, unit.later[0])
    (change,) = amendment.facts
    (step,) = advance(loader.rubrics, state, amendment, {})
    assert change.present(step.state.values.row) == (39,)
    gone = replace(amendment, facts=(replace(change, new=(NOT_APPLICABLE,)),))
    with pytest.raises(Problems) as raised:
        advance(loader.rubrics, state, gone, {})
    assert sorted(one.code for one in raised.value.problems) == ["final-incomplete", "must-apply"]
