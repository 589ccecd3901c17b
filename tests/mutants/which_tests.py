"""Which tests run a line, the quickest first: read from a run of the suite with a context for each test."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from xml.etree import ElementTree as ET

from coverage import CoverageData

SLOW = 20.0
"""A test that takes so many seconds is left out."""
TOGETHER = 60.0
"""No more tests than take so many seconds."""


class WhichTests:
    def __init__(self, coverage: Path, report: Path) -> None:
        self._data = CoverageData(str(coverage))
        self._data.read()
        self._report = report
        self._found: dict[str, Mapping[int, Sequence[str]]] = {}

    def of_line(self, path: Path, line: int) -> list[str]:
        """What runs only when a module is loaded is everybody's who uses the module."""
        if str(path) not in self._found:
            told = self._data.contexts_by_lineno(str(path))
            self._found[str(path)] = {number: _tests(contexts) for number, contexts in told.items()}
        lines = self._found[str(path)]
        own = lines.get(line) or {test for tests in lines.values() for test in tests}
        return self._quickest(own)

    def _quickest(self, tests: Iterable[str]) -> list[str]:
        spent, found = 0.0, []
        for test in sorted(tests, key=lambda one: (self.seconds.get(one, 1.0), one)):
            spent += self.seconds.get(test, 1.0)
            if spent < TOGETHER and self.seconds.get(test, 1.0) < SLOW:
                found.append(test)
        return found

    @cached_property
    def seconds(self) -> Mapping[str, float]:
        cases = ET.parse(self._report).iter("testcase")  # noqa: S314 - pytest wrote it
        return {_name(one.attrib): float(one.attrib["time"]) for one in cases}

    def last(self, tests: Iterable[str]) -> float:
        """So many seconds they take."""
        return sum(self.seconds.get(test, 1.0) for test in tests)


def _tests(contexts: Iterable[str]) -> list[str]:
    return sorted({re.sub(r"\|(run|setup|teardown)$", "", one) for one in contexts if one})


def _name(told: Mapping[str, str]) -> str:
    return f"{told['classname'].replace('.', '/')}.py::{told['name']}"
