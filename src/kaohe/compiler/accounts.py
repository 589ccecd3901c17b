"""The accounts on which an item loses points, and the parts that hold them, in the order in which they drain it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from kaohe.expr.tree import ZERO, Expr, If, Input, points, total
from kaohe.expr.tree_questions import asked, facts_read
from kaohe.rubric.model import Item
from kaohe.rubric.rules.rule import Line

Floor = Literal["part", "item", "none", "veto", "penalty"]
ORDER: tuple[Floor, ...] = ("part", "item", "none", "veto", "penalty")
"""Parts that stop at their own zero come first, then those that go on to the item's, and so on."""
DUES = "dues"
"""What stands before the name of a due that has been computed before: `dues.ITEM.N`."""


@dataclass(frozen=True, slots=True)
class Account:
    """A line of a part, with the words it rests on: `rule` is its name in the ledger, `place` where the rule stands."""

    rule: str
    clause: str
    line: Line
    place: tuple[str, int] = ("", 0)
    """The item's list, `rules` or `vetoes`, and the place in it, from 0."""

    def named(self, name: str) -> "Account":
        """The same with its due under a name; the dues of a list are a list."""
        members = name if self.line.members else ""
        due = Input(f"{name}.*" if members else name)
        return replace(self, line=replace(self.line, due=due, members=members))


@dataclass(frozen=True, slots=True)
class Part:
    """Points that stand together and the accounts that drain them, in order: gates first.

    `floor` says how far: to the part's own zero, to the item's, or without end; a veto takes all that the item has
    left, and a penalty comes on top of it.
    `limit` is the most that all accounts together may take; None is no limit.
    """

    points: Fraction
    floor: Floor
    limit: Expr | None
    accounts: tuple[Account, ...]
    exists: Expr | None = None
    """Whether its points count among those that apply; None where they always do."""


@dataclass(frozen=True, slots=True)
class ItemAccounts:
    """An item's parts in the order in which they drain it."""

    number: str
    item: Item
    parts: tuple[Part, ...]

    @property
    def accounts(self) -> Iterator[Account]:
        return (account for part in self.parts for account in part.accounts)

    def due_names(self) -> Iterator[str]:
        """A name for what is due on each account."""
        return (f"{DUES}.{self.item.id}.{number}" for number, _ in enumerate(self.accounts))

    def named(self) -> "ItemAccounts":
        """The same item for those who have computed its dues before: each stands under its name."""
        names = self.due_names()
        named = (tuple(one.named(next(names)) for one in part.accounts) for part in self.parts)
        return replace(
            self, parts=tuple(replace(part, accounts=own) for part, own in zip(self.parts, named, strict=True))
        )

    def applies(self) -> Expr:
        """How many of the item's points apply to the unit."""
        return total(
            [points(p.points) if p.exists is None else If(p.exists, points(p.points), ZERO) for p in self.parts]
        )

    def optional(self) -> frozenset[str]:
        """The keys of facts that need not exist: some tree asks whether they do."""
        return frozenset().union(*(asked(account.line.due) for account in self.accounts))

    def reads(self) -> frozenset[str]:
        """The keys of the facts that the item's score rests on."""
        lists = {account.line.members for account in self.accounts if account.line.members}
        return facts_read(*(account.line.due for account in self.accounts)) | lists
