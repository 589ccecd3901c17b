"""What a run says of units that have not reached a stage: those that a roster calls due are a finding."""

from collections.abc import Iterator, Sequence

from kaohe.cli.folder.shared_work import Frame
from kaohe.cli.folder.unit_folder import Folder
from kaohe.cli.reporter import Reporter
from kaohe.messages import Language
from kaohe.problems import Problem
from kaohe.render.sheet_csv import absent_row, lines
from kaohe.render.words.absent_wording import come_so_far, listed
from kaohe.results.summary import AbsentUnit


def tell_absent(reporter: Reporter, folder: Folder) -> bool:
    """Say who is absent, stage by stage; returns whether any of them is due."""
    due = list(_due(folder, reporter.language))
    for stage, absent in _stages(folder):
        others = [one for one in absent if not one.due]
        if others:
            reporter.notice("absent", **told_of(folder, stage, others, reporter.language))
    reporter.report(due)
    return bool(due)


def absent_lines(folder: Folder, frame: Frame, language: Language) -> bytes:
    """A row of the tidy CSV for each unit and stage that it has not reached, its state `absent`."""
    years = {one.unit.year for one in folder.outcomes}
    year = years.pop() if len(years) == 1 else None
    labels = folder.labels
    rows = [
        absent_row(frame.form.id, one, year, stage, come_so_far(one, labels, language))
        for stage, absent in _stages(folder)
        for one in absent
    ]
    return lines(rows).encode("utf-8")


def _due(folder: Folder, language: Language) -> Iterator[Problem]:
    path = folder.roster.path if folder.roster else ""
    for stage, absent in _stages(folder):
        due = [one for one in absent if one.due]
        if due:
            yield Problem("absent-due", path, parameters=told_of(folder, stage, due, language))


def _stages(folder: Folder) -> Iterator[tuple[str, tuple[AbsentUnit, ...]]]:
    """Each stage that some unit has reached, or that is due of some, with who is absent."""
    reached = folder.stages()
    for stage in folder.labels:
        absent = folder.absent(stage)
        if stage in reached or any(one.due for one in absent):
            yield stage, absent


def told_of(folder: Folder, stage: str, absent: Sequence[AbsentUnit], language: Language) -> dict[str, object]:
    """What a sentence on units that have not reached a stage names."""
    units = listed(absent, folder.labels, language)
    return {"stage": folder.labels[stage], "count": len(absent), "units": units}
