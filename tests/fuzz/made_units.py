"""Units' files made up at random for a form: facts of the right type at and around its thresholds, and with gaps."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from random import Random
from typing import Any, NamedTuple

from fuzz.language import KINDS
from fuzz.mending import facts_of, items, mappings
from fuzz.schema_drafts import SchemaDraft
from fuzz.tree_changes import clone
from fuzz.typed_formulas import grammar
from fuzz.yaml_writing import flow

Data = dict[str, Any]
YES = (True, "是")
NUMBER = re.compile(r"(?<![\w.-])(\d{1,12}(?:\.\d{1,6})?)(%?)(?![\w.-])")
TIME = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
PARAMETERS, SHARED = "parameters", "shared"
BY_SCHEMA = 0.05
"""How often a fact is what the schema of units' files allows, whatever it is."""


class Fact(NamedTuple):
    """A fact that a unit reports: the group in which it stands, its name, and how the form declares it."""

    group: str
    name: str
    declared: Data


def asked(form: Data) -> list[Fact]:
    """Every fact that a form asks units for, parameters among them."""
    groups = {group: facts_of(form, group) for group in (PARAMETERS, SHARED)}
    groups |= {str(item.get("id")): facts_of(item, "indicators") for item in items(form)}
    facts = [Fact(group, name, one) for group, several in groups.items() for name, one in several.items()]
    made = ("formula", "by", "peers")
    return [
        one for one in facts if one.declared.get("kind") != "year" and not any(one.declared.get(key) for key in made)
    ]


