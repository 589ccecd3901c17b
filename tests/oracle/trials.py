"""Units made up for a seed, by the form's text and by back-ends: as the form is read, and in every other way."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress

from kaohe.backends.columns.column_widths import TooLarge
from kaohe.scoring.compiled_rubric import CompiledRubric
from oracle.back_ends import BACK_ENDS, OF_ROWS, BackEnd, by_spreadsheet, row_of
from oracle.comparing import Compared, compare
from oracle.form import scores
from oracle.made_units import GAPS, Unit, made_units
from support import shipped

Told = dict[str, Compared]
AT_ONCE, IN_A_WORKBOOK = 10_000, 100
"""So many units make a table."""
FEW = 200
"""On so many each other reading is tried."""


def runs(units: int, seed: int, sheets: int, told: Told) -> Iterator[str]:
    """What is done, as soon as it is."""
    for start in range(0, units, AT_ONCE):
        trial(BACK_ENDS, min(AT_ONCE, units - start), seed + start, told)
        yield f"{start + AT_ONCE} units"
    for name, option in shipped.alternatives():
        other_readings([(name, option)], FEW, seed, told)
        yield f"{name}: {option}"
    for start in range(0, sheets, IN_A_WORKBOOK):
        trial({"LibreOffice": by_spreadsheet}, min(IN_A_WORKBOOK, sheets - start), seed + start, told)
        yield f"{start + IN_A_WORKBOOK} units in workbooks"


def trial(back_ends: Mapping[str, BackEnd], many: int, seed: int, told: Told) -> None:
    """As the form is read usually; what comes out is added to what is `told` by back-end."""
    _compared(shipped.compiled(), {}, back_ends, [*made_units(many, seed, GAPS)], told)


def other_readings(readings: Iterable[tuple[str, str]], many: int, seed: int, told: Told) -> None:
    """Each of these instead of the usual one, on units without gaps: some have no end below."""
    for name, option in readings:
        compiled = shipped.program_as({name: option})
        units = [*made_units(many, seed, (0.0,))]
        with suppress(TooLarge):  # a list of quotients has no whole number for its sum: such tables go row by row
            _compared(compiled, {name: option}, OF_ROWS, units, told)


def _compared(
    compiled: CompiledRubric,
    taken: Mapping[str, str],
    back_ends: Mapping[str, BackEnd],
    units: Sequence[Unit],
    told: Told,
) -> None:
    wanted = [scores(unit, taken) for unit in units]
    rows = [row_of(compiled, unit) for unit in units]
    for name, back_end in back_ends.items():
        into = told.setdefault(f"{name}, other readings" if taken else name, Compared())
        compare(units, wanted, back_end(compiled, rows), into)
