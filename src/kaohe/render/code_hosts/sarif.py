"""Findings as SARIF 2.1.0, the OASIS format that code hosts show beside the lines of a change."""

import json
from collections.abc import Sequence
from typing import Any

from kaohe import __version__
from kaohe.messages import Language
from kaohe.messages.plain_text import harmless_json
from kaohe.messages.problem_topics import outline
from kaohe.problems import Problem, Severity
from kaohe.render.explain.problem_page import why
from kaohe.render.finding_identity import fingerprinted, printable, uri
from kaohe.source.file_kinds import is_table

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "notice": "note"}
TAGS: dict[Language, str] = {"zh": "zh-CN", "en": "en-US"}


def as_sarif(problems: Sequence[Problem], language: Language) -> str:
    """One run; what the author has explained is suppressed in it, with the reason."""
    codes = sorted({one.code for one in problems})
    driver = {
        "name": "kaohe",
        "version": __version__,
        "language": TAGS[language],
        "rules": [_rule(code, language) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "language": TAGS[language],
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, mark, codes, language) for one, mark in fingerprinted(problems)],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return harmless_json(json.dumps(log, ensure_ascii=False, indent=2)) + "\n"


def _rule(code: str, language: Language) -> dict[str, Any]:
    return {
        "id": code,
        "shortDescription": {"text": outline(code, language)},
        "fullDescription": {"text": why(code, language)},
        "help": {"text": f"{why(code, language)}\nkaohe explain --code {code}"},
    }


def _result(problem: Problem, fingerprint: str, codes: Sequence[str], language: Language) -> dict[str, Any]:
    known = {"suppressions": [{"kind": "inSource", "justification": problem.reason}]} if problem.reason else {}
    return {
        "ruleId": problem.code,
        "ruleIndex": codes.index(problem.code),
        "level": LEVELS[problem.severity],
        "message": {"text": printable(problem.message(language))},
        "locations": [_location(problem)],
        "partialFingerprints": {"kaohe/v1": fingerprint},
        **known,
    }


def _location(problem: Problem) -> dict[str, Any]:
    """A cell of a workbook is named, for it stands on no line; what is about a whole file stands on its first."""
    region = {"startLine": 1 if problem.sheet else problem.line or 1}
    if problem.column and not problem.sheet and not is_table(problem.path):
        region["startColumn"] = problem.column
    found: dict[str, Any] = {"physicalLocation": {"artifactLocation": _artifact(problem.path), "region": region}}
    named = "!".join(filter(None, (problem.sheet, problem.cell))) or ".".join(map(str, problem.keys))
    return {**found, "logicalLocations": [{"fullyQualifiedName": printable(named)}]} if named else found


def _artifact(path: str) -> dict[str, str]:
    """Below the folder where the run was started, which is the repository's in CI, or anywhere by its whole path."""
    found = uri(path)
    return {"uri": found} if found.startswith("file:") else {"uri": found, "uriBaseId": "%SRCROOT%"}
