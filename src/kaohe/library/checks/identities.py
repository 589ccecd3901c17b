"""Names must be well-formed and stand for one thing only."""

import re
from collections.abc import Iterable, Iterator, Sequence

from kaohe.compiler.lowering import ITEMS, RESULTS
from kaohe.formulas.scope import PARAMETERS, SHARED
from kaohe.formulas.tokens import WORDS
from kaohe.library.checks.positions import Path, Place, holders, items
from kaohe.problems import Problem
from kaohe.rubric.model import Item, Rubric

IDENTIFIER = re.compile(r"(?![_0-9])[a-z0-9_\u3400-\u4dbf\u4e00-\u9fff]+")
"""Small letters, digits and _, or Chinese characters; formulas name facts by it."""
RESERVED = (PARAMETERS, SHARED, RESULTS, ITEMS, *WORDS)
"""Formulas mean something else by it."""
OF_TOTALS = ("sections", "sum", "score")
"""In formulas above items too, where an item's id stands before its facts."""
RUBRIC_IDENTIFIER = re.compile(r"[a-z0-9][a-z0-9_-]*")


def check(rubric: Rubric, place: Place) -> Iterator[Problem]:
    if not RUBRIC_IDENTIFIER.fullmatch(rubric.id):
        yield place.problem("malformed-rubric-id", ("id",), {"found": rubric.id})
    if "self" not in rubric.stages:
        yield place.problem("no-self-stage", ("stages",))
    rows = list(items(rubric))
    sections = [(section.id, ("sections", number, "id")) for number, section in enumerate(rubric.sections)]
    yield from _distinct(place, sections)
    yield from _distinct(place, [(item.id, (*path, "id")) for _, item, path in rows])
    above: list[Path] = [*(("sections", number) for number in range(len(sections))), ()]
    for (_, total), where in zip(rubric.totals(), above, strict=True):
        yield from _unique(place, [(one.id, (*where, "grades", n, "id")) for n, one in enumerate(total.grades)])
    for _, item, path in rows:
        if item.id in OF_TOTALS:
            yield place.problem("reserved-id", (*path, "id"), {"found": item.id})
    yield from _well_formed(place, [(name, ("parameters", name)) for name in rubric.parameters])
    yield from _well_formed(place, [(name, ("shared", name)) for name in rubric.shared])
    for _, item, path in rows:
        yield from _of_item(place, item, path)


def _of_item(place: Place, item: Item, path: Path) -> Iterator[Problem]:
    yield from _well_formed(place, [(name, (*path, "indicators", name)) for name in item.indicators])
    yield from check_rules(place, item, path)
    for name, one in item.indicators.items():
        where = (*path, "indicators", name)
        yield from _well_formed(place, [(option, (*where, "options", option)) for option in one.options])
        yield from _unique(place, [(member, (*where, "members", n)) for n, member in enumerate(one.members)])
    readings = [
        (reading.id, (*where, "readings", one, "id"))
        for holder, where in holders(item, path)
        for one, reading in enumerate(holder.readings)
    ]
    yield from _distinct(place, readings)


def check_rules(place: Place, item: Item, path: Path) -> Iterator[Problem]:
    """The names by which formulas know the rules of one item."""
    yield from _distinct(
        place, [(rule.id, (*path, "rules", number, "id")) for number, rule in enumerate(item.rules) if rule.id]
    )


def _distinct(place: Place, named: Sequence[tuple[str, Path]]) -> Iterator[Problem]:
    for name, path in named:
        if not IDENTIFIER.fullmatch(name):
            yield place.problem("malformed-id", path, {"found": name})
        if name in RESERVED:
            yield place.problem("reserved-id", path, {"found": name})
    yield from _unique(place, named)


def _unique(place: Place, named: Iterable[tuple[str, Path]]) -> Iterator[Problem]:
    first: dict[str, Path] = {}
    for name, path in named:
        if name in first:
            line, _ = place.document.position(first[name])
            yield place.problem("duplicate-id", path, {"found": name, "line": line})
        first.setdefault(name, path)


def _well_formed(place: Place, named: Iterable[tuple[str, Path]]) -> Iterator[Problem]:
    for name, path in named:
        if not IDENTIFIER.fullmatch(name):
            yield place.problem("malformed-id", path, {"found": name}, key=True)
        if name in RESERVED:
            yield place.problem("reserved-id", path, {"found": name}, key=True)
