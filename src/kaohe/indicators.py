"""What a clause asks for, as the rubric declares it: facts that are reported, and facts made of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal

from kaohe.kinds import KINDS, KindName
from kaohe.loading import STRICT
from kaohe.quantities import SIGNED, Flag, Quantity, Scalar, Text, Threshold

Side = Annotated[Quantity, SIGNED]


@dataclass(frozen=True, kw_only=True)
class Range:
    """What a number may be; both sides are included. A judgement must have both."""

    __pydantic_config__ = STRICT

    from_: Side | None = None
    to: Side | None = None


@dataclass(frozen=True, kw_only=True)
class Indicator:
    """A fact. With `formula` it is made of others, with `by` and `table` looked up by a choice; else it is reported."""

    __pydantic_config__ = STRICT

    label: Text
    kind: KindName
    unit: Text = ""
    labels: dict[Literal["previous", "current", "part", "whole"], Text] = field(default_factory=dict)
    options: dict[str, Text] = field(default_factory=dict)
    list: Flag = False
    range: Range | None = None
    formula: Text = ""
    by: Text = ""
    table: dict[str, Threshold] = field(default_factory=dict)
    note: Text = ""

    @property
    def fields(self) -> Mapping[str, Scalar]:
        """The raw fields that a unit reports; none of what is made of other facts."""
        return {} if self.derived else KINDS[self.kind].fields

    @property
    def derived(self) -> bool:
        return bool(self.formula or self.by)
