"""What is foretold of an account is what the ledger then says of a unit, to the letter."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import pytest

from kaohe.compiler.lowering import ITEMS
from kaohe.messages import Language
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.scoring.foretold.accounts import AccountsForetold
from kaohe.scoring.reasons import Reasons
from kaohe.scoring.settlement import WHOLE, Entry
from support import shipped
from support.naive import facts_of
from support.random_rows import random_row, seeded
from support.rounds import share
from support.rule_cases import Case, cases
from support.told_lines import partly_said
from support.told_texts import said
from test_forms import EVERY_FORM, Form

CASES = pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in share(cases(), of=3)])
LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])
WHOLE_NUMBERS = ("count", "date", "month", "year")


def decimals(compiled: CompiledRubric) -> dict[str, int]:
    facts = compiled.layout.facts
    return {key: 0 for fact in facts if fact.indicator.kind in WHOLE_NUMBERS for key in fact.field_keys()}


def otherwise(compiled: CompiledRubric, rows: list[Any], language: Language) -> Iterator[str]:
    """Each line of which something else is foretold."""
    foretold, reasons = AccountsForetold(compiled, language, decimals(compiled)), Reasons(compiled, language, None)
    every = [one for place in range(len(compiled.items)) for one in foretold.item(place)]
    for row in rows:
        scores, entries = compiled.ledger.score(row)
        for place in range(len(compiled.items)):
            own = [one for one in entries if compiled.ledger.item_of(one) == place]
            score = compiled.ledger.exact(scores[place])
            facts = {
                **facts_of(compiled.layout, row),
                **dict(_outcome(compiled, place, own)),
                **_score(compiled, place, score),
            }
            for entry in own:
                if entry.account >= 0 and entry.member == WHOLE and not every[entry.account].unsaid:
                    why, told = reasons.why(entry, row, own, score), said(every[entry.account].told, facts, language)
                    yield from [] if why == told else [f"{told}, not {why}"]


def _score(compiled: CompiledRubric, place: int, score: Fraction) -> dict[str, Fraction]:
    return {f"{ITEMS}.{compiled.items[place].item.id}": score}


def _outcome(compiled: CompiledRubric, place: int, entries: list[Entry]) -> Iterator[tuple[str, Fraction]]:
    """What is due and applied on each account of an item."""
    for number, account in enumerate(compiled.ledger.of_item(place)):
        own = [one for one in entries if one.account == account]
        end = f"{compiled.items[place].item.id}.{number}"
        yield f"due.{end}", sum((compiled.ledger.exact(one.due) for one in own), Fraction(0))
        yield f"applied.{end}", sum((compiled.ledger.exact(one.applied) for one in own), Fraction(0))


@LANGUAGES
@CASES
def test_every_case(case: Case, language: Language) -> None:
    rows = [case.row(example) for example in case.examples]
    assert list(otherwise(case.compiled, rows, language)) == []


@EVERY_FORM
def test_every_form(form: Form) -> None:
    rows = [form.row(number) for number in range(len(form.cases["units"]))]
    assert list(otherwise(form.compiled, rows, "zh")) == []


@LANGUAGES
def test_random_units(language: Language) -> None:
    random = seeded(21)
    rows = [random_row(shipped.compiled(), random) for _ in range(20)]
    assert list(otherwise(shipped.compiled(), rows, language)) == []


def test_what_only_the_engine_says() -> None:
    """Of the shipped form it is one account that names members."""
    assert partly_said(shipped.compiled(), "zh") == {"data_use.1": ("members",)}


def test_most_of_every_case_is_said() -> None:
    partly = {case.name: why for case in share(cases(), of=2) for why in partly_said(case.compiled, "zh").values()}
    assert set(partly.values()) == {("members",)}
