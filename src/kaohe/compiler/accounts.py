"""The accounts on which an item loses points, and the parts that hold them, in the order in which they drain it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from kaohe.expr.tree import ZERO, Expr, If, Input, points, total
from kaohe.expr.tree_questions import asked, facts_read, inputs
from kaohe.rubric.model import Item
from kaohe.rubric.rule_parts.rule import Line

Floor = Literal["part", "item", "none", "veto", "penalty"]
ORDER: tuple[Floor, ...] = ("part", "none", "item", "veto", "penalty")
"""Parts that draw on their own points come first, then those that go on to the item's zero, and so on."""
DUES = "dues"
"""What stands before the name of a due that has been computed before: `dues.ITEM.N`."""
LIMITS = "limits"
"""The same of a limit that rests on facts: `limits.ITEM.N`."""


@dataclass(frozen=True, slots=True)
class Account:
    """A line of a part, with the words it rests on: `rule` is its name in the ledger, `place` where the rule stands."""

    rule: str
    clause: str
    line: Line
    place: tuple[str, int] = ("", 0)
    """The item's list, `rules` or `vetoes`, and the place in it, from 0."""

    def named(self, name: str, limits: Mapping[Expr | None, Expr]) -> "Account":
        """The same with its due under a name, and its limit if it is one of these; the dues of a list are a list."""
        members, limit = name if self.line.members else "", self.line.limit
        due = Input(f"{name}.*" if members else name)
        return replace(self, line=replace(self.line, due=due, members=members, limit=limits.get(limit, limit)))


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

    def trees(self, account: Account) -> tuple[Expr, ...]:
        """What is due on one of its accounts, and the limits to it that rest on facts: the account's and the part's."""
        limits = (account.line.limit, self.limit)
        return account.line.due, *(one for one in limits if one is not None and inputs(one))


@dataclass(frozen=True, slots=True)
class ItemAccounts:
    """An item's parts in the order in which they drain it."""

    number: str
    item: Item
    parts: tuple[Part, ...]

    @property
    def accounts(self) -> Iterator[Account]:
        return (account for part in self.parts for account in part.accounts)

    @property
    def trees(self) -> Iterator[tuple[Expr, ...]]:
        """For each account what is due on it, and the limits to it that rest on facts."""
        return (part.trees(account) for part in self.parts for account in part.accounts)

    def limits(self) -> Mapping[Expr, str]:
        """Every limit that rests on facts, with a name for it."""
        every = dict.fromkeys(limit for _, *limits in self.trees for limit in limits)
        return {limit: f"{LIMITS}.{self.item.id}.{number}" for number, limit in enumerate(every)}

    def due_names(self) -> Iterator[str]:
        """A name for what is due on each account."""
        return (f"{DUES}.{self.item.id}.{number}" for number, _ in enumerate(self.accounts))

    def named(self) -> "ItemAccounts":
        """The same item for those who have computed its dues and limits before: each stands under its name."""
        names = self.due_names()
        limits: dict[Expr | None, Expr] = {limit: Input(name) for limit, name in self.limits().items()}
        parts = [
            replace(
                part,
                limit=limits.get(part.limit, part.limit),
                accounts=tuple(one.named(next(names), limits) for one in part.accounts),
            )
            for part in self.parts
        ]
        return replace(self, parts=tuple(parts))

    def applies(self) -> Expr:
        """How many of the item's points apply to the unit."""
        return total(
            [points(p.points) if p.exists is None else If(p.exists, points(p.points), ZERO) for p in self.parts]
        )

    def optional(self) -> frozenset[str]:
        """The keys of facts that need not exist: some tree asks whether they do."""
        return frozenset().union(*(asked(tree) for trees in self.trees for tree in trees))

    def reads(self) -> frozenset[str]:
        """The keys of the facts that the item's score rests on."""
        lists = {account.line.members for account in self.accounts if account.line.members}
        return facts_read(*(tree for trees in self.trees for tree in trees)) | lists
