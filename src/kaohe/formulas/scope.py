"""Where references lead: the formulas of one item's rules, turned into trees of raw facts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Self

from kaohe.expr.tree import Call, Const, Expr, If, Input, Notation, Op
from kaohe.expr.tree_questions import larger
from kaohe.formulas.groups import Groups, unrolled
from kaohe.formulas.indicators import Indicator
from kaohe.formulas.kinds import KINDS
from kaohe.formulas.parser import parse
from kaohe.formulas.terms import NONE, ONE, Term, Use
from kaohe.formulas.tokens import Malformed, names
from kaohe.source.models import nearest

MOST_NODES = 5000
"""A fact made of facts made of facts may double at every step; no form is as large."""
PARAMETERS, SHARED = "parameters", "shared"
"""What stands before the name of a fact that is common to all units, or to all items of one."""
TIMES: Mapping[str, Notation] = {"date": Notation.DATE, "month": Notation.MONTH}
"""The kinds of facts that say when."""
Facts = Mapping[str, Indicator]


@dataclass(eq=False)
class UnknownReference(Exception):  # noqa: N818 - a finding, turned into a problem where its place is known
    """A rule names a fact that is not declared, or one that can't be used in this way.

    `offset` is where the name stands in the formula; `meant` is the known name that is likely meant, or empty.
    """

    reference: str
    code: str
    known: tuple[str, ...]
    meant: str
    formula: str
    offset: int = 0


@dataclass(frozen=True)
class Scope:
    """Turns the formulas of one item's rules into trees of raw facts; `parts` are results that have a name."""

    item: str
    indicators: Facts
    parameters: Facts
    shared: Facts = field(default_factory=dict)
    parts: Mapping[str, Term] = field(default_factory=dict)
    groups: Groups = field(default_factory=dict)
    each: str = ""
    """The key of the list for each of whose members a rule is applied: its facts are a member's then."""
    made: dict[str, Term] = field(default_factory=dict, compare=False, repr=False)
    """Facts made of others, once they have been made: what many name is made once."""

    def number(self, formula: str, *, listed: bool = False, times: bool = False) -> Expr:
        """The tree of a number, percent or count; `listed` where a rule has an account for each member of a list.

        With `times` it may be a date or a month: a rule then only compares it, or counts what lies between.
        """
        return self.term(formula, Use.NUMBER, listed=listed, times=times).one()

    def points(self, formula: str) -> Expr:
        """The tree of a number of points: no percent, which of a rule's points it is only where it stands by itself."""
        term = self.term(formula, Use.NUMBER)
        shares = "%" in formula and not names(formula)
        if term.percent or shares:
            raise Malformed("formula-share", formula, 0, {"formula": formula})
        return term.one()

    def condition(self, formula: str, *, listed: bool = False) -> Expr:
        """The tree of a condition; a count holds when something was counted. `listed` as for numbers."""
        return self.term(formula, Use.CONDITION, listed=listed).one()

    def choice(self, reference: str) -> Mapping[str, Expr]:
        """Each name that the fact can take, with the condition that it does."""
        found = self.term(reference, Use.CHOICE).tree
        assert isinstance(found, Mapping)  # noqa: S101 - a CHOICE is one
        return found

    def unit(self, formula: str) -> Notation | None:
        """The unit of what the formula may be compared with: PERCENT, DATE, MONTH, or NONE for plain numbers.

        None where both percents and plain numbers fit, as for `2 / 3`.
        """
        term = self.term(formula, Use.NUMBER, listed=True, times=True)
        if term.time is not Notation.NONE:
            return term.time
        return None if term.percent is None else Notation.PERCENT if term.percent else Notation.NONE

    def fits(self, formula: str, unit: Notation) -> bool:
        """Whether a number is compared with one of this unit."""
        own = self.unit(formula)
        return unit in (Notation.NONE, Notation.PERCENT) if own is None else own is unit

    def members(self, formula: str) -> str:
        """The key of the list that a formula runs over, or empty for a single fact."""
        members = self._parsed(formula, None).members
        return "" if members == self.each else members

    def of_each(self, name: str) -> Self:
        """The scope of one member of a list; raises UnknownReference where the name is no list's."""
        try:
            key, indicator, rest = self._fact(name)
        except KeyError:
            key, indicator, rest = "", None, ""
        if indicator is None or rest or not indicator.list:
            lists = tuple(known for known, one in self.facts() if one.list)
            raise self._unknown(name, "not-a-list", lists, name)
        return self.inside(key)

    def inside(self, members: str) -> Self:
        """The same for one member of the list that has this key; empty, as it stands."""
        return replace(self, each=members) if members else self

    def term(self, formula: str, use: Use, *, listed: bool = False, times: bool = False) -> Term:
        """The formula, as what it is wanted for; raises UnknownReference and Malformed."""
        term = self._parsed(formula, use)
        if self.groups and isinstance(term.tree, Expr):
            term = replace(term, tree=unrolled(term.tree, self.groups))
        if isinstance(term.tree, Expr) and larger(term.tree, MOST_NODES):
            raise Malformed("formula-too-large", formula, 0, {"formula": formula})
        if use is Use.CONDITION and term.use is Use.NUMBER and term.counted:
            term = replace(term, use=use, tree=term.one() > NONE)
        if term.use is not use or (use is Use.NUMBER and not times and term.time is not Notation.NONE):
            raise self._unknown(formula, f"not-a-{use.value}", self.references(use, times=times), formula)
        if term.members not in ("", self.each) and not listed:
            known = tuple(name for name in self.references(use) if not self.lookup(name).members)
            raise self._unknown(formula, "not-a-single-fact", known, formula)
        return term

    def references(self, use: Use | None, *, times: bool = True) -> tuple[str, ...]:
        """All that a rule of this item may name where a fact of this use is wanted; dates and months with `times`."""
        return tuple(
            f"{name}.{reference}" if reference else name
            for name, indicator in self._with_records()
            for reference, derived in KINDS[indicator.kind].references.items()
            if (derived.use is use or use is None or (use is Use.CONDITION and indicator.kind == "count"))
            and not (reference and indicator.derived)
            and (times or indicator.kind not in TIMES)
        ) + tuple(name for name, term in self.parts.items() if use in (None, term.use))

    def _unknown(
        self, reference: str, code: str, known: tuple[str, ...], formula: str, offset: int = 0
    ) -> UnknownReference:
        """With what may be meant: the fact of that label, the name after other first parts, or one spelt alike."""
        labelled = {indicator.label: name for name, indicator in self.facts()}.get(reference, reference)
        last = labelled.rpartition(".")[2]
        alike = [name for name in known if labelled == name.rpartition(".")[0] or last == name.rpartition(".")[2]]
        meant = next(iter(alike), nearest(reference, known))
        return UnknownReference(reference, code, known, meant, formula, offset)

    def without(self, name: str) -> Self:
        """What a fact of this name may be made of: neither itself nor results; a common one of common ones only."""
        group, _, one = name.partition(".")
        if not one or group not in (PARAMETERS, SHARED):
            rest = {key: fact for key, fact in self.indicators.items() if key != name}
            return replace(self, indicators=rest, parts={})
        left: dict[str, Facts] = {PARAMETERS: self.parameters, SHARED: self.shared}
        left[group] = {key: fact for key, fact in left[group].items() if key != one}
        return replace(self, indicators={}, parts={}, parameters=left[PARAMETERS], shared=left[SHARED])

    def _with_records(self) -> Iterator[tuple[str, Indicator]]:
        """All facts by what formulas call them: in place of a record, its own facts."""
        for name, indicator in self.facts():
            yield name, indicator
            yield from ((f"{name}.{fact}", one) for fact, one in indicator.inside.items())

    def facts(self) -> Iterator[tuple[str, Indicator]]:
        """All facts that a rule of this item may name, by name."""
        yield from self.indicators.items()
        for group, facts in ((PARAMETERS, self.parameters), (SHARED, self.shared)):
            yield from ((f"{group}.{name}", one) for name, one in facts.items())

    def lookup(self, name: str) -> Term:
        """One of the `references`, as it is."""
        return self._name(name, None, name, 0)

    def _parsed(self, formula: str, use: Use | None) -> Term:
        return parse(formula, lambda name, offset: self._name(name, use, formula, offset))

    def _name(self, name: str, use: Use | None, formula: str, offset: int) -> Term:
        """The term of one name; raises UnknownReference."""
        if name in self.parts:
            return self.parts[name]
        try:
            key, indicator, rest = self._fact(name)
        except KeyError:
            wanted = use if name == formula else None
            raise self._unknown(name, "unknown-reference", self.references(wanted), formula, offset) from None
        if indicator.derived and not rest:
            if key not in self.made:
                self.made[key] = self._derived(key, indicator)
            return self.made[key]
        inside = f"{key}.*" if indicator.list else key
        listed = key if indicator.list else ""
        if indicator.kind == "record":
            if not rest:  # a record is one of its kind
                return Term(Use.NUMBER, ONE, percent=False, counted=True, members=listed)
            one, _, rest = rest.partition(".")
            if one not in indicator.facts:
                known = self.references(use if name == formula else None)
                raise self._unknown(name, "unknown-reference", known, formula, offset)
            indicator, inside, key = indicator.inside[one], f"{inside}.{one}", f"{key}.{one}"
        derived = KINDS[indicator.kind].references.get(rest)
        if derived is None or indicator.derived:
            code = "unknown-reference" if use is None or name != formula else f"not-a-{use.value}"
            raise self._unknown(name, code, self.references(use if name == formula else None), formula, offset)
        raw = {field: Input(f"{inside}.{field}" if field else inside) for field in indicator.fields}
        tree = derived.build(raw, f"{key}.{rest}" if rest else key)
        if isinstance(tree, Input) and derived.use is Use.CHOICE:
            tree = {option: Call(Op.EQUAL, (tree, Const(option))) for option in indicator.options}
        percent = KINDS[indicator.kind].unit is Notation.PERCENT or (
            isinstance(tree, Call) and tree.unit is Notation.PERCENT
        )
        time = TIMES.get(indicator.kind, Notation.NONE)
        return Term(derived.use, tree, percent, indicator.kind == "count", listed, time)

    def _fact(self, name: str) -> tuple[str, Indicator, str]:
        """The indicator's key, the indicator, and what is asked of it; raises KeyError."""
        group, _, rest = name.partition(".")
        facts = {PARAMETERS: self.parameters, SHARED: self.shared}.get(group)
        if facts is not None:
            one, _, rest = rest.partition(".")
            return f"{group}.{one}", facts[one], rest
        return f"{self.item}.{group}", self.indicators[group], rest

    def _derived(self, key: str, indicator: Indicator) -> Term:
        """A fact made of others, under its own label."""
        inner = self.without(key.removeprefix(f"{self.item}."))
        percent = KINDS[indicator.kind].unit is Notation.PERCENT
        if indicator.by:
            choice = inner.term(indicator.by, Use.CHOICE, listed=True)
            tree = labelled(_looked_up(choice, indicator), key, percent=percent)
            return Term(Use.NUMBER, tree, percent, members=choice.members)
        use = Use.CONDITION if indicator.kind == "flag" else Use.NUMBER
        term = inner.term(indicator.formula, use, listed=True)
        if use is Use.CONDITION:
            return replace(term, tree=labelled(term.one(), key, percent=False))
        counted = indicator.kind == "count"
        return replace(term, tree=labelled(term.one(), key, percent=percent), percent=percent, counted=counted)


def labelled(tree: Expr, label: str, *, percent: bool) -> Expr:
    """The tree under a name of its own."""
    unit = Notation.PERCENT if percent else Notation.NONE
    match tree:
        case Call(op, args):
            return Call(op, args, label, unit)
        case If(condition, then, otherwise):
            return If(condition, then, otherwise, label)
    return tree


def _looked_up(choice: Term, indicator: Indicator) -> Expr:
    """The table's entry for the choice; `check` has seen to it that every option has one."""
    options = choice.tree
    assert isinstance(options, Mapping)  # noqa: S101 - a CHOICE is one
    entries = [(held, indicator.table[name].const()) for name, held in options.items() if name in indicator.table]
    found: Expr = entries[-1][1] if entries else NONE
    for held, entry in reversed(entries[:-1]):
        found = If(held, entry, found)
    return found
