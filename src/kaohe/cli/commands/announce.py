"""`kaohe announce`: the list of a settled stage that is made public: ranks, names, scores, and nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kaohe.cli.folder.past_verifying import tell_too_large
from kaohe.cli.folder.settled import chosen_stage, refuse_no_folder, scored_folder, unsettled
from kaohe.cli.folder.shared_work import Frame, Task
from kaohe.cli.folder.unit_folder import Folder, read_roster_of, unit_files
from kaohe.cli.reporter import FINDINGS, FINE, Reporter, choices, existing_files
from kaohe.problems import Unusable
from kaohe.render.files.output import refuse_unwritable, save
from kaohe.render.xlsx.worked_on import refuse_worked_on

SUFFIXES = (".xlsx", ".html")


@dataclass(frozen=True, slots=True)
class AnnounceOptions:
    """What the command line asked for; `sections` is whether each section's own list is wanted too."""

    folder: Path
    target: Path
    stage: str | None
    readings: Sequence[str]
    parameters: Path | None
    roster: Path | None
    sections: bool


def run(reporter: Reporter, options: AnnounceOptions) -> int:
    refuse_no_folder(options.folder)
    existing_files(filter(None, [options.parameters, options.roster]))
    refuse_unwritable(options.target)
    if options.target.suffix.lower() not in SUFFIXES:
        raise Unusable("file-suffix", found=str(options.target), known=reporter.say("between-suffixes").join(SUFFIXES))
    roster = read_roster_of(options.folder, options.roster)
    task = Task(reporter.language, choices(options.readings), options.parameters, None, detailed=True, roster=roster)
    folder = scored_folder(reporter, unit_files(options.folder, filter(None, [options.roster])), task)
    if folder.frame is None or folder.bad:
        reporter.notice("announce-faulty", count=len(folder.bad))
        return FINDINGS
    stage = chosen_stage(folder.frame, options.stage)
    found = [*unsettled(reporter, folder, stage, beyond=True)]
    if found:
        reporter.report(found)
        return FINDINGS
    refuse_worked_on([options.target])
    content = _content(reporter, options, folder, folder.frame, stage)
    save(options.target, content)
    reporter.notice("written", path=str(options.target))
    tell_too_large(reporter, [(options.target, content)])
    return FINE


def _content(reporter: Reporter, options: AnnounceOptions, folder: Folder, frame: Frame, stage: str) -> bytes:
    from kaohe.render.html.document import list_bytes
    from kaohe.render.words.public_list import public_line, public_tables, public_title
    from kaohe.render.xlsx.public_workbook import public_bytes

    figures, language = folder.figures(frame, stage), reporter.language
    title, line = public_title(figures.summary, language), public_line(figures.summary, stage, language)
    tables = public_tables(figures, language, sections=options.sections)
    if options.target.suffix.lower() == ".html":
        return list_bytes(frame.form, title, line, tables, language)
    return public_bytes(title, line, tables, language)
