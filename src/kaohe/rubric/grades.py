"""Grades (等次) of a section or of the whole: cut-offs, conditions, and how many units may have one."""

from collections.abc import Mapping
from dataclasses import field
from typing import Annotated, Literal

from kaohe.expr.numbers import QUANTITY, Quantity, Scalar, Text, Unreadable, read_quantity, shown
from kaohe.expr.tree import Notation
from kaohe.formulas.formula_keys import Name, Reference
from kaohe.rubric.outcomes import Least
from kaohe.rubric.rule_parts.rule import REQUIREMENTS
from kaohe.source.models import frozen_model

EVERY = ""
"""Stands for every class of units where a number of them is given once."""
Places = Mapping[str, Quantity]
"""How many units, by the option of their class; under `EVERY` for each class alike, or for all units."""


def _read_places(raw: object) -> Places:
    """`30%` of the units, a number of them, or such for each class by its option."""
    by_class = raw if isinstance(raw, dict) else {EVERY: raw}
    return {str(option): _read_share(one) for option, one in by_class.items()}


def _read_share(raw: object) -> Quantity:
    quantity: Quantity = read_quantity(raw)
    if quantity.unit is not Notation.PERCENT and quantity.value.denominator != 1:
        raise Unreadable("whole-number-expected", found=shown(raw))
    if quantity.unit is Notation.PERCENT and quantity.value > 1:
        raise Unreadable("share-above-all", found=shown(raw))
    return quantity


PLACES = Scalar(
    _read_places,
    {"anyOf": [*QUANTITY.schema["anyOf"], {"type": "object", "additionalProperties": QUANTITY.schema}]},
    "places",
)


@frozen_model
class TieBreak:
    """What is compared next where units have one score: a number of each, the `first` the better."""

    of: Reference
    first: Literal["highest", "lowest"]


@frozen_model
class Grade:
    """等次: what a score, and conditions besides, come to. `from` includes its score, `above` does not.

    `quota` is how many units may have it, decided over all of them; `top` bars units whose score is not among the
    first so many of all, whoever of these has the grade. At least `at_least` of those whom nothing but the cut-off
    bars have it all the same, the highest scores first, and never more than the quota. With `within`, a choice, only
    units of the same option are counted and compared.

    Where units of one score stand at the edge, `tie_breaks` decide, one after the other; where these are equal too,
    `ties` says whether all of them have the grade or none.
    """

    id: Text
    title: Text
    from_: Least | None = None
    above: Least | None = None
    requires: Annotated[tuple[Text, ...], REQUIREMENTS] = field(default_factory=tuple)
    within: Name = ""
    quota: Annotated[Places | None, PLACES] = None
    at_least: Annotated[Places | None, PLACES] = None
    top: Annotated[Places | None, PLACES] = None
    tie_breaks: tuple[TieBreak, ...] = ()
    ties: Literal["none", "all"] = "none"

    @property
    def places(self) -> Mapping[str, Places]:
        """What it says of how many units, by the key that says it."""
        keys = {"top": self.top, "at_least": self.at_least, "quota": self.quota}
        return {key: one for key, one in keys.items() if one is not None}

    @property
    def shared_out(self) -> bool:
        """Whether who has it hangs on all units."""
        return bool(self.places)


def for_class(places: Places | None, group: str) -> Quantity | None:
    """What is said of a class, by its option, or of each alike; None where nothing is."""
    return None if places is None else places.get(group, places.get(EVERY))


def places_for(units: int, given: Places | None, group: str) -> int | None:
    """How many of so many units of a class are meant, part of a unit left out; None for any number."""
    quantity = for_class(given, group)
    if quantity is None:
        return None
    return int(quantity.value * units if quantity.unit is Notation.PERCENT else quantity.value)
