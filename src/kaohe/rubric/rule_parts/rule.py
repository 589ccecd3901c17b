"""What every rule has, whatever its type: clause, points, requirements, floor, cap, readings."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Annotated, Any, ClassVar, Literal, Self

from kaohe.expr.numbers import Flag, Points, Scalar, Text, Unreadable, shown
from kaohe.expr.sentence_tree import SILENT, Sentence
from kaohe.expr.tree import Call, Expr, Input, Op
from kaohe.formulas.formula_keys import Name
from kaohe.formulas.scope import Scope
from kaohe.rubric.rule_parts.amounts import Amount, SignedAmount
from kaohe.rubric.rule_parts.claims import Claim, Path
from kaohe.rubric.rule_parts.phrases import Words
from kaohe.source.models import frozen_model

Share = Literal["full", "zero", "rescaled"]


@dataclass(frozen=True, slots=True)
class Line:
    """One account on which points are lost: `due` is what the clause takes for the facts.

    With `members`, the key of a list, there is one account for each member and `due` is a member's.
    `limit` is the most that one account may take. A `gate` takes all points of its part or nothing: where it takes
    them, the part is worth nothing, whatever its cap, and less only if its other accounts alone reach below zero.
    `told` is why it takes anything, as a sentence; what `earns` starts from nothing, and what is due is not earned.
    """

    due: Expr
    members: str = ""
    limit: Expr | None = None
    gate: bool = False
    told: Sentence = field(default=SILENT, compare=False)
    earns: bool = False

    def total(self) -> Expr:
        """Points taken on the whole line, as one number: each account up to its limit, all members together."""
        due = self.due if self.limit is None else Call(Op.MINIMUM, (self.due, self.limit))
        return Call(Op.TOTAL, (Input(self.members), due)) if self.members else due


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong within a rule: `path` leads to it from the rule's own mapping."""

    code: str
    path: Path
    parameters: Mapping[str, object] = field(default_factory=dict)


def _read_requirements(raw: object) -> tuple[str, ...]:
    listed = raw if isinstance(raw, list) else [raw]
    if not all(isinstance(one, str) and one for one in listed):
        raise Unreadable("requirement-expected", found=shown(raw))
    return tuple(listed)


_TEXT = {"type": "string", "minLength": 1}
REQUIREMENTS = Scalar(_read_requirements, {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]}, "requirements")
"""Conditions that must hold, all of them."""


@frozen_model
class Option:
    """One way to read the words; `patch` is what it changes in the rule, nothing for the chosen way."""

    meaning: Text
    patch: dict[str, Any] = field(default_factory=dict)


@frozen_model
class Reading:
    """A declared decision where the text can be read in two ways."""

    id: Text
    words: Text
    chosen: Text
    options: dict[str, Option]


@frozen_model
class ForEach:
    """A rule that is applied to each member of a list by itself, and what is made of the points that they give.

    `points` are the full marks of one member; left out, those of the rule. `most` bounds a sum: left out, it is the
    rule's points, `none` is no limit.
    """

    list: Name
    take: Literal["sum", "mean", "highest", "lowest"]
    points: Points | None = None
    most: Amount | None = None


@frozen_model
class Rule(ABC):
    """A clause of the 评分办法. `points` are what it awards when nothing is lost; what it gives beyond is a bonus.

    `otherwise` is what it gives where `requires` fails. Formulas of other rules name its result by its `id`; if it
    does not count, that is all it is for.
    """

    example: ClassVar[str]
    """A list of one rule in YAML, as the reference page shows it."""
    facts: ClassVar[str]
    """The indicators that the example asks for, by name, in YAML."""
    given: ClassVar[str]
    """What a unit reports of them, in YAML: the reference page shows what the example then gives."""

    type: str
    clause: Text
    points: Points
    id: Text = ""
    counts: Flag = True
    for_each: ForEach | None = None
    requires: Annotated[tuple[Text, ...], REQUIREMENTS] = field(default_factory=tuple)
    otherwise: SignedAmount | None = None
    not_applicable: Share | None = None
    floor: Literal["part", "item", "none"] = "part"
    cap: Amount | None = None
    readings: tuple[Reading, ...] = ()

    @property
    def of_one(self) -> Self:
        """The rule as it is applied: to one member of a list, or as it stands."""
        if self.for_each is None:
            return self
        full = self.points if self.for_each.points is None else self.for_each.points
        return replace(self, for_each=None, points=full, not_applicable=None)

    @classmethod
    def name(cls) -> str:
        """The name of the rule type in YAML: its module's."""
        return cls.__module__.rpartition(".")[2]

    @abstractmethod
    def lines(self, scope: Scope) -> tuple[Line, ...]:
        """What is lost, account by account, once the requirements are met."""

    def apart(self, scope: Scope) -> tuple[Expr, ...]:  # noqa: ARG002 - for types that have such parts
        """Whether each part exists that counts by itself; the rule does where any of them does. None where it is one.

        A part that does not exist takes and gives nothing.
        """
        return ()

    @abstractmethod
    def sentence(self, words: Words) -> str:
        """What the rule does, in plain words."""

    def claims(self, scope: Scope) -> Iterator[Claim]:  # noqa: ARG002 - for types that promise something
        """What must hold of the rule's trees, to be proved from what facts may be; asked where `check` is silent."""
        yield from ()

    def branches(self, scope: Scope) -> Iterator[tuple[Path, Expr]]:  # noqa: ARG002 - for types that have some
        """What counts only where something holds, by its path from the rule's own mapping, with that condition."""
        yield from ()

    @abstractmethod
    def check(self, scope: Scope) -> Iterator[Finding]:
        """Findings that types can't see."""
