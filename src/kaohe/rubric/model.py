"""The rubric: an assessment form as typed rules, in the form's own order."""

from collections.abc import Mapping
from dataclasses import field
from typing import Annotated, Literal, NamedTuple

from kaohe.expr.numbers import Flag, Points, Scalar, Text, Unreadable, shown
from kaohe.expr.tree import Input
from kaohe.formulas.formula_keys import Condition, Name, Reference
from kaohe.formulas.indicators import Indicator
from kaohe.formulas.scope import PARAMETERS, SHARED, Scope
from kaohe.formulas.terms import Term, result
from kaohe.rubric.confirmation import Confirmed, text_digest
from kaohe.rubric.grades import Grade
from kaohe.rubric.outcomes import Forfeit, Least, Limit
from kaohe.rubric.rule_parts.rule import Reading, Rule
from kaohe.rubric.rules import rule_types
from kaohe.source.annotations import Tagged
from kaohe.source.models import frozen_model

StageName = Literal["self", "preliminary", "final"]


def _read_veto_scope(raw: object) -> tuple[int, ...]:
    """`item`, as no numbers at all, or the numbers of the rules that the veto takes."""
    if raw == "item":
        return ()
    if isinstance(raw, list) and raw and all(isinstance(one, int) and one > 0 for one in raw):
        return tuple(raw)
    raise Unreadable("veto-scope-expected", found=shown(raw))


VETO_SCOPE = Scalar(
    _read_veto_scope,
    {
        "anyOf": [
            {"const": "item"},
            {"type": "array", "items": {"type": "integer", "minimum": 1}, "minItems": 1},
        ]
    },
    "veto-scope",
)


def _read_places(raw: object) -> int:
    """So many decimals as points are ever given in."""
    if type(raw) is int and raw in PLACES_ALLOWED:
        return raw
    raise Unreadable("not-one-of", found=shown(raw), expected=", ".join(map(str, PLACES_ALLOWED)))


def _read_version(raw: object) -> int:
    """The version of the language, of which there is one."""
    if raw == 1 and not isinstance(raw, bool):
        return 1
    raise Unreadable("not-one-of", found=shown(raw), expected="1")


VERSION = Scalar(_read_version, {"type": "integer", "const": 1}, "count")
PLACES_ALLOWED = range(7)
PLACES = Scalar(_read_places, {"type": "integer", "minimum": PLACES_ALLOWED[0], "maximum": PLACES_ALLOWED[-1]}, "count")


@frozen_model
class Veto:
    """An event that takes all points of its scope (此项不得分); a penalty goes below zero (倒扣5分)."""

    clause: Text
    when: Condition
    scope: Annotated[tuple[int, ...], VETO_SCOPE] = ()
    penalty: Points | None = None
    penalty_each: Flag = False
    readings: tuple[Reading, ...] = ()


@frozen_model
class NonScoring:
    """Words of the method that give and take nothing, and why."""

    clause: Text
    reason: Text


@frozen_model
class Todo:
    """Words of the form of which the author has not decided yet what they score, and why not: no rubric is done so."""

    clause: Text
    why: Text


@frozen_model
class ScoredAbove:
    """Words of the method that score above the item: in a section or the whole, and by what."""

    clause: Text
    by: Literal["score", "rescale", "most", "least", "vetoes", "grades", "limits", "peers"]


@frozen_model
class Acknowledgement:
    """A finding of `validate` that the author knows of: it stays a warning and carries the reason."""

    problem: Text
    words: Text
    reason: Text


class Common(NamedTuple):
    """What every item may name: facts common to all units, facts one unit reports for all items, items before it."""

    parameters: Mapping[str, Indicator]
    shared: Mapping[str, Indicator]
    results: Mapping[str, Term]

    @property
    def facts(self) -> Mapping[str, Mapping[str, Indicator]]:
        """The facts by what stands before their names."""
        return {PARAMETERS: self.parameters, SHARED: self.shared}


