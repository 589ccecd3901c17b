"""`kaohe next`: a unit's file in, the smallest change of each fact that adds points out."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kaohe.commands.desk import FINDINGS, FINE, Desk, choices, existing_files, refuse_input
from kaohe.commands.lists import deliver_list, list_format
from kaohe.improvements import Improvements
from kaohe.improving import improvements
from kaohe.intake import Intake


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
    form = list_format(options.format, options.target)
    existing_files([options.file, *([options.parameters] if options.parameters else [])])
    refuse_input(options.target, [options.file])
    intake = Intake(desk.language, choices(options.readings), options.parameters)
    scorer, values = intake.read(str(options.file))
    found = improvements(scorer, values, desk.language)
    _deliver(desk, found, form, options.target)
    return FINE if found.measure is not None else FINDINGS


def _deliver(desk: Desk, found: Improvements, form: str, target: Path | None) -> None:
    from kaohe.render import improvement_json, improvement_markdown, improvement_table

    texts = {
        "json": lambda: improvement_json.text(found),
        "markdown": lambda: improvement_markdown.text(found, desk.language),
        "terminal": lambda: improvement_table.page(found, desk.language),
    }
    deliver_list(desk, form, target, texts, lambda: improvement_table.show(found, desk.language))
