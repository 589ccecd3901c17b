"""What became of one clause: its words, its figures in a sentence, its readings."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kaohe.authoring.comparing.matching import matched
from kaohe.authoring.comparing.pairs import Clause, ClausePair, ItemPair, Placed
from kaohe.library.patches import by_places
from kaohe.render.comparing.change_lines import ChangeLine, Lines, unlike_keys
from kaohe.render.comparing.told_side import ToldSide
from kaohe.rubric.rule_parts.rule import Reading

TOLD = ("clause", "readings", "type")
"""Keys of a clause that have lines of their own."""


@dataclass(frozen=True, slots=True)
class ClauseLines:
    """Tells the clauses of one item."""

    pair: ItemPair
    lines: Lines
    was: ToldSide
    now: ToldSide

    def all(self) -> Iterator[ChangeLine]:
        for one in self.pair.clauses:
            if one.changed:
                yield from self._clause(one)

    def _clause(self, one: ClausePair) -> Iterator[ChangeLine]:
        if one.old is not None and one.new is not None:
            yield from self._changed(one, one.old, one.new)
        elif one.new is not None:
            what = self.called(one.new)
            yield from self.lines.come(self.lines.say("added", what=what), one.new.words)
            yield from self.lines.come(self._figures(what), self._told(self.now, self.pair.new, one.new))
            yield from self._readings(what, None, one.new)
        elif one.old is not None:
            what = self.called(one.old)
            yield from self.lines.gone(self.lines.say("removed", what=what), one.old.words)
            yield from self.lines.gone(self._figures(what), self._told(self.was, self.pair.old, one.old))

    def _changed(self, pair: ClausePair, old: Clause, new: Clause) -> Iterator[ChangeLine]:
        what, before = self.called(new), self.called(old)
        if old.kind != new.kind:
            what = self.lines.say("renamed", old=before, new=what)
        before_told, now_told = self._told(self.was, self.pair.old, old), self._told(self.now, self.pair.new, new)
        found = [
            *self.lines.text(self.lines.say("text", what=what), old.words, new.words),
            *self.lines.text(self._figures(what), before_told, now_told),
        ]
        if pair.moved:
            found.append(self.lines.line(self.lines.say("order", what=what), self.lines.say("moved")))
        readings = list(self._readings(what, old, new))
        keys = [one for one in unlike_keys(old.holder, new.holder, TOLD) if not self._only_renamed(old, new, one)]
        if keys and old.kind == new.kind and before_told == now_told:
            told = self.lines.say("keys", keys=self.lines.say("names").join(keys))
            found.append(self.lines.line(self.lines.say("written", what=what), told))
        yield from (*found, *readings)

    def _only_renamed(self, old: Clause, new: Clause, key: str) -> bool:
        """Whether a key has other names of the same facts alone."""
        names = {one.old[0]: one.new[0] for one in self.pair.facts if one.old and one.new and one.old[0] != one.new[0]}
        if not names:
            return False
        known = re.compile(rf"\b({'|'.join(map(re.escape, names))})\b")
        before = known.sub(lambda found: names[found[0]], repr(getattr(old.holder, key, None)))
        return before == repr(getattr(new.holder, key, None))

    def called(self, clause: Clause) -> str:
        return self.lines.say(f"clause-{clause.kind}", number=clause.number)

    def _figures(self, what: str) -> str:
        return self.lines.say("told", what=what)

    def _told(self, side: ToldSide, placed: Placed | None, clause: Clause) -> str:
        return side.clause(placed, clause) if placed else ""

    def _readings(self, what: str, before: Clause | None, after: Clause) -> Iterator[ChangeLine]:
        label = self.lines.say("reading", what=what)
        old, new = _readings(before), _readings(after)
        partners = _partners(old, new)
        for name, now in new.items():
            was = old.get(partners.get(name, ""))
            if was is None:
                yield self.lines.line(label, self._reading("added", now.words, "", _taken(now)))
            elif _taken(was) != _taken(now):
                yield self.lines.line(label, self._reading("changed", now.words, _taken(was), _taken(now)))
            elif was.options != now.options or _reached(before, was) != _reached(after, now):
                yield self.lines.line(label, self._reading("others", now.words, "", ""))
        for name, was in old.items():
            if name not in partners.values():
                yield self.lines.line(label, self._reading("gone", was.words, _taken(was), ""))

    def _reading(self, code: str, words: str, old: str, new: str) -> str:
        return self.lines.say(f"reading-{code}", words=words, old=old, new=new)


def _readings(clause: Clause | None) -> Mapping[str, Reading]:
    return {one.id: one for one in getattr(clause.holder, "readings", ())} if clause else {}


def _reached(clause: Clause | None, reading: Reading) -> list[object]:
    """The lists of the rule that its alternatives reach into: by the same patch another list is read otherwise."""
    patches = [option.patch for option in reading.options.values()]
    keys = sorted({key for patch in patches for key, value in patch.items() if by_places(value)})
    return [getattr(clause.holder, key, None) for key in keys] if clause else []


def _partners(old: Mapping[str, Reading], new: Mapping[str, Reading]) -> Mapping[str, str]:
    """Which reading was which: by its name, else by the words that it is of."""
    same = {name: name for name in new if name in old}
    left, right = ([name for name in side if name not in same] for side in (old, new))
    pairs = matched([old[name].words for name in left], [new[name].words for name in right])
    return {**same, **{right[at]: left[before] for at, before in pairs.items()}}


def _taken(reading: Reading) -> str:
    option = reading.options.get(reading.chosen)
    return reading.chosen if option is None else option.meaning
