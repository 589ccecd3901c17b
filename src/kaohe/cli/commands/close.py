"""`kaohe close`: a folder's stage, all of it sound and settled, into one archive that can be verified years later."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kaohe import __version__
from kaohe.cli.folder import closed_outputs
from kaohe.cli.folder.closed_inputs import Inputs, inputs_of
from kaohe.cli.folder.past_verifying import tell_too_large
from kaohe.cli.folder.settled import chosen_stage, refuse_no_folder, scored_folder, unsettled
from kaohe.cli.folder.shared_work import Frame, Task
from kaohe.cli.folder.unit_folder import read_roster_of
from kaohe.cli.reporter import FINDINGS, FINE, Reporter, choices, existing, existing_files
from kaohe.problems import Problem, Unusable
from kaohe.render.files.archive import archive_bytes
from kaohe.render.files.closing_manifest import Closing, ClosingManifest, digests
from kaohe.render.files.manifest import NAME, Origin, Rubric
from kaohe.render.files.output import refuse_unwritable, save


@dataclass(frozen=True, slots=True)
class CloseOptions:
    """What the command line asked for; `outputs` is a folder that a batch has written, `evidence` keeps its files."""

    folder: Path
    target: Path
    stage: str | None
    readings: Sequence[str]
    parameters: Path | None
    roster: Path | None
    outputs: Path | None
    evidence: bool


def run(reporter: Reporter, options: CloseOptions) -> int:
    _refuse(options)
    roster = read_roster_of(options.folder, options.roster)
    inputs = inputs_of(options.folder, options.parameters, options.roster)
    task = Task(
        reporter.language,
        choices(options.readings),
        options.parameters,
        closed_outputs.rendered,
        detailed=True,
        evidence=True,
        explained=True,
        roster=roster,
    )
    folder = scored_folder(reporter, inputs.files, task)
    if folder.frame is None or folder.bad:
        reporter.notice("close-faulty", count=len(folder.bad))
        return FINDINGS
    stage = chosen_stage(folder.frame, options.stage)
    found = [*unsettled(reporter, folder, stage, beyond=False)]
    made = closed_outputs.outputs(folder, folder.frame, reporter)
    found += [*_unlike(options, made), *inputs.add(folder, made, evidence=options.evidence), *inputs.unkeepable()]
    if found:
        reporter.report(found)
        return FINDINGS
    manifest = replace(_manifest(reporter, options, inputs, folder.frame, stage), outputs=digests(made))
    return _written(reporter, options.target, {**inputs.contents, **made}, manifest)


def _refuse(options: CloseOptions) -> None:
    refuse_no_folder(options.folder)
    existing(filter(None, [options.outputs]))
    existing_files(filter(None, [options.parameters, options.roster]))
    refuse_unwritable(options.target)
    if options.target.suffix.lower() != ".zip":
        raise Unusable("file-suffix", found=str(options.target), known=".zip")


def _unlike(options: CloseOptions, made: dict[str, bytes]) -> Iterator[Problem]:
    """What lies in a batch's folder and is not what these inputs give: saved by somebody, or of other inputs."""
    for name, content in made.items() if options.outputs else ():
        there = Path(options.outputs or ".") / Path(name).name
        if there.is_file() and there.read_bytes() != content:
            yield Problem("close-output-differs", str(there))


def _manifest(reporter: Reporter, options: CloseOptions, inputs: Inputs, frame: Frame, stage: str) -> ClosingManifest:
    """What the archive says of itself; its results are yet to be named."""
    common = inputs.common
    return ClosingManifest(
        origin=Origin(
            rubric=Rubric(frame.form.id, frame.form.sha256),
            readings=choices(options.readings),
            parameters=digests({name: inputs.contents[name] for name in common}),
            inputs=digests({name: content for name, content in inputs.contents.items() if name not in common}),
            kaohe=__version__,
        ),
        outputs={},
        closing=Closing(
            title=frame.form.title,
            stage=stage,
            stage_title=dict(frame.form.stages)[stage],
            language=reporter.language,
            folder=inputs.folder,
            parameters=inputs.parameters,
            roster=inputs.roster,
            rubrics=inputs.rubrics,
            evidence=inputs.evidence,
        ),
    )


def _written(reporter: Reporter, target: Path, files: dict[str, bytes], manifest: ClosingManifest) -> int:
    """Write the archive; raises Unusable where another one is there."""
    content = archive_bytes({**files, NAME: manifest.content()})
    if target.exists() and target.read_bytes() != content:
        raise Unusable("close-exists", path=target)
    save(target, content)
    reporter.notice("written", path=str(target))
    counts = {"inputs": len(manifest.needed), "outputs": len(manifest.outputs)}
    digest, closing = digests({"": content})[""], manifest.closing
    reporter.notice("closed", title=closing.title, stage=closing.stage_title, digest=digest, **counts)
    tell_too_large(reporter, ((target / name, each) for name, each in files.items() if name in manifest.outputs))
    return FINE
