"""`kaohe evidence`: the files that units name as evidence, numbered, hashed, and what their points rest on."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kaohe.analysis import evidence_audit
from kaohe.cli.list_output import deliver_list, list_format
from kaohe.cli.reporter import FINDINGS, FINE, Reporter, existing_files, refuse_input
from kaohe.cli.unit_inputs import UnitInputs
from kaohe.render.files.output import save
from kaohe.results.dossier import Dossier
from kaohe.results.evidence_directory import EvidenceDirectory, EvidenceFile
from kaohe.stages.scored_dossier import scored
from kaohe.stages.unit_loader import UnitLoader
from kaohe.stages.unit_stages import UnitStages


@dataclass(frozen=True, slots=True)
class EvidenceOptions:
    """What the command line asked for; `record` keeps the digests of the files as they are now."""

    files: Sequence[Path]
    target: Path | None
    format: str | None
    record: bool


def run(reporter: Reporter, options: EvidenceOptions) -> int:
    """Fine where every file is there and is what it was when it was recorded."""
    from kaohe.render.json import evidence_json
    from kaohe.render.words.evidence_table import evidence_tables

    form = list_format(options.format, options.target)
    existing_files(options.files)
    refuse_input(options.target, options.files)
    gathered = UnitInputs(reporter, UnitLoader(reporter.language, {}))
    units = [(unit, scored(unit)) for unit in gathered.units(options.files)]
    if options.record:
        for unit, dossier in units:
            _record(reporter, unit, dossier)
    dossiers = [evidence_audit.with_evidence(unit, dossier) for unit, dossier in units]
    if dossiers:
        results = [evidence_tables(one, reporter.language) for one in dossiers]
        deliver_list(reporter, form, options.target, results, lambda: evidence_json.text(dossiers))
    doubtful = any(one.state in ("changed", "missing") for each in dossiers for one in _files(each.evidence))
    return max(gathered.code, FINDINGS if doubtful else FINE)


def _files(found: EvidenceDirectory | None) -> Sequence[EvidenceFile]:
    return () if found is None else found.files


def _record(reporter: Reporter, unit: UnitStages, dossier: Dossier) -> None:
    """Write the digests beside the unit's first file; what was recorded before is replaced."""
    found = evidence_audit.with_evidence(unit, dossier).evidence
    path = evidence_audit.record_path(unit.states[0].values.path)
    if found is None:
        return
    save(path, evidence_audit.record(unit, found).encode())
    reporter.notice("written", path=str(path))
