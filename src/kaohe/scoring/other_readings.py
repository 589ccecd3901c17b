"""What an item would get if the words of one of its rules or vetoes were read in another way."""

from collections.abc import Callable
from contextlib import suppress
from fractions import Fraction
from functools import lru_cache
from typing import Any, NamedTuple

from kaohe.backends.exact import Compiled, compile_trees
from kaohe.compiler.lowering import lower_item
from kaohe.compiler.remainders import score
from kaohe.compiler.row_layout import Fact
from kaohe.expr.not_applicable import NOT_APPLICABLE
from kaohe.expr.tree import Const, Expr
from kaohe.expr.tree_questions import defined, facts_read
from kaohe.formulas.scope import UnknownReference
from kaohe.problems import Problems
from kaohe.rubric.model import Item
from kaohe.rubric.rule_parts.rule import Reading
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.scoring.points_told import MOST_KEPT
from kaohe.source.models import construct
from kaohe.submission.gaps import Row, is_missing

Taken = Callable[[str, str], Any]
"""The data of the rubric with one reading, by its full name, taken as an option says; raises Problems if they clash."""


class OtherReading(NamedTuple):
    """A way to read a passage that was not taken, and the score of its item then; None where facts do not say."""

    id: str
    option: str
    meaning: str
    score: Fraction | None


class _Item(NamedTuple):
    """An item read in another way."""

    id: str
    option: str
    meaning: str
    compute: Compiled
    needed: tuple[int, ...]
    """Where the facts stand that must apply."""
    single: tuple[int, ...]
    """Where the facts stand that must not be missing, but for lists."""
    lists: tuple[Fact, ...]

    def places(self) -> set[int]:
        """Where all that stands which it rests on."""
        return {*self.needed, *self.single, *(one.start for one in self.lists)}


class _Ready(NamedTuple):
    """The other readings of a rule or veto, and the places in the row that they rest on together."""

    items: tuple[_Item, ...]
    places: tuple[int, ...]


class OtherReadings:
    """The readings of one rubric's rules and vetoes, each made ready when it is first wanted."""

    def __init__(self, compiled: CompiledRubric, taken: Taken) -> None:
        self._compiled, self._taken = compiled, taken
        self._scale = 10**compiled.rubric.rounding.places
        self._slots, self._divided = compiled.layout.slots, compiled.layout.divided
        self._ready: dict[tuple[int, str, int], _Ready] = {}
        self._kept = lru_cache(maxsize=MOST_KEPT)(self._scored)

    def others(self, place: int, account: tuple[str, int], row: Row, got: Fraction) -> list[OtherReading]:
        """Those of a rule or veto of the item at `place` that give it another score than the one that it got."""
        return [one for one in self.scores(place, account, row) if one.score is not None and one.score != got]

    def scores(self, place: int, account: tuple[str, int], row: Row) -> list[OtherReading]:
        """All of a rule or veto, which stands in one of the item's lists."""
        places = self.rest_on(place, account)
        return self._kept((place, *account), tuple([row[at] for at in places]))

    def rest_on(self, place: int, account: tuple[str, int]) -> tuple[int, ...]:
        """Where in the row the facts stand that these scores rest on."""
        ready = self._ready.get((place, *account))
        if ready is None:
            made = tuple(self._made(place, account))
            places = tuple(sorted({at for one in made for at in one.places()}))
            ready = self._ready[place, *account] = _Ready(made, places)
        return ready.places

    def _scored(self, key: tuple[int, str, int], values: Row) -> list[OtherReading]:
        """The same of the facts that they rest on: the members of a list, and unit after unit, ask for one thing."""
        ready, row = self._ready[key], [None] * self._compiled.layout.width
        for at, value in zip(ready.places, values, strict=True):
            row[at] = value
        return [OtherReading(one.id, one.option, one.meaning, self._score(one, row)) for one in ready.items]

    def _made(self, place: int, account: tuple[str, int]) -> list[_Item]:
        item = self._compiled.rubric.items()[place][1]
        holder = getattr(item, account[0])[account[1]]
        return [
            made
            for reading in holder.readings
            for option in reading.options
            if option != reading.chosen and (made := self._read(place, item, reading, option)) is not None
        ]

    def _read(self, place: int, item: Item, reading: Reading, option: str) -> _Item | None:
        """None where it does not go with what was chosen, or is another item's matter too."""
        with suppress(Problems, UnknownReference):
            data = self._taken(f"{item.id}.{reading.id}", option)
            rows = [row for section in data["sections"] for row in section["items"]]
            other = construct(Item, rows[place])
            rubric, layout = self._compiled.rubric, self._compiled.layout
            accounts = lower_item("", other, self._compiled.commons[place])
            tree = score(accounts, rubric.rounding.places)
            run = compile_trees([tree, _sound(tree)], self._slots, self._scale, self._divided)
            used, optional = layout.find(accounts.reads()), accounts.optional()
            read = layout.find(facts_read(tree))
            return _Item(
                id=f"{item.id}.{reading.id}",
                option=option,
                meaning=reading.options[option].meaning,
                compute=run,
                needed=tuple(one.start for one in used if optional.isdisjoint(one.keys())),
                single=tuple(at for one in read if not one.indicator.list for at in one.places()),
                lists=tuple(one for one in read if one.indicator.list),
            )
        return None

    def _score(self, one: _Item, row: Row) -> Fraction | None:
        """None where it rests on facts that are not there, or can't be computed."""
        if any(row[at] is None for at in one.single) or any(row[at] is NOT_APPLICABLE for at in one.needed):
            return None
        if any(is_missing(fact, row) for fact in one.lists):
            return None
        points, sound = one.compute(row)
        return Fraction(points, self._scale) if sound else None


def _sound(tree: Expr) -> Expr:
    """Whether it can be computed."""
    sound = defined(tree)
    return Const(True) if sound is None else sound
