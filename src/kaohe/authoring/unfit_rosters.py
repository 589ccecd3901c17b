"""A roster by the rubric of the units beside it: by itself it names none."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from kaohe.authoring.input_files import SUFFIXES, is_input
from kaohe.problems import Problem, Problems
from kaohe.scoring.scorer import Scorer
from kaohe.stages.rosters import is_roster_file
from kaohe.stages.unit_loader import UnitLoader
from kaohe.submission.roster import Roster
from kaohe.submission.roster_facts import roster_facts


def unfit_roster(roster: Roster, folder: Path, loader: UnitLoader) -> Sequence[Problem]:
    """What the first sound rubric that a unit there names has not, or has otherwise; nothing where there is none."""
    scorer = next(_scorers(folder, loader), None)
    try:
        if scorer is not None:
            roster_facts(roster, scorer.compiled.reader)
    except Problems as wrong:
        return wrong.problems
    return ()


def _scorers(folder: Path, loader: UnitLoader) -> Iterator[Scorer]:
    """What is wrong with a file is told with it."""
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() in SUFFIXES and path.is_file() and is_input(path) and not is_roster_file(path):
            with suppress(Problems, OSError):
                yield from (loader.rubrics.scorer(one) for one in loader.documents(str(path))[:1] if "unit" in one.data)
