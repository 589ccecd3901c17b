"""`python -m tests.recalculation UNITS SEED`: units of the employment form made up at random, computed by LibreOffice.

Each cell that is not what the exact engine, or the calculation itself, gives is listed; then the exit code is 1.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

AT_ONCE = 100
"""So many units stand in one workbook."""
GAPS = (0.0, 0.0, 0.01, 0.2)
"""How often a fact is missing, unit by unit."""
MOST_MEMBERS = 4


def main() -> int:
    sys.path.insert(0, str(Path(__file__).parents[1]))
    units, seed = map(int, sys.argv[1:])
    seen = agreed = 0
    with TemporaryDirectory() as folder:
        for found in workbooks(Path(folder), units, seed):
            wrong = [f"unit {number}: {'; '.join(one)}\n" for number, one in enumerate(found, seen) if one]
            seen, agreed = seen + len(found), agreed + len(found) - len(wrong)
            sys.stdout.write("".join([*wrong, f"{agreed} units of {seen} agree in every cell\n"]))
            sys.stdout.flush()
    return 0 if agreed == units else 1


def workbooks(folder: Path, units: int, seed: int) -> Iterator[list[list[str]]]:
    """Workbook by workbook, for each unit what is wrong in it."""
    from kaohe.scoring.calculation.calculating import calculation
    from support import shipped
    from support.random_rows import random_row, seeded
    from support.recalculated import Block, recalculated, write_blocks
    from support.rendered.printing import Office
    from support.spreadsheet import differences, disagreements, inputs_of

    office, compiled, random = Office(folder / "profile"), shipped.compiled(), seeded(seed)
    own = calculation(compiled, MOST_MEMBERS)
    for start in range(0, units, AT_ONCE):
        many = range(start, min(start + AT_ONCE, units))
        rows = [random_row(compiled, random, gaps=GAPS[number % len(GAPS)]) for number in many]
        block, path = Block(own, [inputs_of(compiled, row) for row in rows]), folder / "cells.xlsx"
        write_blocks(path, [block])
        (found,) = recalculated(office, path, [block])
        yield [
            [*differences(compiled, row, values), *disagreements(own, inputs, values)]
            for row, inputs, values in zip(rows, block.units, found, strict=True)
        ]


if __name__ == "__main__":
    sys.exit(main())
