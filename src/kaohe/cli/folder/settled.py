"""Whether a stage is settled: every file sound, every unit there and no further, none of them open."""

import os
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from kaohe.cli.folder.absent_told import told_of
from kaohe.cli.folder.shared_work import Frame, Task
from kaohe.cli.folder.two_rubrics import refuse_two_rubrics
from kaohe.cli.folder.unit_folder import Folder, gather
from kaohe.cli.progress import progress
from kaohe.cli.reporter import Reporter, existing
from kaohe.problems import Problem, Unusable
from kaohe.source.file_kinds import is_table, is_workbook
from kaohe.submission.fact_files import stage_named
from kaohe.submission.key_names import plainly


def refuse_no_folder(path: Path) -> None:
    """Units lie in a folder or stand in a table; raises Unusable, OSError."""
    existing([path])
    if not (path.is_dir() or is_table(path.name) or is_workbook(path.name)):
        raise Unusable("folder-or-table-expected", found=str(path))


def scored_folder(reporter: Reporter, files: list[Path], task: Task) -> Folder:
    """All units of the files; what is wrong, and what is said of files, is reported."""
    folder = gather(files, task, os.cpu_count() or 1, partial(progress, reporter))
    refuse_two_rubrics(folder.outcomes)
    reporter.remark(folder.remarks)
    reporter.report(folder.unlike)
    for bad in folder.bad:
        reporter.report(bad.problems)
    return folder


def chosen_stage(frame: Frame, asked: str | None) -> str:
    """The stage by its name or its label; the form's last where none is asked for. Raises Unusable."""
    labels = dict(frame.form.stages)
    stage = str(stage_named(asked or [*labels][-1], labels))
    if stage not in labels:
        known = ", ".join(f"{name}（{label}）" for name, label in labels.items())
        raise Unusable("no-such-stage", found=asked, known=known)
    return stage


def unsettled(reporter: Reporter, folder: Folder, stage: str, *, beyond: bool) -> Iterator[Problem]:
    """The units that are not settled at a stage; `beyond` is whether they may have gone further.

    Those of a roster that are not due at the stage need not have come to it.
    """
    labels = folder.labels
    stages, scored, spared = [*labels], {one.unit.unit for one in folder.outcomes}, _spared(folder, stage)
    lacking = [one for one in folder.absent(stage) if one.unit not in scored]
    if lacking and folder.roster:
        told: Mapping[str, object] = told_of(folder, stage, lacking, reporter.language)
        yield Problem("absent-due", folder.roster.path, parameters=told)
    for outcome in folder.outcomes:
        at = next((one for one in outcome.stages if one.stage == stage), None)
        unit = outcome.unit
        told = {"unit": unit.unit, "stage": labels[stage], "found": labels[unit.stage]}
        if at is None and stages.index(unit.stage) < stages.index(stage):
            if plainly(unit.unit) in spared:
                continue
            yield Problem("stage-not-reached", unit.path, parameters=told)
        elif at is None or (at is not unit and not beyond):
            yield Problem("stage-beyond", unit.path, parameters=told)
        elif at.missing or at.total.state == "open":
            yield Problem("stage-open", at.path, parameters={**told, "count": at.missing})


def _spared(folder: Folder, stage: str) -> set[str]:
    """Those that the roster does not call due at a stage."""
    units = folder.roster.units if folder.roster else ()
    return {plainly(one.unit) for one in units if one.due is not None and not one.owes(stage, folder.labels)}
