"""Where each raw fact of a rubric stands in a unit's row of facts, and how it is called."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import repeat

from kaohe.backends.names import Name, Style
from kaohe.compiler.lowering import ITEMS, RESULTS
from kaohe.expr.tree import Notation
from kaohe.formulas.indicators import Indicator
from kaohe.formulas.kinds import KINDS
from kaohe.formulas.scope import SHARED
from kaohe.formulas.terms import Use
from kaohe.messages import Language, say
from kaohe.rubric.model import Rubric

STYLES: Mapping[str, Style] = {"date": "date", "month": "month"}


@dataclass(frozen=True, slots=True)
class Fact:
    """One indicator in the row: its fields stand at `start` and after; a list stands at `start` as a whole.

    `item` is empty for a parameter. `group` is the key of the first of those with which it applies, if any;
    `members_of` that of the list whose members it has.
    """

    item: str
    id: str
    key: str
    indicator: Indicator
    start: int
    group: str = ""
    members_of: str = ""
    number: str = ""
    """That of its item on the form."""

    @property
    def called(self) -> str:
        """Its label, after the number of its item."""
        return f"{self.number} {self.indicator.label}".strip()

    def keys(self) -> tuple[str, ...]:
        """The keys of its places in the row."""
        if self.indicator.list:
            return (self.key,)
        return self.field_keys()

    def field_keys(self) -> tuple[str, ...]:
        """The keys of its fields; of a list, those of any member."""
        inside = f"{self.key}.*" if self.indicator.list else self.key
        return tuple(_join(inside, name) for name in self.indicator.fields)

    def places(self) -> range:
        """Where it stands in the row."""
        return range(self.start, self.start + self.width())

    def span(self) -> tuple[int, int]:
        """Where it starts and stops in the row."""
        return self.start, self.start + self.width()

    def width(self) -> int:
        return 1 if self.indicator.list else len(self.indicator.fields)


@dataclass(frozen=True)
class RowLayout:
    """The row of a rubric: parameters first, then every item's indicators in the form's order.

    A list is a tuple of members, a member a tuple of its name and its fields.
    """

    facts: tuple[Fact, ...]
    width: int
    by_key: Mapping[str, Fact]
    """Each indicator by the keys of its places in the row."""
    made: Mapping[str, Indicator]
    """The facts that are made of others, and the results that have a name, by key."""

    @cached_property
    def slots(self) -> Mapping[str, str]:
        """The Python text that fetches each fact of a row `v`; of a list's member, `m`."""
        found: dict[str, str] = {}
        for fact in self.facts:
            found |= {key: f"v[{fact.start + place}]" for place, key in enumerate(fact.keys())}
            if fact.indicator.list:
                found |= {key: f"m[{place}]" for place, key in enumerate(fact.field_keys(), 1)}
        return found

    @cached_property
    def divided(self) -> frozenset[str]:
        """The keys of single facts that may be fractions."""
        whole = ("flag", "choice", "count")
        return frozenset(
            key
            for fact in self.facts
            if not fact.indicator.list and fact.indicator.kind not in whole
            for key in fact.keys()
        )

    def inner_slots(self) -> Mapping[str, str]:
        """The fields of lists' members `m` alone."""
        return {key: text for key, text in self.slots.items() if text.startswith("m")}

    def member_slots(self) -> Mapping[str, str]:
        """The same for a row that is followed by one member."""
        members = {
            key: f"v[{self.width + place}]"
            for fact in self.facts
            if fact.indicator.list
            for place, key in enumerate(fact.field_keys())
        }
        return {**self.slots, **members}

    def find(self, keys: AbstractSet[str]) -> tuple[Fact, ...]:
        """The indicators that have one of these keys."""
        found = {self.by_key[key].start: self.by_key[key] for key in keys if key in self.by_key}
        return tuple(found[start] for start in sorted(found))

    def at(self, start: int) -> Fact:
        """The indicator that begins at a place of the row."""
        return next(fact for fact in self.facts if fact.start == start)

    def names(self, language: Language) -> Mapping[str, Name]:
        """How each fact is called, raw or derived, by key."""
        found: dict[str, Name] = {}
        for fact in self.facts:
            found |= _names(fact, language)
        found["sections."] = Name(say("reason.whole", language), say("reason.point_unit", language))
        for key, one in self.made.items():
            found[key] = Name(
                one.label,
                one.unit,
                _style(one),
                aloud=one.words.short,
                flag=one.kind == "flag",
                states=one.words.states,
            )
        return found


