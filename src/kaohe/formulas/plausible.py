"""What a sound fact is like: ranges and conditions that touch no points, but by which mistakes are noticed."""

from dataclasses import dataclass
from typing import Annotated, Any

from kaohe.expr.numbers import Scalar, Unreadable, shown
from kaohe.formulas.ranges import Range
from kaohe.formulas.thresholds import THRESHOLD

SIDES = ("from", "to")


@dataclass(frozen=True, slots=True)
class Plausible:
    """Ranges of the fact's number (of a ratio its rate, of a change its growth), and conditions on facts of its item.

    Where it is not `asked`, nothing about the fact is ever doubted.
    """

    asked: bool = True
    ranges: tuple[Range, ...] = ()
    conditions: tuple[str, ...] = ()


def read_plausible(raw: object) -> Plausible:
    """`false`, a range, a condition, or a list of both."""
    if raw is False:
        return Plausible(asked=False)
    several: list[Any] = raw if isinstance(raw, list) else [raw]
    ranges = tuple(_range(one) for one in several if isinstance(one, dict))
    conditions = tuple(one for one in several if isinstance(one, str) and one.strip())
    if not several or len(ranges) + len(conditions) < len(several):
        raise Unreadable("plausible-expected", found=shown(raw))
    return Plausible(ranges=ranges, conditions=conditions)


def _range(raw: dict[Any, Any]) -> Range:
    if not raw or not raw.keys() <= {*SIDES}:
        raise Unreadable("plausible-expected", found=shown(raw))
    low, high = (THRESHOLD.read(raw[side]) if side in raw else None for side in SIDES)
    return Range(from_=low, to=high)


_RANGE = {
    "type": "object",
    "propertyNames": {"enum": [*SIDES]},
    "additionalProperties": THRESHOLD.schema,
    "minProperties": 1,
}
_ONE = {"anyOf": [{"type": "string", "pattern": r"\S"}, _RANGE]}
PLAUSIBLE = Scalar(
    read_plausible,
    {"anyOf": [{"const": False}, *_ONE["anyOf"], {"type": "array", "items": _ONE, "minItems": 1}]},
    "plausible",
)
Sound = Annotated[Plausible, PLAUSIBLE]