@dataclass(frozen=True)
class UnitMaker:
    """Makes values for the facts of one form; by the schema of its units' files where that is all that is known."""

    random: Random
    form: Data
    schema: Data

    @cached_property
    def facts(self) -> list[Fact]:
        return asked(self.form)

    @cached_property
    def _optional(self) -> set[str]:
        """The groups whose facts need not all exist."""
        several = [
            item for item in items(self.form) if any("not_applicable" in one for one in mappings(item.get("rules")))
        ]
        return {str(item.get("id")) for item in several} | ({SHARED} if several else set())

    def unit(self, name: str, rubric: str) -> Data:
        """A unit's file in which no fact is missing."""
        found: Data = {"rubric": rubric, "unit": name, "year": self.random.choice((2011, 2012)), "indicators": {}}
        for fact in self.facts:
            group = found if fact.group == PARAMETERS else found["indicators"]
            group.setdefault(fact.group, {})[fact.name] = self.value(fact)
        groups = [name for name in found["indicators"] if name != SHARED]
        if groups and self.random.random() < 0.03:
            found["evidence"] = {self.random.choice(groups): self.random.choice(("附件/甲.txt", ["a.txt", "b.txt"]))}
        return found

    def value(self, fact: Fact) -> Any:
        """What a unit may report of a fact; now and then that it does not apply."""
        draw = self.random
        if draw.random() < (0.15 if fact.group in self._optional else 0.01):
            return "不适用"
        if self.schema and (fact.declared.get("kind") not in KINDS or draw.random() < BY_SCHEMA):
            return self.by_schema(fact)
        if fact.declared.get("list") not in YES:
            return self._one(fact.declared)
        if draw.random() < 0.1:
            return draw.choice(({}, {}, []))
        names = [f"成员{number}" for number in range(draw.choice((1, 2, 2, 3)))]
        if fact.declared.get("kind") == "record" and not fact.declared.get("facts"):
            return names
        return {one: self._one(fact.declared) for one in names}

    def by_schema(self, fact: Fact) -> Any:
        groups = self.schema if fact.group == PARAMETERS else self.schema["properties"]["indicators"]
        known = groups["properties"][fact.group]["properties"]
        return SchemaDraft(self.random, grammar(self.random, {}), self.schema).value(fact.name, known[fact.name])

    def _one(self, declared: Data) -> Any:
        kind = str(declared.get("kind"))
        if kind == "choice":
            return self.random.choice(list(declared.get("options") or {"good": ""}))
        if kind == "judgement":
            return {"score": self._ranged(declared, (0, 1, 3, Decimal("2.5"))), "reason": "理由"}
        if kind == "record":
            facts = declared.get("facts")
            known = facts.items() if isinstance(facts, dict) else ()
            return {name: self._one(one) for name, one in known if isinstance(one, dict)}
        if kind in ("count", "number", "amount", "percent"):
            return self._ranged(declared, getattr(self, f"_{kind}s"))
        return MAKERS[kind](self)

    def _ranged(self, declared: Data, usual: tuple[Any, ...]) -> Any:
        """Mostly within the range, where there is one."""
        span = declared.get("range")
        sides = [one for one in span.values() if one is not None] if isinstance(span, dict) else []
        return self.random.choice(sides if sides and self.random.random() < 0.6 else usual)

    @cached_property
    def _near(self) -> tuple[list[Decimal], list[Decimal]]:
        """The numbers that stand in the form, and its percents."""
        found: tuple[list[Decimal], list[Decimal]] = ([], [])
        for number, percent in NUMBER.findall(flow(self.form.get("sections"))):
            found[bool(percent)].append(Decimal(number))
        return found

    @cached_property
    def _times(self) -> list[str]:
        return TIME.findall(flow(self.form.get("sections")))

    @cached_property
    def _counts(self) -> tuple[Any, ...]:
        near = [int(one) + more for one in self._near[0] for more in (0, 1)]
        return (0, 0, 1, 1, 2, 3, 5, 12, 1000, *near)

    @cached_property
    def _numbers(self) -> tuple[Any, ...]:
        near = [one + more for one in self._near[0] for more in (0, Decimal("0.01"))]
        return (0, 1, 3, 10, 100, 10**9, 10**29, Decimal("0.5"), Decimal("12.34"), Decimal("0.000001"), *near)

    @cached_property
    def _amounts(self) -> tuple[Any, ...]:
        return (*self._numbers, *(-one for one in self._numbers))

    @cached_property
    def _percents(self) -> tuple[Any, ...]:
        near = [f"{one + more:f}%" for one in self._near[1] for more in (0, Decimal("0.1"))]
        return ("0%", "100%", "50%", "94.9%", "120%", "33.333%", *near)

    @cached_property
    def _dates(self) -> tuple[str, ...]:
        return ("2011-03-31", "2011-04-01", "2012-02-29", "1999-12-31", *(one for one in self._times if len(one) > 7))

    @cached_property
    def _months(self) -> tuple[str, ...]:
        return ("2011-03", "2011-04", "2012-12", *(one for one in self._times if len(one) == 7))

    def two(self, first: str, second: str) -> Data:
        """Two numbers; where the one that is divided by is none, the other mostly is none too."""
        divisor = self.random.choice(
            (1, 3, 100, 1000, Decimal("0.5"), 1203400, 0) if self.random.random() < 0.3 else (1, 3, 100, 1000)
        )
        share = self.random.choice((*self._near[1], Decimal(100), Decimal(0), Decimal(105), Decimal(90)))
        return {first: divisor * share / 100, second: divisor}


MAKERS: Mapping[str, Callable[[UnitMaker], Any]] = {
    "flag": lambda maker: maker.random.choice((True, True, False, "是", "否")),
    "date": lambda maker: maker.random.choice(maker._dates),  # noqa: SLF001
    "month": lambda maker: maker.random.choice(maker._months),  # noqa: SLF001
    "change": lambda maker: maker.two("current", "previous"),
    "ratio": lambda maker: maker.two("part", "whole"),
}


def with_gaps(random: Random, unit: Data) -> Data:
    """The same unit with less of it known: facts, members' facts and parts of facts."""
    part: Data = clone(unit)
    share = random.choice((0.2, 0.5, 1))
    for holder, key in list(_known(part)):
        if random.random() < share:
            holder[key] = None
    return part


def _known(unit: Data) -> Iterator[tuple[Data, str]]:
    """The places of facts, and of what they consist of."""
    groups = [*unit["indicators"].values(), unit.get(PARAMETERS, {})]
    for facts in groups:
        for name, value in facts.items():
            yield facts, name
            if isinstance(value, dict) and "reason" not in value:
                yield from ((value, key) for key, one in value.items() if not isinstance(one, dict))
