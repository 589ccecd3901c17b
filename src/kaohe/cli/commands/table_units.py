"""`kaohe table --to`: the rows of a table of facts become the files of its units, each a file of its own."""

from pathlib import Path
from typing import TYPE_CHECKING

from kaohe.cli.called_parts import called_parts
from kaohe.cli.commands.table import told_absent
from kaohe.cli.reporter import FINDINGS, FINE, Reporter, choices
from kaohe.cli.rubric_names import called_from
from kaohe.cli.table_options import TableOptions, named_rubric, refuse_unread, refuse_without_polars, told_by_polars
from kaohe.cli.table_progress import Rate
from kaohe.problems import Unusable, naming
from kaohe.render import submission_yaml
from kaohe.render.files.atomic import clear_abandoned, write
from kaohe.render.files.file_names import safe, sheet_name, unit_names
from kaohe.stages.rosters import is_roster_file
from kaohe.stages.unit_loader import PARAMETERS, UnitLoader
from kaohe.submission.reader import Values
from kaohe.submission.unit_data import unit_data

if TYPE_CHECKING:
    from kaohe.tables.score_table import TableScorer

SUFFIX = ".yaml"


def run(reporter: Reporter, options: TableOptions, folder: Path) -> int:
    """The exit code: findings where a row is wrong, the others are written. Raises Unusable, Problems, OSError."""
    refuse_without_polars()
    if options.scores_asked:
        raise Unusable("files-alone")
    refuse_unread(options)
    _refuse_filled(folder)
    with told_by_polars(options.facts):
        return _written(reporter, options, folder)


def _written(reporter: Reporter, options: TableOptions, folder: Path) -> int:
    from kaohe.tables.fact_files import fact_file
    from kaohe.tables.opened_table import opened
    from kaohe.tables.score_table import Wanted

    loader = UnitLoader(reporter.language, choices(options.readings), options.parameters)
    wanted = Wanted(options.kept, options.limit, options.units, members=options.lists, scored=False)
    table = opened(fact_file(str(options.facts)), loader, wanted, named_rubric(options))
    folder.mkdir(parents=True, exist_ok=True)
    files = _Files(table, folder, Path(loader.rubrics.origin(table.exact.scorer)[0].path))
    rate, left, count = Rate(reporter), {*options.units}, 0
    for rows in table.rows():
        left.difference_update(rows.select(table.facts.inputs.unit).to_series())
        for one in table.units(rows):
            files.write(one)
            rate.add(1)
            count += 1
    with naming(folder):
        clear_abandoned(folder)
    reporter.report(table.exact.problems)
    reporter.notice("units-written", count=count, folder=str(folder))
    absent = told_absent(reporter, options, left) if not 0 < options.limit <= count else FINE
    return max(absent, FINDINGS if table.exact.problems else FINE)


class _Files:
    """Writes files of units into a folder; their names tell years where there are several."""

    def __init__(self, table: "TableScorer", folder: Path, rubric: Path) -> None:
        self._compiled, self._folder = table.exact.scorer.compiled, folder
        self._rubric = called_from(folder, rubric)
        units, years = table.facts.about()
        self._names, self._dated = unit_names(units), len(years) > 1

    def write(self, values: Values) -> None:
        data = unit_data(self._compiled.layout, self._rubric, values)
        text = submission_yaml.text(data, dict(called_parts(self._compiled, data)))
        stage = self._compiled.reader.stage_labels[values.stage]
        told = f"{values.year}.{stage}" if self._dated else stage
        path = self._folder / sheet_name(self._names.get(values.unit, safe(values.unit)), told, SUFFIX)
        with naming(path):
            write(path, text.encode())


def _refuse_filled(folder: Path) -> None:
    """Units' files go where no others are: nothing is written over, and none stays that is about another table."""
    if folder.exists() and not folder.is_dir():
        raise Unusable("folder-expected", found=str(folder))
    inside = sorted(folder.iterdir()) if folder.is_dir() else []
    for path in inside:
        if path.name != PARAMETERS and not path.name.startswith(".") and not is_roster_file(path):
            raise Unusable("folder-filled", folder=str(folder), found=path.name)
