"""`kaohe next`: a unit's file in, the smallest change of each fact that adds points out."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kaohe.commands.delivery import deliver
from kaohe.commands.desk import FINDINGS, FINE, Desk, choices, existing_files, refuse_input
from kaohe.improvements import Improvements
from kaohe.improving import improvements
from kaohe.intake import Intake
from kaohe.problems import Unusable
from kaohe.render.output import chosen_format, to_file

FORMATS = ("terminal", "json", "markdown")


@dataclass(frozen=True, slots=True)
class NextOptions:
    """What the command line asked for."""

    file: Path
    target: Path | None
    format: str | None
    readings: Sequence[str]
    parameters: Path | None


def run(desk: Desk, options: NextOptions) -> int:
    """Fine where the list can be made; a score without a lowest is a finding."""
    form = _format(options)
    existing_files([options.file, *([options.parameters] if options.parameters else [])])
    refuse_input(options.target, [options.file])
    intake = Intake(desk.language, choices(options.readings), options.parameters)
    scorer, values = intake.read(str(options.file))
    found = improvements(scorer, values, desk.language)
    _deliver(desk, found, form, options.target)
    return FINE if found.measure is not None else FINDINGS


def _format(options: NextOptions) -> str:
    """The format by name, else by the suffix; raises Unusable for those that sheets alone have."""
    form = options.format
    if form is None or form in FORMATS:
        form = chosen_format(form, options.target)
    if form not in FORMATS:
        raise Unusable("unknown-format", found=form, known=", ".join(FORMATS))
    return form


def _deliver(desk: Desk, found: Improvements, form: str, target: Path | None) -> None:
    if form == "json":
        from kaohe.render import improvement_json

        deliver(desk, improvement_json.text(found), target)
    elif form == "markdown":
        from kaohe.render import improvement_markdown

        deliver(desk, improvement_markdown.text(found, desk.language), target)
    else:
        from kaohe.render import improvement_table

        if to_file(target):
            deliver(desk, improvement_table.page(found, desk.language), target)
        else:
            improvement_table.show(found, desk.language)
