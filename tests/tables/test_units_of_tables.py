"""Units' files become a table of facts, and its rows units' files again: the same facts, whatever is missing."""

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from kaohe.stages.unit_loader import UnitLoader
from kaohe.submission.reader import Values
from kaohe.tables.fact_files import fact_file
from kaohe.tables.opened_table import opened
from kaohe.tables.score_table import Wanted
from kaohe.tables.unit_tables import table_of_units
from support.command_line import kaohe
from support.compiled_once import compiled
from support.random_units import EVERY, silent, units_at_random
from support.rounds import share
from support.small_rubric import RULE, item, rubric


def _facts(values: Values) -> tuple[object, ...]:
    row = tuple(None if silent(one) else one for one in values.row)
    return values.unit, values.year, values.stage, row


@pytest.mark.parametrize("path", share(EVERY, of=4), ids=lambda path: path.stem)
def test_rows_come_back(path: Path, tmp_path: Path) -> None:
    given = units_at_random(path, 9)
    table_of_units(compiled(path), str(path), given).write_parquet(tmp_path / "facts.parquet")
    file = fact_file(str(tmp_path / "facts.parquet"))
    table = opened(file, UnitLoader("zh", {}), Wanted(scored=False))
    found = [_facts(one) for rows in table.rows() for one in table.units(rows)]
    assert table.exact.problems == []
    for one, other in zip(found, map(_facts, given), strict=True):
        assert one == other


NUMBERS = {"label": "数", "kind": "number"}
OF_NUMBERS: Any = item(
    indicators={
        "one": NUMBERS,
        "share": {"label": "率", "kind": "percent"},
        "each": {**NUMBERS, "label": "各数", "list": True},
    },
    rules=[{**RULE, "requires": "one > 1 and share > 1% and sum(each) > 1"}],
)


@pytest.mark.parametrize("suffix", [".parquet", ".csv"])
@pytest.mark.parametrize(
    "several",
    [
        ["9" * 18, "1"],
        ["9" * 19, "1"],
        ["1" + "0" * 29, "2.5"],
        ["1" + "0" * 29, "0.123456789012"],
    ],
    ids=["long", "longer than long", "a wide decimal", "no decimal"],
)
def test_numbers_of_any_length_come_back(several: list[str], suffix: str, tmp_path: Path) -> None:
    """A column that holds no such number takes texts; nothing goes missing."""
    (tmp_path / "form.yaml").write_text(json.dumps(rubric([OF_NUMBERS]).data, default=int), encoding="utf-8")
    path = tmp_path / f"facts{suffix}"
    for place, number in enumerate(several):
        (tmp_path / "units").mkdir(exist_ok=True)
        listed = "" if suffix == ".csv" else f", each: {{甲县: {number}}}"
        facts = f"{{item: {{one: {number}, share: {number}%{listed}}}}}"
        text = f"rubric: ../form.yaml\nunit: 单位{place}\nyear: 2011\nindicators: {facts}\n"
        (tmp_path / "units" / f"{place}.yaml").write_text(text, encoding="utf-8")
    ran = kaohe("table", "--from", tmp_path / "units", "-o", path)
    assert ran.code == 0, ran.err
    table = opened(fact_file(str(path)), UnitLoader("zh", {}), Wanted(scored=False))
    found = [one for rows in table.rows() for one in table.units(rows)]
    assert table.exact.problems == []
    for one, number in zip(found, several, strict=True):
        known = Fraction(number)
        members = None if suffix == ".csv" else (("甲县", known),)
        assert one.row == (known, known / 100, members)
    assert kaohe("table", path, "-o", tmp_path / "scores.csv").code == 0
