"""What counts at a later stage, as formulas: what is entered instead, or else what the unit has said."""

from collections.abc import Callable, Iterator, Sequence

from kaohe.authoring.live.entered_places import EnteredPlaces
from kaohe.backends.cells.formulas import Formula, Literal, Reference, call, choose, compare, either, negation
from kaohe.results.calculation import Cell
from kaohe.results.live_form import EntryAt, Source
from kaohe.submission.entry_rows import COMPUTED_WORD, NONE_WORD

BLANK = Literal("")
NEW = "new_"
TakesNew = Callable[[EntryAt], bool]
"""Whether there is a cell in which something can be entered in place of what stands in one."""


def content(name: str) -> Formula:
    """What stands in a cell; a blank one is an empty text."""
    return choose(call("ISBLANK", Reference(name)), BLANK, Reference(name))


def filled(name: str) -> Formula:
    return negation(call("ISBLANK", Reference(name)))


class Effective:
    """Writes the inputs of a calculation as cells; `inputs` learns where that is entered which they rest on."""

    def __init__(self, inputs: dict[str, Source], takes_new: TakesNew) -> None:
        self._inputs, self._takes_new = inputs, takes_new

    def item(self, item: str) -> Cell:
        """The points by judgement of an item, by its row."""
        old, new = self._sides(f"input.{item}", EntryAt(item, "current"))
        again = choose(compare("=", Reference(new), Literal(COMPUTED_WORD)), BLANK, Reference(new))
        return Cell(f"input.{item}", "", choose(filled(new), again, content(old)))

    def fact(self, one: EnteredPlaces) -> Iterator[Cell]:
        """The cells of one fact, where any of it can be corrected."""
        if not any(self._takes_new(at) for _, at in one.all()):
            return
        gone = [] if one.inapplicable is None else [f"new.inapplicable.{one.fact.key}"]
        if not one.members:
            yield from self._values(one, either(*map(filled, gone)))
            instead = [filled(f"new.{name}") for name in one.values]
        else:
            gone += [] if one.none is None else [f"new.input.none.{one.fact.key}"]
            yield from self._members(one, either(*map(filled, gone)))
            instead = [self._anybody(one), *([] if one.none is None else [filled(gone[-1])])]
        if one.inapplicable is not None:
            name = f"inapplicable.{one.fact.key}"
            old, new = self._sides(name, one.inapplicable)
            still = choose(either(*instead), BLANK, content(old))
            yield Cell(name, one.fact.called, choose(filled(new), Reference(new), still))

    def _values(self, one: EnteredPlaces, gone: Formula) -> Iterator[Cell]:
        for name, at in one.values.items():
            old, new = self._sides(name, at)
            here = choose(filled(new), Reference(new), content(old))
            yield Cell(name, one.fact.called, choose(gone, BLANK, here))

    def _members(self, one: EnteredPlaces, gone: Formula) -> Iterator[Cell]:
        """Each place of the list, then whether it is said that there is nobody."""
        taken = []
        for place, member in enumerate(one.members, 1):
            out = gone
            if not one.declared:
                taken.append(f"taken.{one.fact.key}.{place}")
                self._inputs[taken[-1]] = EntryAt(next(iter(member.values())).row, f"{NEW}state", place)
                out = either(gone, filled(taken[-1]))
            for name, at in member.items():
                if self._takes_new(at):
                    old, new = self._sides(name, at)
                    here = choose(filled(new), Reference(new), content(old))
                else:
                    self._inputs[f"entered.{name}"] = self._inputs.pop(name)
                    here = content(f"entered.{name}")
                yield Cell(name, one.fact.called, choose(out, BLANK, here))
        if one.none is not None:
            yield self._none(one, one.none, taken)

    def _none(self, one: EnteredPlaces, at: EntryAt, taken: Sequence[str]) -> Cell:
        """Nobody is left where all have been taken out."""
        name = f"input.none.{one.fact.key}"
        old, new = self._sides(name, at)
        left = choose(either(*map(filled, taken)), Literal(NONE_WORD), content(old))
        found = choose(filled(new), Reference(new), choose(self._anybody(one), BLANK, left))
        return Cell(name, one.fact.called, found)

    def _anybody(self, one: EnteredPlaces) -> Formula:
        names = [f"input.{one.fact.key}.{place}.member" for place, _ in enumerate(one.members, 1)]
        return either(*(negation(compare("=", Reference(name), BLANK)) for name in names))

    def _sides(self, name: str, at: EntryAt) -> tuple[str, str]:
        """What the two cells are called that an input rests on: the old one and the new one."""
        self._inputs.pop(name, None)
        self._inputs[f"entered.{name}"] = at
        self._inputs[f"new.{name}"] = EntryAt(at.row, f"{NEW}{at.column}", at.slot)
        return f"entered.{name}", f"new.{name}"
