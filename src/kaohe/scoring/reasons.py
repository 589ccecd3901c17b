"""Why points were lost: in words, as arithmetic, and the facts that it rests on."""

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import compress
from typing import Any

from kaohe.backends.names import Name
from kaohe.backends.sentences import SpokenSentence
from kaohe.backends.spoken_numbers import spoken_points
from kaohe.backends.text import Arithmetic
from kaohe.compiler.row_layout import Fact, field_label
from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.expr.sentence_tree import spoken_of
from kaohe.expr.tree_questions import facts_read, inputs, reported
from kaohe.formulas.indicators import Indicator
from kaohe.messages import Language, say
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.scoring.other_readings import OtherReadings
from kaohe.scoring.points_told import MOST_KEPT, PointsTold
from kaohe.scoring.settlement import WHOLE, Entry
from kaohe.scoring.total_scores import Change
from kaohe.submission.gaps import Row, is_missing
from kaohe.submission.reader import Why
from kaohe.submission.zero_division import Division


class Reasons:
    """The texts for one compiled rubric in one language, each prepared when it is first wanted."""

    def __init__(self, compiled: CompiledRubric, language: Language, readings: OtherReadings | None) -> None:
        self.language = language
        self.readings = readings
        self._compiled = compiled
        self._names = compiled.layout.names(language)
        self._slots = compiled.layout.member_slots(), compiled.layout.inner_slots()
        self._points = PointsTold(compiled.ledger, language)
        self._told: dict[int, SpokenSentence] = {}
        self._arithmetic: dict[int, Arithmetic] = {}
        self._called: dict[int, list[Name]] = {}
        self._facts: dict[int, tuple[Fact, ...]] = {}
        self._places: dict[int, tuple[int, ...]] = {}
        self._said = lru_cache(maxsize=MOST_KEPT)(self._say_facts)

    def why(self, entry: Entry, row: Row, entries: Sequence[Entry], score: Fraction) -> str:
        """Why an entry took its points, as it is read aloud: `超时上报 2 次，扣 2 分`.

        `entries` are all of the item, `score` is what it got.
        """
        told = self._sentence(entry.account)
        if entry.member == WHOLE:
            why = told.fill(row)
        else:
            member = self._member(entry, row)
            why = told.fill((*row, *member[1:]))
            why = say("reason.one_of", self.language, name=member[0], why=why) if why else member[0]
        return self._read_otherwise(self._points.told(why, entry, entries, score), entry, row, score)

    def rests_on(self, place: int) -> frozenset[int]:
        """Where in the row all stands that is spoken of in an item, besides what its score rests on."""
        ledger, layout = self._compiled.ledger, self._compiled.layout
        accounts = [ledger.accounts[account] for account in ledger.of_item(place)]
        trees = [tree for one in accounts for tree in spoken_of(one.line.told)]
        found = frozenset(at for fact in layout.find(facts_read(*trees)) for at in fact.places())
        if self.readings is None:
            return found
        return found.union(*(self.readings.rest_on(place, one.place) for one in accounts))

    def _read_otherwise(self, why: str, entry: Entry, row: Row, score: Fraction) -> str:
        """What the item would get if words of the clause were read in another way."""
        ledger = self._compiled.ledger
        if self.readings is None:
            return why
        others = self.readings.others(ledger.item_of(entry), ledger.accounts[entry.account].place, row, score)
        if not others:
            return why
        said = [
            say("reason.read_so", self.language, meaning=one.meaning, score=spoken_points(one.score, self.language))
            for one in others
            if one.score is not None
        ]
        return say(
            "reason.reading", self.language, why=why, others=say("reason.between_readings", self.language).join(said)
        )

    def case(self, rule: str, row: Row) -> str:
        """What a rule or veto, by its name in the ledger, says of the facts of a row.

        Nothing of one over a list, nor while a fact that it speaks of is missing: its points may be certain even so.
        """
        for place, account in enumerate(self._compiled.ledger.accounts):
            if account.rule == rule and not account.line.gate:
                told = facts_read(*spoken_of(account.line.told))
                unsaid = account.line.members or any(is_missing(fact, row) for fact in self._compiled.layout.find(told))
                return "" if unsaid else self._sentence(place).fill(row)
        return ""

    def _sentence(self, account: int) -> SpokenSentence:
        told = self._told.get(account)
        if told is None:
            sentence = self._compiled.ledger.accounts[account].line.told
            told = self._told[account] = SpokenSentence(
                sentence, self._slots[0], self._names, self.language, self._slots[1]
            )
        return told

    def arithmetic(self, entry: Entry, row: Row) -> str:
        """How the points that an entry asks for are computed: `超时上报 2 次 × 1 分`."""
        text = self._arithmetic.get(entry.account)
        if text is None:
            due = self._compiled.ledger.accounts[entry.account].line.due
            text = self._arithmetic[entry.account] = Arithmetic(
                due, self._slots[0], self._names, self.language, self._slots[1]
            )
        if entry.member != WHOLE:
            member = self._member(entry, row)
            return self._say("of", whole=member[0], parts=text.fill((*row, *member[1:])))
        return text.fill(row)

    def change(self, change: Change) -> str:
        """What a section or the whole took or gave itself."""
        why = say("reason.certain_total", self.language, why=change.why) if change.certain else change.why
        return self._points.plainly(why, change.taken)

    def rounding(self, taken: Fraction) -> str:
        return self._points.plainly(self._say("rounding", places=self._compiled.rubric.rounding.places), taken)

    def judged(self, why: Why, taken: Fraction) -> str:
        """For the points between what the facts give and what a reviewer gave."""
        who = self._say("between_who").join(filter(None, (why.by, why.on)))
        return self._points.plainly(self._say("judged_by" if who else "judgement", reason=why.reason, who=who), taken)

    def certain(self, taken: Fraction) -> str:
        """For points that are lost whatever the missing facts turn out to be."""
        return self._points.plainly(self._say("certain"), taken)

    def fact(self, entry: Entry, row: Row) -> str:
        """The facts that an entry rests on, as they were reported."""
        if entry.member != WHOLE:
            member = self._member(entry, row)
            return self._say("of", whole=member[0], parts=self._fields(self._reads(entry)[0], member[1:]))
        places = self._places.get(entry.account)
        if places is None:
            places = tuple(place for fact in self._reads(entry) for place in fact.places())
            self._places[entry.account] = places
        return self._said(entry.account, tuple([row[place] for place in places]))

    def _say_facts(self, account: int, values: Sequence[Any]) -> str:
        """Those of an account's facts that are reported."""
        facts, start, written = self._facts[account], 0, []
        for fact in facts:
            own = values[start : start + fact.width()]
            start += fact.width()
            if not (None in own or (fact.indicator.list and any(None in member for member in own[0]))):
                written.append(self._fact(fact, own))
        return self._say("list").join(written)

    def value(self, fact: Fact, part: str, value: Any) -> str:
        """What a fact, one field of it or one member of a list is, without its name; `value` as the row has it."""
        if fact.indicator.list:
            members = (value,) if part else value[0]
            if members is None or members is NOT_APPLICABLE or members == (None,):
                code = "removed" if part else "missing" if members is None else "inapplicable"
                return self._say(code)
            if fact.indicator.names_only:
                return self._say("joint").join(one[0] for one in members) or self._say("none")
            written = [self._say("of", whole=one[0], parts=self._plain(fact, one[1:])) for one in members]
            return self._plain(fact, members[0][1:]) if part else self._say("list").join(written)
        return self._names[f"{fact.key}.{part}"].value(value, self.language) if part else self._plain(fact, value)

    def _plain(self, fact: Fact, values: Sequence[Any]) -> str:
        """Values alone; where there are several fields, each with its name."""
        names = [self._names[key] for key in fact.field_keys()]
        if len(values) == 1 or values[0] is NOT_APPLICABLE or all(one is None for one in values):
            return names[0].value(values[0], self.language)
        labels = self._field_labels(fact.indicator)
        return self._say("parts").join(
            f"{label} {name.value(one, self.language)}" for label, name, one in zip(labels, names, values, strict=True)
        )

    def subject(self, fact: Fact, part: str) -> str:
        """How a fact, one field of it or one member of a list is called."""
        label = field_label(fact.indicator, part, self.language) if part and not fact.indicator.list else part
        return self._whole(fact.indicator.label, [label] if part else [])

    def missing(self, fact: Fact, row: Row) -> str:
        """What is missing of an indicator: its label, and where it is there in part, which part."""
        indicator = fact.indicator
        names = self._field_labels(indicator)
        if indicator.peers is not None:
            return self._say("over_all", label=indicator.label)
        if not indicator.list:
            gaps = list(compress(names, (value is None for value in row[fact.start : fact.start + fact.width()])))
            return self._whole(indicator.label, gaps if len(gaps) < len(names) else [])
        members = row[fact.start] or ()
        gaps = [
            f"{member[0]}{name}"
            for member in members
            for name, value in zip(names, member[1:], strict=True)
            if value is None
        ]
        return self._whole(indicator.label, gaps)

    def undefined(self, division: Division, row: Row) -> str:
        """Why something can't be computed: the facts on which a divisor rests, as they were reported."""
        found = [self._fact(fact, row[fact.start : fact.start + fact.width()]) for fact in division.facts]
        return self._say("undefined", facts=self._say("list").join(found))

    def _whole(self, label: str, parts: list[str]) -> str:
        return self._say("of", whole=label, parts=self._say("parts").join(parts)) if parts else label

    def _reads(self, entry: Entry) -> tuple[Fact, ...]:
        """An account's indicators; those that it only asks about count where it asks nothing else."""
        found = self._facts.get(entry.account)
        if found is None:
            line = self._compiled.ledger.accounts[entry.account].line
            keys = {line.members} if line.members else reported(line.due) or inputs(line.due)
            found = self._facts[entry.account] = self._compiled.layout.find(keys)
        return found

    def _member(self, entry: Entry, row: Row) -> Sequence[Any]:
        """The list's member that an entry speaks of: its name and its fields."""
        found: Sequence[Any] = row[self._reads(entry)[0].start][entry.member]
        return found

    def _fact(self, fact: Fact, values: Sequence[Any]) -> str:
        if values[0] is NOT_APPLICABLE:
            return self._say("not_applicable", label=fact.indicator.label)
        if fact.indicator.list:
            return self._whole(fact.indicator.label, [member[0] for member in values[0]])
        if "" in fact.indicator.fields:
            return self._names[fact.key].write(values[0], self.language)
        return self._say("of", whole=fact.indicator.label, parts=self._fields(fact, values))

    def _fields(self, fact: Fact, values: Sequence[Any]) -> str:
        """Each field with its value."""
        names = self._called.get(fact.start)
        if names is None:
            labelled = zip(fact.field_keys(), self._field_labels(fact.indicator), strict=True)
            names = [self._names[key].called(label or fact.indicator.label) for key, label in labelled]
            self._called[fact.start] = names
        written = [name.write(value, self.language) for name, value in zip(names, values, strict=True)]
        return self._say("parts").join(written)

    def _field_labels(self, indicator: Indicator) -> list[str]:
        return [field_label(indicator, name, self.language) if name else "" for name in indicator.fields]

    def _say(self, code: str, **parameters: object) -> str:
        return say(f"arithmetic.{code}", self.language, **parameters)
