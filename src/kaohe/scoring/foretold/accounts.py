"""What the ledger says of each account, before a unit is known: why points are taken, and what comes of it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kaohe.backends.sentences import SpokenSentence
from kaohe.backends.traced.known import Known
from kaohe.backends.traced.sentences import traced_sentence
from kaohe.backends.traced.texts import Told, Unsaid, Words, nodes, replaced, row, trees
from kaohe.backends.traced.tracing import Tracer
from kaohe.compiler.accounts import Account
from kaohe.compiler.lowering import ITEMS
from kaohe.compiler.possible_facts import possible_facts
from kaohe.expr.tree import Expr
from kaohe.expr.tree_questions import inputs, reported
from kaohe.messages import Language
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.scoring.foretold.account_numbers import AccountNumbers
from kaohe.scoring.foretold.coming import Coming
from kaohe.scoring.outcomes import OutcomeWords
from kaohe.submission import gaps


@dataclass(frozen=True, slots=True)
class Foretold:
    """The words of one account's line, for all facts on which something is due.

    `unsaid` tells why some of them are only the clause: the engine alone names members, or there are too many ways.
    """

    rule: str
    told: Told
    certain: Told
    """What is said instead while some of the facts are missing: the points are lost whatever they are."""
    reads: frozenset[str]
    """The keys of the facts and results of which it speaks, and of those on which its points rest."""
    unsaid: tuple[str, ...]


class AccountsForetold:
    """Those of one rubric, item by item. `decimals` are the most that facts have, by their keys, where that is known.

    What other readings would give is not said.
    """

    def __init__(self, compiled: CompiledRubric, language: Language, decimals: Mapping[str, int]) -> None:
        self._compiled, self._language = compiled, language
        self._words = OutcomeWords(language)
        self._slots = compiled.layout.member_slots(), compiled.layout.inner_slots()
        self._names = compiled.layout.names(language)
        nothing = [None] * compiled.layout.width
        facts = gaps.possible(compiled.layout.facts, nothing, compiled.optional)
        places = compiled.rubric.rounding.places
        scores = {f"{ITEMS}.{item.id}": places for _, item in compiled.rubric.items()}
        self._known = Known({**possible_facts(compiled.rubric), **facts}, {**scores, **decimals}, language)

    def item(self, place: int) -> list[Foretold]:
        """Every account of an item."""
        item, tracer = self._compiled.items[place], Tracer(self._known)
        numbers = AccountNumbers(item, self._known)
        return [
            self._account(account, self._why(account, tracer), Coming(item, number, numbers, self._words))
            for number, account in enumerate(item.accounts)
        ]

    def _account(self, account: Account, why: Told, coming: Coming) -> Foretold:
        whys = dict.fromkeys(one.why for one in nodes(why) if isinstance(one, Unsaid))
        why = replaced(why, Words(account.clause))
        tracer = Tracer(replace(coming.numbers.known, sides=tuple(coming.numbers.sides(coming.place))))
        return Foretold(
            account.rule,
            row([why, tracer.traced(coming.said)]),
            tracer.traced(coming.certain),
            _reads(why, *coming.trees),
            tuple(whys),
        )

    def _why(self, account: Account, tracer: Tracer) -> Told:
        if account.line.members:
            return Unsaid("members")
        slots, inner = self._slots
        return traced_sentence(SpokenSentence(account.line.told, slots, self._names, self._language, inner), tracer)


def _reads(why: Told, due: Expr, *limits: Expr) -> frozenset[str]:
    return frozenset().union(*map(reported, (*trees(why), due)), *map(inputs, limits))
