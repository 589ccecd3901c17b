"""`kaohe table` where it makes tables of facts: the columns of a rubric, an example, the files of a folder."""

from pathlib import Path

from kaohe.cli.commands.table import SCORES, refuse_suffix, refuse_without_polars
from kaohe.cli.folder.settled import refuse_no_folder
from kaohe.cli.folder.unit_folder import unit_files
from kaohe.cli.reporter import FINE, Reporter
from kaohe.cli.rubric_names import called_from
from kaohe.cli.unit_inputs import UnitInputs
from kaohe.library import rubric_files
from kaohe.problems import Unusable
from kaohe.render.files.output import refuse_unwritable
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.stages.unit_loader import UnitLoader


def columns(reporter: Reporter, name: str) -> int:
    """Shows the columns that a table of facts may have for a rubric."""
    refuse_without_polars()
    from kaohe.render.terminal.terminal_table import show
    from kaohe.tables.shown_tables import column_table
    from kaohe.tables.wanted_columns import wanted_columns

    show([column_table([*wanted_columns(_compiled(name), reporter.language)], reporter.language)], reporter.language)
    return FINE


def example(reporter: Reporter, name: str, units: int, target: Path | None) -> int:
    """Writes a table of units that are made up."""
    refuse_without_polars()
    path = _target(target)
    from kaohe.render.files.atomic import replacing
    from kaohe.tables.example.example_table import write_example

    with replacing(path) as temporary:
        write_example(_compiled(name), units, temporary, written=path.suffix.lower() == ".csv")
    reporter.notice("written", path=str(path))
    return FINE


def of_folder(reporter: Reporter, folder: Path, target: Path | None) -> int:
    """Writes what a folder's units report first as one table."""
    refuse_without_polars()
    path = _target(target)
    refuse_no_folder(folder)
    from kaohe.tables.score_files import write_batches
    from kaohe.tables.unit_tables import table_of_units

    inputs = UnitInputs(reporter, UnitLoader(reporter.language, {}))
    states = [one.states[0] for one in inputs.units(unit_files(folder))]
    scorers = {one.compiled.rubric.id: one.scorer for one in states}
    if len(scorers) > 1:
        raise Unusable("two-rubrics-in-table", names=", ".join(scorers))
    for scorer in scorers.values():
        name = called_from(path.parent, Path(inputs.loader.rubrics.origin(scorer)[0].path))
        write_batches(path, iter([table_of_units(scorer.compiled, name, [one.values for one in states])]))
        reporter.notice("written", path=str(path))
    return inputs.code


def _target(target: Path | None) -> Path:
    if target is None:
        raise Unusable("table-target")
    refuse_suffix(target, SCORES)
    refuse_unwritable(target)
    return target


def _compiled(name: str) -> CompiledRubric:
    """Raises Problems, Unusable, OSError."""
    rubric, document = rubric_files.load(rubric_files.find(name, Path()))
    return CompiledRubric(rubric, document.sha256)
