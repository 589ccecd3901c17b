"""Tests that are collected once, then run against mutant after mutant, each in a copy of the process."""

import gc
import os
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

import pytest

from mutants.changing import all_functions, change, forget
from mutants.outcomes import Outcomes
from mutants.places import Mutant
from mutants.processes import TOO_LONG, outcome
from mutants.which_tests import WhichTests

ANEW = 3
"""The change is not in a function: the module has to be loaded anew."""
NOT_RUN = 4
UNSOUND = 5
"""The tests of the first change in a file fail without it."""
NAMES: Mapping[int, str] = {
    0: "survived",
    ANEW: "anew",
    NOT_RUN: "not run",
    UNSOUND: "fails unchanged",
    TOO_LONG: "killed in time",
}
WITHOUT = ("-p", "no:cacheprovider", "-p", "no:xdist", "-p", "no:cov")
QUIET = ("-q", *WITHOUT, "--assert=plain", "--hypothesis-profile=unshrunk", "--no-header", "--no-summary")
"""Nobody reads how a test failed."""
AT_LEAST, TIMES = 10.0, 3
"""So many seconds, and so many times as long as its tests take otherwise, a mutant may compute."""


class FirstFailure:
    """A plugin of pytest: the first failure of a test ends the process."""

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_makereport(self, call: pytest.CallInfo[None]) -> None:
        if call.excinfo is not None and not isinstance(call.excinfo.value, pytest.skip.Exception):
            os._exit(1)


class Session(FirstFailure):
    """A plugin of pytest: instead of running all tests once, it runs some of them for each mutant."""

    def __init__(self, root: Path, mutants: Sequence[Mutant], which: WhichTests, told: Outcomes) -> None:
        self._root, self._mutants, self._which, self._told = root, mutants, which, told

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        by_name = {item.nodeid: item for item in session.items}
        self._loaded = all_functions()
        forget()
        gc.freeze()
        sound: dict[str, bool] = {}
        for one in self._mutants:
            path = self._root / one.path
            tests = [test for test in self._which.of_line(path, one.line) if test in by_name]
            items = [by_name[test] for test in tests]
            patience = AT_LEAST + TIMES * self._which.last(tests)
            if one.path not in sound:
                sound[one.path] = outcome(partial(_run, items), patience) == 0
            code = outcome(partial(self._tried, one, items), patience) if sound[one.path] else UNSOUND
            self._told.add(one, NAMES.get(code, "killed") if tests else NAMES[NOT_RUN])
        return True

    def _tried(self, one: Mutant, items: Sequence[pytest.Item]) -> int:
        path = self._root / one.path
        source = path.read_text(encoding="utf-8")
        if not change(str(path), source, one.code(source), self._loaded.get(str(path), ())):
            return ANEW
        return _run(items)


def _run(items: Sequence[pytest.Item]) -> int:
    for item in items:
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
    return 0
