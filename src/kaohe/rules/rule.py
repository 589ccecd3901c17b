"""What every rule has, whatever its type: clause, points, requirements, floor, cap, readings."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Annotated, Any, ClassVar, Literal

from kaohe.expr import Const, Expr, Op, chain
from kaohe.indicators import Scope
from kaohe.loading import STRICT
from kaohe.messages import Language
from kaohe.quantities import Points, Scalar, Text, Unreadable, plain, shown

Reference = Text
Share = Literal["full", "zero"]
_NEVER = Const(False)


@dataclass(frozen=True, slots=True)
class Line:
    """One account on which points are lost: `due` is what the clause takes for the facts.

    With `members`, the key of a list, there is one account for each member and `due` is a member's.
    `limit` is the most that one account may take. A `gate` takes all points of its part or nothing: where it takes
    them, the part is worth nothing, whatever its cap, and less only if its other accounts alone reach below zero.
    """

    due: Expr
    members: str = ""
    limit: Fraction | None = None
    gate: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong within a rule: `path` leads to it from the rule's own mapping."""

    code: str
    path: tuple[str | int, ...]
    parameters: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Requirement:
    """A condition of the award: a fact, the contrary of a fact, or any of several."""

    facts: tuple[str, ...]
    negated: bool = False

    def condition(self, scope: Scope) -> Expr:
        either = chain(Op.OR, [scope.condition(fact) for fact in self.facts], _NEVER)
        return ~either if self.negated else either


def _read_requirement(raw: object) -> Requirement:
    match raw:
        case str():
            return Requirement((raw,))
        case {"not": str(fact), **rest} if not rest:
            return Requirement((fact,), negated=True)
        case {"any": [*facts], **rest} if not rest and facts and all(isinstance(fact, str) for fact in facts):
            return Requirement(tuple(facts))
    raise Unreadable("requirement-expected", found=shown(raw))


def _read_requirements(raw: object) -> tuple[Requirement, ...]:
    listed = raw if isinstance(raw, list) else [raw]
    return tuple(_read_requirement(one) for one in listed)


_ONE = {
    "anyOf": [
        {"type": "string"},
        {
            "type": "object",
            "properties": {"not": {"type": "string"}},
            "required": ["not"],
            "additionalProperties": False,
        },
        {
            "type": "object",
            "properties": {"any": {"type": "array", "items": {"type": "string"}, "minItems": 1}},
            "required": ["any"],
            "additionalProperties": False,
        },
    ]
}
REQUIREMENTS = Scalar(_read_requirements, {"anyOf": [*_ONE["anyOf"], {"type": "array", "items": _ONE}]})


@dataclass(frozen=True, kw_only=True)
class Option:
    """One way to read the words; `patch` is what it changes in the rule, nothing for the chosen way."""

    __pydantic_config__ = STRICT

    meaning: Text
    patch: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Reading:
    """A declared decision where the text can be read in two ways."""

    __pydantic_config__ = STRICT

    id: Text
    words: Text
    chosen: Text
    options: dict[str, Option]


_STATES = {False: (("为是", "is true"), ("大于零", "is above 0")), True: (("为否", "is false"), ("为零", "is 0"))}


@dataclass(frozen=True, slots=True)
class Words:
    """What a rule needs to describe itself: how facts are called in the reader's language.

    `labels` has every reference; a level of a choice stands there as `funds.direction=increased`.
    `units` has those that are counted or measured, with an empty text where the rubric gives no unit.
    """

    language: Language
    labels: Mapping[str, str]
    units: Mapping[str, str] = field(default_factory=dict)

    def choose(self, chinese: str, english: str) -> str:
        return english if self.language == "en" else chinese

    def points(self, value: Fraction) -> str:
        return self.choose(f"{plain(value)} 分", f"{plain(value)} point{'' if value == 1 else 's'}")

    def award(self, value: Fraction, more: str = "") -> str:
        """What is earned; `more` is 再 or its like where something was earned before."""
        if not value:
            return self.choose("不得分", "nothing")
        return self.choose(f"{more}得 {self.points(value)}", f"{self.points(value)}{more}")

    def name(self, reference: str) -> str:
        return self.choose(f"「{self.labels[reference]}」", f'"{self.labels[reference]}"')

    def holds(self, facts: Sequence[str], *, every: bool = True, negated: bool = False) -> str:
        """That all facts hold, or any: a flag is true, a count is above zero; negated, that they do not."""
        flags = [fact for fact in facts if fact not in self.units]
        counts = [fact for fact in facts if fact in self.units]
        groups = zip((flags, counts), _STATES[negated], strict=True)
        parts = [self._state(group, state, every) for group, state in groups if group]
        return (self.choose("，且", " and ") if every else self.choose("，或", " or ")).join(parts)

    def _state(self, facts: Sequence[str], state: tuple[str, str], every: bool) -> str:  # noqa: FBT001 - from `holds`
        names = self.choose("、", ", ").join(map(self.name, facts))
        if len(facts) == 1:
            return self.choose(f"{names}{state[0]}", f"{names} {state[1]}")
        if every:
            return self.choose(f"{names}都{state[0]}", f"each of {names} {state[1]}")
        return self.choose(f"{names}至少一项{state[0]}", f"at least one of {names} {state[1]}")

    def requirements(self, several: Sequence[Requirement]) -> str:
        single = [one for one in several if len(one.facts) == 1]
        groups = {negated: [one.facts[0] for one in single if one.negated is negated] for negated in (False, True)}
        parts = [self.holds(facts, negated=negated) for negated, facts in groups.items() if facts]
        parts += [self.holds(one.facts, every=False) for one in several if one not in single]
        return self.choose("，且", ", and ").join(parts)


@dataclass(frozen=True, kw_only=True)
class Rule(ABC):
    """A clause of the 评分办法. `points` are what it awards when nothing is lost."""

    __pydantic_config__ = STRICT
    example: ClassVar[str]
    """The rule in YAML, as the reference page shows it."""

    type: str
    clause: Text
    points: Points
    requires: Annotated[tuple[Requirement, ...], REQUIREMENTS] = field(default_factory=tuple)
    not_applicable: Share | None = None
    floor: Literal["part", "item", "none"] = "part"
    cap: Points | None = None
    readings: tuple[Reading, ...] = ()

    @classmethod
    def name(cls) -> str:
        """The name of the rule type in YAML: its module's."""
        return cls.__module__.rpartition(".")[2]

    @abstractmethod
    def lines(self, scope: Scope) -> tuple[Line, ...]:
        """What is lost, account by account, once the requirements are met."""

    @abstractmethod
    def sentence(self, words: Words) -> str:
        """What the rule does, in plain words."""

    def check(self, scope: Scope) -> Iterator[Finding]:  # noqa: ARG002 - the contract of every rule
        """Findings that types can't see."""
        yield from ()
