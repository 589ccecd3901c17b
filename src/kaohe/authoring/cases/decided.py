"""Whether missing facts leave open what a rule takes."""

from kaohe.backends.bounds import bounds
from kaohe.scoring.compiled_rubric import CompiledRubric
from kaohe.submission.gaps import Row


def rule_decided(compiled: CompiledRubric, item: int, rule: str, row: Row) -> bool:
    """Of the item at a place, and a rule or veto by the name that the ledger has for it."""
    possible = compiled.possible(item, row)
    accounts = (one for one in compiled.items[item].accounts if one.rule == rule)
    return all(bounds(account.line.total(), possible).exact() for account in accounts)
