"""Suites of checks as JUnit XML, which every CI server shows as tests."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal
from xml.etree.ElementTree import Element, SubElement, indent, tostring

_UNFIT = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no way to write, or what a terminal would obey."""


@dataclass(frozen=True, slots=True)
class Case:
    """One check at a line of its file: fine, or failed with what was found, of which the first line is the message.

    `said` is shown with it either way.
    """

    name: str
    outcome: Literal["passed", "failure", "error"] = "passed"
    kind: str = ""
    found: str = ""
    said: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Suite:
    """The checks of one file."""

    path: str
    cases: Sequence[Case]


def as_junit(name: str, suites: Sequence[Suite]) -> str:
    root = Element("testsuites", {"name": name, **_counts([case for one in suites for case in one.cases])})
    for suite in suites:
        below = SubElement(root, "testsuite", {"name": _fit(suite.path), **_counts(suite.cases)})
        for case in suite.cases:
            _add(below, suite, case)
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _counts(cases: Sequence[Case]) -> dict[str, str]:
    of = [one.outcome for one in cases]
    return {"tests": str(len(of)), "failures": str(of.count("failure")), "errors": str(of.count("error"))}


def _add(below: Element, suite: Suite, case: Case) -> None:
    path = _fit(suite.path)
    line = {"line": str(case.line)} if case.line else {}
    element = SubElement(below, "testcase", {"name": _fit(case.name), "classname": path, "file": path, **line})
    if case.outcome != "passed":
        found = _fit(case.found)
        message = found.partition("\n")[0]
        SubElement(element, case.outcome, {"message": message, "type": _fit(case.kind)}).text = found
    if case.said:
        SubElement(element, "system-out").text = _fit(case.said)


def _fit(text: str) -> str:
    return _UNFIT.sub(lambda one: one[0].encode("unicode_escape").decode(), text)
