"""Facts over all units of a table, as they are over the files of a folder."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from kaohe.problems import Unusable
from kaohe.stages.peer_facts import known_over_all
from kaohe.stages.unit_loader import UnitLoader
from kaohe.tables.fact_files import fact_file
from kaohe.tables.opened_table import opened
from kaohe.tables.score_table import TableScorer, Wanted
from support.fact_tables import held_decimals, text_columns, write_csv
from support.folders import TESTS
from support.random_rows import random_row, seeded
from support.table_scores import expected_cells, scorer, values
from test_forms import FORMS, Form

COMPARED = [form for form in FORMS if form.compiled.peers]
Row = tuple[Any, ...]


def _row(form: Form, gaps: float, seed: int) -> Row:
    """A unit without lists, which a CSV can't have; some rows have more decimals than columns."""
    chance = seeded(seed)
    row = random_row(form.compiled, chance, gaps=gaps)
    held = list(held_decimals(form.compiled, row) if seed % 5 else row)
    for fact in form.compiled.layout.facts:
        if fact.indicator.list or fact.indicator.peers:
            held[fact.start] = None
    return tuple(one if one is None or not isinstance(one, Fraction) else Fraction(round(one, 9)) for one in held)


def _opened(form: Form, rows: Sequence[Row], folder: Path) -> TableScorer:
    table = folder / "facts.csv"
    write_csv(table, text_columns(form.compiled, rows))
    rubric = TESTS / "forms" / f"{form.stem}.yaml"
    return opened(fact_file(str(table)), UnitLoader("zh", {}), Wanted(), str(rubric))


@pytest.mark.parametrize("gaps", [0, 0.02])
@pytest.mark.parametrize("form", COMPARED, ids=lambda form: form.stem)
def test_as_over_a_folder(form: Form, gaps: float, tmp_path: Path) -> None:
    rows = [_row(form, gaps, seed) for seed in range(40)]
    told = pl.concat([*_opened(form, rows, tmp_path).batches()]).to_dicts()
    known = dict(known_over_all([(str(at), row) for at, row in enumerate(rows)], form.compiled))
    for at, (row, own) in enumerate(zip(rows, told, strict=True)):
        full = [known[str(at)].get(place, value) for place, value in enumerate(row)]
        found = scorer(form.compiled).ranges(replace(values(row), row=tuple(full)))
        expected = {name: one for name, one in expected_cells(found) if name in own}
        assert {name: own[name] for name in expected} == expected


def _columns(folder: Path, **heads: list[str]) -> TableScorer:
    (form,) = COMPARED
    columns = text_columns(form.compiled, [_row(form, 0, seed) for seed in range(1, 3)])
    write_csv(folder / "facts.csv", {**columns, **heads})
    rubric = TESTS / "forms" / f"{form.stem}.yaml"
    return opened(fact_file(str(folder / "facts.csv")), UnitLoader("zh", {}), Wanted(), str(rubric))


def test_units_of_several_years_are_not_compared(tmp_path: Path) -> None:
    assert _columns(tmp_path, year=["2011", "2011"]).exact.peers is not None
    with pytest.raises(Unusable) as refused:
        _columns(tmp_path, year=["2010", "2011"])
    assert (
        refused.value.message("zh") == "细则拿各单位来比，表里却有几个年度或几个阶段的行；每个年度、每个阶段各用一张表"
    )
    told = "the rubric compares units, and the table is about several years or stages; use a table for each"
    assert refused.value.message("en") == told


def test_a_unit_that_is_due_and_not_there_leaves_them_open(tmp_path: Path) -> None:
    (tmp_path / "units.yaml").write_text("units: [甲, 乙, 丙]\n", encoding="utf-8")
    assert _columns(tmp_path, unit=["甲", "乙"]).exact.peers is None
    (tmp_path / "units.yaml").write_text("units: [甲, 乙]\n", encoding="utf-8")
    assert _columns(tmp_path, unit=["甲", "乙"]).exact.peers is not None


def test_a_row_that_cannot_be_read_leaves_them_open(tmp_path: Path) -> None:
    (form,) = COMPARED
    rows = [_row(form, 0, seed) for seed in range(1, 5)]
    columns = text_columns(form.compiled, rows)
    name = next(key for key, cells in columns.items() if key != "unit" and cells[0] not in ("", "是", "否"))
    columns[name][2] = "若干"
    write_csv(tmp_path / "facts.csv", columns)
    rubric = TESTS / "forms" / f"{form.stem}.yaml"
    table = opened(fact_file(str(tmp_path / "facts.csv")), UnitLoader("zh", {}), Wanted(), str(rubric))
    told = pl.concat([*table.batches()])
    assert table.exact.peers is None
    assert told["state"].to_list().count("problem") == 1
    assert [(one.code, one.line) for one in table.exact.problems] == [(table.exact.problems[0].code, 4)]
