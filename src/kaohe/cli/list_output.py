"""What commands share whose result is a list: its formats, and where it goes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kaohe.cli.kept_text import deliver
from kaohe.cli.reporter import Reporter, choices, existing_files, refuse_input
from kaohe.cli.unit_inputs import UnitInputs
from kaohe.problems import Unusable
from kaohe.render.files.output import BYTE_ORDER_MARK, chosen_format, save, to_file
from kaohe.render.xlsx.worked_on import refuse_worked_on
from kaohe.results.plain_table import PlainTable
from kaohe.stages.unit_loader import UnitLoader

FORMATS = ("terminal", "json", "markdown", "csv", "xlsx")


@dataclass(frozen=True, slots=True)
class ListOptions:
    """What the command line asked for."""

    files: Sequence[Path]
    target: Path | None
    format: str | None
    readings: Sequence[str]
    parameters: Path | None


def opened(reporter: Reporter, options: ListOptions) -> UnitInputs:
    """What reads the files; those that are not there, and a target that is one of them, are refused first."""
    read = [*options.files, *([options.parameters] if options.parameters else [])]
    existing_files(read)
    refuse_input(options.target, read)
    return UnitInputs(reporter, UnitLoader(reporter.language, choices(options.readings), options.parameters))


def list_format(asked: str | None, target: Path | None) -> str:
    """The format by name, else by the suffix; raises Unusable for those that only sheets have."""
    form = asked
    if form is None or form in FORMATS:
        form = chosen_format(form, target)
    if form not in FORMATS:
        raise Unusable("unknown-format", found=form, known=", ".join(FORMATS))
    return form


def deliver_list(
    reporter: Reporter,
    form: str,
    target: Path | None,
    results: Sequence[Sequence[PlainTable]],
    as_json: Callable[[], str],
) -> None:
    """Write each result's tables to the file or to standard output; on a terminal as wide as that is."""
    from kaohe.render.markdown import markdown_table
    from kaohe.render.terminal import terminal_table

    language = reporter.language
    if form == "json":
        deliver(reporter, as_json(), target)
    elif form in ("csv", "xlsx"):
        _deliver_cells(reporter, form, target, [table for tables in results for table in tables])
    elif form == "markdown":
        deliver(reporter, "\n".join(markdown_table.text(tables, language) for tables in results), target)
    elif to_file(target):
        deliver(reporter, "\n".join(terminal_table.page(tables, language) for tables in results), target)
    else:
        for tables in results:
            terminal_table.show(tables, language)


def _deliver_cells(reporter: Reporter, form: str, target: Path | None, tables: Sequence[PlainTable]) -> None:
    """All tables as one CSV file, or as the sheets of one workbook."""
    if form == "csv":
        from kaohe.render import tables_csv

        deliver(reporter, BYTE_ORDER_MARK + tables_csv.text(tables, reporter.language), target)
    elif target is not None:
        from kaohe.render.xlsx.tables_workbook import tables_bytes

        refuse_worked_on([target])
        save(target, tables_bytes(tables, reporter.language))
        reporter.notice("written", path=str(target))
