"""What conservation of points means, said apart from the code that is meant to keep it."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any

from kaohe.results.sheet import ItemScore, SectionScore, Sheet
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.scoring.settlement import WHOLE, Entry
from support.naive import evaluate, facts_of


def unbalanced(sheet: Sheet) -> list[str]:
    """Where full marks minus the ledger is not the score."""
    items = [item for section in sheet.sections for item in section.items]
    found = [item.number for item in items if item.score not in (None, item.points - lost([item]))]
    found += [section.number for section in sheet.sections if not _adds_up(section, section.items)]
    return found if _adds_up(sheet, tuple(items)) else [*found, "total"]


def _adds_up(whole: SectionScore | Sheet, items: tuple[ItemScore, ...]) -> bool:
    points = sum((item.points for item in items), Fraction(0))
    return whole.points == points and (whole.score is None or whole.score == points - lost(items))


def lost(items: Iterable[ItemScore]) -> Fraction:
    return sum((line.applied for item in items for line in item.ledger), Fraction(0))


def unaccounted(compiled: CompiledRubric, row: tuple[Any, ...], entries: list[Entry]) -> set[tuple[int, int, Fraction]]:
    """What is due on some account, by the naive walk, and has no entry, or the other way round."""
    found = {(entry.account, entry.member, compiled.ledger.exact(entry.due)) for entry in entries if entry.account >= 0}
    return found ^ set(_due(compiled, facts_of(compiled.layout, row)))


def _due(compiled: CompiledRubric, facts: dict[str, Any]) -> Iterator[tuple[int, int, Fraction]]:
    for place, account in enumerate(compiled.ledger.accounts):
        members = facts[account.line.members] if account.line.members else [{}]
        for member, fields in enumerate(members):
            due = evaluate(account.line.due, {**facts, **fields})
            if due:
                yield place, member if account.line.members else WHOLE, Fraction(due)
