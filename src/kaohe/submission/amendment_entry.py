"""One entry of a later stage's file: that it has the keys it needs, and its reason, by whom, when and shown by what."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kaohe.expr.dates import days
from kaohe.expr.numbers import shown
from kaohe.source.file_findings import FileFindings
from kaohe.submission.cell_text import date_value
from kaohe.submission.named_evidence import evidence_files
from kaohe.submission.reader import Why

REASONED = ("reason", "by", "on", "evidence")
Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entries:
    """Reads a file's entries; `by` and `on` are what the file says for all of them."""

    found: FileFindings
    by: str
    on: str

    def check(self, entry: Any, path: Path, known: tuple[str, ...], needed: tuple[str, ...]) -> bool:
        """Whether an entry has all that it needs."""
        if not isinstance(entry, dict):
            expected = ", ".join((*needed, "reason"))
            self.found.add("change-expected", path, {"found": shown(entry), "expected": expected})
            return False
        self.found.keys(entry, known, path)
        for key in needed:
            if key not in entry:
                self.found.add("missing-key", path, {"key": key}, key=True)
        reason = entry.get("reason")
        if reason is None or (isinstance(reason, str) and not reason.strip()):
            self.found.add("reason-expected", path, {}, key=True)
        return all(key in entry for key in needed)

    def why(self, entry: Any, path: Path) -> Why:
        return Why(
            reason=text(entry, "reason", path, self.found),
            by=text(entry, "by", path, self.found) or self.by,
            on=date(entry, "on", path, self.found) or self.on,
            evidence=evidence_files(entry.get("evidence"), (*path, "evidence"), self.found),
        )


def mapping(given: Any, path: Path, found: FileFindings) -> Mapping[str, Any]:
    """What stands below a key; nothing where it is no mapping."""
    if given is not None and not isinstance(given, dict):
        found.add("mapping-expected", path, {"found": shown(given)})
        return {}
    return given or {}


def text(entry: Any, key: str, path: Path, found: FileFindings) -> str:
    raw = entry.get(key)
    if raw is None:
        return ""
    if not isinstance(raw, str):
        found.add("text-expected", (*path, key), {"found": shown(raw)})
    return str(raw).strip()


def date(entry: Any, key: str, path: Path, found: FileFindings) -> str:
    raw = entry.get(key)
    written = date_value(raw.strip()) if isinstance(raw, str) else ""
    if raw is not None and days(written) is None:
        found.add("date-expected", (*path, key), {"found": shown(raw)})
    return written
