"""What a clause asks for: kinds of facts, what they are made of and what rules may refer to."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from fractions import Fraction
from typing import Literal, Self

from kaohe.expr import Call, Const, Expr, Input, Op, Unit
from kaohe.loading import STRICT
from kaohe.quantities import COUNT, FLAG, NUMBER, PERCENT, POSITIVE, TEXT, Flag, Scalar, Text

KindName = Literal["flag", "count", "number", "percent", "change", "ratio", "choice"]
NONE = Const(Fraction(0))


class NotApplicable(Enum):
    """The fact does not exist for this unit: neither missing nor zero. As a list it has no members."""

    NOT_APPLICABLE = "不适用"

    @property
    def numerator(self) -> int:
        """Taken apart like a number before it is asked whether it is one; never used."""
        return 1

    denominator = numerator

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> object:
        raise StopIteration


NOT_APPLICABLE = NotApplicable.NOT_APPLICABLE
NOT_APPLICABLE_WORDS = ("不适用", "not_applicable")


class Use(Enum):
    """What a reference stands for in a rule."""

    NUMBER = "number"
    CONDITION = "condition"
    CHOICE = "choice"


Fields = Mapping[str, Expr]


@dataclass(frozen=True)
class Derived:
    """A fact computed from raw ones. A CHOICE is a mapping of its names to conditions."""

    use: Use
    build: Callable[[Fields, str], Expr | Mapping[str, Expr]]


@dataclass(frozen=True)
class Kind:
    """One kind of indicator: its raw fields (the empty name for a single value) and its references.

    The empty reference is the indicator's own name.
    """

    fields: Mapping[str, Scalar]
    references: Mapping[str, Derived]
    unit: Unit = Unit.NONE


def _growth(raw: Fields, name: str) -> Expr:
    change = raw["current"] - raw["previous"]
    return Call(Op.DIVIDE, (change, raw["previous"]), name, Unit.PERCENT)


def _direction(raw: Fields, _name: str) -> Mapping[str, Expr]:
    return {
        "increased": raw["current"] > raw["previous"],
        "unchanged": Call(Op.EQUAL, (raw["current"], raw["previous"])),
        "decreased": raw["current"] < raw["previous"],
    }


def _rate(raw: Fields, name: str) -> Expr:
    return Call(Op.DIVIDE, (raw["part"], raw["whole"]), name, Unit.PERCENT)


def _itself(raw: Fields, _name: str) -> Expr:
    return raw[""]


def _occurred(raw: Fields, _name: str) -> Expr:
    return raw[""] > NONE


_ITSELF = Derived(Use.NUMBER, _itself)

KINDS: Mapping[str, Kind] = {
    "flag": Kind({"": FLAG}, {"": Derived(Use.CONDITION, _itself)}),
    "count": Kind({"": COUNT}, {"": _ITSELF, "?": Derived(Use.CONDITION, _occurred)}),
    "number": Kind({"": NUMBER}, {"": _ITSELF}),
    "percent": Kind({"": PERCENT}, {"": _ITSELF}, Unit.PERCENT),
    "change": Kind(
        {"previous": POSITIVE, "current": NUMBER},
        {"growth": Derived(Use.NUMBER, _growth), "direction": Derived(Use.CHOICE, _direction)},
    ),
    "ratio": Kind({"part": NUMBER, "whole": POSITIVE}, {"rate": Derived(Use.NUMBER, _rate)}),
    "choice": Kind({"": TEXT}, {"": Derived(Use.CHOICE, _itself)}),
}


@dataclass(frozen=True, kw_only=True)
class Indicator:
    """A fact that a clause asks for, as the rubric declares it."""

    __pydantic_config__ = STRICT

    label: Text
    kind: KindName
    unit: Text = ""
    labels: dict[Literal["previous", "current", "part", "whole"], Text] = field(default_factory=dict)
    options: dict[str, Text] = field(default_factory=dict)
    list: Flag = False
    note: Text = ""

    @property
    def fields(self) -> Mapping[str, Scalar]:
        return KINDS[self.kind].fields


@dataclass(eq=False)
class UnknownReference(Exception):  # noqa: N818 - a finding, turned into a problem where its place is known
    """A rule names a fact that is not declared, or one that can't be used in this way."""

    reference: str
    code: str
    known: tuple[str, ...]


