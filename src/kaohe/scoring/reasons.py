"""Why a point was lost, in words: the facts an entry rests on and the arithmetic made of them."""

from collections.abc import Sequence
from itertools import compress
from typing import Any

from kaohe.backends.names import Name
from kaohe.backends.text import Arithmetic
from kaohe.compiler.row_layout import Fact, field_label
from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.expr.tree_questions import inputs, reported
from kaohe.formulas.indicators import Indicator
from kaohe.messages import Language, say
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.scoring.settlement import WHOLE, Entry
from kaohe.scoring.total_scores import Change
from kaohe.submission.gaps import Row, is_missing
from kaohe.submission.reader import Why
from kaohe.submission.zero_division import Division


class Reasons:
    """The texts for one compiled rubric in one language, each prepared when it is first wanted."""

    def __init__(self, compiled: CompiledRubric, language: Language) -> None:
        self.language = language
        self._compiled = compiled
        self._names = compiled.layout.names(language)
        self._slots = compiled.layout.member_slots(), compiled.layout.inner_slots()
        self._arithmetic: dict[int, Arithmetic] = {}
        self._called: dict[int, list[Name]] = {}
        self._facts: dict[int, tuple[Fact, ...]] = {}

    def why(self, entry: Entry, row: Row) -> str:
        """How the points that an entry asks for came about: `超时上报 2 次 × 1 分`."""
        text = self._arithmetic.get(entry.account)
        if text is None:
            due = self._compiled.ledger.accounts[entry.account].line.due
            text = self._arithmetic[entry.account] = Arithmetic(
                due, self._slots[0], self._names, self.language, self._slots[1]
            )
        if entry.member != WHOLE:
            member = self._member(entry, row)
            return self._say("of", whole=member[0], parts=text.fill((*row, *member[1:])))
        floor = self._compiled.ledger.floor_of(entry)
        why = text.fill(row)
        return self._say(floor, why=why) if floor in ("veto", "penalty") else why

    def change(self, change: Change) -> str:
        """What a section or the whole took or gave itself."""
        step = f"total-{change.name.rstrip('0123456789')}"
        if not change.certain:
            return self._say(step, why=change.why)
        return self._say("total-settled" if change.why else "total-certain", why=self._say(step, why=change.why))

    def rounding(self) -> str:
        return self._say("rounding", places=self._compiled.rubric.rounding.places)

    def judged(self, why: Why) -> str:
        """For the points between what the facts give and what a reviewer gave."""
        who = self._say("between_who").join(filter(None, (why.by, why.on)))
        return self._say("judged_by" if who else "judgement", reason=why.reason, who=who)

    def certain(self) -> str:
        """For points that are lost whatever the missing facts turn out to be."""
        return self._say("certain")

    def fact(self, entry: Entry, row: Row) -> str:
        """The facts that an entry rests on, as they were reported."""
        facts = self._reads(entry)
        if entry.member != WHOLE:
            member = self._member(entry, row)
            return self._say("of", whole=member[0], parts=self._fields(facts[0], member[1:]))
        reported = [fact for fact in facts if not is_missing(fact, row)]
        written = [self._fact(fact, row[fact.start : fact.start + fact.width()]) for fact in reported]
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
