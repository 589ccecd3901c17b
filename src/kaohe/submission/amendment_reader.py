"""How a later stage's file is read: what is wrong in it whatever went before, all in one run."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any, get_args

from kaohe.expr.numbers import Unreadable, read_amount, shown
from kaohe.messages import Language, say
from kaohe.rubric.model import Rubric
from kaohe.rubric.rule_parts.rule import Reading
from kaohe.source import Document
from kaohe.source.file_findings import FileFindings
from kaohe.submission.amendment import Amendment, FactCause, FactChange, JudgementChange, Path, ReadingChange, equal
from kaohe.submission.amendment_entry import REASONED, Entries, date, mapping, text
from kaohe.submission.answers import Place, answer, fields_of, scalar
from kaohe.submission.cell_text import number_value
from kaohe.submission.key_names import read_with_keys
from kaohe.submission.reader import Reader, Why
from kaohe.submission.stray_keys import CHANGES, labels
from kaohe.submission.unit_notes import read_notes

KEYS = ("rubric", "rubric_reason", "unit", "year", "stage", "by", "on", CHANGES, "readings", "judgements", "notes")
SIDES = ("old", "new")
CHANGE_KEYS = (*SIDES, "cause", *REASONED)
READING_KEYS = (*SIDES, *REASONED)
JUDGEMENT_KEYS = ("score", *REASONED)
COMPUTED = "computed"
"""A judgement that is taken back: the item's points are again those that its facts give."""


def read_amendment(reader: Reader, rubric: Rubric, document: Document) -> Amendment:
    """What a later stage's file says; raises Problems with all that is wrong in it whatever went before."""
    return read_with_keys(document, lambda: reader.keys, lambda one: _read(reader, rubric, one))


def _read(reader: Reader, rubric: Rubric, document: Document) -> Amendment:
    found = FileFindings(document)
    data: Any = document.data
    unit, year, stage = reader.head(data, found, KEYS)
    entries = Entries(found, text(data, "by", (), found), date(data, "on", (), found))
    file = _File(found, entries, reader, reader.groups, rubric)
    reason = text(data, "rubric_reason", (), found)
    amendment = Amendment(
        document=document,
        unit=unit,
        year=year,
        stage=stage,
        rubric_why=Why(reason, entries.by, entries.on) if reason else None,
        facts=tuple(file.facts(data.get(CHANGES))),
        readings=tuple(file.readings(data.get("readings"))),
        judgements=tuple(file.judgements(data.get("judgements"))),
        notes=read_notes(data["notes"], reader.groups, found) if "notes" in data else (),
    )
    found.raise_any()
    return replace(amendment, said=found.said())


