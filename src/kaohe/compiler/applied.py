"""What each account of an item really takes, as trees: after the caps, floors, gates and vetoes that come before it.

An account takes what is left before its turn, less what is left after it. So what all of them take together is what the
item has lost, and full marks less all that was applied are what is left of its points.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from kaohe.compiler.accounts import Floor, ItemAccounts, Part
from kaohe.compiler.remainders import apart, given, greater, lesser, lost, shared, within_limit
from kaohe.expr.tree import ZERO, Const, Expr, If, Input, points, total
from kaohe.rubric.rule_parts.rule import Line

STEPS = "steps"
"""What stands before the name of a step: `steps.ITEM.N`."""


class Step(NamedTuple):
    """A number or a condition under a name: trees that come later refer to it, and it is computed once."""

    name: str
    tree: Expr


@dataclass(frozen=True, slots=True)
class LedgerTrees:
    """One account: what its clause asks for, and what is really taken; of a list, both from all members together.

    `steps` are to be computed before, in order, after those of the accounts before it. `withheld` is what of a list's
    due is counted against the points that a closed gate has taken already.
    """

    steps: tuple[Step, ...]
    due: Expr
    applied: Expr
    withheld: Expr = ZERO


def ledger(item: ItemAccounts) -> tuple[LedgerTrees, ...]:
    """Every account of the item, in the order in which they drain it."""
    drain = _Drain(item)
    return tuple(trees for part in item.parts for trees in drain.part(part))


class _Drain:
    """Gives the accounts of an item their trees, one after another, and names what they leave to those that follow."""

    def __init__(self, item: ItemAccounts) -> None:
        self._item = item
        self._steps: list[Step] = []
        self._used = 0
        self._left: dict[Floor, list[Expr]] = {"part": [], "none": []}
        self._pool: Expr | None = None
        self._reached: Expr | None = None

    def part(self, part: Part) -> Iterator[LedgerTrees]:
        if part.floor == "item":
            yield from self._pooled(part)
        elif part.floor == "veto":
            yield from (self._veto(account.line) for account in part.accounts)
        elif part.floor == "penalty":
            yield from (self._trees(account.line, account.line.total()) for account in part.accounts)
        else:
            yield from self._apart(part)

    def _apart(self, part: Part) -> Iterator[LedgerTrees]:
        """Accounts that draw on their own part alone."""
        before: Expr = ZERO
        for line, after, withheld in self._losses(part):
            yield self._trees(line, _less(after, before), withheld)
            before = after
        self._keep(part, _less(points(part.points), before))

    def _keep(self, part: Part, remaining: Expr) -> None:
        """What a part leaves; of one without a floor, its own points apart, where others go on to the item's zero."""
        if part.floor == "none" and part.points and any(one.floor == "item" for one in self._item.parts):
            remaining = self._named(remaining)
            self._left["part"].append(shared(part, remaining))
            remaining = apart(part, remaining)
        self._left[part.floor].append(remaining)

    def _pooled(self, part: Part) -> Iterator[LedgerTrees]:
        """Accounts that go on to the item's floor: they draw on all that is left above it.

        What a part gives beyond its points is there from the start: it can be lost again.
        """
        start = before = self._shared()
        for number, (line, loss, withheld) in enumerate(self._losses(part), 1):
            gift = given(part) if number == len(part.accounts) else ZERO
            self._pool = after = self._named(greater(ZERO, start - _less(loss, gift)))
            yield self._trees(line, total([before - after] if gift is ZERO else [gift, before - after]), withheld)
            before = after

    def _veto(self, line: Line) -> LedgerTrees:
        """It takes all that the item has left, and asks for what was gained beyond the item's points as well."""
        if self._reached is None:
            above = self._left["part"] if self._pool is None else [self._pool]
            self._reached = self._named(total([*above, *self._left["none"]]))
        taken = self._named(If(line.due > ZERO, greater(ZERO, self._reached), ZERO))
        self._reached = self._named(self._reached - taken)
        return replace(self._trees(line, taken), due=greater(line.due, taken))

    def _losses(self, part: Part) -> Iterator[tuple[Line, Expr, Expr]]:
        """Each line with what the part has lost after its turn, and with what is withheld of it."""
        asked: Expr = ZERO
        closed: Expr | None = None
        for account in part.accounts:
            line, before = account.line, asked
            if line.gate:
                shut = line.due > ZERO
                closed = shut if closed is None else self._named(closed) | shut
            else:
                asked = self._named(line.total() if asked is ZERO else asked + line.total())
            withheld: Expr = ZERO
            if line.members and closed is not None and part.floor != "part":
                kept = [lesser(points(part.points), within_limit(part, one)) for one in (before, asked)]
                withheld = If(closed, kept[1] - kept[0], ZERO)
            yield line, self._named(lost(part, asked, closed)), withheld

    def _shared(self) -> Expr:
        """What is left above the item's floor."""
        if self._pool is None:
            gifts = [_less(points(part.points), given(part)) for part in self._item.parts if part.floor == "item"]
            self._pool = self._named(total([*self._left["part"], *gifts]))
        return self._pool

    def _named(self, tree: Expr) -> Expr:
        """The tree under a name, unless it is as short as one."""
        if isinstance(tree, Const | Input):
            return tree
        step = Step(f"{STEPS}.{self._item.item.id}.{self._used}", tree)
        self._used += 1
        self._steps.append(step)
        return Input(step.name)

    def _trees(self, line: Line, applied: Expr, withheld: Expr = ZERO) -> LedgerTrees:
        steps, self._steps = tuple(self._steps), []
        return LedgerTrees(steps, replace(line, limit=None).total(), applied, withheld)


def _less(whole: Expr, part: Expr) -> Expr:
    return whole if part is ZERO else whole - part
