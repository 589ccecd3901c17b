"""`kaohe validate`: everything wrong in rubrics and units' files, in one run."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kaohe.authoring.changed_files import by_folder, ours, resting_on
from kaohe.authoring.choice_of_findings import Choice, codes
from kaohe.authoring.input_files import TEXTS, files
from kaohe.authoring.mended_files import Examine
from kaohe.authoring.validation import Checked, check_document, check_files
from kaohe.cli.earlier_year import earlier
from kaohe.cli.finding_outputs import OUTPUTS, STATISTICS, Findings, Told
from kaohe.cli.mended_inputs import mend_files, show_mends
from kaohe.cli.reporter import FINDINGS, FINE, Reporter, existing, exit_code
from kaohe.cli.settings import Settings, nearest_settings
from kaohe.problems import Problem, Unusable, warnings
from kaohe.source.decoding import BIGGEST_FILE
from kaohe.source.unsaved import unsaved
from kaohe.stages.rosters import is_roster_file
from kaohe.stages.unit_loader import Beside, UnitLoader

STDIN = Path("-")


@dataclass(frozen=True, slots=True)
class ValidateOptions:
    """What the line says; None and nothing where it leaves it to the settings."""

    paths: Sequence[Path]
    format: str | None = None
    before: Path | None = None
    select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    strict: bool | None = None
    statistics: bool | None = None
    exit_zero: bool | None = None
    stdin_name: Path | None = None
    fix: bool = False
    diff: bool = False
    changed: bool = False


def run(reporter: Reporter, options: ValidateOptions) -> int:
    existing(options.paths)
    paths = _named(options)
    settings = nearest_settings(paths)
    form, choice = _told_as(reporter, options, settings)
    statistics = _switch(options.statistics, settings, "statistics")
    if statistics and form not in STATISTICS:
        raise Unusable("statistics-format", found=form, known=", ".join(STATISTICS))
    inputs = _ours(reporter, paths) if options.changed else list(files(paths))
    if options.diff:
        return FINDINGS if show_mends(reporter, inputs, _examine(reporter)) else FINE
    checked = _checked(reporter, options, inputs)
    told = [Told(one, [new for new in reporter.unsaid(one.problems) if choice.wants(new)]) for one in checked]
    found = [problem for one in checked for problem in one.problems]
    wanted = [problem for problem in found if choice.wants(problem)]
    left_out = {problem.identity: problem for problem in found if not choice.wants(problem)}
    by = settings.path if settings.texts("select") + settings.texts("ignore") else ""
    strict = _switch(options.strict, settings, "strict")
    OUTPUTS[form](reporter, Findings(told, [*left_out.values()], by, statistics=statistics, strict=strict))
    code = _code(wanted, strict=strict)
    return FINE if code == FINDINGS and _switch(options.exit_zero, settings, "exit-zero") else code


def _told_as(reporter: Reporter, options: ValidateOptions, settings: Settings) -> tuple[str, Choice]:
    """The format and the findings that the line asks for, else the settings, which are named where they are wrong."""
    of_line = _known_format(options.format), codes(options.select), codes(options.ignore)
    try:
        form = of_line[0] or _known_format(settings.values.get("format", "text"))
        chosen = [of_line[1] or codes(settings.texts("select")), of_line[2] or codes(settings.texts("ignore"))]
    except Unusable as wrong:
        detail = wrong.message(reporter.language)
        raise Unusable("settings-broken", path=settings.path, detail=detail) from None
    return str(form), Choice(*chosen)


def _known_format(form: str | None) -> str | None:
    if form not in (None, *OUTPUTS):
        raise Unusable("unknown-format", found=form, known=", ".join(OUTPUTS))
    return form


def _checked(reporter: Reporter, options: ValidateOptions, inputs: Sequence[Path]) -> list[Checked]:
    """The files, mended before if that is asked for, and with them what rests on those that have changed."""
    if options.fix:
        mend_files(reporter, inputs, _examine(reporter))
    loader = UnitLoader(reporter.language, {}, beside=Beside(before=earlier(reporter, options.before, {})))
    with unsaved(_named_input(options)):
        if not options.changed:
            return check_files(inputs, loader)
        together = by_folder([*inputs, *resting_on(inputs, Path(), loader)])
        return [one for several in together for one in check_files(several, loader)]


def _named_input(options: ValidateOptions) -> Mapping[str, bytes]:
    """What came by standard input, by the path that it is to be taken for."""
    name = options.stdin_name
    return {} if name is None else {str(name): sys.stdin.buffer.read(BIGGEST_FILE + 1)}


def _switch(said: bool | None, settings: Settings, key: str) -> bool:  # noqa: FBT001 - as typer has it
    return bool(settings.values.get(key, False)) if said is None else said


def _named(options: ValidateOptions) -> Sequence[Path]:
    """The paths, standard input by its name where it has one; raises Unusable."""
    name = options.stdin_name
    if (options.fix or options.diff) and STDIN in options.paths:
        raise Unusable("mend-stdin")
    if name is None:
        return options.paths
    if STDIN not in options.paths:
        raise Unusable("stdin-name-alone")
    if not name.name.endswith(TEXTS) or is_roster_file(name):
        raise Unusable("stdin-name-suffix", found=name, known=", ".join(TEXTS))
    return [name if path == STDIN else path for path in options.paths]


def _code(found: Sequence[Problem], *, strict: bool) -> int:
    doubtful = strict and any(not one.reason for one in warnings(found))
    return max(exit_code(found), FINDINGS if doubtful else FINE)


def _ours(reporter: Reporter, paths: Sequence[Path]) -> list[Path]:
    """Of files that have changed those that are ours; the others are named."""
    found = list(ours(paths))
    others = [str(path) for path in files(paths) if path not in found]
    if others:
        reporter.notice("not-ours", paths=reporter.say("between-stages").join(others))
    return found


def _examine(reporter: Reporter) -> Examine:
    """What is wrong in one file by itself; a rubric that it names may have been mended just before."""
    return lambda document: check_document(document, UnitLoader(reporter.language, {}))
