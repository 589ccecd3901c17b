"""Files checked without being scored: rubrics, units' files, files of parameters."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kaohe import checks, source
from kaohe.facts import layout
from kaohe.intake import Intake, unreadable
from kaohe.loading import construct
from kaohe.problems import Problem, Problems, errors
from kaohe.quantities import plain
from kaohe.rubric import Rubric
from kaohe.source import Document

SUFFIXES = (".yaml", ".yml", ".json")


@dataclass(frozen=True, slots=True)
class Checked:
    """One file: what was found in it, and what it is: its `kind` and figures fill a sentence."""

    path: str
    kind: str
    figures: dict[str, object]
    problems: tuple[Problem, ...]


def files(paths: Iterable[Path]) -> Iterator[Path]:
    """The files named and all YAML and JSON files below the folders named; JSON Schemas are not ours to check."""
    for path in paths:
        if path.is_dir():
            found = (one for suffix in SUFFIXES for one in path.rglob(f"*{suffix}"))
            yield from sorted(one for one in found if not one.name.endswith(".schema.json") and not _hidden(one, path))
        else:
            yield path


def _hidden(path: Path, below: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(below).parts)


def check_file(path: Path, intake: Intake) -> Checked:
    """Everything wrong in one file."""
    try:
        return _check(source.read(str(path)), intake)
    except Problems as found:
        return Checked(str(path), "unreadable", {}, found.problems)
    except OSError as failed:
        return Checked(str(path), "unreadable", {}, unreadable(path, failed))


def _check(document: Document, intake: Intake) -> Checked:
    """What is in a file that could be read as YAML."""
    kind = kind_of(document)
    figures: dict[str, object] = {}
    problems: tuple[Problem, ...] = ()
    if kind == "rubric":
        problems = checks.problems(document)
        figures = {} if errors(problems) else rubric_figures(document)
    elif kind == "unknown":
        problems = (Problem("unknown-file-kind", document.path, 1, 1),)
    else:
        figures, problems = _check_values(document, intake, kind)
    return Checked(document.path, kind, figures, problems)


def kind_of(document: Document) -> str:
    """What a file is, by its keys: a rubric, a unit's file, a file of parameters, or unknown."""
    data: Any = document.data
    if "sections" in data or "kaohe" in data:
        return "rubric"
    if "indicators" in data or "unit" in data:
        return "values"
    if "parameters" in data or "peers" in data:
        return "parameters"
    return "values" if "rubric" in data else "unknown"


def rubric_figures(document: Document) -> dict[str, object]:
    """What a sound rubric consists of, counted."""
    rubric = construct(Rubric, document.data)
    items = [item for _, item in rubric.items()]
    readings = [reading for item in items for _, reading in item.readings()]
    return {
        "id": rubric.id,
        "sections": len(rubric.sections),
        "items": len(items),
        "points": plain(rubric.points),
        "rules": sum(len(item.rules) for item in items),
        "vetoes": sum(
            map(len, (*(item.vetoes for item in items), *(one.vetoes for one in rubric.sections), rubric.vetoes))
        ),
        "indicators": len(layout(rubric).facts),
        "readings": len(readings),
        "alternatives": sum(len(reading.options) - 1 for reading in readings),
    }


def _check_values(document: Document, intake: Intake, kind: str) -> tuple[dict[str, object], tuple[Problem, ...]]:
    """A unit's file or one of parameters, against the rubric that it names."""
    try:
        if kind == "parameters":
            intake.scorer(document).program.reader.parameters(document)
            return {}, ()
        scorer, values = intake.values(document)
    except Problems as found:
        return {}, found.problems
    gaps = scorer.program.gaps(values.row)
    return {"unit": values.unit, "missing": len(gaps)}, ()
