"""`kaohe batch`: a folder or a table of units in, a sheet for each and a summary of all out."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from os.path import realpath
from pathlib import Path

from kaohe.cli.earlier_year import earlier
from kaohe.cli.folder.absent_told import tell_absent
from kaohe.cli.folder.not_read import not_read
from kaohe.cli.folder.origin import origin
from kaohe.cli.folder.output_folder import OutputFolder
from kaohe.cli.folder.past_verifying import tell_too_large
from kaohe.cli.folder.report_pages import unit_page
from kaohe.cli.folder.settled import refuse_no_folder
from kaohe.cli.folder.shared_work import Frame, Render, Task
from kaohe.cli.folder.two_rubrics import refuse_two_rubrics
from kaohe.cli.folder.unit_folder import Folder, gather, read_roster_of, unit_files
from kaohe.cli.folder.writing import Written
from kaohe.cli.folder.written_files import Files
from kaohe.cli.progress import progress
from kaohe.cli.reporter import FINDINGS, FINE, IMPOSSIBLE, Reporter, choices, existing_files
from kaohe.messages import Language
from kaohe.problems import Problem, Unusable, warnings
from kaohe.render.files.atomic import refuse
from kaohe.render.files.manifest import NAME
from kaohe.render.files.output import FORMATS, WITH_EVIDENCE, content, csv_rows, refuse_unwritable
from kaohe.results.dossier import Dossier
from kaohe.source.file_kinds import is_table
from kaohe.stages.unit_loader import PARAMETERS

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
    log: Path | None = None
    roster: Path | None = None
    before: Path | None = None

    @property
    def kind(self) -> str:
        """The suffix of the one file that is asked for, nothing for a folder."""
        return self.target.suffix.lower() if not self.target.is_dir() else ""

    @property
    def workers(self) -> int:
        """How many processes share the work."""
        return self.processes or os.cpu_count() or 1


def run(reporter: Reporter, options: BatchOptions) -> int:
    _refuse(options)
    written = Written()
    try:
        return _run(reporter, options, written)
    except KeyboardInterrupt:
        told = {"path": options.target, "count": len(written.done), "total": written.total}
        reporter.notice("interrupted-writing" if written.done else "interrupted", **told)
        raise


def _run(reporter: Reporter, options: BatchOptions, written: Written) -> int:
    roster, readings = read_roster_of(options.folder, options.roster), choices(options.readings)
    files = unit_files(options.folder, [Path(roster.path)] if roster else [])
    task = Task(
        reporter.language,
        readings,
        options.parameters,
        _render(options),
        detailed=options.kind != ".csv",
        explained=(options.kind[1:] or options.form) == "html",
        evidence=(options.kind[1:] or options.form) in WITH_EVIDENCE and options.kind != ".xlsx",
        roster=roster,
        before=earlier(reporter, options.before, readings),
    )
    folder = gather(files, task, options.workers, partial(progress, reporter))
    others = [*_beside(options, folder), *filter(None, (options.target, options.log))]
    folder.remarks += not_read(options.folder, files, others)
    refuse_two_rubrics(folder.outcomes)
    if folder.outcomes and folder.frame:
        folder.remarks += _write(reporter, options, folder, folder.frame, written)
    elif (options.target / NAME).is_file():
        folder.remarks.append(Problem("outputs-all-older", str(options.target), severity="warning"))
    return _end(reporter, options, folder, written)


def _refuse(options: BatchOptions) -> None:
    """What can't be asked for, before any work is done."""
    refuse_no_folder(options.folder)
    existing_files(filter(None, [options.parameters, options.roster]))
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
    if (options.kind[1:] or options.form) == "html":
        return unit_page
    return None if options.kind == ".xlsx" else partial(_content, options.form)


def _content(form: str, dossier: Dossier, language: Language) -> bytes:
    return content([dossier], form, language)


def _write(
    reporter: Reporter, options: BatchOptions, folder: Folder, frame: Frame, written: Written
) -> Sequence[Problem]:
    """All files are made before the first is written, and none replaces a file that was read.

    What there is to say of the folder that they are in comes back.
    """
    files = Files(options.target, options.kind, options.form, reporter, options.workers)
    sheets, wholes = list(files.sheets(folder, frame)), list(files.wholes(folder, frame))
    for path, _ in (*sheets, *wholes):
        refuse(path)
    place = options.target.parent if options.kind else options.target
    read = () if options.kind else {Path(realpath(path)) for path in (*folder.inputs, *_beside(options, folder))}
    target = OutputFolder(place, reporter.say("folder-of-stale"), read)
    if options.kind:
        target.clear()
        written.write(wholes)
    else:
        inputs = sorted([*folder.inputs, *folder.roster_files])
        made_from = origin(options.folder, frame.form, choices(options.readings), _parameters(options), inputs)
        target.write([*sheets, *wholes], made_from, written)
    for path, _ in (one for one in files.told(sheets, wholes) if one in written.done):
        reporter.notice("written", path=str(path))
    tell_too_large(reporter, (one for one in wholes if one in written.done))
    return target.found


def _parameters(options: BatchOptions) -> list[Path]:
    """The files of facts that all units have in common, where there are any."""
    return [one for one in (options.parameters or options.folder / PARAMETERS,) if one.is_file()]


def _beside(options: BatchOptions, folder: Folder) -> list[Path]:
    """What is read besides the units' files."""
    return [*_parameters(options), *folder.roster_files]


def _end(reporter: Reporter, options: BatchOptions, folder: Folder, written: Written) -> int:
    reporter.remark(folder.remarks)
    reporter.remark(folder.doubts)
    reporter.report(folder.unlike)
    for bad in folder.bad:
        reporter.report(bad.problems)
    reporter.report(written.problems())
    if not written.whole:
        reporter.notice("written-of", path=options.target, count=len(written.done), total=written.total)
    incomplete = sum(1 for outcome in folder.outcomes if outcome.unit.missing)
    done = "batch-done-rows" if any(is_table(path.name) for path in folder.inputs) else "batch-done"
    reporter.notice(done, units=len(folder.outcomes), incomplete=incomplete, bad=len(folder.bad))
    if written.total and not written.done:
        return IMPOSSIBLE
    lacking = tell_absent(reporter, folder)
    unlike = options.strict and bool(warnings((*folder.unlike, *folder.doubts)))
    wrong = folder.bad or lacking or unlike or not written.whole
    return FINDINGS if wrong or (options.complete and incomplete) else FINE
