"""Cases as whoever answers for the official form reads and signs them: grouped as the form is, one row each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from kaohe.source.file_kinds import CASES_WORKBOOK

FORMAT, KIND = CASES_WORKBOOK, "signing"
SHOWN = ("number", "facts", "points", "whys")
"""What a row shows and nobody may change."""
ENTERED = ("verdict", "due", "opinion", "by", "on")
"""What is entered in a row."""
COLUMNS = (*SHOWN, *ENTERED)


@dataclass(frozen=True, slots=True)
class SigningCase:
    """One row: facts in words, the points that they give (a text where they are no single number), and why."""

    number: int
    facts: str
    points: Fraction | str
    whys: str

    def shown(self) -> dict[str, Fraction | str]:
        """What stands in the cells that nobody may change, by column."""
        return {"number": Fraction(self.number), "facts": self.facts, "points": self.points, "whys": self.whys}


@dataclass(frozen=True, slots=True)
class SigningGroup:
    """The cases of an item with its method, or those of the whole form, which has none."""

    title: str
    method: str
    cases: tuple[SigningCase, ...]


@dataclass(frozen=True, slots=True)
class SigningForm:
    """The whole workbook. `rubric` is what the cases call it, `cases` the same cases as a file of them has them."""

    title: str
    rubric: Mapping[str, str]
    how_to: tuple[str, ...]
    groups: tuple[SigningGroup, ...]
    cases: str

    def every(self) -> Iterator[SigningCase]:
        return (case for group in self.groups for case in group.cases)

    def sealed(self, cells: Mapping[str, Mapping[str, str]]) -> dict[str, Any]:
        """What is sealed: the cases, and what stood in the cells of each row by its number."""
        return {
            "format": FORMAT,
            "kind": KIND,
            "title": self.title,
            "rubric": dict(self.rubric),
            "cases": self.cases,
            "cells": {number: dict(one) for number, one in cells.items()},
        }
