"""Files of evidence on disk: hashed, compared with what was recorded of them, set against the claimed points."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path

from kaohe.compiler.row_layout import Fact
from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.results.dossier import Dossier
from kaohe.results.evidence_directory import EvidenceDirectory, EvidenceFile, FileState, Unsupported
from kaohe.source import file_contents
from kaohe.source.file_kinds import is_workbook
from kaohe.stages.unit_stages import UnitStages, UnitState
from kaohe.submission.gaps import is_missing
from kaohe.submission.named_evidence import NamedEvidence

RECORD = ".sha256"
"""The suffix of a unit's record, in the form that `sha256sum --check` reads."""
BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Digest:
    """A file as it is now; nothing of one that is not there."""

    size: int
    sha256: str


def with_evidence(unit: UnitStages, whole: Dossier) -> Dossier:
    """The unit's dossier with its directory of evidence, where any is named."""
    if not unit.names_evidence:
        return replace(whole, in_workbook=is_workbook(unit.states[0].values.path))
    return replace(whole, evidence=evidence(unit, whole))


def evidence(unit: UnitStages, whole: Dossier) -> EvidenceDirectory:
    """All files that a unit's stages name, in their order, and what the first stage's points rest on."""
    first = unit.states[0]
    known = recorded(record_path(first.values.path))
    files = _Files(Path(first.values.path).parent, known)
    own = {one: files.look(first, one) for one in first.values.evidence}
    listed = [*own.values(), *_later(unit, whole, files)]
    without, doubtful, claimed = [], [], Fraction(0)
    for place, score in enumerate(item.score for section in whole.sheets[0].sections for item in section.items):
        if score is None:
            continue
        claimed += score
        wrong, bare = _support(first, place, own)
        number, item = first.compiled.rubric.items()[place]
        if wrong:
            doubtful.append(Unsupported(number, item.title, score, tuple(wrong)))
        elif bare:
            without.append(Unsupported(number, item.title, score, tuple(bare)))
    return EvidenceDirectory(tuple(listed), claimed, tuple(without), tuple(doubtful))


def record_path(path: str) -> Path:
    """Where the digests of a unit's evidence are kept: beside its first file."""
    return Path(path).with_suffix(RECORD)


def recorded(path: Path) -> Mapping[str, str]:
    """Each file's digest as it was recorded; nothing where nothing was."""
    if not path.is_file():
        return {}
    lines = path.read_text(encoding="utf-8").splitlines()
    return {name: digest for digest, _, name in (line.partition("  ") for line in lines) if name}


def record(unit: UnitStages, found: EvidenceDirectory) -> str:
    """The digests of all files that are there, as a record's text."""
    folders = {state.values.stage: Path(state.values.path).parent for state in unit.states}
    home = folders[unit.states[0].values.stage]
    digests = {_from(home, folders[one.stage] / one.file): one.sha256 for one in found.files if one.sha256}
    return "".join(f"{digest}  {name}\n" for name, digest in digests.items())


@dataclass(frozen=True, slots=True)
class _Files:
    """Looks at files, at each once; `known` are the digests recorded, by the path from `home`."""

    home: Path
    known: Mapping[str, str]
    seen: dict[Path, Digest] = field(default_factory=dict)

    def look(self, state: UnitState, named: NamedEvidence) -> EvidenceFile:
        """A file that a unit's first file names."""
        number, title = next(
            ((number, item.title) for number, item in state.compiled.rubric.items() if item.id == named.item), ("", "")
        )
        fact = next((one for one in state.compiled.layout.facts if _is(one, named)), None)
        label = fact.indicator.label if fact is not None else ""
        return self.file(state, (number, title, label), named.file)

    def file(self, state: UnitState, shows: tuple[str, str, str], name: str) -> EvidenceFile:
        path = Path(state.values.path).parent / name
        if path not in self.seen:
            self.seen[path] = digest(path)
        found, before = self.seen[path], self.known.get(_from(self.home, path))
        known: FileState = "unrecorded" if before is None else "fine" if before == found.sha256 else "changed"
        file_state: FileState = known if found.sha256 else "missing"
        return EvidenceFile(state.values.stage, *shows, name, found.size, found.sha256, file_state)


def digest(path: Path) -> Digest:
    """The size and the SHA-256 of a file."""
    from hashlib import sha256

    if not file_contents.is_there(path):
        return Digest(0, "")
    hashed = sha256()
    with file_contents.opened(path) as file:
        while block := file.read(BLOCK):
            hashed.update(block)
        return Digest(file.tell(), hashed.hexdigest())


def _later(unit: UnitStages, whole: Dossier, files: _Files) -> Iterator[EvidenceFile]:
    """The files that later stages name for their changes."""
    for reconciliation in whole.reconciliations:
        state = unit.states[reconciliation.after]
        for cause in reconciliation.causes:
            titles = {number: item.title for number, item in state.compiled.rubric.items()}
            shows = cause.number, titles.get(cause.number, ""), cause.subject
            yield from (files.file(state, shows, name) for name in cause.evidence)


def _support(state: UnitState, place: int, own: Mapping[NamedEvidence, EvidenceFile]) -> tuple[list[str], list[str]]:
    """Of an item's reported facts the files that are not what they were, and the labels of those without a file."""
    item = state.compiled.items[place].item.id
    reported = [fact for fact in state.compiled.reads[place] if _reported(state, fact)]
    wrong: dict[str, None] = {}
    bare = []
    for fact in reported:
        files = [file for named, file in own.items() if _shows(named, fact, item)]
        wrong |= {file.file: None for file in files if file.state in ("changed", "missing")}
        bare += [fact.indicator.label] if not files and _wanted(state, fact) else []
    return list(wrong), bare


def _reported(state: UnitState, fact: Fact) -> bool:
    """Whether the unit itself has reported the fact; parameters and facts over all units are others' affair."""
    there = fact.indicator.asked and fact.item and not is_missing(fact, state.values.row)
    return bool(there) and state.values.row[fact.start] is not NOT_APPLICABLE


def _wanted(state: UnitState, fact: Fact) -> bool:
    """Whether a report needs a file: as its rubric says, or else unless nothing happened, 0, no or no members."""
    asked = fact.indicator.evidence
    if asked is not None:
        return asked == "required"
    values = state.values.row[fact.start : fact.start + fact.width()]
    return any(value not in (0, ()) for value in values)


def _shows(named: NamedEvidence, fact: Fact, item: str) -> bool:
    """Whether a file shows a fact: named for it, or for the item as a whole."""
    return _is(fact, named) or (not named.fact and named.item in (item, fact.item))


def _is(fact: Fact, named: NamedEvidence) -> bool:
    return bool(named.fact) and (fact.item, fact.id) == (named.item, named.fact)


def _from(home: Path, path: Path) -> str:
    return Path(os.path.relpath(path, home)).as_posix()