def layout(rubric: Rubric) -> RowLayout:
    declared = [("", name, f"parameters.{name}", indicator) for name, indicator in rubric.parameters.items()]
    declared += [(SHARED, name, f"{SHARED}.{name}", indicator) for name, indicator in rubric.shared.items()]
    declared += [
        (item.id, name, f"{item.id}.{name}", indicator)
        for _, item in rubric.items()
        for name, indicator in item.indicators.items()
    ]
    groups = {
        f"{item.id}.{name}": f"{item.id}.{group[0]}"
        for _, item in rubric.items()
        for group in item.together
        for name in group
    }
    numbers = {item.id: number for number, item in rubric.items()}
    facts, start, made = [], 0, _results(rubric)
    for item, name, key, indicator in declared:
        if indicator.derived:
            made[key] = indicator
            continue
        other = indicator.members_of
        other = f"{item}.{other}" if other and not other.startswith(f"{SHARED}.") else other
        fact = Fact(item, name, key, indicator, start, groups.get(key, ""), other, numbers.get(item, ""))
        facts.append(fact)
        start += fact.width()
    by_key = dict(entry for fact in facts for entry in zip(fact.keys(), repeat(fact), strict=False))
    return RowLayout(tuple(facts), start, by_key, made)


def _results(rubric: Rubric) -> dict[str, Indicator]:
    """What formulas name by an id, as facts: points of rules, items and sections."""
    found = {
        f"{item.id}.{RESULTS}.{rule.id}": Indicator(label=rule.clause, kind="number")
        for _, item in rubric.items()
        for rule in item.rules
        if rule.id
    }
    found |= {f"{ITEMS}.{item.id}": Indicator(label=item.title, kind="number", unit="分") for _, item in rubric.items()}
    found |= {f"sections.{one.id}": Indicator(label=one.title, kind="number", unit="分") for one in rubric.sections}
    return found


def _style(indicator: Indicator) -> Style:
    """How the numbers of an indicator are written."""
    if KINDS[indicator.kind].unit is Notation.PERCENT:
        return "percent"
    return STYLES.get(indicator.kind, "number")


def _join(key: str, name: str) -> str:
    return f"{key}.{name}" if name else key


def _names(fact: Fact, language: Language) -> dict[str, Name]:
    indicator = fact.indicator
    inside = f"{fact.key}.*" if indicator.list else fact.key
    if indicator.kind == "record":
        found: dict[str, Name] = {fact.key: Name(indicator.label)}
        for name, one in indicator.inside.items():
            found |= _names_of(one, f"{fact.key}.{name}", f"{inside}.{name}", language)
        return found
    return _names_of(indicator, fact.key, inside, language)


def _names_of(indicator: Indicator, key: str, inside: str, language: Language) -> dict[str, Name]:
    """How an indicator, its fields and what is made of them are called; `inside` is the key of a member's."""
    kind = KINDS[indicator.kind]
    aloud = indicator.words.short or indicator.label
    whole = Name(
        indicator.label,
        indicator.unit,
        _style(indicator),
        indicator.options,
        aloud=aloud,
        subject=aloud,
        flag=indicator.kind == "flag",
        states=indicator.words.states,
    )
    found = {key: whole}
    for name in kind.fields:
        label, part = "", ""
        if name and indicator.kind != "judgement":  # its score is the judgement
            part = field_label(indicator, name, language)
            label = (" " if language == "en" else "") + part
        reason = f"{inside}.reason" if (indicator.kind, name) == ("judgement", "score") else ""
        found[_join(inside, name)] = replace(
            whole,
            label=f"{indicator.label}{label}",
            aloud=f"{aloud}{label}",
            whole=indicator.label,
            reason=reason,
            part=part,
        )
    for name, derived in kind.references.items():
        if name not in ("", *kind.fields) and derived.use is Use.NUMBER:
            style: Style = "percent" if name in ("growth", "rate") else "number"
            short = indicator.words.short if name == "rate" else ""
            found[_join(key, name)] = Name(_derived_label(indicator.label, name, language), "", style, aloud=short)
    return found


def _derived_label(label: str, name: str, language: Language) -> str:
    """`通过率` is a rate by its name already."""
    return label if name == "rate" and label.endswith("率") else say(f"arithmetic.{name}", language, label=label)


def field_label(indicator: Indicator, name: str, language: Language) -> str:
    """What people call one field of an indicator: the rubric's own word, or the usual one."""
    if indicator.kind == "record":
        one, part = indicator.of_field(name)
        return f"{one.label}{field_label(one, part, language)}" if part else one.label
    return indicator.labels.get(name) or say(f"arithmetic.{name}", language)  # type: ignore[call-overload]
