"""A later stage's file as it is entered in its workbook: corrected values with their reasons, points by judgement."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import reduce
from typing import Any

from kaohe.authoring.entry_cells import value_cell
from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.messages import Language, say
from kaohe.results.entry_form import EntryCell, EntryForm, EntryLine, EntryList, EntryValue
from kaohe.submission.amendment import Amendment, FactChange, JudgementChange
from kaohe.submission.cell_text import date_value
from kaohe.submission.entry_rows import (
    COMPUTED_WORD,
    GONE_WORD,
    ITEM_ROW,
    MEMBER,
    NONE_WORD,
    EntryRow,
    entry_rows,
    member_columns,
)
from kaohe.submission.reader import Reader, Why

Entry = Mapping[str, EntryValue]
"""What is entered in a row, by the keys of its columns."""


class Unheld(Exception):  # noqa: N818 - a finding, turned into a sentence where the file is known
    """A workbook has no cell for a change; `subject` says which."""

    def __init__(self, subject: str) -> None:
        self.subject = subject
        super().__init__(subject)


def corrected(form: EntryForm, reader: Reader, amendment: Amendment, language: Language) -> EntryForm:
    """The form with all that a later stage's file changes; raises Unheld."""
    made = _Corrections(reader, amendment.document.data, language)
    if amendment.readings or amendment.rubric_why:
        raise Unheld(say("entry.unheld-readings", language))
    if amendment.notes:
        raise Unheld(say("entry.unheld-notes", language))
    for change in amendment.facts:
        made.fact(change)
    for one in amendment.judgements:
        made.judgement(one)
    made.rows |= _signed(amendment, language)
    return replace(
        form,
        head=tuple(_entered(line, made.rows) for line in form.head),
        lines=tuple(_entered(line, made.rows) for line in form.lines),
        lists=tuple(_with_members(one, made.members.get(one.id, {})) for one in form.lists),
    )


def _signed(amendment: Amendment, language: Language) -> Mapping[str, Entry]:
    """By whom and on which day, which a workbook says once for all that is changed in it."""
    given: Mapping[str, Any] = amendment.document.data
    reasons = [*(one.why for one in amendment.facts), *(one.why for one in amendment.judgements)]
    signed = {(why.by, why.on) for why in reasons}
    if len(signed) > 1:
        raise Unheld(say("entry.unheld-signatures", language))
    by, on = signed.pop() if signed else (given.get("by"), date_value(given["on"]) if given.get("on") else "")
    return {
        **({"by": {"current": by}} if by else {}),
        **({"on": {"current": date.fromisoformat(on)}} if on else {}),
    }


