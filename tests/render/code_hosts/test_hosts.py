"""Findings for code hosts: SARIF that its schema accepts, GitLab's report, JUnit XML; whatever paths are called."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft4Validator  # type: ignore[import-untyped]

from kaohe.problems import Problem
from kaohe.render.code_hosts.checked_files import suites
from kaohe.render.code_hosts.gitlab import as_gitlab
from kaohe.render.code_hosts.sarif import as_sarif
from kaohe.render.finding_identity import host_path, uri
from kaohe.render.junit import as_junit
from support.folders import TOP

SARIF = json.loads((TOP / "tests" / "support" / "sarif-2.1.0.schema.json").read_text(encoding="utf-8"))
KNOWN = Problem(
    "orphan-words", "rubrics/a.yaml", 7, 9, {"title": "甲", "words": "乙"}, severity="warning", reason="来函更正"
)
ERROR = Problem("duplicate-key", "rubrics/a.yaml", 12, 3, {"key": "a", "first": 3})
WHOLE = Problem("unreadable-file", "b.yaml", parameters={"detail": "坏了"})
CELL = Problem("number-expected", "甲 市#1.xlsx", 17, 5, {"found": "x"}, sheet="指标填报")
TABLE = Problem("unknown-column", "表.csv", 1, 3, {"found": "x", "rubric": "r"}, severity="notice")
KEYS = Problem("number-expected", "甲市", parameters={"found": "x"}, keys=("indicators", "coverage", 0))
ODD = Problem("number-expected", "\udcff.yaml", 1, 1, {"found": "\x00\ud800<&"})
ALL = [KNOWN, ERROR, WHOLE, CELL, TABLE, KEYS, ODD]


def sarif(*problems: Problem) -> Any:
    found = json.loads(as_sarif(problems, "zh").encode())
    Draft4Validator(SARIF).validate(found)
    return found["runs"][0]


def test_the_schema_refuses_what_is_no_sarif() -> None:
    assert not Draft4Validator(SARIF).is_valid({"version": "2.1.0", "runs": [{}]})


def test_sarif_of_nothing() -> None:
    assert (sarif()["results"], sarif()["tool"]["driver"]["rules"]) == ([], [])


def test_sarif_of_everything() -> None:
    run = sarif(*ALL)
    rules = [one["id"] for one in run["tool"]["driver"]["rules"]]
    assert rules == sorted({one.code for one in ALL})
    assert [rules[one["ruleIndex"]] for one in run["results"]] == [one.code for one in ALL]
    assert [one["level"] for one in run["results"]] == ["warning", "error", "error", "error", "note", "error", "error"]
    assert len({one["partialFingerprints"]["kaohe/v1"] for one in run["results"]}) == len(ALL)
    assert run["columnKind"] == "unicodeCodePoints"


def test_what_the_author_knows_of_is_suppressed_with_the_reason() -> None:
    (known, error) = sarif(KNOWN, ERROR)["results"]
    assert known["suppressions"] == [{"kind": "inSource", "justification": "来函更正"}]
    assert "suppressions" not in error


@pytest.mark.parametrize(
    ("problem", "uri_", "region", "logical"),
    [
        (ERROR, "rubrics/a.yaml", {"startLine": 12, "startColumn": 3}, None),
        (WHOLE, "b.yaml", {"startLine": 1}, None),
        (CELL, "%E7%94%B2%20%E5%B8%82%231.xlsx", {"startLine": 1}, "指标填报!E17"),
        (TABLE, "%E8%A1%A8.csv", {"startLine": 1}, None),
        (KEYS, "%E7%94%B2%E5%B8%82", {"startLine": 1}, "indicators.coverage.0"),
        (ODD, "%FF.yaml", {"startLine": 1, "startColumn": 1}, None),
    ],
)
def test_places_of_sarif(problem: Problem, uri_: str, region: dict[str, int], logical: str | None) -> None:
    (place,) = sarif(problem)["results"][0]["locations"]
    physical = place["physicalLocation"]
    assert (physical["artifactLocation"]["uri"], physical["region"]) == (uri_, region)
    assert [one["fullyQualifiedName"] for one in place.get("logicalLocations", ())] == ([logical] if logical else [])


def test_only_what_lies_below_has_a_base() -> None:
    other = Problem("duplicate-key", "/else/a.yaml", 1, 1, {"key": "a", "first": 3})
    found = [one["locations"][0]["physicalLocation"]["artifactLocation"] for one in sarif(ERROR, other)["results"]]
    assert found == [{"uri": "rubrics/a.yaml", "uriBaseId": "%SRCROOT%"}, {"uri": "file:///else/a.yaml"}]


def test_paths_are_as_the_host_sees_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert host_path("./a/../b.yaml") == "b.yaml"
    assert host_path(str(tmp_path / "b.yaml")) == "b.yaml"
    assert host_path("../b.yaml") == "../b.yaml"
    assert (host_path("/else/甲.yaml"), uri("/else/甲.yaml")) == ("/else/甲.yaml", "file:///else/%E7%94%B2.yaml")


def test_a_fingerprint_stays_where_lines_move() -> None:
    def marks(*problems: Problem) -> list[str]:
        return [one["fingerprint"] for one in json.loads(as_gitlab(problems, "zh"))]

    moved = Problem("duplicate-key", "./rubrics/a.yaml", 90, 3, {"key": "a", "first": 3})
    assert marks(ERROR) == marks(moved)
    first, second = marks(ERROR, moved)
    assert (first, first != second) == (marks(ERROR)[0], True)
    assert json.loads(as_gitlab([ERROR], "en"))[0]["fingerprint"] == first


def test_a_report_for_gitlab() -> None:
    found = json.loads(as_gitlab(ALL, "zh").encode())
    assert [one["severity"] for one in found] == ["minor", "major", "major", "major", "info", "major", "major"]
    assert [one["location"] for one in found[:4]] == [
        {"path": "rubrics/a.yaml", "lines": {"begin": 7}},
        {"path": "rubrics/a.yaml", "lines": {"begin": 12}},
        {"path": "b.yaml", "lines": {"begin": 1}},
        {"path": "甲 市#1.xlsx", "lines": {"begin": 1}},
    ]
    assert found[3]["description"].startswith("指标填报!E17 ")
    assert found[0]["description"].endswith("（作者已知：来函更正）")
    assert all({*one} == {"description", "check_name", "fingerprint", "severity", "location"} for one in found)


def junit(files: Sequence[tuple[str, Sequence[Problem]]], *, strict: bool = False) -> ET.Element:
    text = as_junit("kaohe validate", list(suites(files, "zh", strict=strict)))
    return ET.fromstring(text.encode())  # noqa: S314 - it is our own


def test_tests_of_junit() -> None:
    root = junit([("rubrics/a.yaml", [KNOWN, ERROR]), ("sound.yaml", []), ("b.yaml", [WHOLE])])
    assert root.attrib == {"name": "kaohe validate", "tests": "4", "failures": "1", "errors": "1"}
    assert [(one.attrib["name"], one.attrib["tests"]) for one in root] == [
        ("rubrics/a.yaml", "2"),
        ("sound.yaml", "1"),
        ("b.yaml", "1"),
    ]
    assert [(one.attrib["name"], [part.tag for part in one]) for one in root.iter("testcase")] == [
        ("orphan-words 7:9", ["system-out"]),
        ("duplicate-key 12:3", ["failure"]),
        ("validate", []),
        ("unreadable-file", ["error"]),
    ]
    assert [one.attrib.get("line") for one in root.iter("testcase")] == ["7", "12", None, None]
    (failure,) = root.iter("failure")
    assert failure.attrib["message"] == failure.text
    assert failure.attrib["type"] == "duplicate-key"
    assert (failure.text or "").startswith("rubrics/a.yaml:12:3: duplicate-key 键“a”重复")


def test_where_a_run_is_strict_warnings_fail_too() -> None:
    bare = Problem("orphan-words", "a.yaml", 7, 9, {"title": "甲", "words": "乙"}, severity="warning")
    root = junit([("a.yaml", [KNOWN, bare, TABLE])], strict=True)
    assert [[part.tag for part in one] for one in root.iter("testcase")] == [
        ["system-out"],
        ["failure"],
        ["system-out"],
    ]


def test_what_xml_can_not_hold_is_written_out() -> None:
    (case,) = junit([(ODD.path, [ODD])]).iter("testcase")
    assert (case.attrib["file"], case.attrib["name"]) == ("\\udcff.yaml", "number-expected 1:1")
    assert "\\ud800<&" in (case[0].text or "")
