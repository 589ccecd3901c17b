"""Problems as lines for people, as JSON, and as annotations of a code host's checks."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import Any

from kaohe.messages import Language, say
from kaohe.problems import Problem
from kaohe.render.finding_identity import host_path
from kaohe.source import file_contents
from kaohe.source.decoding import decode
from kaohe.source.file_kinds import is_table
from kaohe.source.text_findings import Findings, Stopped

MARKS = {"warning": "command.warning", "notice": "command.notice"}
ROOM = 72
"""The cells of an excerpt, which must not wrap: the caret would point at nothing."""


def as_text(problems: Iterable[Problem], language: Language, *, excerpts: bool = False) -> str:
    """A line each, `path:line:column: code sentence`; with excerpts also the line of the file and a caret below."""
    return "\n".join(_lines(problems, language, excerpts=excerpts))


def _lines(problems: Iterable[Problem], language: Language, *, excerpts: bool) -> Iterator[str]:
    files: dict[str, list[str]] = {}
    for problem in problems:
        yield _visible(f"{problem.place}: {_mark(problem, language)}{problem.code} {problem.message(language)}")
        if excerpts and problem.line and not _in_cell(problem):
            if problem.path not in files:
                files[problem.path] = _source_lines(problem.path)
            yield from (f"    {line}" for line in _excerpt(files[problem.path], problem))


def statistic(count: int, first: Problem, language: Language) -> str:
    """How many of a kind there are, and where the first is."""
    return _visible(f"{count:>5}  {_mark(first, language)}{first.code}  {first.place}")


def _mark(problem: Problem, language: Language) -> str:
    return say(MARKS[problem.severity], language) if problem.severity in MARKS else ""


def _in_cell(problem: Problem) -> bool:
    """Whether it is found by row and column."""
    return bool(problem.sheet) or is_table(problem.path)


def _source_lines(path: str) -> list[str]:
    """The lines of the file as they were read, if they still can be."""
    found = Findings()
    with suppress(OSError, Stopped):
        decode(file_contents.peeked(path), found)
    return found.text.split("\n")


def _excerpt(lines: Sequence[str], problem: Problem) -> Sequence[str]:
    """As much of a problem's line as there is room for around its place, and the caret below that place."""
    line = _visible(lines[problem.line - 1]).rstrip() if problem.line <= len(lines) else ""
    if not line.strip():
        return ()
    start = end = place = problem.column - 1
    while start and _cells(line[start - 1 : place]) <= ROOM * 2 // 3:
        start -= 1
    while end < len(line) and _cells(line[start : end + 1]) <= ROOM:
        end += 1
    while start and _cells(line[start - 1 : end]) <= ROOM:
        start -= 1
    left, right = "…" * (start > 0), "…" * (end < len(line))
    return f"{left}{line[start:end]}{right}", f"{' ' * _cells(left + line[start:place])}^"


def _visible(text: str) -> str:
    """Text on one line, with a blank for what does not show and for what would steer the terminal."""
    return "".join(" " if unicodedata.category(one) in ("Cc", "Cf", "Zl", "Zp") else one for one in text)


def _cells(text: str) -> int:
    """The columns that a text takes on a terminal."""
    return sum(
        0 if unicodedata.combining(one) else 2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text
    )


def as_data(problem: Problem, language: Language) -> dict[str, Any]:
    return {
        "code": problem.code,
        "severity": problem.severity,
        "path": problem.path,
        "line": problem.line,
        "column": problem.column,
        **({"sheet": problem.sheet, "cell": problem.cell} if problem.sheet else {}),
        "message": problem.message(language),
        **({"reason": problem.reason} if problem.reason else {}),
    }


def as_github(problems: Iterable[Problem], language: Language) -> str:
    """Workflow commands: one line each, with what would end or split a line escaped."""
    return "\n".join(
        f"::{one.severity} file={_property(host_path(one.path))},line={one.line or 1},col={one.column or 1},"
        f"title={_property(one.code)}::{_data(cell_before(one) + one.message(language))}"
        for one in problems
    )


def cell_before(problem: Problem) -> str:
    """The cell of a workbook's problem: no code host could point at it."""
    return f"{problem.sheet}!{problem.cell} " if problem.cell else ""


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