class _Corrections:
    """Gathers what is entered: in rows by their ids, in lists by the lists' ids and members' names."""

    def __init__(self, reader: Reader, data: Mapping[str, Any], language: Language) -> None:
        """`data` are those of the file, by the keys that are meant."""
        self._data, self._language = data, language
        self._rows: dict[tuple[str, str], list[EntryRow]] = {}
        for row in entry_rows(reader.groups):
            self._rows.setdefault((row.fact[-2], row.fact[-1]), []).append(row)
        self.rows: dict[str, Entry] = {}
        self.members: dict[str, dict[str, Entry]] = {}

    def fact(self, change: FactChange) -> None:
        rows = self._rows[change.group, change.name]
        why = self._why(change.why, change.cause if self._says_cause(change) else "")
        if change.place.indicator.list:
            self._list(rows[0], change, why)
        elif not change.part and change.new[0] is NOT_APPLICABLE:
            self.rows[rows[0].id] = {"new_state": NOT_APPLICABLE.value, **why}
        else:
            self._fields(rows, change, why)

    def _says_cause(self, change: FactChange) -> bool:
        """A change that leaves its cause out leaves it out in the workbook too."""
        return "cause" in reduce(lambda data, key: data[key], change.path, self._data)

    def _fields(self, rows: list[EntryRow], change: FactChange, why: Entry) -> None:
        names = [change.part] if change.part else list(change.place.readers)
        old = [change.old] if change.part else change.old
        new = dict(zip(names, [change.new] if change.part else change.new, strict=True))
        moved = {name: value for (name, value), was in zip(new.items(), old, strict=True) if value != was}
        for row in rows:
            cells: dict[str, EntryValue] = {}
            for column, field in row.fields.items():
                if field in moved:
                    cells[f"new_{column}"] = self._value(change, field, moved[field])
            if cells:
                self.rows[row.id] = {**self.rows.get(row.id, {}), **cells, **why}

    def _list(self, row: EntryRow, change: FactChange, why: Entry) -> None:
        entered = self.members.setdefault(row.id, {})
        if change.part:
            entered[change.part] = {**self._member(change, change.old, change.new), **why}
        elif change.new[0] is None:
            raise Unheld(change.place.called)
        elif change.new[0] is NOT_APPLICABLE:
            self.rows[row.id] = {"new_state": NOT_APPLICABLE.value, **why}
        elif change.new[0] == ():
            self.rows[row.id] = {"new_current": NONE_WORD, **why}
        else:
            was, now = ({one[0]: one for one in side[0] or ()} for side in (change.old, change.new))
            for name in dict.fromkeys((*was, *now)):
                if was.get(name) != now.get(name):
                    entered[name] = {**self._member(change, was.get(name), now.get(name)), **why}

    def _member(self, change: FactChange, old: Any, new: Any) -> Entry:
        if new is None:
            return {"new_state": GONE_WORD}
        if old is None and len(new) > 1 and set(new[1:]) == {None}:
            raise Unheld(change.place.called)
        before = old[1:] if old else (None,) * len(new[1:])
        columns = member_columns(change.place).items()
        moved = zip(columns, before, new[1:], strict=True) if columns else ()
        return {f"new_{key}": self._value(change, field, now) for (key, field), was, now in moved if now != was}

    def _value(self, change: FactChange, field: str, raw: Any) -> EntryValue:
        if raw is None:  # an empty cell changes nothing
            raise Unheld(change.place.called)
        return value_cell(change.place.indicator, field, raw).value

    def judgement(self, judged: JudgementChange) -> None:
        score = COMPUTED_WORD if judged.score is None else Fraction(judged.score)
        self.rows[f"{ITEM_ROW}{judged.item}"] = {"new_current": score, **self._why(judged.why, "")}

    def _why(self, why: Why, cause: str) -> Entry:
        found: dict[str, EntryValue] = {"reason": why.reason}
        if cause:
            found["cause"] = say(f"stage.{cause}", self._language)
        if why.evidence:
            found["shown_by"] = "；".join(why.evidence)
        return found


def _entered(line: EntryLine, rows: Mapping[str, Entry]) -> EntryLine:
    entry = rows.get(line.id) if line.id else None
    if entry is None:
        return line
    if not entry.keys() <= line.cells.keys():  # as those of what the province gives
        raise Unheld(f"{line.words.get('number', '')} {line.words['label']}".strip())
    return replace(line, cells=_filled(line.cells, entry))


def _filled(cells: Mapping[str, EntryCell], entry: Entry) -> Mapping[str, EntryCell]:
    return {key: replace(cell, value=entry[key]) if key in entry else cell for key, cell in cells.items()}


def _with_members(listed: EntryList, entered: Mapping[str, Entry]) -> EntryList:
    known = {str(one[MEMBER].value): one for one in listed.members}
    members = [_filled(cells, entered.get(name, {})) for name, cells in known.items()]
    members += _added(listed, {name: one for name, one in entered.items() if name not in known})
    return replace(listed, members=tuple(members), rows=max(listed.rows, len(members)))


def _added(listed: EntryList, entered: Mapping[str, Entry]) -> Iterator[Mapping[str, EntryCell]]:
    for name, entry in entered.items():
        free = {one.key: one.free for one in listed.columns}
        yield _filled(free, {MEMBER: name, **entry})
