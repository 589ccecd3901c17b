"""The words of every account as cells: why points are taken, as the ledger of a scored sheet has it."""

from collections.abc import Iterator, Mapping

from kaohe.backends.cells.formulas import (
    TRUE,
    Formula,
    Literal,
    Reference,
    both,
    choose,
    compare,
    either,
    negation,
    number,
    referred,
)
from kaohe.backends.cells.spans import Found, Span, known, truth
from kaohe.backends.cells.writer import Known
from kaohe.backends.excel.sheet_writer import CellList, Member, SheetWriter
from kaohe.backends.excel.spoken import SpokenCells
from kaohe.compiler.accounts import Account
from kaohe.compiler.lowering import ITEMS
from kaohe.compiler.totals import SECTIONS
from kaohe.expr.tree_questions import defined, fact_key
from kaohe.messages import Language
from kaohe.results.calculation import INAPPLICABLE, KNOWN
from kaohe.scoring.calculation.entered_numbers import EnteredNumber
from kaohe.scoring.calculation.facts import Facts
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.scoring.foretold.accounts import AccountsForetold, Foretold

TOLD = "told"
"""What stands before the name of an account's words: `told.ITEM.N`."""


class ToldCells:
    """Writes them behind all other cells of a calculation: `numbers` has written those."""

    def __init__(self, compiled: CompiledRubric, numbers: SheetWriter, facts: Facts, language: Language) -> None:
        self._compiled, self._facts = compiled, facts
        known_facts, lists = _certain(numbers.known), _certain_lists(numbers.lists)
        self._writer = SheetWriter(known_facts, lists, numbers.limits.settled())
        self._spoken = SpokenCells(self._writer, language)
        self._foretold = AccountsForetold(compiled, language, dict(_decimals(facts)))

    def cells(self) -> Mapping[str, Formula]:
        """Each account's words, and the cells on which these rest; nothing is said where nothing is due."""
        for place, item in enumerate(self._compiled.items):
            for count, (account, told) in enumerate(zip(item.accounts, self._foretold.item(place), strict=True)):
                end = f"{item.item.id}.{count}"
                self._writer.room = f"{TOLD}.{end}"
                ready = TRUE if account.line.members else both(*self._ready(account, told))
                decided = compare("=", Reference(f"standing.{ITEMS}.{item.item.id}"), Literal("decided"))
                certain = choose(decided, self._spoken.text(told.certain), Literal(""))
                words = choose(self._writer.keep(ready), self._spoken.text(told.told), certain)
                nothing = compare("=", Reference(f"due.{end}"), number(0))
                self._writer.cell(f"{TOLD}.{end}", choose(nothing, Literal(""), words))
        return _wanted(self._writer.cells)

    def _ready(self, account: Account, told: Foretold) -> Iterator[Formula]:
        """Whether all is known that words rest on, and computable; of a list they only say what is taken."""
        sound = defined(account.line.due)
        yield from [] if sound is None else [self._writer.condition(sound).may]
        yield from self._known(told.reads)

    def _known(self, keys: frozenset[str]) -> Iterator[Formula]:
        for key in sorted(keys):
            if key in self._facts.single:
                yield _settled(key)
            elif fact_key(key) in self._facts.lists:
                yield self._known_list(fact_key(key))
            elif key.startswith((f"{ITEMS}.", f"{SECTIONS}.")):
                yield compare("=", Reference(f"standing.{key}"), Literal("decided"))

    def _known_list(self, key: str) -> Formula:
        """Whether a list is known, with every field of each member that is there."""
        conditions = [_settled(key)]
        for field in self._facts.lists[key].fields():
            slot = field.key.removeprefix(f"{key}.").partition(".")[0]
            there = Reference(f"there.{key}.{slot}")
            conditions.append(self._writer.keep(either(negation(there), _settled(field.key))))
        return self._writer.keep(both(*conditions))


def _settled(key: str) -> Formula:
    """Whether a fact is known, or known not to exist."""
    state = Reference(f"state.{key}")
    return both(compare(">=", state, number(KNOWN)), compare(">=", number(INAPPLICABLE), state))


def _certain(facts: Known) -> Known:
    """The same where nothing is missing: the least that a number can be is what it is."""
    exists = {key: truth(found.may) for key, found in facts.exists.items()}
    return Known(_one_side(facts.facts), exists, facts.choices)


def _certain_lists(lists: Mapping[str, CellList]) -> Mapping[str, CellList]:
    return {
        key: CellList(
            tuple(Member(one.there, _one_side(one.fields)) for one in listed.members), anyone=_one_side(listed.anyone)
        )
        for key, listed in lists.items()
    }


def _one_side(facts: Mapping[str, Found]) -> dict[str, Found]:
    return {key: known(one.low) if isinstance(one, Span) else truth(one.may) for key, one in facts.items()}


def _decimals(facts: Facts) -> Iterator[tuple[str, int]]:
    """The most decimals of facts; what is taken over all units may have any number of them."""
    for fields in (facts.single, *(one.member() for one in facts.lists.values())):
        yield from (
            (key, one.decimals) for key, one in fields.items() if isinstance(one, EnteredNumber) and not one.rough
        )


def _wanted(cells: Mapping[str, Formula]) -> Mapping[str, Formula]:
    """The words, and the cells to which they lead."""
    found = {name for name in cells if name.startswith(f"{TOLD}.")}
    for name in reversed(list(cells)):
        if name in found:
            found |= referred(cells[name]) & cells.keys()
    return {name: formula for name, formula in cells.items() if name in found}
