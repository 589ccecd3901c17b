"""What a file of ours is, by its keys."""

from collections.abc import Mapping
from typing import Any

from kaohe.source import Document

TABLE = ".csv"
"""What the name of a table of facts ends in."""


def is_table(path: str) -> bool:
    return path.lower().endswith(TABLE)


def kind_of(document: Document) -> str:
    """What a file is, by its keys: a rubric, a unit's file, a later stage's, a file of parameters, or unknown."""
    data: Any = document.data
    if "sections" in data or "kaohe" in data:
        return "rubric"
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
