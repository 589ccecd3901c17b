"""Points must add up, and nothing be empty: rules in their item, items in their section, sections in the whole.

What a formula makes or what is rescaled has full marks of its own.
"""

from collections.abc import Iterator, Sized
from fractions import Fraction

from kaohe.expr.numbers import plain
from kaohe.library.checks.positions import Path, Place, items
from kaohe.problems import Problem
from kaohe.rubric.model import Item, Rubric


def check(rubric: Rubric, place: Place) -> Iterator[Problem]:
    for _, item, path in items(rubric):
        yield from check_item(place, item, path)
    yield from _some(place, ("sections",), rubric.sections)
    for number, section in enumerate(rubric.sections):
        yield from _some(place, ("sections", number, "items"), section.items)
        parts = [item.points for item in section.items]
        if section.score is None and rubric.rescale != "section":
            yield from _compare(place, ("sections", number), section.title, section.points, parts)
    if rubric.score is None and rubric.rescale != "total":
        yield from _compare(place, (), rubric.title, rubric.points, [section.points for section in rubric.sections])


def check_item(place: Place, item: Item, path: Path) -> Iterator[Problem]:
    """The rules of one item."""
    if item.todo:  # said of what is left to do: its points are not there yet
        return
    if item.points or item.rules:
        yield from _some(place, (*path, "rules"), item.rules)
    yield from _compare(place, path, item.title, item.points, [rule.points for rule in item.rules if rule.counts])


def _some(place: Place, path: Path, listed: Sized) -> Iterator[Problem]:
    if not len(listed):
        yield place.problem("nothing-inside", path, {"key": path[-1]})


def _compare(place: Place, path: Path, title: str, points: Fraction, parts: list[Fraction]) -> Iterator[Problem]:
    found = sum(parts, Fraction(0))
    if found != points:
        yield place.problem(
            "points-do-not-add-up",
            (*path, "points"),
            {"title": title, "points": plain(points), "found": plain(found), "parts": " + ".join(map(plain, parts))},
        )
