"""扣分: points that are taken for each thing, or once: rules of the type `deductions`."""

import re
from itertools import takewhile
from typing import Any

from kaohe.authoring.drafting import conditions, raised_readings
from kaohe.authoring.drafting.asked import asked, flag, formula, measured
from kaohe.authoring.drafting.counted import counted, occurs
from kaohe.authoring.drafting.drafting_item import Item, NotRead, Rule
from kaohe.authoring.drafting.entry_limits import last_or_all, limited, same_count, taken
from kaohe.authoring.drafting.list_numbers import before_entry
from kaohe.authoring.drafting.list_rules import list_entries, once_or_again
from kaohe.authoring.drafting.moves import Move, beyond
from kaohe.authoring.drafting.parts import Part, takes
from kaohe.authoring.drafting.ranges import Range, complement, range_of, whole
from kaohe.authoring.drafting.sense_checks import of_the_number, refuse_doubtful
from kaohe.authoring.drafting.several_numbers import several_numbers
from kaohe.authoring.drafting.standing_claims import claimed, falls_short
from kaohe.authoring.drafting.taken_stretches import beyond as beyond_taken
from kaohe.authoring.drafting.taken_stretches import number_of, said_down_to_nothing, settle_ends
from kaohe.authoring.drafting.taken_things import TakenThings

_ALL = re.compile(r"(?:以上|上述|总计|合计|累计|本项|此项|该项|最多|直至|共|扣分|扣分项|各项|,|至|直)*")


def deductions(item: Item, part: Part, rule: Rule) -> Rule:
    """Fills a rule of a part from which points are taken, each thing by itself."""
    made = _Deductions(item, part, rule)
    for move in part.moves:
        made.move(move)
    return made.finished()