@dataclass(frozen=True)
class Scope:
    """Turns the references of one item's rules into trees of raw facts."""

    item: str
    indicators: Mapping[str, Indicator]
    parameters: Mapping[str, Indicator]

    def number(self, reference: str, *, listed: bool = False) -> Expr:
        """The tree of a number, percent or count; `listed` where a rule has an account for each member of a list."""
        found = self._find(reference, Use.NUMBER, reference, listed=listed)
        assert isinstance(found, Expr)  # noqa: S101 - a NUMBER builds one tree
        return found

    def condition(self, reference: str, *, listed: bool = False) -> Expr:
        """The tree of a flag; a count holds when something was counted. `listed` as for numbers."""
        _, indicator, _ = self._split(reference)
        counted = indicator is not None and indicator.kind == "count"
        found = self._find(reference, Use.CONDITION, f"{reference}.?" if counted else reference, listed=listed)
        assert isinstance(found, Expr)  # noqa: S101 - a CONDITION builds one tree
        return found

    def choice(self, reference: str) -> Mapping[str, Expr]:
        """Each name that the fact can take, with the condition that it does."""
        _, indicator, _ = self._split(reference)
        found = self._find(reference, Use.CHOICE, reference, listed=False)
        if isinstance(found, Expr):
            options = indicator.options if indicator else {}
            return {name: Call(Op.EQUAL, (found, Const(name))) for name in options}
        return found

    def is_percent(self, reference: str) -> bool:
        """Whether a number is one that percents are compared with."""
        found = self.number(reference, listed=True)
        if isinstance(found, Call):
            return found.unit is Unit.PERCENT
        _, indicator, _ = self._split(reference)
        return indicator is not None and KINDS[indicator.kind].unit is Unit.PERCENT

    def members(self, reference: str) -> str:
        """The key of the list that a reference runs over, or empty for a single fact."""
        key, indicator, _ = self._split(reference)
        return key if indicator is not None and indicator.list else ""

    def _find(self, reference: str, use: Use, lookup: str, *, listed: bool) -> Expr | Mapping[str, Expr]:
        key, indicator, _ = self._split(lookup)
        if indicator is None:
            raise UnknownReference(reference, "unknown-reference", self.references(use))
        kind = KINDS[indicator.kind]
        derived = kind.references.get(self._split(lookup)[2])
        if derived is None or derived.use is not use:
            raise UnknownReference(reference, f"not-a-{use.value}", self.references(use))
        if indicator.list and not listed:
            known = tuple(name for name in self.references(use) if not self.members(name))
            raise UnknownReference(reference, "not-a-single-fact", known)
        inside = f"{key}.*" if indicator.list else key
        raw = {name: Input(f"{inside}.{name}" if name else inside) for name in kind.fields}
        return derived.build(raw, f"{self.item}.{lookup}" if not key.startswith("parameters.") else lookup)

    def _split(self, reference: str) -> tuple[str, Indicator | None, str]:
        """The indicator's key, the indicator, and what is asked of it."""
        if reference.startswith("parameters."):
            name, _, rest = reference.removeprefix("parameters.").partition(".")
            return f"parameters.{name}", self.parameters.get(name), rest
        name, _, rest = reference.partition(".")
        return f"{self.item}.{name}", self.indicators.get(name), rest

    def references(self, use: Use) -> tuple[str, ...]:
        """All that a rule of this item may name where a fact of this use is wanted."""
        named = [(name, indicator) for name, indicator in self.indicators.items()]
        named += [(f"parameters.{name}", indicator) for name, indicator in self.parameters.items()]
        return tuple(
            f"{name}.{reference}" if reference else name
            for name, indicator in named
            for reference, derived in KINDS[indicator.kind].references.items()
            if derived.use is use and reference != "?"
        ) + tuple(name for name, i in named if use is Use.CONDITION and i.kind == "count")
