"""What a batch writes: a sheet for each unit and a summary for each stage, or all units in one file."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from kaohe.cli.folder.absent_told import absent_lines
from kaohe.cli.folder.report_pages import report, report_folder
from kaohe.cli.folder.shared_work import Frame
from kaohe.cli.folder.unit_folder import Folder
from kaohe.cli.folder.worker_processes import SMALL, apart
from kaohe.cli.reporter import Reporter
from kaohe.messages import Language
from kaohe.render.files.file_names import LONGEST_STAGE, safe, sheet_names
from kaohe.render.files.output import SUFFIXES, changes_of, csv_head, totals
from kaohe.source.uncollected import uncollected

SUFFIX_OF = {form: suffix for suffix, form in SUFFIXES.items()}
File = tuple[Path, bytes]


@dataclass(frozen=True, slots=True)
class Files:
    """The target is a folder, or, by its `kind`, one .csv, .xlsx or .html file."""

    target: Path
    kind: str
    form: str
    reporter: Reporter
    processes: int = 1

    def sheets(self, folder: Folder, frame: Frame) -> Iterator[File]:
        """Each unit's own file; the pages of a report lead to each other, and to those about all units."""
        names = self._names(folder, frame) if not self.kind else []
        if names and self.form == "html":
            for name, content in report_folder(folder, frame, names, self.reporter.language):
                yield self.target / name, content
            return
        for outcome, name in zip(folder.outcomes, names, strict=not self.kind):
            yield self.target / name, outcome.content

    def _names(self, folder: Folder, frame: Frame) -> list[str]:
        stages = dict(frame.form.stages)
        sheets = [(outcome.unit.unit, stages[outcome.unit.stage]) for outcome in folder.outcomes]
        return sheet_names(sheets, SUFFIX_OF[self.form], [self.reporter.say("summary-name")])

    def wholes(self, folder: Folder, frame: Frame) -> Iterator[File]:
        """What is about all units."""
        if self.kind == ".csv":
            units = (outcome.content for outcome in folder.outcomes)
            yield self.target, b"".join((csv_head(), *units, absent_lines(folder, frame, self.reporter.language)))
            yield self._beside("totals-name"), totals([folder.summary(frame, stage) for stage in folder.stages()])
            changes = [change for outcome in folder.outcomes for change in outcome.changes]
            yield self._beside("changes-name"), changes_of(changes, frame.items, self.reporter.language)
        elif self.kind == ".html":
            yield self.target, report(folder, frame, self.reporter.language)
        else:
            yield from self._summaries(folder, frame)

    def told(self, sheets: Sequence[File], wholes: Sequence[File]) -> list[File]:
        """Those that a run names: what is about all units, and where a report begins."""
        return [*wholes, *(sheets[-1:] if self.form == "html" and not self.kind else [])]

    def _beside(self, name: str) -> Path:
        """`全省.csv` has `全省.合计.csv` beside it."""
        return self.target.with_name(f"{self.target.stem}.{self.reporter.say(name)}{self.target.suffix}")

    def _summaries(self, folder: Folder, frame: Frame) -> Iterator[File]:
        """One summary for each stage that the folder holds: scores of two stages are not ranked together."""
        stages = folder.stages()
        labels = [dict(frame.form.stages)[stage] if len(stages) > 1 else "" for stage in stages]
        processes = self.processes if len(folder.outcomes) > SMALL else 1
        summaries = apart(partial(_summary, folder, frame, self.reporter.language), list(stages), processes)
        yield from zip(map(self._summary_path, labels), summaries, strict=True)

    def _summary_path(self, stage: str) -> Path:
        mark = f".{safe(stage, LONGEST_STAGE)}" if stage else ""
        if self.kind == ".xlsx":
            return self.target.with_name(f"{self.target.stem}{mark}.xlsx")
        return self.target / f"{self.reporter.say('summary-name')}{mark}.xlsx"


def _summary(folder: Folder, frame: Frame, language: Language, stage: str) -> bytes:
    from kaohe.render.xlsx.summary_workbook import summary_bytes

    with uncollected():
        return summary_bytes(folder.figures(frame, stage), language)
