"""All mutants, one by one: first where the tests stand ready, then, if need be, with the module loaded anew."""

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import pytest

from mutants.loading import run_anew
from mutants.outcomes import Outcomes
from mutants.places import Mutant
from mutants.processes import outcome
from mutants.session import ANEW, AT_LEAST, NAMES, NOT_RUN, QUIET, TIMES, Session
from mutants.which_tests import WhichTests

LONG = 24 * 3600.0
SOON, WHOLE = 8.0, 30.0
"""So many seconds of tests at first, and for what these do not notice."""
STAND_READY = ("hypothesis.strategies", "openpyxl", "pydantic", "rich.console", "typer.testing", "yaml")
"""What kaohe and the tests import of others; what is loaded anew is kaohe and the tests alone."""


def try_all(root: Path, several: Sequence[Mutant], which: WhichTests, outcomes: Outcomes) -> None:
    """What a few tests do not notice is tried by more."""
    soon = Outcomes(outcomes.path.with_name("soon"))
    _try(root, [one for one in several if one not in soon], [], which, soon)
    left = [one for one in several if soon[one] == NAMES[0]]
    early = [one for one in left if which.at_collection(root / one.path, one.line)]
    _try(root, [one for one in left if one not in early], early, which.longer(WHOLE), outcomes)
    for one in several:
        if soon[one] != NAMES[0]:
            outcomes.add(one, soon[one])


def _try(root: Path, several: Sequence[Mutant], anew: Sequence[Mutant], which: WhichTests, outcomes: Outcomes) -> None:
    """What no test noticed where it stood ready is tried anew if something may have been computed before the change.

    Some are tried `anew` at once.
    """
    first = Outcomes(outcomes.path.with_suffix(".ready"))
    waiting = [one for one in several if one not in first]
    files = {test.partition("::")[0] for one in waiting for test in which.of_line(root / one.path, one.line)}
    if files:
        outcome(lambda: _session(root, waiting, which, first, sorted(files)), LONG)
    first = Outcomes(first.path)
    for name in STAND_READY:
        import_module(name)
    for one in several:
        ready = first[one]
        early = ready == "survived" and which.at_collection(root / one.path, one.line)
        again = early or ready == NAMES[ANEW]
        outcomes.add(one, _anew(root, one, which) if again else ready)
    for one in anew:
        if one not in outcomes:
            outcomes.add(one, _anew(root, one, which))


def _session(root: Path, several: Sequence[Mutant], which: WhichTests, told: Outcomes, files: Sequence[str]) -> int:
    return int(pytest.main([*QUIET, *files], plugins=[Session(root, several, which, told)]))


def _anew(root: Path, one: Mutant, which: WhichTests) -> str:
    path = root / one.path
    text, tests = one.code(path.read_text(encoding="utf-8")), which.of_line(path, one.line)
    code = outcome(lambda: run_anew(path, text, tests), AT_LEAST + TIMES * which.last(tests))
    return NAMES.get(code, "killed") if tests else NAMES[NOT_RUN]
