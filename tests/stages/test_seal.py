"""The seal's text: the same for the same facts however they are written, and all of it comes back."""

import json
import re
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaohe import source
from kaohe.audit.unsealing import UnknownFormat, amendment, decoded, first_state, over_all, unsealed
from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.results.canonical_text import canonical
from kaohe.stages.seal import encoded, sealed_text
from kaohe.stages.unit_files import UnitFiles
from kaohe.stages.unit_loader import UnitLoader
from kaohe.stages.unit_stages import UnitState
from kaohe.submission.reader import Values
from support.command_line import ROOT, SHIPPED, WITH_GAPS
from support.random_rows import random_row, seeded
from support.rounds import rounds
from support.shipped import compiled, scorer
from support.workbooks import three_stages, unit

SOUND = ROOT / "tests" / "bad" / "rubrics" / "sound.yaml"
EVERY_KIND = ROOT / "tests" / "support" / "every_kind.unit.yaml"
SCALARS = st.none() | st.booleans() | st.integers() | st.fractions() | st.text() | st.sampled_from([NOT_APPLICABLE])
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner).map(tuple), max_leaves=20)


def typed(value: Any) -> Any:
    """A value with its types: True is 1 to Python."""
    return tuple(map(typed, value)) if isinstance(value, tuple) else (type(value), value)


@given(VALUES)
def test_every_value_comes_back(value: Any) -> None:
    text = canonical({"value": encoded(value)})
    assert re.fullmatch(r"[ -~]*", text)
    assert not re.search("_x[0-9A-Fa-f]{4}_", text)
    assert typed(decoded(json.loads(text)["value"])) == typed(value)


@given(st.integers(0, 10**6), st.sampled_from([0.0, 0.2, 1.0]))
@rounds(30)
def test_every_row_comes_back(seed: int, gaps: float) -> None:
    row = random_row(compiled(), seeded(seed), gaps=gaps)
    state = UnitState(scorer(compiled()), Values("甲市.yaml", "甲市", None, "self", row))
    again = first_state(scorer(compiled()), unsealed(sealed_text([state], [], {})), "甲市.yaml")
    assert typed(again.row) == typed(row)
    assert again == state


@pytest.mark.parametrize("path", [WITH_GAPS, EVERY_KIND], ids=["gaps", "every kind"])
def test_every_kind_comes_back(path: Path) -> None:
    state = unit(path).states[0]
    again = first_state(state.scorer, unsealed(sealed_text([state], [], {})), state.values.path)
    assert again == replace(state, values=replace(state.values, evidence=()))


def test_facts_over_all_units_come_back() -> None:
    state = UnitState(scorer(compiled()), Values("甲市.yaml", "甲市", 2011, "self", (None,) * compiled().layout.width))
    known = {3: Fraction(1, 3), 5: NOT_APPLICABLE, 7: 2}
    sealed = unsealed(sealed_text([replace(state, known=known)], [], {}))
    assert over_all(compiled(), sealed.stages[0]) == known


def test_later_stages_come_back() -> None:
    found = three_stages()
    sealed = unsealed(sealed_text(found.states, found.amendments, found.choices))
    for stage, one in zip(sealed.stages[1:], found.amendments, strict=True):
        again = amendment(compiled(), sealed, stage, one.document)
        parts = [[replace(change, path=()) for change in part] for part in (one.facts, one.readings, one.judgements)]
        assert [list(again.facts), list(again.readings), list(again.judgements)] == parts


def facts(text: str, tmp_path: Path, rubric: str | Path = SOUND) -> Any:
    """The facts that are sealed of a unit's file."""
    path = tmp_path / "甲市.yaml"
    path.write_text(f"rubric: {rubric}\nunit: 甲市\n{text}", encoding="utf-8")
    unit = UnitLoader("zh", {}).unit(UnitFiles(source.read(str(path))))
    return json.loads(sealed_text(unit.states, unit.amendments, unit.choices))["stages"][0]["facts"]


def test_how_facts_are_written_does_not_matter(tmp_path: Path) -> None:
    first, *others = [
        facts(f"{text}\n", tmp_path)
        for text in (
            "indicators: {basics: {done: true, late: 0, paid: 90%, grade: good}}",
            "indicators: {basics: {grade: good, paid: 90.00%, late: 0, done: 是}}\nparameters: {}",
            "stage: self\nindicators: {basics: {done: 是, late: 0, paid: 90.0%, grade: good, hours: }}",
        )
    ]
    assert others == [first] * 2
    assert first["basics.paid"] == "0.9"


def test_missing_zero_and_inapplicable_are_three_things(tmp_path: Path) -> None:
    ways = ("", "low_star_markets: 0", "low_star_markets: 不适用")
    found = [facts(f"indicators: {{market_rating: {{{way}}}}}\n", tmp_path, SHIPPED) for way in ways]
    assert [one["market_rating.low_star_markets"] for one in found] == [None, 0, "not_applicable"]


def test_a_format_of_later_times() -> None:
    with pytest.raises(UnknownFormat):
        unsealed('{"format": 2}')
