"""One item as cells: what is due for certain and applied on each account, the lowest and highest score.

An account over a list is one line for all its members; what is due of each stands in a cell, what is applied does not.
"""

from collections.abc import Iterator

from kaohe.backends.cells.formulas import TRUE, either, negation
from kaohe.backends.cells.pairs import ZERO, Pair, whole
from kaohe.backends.cells.spans import Span, known
from kaohe.backends.excel.sheet_writer import CellList, Member, SheetWriter
from kaohe.compiler.accounts import Account, ItemAccounts
from kaohe.compiler.applied import LedgerTrees, ledger
from kaohe.compiler.lowering import ITEMS
from kaohe.expr.tree import Expr
from kaohe.scoring.calculation.shown import shown
from kaohe.scoring.calculation.unsure import Unsure


class ItemCells:
    """Writes items, one after another."""

    def __init__(self, writer: SheetWriter, unsure: Unsure) -> None:
        self._writer = writer
        self._unsure = unsure

    def write(self, item: ItemAccounts, score: Expr) -> tuple[Span, bool]:
        """The cells of one item; what its score can be, and whether its range is the narrowest that kaohe knows."""
        writer, accounts = self._writer, list(item.accounts)
        writer.room = item.item.id
        limits = item.limits()
        groups = self._unsure.groups([tree for trees in item.trees for tree in trees])

        def numbers() -> list[Span]:
            dues = [one for account in accounts for one in self._dues(account)]
            return [*dues, *map(writer.number, limits), writer.number(score)]

        found = iter(self._unsure.hulls(groups, numbers))
        for name, account in zip(item.due_names(), accounts, strict=True):
            self._take_due(name, account, found)
        for name in limits.values():
            low = self._certain(next(found))
            writer.known.facts[name] = known(writer.pairs.greatest(ZERO, low))
        span = next(found)
        self._settle(item)
        return span, self._unsure.told_apart(groups)

    def _dues(self, account: Account) -> Iterator[Span]:
        """What is due on an account, or on each place of its list."""
        line, writer = account.line, self._writer
        if not line.members:
            yield writer.number(line.due)
            return
        members = writer.lists[line.members]
        for member in members.members:
            with writer.given(member.fields, {}):
                one = writer.number(line.due)
            yield Span(*(writer.pairs.choose(member.there, side, ZERO) for side in one))

    def _take_due(self, name: str, account: Account, found: Iterator[Span]) -> None:
        """The least that is due, for those who read it under its name; nothing of a list that is missing."""
        end, writer = name.partition(".")[2], self._writer
        if not account.line.members:
            due = next(found)
            writer.cell(f"open.{end}", negation(writer.pairs.equals(due.low, due.high)))
            writer.known.facts[name] = known(self._certain(due))
            return
        listed = writer.lists[account.line.members]
        members, differs = [], listed.missing
        for place, _ in enumerate(listed.members, 1):
            due = next(found)
            differs = writer.keep(either(differs, negation(writer.pairs.equals(due.low, due.high))))
            least = writer.pairs.choose(listed.missing, ZERO, self._certain(due))
            writer.cell(f"due.{end}.{place}", shown(least))
            members.append(Member(TRUE, {f"{name}.*": known(least)}))
        writer.cell(f"open.{end}", differs)
        writer.lists[name] = CellList(tuple(members))

    def _certain(self, span: Span) -> Pair:
        """The least of a number; nothing where it has no least."""
        pairs = self._writer.pairs
        return pairs.choose(pairs.bounded(span.low), span.low, ZERO)

    def _settle(self, item: ItemAccounts) -> None:
        """What is applied of what is due."""
        writer, named = self._writer, item.named()
        left = whole(item.item.points)
        for place, trees in enumerate(ledger(named)):
            self._steps(trees)
            applied = writer.number(trees.applied)
            for name, span in (("due", writer.number(trees.due)), ("applied", applied)):
                writer.cell(f"{name}.{item.item.id}.{place}", shown(span.low))
                writer.known.facts[f"{name}.{item.item.id}.{place}"] = span
            left = writer.pairs.subtract(left, applied.low)
        writer.cell(f"left.{ITEMS}.{item.item.id}", shown(left))

    def _steps(self, trees: LedgerTrees) -> None:
        for step in trees.steps:
            self._writer.known.facts[step.name] = self._writer.write(step.tree)
