"""How a roster is read: YAML, a CSV file or a sheet becomes units with their names; all that is wrong in one run."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path as FilePath
from typing import Any

from kaohe import source
from kaohe.expr.numbers import shown
from kaohe.source import Document
from kaohe.source.file_findings import FileFindings
from kaohe.source.file_kinds import is_table, is_workbook
from kaohe.source.workbook_document import WorkbookDocument
from kaohe.submission.key_names import plainly
from kaohe.submission.roster import NO_STAGE, Path, Roster, RosterUnit
from kaohe.submission.roster_table import UNIT, UNITS, names_rubrics, roster_table

ALIASES, DUE = "aliases", "due"
WORDS: Mapping[str, tuple[str, ...]] = {
    UNITS: ("名单", "单位名单"),
    DUE: ("应报阶段", "应报"),
}
"""The outermost keys, and what people call them."""
ENTRY: Mapping[str, tuple[str, ...]] = {
    UNIT: ("单位", "单位名称"),
    ALIASES: ("别名",),
    DUE: WORDS[DUE],
}
"""The same of a unit."""
BESIDE = ("序号", "备注", "no.", "note")
"""Columns that lists of units have for their readers, about which nothing is to be known here."""
BETWEEN = re.compile(r"[、；;,，\n]")


def read_roster(path: FilePath) -> Roster:
    """The roster of a file; raises Problems with all that is wrong in it whatever the rubric, OSError."""
    return _roster(_document(path))


def roster_unless_facts(path: FilePath) -> Roster | None:
    """The same of a file that is only called like a roster; None where it is a table of units' facts."""
    document = _document(path)
    return None if isinstance(document, WorkbookDocument) and names_rubrics(document) else _roster(document)


def _document(path: FilePath) -> Document:
    table = is_table(path.name) or is_workbook(path.name)
    return roster_table(str(path), _known(ENTRY)) if table else source.read(str(path))


def _roster(document: Document) -> Roster:
    found = FileFindings(document)
    units = tuple(_Reading(document.data, found).units())
    if not units and not found.count:
        found.add("roster-empty", (UNITS,), {})
    found.raise_any()
    return Roster(document, units)


def _known(words: Mapping[str, tuple[str, ...]]) -> Mapping[str, str]:
    return {plainly(name): key for key, names in words.items() for name in (key, *names)}


@dataclass(slots=True)
class _Reading:
    """Reads the data of one roster; `names` are those that units have so far, each with the path of its unit."""

    data: Any
    found: FileFindings
    names: dict[str, tuple[Path, str]] = field(default_factory=dict)

    def units(self) -> Iterator[RosterUnit]:
        keys = self._keys(self.data, WORDS, (), strict=True)
        listed = self.data.get(keys.get(UNITS))
        usual, place_of_usual = self._due(self.data, keys, ())
        if not isinstance(listed, list):
            self.found.add("units-expected", (keys.get(UNITS, UNITS),), {"found": shown(listed)})
            return
        for place, one in enumerate(listed):
            unit = self._unit(one, (keys[UNITS], place))
            if unit is not None:
                yield replace(unit, due=usual, due_path=place_of_usual) if unit.due is None else unit

    def _unit(self, given: Any, path: Path) -> RosterUnit | None:
        """One unit, by its name alone or with more; None where it has no name."""
        entry = {UNIT: given} if isinstance(given, str) else given
        if not isinstance(entry, dict):
            self.found.add("unit-expected", path, {"found": shown(given)})
            return None
        keys = self._keys(entry, ENTRY, path)
        at = {key: (*path, keys.get(key, key)) if entry is given else path for key in ENTRY}
        unit = entry.get(keys.get(UNIT))
        if not isinstance(unit, str) or not unit.strip():
            self.found.add("unit-expected", at[UNIT], {"found": shown(unit)})
            return None
        unit = unit.strip()
        aliases = self._texts(entry.get(keys.get(ALIASES)), at[ALIASES])
        for name, place in ((unit, at[UNIT]), *((alias, at[ALIASES]) for alias in aliases)):
            other, called = self.names.setdefault(plainly(name), (path, unit))
            if other != path:
                self.found.add("roster-name-twice", place, {"found": name, "other": called})
        due, due_path = self._due(entry, keys, path)
        others = {key: value for key, value in entry.items() if key not in keys.values() and not _beside(key)}
        return RosterUnit(unit, path, aliases, due, due_path, others)

    def _keys(
        self, given: Mapping[str, Any], words: Mapping[str, tuple[str, ...]], path: Path, *, strict: bool = False
    ) -> dict[str, str]:
        """Under which of its keys each thing stands; where it is to be `strict`, it has no others."""
        known, keys = _known(words), dict[str, str]()
        for written in given:
            key = known.get(plainly(written), "")
            if key in keys:
                told = {"key": written, "other": keys[key], "label": ""}
                self.found.add("key-twice", (*path, written), told, key=True)
            elif key:
                keys[key] = written
            elif strict:
                self.found.unknown(written, {one: names[0] for one, names in words.items()}, path)
        return keys

    def _due(
        self, given: Mapping[str, Any], keys: Mapping[str, str], path: Path
    ) -> tuple[tuple[str, ...] | None, Path]:
        """The stages that are due as they are written, and where; None where nothing is said of that."""
        if DUE not in keys or given[keys[DUE]] is None:
            return None, ()
        where = (*path, keys[DUE])
        return tuple(one for one in self._texts(given[keys[DUE]], where) if one not in NO_STAGE), where

    def _texts(self, given: Any, path: Path) -> tuple[str, ...]:
        """One text, several in one with signs between them, or a list."""
        several = given if isinstance(given, list) else [] if given is None else [given]
        if not all(isinstance(one, str) for one in several):
            self.found.add("texts-expected", path, {"found": shown(given)})
            return ()
        return tuple(text for one in several for part in BETWEEN.split(one) if (text := part.strip()))


def _beside(key: str) -> bool:
    return plainly(key) in BESIDE
