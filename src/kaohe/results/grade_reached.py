"""The grade (等次) that a unit has reached, and all that decides among units where places are few."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kaohe.results.score_range import Side
from kaohe.rubric.grades import Grade


@dataclass(frozen=True, slots=True)
class GradeReached:
    """The grade of a unit in a section or the whole; open, without any that it may have, while facts leave it so.

    `quota` is whether it depends on how many units may have it; `why` names what limited it. `may_have` are the grades
    that the unit may have, best first. A batch settles which.
    """

    may_have: tuple[Grade, ...]
    quota: bool
    why: str
    score: Side = None
    """What units are ranked by."""
    by_minimum: tuple[str, ...] = ()
    """The ids of those whose cut-off the score does not reach: only a minimum (`at_least`) can give them."""
    groups: Mapping[str, str] = field(default_factory=dict)
    """The unit's option of each choice that units are compared within."""
    tie_breaks: Mapping[str, tuple[Side, ...]] = field(default_factory=dict)
    """The numbers that break ties, by the id of the grade; None while one is open."""

    @property
    def settled(self) -> bool:
        """Whether it is one grade, whatever other units have."""
        return len(self.may_have) == 1

    @property
    def id(self) -> str | None:
        """The grade's id once it is settled."""
        return self.may_have[0].id if self.settled else None

    @property
    def title(self) -> str:
        """The grade's title once it is settled, else nothing."""
        return self.may_have[0].title if self.settled else ""
