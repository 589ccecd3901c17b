"""Findings as `kaohe validate` puts them out, a function for each format."""

import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kaohe.authoring.validation import Checked
from kaohe.cli.reporter import Reporter
from kaohe.messages.plain_text import harmless_json
from kaohe.problems import Problem, errors, warnings
from kaohe.render.problem_listing import as_data, as_github, as_text, statistic

STATISTICS = ("text", "json")
"""The formats that can count instead of telling."""


@dataclass(frozen=True, slots=True)
class Told:
    """A file, and those of its findings that are wanted and that no file before it had too."""

    one: Checked
    new: Sequence[Problem]


@dataclass(frozen=True, slots=True)
class Findings:
    """All files, and what was found in them that is not to be told, be it by the settings in a file."""

    told: Sequence[Told]
    left_out: Sequence[Problem]
    settings: str
    statistics: bool
    strict: bool

    @property
    def all(self) -> list[Problem]:
        return [problem for told in self.told for problem in told.new]


def _text(reporter: Reporter, findings: Findings) -> None:
    if findings.statistics:
        _count(reporter, findings.all)
    else:
        for told in findings.told:
            _file(reporter, told)
    if not reporter.quiet:
        reporter.result("".join(f"{line}\n" for line in _summary(reporter, findings)))


def _file(reporter: Reporter, told: Told) -> None:
    shown = [problem for problem in told.new if problem.severity != "notice" or not reporter.quiet]
    if shown:
        reporter.result(as_text(shown, reporter.language, excerpts=sys.stdout.isatty()) + "\n")
    if not errors(told.one.problems) and not reporter.quiet:
        reporter.result(f"{told.one.path}: {reporter.say(f'checked-{told.one.kind}', **told.one.figures)}\n")


def _count(reporter: Reporter, found: Sequence[Problem]) -> None:
    """The codes, the most frequent first, each with the place of the first that was found."""
    first = {one.code: one for one in reversed(found)}
    counted = Counter(one.code for one in found)
    for code in sorted(counted, key=lambda one: (-counted[one], one)):
        reporter.result(statistic(counted[code], first[code], reporter.language) + "\n")


def _summary(reporter: Reporter, findings: Findings) -> list[str]:
    files = {told.one.file for told in findings.told if told.one.kind != "scores"}
    found, left_out = findings.all, findings.left_out
    lines = [reporter.say("checked", files=len(files), errors=len(errors(found)), warnings=len(warnings(found)))]
    if left_out:
        named = ", ".join(sorted({one.code for one in left_out}))
        lines.append(reporter.say("not-told", count=len(left_out), codes=named, settings=findings.settings))
    if errors(left_out):
        lines.append(reporter.say("not-told-errors", count=len(errors(left_out))))
    return lines


def _json(reporter: Reporter, findings: Findings) -> None:
    listed = [
        {**_head(told.one), "problems": [] if findings.statistics else _data(reporter, told)} for told in findings.told
    ]
    counted = dict(sorted(Counter(one.code for one in findings.all).items()))
    data = {"format": 1, "files": listed, **({"statistics": counted} if findings.statistics else {})}
    text = json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    reporter.result(
        harmless_json(text).encode(errors="backslashreplace")
    )  # a path may be no text; a backslash escapes in JSON too


def _head(checked: Checked) -> dict[str, object]:
    return {"path": checked.path, "kind": checked.kind, **checked.figures}


def _data(reporter: Reporter, told: Told) -> list[dict[str, object]]:
    return [as_data(problem, reporter.language) for problem in told.new]


def _github(reporter: Reporter, findings: Findings) -> None:
    lines = as_github(findings.all, reporter.language)
    reporter.result(f"{lines}\n" if lines else "")
    _notice(reporter, findings)


def _sarif(reporter: Reporter, findings: Findings) -> None:
    from kaohe.render.code_hosts.sarif import as_sarif

    reporter.result(as_sarif(findings.all, reporter.language).encode())
    _notice(reporter, findings)


def _gitlab(reporter: Reporter, findings: Findings) -> None:
    from kaohe.render.code_hosts.gitlab import as_gitlab

    reporter.result(as_gitlab(findings.all, reporter.language).encode())
    _notice(reporter, findings)


def _junit(reporter: Reporter, findings: Findings) -> None:
    from kaohe.render.code_hosts.checked_files import suites
    from kaohe.render.junit import as_junit

    files = [(told.one.path, told.new) for told in findings.told]
    reporter.result(as_junit("kaohe validate", list(suites(files, reporter.language, strict=findings.strict))).encode())
    _notice(reporter, findings)


def _notice(reporter: Reporter, findings: Findings) -> None:
    for line in _summary(reporter, findings):
        reporter.notice("plain", text=line)


OUTPUTS = {"text": _text, "json": _json, "github": _github, "sarif": _sarif, "gitlab": _gitlab, "junit": _junit}