@frozen_model
class Item:
    """One row of the form: 子项目, 分值, 目标要求, 评分办法.

    Each group of facts in `together` applies as a whole or not at all. Formulas above items name those that bear one
    of `tags`. An item of 0 points may have no rules: it is a condition (※) that grades and limits name.
    """

    id: Text
    title: Text
    points: Points
    target: Text
    method: Text
    indicators: dict[str, Indicator] = field(default_factory=dict)
    together: tuple[tuple[Name, ...], ...] = ()
    rules: tuple[Annotated[Rule, Tagged(rule_types)], ...] = ()
    vetoes: tuple[Veto, ...] = ()
    non_scoring: tuple[NonScoring, ...] = ()
    scored_above: tuple[ScoredAbove, ...] = ()
    todo: tuple[Todo, ...] = ()
    tags: tuple[Name, ...] = ()
    acknowledge: tuple[Acknowledgement, ...] = ()
    confirmed: Confirmed | None = None

    @property
    def digest(self) -> str:
        """That of its official text."""
        return text_digest(self.target, self.method)

    @property
    def waits(self) -> bool:
        """Whether its official text is another than the one that somebody confirmed."""
        return self.confirmed is not None and self.confirmed.text != self.digest

    def scope(self, common: "Common") -> Scope:
        return Scope(self.id, self.indicators, *common)

    def readings(self) -> tuple[tuple[str, Reading], ...]:
        """Each reading of the item with its full name."""
        holders: tuple[Rule | Veto, ...] = (*self.rules, *self.vetoes)
        return tuple((f"{self.id}.{reading.id}", reading) for holder in holders for reading in holder.readings)


@frozen_model
class Section:
    """A group of items, 项目, and an award of its own.

    Its score is the sum of its items, or a formula of them; then `most` and `least` bound it, then vetoes take it.
    Grades of its own go by its score among those of all units.
    """

    id: Text
    title: Text
    points: Points
    score: Reference | None = None
    most: Points | None = None
    least: Least | None = None
    vetoes: tuple[Forfeit, ...] = ()
    grades: tuple[Grade, ...] = ()
    limits: tuple[Limit, ...] = ()
    items: tuple[Item, ...]


@frozen_model
class Form:
    """What the print carries besides the rows: the attachment's line and the words before the unit's name."""

    attachment: Text = ""
    unit_label: Text = "单位："


@frozen_model
class Rounding:
    """Where scores are rounded: each item's, once, half away from zero."""

    places: Annotated[int, PLACES] = 2
    mode: Literal["half_up"] = "half_up"


@frozen_model
class Rubric:
    """An assessment form."""

    kaohe: Annotated[int, VERSION]
    id: Text
    title: Text
    source: Text = ""
    points: Points
    form: Form = field(default_factory=Form)
    rounding: Rounding = field(default_factory=Rounding)
    stages: dict[StageName, Text]
    plausible: Flag = True
    parameters: dict[str, Indicator] = field(default_factory=dict)
    shared: dict[str, Indicator] = field(default_factory=dict)
    score: Reference | None = None
    most: Points | None = None
    least: Least | None = None
    rescale: Literal["section", "total"] | None = None
    vetoes: tuple[Forfeit, ...] = ()
    grades: tuple[Grade, ...] = ()
    limits: tuple[Limit, ...] = ()
    todo: tuple[Todo, ...] = ()
    sections: tuple[Section, ...]

    @property
    def common(self) -> Common:
        return Common(self.parameters, self.shared, {})

    def totals(self) -> tuple[tuple[str, "Section | Rubric"], ...]:
        """Every section by its id, then the whole, without one."""
        return (*((section.id, section) for section in self.sections), ("", self))

    def common_before(self, item: Item) -> Common:
        """The same for one item of the form, with the scores of those that stand before it as facts of their own."""
        before = [f"items.{one.id}" for _, one in self.items()]
        known = before[: before.index(f"items.{item.id}")]
        return self.common._replace(results={one: result(Input(one)) for one in known})

    def items(self) -> tuple[tuple[str, Item], ...]:
        """Every item with its number on the form, 1.1 first."""
        return tuple(
            (f"{number}.{place}", item)
            for number, section in enumerate(self.sections, 1)
            for place, item in enumerate(section.items, 1)
        )
