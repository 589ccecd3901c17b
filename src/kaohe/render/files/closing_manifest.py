"""The manifest of a closed stage: what was scored by what, and the SHA-256 of every file that it rests on or gave.

It says what the manifest of a folder of results says, and besides, under `closing`, how all of it is scored anew.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Any

NAME = "kaohe-manifest.json"
FORMAT = 1
INPUTS, OUTPUTS, RUBRICS, PARAMETERS, ROSTERS = "inputs", "outputs", "rubrics", "parameters", "rosters"
"""The folders of an archive. Files of units keep their names; a rubric from elsewhere has a folder of its own."""
SCORES, EVIDENCE = f"{OUTPUTS}/scores.json", f"{OUTPUTS}/evidence.json"
Digests = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Closing:
    """How the stage was scored; all paths are those of files in the archive.

    `folder` is where the units' files lie, or their table; `parameters` and `roster` are files named by option, else
    empty. `rubrics` are the files of rubrics by the names that units' files give them. `evidence` is whether files of
    evidence are in the archive (kept), only named (listed), or not named at all (none).
    """

    title: str
    stage: str
    stage_title: str
    language: str
    folder: str
    parameters: str
    roster: str
    rubrics: Mapping[str, str]
    evidence: str


@dataclass(frozen=True, slots=True)
class ClosingManifest:
    """`kaohe` is the version that has scored, `rubric` the id and the digest of the form."""

    kaohe: str
    rubric: Mapping[str, str]
    readings: Mapping[str, str]
    parameters: Digests
    inputs: Digests
    outputs: Digests
    closing: Closing

    @property
    def members(self) -> Digests:
        """Every file of the archive but the manifest itself."""
        return {**self.parameters, **self.inputs, **self.outputs}

    @property
    def needed(self) -> Digests:
        """The files that scores are computed from."""
        return {**self.parameters, **self.inputs}

    def content(self) -> bytes:
        data = {"format": FORMAT, **asdict(self)}
        return (json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()


def parsed(content: bytes) -> ClosingManifest:
    """What a manifest says; raises ValueError, TypeError, LookupError, AttributeError where it is none of ours."""
    data = json.loads(content)
    if data.pop("format") != FORMAT:
        raise ValueError(data)
    found = ClosingManifest(**{**data, "closing": Closing(**data["closing"])})
    if not all(isinstance(one, str) for one in _leaves(asdict(found))):
        raise TypeError(data)
    tables = (found.rubric, found.readings, found.parameters, found.inputs, found.outputs, found.closing.rubrics)
    if not all(isinstance(one, dict) for one in tables):
        raise TypeError(data)
    return found


def _leaves(data: Any) -> Iterator[object]:
    """All that stands in data, down to two tables deep."""
    for value in data.values() if isinstance(data, dict) else (data,):
        yield from _leaves(value) if isinstance(value, dict) else (value,)


def digests(files: Mapping[str, bytes]) -> Digests:
    return {name: sha256(content).hexdigest() for name, content in sorted(files.items())}
