"""What cases can reach in a rubric: rules, bands, entries, vetoes, conditions, readings, grades, each at its place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from kaohe.authoring.cases.branches import leaves
from kaohe.authoring.cases.condition_words import ConditionWords
from kaohe.backends.bounds import truths
from kaohe.compiler.lowering import in_turn, lower_rule
from kaohe.expr.tree import Expr
from kaohe.expr.tree_questions import unbound
from kaohe.formulas.scope import Scope
from kaohe.messages import Language
from kaohe.rubric.model import Item, Rubric, Section, Veto
from kaohe.rubric.rule_parts.rule import Rule
from kaohe.scoring.compiled_rubric import CompiledRubric

Path = tuple[str | int, ...]
Kind = Literal["rule", "entry", "condition", "cap", "veto", "reading", "total", "grade", "limit"]


@dataclass(frozen=True, slots=True)
class Spot:
    """One thing that a case can reach; `outcome` tells apart what a rule or a condition may be: it takes, it holds.

    `path` leads to it in the rubric, `number` and `title` are its item's or section's, `words` those of the rubric.
    """

    kind: Kind
    path: Path
    words: str
    outcome: bool = True
    number: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class ItemSpots:
    """Those of an item. `rules` are by what the ledger calls them, `entries` and `conditions` by what must hold."""

    rules: Mapping[str, tuple[Spot, Spot]]
    caps: Mapping[str, Spot]
    entries: tuple[tuple[Spot, Expr], ...]
    conditions: Mapping[Expr, tuple[Spot, ...]]
    readings: Mapping[str, tuple[str, Mapping[str, Spot]]]
    """By full names: what the ledger calls the rule that is read so, and the spots by option."""

    def all(self) -> Iterator[Spot]:
        for pair in self.rules.values():
            yield from pair
        yield from self.caps.values()
        yield from (spot for spot, _ in self.entries)
        for several in self.conditions.values():
            yield from several
        for _, options in self.readings.values():
            yield from options.values()


@dataclass(frozen=True, slots=True)
class AboveSpots:
    """Those of a section or the whole: by the ledger's names, grades by id, limits by clause."""

    steps: Mapping[str, Spot]
    grades: Mapping[str, Spot]
    limits: Mapping[str, Spot]

    def all(self) -> Iterator[Spot]:
        for several in (self.steps, self.grades, self.limits):
            yield from several.values()


class Spots:
    """Those of a rubric with its readings taken; those of an item are found when they are first asked for."""

    def __init__(self, compiled: CompiledRubric, language: Language) -> None:
        rubric = compiled.rubric
        self._compiled = compiled
        self._words = ConditionWords(compiled.layout.names(language), language)
        self._paths: list[Path] = [
            ("sections", at, "items", inside)
            for at, section in enumerate(rubric.sections)
            for inside, _ in enumerate(section.items)
        ]
        self._items: dict[int, ItemSpots] = {}
        self.above = {name: _above(number, name, one) for number, (name, one) in enumerate(rubric.totals(), 1)}
        """Those of sections by their ids, of the whole by an empty one."""

    def item(self, place: int) -> ItemSpots:
        """Those of the item at a place on the form."""
        if place not in self._items:
            self._items[place] = _Item(self._compiled, place, self._paths[place], self._words).spots()
        return self._items[place]

    def all(self) -> Iterator[Spot]:
        for place, _ in enumerate(self._paths):
            yield from self.item(place).all()
        for one in self.above.values():
            yield from one.all()


