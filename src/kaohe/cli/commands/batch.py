"""`kaohe batch`: a folder or a table of units in, a sheet for each and a summary of all out."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from kaohe.cli.folder.report_pages import unit_page
from kaohe.cli.folder.two_rubrics import refuse_two_rubrics
from kaohe.cli.folder.unit_folder import Folder, gather, unit_files
from kaohe.cli.folder.unit_worker import Frame, Render, Task
from kaohe.cli.folder.written_files import Files
from kaohe.cli.reporter import FINDINGS, FINE, Reporter, choices, existing, existing_files
from kaohe.messages import Language
from kaohe.problems import Unusable
from kaohe.render.files.output import FORMATS, WITH_EVIDENCE, content, csv_rows, refuse_unwritable, save
from kaohe.render.xlsx.worked_on import refuse_worked_on
from kaohe.results.dossier import Dossier
from kaohe.source.file_kinds import is_table, is_workbook

KINDS = (".csv", ".xlsx", ".html")


@dataclass(frozen=True, slots=True)
class BatchOptions:
    """What the command line asked for; the target is a folder, or one of the files in `KINDS`."""

    folder: Path
    target: Path
    form: str
    readings: Sequence[str]
    parameters: Path | None
    complete: bool
    processes: int
    strict: bool = False

    @property
    def kind(self) -> str:
        """The suffix of the one file that is asked for, nothing for a folder."""
        return self.target.suffix.lower() if not self.target.is_dir() else ""


def run(reporter: Reporter, options: BatchOptions) -> int:
    _refuse(options)
    files = unit_files(options.folder)
    task = Task(
        reporter.language,
        choices(options.readings),
        options.parameters,
        _render(options),
        detailed=options.kind != ".csv",
        explained=(options.kind[1:] or options.form) == "html",
        evidence=(options.kind[1:] or options.form) in WITH_EVIDENCE and options.kind != ".xlsx",
    )
    folder = gather(files, task, options.processes or os.cpu_count() or 1, partial(_progress, reporter))
    refuse_two_rubrics(folder.outcomes)
    if folder.outcomes and folder.frame:
        _write(reporter, options, folder, folder.frame)
    return _end(reporter, options, folder)


def _refuse(options: BatchOptions) -> None:
    """What can't be asked for, before any work is done."""
    existing([options.folder])
    existing_files([options.parameters] if options.parameters else [])
    if not (options.folder.is_dir() or is_table(options.folder.name) or is_workbook(options.folder.name)):
        raise Unusable("folder-or-table-expected", found=str(options.folder))
    if options.form not in FORMATS:
        raise Unusable("unknown-format", found=options.form, known=", ".join(FORMATS))
    if options.kind not in ("", *KINDS):
        raise Unusable("unknown-suffix", found=str(options.target), known=" ".join(KINDS))
    if options.processes < 0:
        raise Unusable("processes-expected", found=options.processes)
    if options.kind:
        refuse_unwritable(options.target)
    elif options.target.exists() and not options.target.is_dir():
        raise Unusable("folder-expected", found=str(options.target))


def _render(options: BatchOptions) -> Render | None:
    """How a unit's sheet is made; a summary alone needs none."""
    if options.kind == ".csv":
        return csv_rows
    if options.kind == ".html":
        return unit_page
    return None if options.kind == ".xlsx" else partial(_content, options.form)


def _content(form: str, dossier: Dossier, language: Language) -> bytes:
    return content([dossier], form, language)


def _write(reporter: Reporter, options: BatchOptions, folder: Folder, frame: Frame) -> None:
    """All files are made before the first is written: none replaces a file that was read, nor a workbook worked on."""
    files = Files(options.target, options.kind, options.form, reporter)
    sheets, wholes = list(files.sheets(folder, frame)), list(files.wholes(folder, frame))
    inputs = {path.resolve() for path in (*folder.inputs, *filter(None, [options.parameters]))}
    for path, _ in (*sheets, *wholes):
        if path.resolve() in inputs:
            raise Unusable("target-is-input", path=path)
    refuse_worked_on(path for path, _ in (*sheets, *wholes))
    if not options.kind:
        options.target.mkdir(parents=True, exist_ok=True)
    for path, written in (*sheets, *wholes):
        save(path, written)
    for path, _ in wholes:
        reporter.notice("written", path=str(path))


def _end(reporter: Reporter, options: BatchOptions, folder: Folder) -> int:
    reporter.remark(folder.remarks)
    reporter.report(folder.unlike)
    for bad in folder.bad:
        reporter.report(bad.problems)
    incomplete = sum(1 for outcome in folder.outcomes if outcome.unit.missing)
    done = "batch-done-rows" if any(is_table(path.name) for path in folder.inputs) else "batch-done"
    reporter.notice(done, units=len(folder.outcomes), incomplete=incomplete, bad=len(folder.bad))
    unlike = options.strict and bool(folder.unlike)
    return FINDINGS if folder.bad or unlike or (options.complete and incomplete) else FINE


@contextmanager
def _progress(reporter: Reporter, total: int) -> Iterator[Callable[[int], None]]:
    """A bar on a terminal, nothing elsewhere; each file is read, then scored."""
    if reporter.quiet or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(reporter.say("scoring"), total=2 * total)
        yield lambda count: progress.advance(task, count)
