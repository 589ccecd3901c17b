"""What stands in place of a fact that does not exist for a unit."""

from enum import Enum
from typing import Self


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