@dataclass(frozen=True, slots=True)
class _Item:
    """Finds the spots of one item."""

    compiled: CompiledRubric
    place: int
    path: Path
    words: ConditionWords

    @property
    def item(self) -> Item:
        return self.compiled.items[self.place].item

    def spots(self) -> ItemSpots:
        rules, caps, entries = dict[str, tuple[Spot, Spot]](), dict[str, Spot](), list[tuple[Spot, Expr]]()
        for number, (rule, scope) in enumerate(self._rules(), 1):
            at = (*self.path, "rules", number - 1)
            if rule.counts:
                rules[f"{self.item.id}.{number}"] = self._pair("rule", at, rule.clause)
            if rule.cap is not None:
                caps[f"{self.item.id}.{number}"] = self._spot("cap", (*at, "cap"), rule.clause)
            entries += [(self._spot("entry", (*at, *path), rule.clause), one) for path, one in _branches(rule, scope)]
        for number, veto in enumerate(self.item.vetoes, 1):
            at = (*self.path, "vetoes", number - 1)
            rules[f"{self.item.id}.veto{number}"] = self._pair("veto", at, veto.clause)
        return ItemSpots(rules, caps, tuple(entries), self._conditions([one for _, one in entries]), self._readings())

    def _rules(self) -> Iterator[tuple[Rule, Scope]]:
        """Each rule with what it may name."""
        scope = self.item.scope(self.compiled.commons[self.place])
        for rule, _, following in in_turn(self.item, scope, lower_rule):
            yield rule, scope
            scope = following

    def _conditions(self, entries: list[Expr]) -> Mapping[Expr, tuple[Spot, ...]]:
        """Every single condition of its trees that is no entry's, both ways, as far as any facts can lead there."""
        of_entries = {leaf for one in entries for leaf in leaves(one)}
        anything = self.compiled.possible(self.place, (None,) * self.compiled.layout.width)
        found: dict[Expr, tuple[Spot, ...]] = {}
        own = self.compiled.items[self.place]
        of_rules: dict[str, dict[Expr, Path]] = {}
        for account, trees in zip(own.accounts, own.trees, strict=True):
            asked = dict.fromkeys((leaf for tree in trees for leaf in leaves(tree)), account.place)
            of_rules.setdefault(account.rule, {}).update(asked)
        for conditions in of_rules.values():
            alone = len(conditions) == 1  # then it says the same as whether the rule takes anything
            for leaf, place in conditions.items() if not alone else ():
                if leaf not in of_entries and leaf not in found:
                    sides = truths(leaf, anything) if unbound(leaf) <= anything.keys() else (True, False)
                    told, path = self.words.say(leaf), (*self.path, *place)
                    found[leaf] = tuple(self._spot("condition", path, told, outcome=side) for side in sorted(sides))
        return found

    def _readings(self) -> Mapping[str, tuple[str, Mapping[str, Spot]]]:
        item = self.item
        rules: list[tuple[str, Rule | Veto, Path]] = [
            (f"{item.id}.{n}", one, ("rules", n - 1)) for n, one in enumerate(item.rules, 1)
        ]
        vetoes: list[tuple[str, Rule | Veto, Path]] = [
            (f"{item.id}.veto{n}", one, ("vetoes", n - 1)) for n, one in enumerate(item.vetoes, 1)
        ]
        found = {}
        for name, holder, place in (*rules, *vetoes):
            for index, reading in enumerate(holder.readings):
                at = (*self.path, *place, "readings", index, "options")
                options = reading.options.items()
                spots_of = {one: self._spot("reading", (*at, one), told.meaning) for one, told in options}
                found[f"{item.id}.{reading.id}"] = name, spots_of
        return found

    def _pair(self, kind: Kind, path: Path, words: str) -> tuple[Spot, Spot]:
        return self._spot(kind, path, words, outcome=False), self._spot(kind, path, words)

    def _spot(self, kind: Kind, path: Path, words: str, *, outcome: bool = True) -> Spot:
        return Spot(kind, path, words, outcome, self.compiled.items[self.place].number, self.item.title)


def _branches(rule: Rule, scope: Scope) -> Iterator[tuple[Path, Expr]]:
    """What counts in a rule only where something holds, or where it does for a member of its list."""
    inside = scope.of_each(rule.for_each.list) if rule.for_each else scope
    return rule.of_one.branches(inside)


def _above(number: int, name: str, one: Section | Rubric) -> AboveSpots:
    at: Path = ("sections", number - 1) if name else ()

    def spot(kind: Kind, words: str, *path: str | int) -> Spot:
        return Spot(kind, (*at, *path), words, number=str(number) if name else "", title=one.title)

    ledger = name or "total"
    steps = {f"{ledger}.veto{n}": spot("total", veto.clause, "vetoes", n - 1) for n, veto in enumerate(one.vetoes, 1)}
    steps |= {f"{ledger}.{key}": spot("total", "", key) for key in ("most", "least") if getattr(one, key) is not None}
    grades = {grade.id: spot("grade", grade.title, "grades", place) for place, grade in enumerate(one.grades)}
    limits = {limit.clause: spot("limit", limit.clause, "limits", place) for place, limit in enumerate(one.limits)}
    return AboveSpots(steps, grades, limits)
