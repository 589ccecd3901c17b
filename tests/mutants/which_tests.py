"""Which tests run a line, the quickest first: read from a run of the suite with a context for each test."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from xml.etree import ElementTree as ET

from coverage import CoverageData

TOGETHER = 10.0
"""No more tests than take so many seconds besides the quickest case of each test function that runs the line."""


class WhichTests:
    def __init__(self, coverage: Path, report: Path) -> None:
        self._data = CoverageData(str(coverage))
        self._data.read()
        self._report = report
        self._found: dict[str, Mapping[int, Sequence[str]]] = {}
        self._early: dict[str, set[int]] = {}

    def of_line(self, path: Path, line: int) -> list[str]:
        """First those that run it, then their neighbours: they may use what an earlier test had computed.

        What runs when modules are loaded and tests are collected is everybody's who uses the module.
        """
        lines = self._lines(path)
        own = set(lines.get(line, ()))
        if not own or self.at_collection(path, line):
            near = {test for tests in lines.values() for test in tests}
        else:
            files = {_file(test) for test in own}
            near = {test for test in self.seconds if _file(test) in files}
        later = [(1, test) for _, test in self._quickest(near - own)]
        return self._within([*self._quickest(own), *later])

    def at_collection(self, path: Path, line: int) -> bool:
        """Whether it runs when no test does."""
        self._lines(path)
        return line in self._early[str(path)]

    def _lines(self, path: Path) -> Mapping[int, Sequence[str]]:
        if str(path) not in self._found:
            told = self._data.contexts_by_lineno(str(path))
            self._found[str(path)] = {number: _tests(contexts) for number, contexts in told.items()}
            self._early[str(path)] = {number for number, contexts in told.items() if "" in contexts}
        return self._found[str(path)]

    def _quickest(self, tests: set[str]) -> list[tuple[int, str]]:
        """The quickest case of each test function, then all second ones: cases of one function notice much the same."""
        seen: Counter[str] = Counter()
        turns = []
        for test in sorted(self.seconds.keys() & tests, key=lambda one: (self.seconds[one], one)):
            turns.append((seen[_function(test)], test))
            seen[_function(test)] += 1
        return sorted(turns, key=lambda one: one[0])

    def _within(self, tests: Iterable[tuple[int, str]]) -> list[str]:
        spent, found = 0.0, []
        for turn, test in tests:
            spent += self.seconds[test] if turn else 0.0
            if spent < TOGETHER:
                found.append(test)
        return found

    @cached_property
    def seconds(self) -> Mapping[str, float]:
        """Of the tests that passed: what fails without a change shows nothing by it."""
        cases = ET.parse(self._report).iter("testcase")  # noqa: S314 - pytest wrote it
        return {_name(one.attrib): float(one.attrib["time"]) for one in cases if not list(one)}

    def last(self, tests: Iterable[str]) -> float:
        """So many seconds they take."""
        return sum(self.seconds[test] for test in tests)


def _tests(contexts: Iterable[str]) -> list[str]:
    return sorted({re.sub(r"\|(run|setup|teardown)$", "", one) for one in contexts if one})


def _function(test: str) -> str:
    return test.partition("[")[0]


def _file(test: str) -> str:
    return test.partition("::")[0]


def _name(told: Mapping[str, str]) -> str:
    return f"{told['classname'].replace('.', '/')}.py::{told['name']}"
