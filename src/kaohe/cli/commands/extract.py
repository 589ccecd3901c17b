"""`kaohe extract`: what one unit is told: its own sheet, the reasons, what was changed, and nothing of the others."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from kaohe.cli.folder.settled import refuse_no_folder, scored_folder
from kaohe.cli.folder.shared_work import Task
from kaohe.cli.folder.unit_folder import read_roster_of, unit_files
from kaohe.cli.reporter import FINDINGS, FINE, Reporter, choices, existing_files
from kaohe.messages import Language
from kaohe.problems import Unusable
from kaohe.render.files.output import content, refuse_unwritable, save
from kaohe.render.xlsx.worked_on import refuse_worked_on
from kaohe.results.dossier import Dossier
from kaohe.source.models import nearest
from kaohe.stages.unit_files import name

FORMS = {".xlsx": "xlsx", ".html": "html"}


@dataclass(frozen=True, slots=True)
class ExtractOptions:
    """What the command line asked for."""

    folder: Path
    target: Path
    unit: str
    readings: Sequence[str]
    parameters: Path | None
    roster: Path | None


def run(reporter: Reporter, options: ExtractOptions) -> int:
    """All units are scored, for a unit's grades and what is over all units rest on all; one is written."""
    refuse_no_folder(options.folder)
    existing_files(filter(None, [options.parameters, options.roster]))
    refuse_unwritable(options.target)
    form = FORMS.get(options.target.suffix.lower())
    if form is None:
        raise Unusable("file-suffix", found=str(options.target), known=reporter.say("between-suffixes").join(FORMS))
    render = partial(_rendered, form)
    roster = read_roster_of(options.folder, options.roster)
    task = Task(reporter.language, choices(options.readings), options.parameters, render, detailed=False, roster=roster)
    folder = scored_folder(reporter, unit_files(options.folder, filter(None, [options.roster])), task)
    known = {name(one.unit.unit): one for one in folder.outcomes}
    found = known.get(name(options.unit))
    if found is None and folder.bad:
        reporter.notice("unit-unscored", unit=options.unit)
        return FINDINGS
    if found is None:
        near = nearest(options.unit, [one.unit.unit for one in known.values()])
        raise Unusable("no-such-unit", found=options.unit, nearest=near)
    refuse_worked_on([options.target])
    save(options.target, found.content)
    reporter.notice("written", path=str(options.target))
    return FINDINGS if folder.bad else FINE


def _rendered(form: str, dossier: Dossier, language: Language) -> bytes:
    return content([dossier], form, language)
