"""A unit's row of facts becomes the file that it was read from: what is missing, none, or does not apply stays so."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kaohe.problems import Problems
from kaohe.render import submission_yaml
from kaohe.source import read
from kaohe.submission.unit_data import unit_data
from support.compiled_once import compiled
from support.random_rows import seeded
from support.random_units import EVERY, a_unit, alike
from support.rounds import rounds
from support.rule_cases import document


@pytest.mark.parametrize("path", EVERY, ids=lambda path: path.stem)
def test_facts_come_back(path: Path) -> None:
    reader = compiled(path).reader

    @rounds(20)
    @given(st.integers(0, 2**32), st.sampled_from([0.0, 0.1, 0.6]))
    def comes_back(seed: int, gaps: float) -> None:
        try:
            values = reader.read(document(a_unit(path, seeded(seed), gaps)))
        except Problems:  # lists that are to have the same members
            assume(False)
        data = unit_data(compiled(path).layout, path.name, values)
        found = reader.read(read("甲市.yaml", submission_yaml.text(data, {}).encode()))
        assert alike(found) == alike(replace(values, evidence=()))

    comes_back()
