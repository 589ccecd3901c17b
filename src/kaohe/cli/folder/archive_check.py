"""A closed stage's archive: its hashes, its units scored anew from what lies in it, and a folder beside it."""

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import nullcontext
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from kaohe import __version__
from kaohe.audit.archive import Archive, unpacked
from kaohe.audit.verification import Verifier
from kaohe.cli.folder import closed_outputs
from kaohe.cli.folder.closed_inputs import inputs_of
from kaohe.cli.folder.shared_work import Task
from kaohe.cli.folder.unit_folder import Folder, gather, read_roster_of, unit_files
from kaohe.cli.reporter import Reporter
from kaohe.messages.language import named
from kaohe.problems import Problem, Problems, Unusable
from kaohe.render.files.closing_manifest import EVIDENCE, INPUTS, SCORES, ClosingManifest
from kaohe.source import file_contents

Scores = Mapping[str, Mapping[str, Mapping[str, str]]]
"""By unit, stage, and the number of a section or an item; nothing is the whole."""


@dataclass(frozen=True, slots=True)
class ArchiveChecked:
    """What was found in one archive; `units` and `scores` were scored anew, `members` are the files that are hashed.

    `since` is what has changed in the folder beside it since the stage was closed.
    """

    path: str
    problems: tuple[Problem, ...]
    opened: bool = True
    manifest: ClosingManifest | None = None
    units: int = 0
    scores: int = 0
    digest: str = ""
    since: tuple[Problem, ...] = ()

    @property
    def title(self) -> str:
        return self.manifest.closing.title if self.manifest else ""

    @property
    def stage(self) -> str:
        return self.manifest.closing.stage_title if self.manifest else ""

    @property
    def members(self) -> int:
        return len(self.manifest.members) if self.manifest else 0


def check(reporter: Reporter, path: Path, beside: Path | None) -> ArchiveChecked:
    """The archive, and, where a folder is given, what has changed there since; raises OSError."""
    with TemporaryDirectory(prefix="kaohe-") as temporary:
        try:
            archive = unpacked(path, Path(temporary).resolve())
        except Problems as found:
            return ArchiveChecked(str(path), found.problems, opened=False)
        checked = _scored(reporter, archive)
        problems = (*archive.problems, *checked.problems)
        since = tuple(_folder(archive.manifest, beside)) if beside is not None else ()
    with file_contents.opened(path) as file:
        hashed = sha256()
        while block := file.read(1 << 20):
            hashed.update(block)
    return replace(checked, problems=problems, since=since, digest=hashed.hexdigest())


def _scored(reporter: Reporter, archive: Archive) -> ArchiveChecked:
    """All that differs from what the archive's own inputs give."""
    manifest, path = archive.manifest, archive.path
    checked = ArchiveChecked(path, (), manifest=manifest)
    if not archive.whole:
        return replace(checked, problems=(Problem("archive-not-scored", path),))
    language = named(manifest.closing.language) or "zh"
    folder, bad = _gathered(archive, language_of=Reporter(language, quiet=True))
    if bad or folder is None or folder.frame is None:
        return replace(checked, problems=tuple(bad) or (Problem("archive-not-scored", path),))
    made = closed_outputs.outputs(folder, folder.frame, Reporter(language, quiet=True))
    passed = manifest.origin.kaohe != __version__
    problems = [Problem("other-version", path, parameters=_versions(manifest), severity="warning")] * passed
    anew: Scores = json.loads(made[SCORES])
    problems += _scores(archive, anew, dict(folder.frame.form.stages))
    problems += _outputs(reporter, archive, made)
    return replace(
        checked,
        problems=tuple(problems),
        units=len(folder.outcomes),
        scores=sum(len(one) for stages in anew.values() for one in stages.values()),
    )


def _versions(manifest: ClosingManifest) -> dict[str, str]:
    return {"found": manifest.origin.kaohe, "expected": __version__}


