"""What a clause asks for, as the rubric declares it: facts that are reported, and facts made of them."""

from collections.abc import Mapping
from dataclasses import field
from fractions import Fraction
from typing import Annotated, Literal

from kaohe.expr.numbers import Entry, Flag, Quantity, Scalar, Text
from kaohe.formulas.kinds import KINDS, KindName
from kaohe.formulas.thresholds import THRESHOLD
from kaohe.source.models import frozen_model

Side = Annotated[Quantity, THRESHOLD]


@frozen_model
class Range:
    """What a number may be; both sides are included. A judgement must have both."""

    from_: Side | None = None
    to: Side | None = None

    def holds(self, value: int | Fraction) -> bool:
        low, high = self.from_, self.to
        return (low is None or value >= low.value) and (high is None or value <= high.value)


@frozen_model
class Peers:
    """What is taken over all assessed units, of each one's number `of`.

    For a rank, `first` says which number is first and `ties` what units with one number have: the best place (1, 2, 2,
    4), one without a gap behind it (1, 2, 2, 3), or the mean of theirs (1, 2.5, 2.5, 4). For all else `with_self` says
    whether the unit's own number is among them.
    """

    of: Text
    take: Literal["mean", "minimum", "maximum", "sum", "number", "rank"]
    with_self: Flag | None = None
    first: Literal["highest", "lowest"] | None = None
    ties: Literal["shared", "dense", "mean"] | None = None


@frozen_model
class Indicator:
    """A fact that is reported, or one that is made of others.

    With `formula` it is computed, with `by` and `table` looked up by a choice, with `peers` taken over all units.
    """

    label: Text
    kind: KindName
    unit: Text = ""
    labels: dict[Literal["previous", "current", "part", "whole"], Text] = field(default_factory=dict)
    options: dict[str, Text] = field(default_factory=dict)
    list: Flag = False
    range: Range | None = None
    formula: Text = ""
    by: Text = ""
    table: dict[str, Entry] = field(default_factory=dict)
    peers: Peers | None = None
    note: Text = ""

    @property
    def asked(self) -> bool:
        """Whether a unit reports it in its own file."""
        return not self.derived and self.peers is None and self.kind != "year"

    @property
    def fields(self) -> Mapping[str, Scalar]:
        """The raw fields that a unit reports; none of what is made of other facts."""
        return {} if self.derived else KINDS[self.kind].fields

    @property
    def derived(self) -> bool:
        return bool(self.formula or self.by)
