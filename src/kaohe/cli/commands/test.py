"""`kaohe test`: cases of rubrics run like tests, and what of the rubrics they have reached."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from kaohe.authoring.cases.case_files import case_files
from kaohe.authoring.cases.cases_run import CasesRun, run_files
from kaohe.authoring.mutation.equivalents import file_beside
from kaohe.cli.reporter import FINDINGS, FINE, Reporter
from kaohe.cli.watching import watch
from kaohe.expr.numbers import Unreadable, plain, read_amount
from kaohe.library import rubric_files
from kaohe.messages import say
from kaohe.problems import Problems, Unusable
from kaohe.submission.cell_text import number_value

if TYPE_CHECKING:
    from kaohe.authoring.mutation.mutation_run import MutatedRubric

ALL = 100
FORMATS = ("text", "json", "junit")


@dataclass(frozen=True, slots=True)
class CaseOptions:
    """What the command line asked for; `paths` are files, folders, rubrics or shipped ids."""

    paths: Sequence[str]
    format: str = "text"
    coverage: bool = False
    fail_under: str | None = None
    watch: bool = False
    mutate: bool = False


def run(reporter: Reporter, options: CaseOptions) -> int:
    if options.format not in FORMATS:
        raise Unusable("unknown-format", found=options.format, known=", ".join(FORMATS))
    least = None if options.fail_under is None else _percent(options.fail_under)

    known: set[Path] = set()

    def once(reporter: Reporter) -> int:
        ran = run_files(case_files(options.paths or ["."]), reporter.language)
        known.update(ran.read)
        known.update(file_beside(Path(one.path)) for one in ran.rubrics if options.mutate)
        mutated = _mutated(reporter, ran) if options.mutate else ()
        reporter.result(_written(reporter, options, ran, mutated))
        reporter.remark(one for file in ran.files for one in file.remarks)
        code = max(_code(reporter, ran, least), _of_others(reporter, ran, options.paths))
        return code if all(one.passed for one in mutated) else FINDINGS

    if options.watch:
        return watch(reporter, once, lambda: {*known, *_there(options)})
    return once(reporter)


def _there(options: CaseOptions) -> Iterable[Path]:
    """The files that are named or found now, whatever is wrong with them."""
    try:
        return case_files(options.paths or ["."])
    except (Problems, Unusable, OSError):
        return map(Path, options.paths)


def _mutated(reporter: Reporter, ran: CasesRun) -> Sequence["MutatedRubric"]:
    """The mutants of every rubric; where some case differs anyway, none would show anything."""
    from kaohe.authoring.mutation.mutation_run import mutate

    if not ran.passed:
        reporter.notice("plain", text=say("mutation.cases-first", reporter.language))
        return ()
    for one in ran.rubrics:
        reporter.notice("plain", text=say("mutation.running", reporter.language, path=one.path))
    return [*mutate(ran, reporter.language)]


def _written(
    reporter: Reporter, options: CaseOptions, ran: CasesRun, mutated: Sequence["MutatedRubric"]
) -> str | bytes:
    if options.format == "text":
        from kaohe.render.cases import case_text, mutation_text

        told = [mutation_text.text(one, reporter.language, quiet=reporter.quiet) for one in mutated]
        cases = case_text.text(ran, reporter.language, coverage=options.coverage, quiet=reporter.quiet)
        return "".join((cases, *told))
    from kaohe.render.cases import case_json, case_junit

    written = (case_json.text if options.format == "json" else case_junit.text)(ran, reporter.language, mutated)
    return written.encode(errors="backslashreplace")


def _code(reporter: Reporter, ran: CasesRun, least: Fraction | None) -> int:
    """That of the run: whether all agree, and enough of each rubric was reached."""
    below = [one for one in ran.rubrics if least is not None and one.coverage.share * ALL < least]
    for one in below:
        figures = {"path": one.path, "percent": one.coverage.percent, "least": plain(least or Fraction(0))}
        reporter.notice("plain", text=say("cases.below", reporter.language, **figures))
    return FINE if ran.passed and not below else FINDINGS


def _of_others(reporter: Reporter, ran: CasesRun, named: Sequence[str]) -> int:
    """Whether a rubric was named that no case is about, though all agree."""
    read = {path.resolve() for path in ran.read}
    paths = [rubric_files.shipped().get(name, Path(name)) for name in named]
    lost = [path for path in paths if ran.passed and path.is_file() and path.resolve() not in read]
    for path in lost:
        reporter.notice("plain", text=say("cases.of-others", reporter.language, path=path))
    return FINDINGS if lost else FINE


def _percent(written: str) -> Fraction:
    try:
        found = read_amount(number_value(written.strip().removesuffix("%"), ""))
    except Unreadable:
        found = Fraction(-1)
    if not 0 <= found <= ALL:
        raise Unusable("fail-under", found=written)
    return found
