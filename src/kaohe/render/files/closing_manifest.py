"""The manifest of a closed stage: what was scored by what, and the SHA-256 of every file that it rests on or gave."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256

NAME = "kaohe-manifest.json"
FORMAT = 1
INPUTS, OUTPUTS, RUBRICS, PARAMETERS = "inputs", "outputs", "rubrics", "parameters"
"""The folders of an archive. Files of units keep their names; a rubric from elsewhere has a folder of its own."""
SCORES, EVIDENCE = f"{OUTPUTS}/scores.json", f"{OUTPUTS}/evidence.json"
Digests = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ClosingManifest:
    """`folder` is where the units' files lie in the archive, or their table; `parameters` a file named by option.

    `rubrics` are the files of rubrics by the names that units' files give them. `evidence` is whether files of evidence
    are in the archive, or only listed.
    """

    version: str
    title: str
    stage: str
    stage_title: str
    language: str
    readings: Mapping[str, str]
    folder: str
    parameters: str
    roster: str
    rubrics: Mapping[str, str]
    inputs: Digests
    outputs: Digests
    evidence: str

    @property
    def members(self) -> Digests:
        """Every file of the archive but the manifest itself."""
        return {**self.inputs, **self.outputs}

    def content(self) -> bytes:
        data = {"format": FORMAT, **asdict(self)}
        return (json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()


def parsed(content: bytes) -> ClosingManifest:
    """What a manifest says; raises ValueError, TypeError, LookupError where it is none of ours."""
    data = json.loads(content)
    if data.pop("format") != FORMAT:
        raise ValueError(data)
    found = ClosingManifest(**data)
    texts = (found.version, found.title, found.stage, found.stage_title, found.language, found.folder)
    tables = (found.readings, found.rubrics, found.inputs, found.outputs)
    pairs = [one for table in tables for pair in table.items() for one in pair]
    if not all(isinstance(one, str) for one in (*texts, found.parameters, found.roster, found.evidence, *pairs)):
        raise TypeError(data)
    return found


def digests(files: Mapping[str, bytes]) -> Digests:
    return {name: sha256(content).hexdigest() for name, content in sorted(files.items())}
