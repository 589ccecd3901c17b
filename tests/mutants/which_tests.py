"""Which tests run a line, the quickest first: read from a run of the suite with a context for each test."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, cached_property
from pathlib import Path
from xml.etree import ElementTree as ET

from coverage import CoverageData

CASES = "tests/rubric/"
CLOSEST = 8
"""So many files of tests are loaded for what runs when modules are loaded: those that run most of the module."""


class WhichTests:
    """No more tests for a line than take `together` seconds."""

    def __init__(self, coverage: Path, report: Path, together: float) -> None:
        self._data = CoverageData(str(coverage))
        self._data.read()
        self._coverage, self._report = coverage, report
        self._together = together
        self._found: dict[str, Mapping[int, frozenset[str]]] = {}
        self._early: dict[str, set[int]] = {}
        self._near: dict[str, Sequence[str]] = {}

    def of_line(self, path: Path, line: int) -> list[str]:
        """First those that run it, then their neighbours: they may use what an earlier test had computed.

        Among these the tests of rules' cases and of the file itself come first, all of them, then those of its room.

        What runs when modules are loaded and tests are collected is everybody's who uses the module.
        """
        own = self._lines(path).get(line, frozenset())
        if not own or self.at_collection(path, line):
            near = self._closest(path)
            own = own & {*near}
        else:
            files = {_file(test) for test in own}
            near = [test for test in self._quickest(self.seconds.keys()) if _file(test) in files]
        every = dict.fromkeys([*self._quickest(own), *near])
        room, mirror = _mirror(path)
        return self._within(
            [
                *(test for test in every if test.startswith((CASES, mirror))),
                *(test for test in every if test.startswith(room) and not test.startswith((CASES, mirror))),
                *(test for test in every if not test.startswith((CASES, room))),
            ]
        )

    def longer(self, together: float) -> "WhichTests":
        """The same with more time for the tests of a line."""
        return WhichTests(self._coverage, self._report, together)

    def at_collection(self, path: Path, line: int) -> bool:
        """Whether it runs when no test does."""
        self._lines(path)
        return line in self._early[str(path)]

    def _lines(self, path: Path) -> Mapping[int, frozenset[str]]:
        if str(path) not in self._found:
            told = self._data.contexts_by_lineno(str(path))
            self._found[str(path)] = {number: _tests(contexts) for number, contexts in told.items()}
            self._early[str(path)] = {number for number, contexts in told.items() if "" in contexts}
        return self._found[str(path)]

    def _closest(self, path: Path) -> Sequence[str]:
        """The tests that run anything of the module, of the files that come first and of those that run most of it."""
        if str(path) not in self._near:
            lines = self._lines(path)
            files = Counter(file for tests in lines.values() for file in {_file(test) for test in tests})
            few = {file for file, _ in files.most_common(CLOSEST)} | {file for file in files if file.startswith(CASES)}
            tests = {test for tests in lines.values() for test in tests if _file(test) in few}
            self._near[str(path)] = self._quickest(tests)
        return self._near[str(path)]

    def _quickest(self, tests: AbstractSet[str]) -> list[str]:
        """The quickest case of each test function, then all second ones: cases of one function notice much the same."""
        seen: Counter[str] = Counter()
        turns = []
        for test in sorted(self.seconds.keys() & tests, key=lambda one: (self.seconds[one], one)):
            turns.append((seen[_function(test)], test))
            seen[_function(test)] += 1
        return [test for _, test in sorted(turns, key=lambda one: one[0])]

    def _within(self, tests: Iterable[str]) -> list[str]:
        spent, found = 0.0, []
        for test in tests:
            if spent + self.seconds[test] < self._together:
                spent += self.seconds[test]
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


@cache
def _test(context: str) -> str:
    return re.sub(r"\|(run|setup|teardown)$", "", context)


def _tests(contexts: Iterable[str]) -> frozenset[str]:
    return frozenset(_test(one) for one in contexts if one)


def _mirror(path: Path) -> tuple[str, str]:
    """Where the tests of its room are, and those of the file itself."""
    parts = path.parts[path.parts.index("src") + 2 :]
    return f"tests/{parts[0]}/", "/".join(("tests", *parts[:-1], f"test_{parts[-1]}::"))


def _function(test: str) -> str:
    return test.partition("[")[0]


def _file(test: str) -> str:
    return test.partition("::")[0]


def _name(told: Mapping[str, str]) -> str:
    return f"{told['classname'].replace('.', '/')}.py::{told['name']}"
