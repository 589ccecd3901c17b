"""What a file of ours is, by its keys."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kaohe.source import Document
from kaohe.source.document import is_rubric

TABLE = ".csv"
"""What the name of a table of facts ends in."""

WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".et", ".ett", ".xlsb", ".ods")
"""What the names of workbooks end in; of those that can't be read it is said why."""
CASES = frozenset(("cases", "例"))
"""The key of a file of cases under which they stand, and what people call it."""
EQUIVALENTS = "equivalents"
"""The key of a file of changes to a rubric that make no difference, under which they stand."""
CASES_WORKBOOK = "kaohe-cases-1"
"""Stands in the first cell of a workbook in which cases are signed."""
MANIFEST = "kaohe-manifest.json"
"""What lies in a folder of results, and says what each was made from."""
LOCK = "~$"
"""How the names begin of what Excel and WPS leave beside a workbook that is open."""


def is_workbook(path: str) -> bool:
    return path.lower().endswith(WORKBOOKS)


def is_lock(path: str) -> bool:
    """Whether a file only says that a workbook is open."""
    return is_workbook(path) and Path(path).name.startswith(LOCK)


def is_table(path: str) -> bool:
    return path.lower().endswith(TABLE)


def table_and_row(path: str) -> tuple[str, int]:
    """A row of a table by the table and its number, from `表.csv:5`; another file by its path and 0."""
    table, _, row = path.rpartition(":")
    return (table, int(row)) if is_table(table) or is_workbook(table) else (path, 0)


def kind_of(document: Document) -> str:
    """What a file is, by its keys: a rubric or what stands beside one, a unit's file, parameters, unknown."""
    data: Any = document.data
    if is_rubric(data):
        return "rubric"
    if not CASES.isdisjoint(data):
        return "cases"
    if EQUIVALENTS in data:
        return EQUIVALENTS
    if is_later(data):
        return "later"
    if "indicators" in data or "unit" in data:
        return "values"
    if "parameters" in data or "peers" in data:
        return "parameters"
    return "values" if "rubric" in data else "unknown"


def is_later(data: Mapping[str, Any]) -> bool:
    """Whether a unit's file is a later stage's, by its keys; one that changes nothing has a stage and no facts."""
    if any(key in data for key in ("changes", "readings", "judgements", "rubric_reason")):
        return True
    whole = any(key in data for key in ("indicators", "parameters"))
    return "unit" in data and data.get("stage", "self") != "self" and not whole
