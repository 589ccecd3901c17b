"""How a later stage's file is read: what is wrong in it whatever went before, all in one run."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, get_args

from kaohe.answers import Place, answer, fields, scalar
from kaohe.evidence import evidence_files
from kaohe.file_findings import FileFindings
from kaohe.quantities import Unreadable, read_amount, shown
from kaohe.revisions import FactCause, FactChange, Judged, Path, ReadingChange, Revisions
from kaohe.rubric import Rubric
from kaohe.rules.rule import Reading
from kaohe.source import Document
from kaohe.times import days
from kaohe.values import Reader, Why

REASONED = ("reason", "by", "on", "evidence")
KEYS = ("rubric", "rubric_reason", "unit", "year", "stage", "by", "on", "changes", "readings", "judgements")
CHANGE_KEYS = ("old", "new", "cause", *REASONED)
READING_KEYS = ("old", "new", *REASONED)
JUDGEMENT_KEYS = ("score", *REASONED)
COMPUTED = "computed"
"""A judgement that is taken back: the item's points are again those that its facts give."""


def read_revisions(reader: Reader, rubric: Rubric, document: Document) -> Revisions:
    """What a later stage's file says; raises Problems with all that is wrong in it whatever went before."""
    found = FileFindings(document)
    data: Any = document.data
    unit, year, stage = reader.head(data, found, KEYS)
    file = _File(found, reader.groups, rubric, _text(data, "by", (), found), _date(data, "on", (), found))
    reason = _text(data, "rubric_reason", (), found)
    revisions = Revisions(
        document=document,
        unit=unit,
        year=year,
        stage=stage,
        rubric_why=Why(reason, file.by, file.on) if reason else None,
        facts=tuple(file.facts(data.get("changes"))),
        readings=tuple(file.readings(data.get("readings"))),
        judgements=tuple(file.judgements(data.get("judgements"))),
    )
    found.raise_any()
    return revisions


