"""`kaohe score`: units' files in, their scored sheets out."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kaohe.commands.desk import FINDINGS, FINE, Desk, choices, existing_files, exit_code
from kaohe.intake import Intake, unreadable
from kaohe.problems import Problems, Unusable
from kaohe.render import output
from kaohe.sheet import Sheet


@dataclass(frozen=True, slots=True)
class ScoreOptions:
    """What the command line asked for."""

    files: Sequence[Path]
    target: Path | None
    format: str | None
    readings: Sequence[str]
    parameters: Path | None
    complete: bool


def run(desk: Desk, options: ScoreOptions) -> int:
    form = output.chosen_format(options.format, options.target, several=len(options.files) > 1)
    existing_files([*options.files, *([options.parameters] if options.parameters else [])])
    target = options.target
    if (
        target is not None
        and target.exists()
        and any(path.exists() and target.samefile(path) for path in options.files)
    ):
        raise Unusable("target-is-input", path=target)
    intake = Intake(desk.language, choices(options.readings), options.parameters)
    sheets, code = _score(desk, intake, options)
    if sheets:
        output.deliver(sheets, form, options.target, desk)
    return code


def _score(desk: Desk, intake: Intake, options: ScoreOptions) -> tuple[list[Sheet], int]:
    """Every sheet that could be made; a file with problems does not stop the others."""
    sheets, code = [], FINE
    for path in options.files:
        try:
            scorer, values = intake.read(str(path))
        except Problems as found:
            problems = found.problems
        except OSError as failed:
            problems = unreadable(path, failed)
        else:
            sheets.append(scorer.score(values))
            code = max(code, _missing(desk, options, sheets[-1]))
            continue
        desk.report(problems)
        code = max(code, exit_code(problems))
    return sheets, code


def _missing(desk: Desk, options: ScoreOptions, sheet: Sheet) -> int:
    if sheet.complete or not options.complete:
        return FINE
    desk.notice("incomplete", unit=sheet.unit, count=len(sheet.missing))
    return FINDINGS
