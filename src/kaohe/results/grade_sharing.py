"""Places shared out: from the grades that each of all units may have to the one that it has."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

from kaohe.results.grade_reached import GradeReached
from kaohe.results.score_range import Side
from kaohe.rubric.grades import EVERY, Grade, places_for


def share_out(grades: Sequence[Grade], units: Sequence[GradeReached]) -> list[Grade] | None:
    """Each unit's grade, of all units; None while a number that decides who has a place is open.

    Places go to the highest scores. Units that nothing tells apart have a grade together or not at all: where they are
    more than the places that are left, none of them, so that no quota is passed, or by the grade's `ties` all of them.
    Who finds no place has the next grade of those that it may have.
    """
    found: dict[int, Grade] = {}
    for grade in grades:
        for group, members in _classes(grade, units).items():
            holders = _Class(grade, group, members, units).holders(found)
            if holders is None:
                return None
            found |= dict.fromkeys(holders, grade)
    return [found[number] for number in range(len(units))]


def _classes(grade: Grade, units: Sequence[GradeReached]) -> Mapping[str, list[int]]:
    """The units that are compared with each other, by their option; all of them where none is asked for."""
    found: dict[str, list[int]] = {}
    for number, unit in enumerate(units):
        found.setdefault(unit.groups[grade.within] if grade.within else EVERY, []).append(number)
    return found


@dataclass(frozen=True, slots=True)
class _Class:
    """One grade among the units of one class; units are numbers of `units`."""

    grade: Grade
    group: str
    members: Sequence[int]
    units: Sequence[GradeReached]

    def holders(self, taken: Container[int]) -> list[int] | None:
        """Who has the grade of those without a better one; None while a number that decides it is open."""
        grade = self.grade
        unplaced = [number for number in self.members if number not in taken and grade in self.units[number].may_have]
        free = self._among_top(unplaced)
        if free is None:
            return None
        quota, minimum = self._places("quota"), self._places("at_least") or 0
        kept = self._first([number for number in free if grade.id not in self.units[number].by_minimum], quota)
        minimum = minimum if quota is None else min(minimum, quota)
        return kept if kept is None or len(kept) >= minimum else self._first(free, minimum)

    def _places(self, key: str) -> int | None:
        return places_for(len(self.members), self.grade.places.get(key), self.group)

    def _among_top(self, numbers: list[int]) -> list[int] | None:
        """Those than whom fewer units of the class have a higher score than `top` counts; None while one is open."""
        top = self._places("top")
        if top is None or top >= len(self.members) or not numbers:
            return numbers
        if any(self._number(number, 0) is None for number in self.members):
            return None
        scores = sorted((self._standing(number, 0) for number in self.members), reverse=True)
        return [number for number in numbers if top and self._standing(number, 0) >= scores[top - 1]]

    def _first(self, numbers: list[int], places: int | None, level: int = 0) -> list[int] | None:
        """The first so many, by score and then by what breaks ties; None while that is open."""
        if places is None or len(numbers) <= places:
            return numbers
        if level > len(self.grade.tie_breaks):
            return numbers if self.grade.ties == "all" else []
        if any(self._number(number, level) is None for number in numbers):
            return None
        kept: list[int] = []
        for tied in self._ranked(numbers, level):
            more = self._first(tied, places - len(kept), level + 1) if len(kept) < places else []
            if more is None:
                return None
            kept += more
            if len(more) < len(tied):
                break
        return kept

    def _ranked(self, numbers: Iterable[int], level: int) -> list[list[int]]:
        """Those whom the number at a level does not tell apart, the best first."""
        ordered = sorted(numbers, key=lambda number: self._standing(number, level), reverse=True)
        return [list(tied) for _, tied in groupby(ordered, lambda number: self._standing(number, level))]

    def _number(self, number: int, level: int) -> Side:
        """A unit's score, or what breaks the tie at a level from 1."""
        unit = self.units[number]
        return unit.tie_breaks[self.grade.id][level - 1] if level else unit.score

    def _standing(self, number: int, level: int) -> Fraction:
        """The same where it is known, so that the higher is the better."""
        known = self._number(number, level) or Fraction(0)
        return -known if level and self.grade.tie_breaks[level - 1].first == "lowest" else known
