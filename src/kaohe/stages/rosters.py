"""The rosters of folders: which file of a folder is one, each read once."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kaohe.problems import Problem, Problems, naming
from kaohe.source import file_contents
from kaohe.source.file_kinds import is_table, is_workbook
from kaohe.source.spreadsheet.book import Book
from kaohe.source.tables import read_table, sheet_table
from kaohe.source.workbooks import Unopened
from kaohe.stages.kept import Kept
from kaohe.submission.roster import Roster
from kaohe.submission.roster_reader import read_roster, roster_unless_facts
from kaohe.submission.table_header import has_head

NAMES = ("units.yaml", "units.yml", "units.csv", "units.xlsx")
"""What a roster is called in the folder of its units."""


def is_roster_file(path: Path) -> bool:
    """Whether a file is its folder's roster: one that is called so, and is no table of units' facts."""
    return path.name.lower() in NAMES and not has_facts(path)


def roster_of(folder: Path) -> Roster | None:
    """The roster of a folder, if there is one; raises Problems where there are several, or something is wrong in it."""
    there = (path for name in NAMES if (path := folder / name).is_file())
    found = [roster for path in there if (roster := roster_unless_facts(path)) is not None]
    if len(found) > 1:
        raise Problems([beside_another(Path(found[0].path), [Path(one.path) for one in found[1:]])])
    return found[0] if found else None


def other_rosters(path: Path) -> list[Path]:
    """The rosters that lie beside one."""
    found = (path.with_name(name) for name in NAMES if name != path.name)
    return [one for one in found if one.is_file() and is_roster_file(one)]


def beside_another(path: Path, others: Sequence[Path]) -> Problem:
    """The finding for a roster beside others: which one holds?"""
    return Problem("rosters", str(path), parameters={"others": ", ".join(map(str, others))})


def has_facts(path: Path) -> bool:
    """Whether a table has the columns that every table of facts has."""
    with suppress(Problems, Unopened, OSError):
        if is_table(path.name):
            return has_head(read_table(str(path)))
        if is_workbook(path.name):
            book = Book(file_contents.content(path))
            sheets = (sheet_table(str(path), book, title) for title in book.titles)
            return any(has_head(one) for one in sheets if one is not None)
    return False


class Rosters:
    """The roster of each folder, or that of the run where one file is named."""

    def __init__(self, named: Path | None = None) -> None:
        self._named = named
        self._read = Kept[Path, Roster | None]()

    def of(self, folder: Path) -> Roster | None:
        """Raises Problems with all that is wrong in it, OSError where it can't be read."""
        return self._read.get(self._named or folder, lambda: self._of(folder))

    def _of(self, folder: Path) -> Roster | None:
        with naming(self._named or folder):
            return read_roster(self._named) if self._named else roster_of(folder)


@dataclass(frozen=True, slots=True)
class OneRoster:
    """The same for a run about one folder, of which the roster has been read, if there is one."""

    roster: Roster | None

    def of(self, folder: Path) -> Roster | None:
        del folder
        return self.roster
