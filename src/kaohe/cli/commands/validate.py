"""`kaohe validate`: everything wrong in rubrics and units' files, in one run."""

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kaohe.authoring.validation import Checked, check_files, files
from kaohe.cli.earlier_year import earlier
from kaohe.cli.reporter import FINDINGS, FINE, Reporter, existing, exit_code
from kaohe.problems import Problem, Unusable, errors, warnings
from kaohe.render.problem_listing import as_data, as_github, as_text
from kaohe.stages.unit_loader import Beside, UnitLoader

Said = tuple[Checked, Sequence[Problem]]
"""A file, and those of its findings that no file before it had too."""


@dataclass(frozen=True, slots=True)
class ValidateOptions:
    paths: Sequence[Path]
    format: str
    before: Path | None = None
    strict: bool = False


def run(reporter: Reporter, options: ValidateOptions) -> int:
    if options.format not in FORMATS:
        raise Unusable("unknown-format", found=options.format, known=", ".join(FORMATS))
    existing(options.paths)
    loader = UnitLoader(reporter.language, {}, beside=Beside(before=earlier(reporter, options.before, {})))
    checked = check_files(files(options.paths), loader)
    _WRITERS[options.format](reporter, [(one, reporter.unsaid(one.problems)) for one in checked])
    found = [problem for one in checked for problem in one.problems]
    doubtful = options.strict and warnings(one for one in found if one.code.startswith("doubt-"))
    return max(exit_code(found), FINDINGS if doubtful else FINE)


def _text(reporter: Reporter, checked: Sequence[Said]) -> None:
    for one, new in checked:
        told = [problem for problem in new if problem.severity != "notice" or not reporter.quiet]
        if told:
            reporter.result(as_text(told, reporter.language, excerpts=sys.stdout.isatty()) + "\n")
        if not errors(one.problems) and not reporter.quiet:
            reporter.result(f"{one.path}: {reporter.say(f'checked-{one.kind}', **one.figures)}\n")
    if not reporter.quiet:
        reporter.result(_summary(reporter, checked) + "\n")


def _summary(reporter: Reporter, checked: Sequence[Said]) -> str:
    found = [problem for _, new in checked for problem in new]
    files, warnings = {one.file for one, _ in checked}, [one for one in found if one.severity == "warning"]
    return reporter.say("checked", files=len(files), errors=len(errors(found)), warnings=len(warnings))


def _json(reporter: Reporter, checked: Sequence[Said]) -> None:
    data = {
        "format": 1,
        "files": [
            {
                "path": one.path,
                "kind": one.kind,
                **one.figures,
                "problems": [as_data(problem, reporter.language) for problem in new],
            }
            for one, new in checked
        ],
    }
    text = json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    reporter.result(
        text.encode(errors="backslashreplace")
    )  # a path may be no text, and a backslash escapes in JSON too


def _github(reporter: Reporter, checked: Sequence[Said]) -> None:
    lines = as_github((problem for _, new in checked for problem in new), reporter.language)
    reporter.result(f"{lines}\n" if lines else "")
    reporter.notice("plain", text=_summary(reporter, checked))


_WRITERS = {"text": _text, "json": _json, "github": _github}
FORMATS = tuple(_WRITERS)
