"""A program of columns as rounds: what is computed of members, put together, then of units, level upon level."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from kaohe.backends.cells.formulas import Apply, Formula, Reference, referred, weight
from kaohe.backends.columns.sql_code import REPEATED
from kaohe.scoring.columns.column_writer import Aggregate, Stage

SHORT = 3
"""What stands more than once in the text of a formula and is longer gets a column of its own."""
LONG = 40
"""A formula that has become so long is put into no other."""
Cells = dict[str, Formula]


@dataclass(slots=True)
class Members:
    """The columns of a list's members in a round, by levels, and what comes of them."""

    levels: list[Cells] = field(default_factory=list)
    aggregates: dict[str, Aggregate] = field(default_factory=dict)


@dataclass(slots=True)
class Round:
    """What is computed of members from what units have by then; after that, what is computed of units from it."""

    members: dict[str, Members] = field(default_factory=dict)
    levels: list[Cells] = field(default_factory=list)


class _Cells:
    """All cells of a program: those of units under the empty key, those of members under that of their list."""

    def __init__(self, stages: Sequence[Stage], wanted: AbstractSet[str]) -> None:
        self.by_list: dict[str, Cells] = {"": {}}
        self.aggregates: dict[str, tuple[str, Aggregate]] = {}
        self.wanted = wanted
        for stage in stages:
            self.by_list.setdefault(stage.of, {}).update(stage.cells)
            self.aggregates |= {name: (stage.of, one) for name, one in stage.aggregates.items()}
        self._prune()
        self.by_list = {key: _with_parts(cells, key) for key, cells in self.by_list.items()}

    def _prune(self) -> None:
        """Drop what nothing that is wanted comes of."""
        every = {name: formula for cells in self.by_list.values() for name, formula in cells.items()}
        every |= {name: Reference(one.column) for name, (_, one) in self.aggregates.items()}
        wanted = reached(self.wanted, every)
        self.by_list = {
            key: {name: one for name, one in cells.items() if name in wanted} for key, cells in self.by_list.items()
        }
        self.aggregates = {name: one for name, one in self.aggregates.items() if name in wanted}


def rounds(stages: Sequence[Stage], wanted: AbstractSet[str]) -> list[Round]:
    """The rounds in order, until all is computed that is wanted. Without lists there is one."""
    cells = _Cells(stages, wanted)
    at = _rounds_of(cells)
    found = [Round() for _ in range(max(at.values(), default=0) + 1)]
    for key in cells.by_list:
        kept = {*wanted, *(one.column for _, one in cells.aggregates.values()), *_read_elsewhere(cells, key)}
        own = _inlined(cells.by_list[key], kept)
        for place, one in enumerate(found):
            if key:
                one.members |= _members(cells, key, own, {name for name, number in at.items() if number == place})
            else:
                one.levels = _levels({name: formula for name, formula in own.items() if at[name] == place})
    return found


def _members(cells: _Cells, key: str, own: Cells, names: AbstractSet[str]) -> Mapping[str, Members]:
    """What is to be computed of a list's members for the aggregates among these names."""
    taken = {name: one for name, (of, one) in cells.aggregates.items() if of == key and name in names}
    wanted = reached({one.column for one in taken.values()}, own)
    levels = _levels({name: formula for name, formula in own.items() if name in wanted})
    return {key: Members(levels, taken)} if taken else {}


def reached(names: Iterable[str], cells: Mapping[str, Formula]) -> AbstractSet[str]:
    """These names and all that their cells read."""
    found: set[str] = set()
    left = list(names)
    while left:
        name = left.pop()
        if name not in found:
            found.add(name)
            left += referred(cells[name]) if name in cells else ()
    return found


def _rounds_of(cells: _Cells) -> Mapping[str, int]:
    """The round of each cell; what comes of members belongs to the next one after what these need of units."""
    found: dict[str, int] = {}
    every = {name: (key, formula) for key, own in cells.by_list.items() for name, formula in own.items()}

    def at(name: str) -> int:
        if name in found:
            return found[name]
        if name in cells.aggregates:
            found[name] = at(cells.aggregates[name][1].column)
        elif name in every:
            key, formula = every[name]
            found[name] = max((_seen(key, one) for one in referred(formula)), default=0)
        else:
            found[name] = 0
        return found[name]

    def _seen(key: str, name: str) -> int:
        of_unit = name in cells.by_list[""] or name in cells.aggregates
        return at(name) + (1 if key and of_unit else 0)

    for name in (*every, *cells.aggregates):
        at(name)
    return found


def _read_elsewhere(cells: _Cells, key: str) -> frozenset[str]:
    """What is read of other tables' cells."""
    others = (formula for other, own in cells.by_list.items() if other != key for formula in own.values())
    return frozenset().union(*map(referred, others))


def _with_parts(cells: Cells, key: str) -> Cells:
    """Long arguments that would be written more than once as columns of their own."""
    found: Cells = {}
    names: dict[Formula, Reference] = {}

    def part(formula: Formula) -> Formula:
        if not isinstance(formula, Apply):
            return formula
        arguments = tuple(map(part, formula.arguments))
        if formula.function in REPEATED:
            arguments = tuple(map(column, arguments))
        return Apply(formula.function, arguments)

    def column(formula: Formula) -> Formula:
        if weight(formula) <= SHORT:
            return formula
        if formula not in names:
            names[formula] = Reference(f"part.{key}.{len(names)}")
            found[names[formula].name] = formula
        return names[formula]

    for name, formula in cells.items():
        found[name] = part(formula)
    return found


def _inlined(cells: Cells, kept: Iterable[str]) -> Cells:
    """What is read once stands where it is read."""
    uses = Counter(name for formula in cells.values() for name in _uses(formula))
    stay, found, inside = {*kept}, Cells(), Cells()
    for name, formula in cells.items():
        whole = _replaced(formula, inside)
        once = uses[name] < 2 and name not in stay  # noqa: PLR2004 - twice is no more once
        (inside if once and weight(whole) < LONG else found)[name] = whole
    return found


def _uses(formula: Formula, times: int = 1) -> Iterator[str]:
    if isinstance(formula, Reference):
        yield from [formula.name] * times
    elif isinstance(formula, Apply):
        for one in formula.arguments:
            yield from _uses(one, times + (formula.function in REPEATED))


def _replaced(formula: Formula, inside: Mapping[str, Formula]) -> Formula:
    if isinstance(formula, Reference):
        return inside.get(formula.name, formula)
    if isinstance(formula, Apply):
        return Apply(formula.function, tuple(_replaced(one, inside) for one in formula.arguments))
    return formula


def _levels(cells: Cells) -> list[Cells]:
    """Each level reads only what is below it."""
    height: dict[str, int] = {}
    found: list[Cells] = []
    for name, formula in cells.items():
        height[name] = max((height[one] + 1 for one in referred(formula) if one in height), default=0)
        found += [{} for _ in range(height[name] + 1 - len(found))]
        found[height[name]][name] = formula
    return found
