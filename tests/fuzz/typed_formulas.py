"""Formulas that mostly make sense: a small grammar over the facts that a rule may name, and changes of formulas."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from random import Random
from typing import Any

from support.random_formulas import FUNCTIONS, SIGNS, formula

COMPARED = (">=", ">", "<=", "<", "=", "!=")
NUMBERS = ("0", "1", "2", "3", "5", "10", "0.5", "100", "1.25", "0.001", "1000000", "7", "0.333333")
PERCENTS = ("0%", "1%", "50%", "90%", "95%", "100%", "120%", "33.3%", "0.01%")
DATES, MONTHS = ("2011-03-31", "2012-02-29", "2013-12-31"), ("2011-03", "2012-12", "2011-01")
TOKEN = re.compile(r"[^\W\d]\w*(?:\.\w+)*|\d[\d.%-]*|>=|<=|!=|\S")
PLAIN = ("count", "number", "amount", "year")
Facts = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, eq=False)
class Grammar:
    """Makes formulas of facts by their references; `results` are names of other rules' or items' scores."""

    random: Random
    facts: Facts
    results: tuple[str, ...] = ()

    def number(self, depth: int) -> str:
        """A plain number."""
        draw = self.random
        if depth <= 0:
            return draw.choice((*self._numbers, *self._numbers, *self.results, *NUMBERS))
        one, other = self.number(depth - 1), self.number(depth - 1)
        return draw.choice(
            (
                f"{one} {draw.choice('+-*')} {other}",
                f"{one} / {other}",
                f"({one} {draw.choice('+-')} {other}) {draw.choice('*/')} {self.number(0)}",
                f"{draw.choice(('min', 'max'))}({one}, {other})",
                f"{draw.choice(('abs', 'floor', 'ceiling'))}({one})",
                f"if({self.condition(depth - 1)}, {one}, {other})",
                f"-{one}",
                f"{draw.choice(PERCENTS)} * ({one})",
                self._of_list(depth - 1),
                self._between(),
            )
        )

    def percent(self, depth: int) -> str:
        draw = self.random
        if depth <= 0 or draw.random() < 0.4:
            return draw.choice((*self._percents, *self._percents, *PERCENTS))
        one, other = self.percent(depth - 1), self.percent(depth - 1)
        return draw.choice(
            (
                f"{one} {draw.choice('+-')} {other}",
                f"{draw.choice(('min', 'max', 'mean'))}({one}, {other})",
                f"{self.number(0)} / {self.number(0)}",
                f"if({self.condition(depth - 1)}, {one}, {other})",
            )
        )

    def condition(self, depth: int) -> str:
        draw = self.random
        if depth <= 0:
            return draw.choice((*self._conditions, *self._conditions, f"{self.number(0)} > 1"))
        one, other = self.condition(depth - 1), self.condition(depth - 1)
        return draw.choice(
            (
                one,
                f"{one} {draw.choice(('and', 'or'))} {other}",
                f"not ({one})",
                f"{self.number(depth - 1)} {draw.choice(COMPARED)} {self.number(depth - 1)}",
                f"{self.percent(depth - 1)} {draw.choice(COMPARED)} {self.percent(depth - 1)}",
                self._asked(depth - 1),
            )
        )

    def wild(self, depth: int) -> str:
        """Anything at all."""
        words = (*self._names, *self.results, *NUMBERS, *PERCENTS, *DATES, *MONTHS, "unknown", "none", "rules.x")
        return formula(self.random, depth, words)

    def changed(self, text: str) -> str:
        """A formula with one word or sign of it in another's place, or inside something."""
        draw, found = self.random, TOKEN.findall(text)
        if not found or draw.random() < 0.25:
            return draw.choice((f"{draw.choice(FUNCTIONS)}({text})", f"not {text}", f"-{text}", f"({text}) / ({text})"))
        at = draw.randrange(len(found))
        found[at] = self._other(found[at])
        return " ".join(found)

    def _other(self, token: str) -> str:
        draw = self.random
        if token in SIGNS:
            return draw.choice(SIGNS)
        if token[0].isdigit():
            return draw.choice(
                (*NUMBERS, *PERCENTS, *DATES, *MONTHS) if "-" in token or draw.random() < 0.1 else NUMBERS
            )
        if token in FUNCTIONS:
            return draw.choice(FUNCTIONS)
        return draw.choice((*self._names, *self.results, token, f"{token}x", "")) if token.isidentifier() else token

    def _of_list(self, depth: int) -> str:
        """Something over the members of a list, or of what is none."""
        draw = self.random
        if self._members_hold and depth > 0 and draw.random() < 0.5:
            return f"count({draw.choice(self._members_hold)})"
        name = draw.choice(self._listed or self._numbers or ("1",))
        return f"{draw.choice(('sum', 'mean', 'highest', 'lowest', 'members'))}({name})"

    def _between(self) -> str:
        """The days or months from one time to another."""
        times = [(name, one["kind"]) for name, one in self.facts.items() if one.get("kind") in ("date", "month")]
        if not times:
            return self.number(0)
        name, kind = self.random.choice(times)
        other = self.random.choice(DATES if kind == "date" else MONTHS)
        if kind == "date" and self.random.random() < 0.5:
            return f"max(0, months({other}, {name}))"
        return f"max(0, {name} - {other})"

    def _asked(self, depth: int) -> str:
        draw = self.random
        if self._members_hold and draw.random() < 0.5:
            return f"{draw.choice(('any', 'all'))}({draw.choice(self._members_hold)})"
        name = draw.choice(self._names or ("1",))
        return draw.choice((f"applicable({name})", f"applicable({name}) and {self.condition(depth)}"))

    @cached_property
    def _names(self) -> tuple[str, ...]:
        return tuple(name for name, one in self.facts.items() if one.get("kind") not in ("change", "ratio"))

    @cached_property
    def _listed(self) -> tuple[str, ...]:
        return self._of(*PLAIN, listed=True)

    @cached_property
    def _numbers(self) -> tuple[str, ...]:
        parts = [f"{name}.{end}" for name in self._of("change") for end in ("previous", "current")]
        parts += [f"{name}.{end}" for name in self._of("ratio") for end in ("part", "whole")]
        return (*self._of(*PLAIN, "judgement"), *parts)

    @cached_property
    def _percents(self) -> tuple[str, ...]:
        made = (*(f"{name}.growth" for name in self._of("change")), *(f"{name}.rate" for name in self._of("ratio")))
        return (*self._of("percent"), *made)

    @cached_property
    def _conditions(self) -> tuple[str, ...]:
        return self._held(listed=False)

    @cached_property
    def _members_hold(self) -> tuple[str, ...]:
        """What may hold of each member of a list."""
        compared = [f"{name} {self.random.choice(COMPARED)} {self.random.choice(NUMBERS)}" for name in self._listed]
        return (*self._held(listed=True), *compared)

    def _held(self, *, listed: bool) -> tuple[str, ...]:
        chosen = [
            f"{name} {sign} {option}"
            for name in self._of("choice", listed=listed)
            for sign in ("=", "!=")
            for option in list(self.facts[name].get("options") or ())[:2]
        ]
        ends = {"percent": " >= 90%", "ratio": ".rate < 95%", "change": ".growth > 0%"}
        ends |= {"date": f" <= {DATES[0]}", "month": f" > {MONTHS[0]}", "flag": "", "count": ""}
        made = [f"{name}{end}" for kind, end in ends.items() for name in self._of(kind, listed=listed)]
        return (*chosen, *made, *(f"{name}.direction = increased" for name in self._of("change", listed=listed)))

    def _of(self, *kinds: str, listed: bool = False) -> tuple[str, ...]:
        """The facts of these kinds, those that are lists or those that are not."""
        found = self.facts.items()
        return tuple(name for name, one in found if one.get("kind") in kinds and bool(one.get("list")) is listed)


def grammar(random: Random, facts: Facts, results: tuple[str, ...] = ()) -> Grammar:
    """Facts that are no mapping, as a change may have made them, are left out."""
    return Grammar(random, {name: one for name, one in facts.items() if isinstance(one, dict)}, results)
