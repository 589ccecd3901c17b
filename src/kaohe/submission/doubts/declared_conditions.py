"""Conditions that a rubric declares of sound facts, and the ranges of facts that are made of others, as trees."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from kaohe.backends.exact import Compiled, compile_trees
from kaohe.compiler.row_layout import Fact, RowLayout
from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.expr.tree import Const, Expr
from kaohe.expr.tree_questions import defined, facts_read
from kaohe.formulas.indicators import Indicator
from kaohe.formulas.ranges import Range
from kaohe.formulas.scope import PARAMETERS, SHARED, Scope
from kaohe.formulas.usual_ranges import ranges
from kaohe.problems import Said
from kaohe.rubric.model import Rubric
from kaohe.submission.doubts.doubt import Doubt
from kaohe.submission.doubts.reported_numbers import Reported, about, field_name, reported
from kaohe.submission.doubts.usual_doubts import beyond
from kaohe.submission.gaps import is_missing


@dataclass(frozen=True, slots=True)
class Aim:
    """What a tree is for: a condition that must hold, or the range of a number that is made of others."""

    called: str
    indicator: Indicator
    condition: str = ""
    span: Range | None = None
    home: Fact | None = None
    """The fact that declares it, where a unit reports that one."""

    def doubt(self, value: Any, called: object) -> tuple[str, dict[str, object]] | None:
        """The code and the words for a value that is at odds with it."""
        if self.span is None:
            return None if value else ("doubt-condition", {"label": called, "condition": self.condition})
        number = Fraction(value)
        return None if self.span.holds(number) else beyond(self.indicator, called, self.span, number)


@dataclass(frozen=True, slots=True)
class Declared:
    """A tree that is computed from `facts`; with `members`, for each member of that list."""

    aim: Aim
    facts: tuple[Fact, ...]
    members: Fact | None
    run: Compiled

    def doubts(self, row: Sequence[Any]) -> Iterator[Doubt]:
        others = [fact for fact in self.facts if fact is not self.members]
        if any(is_missing(fact, row) or row[fact.start] is NOT_APPLICABLE for fact in others):
            return
        rest = [one for fact in others for one in reported(fact, row)]
        if self.members is None:
            yield from self._doubt(row, self.aim.home or self.facts[0], "", rest)
            return
        start = self.members.start
        for member in row[start] if isinstance(row[start], tuple) else ():
            if None not in member:
                own = reported(self.members, [*row[:start], (member,)])
                yield from self._doubt((*row, *member[1:]), self.members, member[0], [*own, *rest])

    def _doubt(self, row: Sequence[Any], fact: Fact, member: str, said: Sequence[Reported]) -> Iterator[Doubt]:
        value, sound = self.run(row)
        called = Said("doubt.member", {"label": self.aim.called, "member": member}) if member else self.aim.called
        found = self.aim.doubt(value, called) if sound else None
        if found is not None:
            code, told = found
            detail = tuple(_named(one, field) for one in said for field in one.fields)
            inside = (member,) if member else ()
            facts = frozenset(about(one) for one in (fact, *self.facts))
            yield Doubt(code, about(fact), inside, facts, {**told, "detail": detail})


def _named(one: Reported, field: str) -> Said:
    own: object = one.indicator.label
    label = Said("doubt.fact", {"label": own, "value": field_name(one.indicator, field)}) if field else own
    return Said("doubt.fact", {"label": label, "value": one.text(field)})


def declared(rubric: Rubric, layout: RowLayout) -> tuple[Declared, ...]:
    """All that a sound rubric declares; what rests on no fact says nothing."""
    found = [
        one for scope, name, aim in _facts(rubric) for one in _of(scope, name, aim, layout, usual=rubric.plausible)
    ]
    return tuple(one for one in found if one.facts)


def _facts(rubric: Rubric) -> Iterator[tuple[Scope, str, Aim]]:
    """Every fact with the scope of its group and what formulas there call it."""
    common = Scope("", {}, rubric.parameters, rubric.shared)
    for group, facts in ((PARAMETERS, rubric.parameters), (SHARED, rubric.shared)):
        yield from ((common, f"{group}.{name}", Aim(one.label, one)) for name, one in facts.items())
    for number, item in rubric.items():
        scope = Scope(item.id, item.indicators, rubric.parameters, rubric.shared)
        yield from ((scope, name, Aim(f"{number} {one.label}", one)) for name, one in item.indicators.items())


def _of(scope: Scope, name: str, aim: Aim, layout: RowLayout, *, usual: bool) -> Iterator[Declared]:
    fact, key = aim.indicator, name if scope.item == "" else f"{scope.item}.{name}"
    home = next((one for one in layout.facts if one.key == key and fact.asked), None)
    for one in (fact, *fact.inside.values()):
        for formula in one.plausible.conditions if one.plausible is not None else ():
            members = scope.members(formula)
            tree = scope.inside(members).condition(formula)
            yield _declared(Aim(aim.called, one, condition=formula, home=home), tree, members, layout)
    for span in ranges(fact, usual=usual) if fact.derived and fact.kind != "flag" else ():
        members = scope.members(name)
        tree = scope.inside(members).number(name)
        yield _declared(Aim(aim.called, fact, span=span), tree, members, layout)


def _declared(aim: Aim, tree: Expr, members: str, layout: RowLayout) -> Declared:
    guard = defined(tree)
    sound: Expr = Const(True) if guard is None else guard
    slots: Mapping[str, str] = layout.member_slots() if members else layout.slots
    run = compile_trees([tree, sound], slots, 1, layout.divided)
    facts = layout.find(facts_read(tree, sound))
    return Declared(aim, facts, layout.by_key[members] if members else None, run)
