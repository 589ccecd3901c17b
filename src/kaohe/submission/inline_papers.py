"""Evidence or a note within an answer, `{value: 3, evidence: a.pdf}`: told where it belongs, and taken out."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import Any

from kaohe.expr.numbers import shown
from kaohe.source.file_findings import FileFindings

PAPERS: Mapping[str, str] = {
    **dict.fromkeys(("evidence", "佐证"), "evidence"),
    **dict.fromkeys(("notes", "note", "备注", "说明"), "notes"),
}
"""What people write beside an answer, by the key of the file under which it belongs."""
VALUES = ("value", "值", "数值")
FACT = 3
"""So many keys lead to a fact below an item; behind them come members."""


def without_papers(
    raw: Mapping[Any, Any], fields: AbstractSet[str], label: str, path: tuple[str, ...], found: FileFindings
) -> Any:
    """The answer alone; `fields` are the keys that it may have."""
    papers = [key for key in raw if key in PAPERS and key not in fields]
    if not papers:
        return raw
    of_change = path[0] == "changes"
    for key in papers:
        item, fact = path[:FACT][-2:]
        told = {"label": label, "key": key, "belongs": PAPERS[key], "paper": shown(raw[key])}
        code = "paper-inline-change" if of_change else "paper-inline"
        found.add(code, (*path, key), {**told, "item": item, "fact": fact}, key=True)
    rest = {key: value for key, value in raw.items() if key not in papers}
    only = [value for key, value in rest.items() if key in VALUES and len(rest) == 1]
    return only[0] if only else rest or None
