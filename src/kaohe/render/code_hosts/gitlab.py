"""Findings as a Code Quality report, which GitLab shows in merge requests."""

import json
from collections.abc import Sequence

from kaohe.messages import Language
from kaohe.messages.plain_text import harmless_json
from kaohe.problems import Problem, Severity
from kaohe.render.finding_identity import fingerprinted, host_path, printable
from kaohe.render.problem_listing import cell_before

SEVERITIES: dict[Severity, str] = {"error": "major", "warning": "minor", "notice": "info"}


def as_gitlab(problems: Sequence[Problem], language: Language) -> str:
    found = [
        {
            "description": printable(f"{cell_before(one)}{one.message(language)}"),
            "check_name": one.code,
            "fingerprint": mark,
            "severity": SEVERITIES[one.severity],
            "location": {"path": printable(host_path(one.path)), "lines": {"begin": _line(one)}},
        }
        for one, mark in fingerprinted(problems)
    ]
    return harmless_json(json.dumps(found, ensure_ascii=False, indent=2)) + "\n"


def _line(problem: Problem) -> int:
    """A workbook has no lines: its file is named, and the cell stands in the description."""
    return 1 if problem.sheet else problem.line or 1