def _gathered(archive: Archive, language_of: Reporter) -> tuple[Folder | None, list[Problem]]:
    """The archive's units scored; what is wrong in its files is said by their names in it."""
    manifest, root = archive.manifest, archive.root
    closing = manifest.closing
    try:
        roster = read_roster_of(root / closing.folder, root / closing.roster if closing.roster else None)
    except Problems as wrong:
        return None, [replace(one, path=_named(archive, one.path)) for one in wrong.problems]
    task = Task(
        language_of.language,
        dict(manifest.origin.readings),
        root / closing.parameters if closing.parameters else None,
        closed_outputs.rendered,
        detailed=True,
        evidence=True,
        explained=True,
        kept={name: root / member for name, member in closing.rubrics.items()},
        roster=roster,
    )
    try:
        files = unit_files(root / closing.folder)
        folder = gather(files, task, os.cpu_count() or 1, lambda _: nullcontext(lambda _: None))
    except (Unusable, OSError):
        return None, []
    found = [problem for bad in folder.bad for problem in bad.problems]
    return folder, [replace(one, path=_named(archive, one.path)) for one in found]


def _named(archive: Archive, path: str) -> str:
    return f"{archive.path}/{path.removeprefix(f'{archive.root}{os.sep}')}"


def _scores(archive: Archive, anew: Scores, labels: Mapping[str, str]) -> Iterator[Problem]:
    """Each score that differs; a unit or a stage that only one side has is one of them."""
    try:
        kept: Scores = json.loads((archive.root / SCORES).read_bytes())
        sides = [_flat(kept), _flat(anew)]
    except (OSError, ValueError, AttributeError):
        yield Problem("archive-no-scores", archive.path, parameters={"member": SCORES})
        return
    for key in sorted(sides[0].keys() | sides[1].keys()):
        found, expected = (one.get(key, "–") for one in sides)
        if found != expected:
            unit, stage, number = key
            told = {
                "unit": unit,
                "stage": labels.get(stage, stage),
                "item": number,
                "found": found,
                "expected": expected,
            }
            yield Problem("archive-score", archive.path, parameters=told)


def _flat(scores: Scores) -> dict[tuple[str, str, str], str]:
    return {
        (unit, stage, number): score
        for unit, stages in scores.items()
        for stage, each in stages.items()
        for number, score in each.items()
    }


def _outputs(reporter: Reporter, archive: Archive, made: Mapping[str, bytes]) -> Iterator[Problem]:
    """Files that are not what the inputs give: of workbooks the cells, of others that they are not."""
    manifest = archive.manifest
    same = manifest.origin.kaohe == __version__
    certain = same and manifest.closing.evidence != "listed"  # else their bytes may differ
    verifier = Verifier(reporter.language, [str(archive.root / one) for one in manifest.closing.rubrics.values()])
    for name in sorted(manifest.outputs.keys() | made.keys() - {SCORES, EVIDENCE}):
        kept = archive.root / name
        if name in (SCORES, EVIDENCE) or not kept.is_file() or kept.read_bytes() == made.get(name):
            continue
        told = {"member": name}
        if name not in made:
            yield Problem("archive-output-more", archive.path, parameters=told)
            continue
        found = [*verifier.between(kept, made[name])] if name.endswith(".xlsx") else []
        yield from (replace(one, path=_named(archive, one.path)) for one in found)
        if certain and not found:
            yield Problem("archive-output", archive.path, parameters=told)


def _folder(manifest: ClosingManifest, beside: Path) -> Iterator[Problem]:
    """What has changed in a folder since its stage was closed."""
    try:
        now = inputs_of(beside, None, None)
    except Unusable:
        now = None
    contents = now.contents if now else {}
    home = beside if beside.is_dir() else beside.parent
    for name in sorted({one for one in manifest.needed if one.startswith(f"{INPUTS}/")} | contents.keys()):
        path = home / name.removeprefix(f"{INPUTS}/")
        content = contents.get(name) or (path.read_bytes() if path.is_file() else None)
        if content is None:
            yield Problem("closed-missing", str(path))
        elif name not in manifest.needed:
            yield Problem("closed-new", str(path))
        elif sha256(content).hexdigest() != manifest.needed[name]:
            yield Problem("closed-changed", str(path))
