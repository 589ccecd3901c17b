"""What is known before a unit is, and what is found out while a text is traced."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kaohe.backends.bounds import Facts
from kaohe.backends.traced.signs import Signs
from kaohe.expr.tree import Expr
from kaohe.messages import Language

Side = tuple[Expr, Expr, Signs]
"""Two numbers, and on which sides of each other they may be."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known before a unit is: what each fact may be, how many decimals it has at most, sides of numbers."""

    facts: Facts
    decimals: Mapping[str, int]
    language: Language
    sides: Sequence[Side] = ()


class Differing(Exception):  # noqa: N818 - no error: what was traced is traced again
    """A number is written in different ways that may come to the same."""

    def __init__(self, number: Expr) -> None:
        self.number = number
        super().__init__(number)
