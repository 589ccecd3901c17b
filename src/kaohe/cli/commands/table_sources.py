"""`kaohe table` where it makes tables of facts: the columns of a rubric, an example, the files of a folder."""

from collections.abc import Mapping, Sequence
from os.path import realpath
from pathlib import Path

from kaohe.cli.folder.settled import refuse_no_folder
from kaohe.cli.folder.unit_folder import unit_files
from kaohe.cli.reporter import FINE, Reporter
from kaohe.cli.rubric_names import called_from
from kaohe.cli.table_options import SCORES, files_of_lists, refuse_suffix, refuse_without_polars
from kaohe.cli.unit_inputs import UnitInputs
from kaohe.library import rubric_files
from kaohe.problems import Unusable
from kaohe.render.files.atomic import replacing
from kaohe.render.files.output import refuse_unwritable
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.stages.unit_loader import UnitLoader
from kaohe.submission.reader import Values
from kaohe.submission.table_columns import TableColumns


def columns(reporter: Reporter, name: str) -> int:
    """Shows the columns that a table of facts may have for a rubric."""
    refuse_without_polars()
    from kaohe.render.terminal.terminal_table import show
    from kaohe.tables.shown_tables import column_table
    from kaohe.tables.wanted_columns import wanted_columns, wanted_of_members

    compiled, language = _compiled(name), reporter.language
    lists = [column_table(wanted, language, fact.key) for fact, wanted in wanted_of_members(compiled)]
    show([column_table([*wanted_columns(compiled, language)], language), *lists], language)
    return FINE


def example(reporter: Reporter, name: str, units: int, target: Path | None, members: Sequence[str]) -> int:
    """Writes a table of units that are made up, and of lists that are named the members in tables of their own."""
    refuse_without_polars()
    path, lists = _target(target), _member_files(members, target)
    from kaohe.tables.example.example_table import write_example, write_example_members

    compiled = _compiled(name)
    _refuse_unknown(compiled, lists)
    with replacing(path) as temporary:
        write_example(compiled, units, temporary, written=_is_csv(path), apart=[*lists])
    for key, file in lists.items():
        with replacing(file) as temporary:
            write_example_members(compiled, units, temporary, key, written=_is_csv(file))
    _tell_written(reporter, [path, *lists.values()])
    return FINE


def of_folder(reporter: Reporter, folder: Path, target: Path | None, members: Sequence[str]) -> int:
    """Writes what a folder's units report first as one table, and members as `example` does."""
    refuse_without_polars()
    path, lists = _target(target), _member_files(members, target)
    refuse_no_folder(folder)
    inputs = UnitInputs(reporter, UnitLoader(reporter.language, {}))
    states = [one.states[0] for one in inputs.units(unit_files(folder))]
    scorers = {one.compiled.rubric.id: one.scorer for one in states}
    if len(scorers) > 1:
        raise Unusable("two-rubrics-in-table", names=", ".join(scorers))
    for scorer in scorers.values():
        name = called_from(path.parent, Path(inputs.loader.rubrics.origin(scorer)[0].path))
        _write(scorer.compiled, name, [one.values for one in states], path, lists)
        _tell_written(reporter, [path, *lists.values()])
    return inputs.code


def _write(compiled: CompiledRubric, name: str, units: Sequence[Values], path: Path, lists: Mapping[str, Path]) -> None:
    """Raises Unusable where a CSV would have to hold a list's members."""
    from kaohe.tables.score_files import write_batches
    from kaohe.tables.split_lists import counted, in_texts, lists_of, members_in_texts, members_of
    from kaohe.tables.unit_tables import table_of_units

    _refuse_unknown(compiled, lists)
    frame = table_of_units(compiled, name, units)
    others = [key for key in lists_of(compiled) if key not in lists] if _is_csv(path) else []
    full = [key for key in others if frame[key].null_count() < frame.height]
    if full:
        raise Unusable("lists-in-csv", names=", ".join(full), option=f"--members {full[0]}=…")
    dated = bool(frame["unit"].is_duplicated().any())
    for key, file in lists.items():
        found = members_of(frame.lazy(), key, dated=dated)
        write_batches(file, iter([(members_in_texts(found) if _is_csv(file) else found).collect()]))
    apart = frame.with_columns(counted([*lists])).drop(others)
    write_batches(path, iter([in_texts(compiled, apart) if _is_csv(path) else apart]))


def _is_csv(path: Path) -> bool:
    return path.suffix.lower() == ".csv"


def _tell_written(reporter: Reporter, paths: Sequence[Path]) -> None:
    for path in paths:
        reporter.notice("written", path=str(path))


def _refuse_unknown(compiled: CompiledRubric, lists: Mapping[str, Path]) -> None:
    """Raises Unusable where one is no list of the rubric."""
    from kaohe.tables.list_columns import place_of

    known = TableColumns(compiled.reader)
    for key in lists:
        place_of(known, key)


def _member_files(members: Sequence[str], target: Path | None) -> Mapping[str, Path]:
    """Where the members of lists are to be written; raises Unusable."""
    found = {key: _target(Path(file)) for key, file in files_of_lists(members).items()}
    written = [realpath(one) for one in (*filter(None, [target]), *found.values())]
    twice = next((one for one in found.values() if written.count(realpath(one)) > 1), None)
    if twice is not None:
        raise Unusable("one-file-for-two", found=str(twice))
    return found


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
