"""An example of each kind of problem: a few lines of a broken file, and what is said of it there."""

import json
from collections.abc import Iterator, Mapping
from contextlib import chdir, suppress
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

from kaohe.messages import Language
from kaohe.problems import Problem, Severity
from kaohe.source.decoding import decode
from kaohe.source.text_findings import Findings, Stopped

KEPT = Path(__file__).with_suffix(".json")
"""What `make generate` writes of the broken files of the tests, which are not installed."""
ABOVE, BELOW = 2, 1


@dataclass(frozen=True, slots=True)
class Example:
    """Lines of `file` from number `first` on; at `line` and `column` stands what `said` speaks of."""

    file: str
    first: int
    lines: tuple[str, ...]
    line: int
    column: int
    severity: Severity
    said: Mapping[Language, str]


@cache
def examples() -> Mapping[str, Example]:
    """Those that are kept, by code."""
    kept = json.loads(KEPT.read_text(encoding="utf-8"))
    return {code: Example(**{**one, "lines": tuple(one["lines"])}) for code, one in kept.items()}


def as_text(found: Mapping[str, Example]) -> str:
    return json.dumps({code: asdict(one) for code, one in found.items()}, ensure_ascii=False, indent=1) + "\n"


def collected(folder: Path) -> Mapping[str, Example]:
    """One for each code that is found in the YAML files of a folder, if there is one in the file of that name."""
    with chdir(folder):  # what is said must not depend on where the folder is
        found = [problem for path in sorted(Path().glob("*.yaml")) for problem in _found(path)]
    best: dict[str, Problem] = {}
    for problem in found:
        if problem.code not in best or Path(problem.path).stem == problem.code != Path(best[problem.code].path).stem:
            best[problem.code] = problem
    return {code: _example(problem, folder) for code, problem in sorted(best.items())}


def _found(path: Path) -> Iterator[Problem]:
    from kaohe.authoring.validation import check_files  # to show an example none is checked
    from kaohe.stages.unit_loader import UnitLoader

    for one in check_files([path], UnitLoader("zh", {})):
        yield from (problem for problem in one.problems if problem.path == str(path) and problem.line)


def _example(problem: Problem, folder: Path) -> Example:
    lines = _lines(folder / problem.path)
    first = max(problem.line - ABOVE, 1)
    shown = tuple(line.rstrip() for line in lines[first - 1 : problem.line + BELOW])
    said: dict[Language, str] = {"zh": problem.message("zh"), "en": problem.message("en")}
    return Example(problem.path, first, _without_end(shown), problem.line, problem.column, problem.severity, said)


def _without_end(lines: tuple[str, ...]) -> tuple[str, ...]:
    return lines if not lines or lines[-1] else lines[:-1]


def _lines(path: Path) -> list[str]:
    found = Findings()
    with suppress(Stopped):  # as much of it as is text
        decode(path.read_bytes(), found)
    return found.text.split("\n")
