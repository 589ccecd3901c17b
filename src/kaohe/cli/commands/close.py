"""`kaohe close`: a folder's stage, all of it sound and settled, into one archive that can be verified years later."""

import os
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from kaohe import __version__
from kaohe.cli.commands.batch import refuse_two_rubrics
from kaohe.cli.folder import closed_outputs
from kaohe.cli.folder.closed_inputs import Inputs, inputs_of
from kaohe.cli.folder.unit_folder import Folder, gather
from kaohe.cli.folder.unit_worker import Frame, ScoredUnit, Task
from kaohe.cli.reporter import FINDINGS, FINE, Reporter, choices, existing, existing_files
from kaohe.problems import Problem, Unusable
from kaohe.render.files.archive import archive_bytes
from kaohe.render.files.closing_manifest import NAME, ClosingManifest, digests
from kaohe.render.files.output import refuse_unwritable, save


@dataclass(frozen=True, slots=True)
class CloseOptions:
    """What the command line asked for; `outputs` is a folder that a batch has written, `evidence` keeps its files."""

    folder: Path
    target: Path
    stage: str | None
    readings: Sequence[str]
    parameters: Path | None
    outputs: Path | None
    evidence: bool


def run(reporter: Reporter, options: CloseOptions) -> int:
    _refuse(options)
    inputs = inputs_of(options.folder, options.parameters)
    task = Task(
        reporter.language,
        choices(options.readings),
        options.parameters,
        closed_outputs.rendered,
        detailed=True,
        evidence=True,
        explained=True,
    )
    folder = gather(inputs.files, task, os.cpu_count() or 1, lambda _: nullcontext(lambda _: None))
    refuse_two_rubrics(folder.outcomes)
    reporter.remark(folder.remarks)
    reporter.report(folder.unlike)
    for bad in folder.bad:
        reporter.report(bad.problems)
    if folder.frame is None or folder.bad:
        reporter.notice("close-faulty", count=len(folder.bad))
        return FINDINGS
    stage = _stage(folder.frame, options.stage)
    found = [*_open(folder, folder.frame, stage)]
    made = closed_outputs.outputs(folder, folder.frame, reporter)
    found += [*_unlike(options, made), *inputs.add(folder, made, evidence=options.evidence)]
    if found:
        reporter.report(found)
        return FINDINGS
    return _written(reporter, options, inputs, folder.frame, stage, made)


def _refuse(options: CloseOptions) -> None:
    existing([options.folder, *filter(None, [options.outputs])])
    existing_files(filter(None, [options.parameters]))
    refuse_unwritable(options.target)
    if options.target.suffix.lower() != ".zip":
        raise Unusable("close-suffix", found=str(options.target))


def _stage(frame: Frame, asked: str | None) -> str:
    """The stage by its name or its label; the form's last where none is asked for."""
    labels = dict(frame.form.stages)
    by_name = {**{label: stage for stage, label in labels.items()}, **{stage: stage for stage in labels}}
    stage = by_name.get(asked or [*labels][-1])
    if stage is None:
        raise Unusable("no-such-stage", found=asked, known=", ".join(labels))
    return stage


def _open(folder: Folder, frame: Frame, stage: str) -> Iterator[Problem]:
    """The units that are not, or not only, where the stage is closed: all are told."""
    stages = [name for name, _ in frame.form.stages]
    label = dict(frame.form.stages)[stage]
    for outcome in folder.outcomes:
        unit, path = outcome.unit, outcome.unit.path
        told = {"unit": unit.unit, "stage": label, "found": dict(frame.form.stages)[unit.stage]}
        if stages.index(unit.stage) < stages.index(stage):
            yield Problem("close-not-reached", path, parameters=told)
        elif stages.index(unit.stage) > stages.index(stage):
            yield Problem("close-beyond", path, parameters=told)
        elif _is_open(outcome):
            yield Problem("close-open", path, parameters={**told, "count": unit.missing})


def _is_open(outcome: ScoredUnit) -> bool:
    return bool(outcome.unit.missing) or outcome.unit.total.score is None


def _unlike(options: CloseOptions, made: dict[str, bytes]) -> Iterator[Problem]:
    """What lies in a batch's folder and is not what these inputs give: saved by somebody, or of other inputs."""
    for name, content in made.items() if options.outputs else ():
        there = Path(options.outputs or ".") / Path(name).name
        if there.is_file() and there.read_bytes() != content:
            yield Problem("close-output-differs", str(there))


def _written(  # noqa: PLR0913, PLR0917 - all that an archive is made of
    reporter: Reporter, options: CloseOptions, inputs: Inputs, frame: Frame, stage: str, made: dict[str, bytes]
) -> int:
    manifest = ClosingManifest(
        version=__version__,
        title=frame.form.title,
        stage=stage,
        stage_title=dict(frame.form.stages)[stage],
        language=reporter.language,
        readings=choices(options.readings),
        folder=inputs.folder,
        parameters=inputs.parameters,
        roster="",
        rubrics=inputs.rubrics,
        inputs=digests(inputs.contents),
        outputs=digests(made),
        evidence=inputs.evidence,
    )
    content = archive_bytes({**inputs.contents, **made, NAME: manifest.content()})
    if options.target.exists() and options.target.read_bytes() != content:
        raise Unusable("close-exists", path=options.target)
    save(options.target, content)
    reporter.notice("written", path=str(options.target))
    counts = {"inputs": len(inputs.contents), "outputs": len(made)}
    digest = digests({"": content})[""]
    reporter.notice("closed", title=manifest.title, stage=manifest.stage_title, digest=digest, **counts)
    return FINE
