"""Files of a year before: each unit's latest stage, to be compared with; what is wrong in some stops no others."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from kaohe.compiler.row_layout import Fact
from kaohe.problems import Problem, Problems, unreadable
from kaohe.source import Document
from kaohe.source.file_kinds import kind_of
from kaohe.stages.last_year import LastUnit, LastYear
from kaohe.stages.unit_files import UnitFiles, join, name
from kaohe.stages.unit_loader import UnitLoader
from kaohe.stages.unit_stages import UnitState
from kaohe.submission.doubts.doubt import About
from kaohe.submission.doubts.reported_numbers import about


def last_year(loader: UnitLoader, paths: Sequence[Path]) -> LastYear:
    """What the files say; all that is wrong in them comes as warnings."""
    problems: list[Problem] = []
    units, homeless = join([one for path in paths for one in _documents(loader, path, problems)])
    problems += homeless.values()
    found: dict[str, LastUnit] = {}
    known: dict[str, Mapping[About, Fact]] = {}
    for state in _latest(loader, units, problems):
        digest, layout = state.compiled.sha256, state.compiled.layout
        if digest not in known:
            known[digest] = {about(fact): fact for fact in layout.facts if fact.item}
        found[name(state.values.unit)] = LastUnit(state.values.year, known[digest], state.values.row)
    return LastYear(found, tuple(replace(one, severity="warning") for one in problems))


def _latest(loader: UnitLoader, units: Sequence[UnitFiles], problems: list[Problem]) -> Iterator[UnitState]:
    """Where each unit's sound files have led."""
    for unit in units:
        try:
            stages = loader.unit(unit)
        except Problems as wrong:
            problems += wrong.problems
        else:
            problems += [one for several in stages.bad.values() for one in several]
            yield stages.states[-1]


def _documents(loader: UnitLoader, path: Path, problems: list[Problem]) -> Iterator[Document]:
    try:
        documents = loader.documents(str(path))
    except Problems as wrong:
        problems += wrong.problems
    except OSError as failed:
        problems += unreadable(path, failed)
    else:
        yield from (one for one in documents if kind_of(one) in ("values", "later"))
