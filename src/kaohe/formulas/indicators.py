"""What a clause asks for, as the rubric declares it: facts that are reported, and facts made of them."""

from collections.abc import Mapping
from dataclasses import field
from dataclasses import fields as dataclass_fields
from typing import Literal

from kaohe.expr.numbers import Entry, Flag, Scalar, Text
from kaohe.formulas.formula_keys import Name, Reference
from kaohe.formulas.kinds import KINDS, KindName
from kaohe.formulas.plausible import Sound
from kaohe.formulas.ranges import Range
from kaohe.source.models import frozen_model


@frozen_model
class Peers:
    """What is taken over all assessed units, of each one's number `of`.

    For a rank, `first` says which number is first and `ties` what units with one number have: the best place (1, 2, 2,
    4), one without a gap behind it (1, 2, 2, 3), or the mean of theirs (1, 2.5, 2.5, 4). For all else `with_self` says
    whether the unit's own number is among them. With `within`, a choice, only units of the same option are compared.
    """

    of: Reference
    take: Literal["mean", "minimum", "maximum", "sum", "number", "rank"]
    with_self: Flag | None = None
    first: Literal["highest", "lowest"] | None = None
    ties: Literal["shared", "dense", "mean"] | None = None
    within: Name = ""


@frozen_model
class FactWords:
    """How a fact is read aloud: a shorter name, and what is said where it is yes, no, none (0) or does not apply."""

    short: Text = ""
    true: Text = ""
    false: Text = ""
    none: Text = ""
    inapplicable: Text = ""

    @property
    def states(self) -> Mapping[str, str]:
        """The words for what it may be, without its name."""
        return {name: text for name in STATES if (text := getattr(self, name))}


STATES = ("true", "false", "none", "inapplicable")


@frozen_model
class RecordFact:
    """One of the facts that each member of a list of records has."""

    label: Text
    kind: Literal["flag", "count", "number", "amount", "percent", "change", "ratio", "choice", "date", "month"]
    unit: Text = ""
    labels: dict[Literal["previous", "current", "part", "whole"], Text] = field(default_factory=dict)
    options: dict[str, Text] = field(default_factory=dict)
    range: Range | None = None
    plausible: Sound | None = None
    words: FactWords = field(default_factory=FactWords)
    fixed: Flag = False
    note: Text = ""


@frozen_model
class Indicator:
    """A fact that is reported, or one that is made of others.

    With `formula` it is computed, with `by` and `table` looked up by a choice, with `peers` taken over all units.
    A `list` has members, which a unit names; those that `members` declares must be there, with `members_of` those of
    another of the unit's lists. A list of the kind `record` has several `facts` of each member, or only names.
    """

    label: Text
    kind: KindName
    unit: Text = ""
    labels: dict[Literal["previous", "current", "part", "whole"], Text] = field(default_factory=dict)
    options: dict[str, Text] = field(default_factory=dict)
    list: Flag = False
    members: tuple[Text, ...] = ()
    members_of: Name = ""
    facts: dict[str, RecordFact] = field(default_factory=dict)
    range: Range | None = None
    plausible: Sound | None = None
    evidence: Literal["required", "none"] | None = None
    formula: Reference = ""
    by: Name = ""
    table: dict[str, Entry] = field(default_factory=dict)
    peers: Peers | None = None
    words: FactWords = field(default_factory=FactWords)
    fixed: Flag = False
    note: Text = ""

    @property
    def asked(self) -> bool:
        """Whether a unit reports it in its own file."""
        return not self.derived and self.peers is None and self.kind != "year"

    @property
    def fields(self) -> Mapping[str, Scalar]:
        """The raw fields that a unit reports; none of what is made of other facts. Of a record, those of its facts."""
        if self.derived:
            return {}
        if self.kind != "record":
            return KINDS[self.kind].fields
        inside = [(name, end, one) for name, fact in self.inside.items() for end, one in fact.fields.items()]
        own = {f"{name}.{end}" if end else name: one for name, end, one in inside}
        return own or KINDS[self.kind].fields

    @property
    def names_only(self) -> bool:
        """Whether a unit says of its members only what they are called."""
        return self.kind == "record" and not self.facts

    @property
    def inside(self) -> Mapping[str, "Indicator"]:
        """The facts of a record, each as a fact of its own."""
        if self.kind != "record":
            return {}
        return {name: Indicator(**{key: getattr(one, key) for key in RECORD_KEYS}) for name, one in self.facts.items()}

    def of_field(self, name: str) -> tuple["Indicator", str]:
        """The fact that a field belongs to, and its name there: of a record's `plan.part`, `plan` and `part`."""
        if self.kind != "record":
            return self, name
        fact, _, rest = name.partition(".")
        return self.inside[fact], rest

    @property
    def derived(self) -> bool:
        return bool(self.formula or self.by)


RECORD_KEYS = tuple(one.name for one in dataclass_fields(RecordFact))
