"""The grades that a unit may have before places are shared out, as columns: what `GradeReached` says, in numbers.

Of each grade a digit to the base of three says whether the unit meets it, `MET`, or can only be given it by a minimum,
`BY_MINIMUM`; beside these the classes that units are compared within, and what breaks ties.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from typing import Literal, get_args

from kaohe.backends.cells.formulas import (
    FALSE,
    TRUE,
    Formula,
    both,
    call,
    choose,
    compare,
    either,
    negation,
    number,
    plus,
    times,
)
from kaohe.backends.cells.spans import Truth
from kaohe.backends.columns.column_widths import NULL, TooLarge
from kaohe.compiler.grade_trees import GradeTrees
from kaohe.expr.tree import Expr
from kaohe.rubric.grades import Grade
from kaohe.scoring.calculation.grade_cells import GradeCells, sure, undecided
from kaohe.scoring.calculation.unsure import Unsure
from kaohe.scoring.columns.column_writer import ColumnWriter
from kaohe.scoring.unit_grade import has_minimum

BASE, BY_MINIMUM, MET = 3, 1, 2
Chance = Literal["chances", "class", "tie"]
"""The digits of grades, the class by a choice, OF.CHOICE, and a number that breaks ties, OF.PLACE.LEVEL."""
CHANCES: tuple[Chance, ...] = get_args(Chance)
UNSCORED = -1
"""What stands instead of grades where there is no score; NULL is open."""


class ChanceColumns:
    """Writes them for one section, or the whole, whose grades other units decide as well."""

    def __init__(self, writer: ColumnWriter, unsure: Unsure, trees: GradeTrees) -> None:
        self._writer, self._unsure, self._trees = writer, unsure, trees
        self._cells = GradeCells(writer, unsure)

    def chances(self, unscored: Formula) -> Formula:
        """The digits, the best grade's the last. Raises TooLarge."""
        trees, keep = self._trees, self._writer.keep
        if not self._told_apart():
            raise TooLarge
        events = [(self._cells.holds(event), place) for _, event, place in trees.limits]
        best: Formula = number(0)
        for event, place in sorted(events, key=lambda one: one[1]):
            best = keep(choose(sure(event), number(place), best))
        found, first, unclear = self._digits(best)
        further = (both(undecided(event), compare(">", number(place), first)) for event, place in events)
        unknown = (negation(self._known(name)) for name in trees.groups)
        still_open = keep(either(unclear, *further, *unknown))
        return choose(unscored, number(UNSCORED), choose(still_open, NULL, found))

    def _digits(self, best: Formula) -> tuple[Formula, Formula, Formula]:
        """The digits of grades from the best that events leave, the place of the first, and whether one is open."""
        keep, none = self._writer.keep, number(len(self._trees.grades))
        digits: Formula = number(0)
        place_of: Formula = none
        ended: Formula = FALSE
        open_: Formula = FALSE
        for place, grade in enumerate(self._trees.grades):
            active = keep(both(compare(">=", number(place), best), negation(ended)))
            met, given, unclear = self._one(place, grade)
            digit = choose(both(active, met), number(MET), choose(both(active, given), number(BY_MINIMUM), number(0)))
            digit = keep(digit)
            digits = keep(plus(digits, times(digit, number(BASE**place))))
            here = both(compare("=", place_of, none), compare(">", digit, number(0)))
            place_of = keep(choose(here, number(place), place_of))
            open_ = keep(either(open_, both(active, unclear)))
            if not grade.shared_out:
                ended = keep(either(ended, both(active, met)))
        return digits, place_of, open_

    def _told_apart(self) -> bool:
        trees = self._trees
        return all(self._unsure.told_apart(self._unsure.groups([one])) for one in (*trees.asked, *trees.events))

    def _one(self, place: int, grade: Grade) -> tuple[Formula, Formula, Formula]:
        """Whether a unit meets a grade, whether only a minimum can give it, and whether either is open."""
        admits = self._cells.holds(self._trees.admits[place])
        meets = self._cells.holds(self._trees.admits[place], self._trees.reaches[place])
        failing = both(negation(meets.may), self._minimum(grade))
        unclear = either(undecided(meets), both(failing, undecided(admits)))
        return sure(meets), both(failing, sure(admits)), unclear

    def _minimum(self, grade: Grade) -> Formula:
        """Whether some of a unit's class may have a grade without reaching its cut-off."""
        options = self._trees.groups.get(grade.within, {})
        if not options:
            return _given(grade, {})
        held = ((sure(self._cells.holds(one)), {grade.within: option}) for option, one in options.items())
        return either(*(both(one, _given(grade, groups)) for one, groups in held))

    def _known(self, name: str) -> Formula:
        """Whether a unit has just one option of a choice."""
        held = [choose(sure(one), number(1), number(0)) for one in self._options(name)]
        return compare("=", reduce(plus, held), number(1))

    def _options(self, name: str) -> Sequence[Truth]:
        return [self._cells.holds(held) for held in self._trees.groups[name].values()]

    def classes(self) -> Iterator[tuple[str, Formula]]:
        """Each choice that units are compared within, and the place of a unit's option."""
        for name in self._trees.groups:
            found: Formula = NULL
            for place, one in enumerate(self._options(name)):
                found = choose(sure(one), number(place), found)
            yield name, self._writer.keep(found)

    def ties(self) -> Iterator[tuple[str, Formula, int]]:
        """What breaks ties, as PLACE.LEVEL, over so much; NULL while it is open. Raises TooLarge."""
        for place, several in enumerate(self._trees.tie_breaks):
            for level, tree in enumerate(several):
                yield f"{place}.{level}", *self._tie(tree)

    def _tie(self, tree: Expr) -> tuple[Formula, int]:
        (span,) = self._unsure.hulls(self._unsure.groups([tree]), lambda: [self._writer.number(tree)])
        low, high = span
        if not isinstance(low.over, int):  # it may be none
            raise TooLarge
        if span.exact:
            return low.top, low.over
        pairs = self._writer.pairs
        one = both(pairs.bounded(low), pairs.bounded(high), call("IFNULL", pairs.equals(low, high), FALSE))
        return choose(one, low.top, NULL), low.over


def _given(grade: Grade, groups: Mapping[str, str]) -> Formula:
    """Whether a class has a minimum."""
    return TRUE if has_minimum(grade, groups) else FALSE


def shared_out(trees: Mapping[str, GradeTrees]) -> Mapping[str, GradeTrees]:
    """Those of which places are shared out."""
    return {name: one for name, one in trees.items() if any(grade.shared_out for grade in one.grades)}
