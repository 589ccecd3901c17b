"""What is due and applied on each account of a unit, of a list on all its members together, and whether more may be."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from kaohe.backends.bounds import bounds
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.scoring.scored_items import ScoredItems, score_items
from kaohe.submission.gaps import Row, known_members


@dataclass(frozen=True, slots=True)
class AccountSum:
    """An account as ITEM.N; while facts are missing, what none of them can take back."""

    name: str
    due: Fraction
    applied: Fraction
    open: bool


def account_sums(compiled: CompiledRubric, row: Row) -> Iterator[AccountSum]:
    """Every account of a row in the order of the ledger."""
    scored = score_items(compiled, row, compiled.gaps(row), compiled.undefined(row), {})
    for place, item in enumerate(compiled.items):
        sums = _sums(scored, place)
        for number, account in enumerate(compiled.ledger.of_item(place)):
            more = place in scored.partial and _open(compiled, row, place, account)
            yield AccountSum(f"{item.item.id}.{number}", *sums[account], more)


def _sums(scored: ScoredItems, place: int) -> dict[int, tuple[Fraction, Fraction]]:
    ledger, partial = scored.compiled.ledger, scored.partial.get(place)
    found = dict.fromkeys(ledger.of_item(place), (Fraction(0), Fraction(0)))
    for entry in scored.entries.get(place, ()) if partial is None else partial.entries:
        if entry.account in found:  # a rounding has none
            due, applied = found[entry.account]
            found[entry.account] = due + ledger.exact(entry.due), applied + ledger.exact(entry.applied)
    return found


def _open(compiled: CompiledRubric, row: Row, place: int, account: int) -> bool:
    """Whether missing facts may make more due; of a list they may make members, too."""
    line, possible = compiled.ledger.accounts[account].line, compiled.possible(place, row)
    if not line.members:
        return not bounds(line.due, possible).exact()
    (fact,) = compiled.layout.find({line.members})
    if row[fact.start] is None:
        return True
    members = known_members(fact, row) if isinstance(row[fact.start], tuple) else []
    fields = ({f"{fact.key}.*{end}": value for end, value in one.items()} for one in members)
    return any(not bounds(line.due, {**possible, **one}).exact() for one in fields)
