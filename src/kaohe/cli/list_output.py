"""What commands share whose result is a list: its formats, and where it goes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kaohe.cli.kept_text import deliver
from kaohe.cli.reporter import Reporter, choices, existing_files, refuse_input
from kaohe.cli.unit_inputs import UnitInputs
from kaohe.problems import Unusable
from kaohe.render.files.output import chosen_format, to_file
from kaohe.stages.unit_loader import UnitLoader

FORMATS = ("terminal", "json", "markdown")


@dataclass(frozen=True, slots=True)
class ListOptions:
    """What the command line asked for."""

    files: Sequence[Path]
    target: Path | None
    format: str | None
    readings: Sequence[str]
    parameters: Path | None


def opened(reporter: Reporter, options: ListOptions) -> UnitInputs:
    """What reads the files; those that are not there, and a target that is one of them, are refused first."""
    existing_files([*options.files, *([options.parameters] if options.parameters else [])])
    refuse_input(options.target, options.files)
    return UnitInputs(reporter, UnitLoader(reporter.language, choices(options.readings), options.parameters))


def list_format(asked: str | None, target: Path | None) -> str:
    """The format by name, else by the suffix; raises Unusable for those that only sheets have."""
    form = asked
    if form is None or form in FORMATS:
        form = chosen_format(form, target)
    if form not in FORMATS:
        raise Unusable("unknown-format", found=form, known=", ".join(FORMATS))
    return form


def deliver_list(
    reporter: Reporter, form: str, target: Path | None, texts: Mapping[str, Callable[[], str]], show: Callable[[], None]
) -> None:
    """Write the list to its file or to standard output; `show` draws it as wide as the terminal is."""
    if form == "terminal" and not to_file(target):
        show()
    else:
        deliver(reporter, texts[form](), target)