@dataclass(frozen=True, slots=True)
class _File:
    """Reads one file's changes, readings and judgements."""

    found: FileFindings
    entries: Entries
    reader: Reader
    groups: Mapping[str, Mapping[str, Place]]
    rubric: Rubric

    def facts(self, given: Any) -> Iterator[FactChange]:
        for group, entries in mapping(given, (CHANGES,), self.found).items():
            if group not in self.groups:
                self.reader.strays.tell(group, self.reader.titles, (CHANGES,), self.found)
                continue
            whole: dict[str, bool] = {}
            for key, entry in mapping(entries, (CHANGES, group), self.found).items():
                change = self._fact(group, key, entry)
                if change is not None:
                    self._refuse_twice(change, whole)
                    yield change

    def _refuse_twice(self, change: FactChange, whole: dict[str, bool]) -> None:
        """A fact as a whole and a part of it in one file: which old value is meant would hang on their order."""
        known, entire = change.name in whole, not change.part
        if known and (entire or whole[change.name]):
            self.found.add("changed-twice", change.path, {"label": change.place.called}, key=True)
        whole[change.name] = entire or whole.get(change.name, False)

    def _fact(self, group: str, key: str, entry: Any) -> FactChange | None:
        """One entry, `FACT`, `FACT.FIELD` or `LIST.MEMBER`."""
        path, (name, dot, part) = (CHANGES, group, key), key.partition(".")
        place = self.groups[group].get(name)
        if place is None or (dot and not _has(place, part)):
            if place is None:
                self.reader.strays.tell(key, labels(self.groups[group]), (CHANGES, group), self.found)
            else:
                self.found.unknown(key, _calls(name, place), (CHANGES, group))
            return None
        if not self.entries.check(entry, path, CHANGE_KEYS, SIDES):
            return None
        before = self.found.count
        old, new = (self._value(place, part, entry[side], (*path, side)) for side in SIDES)
        if equal(old, new) and self.found.count == before:  # what can't be read is None on both sides
            self.found.add("nothing-changed", (*path, "new"), {"found": shown(entry["new"])})
        cause = _cause(entry.get("cause", get_args(FactCause)[0]))
        if cause not in get_args(FactCause):
            expected = ", ".join(get_args(FactCause))
            self.found.add("not-one-of", (*path, "cause"), {"found": shown(cause), "expected": expected})
        return FactChange(path, group, name, place, part, old, new, cause, self.entries.why(entry, path))

    def _value(self, place: Place, part: str, raw: Any, path: Path) -> Any:
        """What stands in the row for one side of a change; nothing is a fact that is not reported."""
        if not part:
            return (None,) * (place.stop - place.start) if raw is None else tuple(answer(place, raw, path, self.found))
        if not place.indicator.list:
            return scalar(place, place.readers[part], raw, path, self.found)
        return None if raw is None else (part, *fields_of(part, place, raw, path, self.found))

    def readings(self, given: Any) -> Iterator[ReadingChange]:
        known = {name: one for _, item in self.rubric.items() for name, one in item.readings()}
        for name, entry in mapping(given, ("readings",), self.found).items():
            path = ("readings", name)
            if name not in known:
                self.found.unknown(name, tuple(known), ("readings",))
            elif self.entries.check(entry, path, READING_KEYS, SIDES):
                old, new = (self._option(known[name], entry[side], (*path, side)) for side in SIDES)
                if old == new:
                    self.found.add("nothing-changed", (*path, "new"), {"found": shown(new)})
                yield ReadingChange(path, name, old, new, self.entries.why(entry, path))

    def _option(self, reading: Reading, name: Any, path: Path) -> str:
        if not isinstance(name, str) or name not in reading.options:
            self.found.add("not-one-of", path, {"found": shown(name), "expected": ", ".join(reading.options)})
        return str(name)

    def judgements(self, given: Any) -> Iterator[JudgementChange]:
        known = {item.id: item.title for _, item in self.rubric.items()}
        for item, entry in mapping(given, ("judgements",), self.found).items():
            path = ("judgements", item)
            if item not in known:
                self.found.unknown(item, known, ("judgements",))
            elif self.entries.check(entry, path, JUDGEMENT_KEYS, ("score",)):
                score = self._score(entry["score"], (*path, "score"))
                yield JudgementChange(path, item, score, self.entries.why(entry, path))

    def _score(self, raw: Any, path: Path) -> Fraction | None:
        if raw == COMPUTED:
            return None
        try:
            score = read_amount(number_value(raw.strip(), "分") if isinstance(raw, str) else raw)
        except Unreadable as wrong:
            self.found.add(wrong.code, path, wrong.parameters)
            return None
        if (score * 10**self.rubric.rounding.places).denominator != 1:
            self.found.add("judgement-decimals", path, {"found": shown(raw), "places": self.rubric.rounding.places})
        return score


def _cause(written: Any) -> Any:
    """The cause that is meant: by its own name, or as it is called."""
    called = {say(f"stage.{one}", language): one for one in get_args(FactCause) for language in get_args(Language)}
    return called.get(written, written) if isinstance(written, str) else written


def _has(place: Place, part: str) -> bool:
    """Whether a fact has such a part: a field, or any member of a list."""
    return bool(part) and (part in place.readers or (place.indicator.list and not place.indicator.names_only))


def _calls(name: str, place: Place) -> tuple[str, ...]:
    """How a fact and its fields are called in a file of changes."""
    return (name, *(f"{name}.{one}" for one in place.readers if one))
