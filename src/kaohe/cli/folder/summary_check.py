"""A summary against the files of its units: whether what it is sealed with is what they give now."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from openpyxl.utils import get_column_letter

from kaohe.audit.cell_contents import Content, same, shown
from kaohe.audit.unsealed_cells import SealedCells, unsealed_cells
from kaohe.audit.verification import Verified
from kaohe.cli.folder.settled import scored_folder
from kaohe.cli.folder.shared_work import Task
from kaohe.cli.folder.unit_folder import read_roster_of
from kaohe.cli.reporter import Reporter
from kaohe.messages import Language
from kaohe.problems import Problem
from kaohe.render.xlsx import sealed_page
from kaohe.render.xlsx.summary_workbook import summary_book

MOST = 40
"""So many cells are told; more would only say that it is another summary."""
Key = tuple[str, int, int]


def summary_differences(reporter: Reporter, verified: Verified, files: Sequence[Path]) -> Iterator[Problem]:
    """Each cell that the files give otherwise; one finding where they give no summary of its title."""
    sealed = verified.sealed
    made = _made(reporter, verified.language, files)
    if sealed is None or sealed.title not in made:
        found = {"found": sealed.title if sealed else "", "expected": "、".join(made)}
        yield Problem("summary-of-others", verified.path, parameters=found)
        return
    pairs = [*_unlike(sealed, made[sealed.title])]
    for (sheet, row, column), found_, expected in pairs[:MOST]:
        told = {
            "sheet": sheet,
            "cell": f"{get_column_letter(column)}{row}",
            "found": shown(found_, expected, reporter.language),
            "expected": shown(expected, found_, reporter.language),
        }
        yield Problem("summary-differs", verified.path, parameters=told)
    if len(pairs) > MOST:
        yield Problem("summary-differs-more", verified.path, parameters={"count": len(pairs) - MOST})


def _made(reporter: Reporter, language: Language, files: Sequence[Path]) -> Mapping[str, SealedCells]:
    """The summaries of all stages that the files give, by their titles."""
    roster = read_roster_of(files[0].parent, None)
    folder = scored_folder(reporter, list(files), Task(language, {}, None, None, detailed=True, roster=roster))
    made: dict[str, SealedCells] = {}
    for stage in folder.stages() if folder.frame else ():
        seal = folder.frame and sealed_page.read(summary_book(folder.figures(folder.frame, stage), language))
        cells = unsealed_cells(seal.text) if seal else None
        made |= {cells.title: cells} if cells else {}
    return made


def _unlike(one: SealedCells, other: SealedCells) -> Iterator[tuple[Key, Content, Content]]:
    sides = [
        {(title, *place): content for title, page in cells.pages.items() for place, content in page.cells.items()}
        for cells in (one, other)
    ]
    for key in sorted(sides[0].keys() | sides[1].keys()):
        found, expected = (side.get(key) for side in sides)
        if not same(found, expected):
            yield key, found, expected
