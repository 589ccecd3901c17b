"""The cells of a stage in few steps: what is used once stands inside what uses it, the rest level by level."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from kaohe.backends.cells.formulas import Apply, Formula, Reference
from kaohe.backends.columns.folding import Folding

Level = Sequence[tuple[str, Formula]]
"""Columns, by their names, of which none reads another."""


def levels(cells: Mapping[str, Formula], wanted: frozenset[str]) -> Sequence[Level]:
    """Cells that stand behind all that they read; `wanted` are those that somebody reads who is not among them.

    What nobody reads is left out.
    """
    used = _used(_folded(cells), wanted)
    times = Counter(name for formula in used.values() for name in _names(formula))
    inside: dict[str, Formula] = {}
    depth: dict[str, int] = {}
    found: list[list[tuple[str, Formula]]] = []
    for name, formula in used.items():
        place = max((depth[one] for one in _names(formula) if one in depth), default=0)
        whole = Folding().folded(_filled(formula, inside))
        if times[name] == 1 and name not in wanted:
            inside[name], depth[name] = whole, place
            continue
        if place == len(found):
            found.append([])
        found[place].append((name, whole))
        depth[name] = place + 1
    return found


def _folded(cells: Mapping[str, Formula]) -> Mapping[str, Formula]:
    """Each by what is known of those before it."""
    folding, found = Folding(), {}
    for name, formula in cells.items():
        found[name] = folding.folded(formula)
        folding.limits.cells[name] = folding.limits.of(found[name])
    return found


def _used(cells: Mapping[str, Formula], wanted: frozenset[str]) -> Mapping[str, Formula]:
    """Those that something wanted rests on, in their order."""
    asked = set(wanted)
    for name, formula in reversed([*cells.items()]):
        if name in asked:
            asked.update(_names(formula))
    return {name: formula for name, formula in cells.items() if name in asked}


def _names(formula: Formula) -> Iterator[str]:
    """The cells that a formula reads, each as often as it stands there."""
    match formula:
        case Reference(name):
            yield name
        case Apply(_, arguments):
            for one in arguments:
                yield from _names(one)


def _filled(formula: Formula, inside: Mapping[str, Formula]) -> Formula:
    match formula:
        case Reference(name) if name in inside:
            return inside[name]
        case Apply(function, arguments):
            return Apply(function, tuple(_filled(one, inside) for one in arguments))
    return formula
