"""What a stage rests on, as an archive keeps it: units' files, parameters, rubrics, evidence if asked for."""

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from kaohe.cli.folder.unit_folder import Folder, unit_files
from kaohe.problems import Problem, Problems
from kaohe.render.files import closing_manifest
from kaohe.render.files.file_names import alike, is_taken_everywhere
from kaohe.source import file_contents
from kaohe.stages import rosters
from kaohe.stages.prepared_rubrics import rubric_path
from kaohe.stages.unit_loader import PARAMETERS
from kaohe.submission import fact_files

BESIDE = (PARAMETERS, *rosters.NAMES)
"""Files of a folder that are about all of its units."""
RECORDS = "*.sha256"


@dataclass(slots=True)
class Inputs:
    """The `files` of units, and all `contents` by their names in the archive; `folder` is the name of units' own there.

    `home` is where they lie here.
    """

    home: Path
    folder: str
    files: list[Path]
    contents: dict[str, bytes]
    parameters: str = ""
    roster: str = ""
    own_rubrics: dict[str, Path] = field(default_factory=dict)
    """Those that the named file of parameters names, by the names that it gives them."""
    rubrics: dict[str, str] = field(default_factory=dict)
    evidence: str = "none"

    @property
    def common(self) -> list[str]:
        """The file of parameters that counts: one that is named, or that of the folder."""
        own = self.parameters or f"{closing_manifest.INPUTS}/{PARAMETERS}"
        return [own] if own in self.contents else []

    def add(self, folder: Folder, made: Mapping[str, bytes], *, evidence: bool) -> Iterator[Problem]:
        """The rubrics that files name, and files of evidence where they are wanted; what can't be kept is told."""
        for name, path in {**self.own_rubrics, **folder.rubrics}.items():
            inside = path.parent.resolve() == self.home.resolve()
            member = f"{closing_manifest.INPUTS if inside else closing_manifest.RUBRICS}/{path.name}"
            content = file_contents.content(path)
            if self.contents.get(member, content) != content:  # another file of that name
                member = f"{closing_manifest.RUBRICS}/{len(self.rubrics)}/{path.name}"
            self.contents[member], self.rubrics[name] = content, member
        listed: Mapping[str, Mapping[str, list[dict[str, str]]]] = json.loads(made[closing_manifest.EVIDENCE])
        files = dict.fromkeys(file["file"] for unit in listed.values() for file in unit["files"])
        self.evidence = "none" if not files else "kept" if evidence else "listed"
        for name in files if evidence else ():
            yield from self._kept(name)

    def _kept(self, name: str) -> Iterator[Problem]:
        path = self.home / name
        if not file_contents.is_there(path):
            yield Problem("close-evidence-missing", str(path))
        elif not path.resolve().is_relative_to(self.home.resolve()):
            yield Problem("close-evidence-outside", str(path))
        else:
            self.contents[f"{closing_manifest.INPUTS}/{Path(name).as_posix()}"] = file_contents.content(path)

    def unkeepable(self) -> Iterator[Problem]:
        """What has a name that some system could not unpack, or would take for another's."""
        for member in self.contents:
            if not is_taken_everywhere(member):
                yield Problem("close-name", self._named(member))
        for first, second in alike(self.contents):
            yield Problem("close-alike", self._named(second), parameters={"other": self._named(first)})

    def _named(self, member: str) -> str:
        """What the office calls it."""
        folder, _, name = member.partition("/")
        return str(self.home / name) if folder == closing_manifest.INPUTS else name


def inputs_of(folder: Path, parameters: Path | None, roster: Path | None) -> Inputs:
    """What lies there before anything is scored; raises Unusable, OSError."""
    files = unit_files(folder, filter(None, [roster]))
    home = folder if folder.is_dir() else folder.parent
    inside = closing_manifest.INPUTS
    beside = [*(home / name for name in BESIDE), *sorted(home.glob(RECORDS))]
    contents = {f"{inside}/{one.name}": file_contents.content(one) for one in (*files, *beside) if one.is_file()}
    found = Inputs(home, inside if folder.is_dir() else f"{inside}/{folder.name}", files, contents)
    if parameters is not None:
        found.parameters = f"{closing_manifest.PARAMETERS}/{parameters.name}"
        contents[found.parameters] = file_contents.content(parameters)
        with suppress(Problems):  # told when it is read
            document = fact_files.read(str(parameters))
            found.own_rubrics = {str(document.data.get("rubric")): rubric_path(document)}
    if roster is not None:
        found.roster = f"{closing_manifest.ROSTERS}/{roster.name}"
        contents[found.roster] = file_contents.content(roster)
    return found
