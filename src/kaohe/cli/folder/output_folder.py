"""The folder that a batch writes into: what dead runs and earlier ones have left there, and its manifest."""

from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from kaohe.cli.folder.writing import File, Written
from kaohe.problems import Problem, Severity
from kaohe.render.files import manifest
from kaohe.render.files.atomic import clear_abandoned
from kaohe.render.files.manifest import Earlier, Manifest, Origin, UnknownManifest
from kaohe.render.files.stale import move_aside, stale

SHOWN = 5
"""So many names stand for all."""


@dataclass(slots=True)
class OutputFolder:
    """`aside` is the name of the folder in it for what is stale; `inputs` are files that are never moved.

    `found` is what there is to say of the folder once it has been written.
    """

    path: Path
    aside: str
    inputs: Collection[Path]
    found: list[Problem] = field(default_factory=list)

    def write(self, files: Sequence[File], origin: Origin, written: Written) -> None:
        """All files, then what they have made stale goes aside, then the manifest says what there is."""
        self.path.mkdir(parents=True, exist_ok=True)
        self.clear()
        before = self._before()
        written.write(files)
        kept = self._kept(before, {path.name for path, _ in files}, origin)
        outputs = {path.name: manifest.digest(content) for path, content in written.done}
        kept |= {name: one for name, one in before.items() if name in written.missed()}
        written.write([(self.path / manifest.NAME, Manifest(origin, outputs, kept).content())])

    def clear(self) -> None:
        """Temporary files that a run has left which died."""
        self._tell("temporary-cleared", "notice", count=clear_abandoned(self.path))

    def _before(self) -> Mapping[str, Earlier]:
        """The files that kaohe has written here."""
        try:
            last = manifest.read(self.path)
        except (UnknownManifest, OSError):
            self.found.append(Problem("manifest-unknown", str(self.path / manifest.NAME), severity="warning"))
            last = None
        return last.known() if last else {}

    def _kept(self, before: Mapping[str, Earlier], planned: Collection[str], origin: Origin) -> dict[str, Earlier]:
        """What stays of earlier runs; what nobody has changed goes aside."""
        left = stale(self.path, before, planned, self.inputs)
        moved = [name for name in left.unchanged if self._moved(name)]
        others = [name for name in left.others if before[name].origin != origin.digest]
        here = [name for name in left.unchanged if name not in moved]
        self._tell("outputs-moved", "notice", moved, folder=self.path / self.aside)
        self._tell("outputs-stale", "warning", here)
        self._tell("outputs-changed", "warning", left.changed)
        self._tell("outputs-older", "warning", others)
        return {name: before[name] for name in (*here, *left.changed, *left.others)}

    def _moved(self, name: str) -> bool:
        with suppress(OSError):
            move_aside(self.path / name, self.path / self.aside)
            return True
        return False

    def _tell(
        self, code: str, severity: Severity, names: Sequence[str] = (), count: int = 0, **parameters: object
    ) -> None:
        """Say something of so many files, if there are any."""
        count = count or len(names)
        if count:
            shown = ", ".join(names[:SHOWN]) + (" …" if count > SHOWN else "")
            told = {"count": count, "names": shown, **parameters}
            self.found.append(Problem(code, str(self.path), parameters=told, severity=severity))
