"""The words of a calculation's accounts, and where they are not what stands in the ledger of a scored sheet."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from kaohe.compiler.accounts import Account
from kaohe.messages import Language
from kaohe.results.sheet import ItemScore
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.scoring.foretold.accounts import AccountsForetold
from kaohe.scoring.scorer import Scorer
from kaohe.submission.reader import Values
from support.spreadsheet import Row, taken


@cache
def partly_said(compiled: CompiledRubric, language: Language) -> Mapping[str, tuple[str, ...]]:
    """The accounts of which something is only said by its clause, with the reasons, by the names of their rules."""
    every = AccountsForetold(compiled, language, {})
    items = (every.item(place) for place in range(len(compiled.items)))
    return {one.rule: one.unsaid for accounts in items for one in accounts if one.unsaid}


@cache
def _scorer(compiled: CompiledRubric, language: Language) -> Scorer:
    return Scorer(compiled, language)


def told_otherwise(
    compiled: CompiledRubric, row: Row, values: Mapping[str, Any], language: Language = "zh"
) -> list[str]:
    """Each item of which the cells say something else, but for accounts that only give their clause."""
    partly = partly_said(compiled, language)
    sheet = _scorer(compiled, language).score(Values("", "甲市", None, "self", taken(compiled, row, values)))
    items = [item for section in sheet.sections for item in section.items]
    found = []
    for item, accounts in zip(items, compiled.items, strict=True):
        every = list(accounts.accounts)
        cells = [values[f"told.{item.id}.{place}"] for place, one in enumerate(every) if one.rule not in partly]
        cells, lines = [text for text in cells if text], _lines(item, every, partly)
        found += [] if cells == lines else [f"{item.id}: {cells}, not {lines}"]
    return found


def _lines(item: ItemScore, accounts: list[Account], partly: Mapping[str, Any]) -> list[str]:
    rules = {account.rule for account in accounts} - partly.keys()
    return [line.why for line in item.ledger if line.rule in rules]
