"""`kaohe score`: units' files in, their scored sheets out."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kaohe.cli.earlier_year import earlier, files_before
from kaohe.cli.other_rubric import by_other
from kaohe.cli.reporter import FINDINGS, FINE, Reporter, choices, existing_files, refuse_input
from kaohe.cli.unit_inputs import UnitInputs
from kaohe.problems import Unusable, warnings
from kaohe.render.files import output
from kaohe.render.words.sheet_wording import with_arithmetic
from kaohe.results.dossier import Dossier
from kaohe.results.sheet import Sheet
from kaohe.stages.scored_dossier import scored
from kaohe.stages.unit_loader import Beside, UnitLoader
from kaohe.stages.unit_stages import UnitStages
from kaohe.stages.written_scores import unlike_written

WITH_PROBLEMS = ("json", "html")
"""The formats of which a sheet says what is wrong with it; a workbook is verified by its facts alone."""
WITHOUT_ARITHMETIC = ("terminal", "markdown")
"""The formats that leave it out unless it is asked for; the others give it a place of its own."""


@dataclass(frozen=True, slots=True)
class ScoreOptions:
    """What the command line asked for."""

    files: Sequence[Path]
    target: Path | None
    format: str | None
    readings: Sequence[str]
    parameters: Path | None
    complete: bool
    arithmetic: bool
    strict: bool = False
    before: Path | None = None
    rubric: str | None = None


def run(reporter: Reporter, options: ScoreOptions) -> int:
    form = output.chosen_format(options.format, options.target)
    read = [*options.files, *([options.parameters] if options.parameters else [])]
    existing_files(read)
    refuse_input(options.target, [*read, *files_before(options.before)])
    readings = choices(options.readings)
    before = earlier(reporter, options.before, readings)
    own = {} if options.rubric else readings
    loader = UnitLoader(reporter.language, own, options.parameters, Beside(before=before))
    gathered = UnitInputs(reporter, loader)
    units = gathered.units(options.files)
    doubts = [doubt for unit in units for doubt in unit.doubts]
    reporter.remark(doubts)
    if options.rubric:
        units = by_other(reporter, units, options.rubric, options.readings)
    dossiers = [_dossier(unit, form) for unit in units]
    documents = {} if options.rubric else gathered.documents  # what stands in them is by their own rubric
    unlike = [unlike_written(unit, dossier, documents) for unit, dossier in zip(units, dossiers, strict=True)]
    reporter.report(problem for one in unlike for problem in one)
    if form in WITH_PROBLEMS:
        dossiers = [dossier.with_problems(one) for dossier, one in zip(dossiers, unlike, strict=True)]
    gathered.code = max(gathered.code, FINDINGS if options.strict and (any(unlike) or warnings(doubts)) else FINE)
    code = max([gathered.code, *(_missing(reporter, options, dossier.last) for dossier in dossiers)])
    _deliver(reporter, options, form, dossiers)
    return code


def _deliver(reporter: Reporter, options: ScoreOptions, form: str, dossiers: list[Dossier]) -> None:
    if options.arithmetic and form in WITHOUT_ARITHMETIC:
        dossiers = [with_arithmetic(dossier, reporter.language) for dossier in dossiers]
    if form == "xlsx" and len(dossiers) > 1:
        raise Unusable("one-sheet-a-workbook")
    if dossiers:
        output.deliver(dossiers, form, options.target, reporter)
    if output.to_file(options.target):  # elsewhere the sheet's own face says it
        for one in (one for dossier in dossiers for one in dossier.last.on_face):
            reporter.notice("left-out", what=one.message(reporter.language))


def _dossier(unit: UnitStages, form: str) -> Dossier:
    """All stages scored; with what else the format shows: items explained, the directory of evidence."""
    dossier = scored(unit)
    if form == "html":
        from kaohe.analysis.explaining import with_explanations

        dossier = with_explanations(unit, dossier)
    if form in output.WITH_EVIDENCE and unit.names_evidence:
        from kaohe.analysis.evidence_audit import with_evidence

        dossier = with_evidence(unit, dossier)
    return dossier


def _missing(reporter: Reporter, options: ScoreOptions, sheet: Sheet) -> int:
    if sheet.complete or not options.complete:
        return FINE
    reporter.notice("incomplete", unit=sheet.unit, count=len(sheet.missing))
    return FINDINGS