class _Deductions:
    """The rule while its moves are read one by one."""

    def __init__(self, item: Item, part: Part, rule: Rule) -> None:
        self.item, self.rule = item, rule
        before = takewhile(lambda move: not takes(move), part.moves)
        self.award = next((move for move in before if move.outcome.kind in ("award", "full")), None)
        self.entries: list[dict[str, Any]] = []
        self.requires: list[str] = []
        self.gate = ""
        self.readings: list[dict[str, Any]] = []
        self.capped = part.drained
        self.things = TakenThings(item, self.award)
        self.stretches = self.things.stretches
        self.taken: list[Move] = []
        self.again: list[tuple[int, Move]] = []
        self.limits: list[tuple[int, Move]] = []

    def move(self, move: Move) -> None:
        kind = move.outcome.kind
        if kind in ("award", "full", "pool"):
            self._given(move)
        elif kind == "zero":
            self._gate(move)
        elif kind in ("take", "judged", "double"):
            if self.requires and any(falls_short(one.text, self.award) for one in move.words):
                raise NotRead("why-number", words=self.item.clause_of(move))
            made = (
                self.things.doubled(move, self.entries, before_entry(self.item.method, move.start, self.taken))
                if kind == "double"
                else [self.things.entry(move, self.entries)]
            )
            self.entries += [self.item.noted(move, one) for one in made]
            self.taken += [move] * len(made)
        elif kind == "list" and takes(move):
            listed = list_entries(self.item, move)
            if occurs(move.when) and all("when" in one for one in listed):
                self.again += [(len(self.entries) + place, move) for place in range(len(listed))]
            self.entries += listed
            self.taken += [move] * len(listed)
        elif kind == "spare":
            self.things.spare(move)
        elif kind == "most":
            self.limits.append((len(self.entries), move))
        elif kind == "drain":
            self._drain(move)
        else:
            raise NotRead("why-unread", words=self.item.clause_of(move))

    def _given(self, move: Move) -> None:
        if conditions.says_more(move.when) or counted(move.outcome.before) is not None:
            raise NotRead("why-unread", words=self.item.original(move))
        stretch = range_of(move.when)
        if stretch is not None and stretch.high == 0:
            return  # 发生率为0: what happens is taken one by one
        if stretch is not None and whole(stretch):
            self._all(move, stretch)
        elif stretch is not None and not stretch.exact and not conditions.within_year(move.when):
            several = asked(self.item, move).requires
            if len(several) > 1 or several_numbers(stretch.what):
                raise NotRead("why-number", words=self.item.original(move))
            self.gate = several[0]
            self.requires.append(self.gate)

    def _all(self, move: Move, stretch: Range) -> None:
        """合格率100%得10分，每有一个不合格的扣2分: what is short of all of them is taken one by one."""
        words = self.item.original(move)
        why = self.item.say("all-of-them")
        self.item.known.append({"problem": "number-not-in-rule", "words": words, "reason": why})
        if several_numbers(stretch.what):
            return
        patch = {"requires": formula(measured(self.item, stretch), stretch)}
        self.readings.append(raised_readings.all_of_them(self.item, words, patch))

    def _gate(self, move: Move) -> None:
        if conditions.ELSE.fullmatch(move.when):
            if self.award is None:
                raise NotRead("why-unread", words=self.item.clause_of(move))
            self.requires += asked(self.item, self.award).requires
        elif beyond(move):
            raise NotRead("why-beyond", words=self.item.clause_of(move))
        else:
            stretch = range_of(move.when)
            context = "" if self.award is None else self.item.original(self.award)
            if stretch is not None and not stretch.exact:
                stretch = beyond_taken(self.stretches, stretch)
                award = None if self.award is None else range_of(self.award.when)
                if award is not None and complement(award, stretch):
                    return
                what = context if award is None else award.what
                known = same_count(self.item, self.entries, stretch) or number_of(self.item, self.stretches, stretch)
                if known and of_the_number(self.item, known, stretch):
                    raise NotRead("why-number", words=self.item.clause_of(move))
                name = known or measured(self.item, stretch, what)
                self.requires.append(f"not ({formula(name, stretch)})")
            else:
                self.requires.append(f"not {flag(self.item, move, context)}")

    def _drain(self, move: Move) -> None:
        if move.words or not _ALL.fullmatch(move.outcome.before):
            raise NotRead("why-unread", words=self.item.clause_of(move))
        if move.outcome.points is None:
            self.capped = True
        else:
            self._cap(move)

    def _cap(self, move: Move) -> None:
        self.capped = True
        most, full = move.outcome.points, self.rule["points"]
        if most is None or (most == full and full):
            return
        self.rule["cap"] = most
        if full and most > full:
            self.readings.append(raised_readings.beyond_part(self.item, move))

    def finished(self) -> Rule:
        rule = self.rule
        settle_ends(self.stretches, self.entries, self.item.method)
        if not self.entries or any(place == 0 for place, _ in self.limits):
            raise NotRead("why-unread", words=rule["clause"])
        refuse_doubtful(self.item, self.stretches, self.entries, self.taken)
        whole = limited(self.item, self.entries, self.taken, self.limits, "deductions")
        if whole is not None:
            self._cap(whole)
        if self.requires:
            rule["requires"] = self.requires if len(self.requires) > 1 else self.requires[0]
        self._gated()
        if not self.gate and (claim := claimed(self.item, self.award, self.taken, self.requires)):
            self.readings += claim.pop("readings")
            rule |= claim
        rule["deductions"] = self.entries
        cap = rule.pop("cap", None)
        if cap is not None:
            rule["cap"] = cap
        if not rule["points"]:
            rule["floor"] = "item" if self.item.points else "none"
        elif not (self.capped or self.item.drained) and any(taken(entry) > rule["points"] for entry in self.entries):
            rule["floor"] = "none"
        readings = [
            *self.readings,
            *once_or_again(self.item, self.entries, self.again),
            *last_or_all(self.item, self.entries, self.limits),
            *self.things.readings(self.entries),
        ]
        if not (self.capped or self.item.drained) and self.item.points:
            readings.append(raised_readings.floor(self.item, self.taken[-1], rule))
        if readings:
            rule["readings"] = readings
        return rule

    def _gated(self) -> None:
        """98%以上得6分，每有一件不合格扣2分: whether the number must be reached for any of the points."""
        if not self.gate or self.award is None or range_of(self.award.when) is None:
            return
        rest = [one for one in self.requires if one != self.gate]
        name = self.gate.split()[0]
        if all(name in entry.get("when", "").split() for entry in self.entries):  # nothing would be taken at all
            if not said_down_to_nothing(self.stretches, name, rest):
                raise NotRead("why-gap")
            del self.rule["requires"]
            self.rule |= {"requires": rest if len(rest) > 1 else rest[0]} if rest else {}
            return
        patch = {"requires": None if not rest else rest[0] if len(rest) == 1 else rest}
        words = self.item.original(self.award)
        self.readings.append(raised_readings.gate(self.item, words, patch))
