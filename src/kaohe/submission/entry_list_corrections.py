"""What a later stage enters on a list's own sheet: corrected members, those that were left out, those that go."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from kaohe.formulas.kinds import NOT_APPLICABLE_WORDS
from kaohe.submission.answers import Place
from kaohe.submission.entered import Entered, Path
from kaohe.submission.entry_corrections import NEW, Reasoned, enter_change, say_idle
from kaohe.submission.entry_facts import GONE, FactLines, says_none, state
from kaohe.submission.entry_members import MemberLine, MemberSheet, member_fields, named, nested
from kaohe.submission.entry_rows import GONE_WORD, MEMBER, NONE_WORD, member_columns
from kaohe.submission.stray_keys import CHANGES


def enter_list_correction(fact: FactLines, sheet: MemberSheet | None, entered: Entered) -> None:
    """What is corrected of a list: member by member, or the whole where it has none or does not apply."""
    line, place = fact.first, fact.rows[0].place
    members = _Members(fact, sheet, entered)
    gone, none = state(fact, entered, f"{NEW}state"), says_none(fact, entered, NEW)
    empty: Any = [] if place.indicator.names_only else {}
    if gone is None and not none:
        members.enter()
    elif members.corrected:
        entered.add("none-and-members", line.place(f"{NEW}current"), label=fact.label)
    else:
        path: Path = (CHANGES, fact.group, fact.fact[-1])
        key = f"{NEW}current" if none else f"{NEW}state"
        enter_change(path, (members.now(), empty if none else GONE), Reasoned(fact.label, line, key), entered)


class _Members:
    """The members of a list as they are and as they are to be."""

    def __init__(self, fact: FactLines, sheet: MemberSheet | None, entered: Entered) -> None:
        self._fact, self._entered = fact, entered
        self._place = fact.rows[0].place
        self._lines = _marked(named(sheet, self._place, entered), self._place)
        for line in self._lines:
            self._refuse_other_words(line)
        self._old = {one.member: dict(member_fields(one, self._place, entered)) for one in self._lines if one.known}
        self._new = {one.member: dict(self._fields(one)) for one in self._lines}
        self.corrected = any(self._new.values()) or any(self._out(line) or not line.known for line in self._lines)

    def _fields(self, line: MemberLine) -> Iterator[tuple[str, Any]]:
        """What is entered instead; of a member that is added, also what stands under the old values."""
        if not line.known:
            yield from member_fields(line, self._place, self._entered)
        yield from member_fields(line, self._place, self._entered, NEW)

    def _refuse_other_words(self, line: MemberLine) -> None:
        """A member stays unless it is said in the one word to go: any other might mean either."""
        key = f"{NEW}state"
        said = line.text(key)
        if said not in ("", GONE_WORD):
            told = f"{self._fact.label}（{line.member}）"
            self._entered.add("unknown-removal", line.place(key), label=told, found=said)

    @staticmethod
    def _out(line: MemberLine) -> bool:
        return line.text(f"{NEW}state") == GONE_WORD

    def now(self) -> Any:
        """What the list is before it is corrected: its members, none, or that it does not apply."""
        line, names_only = self._fact.first, self._place.indicator.names_only
        if line.text("state") in NOT_APPLICABLE_WORDS:
            return GONE
        if line.text("current") == NONE_WORD:
            return [] if names_only else {}
        return (list(self._old) if names_only else {name: nested(one) for name, one in self._old.items()}) or None

    def enter(self) -> None:
        """Each member's correction, or that of the whole: of names alone, and where one goes that had no value."""
        if self._place.indicator.names_only or any(self._silent(line) for line in self._lines if self._out(line)):
            self._enter_whole()
            return
        for line in self._lines:
            old, new = nested(self._old.get(line.member, {})), self._new[line.member]
            path: Path = (CHANGES, self._fact.group, f"{self._fact.fact[-1]}.{line.member}")
            told = f"{self._fact.label}（{line.member}）"
            if self._out(line):
                enter_change(path, (old, None), Reasoned(told, line, f"{NEW}state"), self._entered)
            elif new:
                whole = nested(self._whole(line))
                key = next(f"{NEW}{one}" for one, field in member_columns(self._place).items() if field in new)
                enter_change(path, (old, whole), Reasoned(told, line, key), self._entered)
            elif not line.known:
                self._entered.add("member-without-values", line.place(MEMBER), label=told)
            else:
                say_idle(line, told, self._entered)

    def _silent(self, line: MemberLine) -> bool:
        """Whether nothing was known of a member: alone, it would look as if it had never been there."""
        return not self._old.get(line.member)

    def _whole(self, line: MemberLine) -> dict[str, Any]:
        return {**self._old.get(line.member, {}), **self._new[line.member]}

    def _enter_whole(self) -> None:
        moved = [line for line in self._lines if self._out(line) or not line.known or self._new[line.member]]
        if not moved:
            return
        kept = [line for line in self._lines if not self._out(line)]
        names_only = self._place.indicator.names_only
        new = [one.member for one in kept] if names_only else {one.member: nested(self._whole(one)) for one in kept}
        reasoned = next((line for line in moved if line.text("reason")), moved[0])
        where = Reasoned(self._fact.label, reasoned, MEMBER)
        enter_change((CHANGES, self._fact.group, self._fact.fact[-1]), (self.now(), new), where, self._entered)


def _marked(lines: list[MemberLine], place: Place) -> list[MemberLine]:
    """The rows with what the hidden column says of them; where it is gone, what has values or no reason was there."""
    if any(line.known for line in lines):
        return lines
    return [replace(line, known=_was_there(line, place)) for line in lines]


def _was_there(line: MemberLine, place: Place) -> bool:
    if place.indicator.names_only:
        return not line.text("reason")
    return bool(place.indicator.members) or any(line.text(column) for column in member_columns(place))
