"""What comes of one account where something is due on it, before a unit is known."""

from collections.abc import Iterator
from dataclasses import dataclass

from kaohe.backends.traced.paths import Path
from kaohe.backends.traced.unknowns import Unknown
from kaohe.compiler.accounts import ItemAccounts, Part
from kaohe.compiler.lowering import ITEMS
from kaohe.expr.numbers import added
from kaohe.expr.tree import ZERO, Call, Expr, Input, Op, points, total
from kaohe.messages import say
from kaohe.scoring.foretold.account_numbers import AccountNumbers
from kaohe.scoring.ledger import POOLED
from kaohe.scoring.outcomes import Outcome, OutcomeWords


@dataclass(frozen=True, slots=True)
class Coming:
    """That of the `place`-th account of an item."""

    item: ItemAccounts
    place: int
    numbers: AccountNumbers
    words: OutcomeWords

    def said(self, path: Path) -> str:
        """After its reason; of a list, of all its members together."""
        account, part = list(self.item.accounts)[self.place], self._parts()[self.place]
        due, applied = (Unknown(path, one) for one in self.numbers.numbers[self.place])
        if account.line.members:
            return self.words.plainly("", applied)
        if part.floor == "penalty":
            score = Unknown(path, Input(f"{ITEMS}.{self.item.item.id}"))
            return self.words.penalty("", applied, score, last=self._is_last(path))
        outcome = Outcome(
            line=account.line,
            part=part,
            due=due,
            applied=applied,
            alone=True,
            part_lost=lambda: Unknown(path, total([*self._of_part()])),
            item_lost=lambda: Unknown(path, total([*self._of_item()])),
            pool=added(one.points for one in self.item.parts),
        )
        return self.words.told("", outcome)

    def certain(self, path: Path) -> str:
        """What is taken for certain while facts are missing."""
        applied = Unknown(path, self.numbers.numbers[self.place].applied)
        return self.words.plainly(say("arithmetic.certain", self.words.language), applied)

    @property
    def trees(self) -> tuple[Expr, ...]:
        """What is due, and the limits that rest on facts."""
        return [*self.item.trees][self.place]

    def _parts(self) -> list[Part]:
        """The part of each account."""
        return [part for part in self.item.parts for _ in part.accounts]

    def _is_last(self, path: Path) -> bool:
        later = self.numbers.numbers[self.place + 1 :]
        return all(path.holds(Call(Op.EQUAL, (one.due, ZERO))) for one in later)

    def _of_part(self) -> Iterator[Expr]:
        """What the accounts of its part have taken after its turn."""
        parts = self._parts()[: self.place + 1]
        yield from (self.numbers.numbers[place].applied for place, part in enumerate(parts) if part is parts[-1])

    def _of_item(self) -> Iterator[Expr]:
        """What was taken above the item's zero after its turn, and all that is given."""
        yield from (self._within(part) for part in self.item.parts if part.floor == "none" and part.points)
        for place, part in enumerate(self._parts()):
            applied = self.numbers.numbers[place].applied
            if part.floor in POOLED and place <= self.place:
                yield applied
            elif part.floor in POOLED and not self.numbers.never_gives(applied):
                yield Call(Op.MINIMUM, (ZERO, applied))

    def _within(self, endless: Part) -> Expr:
        """What a part without a floor has lost of its own points."""
        numbers = zip(self._parts(), self.numbers.numbers, strict=True)
        taken = total([one.applied for part, one in numbers if part is endless])
        return Call(Op.MINIMUM, (points(endless.points), Call(Op.MAXIMUM, (ZERO, taken))))
