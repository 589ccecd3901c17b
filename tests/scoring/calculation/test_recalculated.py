"""LibreOffice computes from the formulas what the exact engine gives, and what the calculation itself gives."""

from pathlib import Path

from kaohe.scoring.calculation.calculating import calculation
from kaohe.scoring.compiled_rubric import CompiledRubric
from support import shipped
from support.entered_cells import every_cell
from support.random_rows import random_row, seeded
from support.recalculated import Block, plant, recalculated, write_blocks
from support.rendered.printing import IN_OFFICE, Office
from support.rounds import share
from support.rule_cases import cases
from support.spreadsheet import Row, differences, disagreements, inputs_of, room, typed, without_some
from test_forms import FORMS

pytestmark = IN_OFFICE
UNSHOWN = "work.told."
"""What a part of words says of numbers without end is shown nowhere: the words are those for missing facts."""
Units = list[tuple[CompiledRubric, list[Row]]]


def of_cases() -> Units:
    """Every case with a row that is full and one with facts missing."""
    random, found = seeded(1), []
    for case in share(cases(), of=12):
        rows = [typed(case.row(example)) for example in case.examples]
        found.append((case.compiled, [rows[-1], without_some(rows[0], random, 0.3)]))
    return found


def of_forms() -> Units:
    random, found = seeded(2), []
    for form in share(FORMS, of=12):
        row = typed(form.row(0))
        found.append((form.compiled, [row, without_some(row, random, 0.2)]))
    return found


def of_random_units() -> Units:
    compiled, random = shipped.compiled(), seeded(3)
    return [(compiled, [random_row(compiled, random, gaps=gaps) for gaps in (0, 0, 0.01, 0.2)])]


def test_cell_by_cell(office: Office, tmp_path: Path) -> None:
    """All in one workbook, for the office takes its time to start."""
    units = [*of_cases(), *of_forms(), *of_random_units()]
    blocks = [
        Block(calculation(compiled, max(map(room, rows)), told="zh"), [inputs_of(compiled, row) for row in rows])
        for compiled, rows in units
    ]
    path = tmp_path / "cells.xlsx"
    write_blocks(path, blocks)
    for (compiled, rows), block, found in zip(units, blocks, recalculated(office, path, blocks), strict=True):
        for row, inputs, values in zip(rows, block.units, found, strict=True):
            wrong = disagreements(block.calculation, inputs, values)
            assert [one for one in wrong if not one.startswith(UNSHOWN)] == []
            assert differences(compiled, row, values) == []


def test_what_people_leave_in_cells(office: Office, tmp_path: Path) -> None:
    blocks = [Block(own, [inputs]) for own, inputs in every_cell()]
    path = tmp_path / "cells.xlsx"
    write_blocks(path, blocks)
    for block, (values,) in zip(blocks, recalculated(office, path, blocks), strict=True):
        assert disagreements(block.calculation, block.units[0], values) == [], block.units


def test_a_wrong_cell_is_found(office: Office, tmp_path: Path) -> None:
    """LibreOffice keeps a value that stands beside a formula: so none may stand there when formulas are tried."""
    case = cases()[0]
    row = case.row(case.examples[0])
    block = Block(calculation(case.compiled, 1), [inputs_of(case.compiled, row)] * 2)
    path, place = tmp_path / "cells.xlsx", block.rows()["due.it.0"]
    write_blocks(path, [block])
    plant(path, f"A{place}", formula="7")
    plant(path, f"B{place}", cached="7")
    ((by_formula, by_value),) = recalculated(office, path, [block])
    for values in (by_formula, by_value):
        assert differences(case.compiled, row, values) == ["due.it.0: 7, not 0"]
        assert "due.it.0: 7, not 0" in disagreements(block.calculation, block.units[0], values)
