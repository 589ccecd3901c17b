"""Files that nothing may be written over: what this run has read, and what people have written for any."""

import re
from contextlib import suppress
from pathlib import Path

from kaohe.problems import Said, Unusable
from kaohe.render.files import manifest
from kaohe.results.sheet_columns import RESULT_COLUMNS
from kaohe.source import file_contents, files_read

HEAD = 1 << 16
"""Bytes, among which every file of ours says what it is."""
RESULT = re.compile(rb'\s*(<|[\[{]\s*(\{\s*)?("format": |"\$schema": "https://json-schema))')
"""How pages and documents for machines begin that kaohe writes; no file that it reads does."""
KINDS = {
    "rubric": (1, ("kaohe", "sections")),
    "cases": (1, ("cases", "例")),
    "unit": (2, ("rubric", "unit", "indicators", "changes")),
    "parameters": (1, ("parameters", "peers")),
}
"""By their outermost keys, of which so many are there."""
_KEY = re.compile(r"""^(?:[\[{]\s*)?["']?([a-z]+|例)["']?\s*[:：]|[{,]\s*["']([a-z]+)["']\s*:""", re.MULTILINE)
_COLUMNS = ({"rubric", "评分细则"}, {"unit", "单位"})
"""What every table of facts has a column for."""


def refuse_kept(path: Path) -> None:
    """Raises Unusable where something is at a path that must stay."""
    if files_read.was_read(path):
        raise target_is_input(path)
    kind = kind_at(path)
    if kind:
        raise Unusable("target-is-kept", path=path, kind=Said(f"command.kind-{kind}"))


def target_is_input(path: Path) -> Unusable:
    """What is to be said of a file that is read and was to be written."""
    return Unusable("target-is-input", path=path, kind=Said(f"command.kind-{kind_at(path) or 'file'}"))


def kind_at(path: Path) -> str:
    """What file of ours is at a path; nothing where it is none, or none is there."""
    with suppress(OSError):
        head = file_contents.peeked(path, HEAD) if path.is_file() else b""
        if path.name != manifest.NAME and not RESULT.match(head):
            text = head.decode("utf-8-sig", "ignore")
            return _table(text) if path.suffix.lower() == ".csv" else _kind(text)
    return ""


def _kind(text: str) -> str:
    keys = {one or other for one, other in _KEY.findall(text)}
    return next((kind for kind, (least, known) in KINDS.items() if len(keys.intersection(known)) >= least), "")


def _table(text: str) -> str:
    names = [name.strip(' "') for name in re.split(r"[,;\t]", text.lstrip().partition("\n")[0].strip())]
    facts = names not in RESULT_COLUMNS and all(not column.isdisjoint(names) for column in _COLUMNS)
    return "table" if facts else ""