@dataclass(frozen=True, slots=True)
class _File:
    """Reads one file; `by` and `on` are what it says for all of its entries."""

    found: FileFindings
    groups: Mapping[str, Mapping[str, Place]]
    rubric: Rubric
    by: str
    on: str

    def facts(self, given: Any) -> list[FactChange]:
        changes = []
        for group, entries in self._mapping(given, ("changes",)).items():
            if group not in self.groups:
                self.found.unknown(group, tuple(self.groups), ("changes",))
                continue
            for key, entry in self._mapping(entries, ("changes", group)).items():
                change = self._fact(group, key, entry)
                changes += [change] if change else []
        return changes

    def _fact(self, group: str, key: str, entry: Any) -> FactChange | None:
        """One entry, `FACT`, `FACT.FIELD` or `LIST.MEMBER`."""
        path, (name, _, part) = ("changes", group, key), key.partition(".")
        place = self.groups[group].get(name)
        if place is None or (part and not place.indicator.list and part not in place.readers):
            known = tuple(self.groups[group]) if place is None else tuple(f"{name}.{one}" for one in place.readers)
            self.found.unknown(key, known, ("changes", group))
            return None
        if not self._entry(entry, path, CHANGE_KEYS, ("old", "new")):
            return None
        before = self.found.count
        old, new = (self._value(place, part, entry.get(side), (*path, side)) for side in ("old", "new"))
        if old == new and self.found.count == before:  # what can't be read is not known to be the same
            self.found.add("nothing-changed", (*path, "new"), {"found": shown(entry.get("new"))})
        cause = entry.get("cause", get_args(FactCause)[0])
        if cause not in get_args(FactCause):
            expected = ", ".join(get_args(FactCause))
            self.found.add("not-one-of", (*path, "cause"), {"found": shown(cause), "expected": expected})
        return FactChange(path, group, name, place, part, old, new, cause, self._why(entry, path))

    def _value(self, place: Place, part: str, raw: Any, path: Path) -> Any:
        """What stands in the row for one side of a change; nothing is a fact that is not reported."""
        if not part:
            return (None,) * (place.stop - place.start) if raw is None else tuple(answer(place, raw, path, self.found))
        if not place.indicator.list:
            return scalar(place, place.readers[part], raw, path, self.found)
        return None if raw is None else (part, *fields(place, raw, path, self.found))

    def readings(self, given: Any) -> list[ReadingChange]:
        known = {name: one for _, item in self.rubric.items() for name, one in item.readings()}
        changes = []
        for name, entry in self._mapping(given, ("readings",)).items():
            path = ("readings", name)
            if name not in known:
                self.found.unknown(name, tuple(known), ("readings",))
            elif self._entry(entry, path, READING_KEYS, ("old", "new")):
                old, new = (self._option(known[name], entry[side], (*path, side)) for side in ("old", "new"))
                if old == new:
                    self.found.add("nothing-changed", (*path, "new"), {"found": shown(new)})
                changes.append(ReadingChange(path, name, old, new, self._why(entry, path)))
        return changes

    def _option(self, reading: Reading, name: Any, path: Path) -> str:
        if name not in reading.options:
            self.found.add("not-one-of", path, {"found": shown(name), "expected": ", ".join(reading.options)})
        return str(name)

    def judgements(self, given: Any) -> list[Judged]:
        known = tuple(item.id for _, item in self.rubric.items())
        judged = []
        for item, entry in self._mapping(given, ("judgements",)).items():
            path = ("judgements", item)
            if item not in known:
                self.found.unknown(item, known, ("judgements",))
            elif self._entry(entry, path, JUDGEMENT_KEYS, ("score",)):
                score = self._score(entry["score"], (*path, "score"))
                judged.append(Judged(path, item, score, self._why(entry, path)))
        return judged

    def _score(self, raw: Any, path: Path) -> Fraction | None:
        if raw == COMPUTED:
            return None
        try:
            score = read_amount(raw)
        except Unreadable as wrong:
            self.found.add(wrong.code, path, wrong.parameters)
            return None
        if (score * 10**self.rubric.rounding.places).denominator != 1:
            self.found.add("judgement-decimals", path, {"found": shown(raw), "places": self.rubric.rounding.places})
        return score

    def _mapping(self, given: Any, path: Path) -> Mapping[str, Any]:
        if given is not None and not isinstance(given, dict):
            self.found.add("mapping-expected", path, {"found": shown(given)})
            return {}
        return given or {}

    def _entry(self, entry: Any, path: Path, known: tuple[str, ...], needed: tuple[str, ...]) -> bool:
        """Whether an entry has all that it needs."""
        if not isinstance(entry, dict):
            self.found.add("change-expected", path, {"found": shown(entry), "expected": ", ".join((*needed, "reason"))})
            return False
        self.found.keys(entry, known, path)
        for key in needed:
            if key not in entry:
                self.found.add("missing-key", path, {"key": key}, key=True)
        if not entry.get("reason"):
            self.found.add("reason-expected", path, {}, key=True)
        return all(key in entry for key in needed)

    def _why(self, entry: Any, path: Path) -> Why:
        return Why(
            reason=_text(entry, "reason", path, self.found),
            by=_text(entry, "by", path, self.found) or self.by,
            on=_date(entry, "on", path, self.found) or self.on,
            evidence=self._evidence(entry, path),
        )

    def _evidence(self, entry: Any, path: Path) -> tuple[str, ...]:
        return evidence_files(entry.get("evidence"), (*path, "evidence"), self.found)


def _text(entry: Any, key: str, path: Path, found: FileFindings) -> str:
    raw = entry.get(key)
    if raw is None:
        return ""
    if not isinstance(raw, str):
        found.add("text-expected", (*path, key), {"found": shown(raw)})
    return str(raw)


def _date(entry: Any, key: str, path: Path, found: FileFindings) -> str:
    raw = entry.get(key)
    if raw is not None and (not isinstance(raw, str) or days(raw) is None):
        found.add("date-expected", (*path, key), {"found": shown(raw)})
    return "" if raw is None else str(raw)
